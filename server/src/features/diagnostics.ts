import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver'
import type { Judgement } from '../core/grounding/judgement'
import type { Finding, Level } from '../settings'
import { locationOf, rangeOf, type DraftView } from './view'
import { messageOf, quotedWithSource } from './wording'

/** The `source` of all diagnostics. */
export const diagnosticSource = 'groundcheck'

const MOST_RELATED = 5

const severities: Record<Exclude<Level, 'ignore'>, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** The stable code of a finding: "figure.contradicted". */
export const codeOf = ({ kind, verdict }: Judgement): string => `${kind}.${verdict}`

/** The quoted sentences, so that nobody has to leave the draft to read them. */
const relatedTo = ({ articles }: DraftView, { evidence }: Judgement): DiagnosticRelatedInformation[] =>
  evidence.slice(0, MOST_RELATED).map(each => ({ location: locationOf(articles, each), message: quotedWithSource(each) }))

/** What a fix needs: the texts that may stand in the place of the flagged one, best first. */
export interface DiagnosticData {
  readonly suggestions: readonly string[]
}

function diagnosticOf(view: DraftView, judgement: Judgement, level: Exclude<Level, 'ignore'>): Diagnostic {
  const related = view.client.relatedInformation ? relatedTo(view, judgement) : []
  const data: DiagnosticData = { suggestions: judgement.suggestions.map(({ text }) => text) }
  return {
    range: rangeOf(view.document, judgement.span),
    severity: severities[level],
    code: codeOf(judgement),
    source: diagnosticSource,
    message: messageOf(judgement),
    ...(related.length > 0 && { relatedInformation: related }),
    data,
  }
}

/** How loud a verdict is under the settings; "ignore" where it is not shown. */
export const levelOf = ({ settings }: DraftView, { verdict }: Judgement): Level =>
  verdict === 'supported' ? 'ignore' : settings.severity[verdict satisfies Finding]

/** The flagged figures and dates of a draft, in order. */
export function provideDiagnostics(view: DraftView, withheld: (judgement: Judgement) => boolean = () => false): Diagnostic[] {
  return view.judgements().flatMap(judgement => {
    const level = levelOf(view, judgement)
    return level === 'ignore' || withheld(judgement) ? [] : [diagnosticOf(view, judgement, level)]
  })
}
