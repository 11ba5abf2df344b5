import {
  commands,
  Disposable,
  languages,
  Range,
  window,
  workspace,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  type TextEditorSelectionChangeEvent,
} from 'vscode'
import { CompletionRequest, type LanguageClient } from 'vscode-languageclient/node'
import { draftSelector } from './client'
import { isNameBeginning, isNameWord, opensAtLetters } from './nameBeginning'

/** Where the caret stands behind a letter that has just been typed. */
interface Typed {
  readonly document: TextDocument
  readonly end: Position
}

/** Undone and redone letters are not typed, nor is what several carets write. */
function typedLetter({ document, contentChanges, reason }: TextDocumentChangeEvent): Typed | undefined {
  if (reason !== undefined || contentChanges.length !== 1) return undefined
  const [{ text, range }] = contentChanges
  return text.length === 1 ? { document, end: range.start.translate(0, 1) } : undefined
}

/** Whether the writer wants lists to open, and VS Code would not open them. */
function isWanted(document: TextDocument): boolean {
  const editor = workspace.getConfiguration('editor', document)
  return (
    workspace.getConfiguration('groundcheck', document).get<boolean>('completion.automatic', true) &&
    editor.get<boolean>('suggestOnTriggerCharacters', true) &&
    !opensAtLetters(editor.get('quickSuggestions'))
  )
}

/** Whether the server has names for a place. */
async function hasNames(client: LanguageClient, document: TextDocument, position: Position): Promise<boolean> {
  if (!client.isRunning()) return false
  const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, position)
  const answer = await client.sendRequest(CompletionRequest.type, params)
  return answer !== null && (Array.isArray(answer) ? answer : answer.items).length > 0
}

/** The caret, as long as it stands in or behind the word that begins at a place. */
function caretIn(editor: TextEditor, start: Position): Position | undefined {
  const { active, isEmpty } = editor.selection
  if (window.activeTextEditor !== editor || !isEmpty || !active.isAfter(start)) return undefined
  return isNameWord(editor.document.getText(new Range(start, active))) ? active : undefined
}

/**
 * Opens the list where the server has names. It is asked first: without names from it VS Code would fill the list with words of the
 * draft. Who has typed on in the meantime gets the list for what stands there then.
 * @param start where the word begins
 */
async function offerNames(client: LanguageClient, editor: TextEditor, start: Position): Promise<void> {
  const { document } = editor
  for (let caret = caretIn(editor, start); caret; caret = caretIn(editor, start)) {
    const { version } = document
    if (!(await hasNames(client, document, caret))) return
    if (document.version === version && caretIn(editor, start)?.isEqual(caret))
      // an automatic list stays away when it has nothing to show, and goes when nothing fits any more
      return void (await commands.executeCommand('editor.action.triggerSuggest', { auto: true }))
  }
}

/**
 * Opens the list of names while the writer types a capitalised word, which VS Code leaves undone in Markdown: quick suggestions are
 * off there, and letters that a server declares as triggers count for nothing in VS Code. Nobody waits for it: typing goes on.
 */
export function openNamesWhileTyping(client: LanguageClient): Disposable {
  let typed: Typed | undefined
  const follow = ({ textEditor, selections }: TextEditorSelectionChangeEvent): void => {
    const { document } = textEditor
    const [{ active }] = selections
    // the caret moves after the text has changed: before that the editor would ask for another place
    const isTyping = selections.length === 1 && typed?.document === document && typed.end.isEqual(active)
    typed = undefined
    if (!isTyping || !languages.match(draftSelector, document)) return
    if (!isNameBeginning(document.lineAt(active).text.slice(0, active.character)) || !isWanted(document)) return
    // a server that stops meanwhile has nothing to offer
    offerNames(client, textEditor, active.translate(0, -2)).catch(() => undefined)
  }
  return Disposable.from(
    workspace.onDidChangeTextDocument(event => {
      if (event.contentChanges.length > 0) typed = typedLetter(event)
    }),
    window.onDidChangeTextEditorSelection(follow),
  )
}
