import { after, afterEach, before, describe, it } from 'mocha'
import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { harbourArticle, harbourUri, quayArticle, quayUri, writeArticle } from './harbour'
import {
  activateExtension,
  applyAction,
  closeAll,
  codeActionsAt,
  codeOf,
  groundcheckDiagnostics,
  openDraft,
  rangeOf,
  replaceText,
  waitForDiagnostics,
} from './helpers'

const draft = `# Eastmere

The port of Eastmere handled 4.2 million tonnes of cargo in September.
Mooring fees in Eastmere will rise by 24 percent next year.
The north quay in Eastmere will reopen on Nov. 15.
`

describe('flags and fixes', () => {
  before(async () => {
    await activateExtension()
    await writeArticle(harbourUri(), harbourArticle)
  })
  afterEach(closeAll)
  after(() => vscode.workspace.fs.delete(harbourUri()))

  const flagged = async (): Promise<{ editor: vscode.TextEditor; diagnostics: readonly vscode.Diagnostic[] }> => {
    const editor = await openDraft('flags.md', draft)
    const diagnostics = await waitForDiagnostics(editor.document.uri, found => found.length === 2)
    return { editor, diagnostics }
  }

  it('flags what the sources contradict, on exactly that text, and nothing else', async () => {
    const { editor, diagnostics } = await flagged()
    assert.deepEqual(
      diagnostics.map(diagnostic => [editor.document.getText(diagnostic.range), codeOf(diagnostic)]),
      [
        ['24 percent', 'figure.contradicted'],
        ['Nov. 15', 'date.contradicted'],
      ],
    )
  })

  it('says what the sources say, with the source sentence beside the flag', async () => {
    const [fees] = (await flagged()).diagnostics
    assert.match(fees!.message, /19%/)
    assert.match(fees!.message, /24 percent/)
    const [source] = fees!.relatedInformation!
    assert.equal(source!.location.uri.toString(), harbourUri().toString())
    assert.match(source!.message, /Mooring fees in Eastmere will rise by 19% next year/)
  })

  it('replaces a flagged figure in the style of the draft, and the flag goes', async () => {
    const { editor } = await flagged()
    const { document } = editor
    const actions = await codeActionsAt(document.uri, rangeOf(document, '24 percent'), vscode.CodeActionKind.QuickFix)
    const preferred = actions.filter(action => action.isPreferred)
    assert.equal(preferred.length, 1)
    await applyAction(preferred[0]!)
    assert.match(document.getText(), /rise by 19 percent next year/)
    await waitForDiagnostics(document.uri, found => found.length === 1)
  })

  it('lets the flag go when the writer corrects the figure', async () => {
    const { editor } = await flagged()
    await replaceText(editor, '24 percent', '19%')
    const left = await waitForDiagnostics(editor.document.uri, found => found.length === 1)
    assert.equal(editor.document.getText(left[0]!.range), 'Nov. 15')
  })

  it('keeps quiet about a figure that the writer chose to ignore', async () => {
    const { editor } = await flagged()
    const { document } = editor
    const actions = await codeActionsAt(document.uri, rangeOf(document, 'Nov. 15'), vscode.CodeActionKind.QuickFix)
    const ignore = actions.find(({ title }) => /^ignore/i.test(title))
    assert.ok(ignore, `no such action among: ${actions.map(({ title }) => title).join('; ')}`)
    await applyAction(ignore)
    assert.match(document.getText(), /<!-- groundcheck-ignore/)
    await waitForDiagnostics(document.uri, found => found.length === 1)
  })

  it('fixes all in one action', async () => {
    const { editor } = await flagged()
    const { document } = editor
    const whole = new vscode.Range(0, 0, document.lineCount, 0)
    const [fixAll] = await codeActionsAt(document.uri, whole, vscode.CodeActionKind.SourceFixAll.append('groundcheck'))
    await applyAction(fixAll!)
    assert.match(document.getText(), /rise by 19 percent next year/)
    assert.match(document.getText(), /reopen on Nov\. 10\./)
    await waitForDiagnostics(document.uri, found => found.length === 0)
  })

  it('remarks on a name that is a slip away from one in the sources, and mends it', async () => {
    const { document } = await openDraft('names.md', 'The council of Eastmere listened to Lena Torvold.\n')
    const [remark] = await waitForDiagnostics(document.uri, found => found.length === 1)
    assert.deepEqual(
      [document.getText(remark!.range), codeOf(remark!), remark!.severity],
      ['Lena Torvold', 'name.misspelled', vscode.DiagnosticSeverity.Information],
    )
    const [fix] = await codeActionsAt(document.uri, remark!.range, vscode.CodeActionKind.QuickFix)
    assert.equal(fix!.isPreferred, true)
    await applyAction(fix!)
    assert.equal(document.getText(), 'The council of Eastmere listened to Lena Torvald.\n')
    await waitForDiagnostics(document.uri, found => found.length === 0)
  })

  it('flags nothing in a closed draft', async () => {
    const { editor } = await flagged()
    const { uri } = editor.document
    await closeAll()
    await waitForDiagnostics(uri, found => found.length === 0)
  })

  it('checks a draft that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: draft })
    await vscode.window.showTextDocument(document)
    await waitForDiagnostics(document.uri, found => found.length === 2)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  describe('with a second article that says otherwise', () => {
    before(() => writeArticle(quayUri(), quayArticle))
    after(() => vscode.workspace.fs.delete(quayUri()))

    it('offers the value of each', async () => {
      const { document } = (await flagged()).editor
      await waitForDiagnostics(document.uri, ([fees]) => fees?.relatedInformation?.length === 2)
      const actions = await codeActionsAt(document.uri, rangeOf(document, '24 percent'), vscode.CodeActionKind.QuickFix)
      const titles = actions.map(({ title }) => title).join('\n')
      assert.match(titles, /19 percent/)
      assert.match(titles, /30 percent/)
    })

    it('takes a Markdown file among the sources for an article, not for a draft', async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(quayUri()))
      await flagged()
      assert.deepEqual(groundcheckDiagnostics(quayUri()), [])
    })
  })
})
