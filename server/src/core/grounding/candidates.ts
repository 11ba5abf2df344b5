import type { ArticleAnalysis, ArticleValue } from '../evidence/articleAnalysis'
import { searchArticles, type ArticleSearch } from '../evidence/articleSearch'
import type { EvidenceIndex } from '../evidence/evidenceIndex'
import { saysSomething, WordRole, type PassageAnalysis, type PlacedValue, type SubjectWords } from '../evidence/passageAnalysis'
import type { Figure } from '../recognize/figure'
import { apart, compareValues, type Comparison, type Value } from '../values/value'
import { alignmentFeatures, matchSentence, nearShare, valuesOfSentence, type AlignmentContext, type SentenceMatch } from './alignment'
import { deriveFrom, type Derivation } from './derivation'
import { makeProbe, type Probe } from './probe'

/** How many values of articles a claim is held against at the most. */
const CANDIDATES = 40

/** A bound that a value meets from afar ("under 100,000" and 1,000) neither supports nor contradicts: more than twice or half is far. */
const FAR_APART = 0.7

/** An article's value that may speak of the same thing as a claim. */
export interface Candidate {
  readonly article: ArticleAnalysis
  readonly value: ArticleValue
  readonly comparison: Comparison
  readonly features: readonly number[]
  readonly match: SentenceMatch
}

/** What the sources hold that has to do with a claim. */
export interface Findings {
  readonly candidates: readonly Candidate[]
  /** How the claim comes out of figures of one of the best matching sentences, if it does. */
  readonly derivation: Derivation | null
}

/** A passage made ready to be held against the sources. */
export interface PassageSearch {
  readonly analysis: PassageAnalysis
  readonly subject: SubjectWords | null
  readonly search: ArticleSearch
  readonly weigh: (concept: number) => number
  readonly contexts: readonly { readonly article: ArticleAnalysis; readonly context: AlignmentContext }[]
}

/** Those of a passage's concepts that an article has. */
function sharedConcepts({ concepts }: ArticleAnalysis, wanted: ReadonlySet<number>): Set<number> {
  const shared = new Set<number>()
  for (const concept of concepts) if (wanted.has(concept)) shared.add(concept)
  return shared
}

/**
 * Finds the articles that speak of a passage's subject.
 * @param more concepts of the passage's headings
 * @param subject words elsewhere that its claims are about: the headings of a table's row and column, what leads a list in
 */
export function searchPassage(
  index: EvidenceIndex,
  analysis: PassageAnalysis,
  more: readonly number[] = [],
  subject: SubjectWords | null = null,
): PassageSearch {
  const concepts = new Set<number>(more)
  analysis.concepts.forEach((concept, at) => {
    if (concept !== 0 && saysSomething(analysis.roles[at])) concepts.add(concept)
  })
  const search = searchArticles(index, concepts)
  const { weigh, found, totalWeight } = search
  const inPassage = (concept: number): boolean => concepts.has(concept)
  return {
    analysis,
    subject,
    search,
    weigh,
    contexts: found.map(({ article, score }) => ({
      article,
      context: {
        weigh,
        inPassage,
        shared: sharedConcepts(article, concepts),
        articleCoverage: score / (totalWeight || 1),
        articleShare: score / found[0].score,
      },
    })),
  }
}

/** An order of magnitude ("dozens", "recently") may agree with a claim; it is too little to speak against one. */
const isVague = (value: Value): boolean => (value.kind === 'figure' ? value.figure.vague : value.date.granularity === 'vague')

/** Whether two values are one, as far as both are told: "November 8" and "8 November 2025". */
function statesSame(a: Value, b: Value): boolean {
  const comparison = compareValues(a, b)
  if (comparison !== 'compatible' || a.kind !== 'date' || b.kind !== 'date') return comparison === 'equal'
  return a.date.written.day !== undefined && a.date.written.day === b.date.written.day
}

const isRange = (value: Value): boolean => value.kind === 'date' && value.date.writtenLast !== null

/** Days that a season has, and more than a month. */
const LONG = 62

/** Whether a stretch of months or years lies around a day or month: it holds so many that it says nothing of this one. */
const isTooLong = (claim: Value, evidence: Value): boolean =>
  claim.kind === 'date' &&
  evidence.kind === 'date' &&
  evidence.date.days !== null &&
  evidence.date.days.last - evidence.date.days.first > LONG &&
  (['day', 'weekday', 'month'] as const).some(field => claim.date.written[field] !== undefined)

