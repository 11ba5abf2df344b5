import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import {
  DiagnosticSeverity,
  MarkupContent,
  type CompletionItem,
  type CompletionList,
  type Location,
  type LocationLink,
  type SymbolInformation,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { flaggedTexts, marked, messageOf, startClient, type OpenDraft, type TestClient } from './client'

const port = `The port of Ellisburg

ELLISBURG, March 4, 2024 - Transport Minister Amadou Tervel opened the new port on Monday. Tervel praised the builders.
`
const strike = `Strike in Ellisburg

ELLISBURG, April 9, 2024 - Workers met Transport Minister Amadou Tervel in Ellisburg. "We listen," Tervel said.
`
const files = { 'seeds/port.txt': port, 'seeds/strike.txt': strike }
const report = 'Amadou Tervel opened the port. Later Tervel met workers.\n'

/** What is offered at the end of a text. */
async function offers({ connection, open }: TestClient, text: string): Promise<readonly CompletionItem[]> {
  const { uri } = await open(`offers ${text.length}.md`, text)
  const position = TextDocument.create('', '', 0, text).positionAt(text.length)
  return (await connection.sendRequest<CompletionList>('textDocument/completion', { textDocument: { uri }, position })).items
}

const texts = (items: readonly CompletionItem[]): string[] => items.map(item => String(item.textEdit?.newText))

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
  assert.match(hover.contents.value, /^\*\*Amadou Tervel\*\* · person {2}\nTransport Minister/)
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
  assert.match(documentation.value, /“.*Tervel.*” — \[/)
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

test('initials find a name', async context => {
  const client = await startClient({ files: { 'seeds/board.txt': board } })
  context.after(() => client.close())
  await client.ready()
  assert.equal(texts(await offers(client, 'Ships are inspected by the ehb'))[0], 'Ellisburg Harbour Board')
})

test('who is named for the first time may come with the role, and later goes by the short name', async context => {
  const { client } = await started(context)
  assert.deepEqual(texts(await offers(client, 'The talks were led by terv')).slice(0, 2), [
    'Amadou Tervel',
    'Transport Minister Amadou Tervel',
  ])
  assert.equal(texts(await offers(client, 'Amadou Tervel spoke first.\n\nThen came a walk with Terv'))[0], 'Tervel')
})

const board = `Board meets in Ellisburg

ELLISBURG, March 4, 2024 - The Ellisburg Harbour Board met on Monday. The board of the port has nine members, and they were all there.
The Ellisburg Harbour Board inspects the ships. "We inspect every ship," said Lina Ostrander, who speaks for the Ellisburg Harbour Board.
`

const { text: slips, flagged } = marked(`Finance Minister Amadou Tervel opened the port.
^^^^^^^^^^^^^^^^
Amadou Tervell praised the builders; Odette Marlin did not.
^^^^^^^^^^^^^^
`)

test('a misspelt name and a role that the sources contradict are remarks with a fix; unknown names are let be', async context => {
  const { client } = await started(context)
  const draft = await client.open('slips.md', slips)
  const diagnostics = await draft.diagnostics()
  assert.deepEqual(flaggedTexts(slips, diagnostics), flagged)
  assert.deepEqual(
    diagnostics.map(({ code, severity }) => [code, severity]),
    [
      ['role.contradicted', DiagnosticSeverity.Information],
      ['name.misspelled', DiagnosticSeverity.Information],
    ],
  )
  assert.match(messageOf(diagnostics[0]), /^Sources say Transport Minister, not Finance Minister: /)
  assert.match(messageOf(diagnostics[1]), /^Sources write Amadou Tervel, not Amadou Tervell \(one letter away\): /)
  for (const { relatedInformation } of diagnostics) assert.match(relatedInformation![0].message, /“.*Transport Minister Amadou Tervel/)
  const [fixName] = await draft.actions('Tervell')
  assert.equal(fixName.isPreferred, true)
  assert.equal(await draft.apply(fixName), slips.replace('Tervell', 'Tervel'))
  const [fixRole] = await draft.actions('Finance')
  assert.equal(await draft.apply(fixRole), slips.replace('Finance', 'Transport'))
  const [fixAll] = await draft.actions('port', ['source.fixAll'])
  assert.equal(await draft.apply(fixAll), slips.replace('Tervell', 'Tervel').replace('Finance', 'Transport'))
})

test('remarks on names can be turned off', async context => {
  const { client } = await started(context)
  client.forget()
  await client.changeSettings({ severity: { misspelledName: 'ignore', contradictedRole: 'hint' } })
  await client.ready()
  const draft = await client.open('slips.md', slips)
  const diagnostics = await draft.diagnostics()
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['role.contradicted'],
  )
})

test('a directive takes a name out of the remarks', async context => {
  const { client } = await started(context)
  const draft = await client.open('slips.md', `<!-- groundcheck-disable -->\n${slips}`)
  assert.deepEqual(await draft.diagnostics(), [])
})

const aliases = [['Amadou Tervel', 'Sea Bear']]
const declarations: [string, (client: TestClient) => Promise<void>][] = [
  ['groundcheck.json', client => client.writeFile('groundcheck.json', JSON.stringify({ aliases }))],
  ['the settings', client => client.changeSettings({ aliases })],
]
for (const [where, declare] of declarations)
  test(`names that the writer declares in ${where} to mean one thing are one`, async context => {
    const { client } = await started(context)
    const draft = await client.open('alias.md', 'The Sea Bear met workers.')
    assert.equal(await draft.hover('Sea Bear'), null)
    client.forget()
    await declare(client)
    await client.ready()
    const hover = await draft.hover('Sea Bear')
    assert.ok(hover && MarkupContent.is(hover.contents))
    assert.match(hover.contents.value, /^\*\*Amadou Tervel\*\*/)
  })

test('the definition of a name is in the sources, its references are all mentions there', async context => {
  const { client, draft } = await started(context)
  const definitions = await ask<LocationLink[]>(client, 'definition', draft, 'Tervel')
  assert.match(lineOf(port, definitions[0].targetRange), /Transport Minister Amadou Tervel/)
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
