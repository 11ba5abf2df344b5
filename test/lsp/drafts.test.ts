import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { MarkupContent } from 'vscode-languageserver'
import {
  flaggedTexts,
  fullCapabilities,
  marked,
  messageOf,
  plainCapabilities,
  pushed,
  startClient,
  type ClientOptions,
  type TestClient,
} from './client'

const bridge = `The Harbour Bridge

Port Ellis, March 4, 2024 - The new Harbour Bridge in Port Ellis cost 31 million dollars, the city council said on Monday.
The Harbour Bridge carries 12,000 cars a day.
`

const { text: report, flagged } = marked(`# The bridge

The Harbour Bridge in Port Ellis cost 36 million dollars, the city council said.
                                      ^^^^^^^^^^^^^^^^^^
`)

const files = { 'seeds/bridge.txt': bridge }

async function started(context: TestContext, options: ClientOptions = { files }): Promise<TestClient> {
  const client = await startClient(options)
  context.after(() => client.close())
  return client
}

test('a figure that the sources contradict is flagged on its range, and the fix writes it in the style of the draft', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report)
  const diagnostics = await draft.diagnostics()
  assert.deepEqual(flaggedTexts(report, diagnostics), flagged)
  assert.match(messageOf(diagnostics[0]), /^Sources say .*31 million.*, not 36 million dollars: .*2024-03-04$/)
  const [source] = diagnostics[0].relatedInformation!
  assert.equal(source.location.uri, client.uri('seeds/bridge.txt'))
  assert.match(source.message, /^“.*Harbour Bridge in Port Ellis cost 31 million dollars/)
  const [fix] = await draft.actions('36 million')
  assert.equal(fix.isPreferred, true)
  assert.equal(await draft.apply(fix), report.replace('36 million', '31 million'))
})

test('fix all leaves nothing contradicted', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report)
  const [action] = await draft.actions('The', ['source.fixAll'])
  const fixed = await client.open('fixed.md', await draft.apply(action))
  assert.deepEqual(await fixed.diagnostics(), [])
})

test('the flag goes when the mistake is corrected by hand', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report)
  await draft.edit('36 million', '31 million')
  assert.deepEqual(await draft.diagnostics(), [])
})

test('a directive takes a line out of judgement', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report)
  const ignore = (await draft.actions('36 million')).filter(({ title }) => title.startsWith('Ignore'))
  assert.ok(ignore.length >= 2)
  for (const action of ignore) {
    const ignoring = await client.open(`${action.title}.md`, await draft.apply(action))
    assert.deepEqual(flaggedTexts(ignoring.text(), await ignoring.diagnostics()), [], action.title)
  }
})

test('a report that did not change is not sent again', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report)
  const { resultId } = await draft.pull()
  assert.deepEqual(await draft.pull(resultId), { kind: 'unchanged', resultId })
  await draft.edit('# The', '# Our own old')
  assert.deepEqual(await draft.pull(resultId), { kind: 'unchanged', resultId }, 'nothing visible has changed')
  await draft.edit('The Harbour', 'Our Harbour')
  assert.deepEqual(await draft.pull(resultId), { kind: 'unchanged', resultId }, 'nor has the place of the flag')
  await draft.edit('Our Harbour', 'Well, our Harbour')
  assert.equal((await draft.pull(resultId)).kind, 'full')
})

test('a draft is answered for as it is at last, however many edits come at once', async context => {
  const client = await started(context, { files, capabilities: plainCapabilities })
  await client.ready()
  const draft = await client.open('report.md', report)
  await pushed(client, draft.uri, 1)
  client.forget()
  for (const [before, after] of [['36', '37'], ['37', '38'], ['38', '31']]) await draft.edit(`${before} million`, `${after} million`) // prettier-ignore
  const { version } = await pushed(client, draft.uri, 0)
  assert.equal(version, 4)
})

test('one of two equal paragraphs is flagged where it stands, and keeps its flag when the other goes', async context => {
  const client = await started(context)
  await client.ready()
  const paragraph = 'The Harbour Bridge in Port Ellis cost 36 million dollars, the city council said.\n'
  const draft = await client.open('report.md', `${paragraph}\n${paragraph}`)
  assert.deepEqual(
    (await draft.diagnostics()).map(({ range }) => range.start.line),
    [0, 2],
  )
  await draft.edit(`${paragraph}\n`, '')
  assert.deepEqual(
    (await draft.diagnostics()).map(({ range }) => range.start.line),
    [0],
  )
})

