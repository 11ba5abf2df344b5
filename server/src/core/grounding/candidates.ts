import type { ArticleAnalysis, ArticleValue } from '../evidence/articleAnalysis'
import { articleFrequency, type EvidenceIndex } from '../evidence/evidenceIndex'
import { WordRole, type PassageAnalysis, type PlacedValue } from '../evidence/passageAnalysis'
import type { Figure } from '../recognize/figure'
import { apart, compareValues, type Comparison } from '../values/value'
import { alignmentFeatures, matchSentence, valuesOfSentence, type AlignmentContext, type SentenceMatch } from './alignment'
import { deriveFrom, type Derivation } from './derivation'
import { makeProbe } from './probe'
import { commonness } from './words/commonness'

/** How many articles a claim is held against, and how many values at the most. */
const ARTICLES = 8
const CANDIDATES = 24

/** How many postings a passage may touch while its articles are looked for: the bound on the work in a large corpus. */
const POSTINGS = 20000

/** A bound that a value meets from afar ("under 100,000" and 1,000) neither supports nor contradicts: more than twice or half is far. */
const FAR_APART = 0.7

/** Size of the imagined corpus of everyday text that word weights begin from, in articles. */
const BACKGROUND = 2000

/** An article's value that may speak of the same thing as a claim. */
export interface Candidate {
  readonly article: ArticleAnalysis
  readonly value: ArticleValue
  readonly comparison: Comparison
  readonly features: Float32Array
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
  readonly weigh: (concept: number) => number
  readonly contexts: readonly { readonly article: ArticleAnalysis; readonly context: AlignmentContext }[]
}

/** How telling a concept is: inverse document frequency over the sources and everyday text together (K. Spärck Jones 1972). */
export function conceptWeight(index: EvidenceIndex, concept: number): number {
  const everyday = commonness(concept) * BACKGROUND
  const total = BACKGROUND + index.slotOf.size
  return Math.max(0, Math.log((total + 1) / (everyday + articleFrequency(index, concept) + 1)))
}

/** Finds the articles that speak of a passage's subject. `more` are concepts of its headings. */
export function searchPassage(index: EvidenceIndex, analysis: PassageAnalysis, more: readonly number[] = []): PassageSearch {
  const weights = new Map<number, number>()
  const weigh = (concept: number): number => {
    const known = weights.get(concept)
    if (known !== undefined) return known
    const weight = conceptWeight(index, concept)
    weights.set(concept, weight)
    return weight
  }
  const concepts = new Set<number>(more)
  analysis.concepts.forEach((concept, at) => {
    if (concept !== 0 && analysis.roles[at] !== WordRole.function) concepts.add(concept)
  })
  const telling = [...concepts].map(concept => ({ concept, weight: weigh(concept) })).filter(entry => entry.weight > 0)
  telling.sort((a, b) => b.weight - a.weight || a.concept - b.concept)
  const scores = new Map<number, number>()
  let touched = 0
  for (const { concept, weight } of telling) {
    const list = index.articlesWith.get(concept)
    if (list === undefined) continue
    touched += list.length
    if (touched > POSTINGS && scores.size > 0) break
    for (const slot of list) scores.set(slot, (scores.get(slot) ?? 0) + weight)
  }
  const total = telling.reduce((sum, entry) => sum + entry.weight, 0) || 1
  const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, ARTICLES)
  const highest = best.length === 0 ? 1 : best[0][1]
  const inPassage = (concept: number): boolean => concepts.has(concept)
  return {
    analysis,
    weigh,
    contexts: best.map(([slot, score]) => ({
      article: index.slots[slot]!,
      context: { weigh, inPassage, articleCoverage: score / total, articleShare: score / highest },
    })),
  }
}

/** The values of the sources that a claim can be compared with, best matching sentences first, at most {@link CANDIDATES}. */
export function findCandidates(search: PassageSearch, claim: PlacedValue): Findings {
  const probe = makeProbe(search.analysis, claim, search.weigh)
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
      if (comparison === 'incomparable' || (comparison === 'compatible' && apart(claim.value, value.value) > FAR_APART)) continue
      if (match === null || match.sentence !== value.sentence) match = matchSentence(probe, article, value.sentence, context)
      found.push({ article, value, comparison, match, context })
    }
  }
  const rank = (entry: (typeof found)[number]): number => entry.match.wideCoverage + entry.context.articleShare
  found.sort((a, b) => rank(b) - rank(a))
  const others = search.analysis.values.filter(other => other !== claim && other.value.kind === claim.value.kind)
  const candidates = found.slice(0, CANDIDATES).map(({ article, value, comparison, match, context }) => {
    const taken =
      comparison === 'different' && others.some(other => ['equal', 'compatible'].includes(compareValues(other.value, value.value)))
    return { article, value, comparison, match, features: alignmentFeatures(probe, match, value, context, taken) }
  })
  return { candidates, derivation: claim.value.kind === 'figure' ? findDerivation(claim.value.figure, candidates) : null }
}

/** Sentences in which a sum is looked for: more would find sums that mean nothing. */
const DERIVATION_SENTENCES = 4

function findDerivation(claim: Figure, candidates: readonly Candidate[]): Derivation | null {
  const tried = new Set<string>()
  for (const { article, value } of candidates) {
    const key = `${article.uri} ${value.sentence}`
    if (tried.has(key)) continue
    if (tried.size === DERIVATION_SENTENCES) break
    tried.add(key)
    const here = valuesOfSentence(article, value.sentence)
    const found =
      deriveFrom(claim, article, here) ?? deriveFrom(claim, article, [...here, ...valuesOfSentence(article, value.sentence + 1)])
    if (found !== null) return found
  }
  return null
}
