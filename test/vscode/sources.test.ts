import { after, afterEach, before, describe, it } from 'mocha'
import * as vscode from 'vscode'
import { harbourArticle, harbourUri, writeArticle } from './harbour'
import { activateExtension, closeAll, openDraft, replaceText, waitForDiagnostics } from './helpers'

const draft = 'Mooring fees in Eastmere will rise by 24 percent next year.\n'

describe('sources that change', () => {
  before(async () => {
    await activateExtension()
    await writeArticle(harbourUri(), harbourArticle)
  })
  afterEach(closeAll)
  after(async () => vscode.workspace.fs.delete(harbourUri()))

  it('judges open drafts again when an article changes on disk, goes, and comes back', async () => {
    const { document } = await openDraft('sources.md', draft)
    await waitForDiagnostics(document.uri, found => found.length === 1)
    await writeArticle(harbourUri(), harbourArticle.replace('19%', '24%'))
    await waitForDiagnostics(document.uri, found => found.length === 0)
    await writeArticle(harbourUri(), harbourArticle)
    await waitForDiagnostics(document.uri, found => found.length === 1)
    await vscode.workspace.fs.delete(harbourUri())
    await waitForDiagnostics(document.uri, found => found.length === 0)
    await writeArticle(harbourUri(), harbourArticle)
    await waitForDiagnostics(document.uri, found => found.length === 1)
  })

  it('judges open drafts by what stands in the editor of an article, saved or not', async () => {
    const { document } = await openDraft('sources.md', draft)
    await waitForDiagnostics(document.uri, found => found.length === 1)
    const article = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(harbourUri()), vscode.ViewColumn.Beside)
    await replaceText(article, '19%', '24%')
    await waitForDiagnostics(document.uri, found => found.length === 0)
    await replaceText(article, '24%', '19%')
    await waitForDiagnostics(document.uri, found => found.length === 1)
  })
})
