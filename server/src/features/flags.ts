import type { Judgement, Quote, Verdict } from '../core/grounding/judgement'
import type { Groundcheck, NameProblem } from '../core/service'
import type { Span } from '../core/text/span'
import type { Level, Settings } from '../settings'
import type { DraftView } from './view'
import { clauseOf, leadEvidence, nameClauseOf, onOneLine, quotedWithSource, sourceOf } from './wording'

/** How long a quote within a message is at most, in code units. */
const LONGEST_IN_MESSAGE = 140

/** A text that may stand in the place of a flagged one, and the source sentence it comes from. */
export interface Replacement {
  readonly text: string
  readonly from: Quote | undefined
}

/** Something in a draft that is shown as a diagnostic. */
export interface Flag {
  /** Stable: "figure.contradicted", "name.misspelled". */
  readonly code: string
  readonly level: Exclude<Level, 'ignore'>
  readonly span: Span
  readonly message: string
  /** Source sentences on the matter, most telling first. */
  readonly quotes: readonly Quote[]
  /** Best first. */
  readonly replacements: readonly Replacement[]
  /** Whether the first replacement is what nearly everybody wants. */
  readonly isPlain: boolean
  /** Whether it can be asked why: what was judged has reasons. */
  readonly hasReasons: boolean
}

/**
 * One plain sentence that ends with the source, where there is one to name. Where the client does not show the quoted sentence
 * beside the message, it stands in it.
 */
function message({ client }: DraftView, clause: string, lead: Quote | undefined): string {
  if (!lead) return `${clause}.`
  return `${clause}: ${client.relatedInformation ? onOneLine(sourceOf(lead)) : quotedWithSource(lead, LONGEST_IN_MESSAGE)}`
}

/** How loud a verdict is under the settings; "ignore" where it is not shown. */
export const levelOf = ({ severity }: Settings, verdict: Verdict): Level => (verdict === 'supported' ? 'ignore' : severity[verdict])

function flagOfJudgement(view: DraftView, judgement: Judgement): Flag[] {
  const level = levelOf(view.settings, judgement.verdict)
  if (level === 'ignore') return []
  const { kind, verdict, span, evidence, suggestions } = judgement
  const lead = verdict === 'contradicted' ? leadEvidence(judgement) : undefined
  return [
    {
      code: `${kind}.${verdict}`,
      level,
      span,
      message: message(view, clauseOf(judgement), lead),
      quotes: evidence,
      replacements: suggestions.map(suggestion => ({ text: suggestion.text, from: evidence[suggestion.evidence] })),
      isPlain: verdict === 'contradicted',
      hasReasons: true,
    },
  ]
}

const nameFindings = {
  misspelled: { code: 'name.misspelled', finding: 'misspelledName' },
  role: { code: 'role.contradicted', finding: 'contradictedRole' },
} as const

/** The quotes of names in one state of the sources. */
interface NameQuotes {
  readonly generation: number
  readonly quotes: Map<string, Quote | undefined>
}

const nameQuotes = new WeakMap<Groundcheck, NameQuotes>()

/** The quotes found so far; flags are made anew with every keystroke, and a quote takes as long as all else. */
function quotesKnown(groundcheck: Groundcheck): Map<string, Quote | undefined> {
  const { generation } = groundcheck
  const known = nameQuotes.get(groundcheck)
  if (known?.generation === generation) return known.quotes
  const quotes = new Map<string, Quote | undefined>()
  nameQuotes.set(groundcheck, { generation, quotes })
  return quotes
}

/** The quote of the entity that a problem is about; one with what the sources write where there is one. The card has the others. */
function quoteFor({ groundcheck }: DraftView, { entity, suggestion }: NameProblem): Quote | undefined {
  const known = quotesKnown(groundcheck)
  const key = `${entity} ${suggestion}`
  if (!known.has(key)) {
    const quotes = groundcheck.card(entity)?.quotes ?? []
    known.set(key, quotes.find(({ quote }) => quote.toLowerCase().includes(suggestion.toLowerCase())) ?? quotes[0])
  }
  return known.get(key)
}

function flagOfName(view: DraftView, problem: NameProblem): Flag[] {
  const { code, finding } = nameFindings[problem.kind]
  const level = view.settings.severity[finding]
  if (level === 'ignore') return []
  const quote = quoteFor(view, problem)
  return [
    {
      code,
      level,
      span: problem.span,
      message: message(view, nameClauseOf(problem), quote),
      quotes: quote ? [quote] : [],
      replacements: [{ text: problem.suggestion, from: quote }],
      isPlain: true,
      hasReasons: false,
    },
  ]
}

/** All that is flagged in a draft under the settings, in order. */
export function flagsOf(view: DraftView): Flag[] {
  const flags = [
    ...view.judgements().flatMap(judgement => flagOfJudgement(view, judgement)),
    ...view.groundcheck.nameProblems(view.draft).flatMap(problem => flagOfName(view, problem)),
  ]
  return flags.sort((a, b) => a.span.start - b.span.start)
}
