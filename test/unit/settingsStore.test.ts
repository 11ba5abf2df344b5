import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { uriOf } from '../../server/src/uris'
import { createSettingsStore, type SettingsStore } from '../../server/src/settings/settingsStore'
import type { Files } from '../../server/src/workspace'

const moss = resolve('folders/moss')
const port = resolve('folders/port')

/** The settings of folders with these texts as their `groundcheck.json`. */
async function loaded(texts: Readonly<Record<string, string>>, editor: unknown = undefined, isTrusted = true): Promise<SettingsStore> {
  const byUri = new Map(Object.entries(texts).map(([path, text]) => [uriOf(resolve(path, 'groundcheck.json')), text]))
  const readNow: Files['readNow'] = uri => {
    const text = byUri.get(uri)
    return text === undefined ? undefined : new TextEncoder().encode(text)
  }
  const store = createSettingsStore(
    { readNow } as Files,
    () => Promise.resolve(editor),
    () => isTrusted,
  )
  await store.load([moss, port])
  return store
}

test('what counts for all folders may be set in any of them: the first decides, aliases add up', async () => {
  const store = await loaded(
    {
      [moss]: '{ "aliases": [["CWT", "Carrow Wildlife Trust"]], "severity": { "disputed": "hint" } }',
      [port]: '{ "aliases": [["EHB", "Ellisburg Harbour Board"]], "sensitivity": "strict", "maxFileSize": 7 }',
    },
    { sensitivity: 'sensitive', maxFileSize: 2, aliases: [['EU', 'European Union']] },
  )
  const { aliases, sensitivity, maxFileSize } = store.common()
  assert.deepEqual([sensitivity, maxFileSize], ['strict', 7])
  assert.deepEqual(
    aliases.map(([first]) => first),
    ['CWT', 'EHB', 'EU'],
  )
})

test('what counts for drafts is that of their folder', async () => {
  const store = await loaded({ [port]: '{ "severity": { "disputed": "hint" } }' }, { severity: { disputed: 'error' } })
  assert.equal(store.settingsFor(uriOf(resolve(moss, 'a.md'))).severity.disputed, 'error')
  assert.equal(store.settingsFor(uriOf(resolve(port, 'a.md'))).severity.disputed, 'hint')
})

test('where several folders are open it is told which settings file is wrong', async () => {
  const store = await loaded({ [port]: '{ "sensitivity": "loud", "colour": 1 }' })
  assert.deepEqual(store.problems(), [
    'port/groundcheck.json sets colour, which is not a Groundcheck setting',
    'groundcheck.sensitivity in port/groundcheck.json must be one of balanced, strict, sensitive, not "loud"; it is ignored',
  ])
})

test('until the writer trusts a workspace, its settings file names no sources outside of it', async () => {
  const sources = ['articles/**', '../port/**', resolve('elsewhere'), '!articles/old/**']
  const texts = { [moss]: JSON.stringify({ sources }) }
  const distrusted = await loaded(texts, undefined, false)
  assert.deepEqual(distrusted.settingsFor(uriOf(moss)).sources, ['articles/**', '!articles/old/**'])
  const problem = `moss/groundcheck.json: sources outside the workspace folder are read only when you trust the workspace: `
  assert.deepEqual(distrusted.problems(), [`${problem}../port/**, ${resolve('elsewhere')}`])
  const trusted = await loaded(texts)
  assert.deepEqual([trusted.settingsFor(uriOf(moss)).sources, trusted.problems()], [sources, []])
})
