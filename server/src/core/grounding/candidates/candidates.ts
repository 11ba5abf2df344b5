import type { ArticleAnalysis, ArticleValue } from '../../evidence/articleAnalysis'
import { searchArticles, type ArticleSearch } from '../../evidence/articleSearch'
import type { EvidenceIndex } from '../../evidence/evidenceIndex'
import { saysSomething, type PassageAnalysis, type PlacedValue } from '../../evidence/passageAnalysis'
import type { Figure } from '../../recognize/figure'
import { agree, type Comparison } from '../../values/comparison'
import { compareValues, type Value } from '../../values/value'
import {
  alignmentFeatures,
  coverageIn,
  isWeak,
  matchSentence,
  nearShare,
  nearnessShare,
  valuesOfSentence,
  type AlignmentContext,
  type SentenceMatch,
} from '../alignment/alignment'
import { isAhead, isOverBesideAhead } from './ahead'
import { deriveFrom, deriveShare, deriveSum, type Derivation } from './derivation'
import { makeProbe, type Probe } from '../alignment/probe'
import { datesDraft } from '../alignment/saying'
import { speaks, statesSame } from './speaks'
import { conceptNamed, conceptSet } from '../../words/concepts'
import type { Subject } from '../alignment/subject'

/** How many values of articles a claim is held against at most. */
const CANDIDATES = 40

/** An article's value that may speak of the same thing as a claim. */
export interface Candidate {
  readonly article: ArticleAnalysis
  readonly value: ArticleValue
  readonly comparison: Comparison
  readonly features: readonly number[]
  readonly match: SentenceMatch
  /** By how much less of the passage's other values its article states than the article that states most of them; 0 to 1. */
  readonly lacks: number
}

/** What the sources hold that has to do with a claim. */
export interface Findings {
  readonly candidates: readonly Candidate[]
  /** How the claim comes out of figures of one of the best matching sentences, if it does. */
  readonly derivation: Derivation | null
}

/** A passage that stands beside another in a list or table, and what its claims are about. */
export interface Neighbour {
  readonly analysis: PassageAnalysis
  readonly subject: Subject | null
}

/** A value of a neighbour with the search side of it, made when it is first asked for. */
interface NeighbouringClaim {
  readonly value: Value
  readonly probe: () => Probe
}

/** A passage made ready to be held against the sources. */
export interface PassageSearch {
  readonly analysis: PassageAnalysis
  readonly search: ArticleSearch
  readonly weigh: (concept: number) => number
  /** The search side of one of the passage's values, made once. */
  readonly probeOf: (claim: PlacedValue) => Probe
  readonly contexts: readonly { readonly article: ArticleAnalysis; readonly context: AlignmentContext }[]
  readonly neighbouring: readonly NeighbouringClaim[]
  /** How one of the passage's values compares with those of one of the articles, by its place in `contexts`. */
  readonly compared: (value: PlacedValue, article: number) => readonly Comparison[]
  /** Whether one of these articles states one of the passage's values. */
  readonly isStatedIn: (value: PlacedValue, article: number) => boolean
  /** How many values the passage has, the commonest left out. */
  readonly telling: number
  /** How many of the passage's values, the commonest left out, each of these articles states. */
  readonly statedCounts: () => readonly number[]
  /** The passage's values that state what a value of these articles does. */
  readonly tellersOf: (value: ArticleValue) => readonly PlacedValue[]
}

/** Marks that concepts have by their last bits: what has none is no concept of the passage, as most words of articles are not. */
const MARKS = 1 << 10
const markOf = (concept: number): number => concept & (MARKS - 1)

/** Those of a passage's concepts that an article has; `marks` are those of the passage's. */
function sharedConcepts({ concepts }: ArticleAnalysis, wanted: ReadonlySet<number>, marks: Uint8Array): Set<number> {
  const shared = new Set<number>()
  for (let at = 0; at < concepts.length; at++) if (marks[markOf(concepts[at])] === 1 && wanted.has(concepts[at])) shared.add(concepts[at])
  return shared
}

