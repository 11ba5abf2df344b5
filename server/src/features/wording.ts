import { Utils, URI } from 'vscode-uri'
import type { ArticleMetadata } from '../core/articles/article'
import { slipsBetween } from '../core/evidence/entities/slips'
import type { Evidence, Judgement, Quote, Verdict, CalculationText } from '../core/grounding/judgement'
import type { NameProblem } from '../core/service'
import type { Span } from '../core/text/span'

/** All sentences about verdicts that Groundcheck shows, as plain text. */

/** The length limit for quotes, in code units. */
const LONGEST_QUOTE = 280

/** Who published an article: publisher, else title, else file name. */
const publisherOf = (metadata: ArticleMetadata, uri: string): string =>
  metadata.publisher ?? metadata.title ?? Utils.basename(URI.parse(uri))

/** An article as a source is named: "Reuters, 2025-10-23". */
export const sourceOf = ({ metadata, uri }: Pick<Quote, 'metadata' | 'uri'>): string =>
  [publisherOf(metadata, uri), metadata.publishedOn].filter(part => part !== null).join(', ')

/** Text made safe to show on one line: without line breaks, invisible characters and those that change the writing direction. */
export const onOneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')

/** A quote, cut to length around the value it is about. */
export interface Excerpt {
  readonly before: string
  readonly value: string
  readonly after: string
}

/** The start of a word at or after `at`. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 || space - at > 30 ? at : space + 1
}

/** The end of a word at or before `at`. */
function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space < 0 || at - space > 30 ? at : space
}

/**
 * Cuts a long quote to about `longest` code units around the part it is about, at spaces, with an ellipsis where something is left
 * out.
 */
export function excerptOf(quote: string, within: Span, longest = LONGEST_QUOTE): Excerpt {
  const spare = Math.max(0, longest - (within.end - within.start)) / 2
  const cutsStart = quote.length > longest && within.start > spare
  const cutsEnd = quote.length > longest && quote.length - within.end > spare
  const from = cutsStart ? Math.min(within.start, wordStart(quote, Math.floor(within.start - spare))) : 0
  const to = cutsEnd ? Math.max(within.end, wordEnd(quote, Math.ceil(within.end + spare))) : quote.length
  return {
    before: onOneLine((cutsStart ? '… ' : '') + quote.slice(from, within.start)),
    value: onOneLine(quote.slice(within.start, within.end)),
    after: onOneLine(quote.slice(within.end, to) + (cutsEnd ? ' …' : '')),
  }
}

/** A quote in quotation marks with its source: “…” (Reuters, 2025-10-23). */
export function quotedWithSource(quote: Quote, longest = LONGEST_QUOTE): string {
  const { before, value, after } = excerptOf(quote.quote, quote.within, longest)
  return `“${`${before}${value}${after}`.trim()}” (${onOneLine(sourceOf(quote))})`
}

/** "a", "a or b", "a, b or c"; more than three end with "others". */
function oneOf(values: readonly string[]): string {
  const shown = values.length > 3 ? [...values.slice(0, 3), 'others'] : values
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)]

const hasDigit = (text: string): boolean => /\d/.test(text)

/**
 * A value as its source writes it. A day that the source tells by a word alone comes with its date, as the fix writes it, and the other
 * way round: "Saturday (14 March)", so that the writer need not reckon.
 */
function valueOf({ kind, evidence, suggestions }: Judgement, each: Evidence): string {
  const fix = kind === 'date' ? suggestions.find(suggestion => evidence[suggestion.evidence] === each)?.text : undefined
  return onOneLine(fix === undefined || hasDigit(fix) === hasDigit(each.text) ? each.text : `${each.text} (${fix})`)
}

/** The differing values that sources give, best evidence first. */
const valuesOf = (judgement: Judgement, stance: Evidence['stance']): string[] =>
  distinct(judgement.evidence.filter(each => each.stance === stance).map(each => valueOf(judgement, each)))

/** Who says what: "Reuters says 24%, The Diplomat says 19%", each value once. */
function whoSaysWhat(judgement: Judgement): string {
  const firstByValue = new Map(judgement.evidence.map(each => [each.text, each] as const).reverse())
  return [...firstByValue.values()]
    .reverse()
    .slice(0, 4)
    .map(each => `${onOneLine(publisherOf(each.metadata, each.uri))} says ${valueOf(judgement, each)}`)
    .join(', ')
}

const clauses: Record<Verdict, (judgement: Judgement) => string> = {
  supported: judgement => `Sources say ${oneOf(valuesOf(judgement, 'supports'))}`,
  contradicted: judgement => `Sources say ${oneOf(valuesOf(judgement, 'contradicts'))}, not ${onOneLine(judgement.text)}`,
  disputed: judgement => `Sources disagree on ${onOneLine(judgement.text)}: ${whoSaysWhat(judgement)}`,
  unverified: ({ text }) => `No source mentions ${onOneLine(text)}`,
}

/** What the sources' figures come to: "The sources' figures come to 45, not 54 (29 + 16)". */
function calculationClause({ text, verdict }: Judgement, { expression, result }: CalculationText): string {
  const instead = verdict === 'contradicted' ? `, not ${onOneLine(text)}` : ''
  return `The sources' figures come to ${onOneLine(result)}${instead} (${onOneLine(expression)})`
}

/** What the sources say about a claim, as a sentence without its full stop: "Sources say 19%, not 24%". */
export const clauseOf = (judgement: Judgement): string =>
  judgement.calculation ? calculationClause(judgement, judgement.calculation) : clauses[judgement.verdict](judgement)

/** The evidence that a verdict rests on most: for a contradicted claim, the best evidence against it. */
export const leadEvidence = ({ verdict, evidence }: Judgement): Evidence | undefined =>
  evidence.find(each => each.stance === (verdict === 'supported' ? 'supports' : 'contradicts'))

/** How far a misspelt name is from the one that is meant, in words. */
const awayFrom = (text: string, meant: string): string =>
  slipsBetween(text.toLowerCase(), meant.toLowerCase(), 2) > 1 ? 'two letters away' : 'one letter away'

const nameClauses: Record<NameProblem['kind'], (problem: NameProblem) => string> = {
  misspelled: ({ text, suggestion }) => `Sources write ${onOneLine(suggestion)}, not ${onOneLine(text)} (${awayFrom(text, suggestion)})`,
  role: ({ text, suggestion }) => `Sources say ${onOneLine(suggestion)}, not ${onOneLine(text)}`,
}

/** What the sources write instead of a name or role, as a sentence without its full stop. */
export const nameClauseOf = (problem: NameProblem): string => nameClauses[problem.kind](problem)

/** "1 article", "5 articles". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
