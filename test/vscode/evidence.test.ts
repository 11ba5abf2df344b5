import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { harbourArticle, harbourUri, writeArticle } from './harbour'
import { activateExtension, closeAll, hoverAt, openDraft, rangeOf, waitForDiagnostics } from './helpers'

const draft = `Lena Torvald spoke in Eastmere.

Mooring fees in Eastmere will rise by 24 percent next year.
`

describe('what the sources say', () => {
  let document: vscode.TextDocument

  before(async () => {
    await activateExtension()
    await writeArticle(harbourUri(), harbourArticle)
  })
  beforeEach(async () => {
    document = (await openDraft('evidence.md', draft)).document
    await waitForDiagnostics(document.uri, found => found.length === 1)
  })
  afterEach(closeAll)
  after(() => vscode.workspace.fs.delete(harbourUri()))

  const middleOf = (text: string): vscode.Position => rangeOf(document, text).start.translate(0, Math.floor(text.length / 2))

  it('shows on hover over a name who it is, with quoted sentences of the sources', async () => {
    const card = await hoverAt(document.uri, middleOf('Torvald'))
    assert.match(card, /Lena Torvald/)
    assert.match(card, /mayor/i)
    assert.match(card, /north quay/)
    assert.match(card, /Eastmere Gazette/)
  })

  it('shows on hover over a figure the verdict and the sentence with the other value', async () => {
    const card = await hoverAt(document.uri, middleOf('24 percent'))
    assert.match(card, /\*\*19%\*\*/)
    assert.match(card, /Mooring fees/)
  })

  it('offers a name from any part of it', async () => {
    const editor = vscode.window.activeTextEditor!
    const end = document.lineAt(document.lineCount - 1).range.end
    await editor.edit(edit => edit.insert(end, 'Yesterday torv'))
    const position = document.lineAt(document.lineCount - 1).range.end
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      20,
    )
    const item = items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'Lena Torvald')
    assert.ok(item, `not among the offers: ${items.map(({ label }) => (typeof label === 'string' ? label : label.label)).join(', ')}`)
    assert.match(`${item.detail} ${typeof item.label === 'string' ? '' : item.label.description}`, /mayor/i)
  })

  it('goes from a flagged figure to the source sentence', async () => {
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      middleOf('24 percent'),
    )
    const place = places[0]!
    const [uri, range] = 'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range]
    assert.equal(uri.toString(), harbourUri().toString())
    const article = await vscode.workspace.openTextDocument(uri)
    assert.match(article.lineAt(range.start.line).text, /Mooring fees/)
  })

  it('lists all mentions of a name in the sources', async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      middleOf('Torvald'),
    )
    const inArticle = places.filter(({ uri }) => uri.toString() === harbourUri().toString())
    const article = await vscode.workspace.openTextDocument(harbourUri())
    const lines = new Set(inArticle.map(({ range }) => article.lineAt(range.start.line).text.slice(0, 14)))
    assert.deepEqual(lines, new Set(['Mayor Lena Tor', 'The port of Ea', 'Mooring fees i']), 'by name, and as the mayor')
  })
})