/** {@link makeProbe}, made once for each claim: it is also held against what other claims may mean. */
function prober(analysis: PassageAnalysis, weigh: (concept: number) => number, subject: Subject | null): (claim: PlacedValue) => Probe {
  const probes = new Map<PlacedValue, Probe>()
  return claim => {
    const known = probes.get(claim)
    if (known) return known
    const probe = makeProbe(analysis, claim, weigh, subject)
    probes.set(claim, probe)
    return probe
  }
}

/** {@link PassageSearch.compared}, made once for each value and article: what a claim is held against also tells what is said beside others. */
function comparer(articles: readonly ArticleAnalysis[]): PassageSearch['compared'] {
  const known = new Map<PlacedValue, (readonly Comparison[])[]>()
  return (placed, article) => {
    let compared = known.get(placed)
    if (compared === undefined) known.set(placed, (compared = []))
    return (compared[article] ??= articles[article].values.map(({ value }) => compareValues(placed.value, value)))
  }
}

/** {@link PassageSearch.isStatedIn}, found once for each value and article. */
function statedIn(compared: PassageSearch['compared']): PassageSearch['isStatedIn'] {
  const known = new Map<PlacedValue, boolean[]>()
  return (placed, article) => {
    let stated = known.get(placed)
    if (stated === undefined) known.set(placed, (stated = []))
    return (stated[article] ??= compared(placed, article).some(agree))
  }
}

/** {@link PassageSearch.statedCounts}, counted once. */
function statedCounter(
  { values }: PassageAnalysis,
  articles: number,
  isStatedIn: PassageSearch['isStatedIn'],
): PassageSearch['statedCounts'] {
  let counts: readonly number[] | undefined
  const count = (article: number): number => values.filter(value => !isWeak(value.value) && isStatedIn(value, article)).length
  return () => (counts ??= Array.from({ length: articles }, (_, article) => count(article)))
}

/** {@link PassageSearch.tellersOf}, found once for each value. */
function tellers({ values }: PassageAnalysis): PassageSearch['tellersOf'] {
  const known = new Map<ArticleValue, readonly PlacedValue[]>()
  return value => {
    let found = known.get(value)
    if (found === undefined) known.set(value, (found = values.filter(each => statesSame(each.value, value.value))))
    return found
  }
}

const neighbouringClaims = (neighbours: readonly Neighbour[], weigh: (concept: number) => number): NeighbouringClaim[] =>
  neighbours.flatMap(({ analysis, subject }) => {
    const probeOf = prober(analysis, weigh, subject)
    return analysis.values.map(placed => ({ value: placed.value, probe: () => probeOf(placed) }))
  })

/**
 * Finds the articles that speak of a passage's subject.
 * @param more concepts of the passage's headings
 * @param subject words elsewhere that its claims are about: the headings of a table's row and column, what leads a list in
 * @param neighbours the passages beside it in its list or table
 */
export function searchPassage(
  index: EvidenceIndex,
  analysis: PassageAnalysis,
  more: readonly number[] = [],
  subject: Subject | null = null,
  neighbours: readonly Neighbour[] = [],
): PassageSearch {
  const own = new Set<number>()
  analysis.concepts.forEach((concept, at) => {
    if (concept !== 0 && saysSomething(analysis.roles[at])) own.add(concept)
  })
  const concepts = new Set([...more, ...own])
  const search = searchArticles(index, concepts)
  const { weigh, found, totalWeight } = search
  const weightOf = (concepts: Iterable<number>, counts: (concept: number) => boolean): number => {
    let sum = 0
    for (const concept of concepts) if (counts(concept)) sum += weigh(concept)
    return sum
  }
  const ownWeight = weightOf(own, () => true)
  const marks = new Uint8Array(MARKS)
  for (const concept of concepts) marks[markOf(concept)] = 1
  const inPassage = (concept: number): boolean => concepts.has(concept)
  const compared = comparer(found.map(({ article }) => article))
  const isStatedIn = statedIn(compared)
  return {
    analysis,
    search,
    weigh,
    probeOf: prober(analysis, weigh, subject),
    neighbouring: neighbouringClaims(neighbours, weigh),
    compared,
    isStatedIn,
    telling: analysis.values.filter(({ value }) => !isWeak(value)).length,
    statedCounts: statedCounter(analysis, found.length, isStatedIn),
    tellersOf: tellers(analysis),
    contexts: found.map(({ article, score }) => {
      const shared = sharedConcepts(article, concepts, marks)
      // headings lead to the right articles, but what they add ("Key dates", "In figures") need not stand there
      const ownShare = weightOf(own, concept => shared.has(concept)) / (ownWeight || 1)
      const articleCoverage = Math.max(score / (totalWeight || 1), ownShare)
      return { article, context: { weigh, inPassage, shared, articleCoverage, articleShare: score / found[0].score } }
    }),
  }
}

