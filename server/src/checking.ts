import type { Diagnostic } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { provideDiagnostics } from './features/diagnostics'
import type { DraftView } from './features/view'
import type { OpenDocuments, Typing } from './openDocuments'

/** The diagnostics of a draft, and what they were made from. */
export interface Report {
  /** Two reports with the same id are equal. */
  readonly resultId: string
  /** The flags; worked out when asked for. */
  items(): Diagnostic[]
  /** How many milliseconds later to ask again, because a flag on what is being typed is held back; undefined when none is. */
  readonly askAgainIn?: number
}

/** What a report depends on besides the draft itself. */
export interface CheckingState {
  /** Whether the sources have been read; verdicts on half of them would be wrong ones. */
  readonly indexed: boolean
  readonly settingsGeneration: number
  readonly now: number
  /** Whether the client can be told to ask again. */
  readonly canAskAgain: boolean
}

/** How long a figure is left alone while it is typed, in milliseconds: "2" is not wrong on the way to "24". */
const TYPING_PAUSE = 1000

type Mode = 'all' | 'typing' | 'nothing'

function modeOf(view: DraftView, documents: OpenDocuments, state: CheckingState, typing: Typing | undefined): Mode {
  const { run } = view.settings.checking
  if (run === 'off' || !state.indexed) return 'nothing'
  if (run === 'onSave' && documents.isEdited(view.document)) return 'nothing'
  return typing && state.canAskAgain && state.now - typing.at < TYPING_PAUSE ? 'typing' : 'all'
}

const idOf = (document: TextDocument, { groundcheck }: DraftView, { settingsGeneration }: CheckingState, mode: Mode): string =>
  `${document.version}.${groundcheck.generation}.${settingsGeneration}.${mode}`

/** The report on a draft as it is now. */
export function reportOn(view: DraftView, documents: OpenDocuments, state: CheckingState): Report {
  const typing = documents.typing(view.document)
  const mode = modeOf(view, documents, state, typing)
  const resultId = idOf(view.document, view, state, mode)
  if (mode === 'nothing') return { resultId, items: () => [] }
  if (mode === 'all' || !typing) return { resultId, items: () => provideDiagnostics(view) }
  return {
    resultId,
    items: () => provideDiagnostics(view, ({ span }) => span.start <= typing.offset && typing.offset <= span.end),
    askAgainIn: TYPING_PAUSE - (state.now - typing.at),
  }
}
