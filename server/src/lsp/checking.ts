import type { Diagnostic } from 'vscode-languageserver'
import { provideDiagnostics } from '../features/diagnostics'
import type { DraftView } from '../features/view'
import type { OpenDocuments, Typing } from './openDocuments'

/** The diagnostics of a draft, and what they were made from. */
export interface Report {
  /** Two reports with the same id are equal. */
  readonly resultId: string
  readonly items: readonly Diagnostic[]
  /** Everything the report was made from, as a key: with the same key it would come out the same. */
  readonly state: string
  /** In how many milliseconds to ask again, because a flag on what is being typed is held back; undefined when none is. */
  readonly askAgainIn?: number
}

/** What a report depends on besides the draft itself. */
export interface CheckingState {
  /** Whether all sources have been read: verdicts from half of them would be wrong. */
  readonly indexed: boolean
  readonly settingsGeneration: number
  readonly now: number
  /** Whether the client can be told to ask again. */
  readonly canAskAgain: boolean
}

/** How long a figure is left alone while it is typed, in milliseconds: "2" is not wrong on the way to "24". */
const TYPING_PAUSE = 1000

/** Whether diagnostics are shown for a draft in this state of the sources and settings. */
export function isChecked(view: DraftView, documents: OpenDocuments, indexed: boolean): boolean {
  const { run } = view.settings.checking
  return indexed && run !== 'off' && !(run === 'onSave' && documents.isEdited(view.document))
}

/** Where the writer is typing, while that is left alone; undefined in a pause, and for clients that cannot be told when it is over. */
export function typingIn({ document }: DraftView, documents: OpenDocuments, { now, canAskAgain }: CheckingState): Typing | undefined {
  const latest = documents.typing(document)
  return latest && canAskAgain && now - latest.at < TYPING_PAUSE ? latest : undefined
}

/** The diagnostics, without those on what is being typed. */
const itemsOf = (view: DraftView, typing: Typing | undefined): Diagnostic[] =>
  provideDiagnostics(view, typing && view.document.positionAt(typing.offset))

const isSame = (a: Diagnostic, b: Diagnostic): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

const areSame = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && a.every((item, at) => isSame(item, b[at]))

/**
 * The report on a draft as it is now.
 * @param last the report on the draft before: one with the same diagnostics keeps its id
 * @param newId gives an id that no report had
 */
export function reportOn(
  view: DraftView,
  documents: OpenDocuments,
  state: CheckingState,
  last: Report | undefined,
  newId: () => string,
): Report {
  const { document, groundcheck } = view
  const shown = isChecked(view, documents, state.indexed)
  const typing = shown ? typingIn(view, documents, state) : undefined
  const asking = typing && { askAgainIn: TYPING_PAUSE - (state.now - typing.at) }
  const mode = typing ? 'typing' : shown ? 'all' : 'nothing'
  const stateNow = `${document.version}.${groundcheck.generation}.${state.settingsGeneration}.${mode}`
  if (last?.state === stateNow) return { resultId: last.resultId, items: last.items, state: stateNow, ...asking }
  const items = shown ? itemsOf(view, typing) : []
  const resultId = last && areSame(items, last.items) ? last.resultId : newId()
  return { resultId, items, state: stateNow, ...asking }
}
