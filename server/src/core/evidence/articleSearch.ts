import type { ArticleAnalysis } from './articleAnalysis'
import { searchCost } from './conceptWeight'
import { articleAt, weightIn, type EvidenceIndex, type IndexChange } from './evidenceIndex'
import { hasPosting, postingCount, postingsOf } from './storage/postings'
import { byUri } from './storage/slotTable'

/** How many articles a passage is compared with. */
const ARTICLES = 8

/** What a search may cost, in postings: the limit on the work in a large archive. */
const COST = 30_000

/** A concept by which articles are searched. */
interface Term {
  readonly concept: number
  readonly weight: number
}

/** An article on a passage's subject. */
export interface FoundArticle {
  readonly article: ArticleAnalysis
  readonly slot: number
  /** The weight of the concepts that it shares with the passage. */
  readonly score: number
}

/** The articles on a passage's subject, best first, and everything their choice rests on. */
export interface ArticleSearch {
  readonly concepts: ReadonlySet<number>
  /** Those of the concepts that were looked for. */
  readonly terms: readonly Term[]
  readonly found: readonly FoundArticle[]
  /** The weight of all concepts together. */
  readonly totalWeight: number
  readonly weigh: (concept: number) => number
}

/** The weights of concepts in an index until it changes: the words of a draft are looked up again at each keystroke. */
interface KnownWeights {
  readonly revision: number
  readonly weights: Map<number, number>
}

const knownWeights = new WeakMap<EvidenceIndex, KnownWeights>()

/** How many weights are remembered. */
const MOST_WEIGHTS = 1 << 14

function weightsOf(index: EvidenceIndex): Map<number, number> {
  const known = knownWeights.get(index)
  if (known?.revision === index.revision && known.weights.size < MOST_WEIGHTS) return known.weights
  const weights = new Map<number, number>()
  knownWeights.set(index, { revision: index.revision, weights })
  return weights
}

/** {@link weightIn}, computed once per concept. */
function weigher(index: EvidenceIndex): (concept: number) => number {
  const weights = weightsOf(index)
  return concept => {
    let weight = weights.get(concept)
    if (weight === undefined) weights.set(concept, (weight = weightIn(index, concept)))
    return weight
  }
}

/** The most telling concepts, up to the limit on what a search may cost. */
function affordable(index: EvidenceIndex, terms: readonly Term[]): readonly Term[] {
  let cost = 0
  const end = terms.findIndex(({ concept }) => {
    const before = cost
    cost += searchCost(postingCount(index.postings, concept))
    return cost > COST && before > 0
  })
  return end < 0 ? terms : terms.slice(0, end)
}

/** A slot with what its article scores. */
type Scored = Pick<FoundArticle, 'slot' | 'score'>

/** Adds a weight to the scores of some slots. */
function addTo(scores: Float64Array, slots: ArrayLike<number>, weight: number): void {
  for (let at = 0; at < slots.length; at++) scores[slots[at]] += weight
}

/** Inserts the best of some slots among the best so far, and resets all their scores to zero. */
function takeBest({ articles, scores }: EvidenceIndex, slots: ArrayLike<number>, best: Scored[]): void {
  const isBetter = (slot: number, score: number, than: Scored): boolean =>
    score > than.score || (score === than.score && byUri(articles, slot, than.slot) < 0)
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]
    const score = scores[slot]
    scores[slot] = 0
    if (score === 0 || (best.length === ARTICLES && !isBetter(slot, score, best[ARTICLES - 1]))) continue
    let place = best.length
    while (place > 0 && isBetter(slot, score, best[place - 1])) place--
    best.splice(place, 0, { slot, score })
    if (best.length > ARTICLES) best.pop()
  }
}

/** The articles that score best. Ties are broken by URI, so that the order in which articles were added makes no difference. */
function bestArticles(index: EvidenceIndex, terms: readonly Term[]): Scored[] {
  const lists = terms.map(({ concept }) => postingsOf(index.postings, concept))
  lists.forEach((list, at) => addTo(index.scores, list, terms[at].weight))
  const best: Scored[] = []
  for (const list of lists) takeBest(index, list, best)
  return best
}

/** Finds the articles that share the most telling of a passage's concepts. */
export function searchArticles(index: EvidenceIndex, concepts: ReadonlySet<number>): ArticleSearch {
  const weigh = weigher(index)
  const telling = [...concepts].map(concept => ({ concept, weight: weigh(concept) })).filter(({ weight }) => weight > 0)
  telling.sort((a, b) => b.weight - a.weight || a.concept - b.concept)
  const terms = affordable(index, telling)
  return {
    concepts,
    terms,
    found: bestArticles(index, terms).map(({ slot, score }) => ({ article: articleAt(index, slot), slot, score })),
    totalWeight: telling.reduce((sum, { weight }) => sum + weight, 0),
    weigh,
  }
}

/** What is kept of a search, to tell later whether it would still come out the same. */
export interface SearchBasis {
  readonly concepts: ReadonlySet<number>
  /** Those of the concepts that were looked for, most telling first. */
  readonly terms: readonly number[]
  readonly slots: readonly number[]
  /** What an article has to score to be among those that were found. */
  readonly least: number
}

/** Keeps of a search what {@link isTouched} needs. */
export const basisOf = ({ concepts, terms, found }: ArticleSearch): SearchBasis => ({
  concepts,
  terms: terms.map(({ concept }) => concept),
  slots: found.map(({ slot }) => slot),
  least: found.length < ARTICLES ? 0 : found[ARTICLES - 1].score,
})

/** What an article that is in the index now would score, as long as the terms weigh what they did. */
function scoreOf(index: EvidenceIndex, terms: readonly number[], slot: number): number {
  let score = 0
  for (const concept of terms) if (hasPosting(index.postings, concept, slot)) score += weightIn(index, concept)
  return score
}

/**
 * Whether a change of the index may have changed what a search found, or the weight of the words in the passage or in the articles found.
 * False only if a new search, and everything computed from it, would come out the same to the last bit.
 */
export function isTouched(index: EvidenceIndex, basis: SearchBasis, change: IndexChange): boolean {
  if (change.all || basis.slots.includes(change.slot)) return true
  const stands = (concept: number): boolean =>
    basis.concepts.has(concept) || basis.slots.some(slot => hasPosting(index.postings, concept, slot))
  if (change.concepts.some(stands)) return true
  const score = scoreOf(index, basis.terms, change.slot)
  return score > 0 && score >= basis.least
}
