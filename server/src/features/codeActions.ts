import type { CodeAction, CodeActionContext, CodeActionParams, Diagnostic, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Span } from '../core/text/span'
import { CodeActionKind } from '../protocol/library'
import { showSourceCommand, whyCommand } from '../protocol/messages'
import { changesTo } from './changes'
import { diagnosticSource } from './diagnostics'
import { flagsOf, type DraftFlag, type Flag, type Replacement } from './flags'
import { ignoreEdits } from './ignoring'
import { locationOf, rangeOf, type DraftView } from './view'
import { counted, onOneLine, sourceOf } from './wording'

/** The kind of the action that makes all preferred fixes. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.groundcheck`

/** All kinds that {@link provideCodeActions} gives. */
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind]

/** What a client sends back when it asks for an action's edit. */
interface ActionData {
  readonly uri: string
  readonly version: number
  readonly edits: readonly TextEdit[]
}

/** Whether a client that asks for `only` some kinds of action wants one of `kind`; kinds are hierarchical. */
const wants = ({ only }: CodeActionContext, kind: string): boolean =>
  only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character

/** The client's diagnostics for a flag. */
function diagnosticsFor(view: DraftView, { code, span }: Flag, context: CodeActionContext): Diagnostic[] {
  const range = rangeOf(view.document, span)
  return context.diagnostics.filter(each => each.source === diagnosticSource && each.code === code && sameRange(each.range, range))
}

function workspaceEdit({ uri, version, edits }: ActionData, documentChanges: boolean): WorkspaceEdit {
  return documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] } : { changes: { [uri]: [...edits] } }
}

/** An action that edits the draft: with its edit, or with the data to make it if the client can ask for it later. */
function editing(view: DraftView, action: CodeAction, edits: readonly TextEdit[]): CodeAction {
  const { uri, version } = view.document
  const data: ActionData = { uri, version, edits }
  return view.client.resolvesEdits ? { ...action, data } : { ...action, edit: workspaceEdit(data, view.client.documentChanges) }
}

/** Adds the edit to an action that was sent without one. */
export function resolveCodeAction({ documentChanges }: { readonly documentChanges: boolean }, action: CodeAction): CodeAction {
  const { data, ...rest } = action
  return data === undefined ? action : { ...rest, edit: workspaceEdit(data as ActionData, documentChanges) }
}

const replacing = ({ document, draft }: DraftView, { prose, inProse }: DraftFlag, { text }: Replacement): TextEdit[] =>
  changesTo(draft.text, prose, inProse, text).map(change => ({ range: rangeOf(document, change.span), newText: change.text }))

/** The fix that is safe to make without asking: the best replacement, if there is no choice to make. */
const preferredFix = (view: DraftView, flag: DraftFlag): TextEdit[] =>
  flag.isPlain && flag.replacements.length > 0 ? replacing(view, flag, flag.replacements[0]) : []

const fixes = (view: DraftView, flag: DraftFlag, diagnostics: Diagnostic[]): CodeAction[] =>
  flag.replacements.map((replacement, rank) => {
    const { text, from } = replacement
    const action: CodeAction = {
      title: `Replace with “${onOneLine(text)}”${from ? ` (${onOneLine(sourceOf(from))})` : ''}`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(rank === 0 && flag.isPlain && { isPreferred: true }),
    }
    return editing(view, action, replacing(view, flag, replacement))
  })

function goToSource(view: DraftView, { quotes }: Flag, diagnostics: Diagnostic[]): CodeAction[] {
  if (!view.client.showsDocuments || quotes.length === 0) return []
  const { uri, range } = locationOf(quotes[0])
  const title = `Go to the source: ${onOneLine(sourceOf(quotes[0]))}`
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: showSourceCommand, arguments: [uri, range] } }]
}

const ignoring = (view: DraftView, { span }: Flag, diagnostics: Diagnostic[]): CodeAction[] =>
  ignoreEdits(view.document, span).map(({ title, edits }) => editing(view, { title, kind: CodeActionKind.QuickFix, diagnostics }, edits))

function whyThisVerdict(view: DraftView, { span, hasReasons }: Flag, diagnostics: Diagnostic[]): CodeAction[] {
  if (!hasReasons || !view.client.commands.has(whyCommand)) return []
  const title = 'Why this verdict?'
  const position = view.document.positionAt(span.start)
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title, command: whyCommand, arguments: [view.document.uri, position] },
    },
  ]
}

function quickFixes(view: DraftView, flag: DraftFlag, context: CodeActionContext): CodeAction[] {
  const diagnostics = diagnosticsFor(view, flag, context)
  return [fixes, goToSource, whyThisVerdict, ignoring].flatMap(part => part(view, flag, diagnostics))
}

/** The flags that do not overlap an earlier one: two edits of the same place would spoil each other. */
function apartFromEarlier(flags: readonly DraftFlag[]): DraftFlag[] {
  let end = 0
  return flags.filter(({ span }) => {
    const isApart = span.start >= end
    end = Math.max(end, span.end)
    return isApart
  })
}

function fixAll(view: DraftView, flags: readonly DraftFlag[]): CodeAction[] {
  const fixed = apartFromEarlier(flags)
    .map(flag => preferredFix(view, flag))
    .filter(({ length }) => length > 0)
  const edits = fixed.flat()
  if (edits.length === 0) return []
  return [editing(view, { title: `Fix ${counted(fixed.length, 'place')} where the sources say otherwise`, kind: fixAllKind }, edits)]
}

/** Whether a selection touches a span; a cursor right after a word does. */
const touches = (selection: Span, span: Span): boolean => selection.start <= span.end && span.start <= selection.end

/** What can be done about the flags in a range of the draft, most useful first. */
export function provideCodeActions(view: DraftView, { range, context }: CodeActionParams): CodeAction[] {
  const selection = { start: view.document.offsetAt(range.start), end: view.document.offsetAt(range.end) }
  const flags = view.settings.checking.run === 'off' ? [] : flagsOf(view)
  const touched = wants(context, CodeActionKind.QuickFix) ? flags.filter(({ span }) => touches(selection, span)) : []
  return [
    ...touched.flatMap(flag => quickFixes(view, flag, context)),
    // fixing everything is offered only to a client that asks for it
    ...(context.only !== undefined && wants(context, fixAllKind) ? fixAll(view, flags) : []),
  ]
}
