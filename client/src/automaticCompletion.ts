import {
  commands,
  CompletionItem,
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

/** The position after a letter that has just been typed. */
interface Typed {
  readonly document: TextDocument
  readonly end: Position
}

/** The letter that a change typed. Undo and redo do not type, nor does editing at several cursors count. */
function typedLetter({ document, contentChanges, reason }: TextDocumentChangeEvent): Typed | undefined {
  if (reason !== undefined || contentChanges.length !== 1) return undefined
  const [{ text, range }] = contentChanges
  return text.length === 1 ? { document, end: range.start.translate(0, 1) } : undefined
}

/** Whether the writer wants the list to open by itself, and VS Code would not open it. */
function isWanted(document: TextDocument): boolean {
  const editor = workspace.getConfiguration('editor', document)
  return (
    workspace.getConfiguration('groundcheck', document).get<boolean>('completion.automatic', true) &&
    editor.get<boolean>('suggestOnTriggerCharacters', true) &&
    !opensAtLetters(editor.get('quickSuggestions'))
  )
}

/** The names that the server offers at a place. */
async function namesAt(client: LanguageClient, document: TextDocument, position: Position): Promise<readonly string[]> {
  if (!client.isRunning()) return []
  const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, position)
  const answer = (await client.sendRequest(CompletionRequest.type, params)) ?? []
  return (Array.isArray(answer) ? answer : answer.items).map(({ label }) => label)
}

/** A word for which names were found. */
interface Offer {
  readonly document: TextDocument
  /** Where the word begins. */
  readonly start: Position
  /** Where it ended when the names were found. */
  readonly caret: Position
  readonly names: readonly string[]
}

/** Whether one of the names is complete before the cursor. */
function isWritten({ document, start, names }: Offer, caret: Position): boolean {
  if (caret.line !== start.line || caret.isBeforeOrEqual(start)) return false
  const line = document.lineAt(caret).text.slice(0, caret.character)
  return names.some(name => name.length >= caret.character - start.character && line.endsWith(name))
}

/** The cursor, if it is still in or right after the word that begins at `start`. */
function caretIn(editor: TextEditor, start: Position): Position | undefined {
  const { active, isEmpty } = editor.selection
  if (window.activeTextEditor !== editor || !isEmpty || !active.isAfter(start)) return undefined
  return isNameWord(editor.document.getText(new Range(start, active))) ? active : undefined
}

/**
 * The names that fit a word being typed, if there are any. If the writer types on meanwhile, they are looked up again for what is there
 * then.
 * @param start where the word begins
 */
async function findNames(client: LanguageClient, editor: TextEditor, start: Position): Promise<Offer | undefined> {
  const { document } = editor
  for (let caret = caretIn(editor, start); caret; caret = caretIn(editor, start)) {
    const { version } = document
    const names = await namesAt(client, document, caret)
    if (names.length === 0) return undefined
    if (document.version === version && caretIn(editor, start)?.isEqual(caret)) return { document, start, caret, names }
  }
  return undefined
}

/** An item that never fits what is typed, so it is never shown. */
function unfitting(range: Range): CompletionItem {
  const item = new CompletionItem('…')
  item.range = range
  item.filterText = ' '
  return item
}

/**
 * Opens the list of names while the writer types a capitalised word. VS Code does not do so in Markdown: quick suggestions are off there,
 * and it ignores letters that a server declares as trigger characters. Typing never waits for it. Once a name is complete the list
 * closes, so that Enter starts a new line.
 *
 * Where no extension has an item, VS Code fills the list with words from the draft. So the list is opened only if the server has names;
 * and if a letter typed at that moment leaves none that fit, an item that is never shown keeps those words out.
 */
export function openNamesWhileTyping(client: LanguageClient): Disposable {
  let typed: Typed | undefined
  let offer: Offer | undefined
  let opening: Offer | undefined
  const open = (found: Offer | undefined): void => {
    offer = found
    if (!found || isWritten(found, found.caret)) return
    opening = found
    // an automatic list does not open with nothing to show, and closes when nothing fits any more
    void commands.executeCommand('editor.action.triggerSuggest', { auto: true })
  }
  const follow = ({ textEditor, selections }: TextEditorSelectionChangeEvent): void => {
    const { document } = textEditor
    const [{ active }] = selections
    // the cursor moves after the text has changed; until then the editor would ask for the wrong place
    const isTyping = selections.length === 1 && typed?.document === document && typed.end.isEqual(active)
    typed = undefined
    if (!isTyping || !languages.match(draftSelector, document)) return
    if (offer?.document === document && isWritten(offer, active)) void commands.executeCommand('hideSuggestWidget')
    if (!isNameBeginning(document.lineAt(active).text.slice(0, active.character)) || !isWanted(document)) return
    offer = undefined
    // if the server stops meanwhile, there is nothing to offer
    findNames(client, textEditor, active.translate(0, -2)).then(open, () => undefined)
  }
  const provideCompletionItems = (document: TextDocument, position: Position): CompletionItem[] => {
    const here = opening
    opening = undefined
    const isHere = here?.document === document && here.start.line === position.line && here.start.isBefore(position)
    return isHere ? [unfitting(new Range(here.start, position))] : []
  }
  return Disposable.from(
    workspace.onDidChangeTextDocument(event => {
      if (event.contentChanges.length > 0) typed = typedLetter(event)
    }),
    window.onDidChangeTextEditorSelection(follow),
    languages.registerCompletionItemProvider(draftSelector, { provideCompletionItems }),
  )
}
