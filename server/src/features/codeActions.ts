import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Judgement, Suggestion } from '../core/grounding/judgement'
import type { Span } from '../core/text/span'
import { showSourceCommand, whyCommand } from '../protocol'
import { codeOf, diagnosticSource, levelOf } from './diagnostics'
import { ignoreEdits } from './ignoring'
import { locationOf, rangeOf, type DraftView } from './view'
import { counted, onOneLine, sourceOf } from './wording'

/** The kind of the action that fixes all that sources contradict. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.groundcheck`

/** All kinds that {@link provideCodeActions} gives. */
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind]

/** What an action carries until its edit is asked for. */
interface ActionData {
  readonly uri: string
  readonly version: number
  readonly edits: readonly TextEdit[]
}

/** Whether a client that asks for `only` some kinds of action wants one of `kind`; kinds are trees. */
const wants = ({ only }: CodeActionContext, kind: string): boolean =>
  only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character

/** The diagnostics of the client that flag a judgement. */
function diagnosticsFor(view: DraftView, judgement: Judgement, context: CodeActionContext): Diagnostic[] {
  const range = rangeOf(view.document, judgement.span)
  return context.diagnostics.filter(
    each => each.source === diagnosticSource && each.code === codeOf(judgement) && sameRange(each.range, range),
  )
}

function workspaceEdit({ uri, version, edits }: ActionData, documentChanges: boolean): WorkspaceEdit {
  return documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] } : { changes: { [uri]: [...edits] } }
}

/** An action that edits the draft: with its edit, or where the client can ask for it later with what makes it. */
function editing(view: DraftView, action: CodeAction, edits: readonly TextEdit[]): CodeAction {
  const { uri, version } = view.document
  const data: ActionData = { uri, version, edits }
  return view.client.resolvesEdits ? { ...action, data } : { ...action, edit: workspaceEdit(data, view.client.documentChanges) }
}

/** Adds the edit to an action that was sent without. */
export function resolveCodeAction({ documentChanges }: { readonly documentChanges: boolean }, action: CodeAction): CodeAction {
  const { data, ...rest } = action
  return data === undefined ? action : { ...rest, edit: workspaceEdit(data as ActionData, documentChanges) }
}

const replacement = (view: DraftView, { span }: Judgement, { text }: Suggestion): TextEdit => ({
  range: rangeOf(view.document, span),
  newText: text,
})

/** The one fix that is safe to make unasked: of what all sources contradict, the best suggestion. */
const preferredFix = (view: DraftView, judgement: Judgement): TextEdit[] =>
  judgement.verdict === 'contradicted' && judgement.suggestions.length > 0 ? [replacement(view, judgement, judgement.suggestions[0])] : []

const fixes = (view: DraftView, judgement: Judgement, diagnostics: Diagnostic[]): CodeAction[] =>
  judgement.suggestions.map((suggestion, rank) => {
    const evidence = judgement.evidence[suggestion.evidence]
    const action: CodeAction = {
      title: `Replace with “${onOneLine(suggestion.text)}”${evidence ? ` (${onOneLine(sourceOf(evidence))})` : ''}`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(rank === 0 && judgement.verdict === 'contradicted' && { isPreferred: true }),
    }
    return editing(view, action, [replacement(view, judgement, suggestion)])
  })

function goToSource(view: DraftView, { evidence }: Judgement, diagnostics: Diagnostic[]): CodeAction[] {
  if (!view.client.showsDocuments || evidence.length === 0) return []
  const { uri, range } = locationOf(view.articles, evidence[0])
  const title = `Go to the source: ${onOneLine(sourceOf(evidence[0]))}`
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: showSourceCommand, arguments: [uri, range] } }]
}

const ignoring = (view: DraftView, { span }: Judgement, diagnostics: Diagnostic[]): CodeAction[] =>
  ignoreEdits(view.document, span).map(({ title, edits }) => editing(view, { title, kind: CodeActionKind.QuickFix, diagnostics }, edits))

function whyThisVerdict(view: DraftView, { span }: Judgement, diagnostics: Diagnostic[]): CodeAction[] {
  if (!view.client.commands.has(whyCommand)) return []
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

function quickFixes(view: DraftView, judgement: Judgement, context: CodeActionContext): CodeAction[] {
  const diagnostics = diagnosticsFor(view, judgement, context)
  return [fixes, goToSource, whyThisVerdict, ignoring].flatMap(part => part(view, judgement, diagnostics))
}

function fixAll(view: DraftView, judgements: readonly Judgement[]): CodeAction[] {
  const edits = judgements.flatMap(judgement => preferredFix(view, judgement))
  if (edits.length === 0) return []
  return [editing(view, { title: `Fix ${counted(edits.length, 'value')} that the sources contradict`, kind: fixAllKind }, edits)]
}

/** The judgements that are shown as diagnostics; actions are for those. */
const flagged = (view: DraftView): Judgement[] =>
  view.settings.checking.run === 'off' ? [] : view.judgements().filter(judgement => levelOf(view, judgement) !== 'ignore')

/** Whether a selection touches a span; a caret right behind a word does. */
const touches = (selection: Span, span: Span): boolean => selection.start <= span.end && span.start <= selection.end

/** What can be done about the flagged figures and dates in a range of the draft, most useful first. */
export function provideCodeActions(view: DraftView, { range, context }: CodeActionParams): CodeAction[] {
  const selection = { start: view.document.offsetAt(range.start), end: view.document.offsetAt(range.end) }
  const judgements = flagged(view)
  const touched = wants(context, CodeActionKind.QuickFix) ? judgements.filter(({ span }) => touches(selection, span)) : []
  return [
    ...touched.flatMap(judgement => quickFixes(view, judgement, context)),
    // fixing all is never offered unasked
    ...(context.only !== undefined && wants(context, fixAllKind) ? fixAll(view, judgements) : []),
  ]
}