/** Whether a comparable value can speak for or against a claim at all. */
function speaks(comparison: Comparison, claim: Value, evidence: Value): boolean {
  if (comparison === 'different') return !isVague(evidence) && !isVague(claim)
  // a day within a stretch of days does not say when the stretch begins and ends
  if (isRange(claim) && !isRange(evidence)) return false
  if (isTooLong(claim, evidence)) return false
  return comparison === 'equal' || apart(claim, evidence) <= FAR_APART
}

/** The name behind a year that tells which of the events of that name is meant ("the 2015 Masters"), as a concept; 0 for none. */
function editionOf({ value, last }: PlacedValue | ArticleValue, { concepts, roles }: SubjectWords): number {
  const isYear = value.kind === 'date' && value.date.granularity === 'year' && value.date.writtenLast === null
  return isYear && roles[last] === WordRole.name ? concepts[last] : 0
}

/** From which match of words on, beside that of a claim of the same value, an article's value may be meant by this claim too. */
const DECIDEDLY = { times: 2, more: 0.3 }

/**
 * Whether an article's value is what another claim of the passage says, so that it does not speak against this one: the other has its
 * value, and what stands around the article's value is not decidedly more like this claim.
 */
function isTaken(
  search: PassageSearch,
  probe: Probe,
  others: readonly PlacedValue[],
  article: ArticleAnalysis,
  value: ArticleValue,
): boolean {
  const { analysis, weigh, subject } = search
  const same = others.filter(other => statesSame(other.value, value.value))
  if (same.length === 0) return false
  const own = nearShare(probe, article, value, weigh)
  const isLikeOther = (other: PlacedValue): boolean =>
    own <= DECIDEDLY.times * nearShare(makeProbe(analysis, other, weigh, subject), article, value, weigh) + DECIDEDLY.more
  return own <= DECIDEDLY.more || same.some(isLikeOther)
}

/** The values of the sources that a claim can be compared with, best matching sentences first, at most {@link CANDIDATES}. */
export function findCandidates(search: PassageSearch, claim: PlacedValue): Findings {
  const probe = makeProbe(search.analysis, claim, search.weigh, search.subject)
  const edition = editionOf(claim, search.analysis)
  const found: {
    article: ArticleAnalysis
    value: ArticleValue
    comparison: Comparison
    match: SentenceMatch
    context: AlignmentContext
  }[] = []
  for (const { article, context } of search.contexts) {
    let match: SentenceMatch | null = null
    for (const value of article.values) {
      const comparison = compareValues(claim.value, value.value)
      if (comparison === 'incomparable' || !speaks(comparison, claim.value, value.value)) continue
      // "the 2004 Masters" says nothing of "the 2016 Olympics", nor of what was in 2015
      if (comparison === 'different' && editionOf(value, article) !== edition) continue
      if (match === null || match.sentence !== value.sentence) match = matchSentence(probe, article, value.sentence, context)
      found.push({ article, value, comparison, match, context })
    }
  }
  const rank = (entry: (typeof found)[number]): number => entry.match.coverage + entry.match.wideCoverage + entry.context.articleShare
  found.sort((a, b) => rank(b) - rank(a))
  const others = search.analysis.values.filter(other => other !== claim && other.value.kind === claim.value.kind)
  const candidates = found.slice(0, CANDIDATES).map(({ article, value, comparison, match, context }) => {
    const taken = comparison === 'different' && isTaken(search, probe, others, article, value)
    return { article, value, comparison, match, features: alignmentFeatures(probe, match, value, context, taken) }
  })
  return { candidates, derivation: claim.value.kind === 'figure' ? findDerivation(claim.value.figure, claim.noun, candidates) : null }
}

/** Sentences in which a sum is looked for: more would find sums that mean nothing. */
const DERIVATION_SENTENCES = 4

function findDerivation(claim: Figure, noun: number, candidates: readonly Candidate[]): Derivation | null {
  const tried = new Set<string>()
  for (const { article, value } of candidates) {
    const key = `${article.uri} ${value.sentence}`
    if (tried.has(key)) continue
    if (tried.size === DERIVATION_SENTENCES) break
    tried.add(key)
    const here = valuesOfSentence(article, value.sentence)
    const found =
      deriveFrom(claim, noun, article, here) ??
      deriveFrom(claim, noun, article, [...here, ...valuesOfSentence(article, value.sentence + 1)])
    if (found !== null) return found
  }
  return null
}
