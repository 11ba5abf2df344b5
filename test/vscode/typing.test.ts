import { after, afterEach, before, describe, it } from 'mocha'
import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import * as vscode from 'vscode'
import { harbourArticle, harbourUri, writeArticle } from './harbour'
import { activateExtension, closeAll, openDraft, waitForDiagnostics } from './helpers'

// the flag tells when the article is indexed
const flagged = 'Mooring fees in Eastmere will rise by 24 percent next year.'

/** As a writer's fingers do: letter by letter. */
async function type(text: string, milliseconds = 30): Promise<void> {
  for (const letter of text) {
    await vscode.commands.executeCommand('type', { text: letter })
    await delay(milliseconds)
  }
}

let drafts = 0

/** Opens a draft in which a bar marks the caret. */
async function openAtBar(marked: string): Promise<vscode.TextEditor> {
  const at = marked.indexOf('|')
  const { document } = await openDraft(`typing${++drafts}.md`, `${marked.replace('|', '')}\n\n${flagged}\n`)
  await waitForDiagnostics(document.uri, found => found.length === 1)
  const caret = document.positionAt(at)
  return vscode.window.showTextDocument(document, { selection: new vscode.Range(caret, caret) })
}

const caretLine = ({ document, selection }: vscode.TextEditor): string => document.lineAt(selection.active).text

/** The line of the caret after the item that is offered was taken, or as it is when none is offered within the time. */
async function lineAfterAccepting(editor: vscode.TextEditor, milliseconds: number): Promise<string> {
  const before = caretLine(editor)
  for (const end = Date.now() + milliseconds; Date.now() < end && caretLine(editor) === before; await delay(100))
    await vscode.commands.executeCommand('acceptSelectedSuggestion')
  return caretLine(editor)
}

describe('names while typing', () => {
  before(async () => {
    await activateExtension()
    await writeArticle(harbourUri(), harbourArticle)
  })
  afterEach(closeAll)
  after(() => vscode.workspace.fs.delete(harbourUri()))

  const offered: [what: string, draft: string, typed: string, line: string][] = [
    ['in the midst of a sentence', 'Yesterday |', 'Torv', 'Yesterday Lena Torvald'],
    ['from two letters on', 'Yesterday |', 'To', 'Yesterday Lena Torvald'],
    ['at the start of a heading', '# |', 'Eastm', '# Eastmere'],
    ['behind a role', 'said Mayor |', 'Tor', 'said Mayor Lena Torvald'],
    ['in brackets', 'the town (|)', 'Eas', 'the town (Eastmere)'],
  ]
  for (const [what, draft, typed, line] of offered)
    it(`opens the list ${what}`, async () => {
      const editor = await openAtBar(draft)
      await type(typed)
      assert.equal(await lineAfterAccepting(editor, 10_000), line)
    })

  const left: [what: string, draft: string, typed: string, line: string][] = [
    ['a word without a capital', 'Yesterday |', 'torv', 'Yesterday torv'],
    ['a capitalised word of the draft that begins no name', 'Yesterday |', 'Yest', 'Yesterday Yest'],
    ['code', 'Yesterday `|`', 'Torv', 'Yesterday `Torv`'],
    ['a block of code', '```\n|\n```', 'Torv', 'Torv'],
    ['front matter', '---\ntitle: |\n---', 'Torv', 'title: Torv'],
    ['a link target', 'The [mayor](|)', 'Torv', 'The [mayor](Torv)'],
  ]
  for (const [what, draft, typed, line] of left)
    it(`opens nothing in ${what}`, async () => {
      const editor = await openAtBar(draft)
      await type(typed)
      assert.equal(await lineAfterAccepting(editor, 1500), line)
    })

  const namedBefore = 'Lena Torvald spoke. Yesterday |'
  const takeSecond = async (editor: vscode.TextEditor): Promise<string> => {
    await delay(1000)
    await vscode.commands.executeCommand('selectNextSuggestion')
    return lineAfterAccepting(editor, 1500)
  }

  it('offers the short name of who is named already, and then the full one', async () => {
    const editor = await openAtBar(namedBefore)
    await type('Torval')
    assert.equal(await takeSecond(editor), 'Lena Torvald spoke. Yesterday Lena Torvald')
  })

  it('closes the list when a name is there in full', async () => {
    const editor = await openAtBar(namedBefore)
    await type('Torval')
    await delay(1000)
    await type('d')
    assert.equal(await takeSecond(editor), 'Lena Torvald spoke. Yesterday Torvald')
  })

  it('shows no words of the draft to who types on while the list opens', async () => {
    const editor = await openAtBar('Tomorrow Tomato |')
    for (let turn = 0; turn < 8; turn++) {
      // the third letter is on its way when the server answers to the second
      await type('Toma', 10 + turn * 4)
      await delay(300)
      await vscode.commands.executeCommand('acceptSelectedSuggestion')
      await type(' ')
    }
    assert.equal(caretLine(editor), `Tomorrow Tomato ${'Toma '.repeat(8)}`)
  })

  it('opens nothing where the setting is off', async () => {
    const settings = vscode.workspace.getConfiguration('groundcheck')
    await settings.update('completion.automatic', false, vscode.ConfigurationTarget.Workspace)
    try {
      const editor = await openAtBar('Yesterday |')
      await type('Torv')
      assert.equal(await lineAfterAccepting(editor, 1500), 'Yesterday Torv')
    } finally {
      await settings.update('completion.automatic', undefined, vscode.ConfigurationTarget.Workspace)
    }
  })
})
