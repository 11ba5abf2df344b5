import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver'
import { breathe } from '../../server/src/clock'
import { pullDelivery, pushDelivery, type VersionedReport } from '../../server/src/lsp/delivery'

const log = { info() {}, warn() {}, error: (message: string) => assert.fail(message) }

/** Longer than changes are gathered for. */
const SOON = 250

/** A client that asks; it counts how often it is told to ask again. */
function asking() {
  const asked = { count: 0 }
  const refresh = (): Promise<void> => {
    asked.count++
    return Promise.resolve()
  }
  const connection = { languages: { diagnostics: { refresh } } } as unknown as Connection
  return { asked, delivery: pullDelivery(connection, true) }
}

test('the first change is told at once, those right after it together', async () => {
  const { asked, delivery } = asking()
  delivery.refresh()
  assert.equal(asked.count, 1)
  for (let change = 0; change < 5; change++) delivery.refresh()
  assert.equal(asked.count, 1)
  await wait(SOON)
  assert.equal(asked.count, 2)
  await wait(SOON)
  delivery.refresh()
  assert.equal(asked.count, 3)
  delivery.dispose()
})

/** A client that waits, and what it is sent; `report` says what there is to send. */
function waiting(report: (isWanted: () => boolean) => Promise<VersionedReport | null>) {
  const sent: PublishDiagnosticsParams[] = []
  const sendDiagnostics = (params: PublishDiagnosticsParams): Promise<void> => {
    sent.push(params)
    return Promise.resolve()
  }
  const connection = { sendDiagnostics } as unknown as Connection
  const delivery = pushDelivery(
    connection,
    log,
    () => ['a.md'],
    (_, isWanted) => report(isWanted),
  )
  return { sent, delivery }
}

/** Lets all happen that is about to. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await breathe()
}

const versionedReport = (version: number, resultId: string): VersionedReport => ({ version, report: { resultId, items: [], state: '' } })

test('an edit is answered at once, and several that came together once', async () => {
  let version = 1
  const { sent, delivery } = waiting(() => Promise.resolve(versionedReport(version, 'same')))
  delivery.documentChanged('a.md')
  await turns()
  assert.deepEqual(
    sent.map(params => params.version),
    [1],
  )
  for (version = 2; version < 6; version++) delivery.documentChanged('a.md')
  version = 5
  await turns()
  assert.deepEqual(
    sent.map(params => params.version),
    [1, 5],
  )
})

test('a change of the sources that changes no flag is not sent', async () => {
  let resultId = 'one'
  const { sent, delivery } = waiting(() => Promise.resolve(versionedReport(1, resultId)))
  delivery.documentChanged('a.md')
  await turns()
  delivery.refresh()
  await turns()
  assert.equal(sent.length, 1)
  resultId = 'two'
  delivery.refresh()
  await turns()
  assert.equal(sent.length, 2)
})

test('work on a text that was edited meanwhile, or closed, is given up', async () => {
  const finish: (() => void)[] = []
  const wanted: boolean[] = []
  const { sent, delivery } = waiting(async isWanted => {
    await new Promise<void>(resolve => finish.push(resolve))
    wanted.push(isWanted())
    return isWanted() ? versionedReport(2, 'late') : null
  })
  delivery.documentChanged('a.md')
  await turns()
  delivery.documentChanged('a.md')
  await turns()
  finish.splice(0).forEach(each => each())
  await turns()
  assert.deepEqual(wanted, [false, true])
  assert.equal(sent.length, 1)
  delivery.documentChanged('a.md')
  await turns()
  delivery.documentClosed('a.md')
  finish.splice(0).forEach(each => each())
  await turns()
  assert.deepEqual(wanted, [false, true, false])
  assert.deepEqual(sent.at(-1), { uri: 'a.md', diagnostics: [] })
})
