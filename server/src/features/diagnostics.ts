import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver'
import type { Span } from '../core/text/span'
import { flagsOf, type Flag } from './flags'
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
const relatedTo = ({ articles }: DraftView, { quotes }: Flag): DiagnosticRelatedInformation[] =>
  quotes.slice(0, MOST_RELATED).map(each => ({ location: locationOf(articles, each), message: quotedWithSource(each) }))

/** What a fix needs: the texts that may stand in the place of the flagged one, best first. */
export interface DiagnosticData {
  readonly suggestions: readonly string[]
}

function diagnosticOf(view: DraftView, flag: Flag): Diagnostic {
  const related = view.client.relatedInformation ? relatedTo(view, flag) : []
  const data: DiagnosticData = { suggestions: flag.replacements.map(({ text }) => text) }
  return {
    range: rangeOf(view.document, flag.span),
    severity: severities[flag.level],
    code: flag.code,
    source: diagnosticSource,
    message: flag.message,
    ...(related.length > 0 && { relatedInformation: related }),
    data,
  }
}

/** The diagnostics of a draft, in order. */
export const provideDiagnostics = (view: DraftView, withheld: (flagged: { readonly span: Span }) => boolean = () => false): Diagnostic[] =>
  flagsOf(view)
    .filter(flag => !withheld(flag))
    .map(flag => diagnosticOf(view, flag))