/** From which match of words on, beside that of a claim of the same value, an article's value may be meant by this claim too. */
const DECIDEDLY = { times: 2, more: 0.3 }

/**
 * Whether an article's value is what another claim of the passage says, so that it does not speak against this one: the other has its
 * value, and what stands around the article's value is not decidedly more like this claim.
 * @param same the other claims of the passage that state it
 */
function isTaken(
  { weigh, probeOf }: PassageSearch,
  probe: Probe,
  same: readonly PlacedValue[],
  article: ArticleAnalysis,
  value: ArticleValue,
): boolean {
  if (same.length === 0) return false
  const own = nearShare(probe, article, value, weigh)
  const isLikeOther = (other: PlacedValue): boolean =>
    own <= DECIDEDLY.times * nearShare(probeOf(other), article, value, weigh) + DECIDEDLY.more
  return own <= DECIDEDLY.more || same.some(isLikeOther)
}

/** Whether an article's value is what a neighbour in the list or table says, and more like it than like the claim. */
function isTakenBeside({ neighbouring }: PassageSearch, probe: Probe, article: ArticleAnalysis, value: ArticleValue): boolean {
  const same = neighbouring.filter(other => statesSame(other.value, value.value))
  if (same.length === 0) return false
  const own = nearnessShare(probe, article, value)
  return same.some(other => nearnessShare(other.probe(), article, value) > own)
}

/** From which share of the best covering article's coverage on an article is held to tell the same story. */
const SAME_STORY = 0.6

/**
 * How well each article covers what a claim is about. Articles that tell the same story count alike: which of them has some more of the
 * draft's words says nothing of whose sentence is meant.
 */
function storyCoverage(probe: Probe, { contexts }: PassageSearch): number[] {
  const covered = contexts.map(({ context }) => coverageIn(probe, context))
  const best = Math.max(...covered)
  return covered.map(share => (share >= SAME_STORY * best ? best : share))
}

/** Share of a passage's other values that each article states; those of the commonest, which stand in any article, left out. */
function statedShares({ telling, isStatedIn, statedCounts }: PassageSearch, claim: PlacedValue): number[] {
  const counts = !isWeak(claim.value)
  const others = counts ? telling - 1 : telling
  return statedCounts().map((stated, at) => (counts && isStatedIn(claim, at) ? stated - 1 : stated) / Math.max(1, others))
}

/** Whether two values stand side by side and tell one thing twice: "last Saturday, 25/10/2025", "two days earlier, on 8 November". */
function areApposed(a: PlacedValue, b: PlacedValue, { concepts }: PassageAnalysis): boolean {
  if (a.value.kind !== 'date' || b.value.kind !== 'date') return false
  const between = concepts.subarray(Math.min(a.last, b.last), Math.max(a.first, b.first))
  return between.length <= APPOSED && !between.includes(AND)
}

/** What stands between two dates of two things: "on 8 November, and two days later". */
const AND = conceptNamed('and')

/** How many tokens may stand between: a comma and a preposition. */
const APPOSED = 2

