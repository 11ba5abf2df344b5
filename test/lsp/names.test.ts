import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import {
  MarkupContent,
  type CompletionItem,
  type CompletionList,
  type Location,
  type LocationLink,
  type SymbolInformation,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { startClient, type OpenDraft, type TestClient } from './client'

const port = `The port of Ellisburg

ELLISBURG, March 4, 2024 - Harbour Minister Amadou Tervel opened the new port on Monday. Tervel praised the builders.
`
const strike = `Strike in Ellisburg

ELLISBURG, April 9, 2024 - Workers met Harbour Minister Amadou Tervel in Ellisburg. "We listen," Tervel said.
`
const files = { 'seeds/port.txt': port, 'seeds/strike.txt': strike }
const report = 'Amadou Tervel opened the port. Later Tervel met workers.\n'

async function started(context: TestContext): Promise<{ client: TestClient; draft: OpenDraft }> {
  const client = await startClient({ files })
  context.after(() => client.close())
  await client.ready()
  return { client, draft: await client.open('report.md', report) }
}

const ask = <R>({ connection }: TestClient, method: string, { uri, position }: OpenDraft, of: string): Promise<R> =>
  connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: position(of), context: { includeDeclaration: true } })

const lineOf = (text: string, { start }: Location['range']): string => text.split('\n')[start.line]

test('hover on a name says who it is and quotes the sources', async context => {
  const { draft } = await started(context)
  const hover = await draft.hover('Tervel')
  assert.ok(hover && MarkupContent.is(hover.contents))
  assert.match(hover.contents.value, /^\*\*Amadou Tervel\*\* · person\n\nHarbour Minister/)
  assert.match(hover.contents.value, /\*\*(Amadou )?Tervel\*\*/)
  assert.match(hover.contents.value, /mentions in 2 articles/)
})

test('a name is completed from any part of it, and its quotes come when asked for', async context => {
  const { client } = await started(context)
  const text = 'The talks were led by terv'
  const draft = await client.open('talks.md', text)
  const position = { line: 0, character: text.length }
  const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri: draft.uri },
    position,
  })
  const item = list.items.find(({ label }) => label === 'Amadou Tervel') as CompletionItem & { textEdit: never }
  const document = TextDocument.create(draft.uri, 'markdown', 1, text)
  assert.equal(TextDocument.applyEdits(document, [item.textEdit]), 'The talks were led by Amadou Tervel')
  const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item)
  assert.ok(MarkupContent.is(documentation))
  assert.match(documentation.value, /> .*Tervel/)
})

for (const [where, text] of [
  ['code', 'Run `terv` now'],
  ['a link target', 'See [it](terv)'],
  ['front matter', '---\ntitle: terv\n---\n'],
])
  test(`names are not offered in ${where}`, async context => {
    const { client } = await started(context)
    const draft = await client.open('other.md', text)
    const end = TextDocument.create('', '', 0, text).positionAt(text.indexOf('terv') + 4)
    const list = await client.connection.sendRequest('textDocument/completion', { textDocument: { uri: draft.uri }, position: end })
    assert.equal(list, null)
  })

test('the definition of a name is in the sources, its references are all mentions there', async context => {
  const { client, draft } = await started(context)
  const definitions = await ask<LocationLink[]>(client, 'definition', draft, 'Tervel')
  assert.match(lineOf(port, definitions[0].targetRange), /Harbour Minister Amadou Tervel/)
  const references = await ask<Location[]>(client, 'references', draft, 'Tervel')
  assert.deepEqual(
    references.filter(({ uri }) => uri === client.uri('seeds/strike.txt')).map(({ range }) => lineOf(strike, range).includes('Tervel')),
    [true, true],
  )
})

test('all mentions of a name in the draft light up', async context => {
  const { client, draft } = await started(context)
  const highlights = await ask<{ range: Location['range'] }[]>(client, 'documentHighlight', draft, 'Tervel')
  assert.deepEqual(
    highlights.map(({ range }) => report.slice(range.start.character, range.end.character)),
    ['Amadou Tervel', 'Tervel'],
  )
})

test('names are found across the workspace with @', async context => {
  const { client } = await started(context)
  const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '@terv' })
  assert.equal(symbols[0].name, '@Amadou Tervel')
})