test('a figure is left alone while it is typed, and the client is told to ask again', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report.replace('36 million', '3 million'))
  await client.received('workspace/diagnostic/refresh')
  client.forget()
  await draft.type('cost 3', '6')
  assert.deepEqual(await draft.diagnostics(), [])
  await client.received('workspace/diagnostic/refresh')
  assert.equal((await draft.diagnostics()).length, 1)
})

test('hover on a figure quotes the source and links to its line', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report)
  const hover = await draft.hover('36 million')
  assert.ok(hover && MarkupContent.is(hover.contents))
  assert.equal(hover.contents.kind, 'markdown')
  assert.match(hover.contents.value, /\*\*31 million[^*]*\*\*/)
  assert.ok(hover.contents.value.includes(`(${client.uri('seeds/bridge.txt')}#L3,`))
})

test('go to source opens the article at the value', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('report.md', report)
  const action = (await draft.actions('36 million')).find(({ title }) => title.startsWith('Go to the source'))
  await client.connection.sendRequest('workspace/executeCommand', action!.command)
  const shown = await client.received<{ uri: string; selection: { start: { line: number } } }>('window/showDocument')
  assert.equal(shown.uri, client.uri('seeds/bridge.txt'))
  assert.equal(shown.selection.start.line, 2)
})

test('an untitled draft is judged like any other', async context => {
  const client = await started(context)
  await client.ready()
  const draft = await client.open('untitled:Untitled-1', report)
  assert.deepEqual(flaggedTexts(report, await draft.diagnostics()), flagged)
})

test('offsets count UTF-16 code units', async context => {
  const client = await started(context)
  await client.ready()
  const emoji = report.replace('The Harbour', '🌉 𝒯𝒽ℯ Harbour')
  const draft = await client.open('report.md', emoji)
  assert.deepEqual(flaggedTexts(emoji, await draft.diagnostics()), flagged)
})

test('a client that is sent diagnostics gets them, and gets them cleared when the draft closes', async context => {
  const client = await started(context, { files, capabilities: plainCapabilities })
  await client.ready()
  assert.equal(client.initialized.capabilities.diagnosticProvider, undefined)
  const draft = await client.open('report.md', report)
  assert.deepEqual(flaggedTexts(report, (await pushed(client, draft.uri, 1)).diagnostics), flagged)
  await draft.edit('36 million', '31 million')
  await pushed(client, draft.uri, 0)
  client.forget()
  await draft.close()
  await pushed(client, draft.uri, 0)
})

test('a client that cannot be told to ask again is answered when the sources have been read', async context => {
  const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, diagnostics: {} } }
  const client = await started(context, { files, capabilities })
  const draft = await client.open('report.md', report)
  assert.deepEqual(flaggedTexts(report, await draft.diagnostics()), flagged)
})

test('a client without Markdown gets plain text', async context => {
  const client = await started(context, { files, capabilities: plainCapabilities })
  await client.ready()
  const draft = await client.open('report.md', report)
  const hover = await draft.hover('36 million')
  assert.ok(hover && MarkupContent.is(hover.contents))
  assert.equal(hover.contents.kind, 'plaintext')
  assert.match(hover.contents.value, /^Contradicted · Sources say/)
})

test('without a folder the server starts, answers and says that there are no articles', async context => {
  const client = await started(context, { openFolder: false })
  assert.equal((await client.ready()).articles, 0)
  const draft = await client.open('untitled:Untitled-1', report)
  assert.deepEqual(await draft.diagnostics(), [])
  const hover = await draft.hover('36 million')
  assert.ok(hover && MarkupContent.is(hover.contents))
  assert.match(hover.contents.value, /No source mentions/)
})

test('an article is not judged, Markdown or not', async context => {
  const client = await started(context, { files: { ...files, 'sources/other.md': report } })
  assert.equal((await client.ready()).articles, 2)
  const article = await client.open('sources/other.md', report)
  assert.deepEqual(await article.diagnostics(), [])
  assert.equal(await article.hover('36 million'), null)
})

test('requests about documents that are not open have empty answers', async context => {
  const client = await started(context)
  const textDocument = { uri: client.uri('nowhere.md') }
  const position = { line: 0, character: 0 }
  for (const method of ['hover', 'completion', 'definition', 'references', 'documentHighlight'])
    assert.equal(await client.connection.sendRequest(`textDocument/${method}`, { textDocument, position, context: {} }), null)
})
