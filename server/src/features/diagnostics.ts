import type { Diagnostic, DiagnosticRelatedInformation, Position, Range } from 'vscode-languageserver'
import { toSource } from '../core/text/prose'
import { DiagnosticSeverity } from '../protocol/library'
import { flaggedBlocks, type Flag, type FlaggedBlock, type PlacedFlag } from './flags'
import { locationOf, rangeOf, type DraftView } from './view'
import { quotedWithSource } from './wording'

/** The `source` of all diagnostics. */
export const diagnosticSource = 'groundcheck'

const MOST_RELATED = 5

const severities: Record<Flag['level'], DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** The quoted sentences, so that nobody has to leave the draft to read them. */
const relatedTo = ({ quotes }: Flag): DiagnosticRelatedInformation[] =>
  quotes.slice(0, MOST_RELATED).map(each => ({ location: locationOf(each), message: quotedWithSource(each) }))

/** What a fix needs: the texts that may replace the flagged one, best first. */
export interface DiagnosticData {
  readonly suggestions: readonly string[]
}

const isSame = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character

const isSamePlace = (a: Range, b: Range): boolean => isSame(a.start, b.start) && isSame(a.end, b.end)

const diagnostics = new WeakMap<Flag, Diagnostic>()

function makeDiagnostic(view: DraftView, flag: Flag, range: Range): Diagnostic {
  const related = view.client.relatedInformation ? relatedTo(flag) : []
  const data: DiagnosticData = { suggestions: flag.replacements.map(({ text }) => text) }
  return {
    range,
    severity: severities[flag.level],
    code: flag.code,
    source: diagnosticSource,
    message: flag.message,
    ...(related.length > 0 && { relatedInformation: related }),
    data,
  }
}

/** The diagnostic of a flag: that of last time, where it has not moved, or that one at its new place. */
function diagnosticOf(view: DraftView, { flag, span }: PlacedFlag): Diagnostic {
  const range = rangeOf(view.document, span)
  const known = diagnostics.get(flag)
  if (known && isSamePlace(known.range, range)) return known
  const diagnostic = known ? { ...known, range } : makeDiagnostic(view, flag, range)
  diagnostics.set(flag, diagnostic)
  return diagnostic
}

/** The diagnostics of a block, and where it stood when they were made. */
interface PlacedDiagnostics {
  readonly start: Position
  readonly runs: Int32Array
  readonly diagnostics: readonly Diagnostic[]
}

const diagnosticsOfBlocks = new WeakMap<readonly Flag[], PlacedDiagnostics>()

/** The diagnostics of a block: those made last time if neither the block nor its place changed, as with most keystrokes. */
function diagnosticsOf(view: DraftView, { block: { span, prose }, flags }: FlaggedBlock): readonly Diagnostic[] {
  const start = view.document.positionAt(span.start)
  const known = diagnosticsOfBlocks.get(flags)
  // the same runs belong to the same source text, so the block also ends where it did
  if (known?.runs === prose.runs && isSame(known.start, start)) return known.diagnostics
  const diagnostics = flags.map(flag => diagnosticOf(view, { flag, span: toSource(prose, flag.span) }))
  diagnosticsOfBlocks.set(flags, { start, runs: prose.runs, diagnostics })
  return diagnostics
}

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character)

const compareStarts = ({ range: a }: Diagnostic, { range: b }: Diagnostic): number =>
  a.start.line - b.start.line || a.start.character - b.start.character

/**
 * The diagnostics of a draft, in order. Those that did not change since last time are the same objects.
 * @param leftOut a place whose flags are left out, including those that end there
 */
export function provideDiagnostics(view: DraftView, leftOut?: Position): Diagnostic[] {
  const isShown = ({ range }: Diagnostic): boolean => !leftOut || isBefore(leftOut, range.start) || isBefore(range.end, leftOut)
  return flaggedBlocks(view)
    .flatMap(flagged => diagnosticsOf(view, flagged))
    .filter(isShown)
    .sort(compareStarts)
}