/** Whether a figure agrees with a value by rounding it: not so where the same passage tells that value exactly, of something else. */
const isRounded = (claim: Value, comparison: Comparison): boolean =>
  comparison === 'compatible' && claim.kind === 'figure' && claim.figure.bound === 'exact' && !claim.figure.vague

/** The values of the sources that a claim can be compared with, best matching sentences first, at most {@link CANDIDATES}. */
export function findCandidates(search: PassageSearch, claim: PlacedValue): Findings {
  const probe = search.probeOf(claim)
  const found: {
    article: ArticleAnalysis
    value: ArticleValue
    comparison: Comparison
    match: SentenceMatch
    context: AlignmentContext
    covered: number
    lacks: number
  }[] = []
  const covered = storyCoverage(probe, search)
  const stated = statedShares(search, claim)
  const most = Math.max(...stated)
  const ahead = isAhead(search.analysis, claim)
  const isOfDraft = claim.value.kind === 'date' && datesDraft(search.analysis, claim)
  search.contexts.forEach(({ article, context }, at) => {
    let match: SentenceMatch | null = null
    const compared = search.compared(claim, at)
    article.values.forEach((value, place) => {
      const comparison = compared[place]
      if (!speaks(comparison, claim, search.analysis, value, article)) return
      if (comparison === 'different' && (isOfDraft || (ahead && isOverBesideAhead(value, article)))) return
      if (match === null || match.sentence !== value.sentence) match = matchSentence(probe, article, value.sentence, context)
      found.push({ article, value, comparison, match, context, covered: covered[at], lacks: most - stated[at] })
    })
  })
  const rank = (entry: (typeof found)[number]): number => entry.match.coverage + entry.match.wideCoverage + entry.context.articleShare
  found.sort((a, b) => rank(b) - rank(a))
  const othersStating = (value: ArticleValue): PlacedValue[] =>
    search.tellersOf(value).filter(other => other !== claim && !areApposed(claim, other, search.analysis))
  const candidates = found.slice(0, CANDIDATES).map(({ article, value, comparison: alone, match, context, covered, lacks }) => {
    const same = othersStating(value)
    const comparison = isRounded(claim.value, alone) && same.length > 0 ? 'different' : alone
    const taken =
      comparison === 'different' && (isTaken(search, probe, same, article, value) || isTakenBeside(search, probe, article, value))
    const features = alignmentFeatures(probe, match, value, context, covered, taken, comparison)
    return { article, value, comparison, features, match, lacks }
  })
  if (claim.value.kind !== 'figure') return { candidates, derivation: null }
  return { candidates, derivation: findDerivation(claim.value.figure, claim.noun, announcesSum(search.analysis, claim), candidates) }
}

/** Sentences in which a sum is looked for: more would find sums that mean nothing. */
const DERIVATION_SENTENCES = 4

const together = conceptSet('together combined jointly altogether total')

/** Whether a claim's sentence says that figures are added up in it. */
function announcesSum({ concepts, passage }: PassageAnalysis, { sentence }: PlacedValue): boolean {
  const { first, last } = passage.sentences[sentence]
  return concepts.subarray(first, last).some(concept => together.has(concept))
}

function findDerivation(claim: Figure, noun: number, isSum: boolean, candidates: readonly Candidate[]): Derivation | null {
  const tried = new Set<string>()
  for (const { article, value } of candidates) {
    const key = `${article.uri} ${value.sentence}`
    if (tried.has(key)) continue
    if (tried.size === DERIVATION_SENTENCES) break
    tried.add(key)
    const here = valuesOfSentence(article, value.sentence)
    const both = [...here, ...valuesOfSentence(article, value.sentence + 1)]
    const found =
      deriveFrom(claim, noun, article, here) ??
      deriveFrom(claim, noun, article, both) ??
      (isSum ? deriveSum(claim, noun, article, both) : null) ??
      deriveShare(claim, noun, article, here)
    if (found !== null) return found
  }
  return null
}
