// The language server as an editor meets it: over standard input and output, with a draft of 20,000 words open.
//   node dist/test/bench/server.js [--articles 100,1000,10000] [--edits 300] [--server dist/server.js]
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic, Position, Range } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { archiveOf, type Archive } from './scale/archive'
import { startServer, type ServerClient } from './scale/client'
import { makeDraft } from './scale/corpus'
import { numbersOf, print, shown, spread, table } from './scale/measure'

const DRAFT_WORDS = 20_000
const ASKED = 200
const CHANGED = 10

const optionAt = process.argv.indexOf('--server')
const server = resolve(optionAt < 0 ? 'dist/server.js' : process.argv[optionAt + 1])
const [edits] = numbersOf('--edits', [300])

type OpenDraft = ReturnType<ServerClient['open']>

async function timesOf(count: number, work: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const started = performance.now()
    await work(at)
    times.push(performance.now() - started)
  }
  return times
}

/** Places all over a draft, in an order that jumps. */
const scattered = (at: number, count: number, length: number): number => Math.floor(((at * 7919) % count) * (length / count))

const wholeOf = (document: TextDocument): Range => ({
  start: { line: 0, character: 0 },
  end: document.positionAt(document.getText().length),
})

/** One key is pressed, the other presses taken back, all over the draft; each time fresh diagnostics are asked for at once. */
async function type(client: ServerClient, draft: OpenDraft, text: string): Promise<number[]> {
  let document = TextDocument.create(draft.uri, 'markdown', 1, text)
  const replace = (range: Range, typed: string): void => {
    document = TextDocument.update(document, [{ range, text: typed }], document.version + 1)
    client.edit(draft, range, typed)
  }
  let at: Position = { line: 0, character: 0 }
  return timesOf(edits, async turn => {
    if (turn % 2 === 0) {
      at = document.positionAt(scattered(turn, edits, text.length))
      replace({ start: at, end: at }, turn % 4 === 0 ? '7' : 'a')
    } else replace({ start: at, end: { line: at.line, character: at.character + 1 } }, '')
    await client.pull(draft)
  })
}

/** Where names stand in the draft: places to hover and to complete at. */
const namePositions = (document: TextDocument): Position[] =>
  [...document.getText().matchAll(/(?<=[a-z] )[A-Z][a-z]{3,}/g)].map(({ index }) => document.positionAt(index + 2))

/** So long no article changes, so that a change is not answered together with the one before. In milliseconds. */
const REST = 200

/** Changes an article on disk and waits until the server says that diagnostics are out of date, and has given fresh ones. */
async function changeArticles(client: ServerClient, draft: OpenDraft, archive: Archive): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < CHANGED; turn++) {
    const file = archive.files[turn % archive.files.length]
    const text = readFileSync(file, 'utf8')
    await new Promise(resolve => setTimeout(resolve, REST))
    const refreshed = client.refreshed()
    writeFileSync(file, text.endsWith(' \n') ? text.replace(/ \n$/, '\n') : text.replace(/\n$/, ' \n'))
    const started = performance.now()
    client.fileChanged(file)
    await refreshed
    await client.pull(draft)
    times.push(performance.now() - started)
  }
  return times
}

async function pullUntil(client: ServerClient, draft: OpenDraft, enough: (found: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  let found: Diagnostic[] = []
  for (;;) {
    found = (await client.pull(draft)) ?? found
    if (enough(found)) return found
  }
}

/** What the files of a folder take, in bytes. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, { parentPath, path, name }) => sum + statSync(join(parentPath ?? path, name)).size, 0)

async function measure(size: number): Promise<string[][]> {
  const archive = archiveOf(size)
  const storage = mkdtempSync(join(tmpdir(), 'groundcheck-bench-storage-'))
  const { text } = makeDraft(DRAFT_WORDS, size)
  const uri = pathToFileURL(join(archive.folder, 'report.md')).toString()
  const document = TextDocument.create(uri, 'markdown', 1, text)
  const options = { server, folder: archive.folder, storage }
  const rows: [string, string][] = []
  const add = (name: string, value: string): void => void rows.push([name, value])
  try {
    const cold = await startServer(options)
    add('initialize, ms', shown(cold.initializedAt))
    const coldReady = await cold.ready
    add('cold start to all sources read, s', shown(coldReady / 1000))
    add('  MB of text a second, start included', shown(archive.bytes / 1000 / coldReady))
    const coldDraft = cold.open(uri, text)
    const first = await timesOf(1, () => cold.pull(coldDraft))
    add('first diagnostics of the draft, ms', shown(first[0]))
    add('memory after that, MB', shown(cold.memory() / 1e6))
    await cold.stop()
    add('kept on disk, MB', shown(bytesIn(storage) / 1e6))

    const client = await startServer(options)
    const draft = client.open(uri, text)
    await client.ready
    const flags = await pullUntil(client, draft, found => found.length > 0)
    add('warm start to first correct diagnostics, ms', shown(client.sinceStart()))
    add('  flags in the draft', String(flags.length))
    add('keystroke to fresh diagnostics, ms', spread(await type(client, draft, text)))
    const names = namePositions(document)
    const place = (list: readonly Position[], at: number): Position => list[(at * 7919) % list.length]
    add('hover on a name, ms', spread(await timesOf(ASKED, at => client.hover(draft, place(names, at)))))
    const figures = flags.map(({ range }) => range.start)
    add('hover on a flagged figure, ms', spread(await timesOf(ASKED, at => client.hover(draft, place(figures, at)))))
    add('completion, ms', spread(await timesOf(ASKED, at => client.complete(draft, place(names, at)))))
    add('quick fixes at a flag, ms', spread(await timesOf(ASKED, at => client.quickFix(draft, flags[at % flags.length]))))
    add('fix-all on save, ms', spread(await timesOf(20, () => client.fixAll(draft, wholeOf(document)))))
    add('article changed on disk to fresh diagnostics, ms', spread(await changeArticles(client, draft, archive)))
    add('memory, MB', shown(client.memory() / 1e6))
    await client.stop()
  } finally {
    rmSync(storage, { recursive: true, force: true })
  }
  return rows
}

async function main(): Promise<void> {
  const sizes = numbersOf('--articles', [100, 1000, 10_000])
  const columns: string[][][] = []
  for (const size of sizes) columns.push(await measure(size))
  const rows = columns[0].map(([name], at) => [name, ...columns.map(column => column[at][1])])
  print(table('The server, with a draft of 20,000 words; p50 / p95', ['articles', ...sizes.map(String)], rows))
}

void main()
