import type { ArticleAnalysis, ArticleValue } from '../evidence/articleAnalysis'
import { WordRole, type PlacedValue } from '../evidence/passageAnalysis'
import type { DateMention } from '../recognize/date'
import { compareValues, type Value } from '../values/value'
import { adjacentWords, contentWord, type Probe } from './probe'

/** How fast a source word's say falls with its distance from the source's value, in words. */
const SOURCE_REACH = 10

/** How a claim's sentence and an article's sentence share words. Made once for all values of the sentence. */
export interface SentenceMatch {
  readonly article: ArticleAnalysis
  readonly sentence: number
  /** Share of the claim's words, by weight, found in the sentence; in it and its neighbours; of its names alone. */
  readonly coverage: number
  readonly wideCoverage: number
  readonly nameCoverage: number
  readonly wideNameCoverage: number
  /** Share of the sentence's words that the claim's sentence has. */
  readonly sourceCoverage: number
  /** Weight of the shared words, and of the most telling of them. */
  readonly mass: number
  readonly peak: number
  /** Share of the claim's other values that stand in the sentence too, and how many. */
  readonly otherShare: number
  readonly otherCount: number
  /** Names in the sentence that the claim's passage does not have, as a share of its names. */
  readonly strangerShare: number
}

/** What both sides of alignment know besides the two sentences. */
export interface AlignmentContext {
  readonly weigh: (concept: number) => number
  /** Whether a concept stands anywhere in the claim's passage. */
  readonly inPassage: (concept: number) => boolean
  /** How much of the claim's passage an article covers, 0 to 1, and that as a share of the best article's. */
  readonly articleCoverage: number
  readonly articleShare: number
}

/** Names of the features of {@link alignmentFeatures}, in order. */
export const alignmentFeatureNames = [
  'near',
  'nearBoth',
  'coverage',
  'wideCoverage',
  'nameCoverage',
  'wideNameCoverage',
  'hasNames',
  'sourceCoverage',
  'mass',
  'peak',
  'nearMass',
  'articleCoverage',
  'articleShare',
  'before1',
  'before2',
  'after1',
  'after2',
  'nounSame',
  'nounClash',
  'nounPresent',
  'otherShare',
  'otherCount',
  'strangerShare',
  'taken',
  'unitSame',
  'boundSame',
  'granularitySame',
  'formSame',
  'order',
  'sentenceIndex',
  'claimWords',
  'sourceWords',
  'valueClass',
  'weak',
  'relationSame',
  'nounNear',
  'contentBefore',
  'contentAfter',
  'sameSpot',
] as const

function matchWords({ lookup, share }: Probe, { concepts, sentences }: ArticleAnalysis, sentence: number, found: Float32Array): void {
  for (let at = sentences[sentence]; at < sentences[sentence + 1]; at++) {
    const concept = concepts[at]
    const word = concept === 0 ? undefined : lookup.get(concept)
    if (word !== undefined) found[word] = Math.max(found[word], share.get(concept)!)
  }
}

function coverageOf({ words, totalName, totalWeight }: Probe, found: Float32Array, namesOnly: boolean): number {
  let sum = 0
  for (let at = 0; at < words.length; at++) if (!namesOnly || words[at].isName) sum += words[at].weight * found[at]
  const total = namesOnly ? totalName : totalWeight
  return total === 0 ? 0 : sum / total
}

/** The values of a sentence. Articles' values are in order of their place. */
export function valuesOfSentence(article: ArticleAnalysis, sentence: number): readonly ArticleValue[] {
  const { values } = article
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle].sentence < sentence) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < values.length && values[end].sentence === sentence) end++
  return values.slice(low, end)
}

const agrees = (claim: Value, evidence: Value): boolean => {
  const comparison = compareValues(claim, evidence)
  return comparison === 'equal' || comparison === 'compatible'
}

/** Compares the words of a claim's sentence with those of an article's sentence. */
export function matchSentence(probe: Probe, article: ArticleAnalysis, sentence: number, context: AlignmentContext): SentenceMatch {
  const { found, words } = probe
  found.fill(0)
  matchWords(probe, article, sentence, found)
  const coverage = coverageOf(probe, found, false)
  const nameCoverage = coverageOf(probe, found, true)
  let mass = 0
  let peak = 0
  for (let at = 0; at < words.length; at++) {
    const weight = words[at].weight * found[at]
    mass += weight
    peak = Math.max(peak, weight)
  }
  let sourceTotal = 0
  let sourceShared = 0
  let names = 0
  let strangers = 0
  for (let at = article.sentences[sentence]; at < article.sentences[sentence + 1]; at++) {
    const concept = article.concepts[at]
    if (concept === 0 || article.roles[at] === WordRole.function) continue
    const weight = context.weigh(concept)
    sourceTotal += weight
    if (probe.lookup.has(concept)) sourceShared += weight
    if (article.roles[at] === WordRole.name) {
      names++
      if (!context.inPassage(concept)) strangers++
    }
  }
  const last = article.sentences.length - 2
  if (sentence > 0) matchWords(probe, article, sentence - 1, found)
  if (sentence < last) matchWords(probe, article, sentence + 1, found)
  const here = valuesOfSentence(article, sentence)
  const otherCount = probe.others.filter(other => here.some(value => agrees(other.value, value.value))).length
  return {
    article,
    sentence,
    coverage,
    wideCoverage: coverageOf(probe, found, false),
    nameCoverage,
    wideNameCoverage: coverageOf(probe, found, true),
    sourceCoverage: sourceTotal === 0 ? 0 : sourceShared / sourceTotal,
    mass,
    peak,
    otherShare: probe.others.length === 0 ? 0.5 : otherCount / probe.others.length,
    otherCount,
    strangerShare: names === 0 ? 0 : strangers / names,
  }
}

/** Words of the claim near its value that stand near the article's value, by weight and nearness on both sides. */
function nearMatch(probe: Probe, article: ArticleAnalysis, value: ArticleValue): { near: number; both: number; mass: number } {
  // what of each word stands in the sentence at all, and how near
  const flat = probe.found.fill(0)
  const best = probe.foundNear.fill(0)
  const low = article.sentences[value.sentence]
  const high = article.sentences[value.sentence + 1]
  const visit = (at: number, distance: number): void => {
    const concept = article.concepts[at]
    const word = probe.lookup.get(concept)
    if (word === undefined) return
    const share = probe.share.get(concept)!
    best[word] = Math.max(best[word], share * Math.exp(-distance / SOURCE_REACH))
    flat[word] = Math.max(flat[word], share)
  }
  for (let at = value.first - 1, distance = 0; at >= low; at--) if (article.concepts[at] !== 0) visit(at, distance++)
  for (let at = value.last, distance = 0; at < high; at++) if (article.concepts[at] !== 0) visit(at, distance++)
  let near = 0
  let both = 0
  for (let at = 0; at < probe.words.length; at++) {
    const { weight, nearness } = probe.words[at]
    near += weight * nearness * flat[at]
    both += weight * nearness * best[at]
  }
  const total = probe.totalNear || 1
  return { near: near / total, both: both / total, mass: both }
}

const granularities = 'time dayPart day weekend week month season quarter half year decade century vague'.split(' ')
const dimensions = 'count ordinal multiple fraction ratio score age duration money percent percentagePoint'.split(' ')

/** A small number for the kind of a value, so that trees can tell kinds apart; kinds alike in behaviour stand side by side. */
export function valueClass(value: Value): number {
  if (value.kind === 'date') return 20 + granularities.indexOf(value.date.granularity)
  const at = dimensions.indexOf(value.figure.dimension)
  return at < 0 ? dimensions.length : at
}

/** Whether a value is so common in any text that its equal elsewhere says little. */
export function isWeak(value: Value): boolean {
  if (value.kind === 'date') return false
  const { low, high, dimension, bound } = value.figure
  if (bound !== 'exact' || low === null || low !== high) return false
  return (dimension === 'count' || dimension === 'ordinal' || dimension === 'multiple') && low <= 2
}

/** How a date is written: writers who name a day of the month mostly have it from a source that does. */
function dateForm({ written, writtenLast, granularity }: DateMention): string {
  const range = writtenLast === null ? '' : ' range'
  if (written.day !== undefined) return `day${range}`
  if (written.weekday !== undefined) return `weekday${range}`
  if (written.month !== undefined) return `month${range}`
  return written.year === undefined ? granularity : `year${range}`
}

/** How many of the values of a sentence stand before one of them and are of its class. */
function positionAmongAlike(value: PlacedValue | ArticleValue, all: readonly (PlacedValue | ArticleValue)[]): number {
  const wanted = valueClass(value.value)
  let position = 0
  for (const other of all) if (other.first < value.first && valueClass(other.value) === wanted) position++
  return position
}

/**
 * How a claim and one value of an article lie to each other, in numbers that do not look at the two values themselves.
 * @returns one number of single precision for each of {@link alignmentFeatureNames}
 */
export function alignmentFeatures(
  probe: Probe,
  match: SentenceMatch,
  evidence: ArticleValue,
  context: AlignmentContext,
  taken: boolean,
): readonly number[] {
  const { article } = match
  const { claim } = probe
  const low = article.sentences[evidence.sentence]
  const high = article.sentences[evidence.sentence + 1]
  const before = adjacentWords(article.concepts, evidence.first - 1, -1, low, high)
  const after = adjacentWords(article.concepts, evidence.last, 1, low, high)
  const near = nearMatch(probe, article, evidence)
  const same = (a: number, b: number): number => (a !== 0 && a === b ? 1 : 0)
  const a = claim.value
  const b = evidence.value
  const bothNouns = claim.noun !== 0 && evidence.noun !== 0
  const nounRelated = bothNouns && (claim.noun === evidence.noun || probe.lookup.get(evidence.noun) === probe.lookup.get(claim.noun))
  const here = valuesOfSentence(article, evidence.sentence)
  const like = (mine: number, theirs: number): number =>
    mine === 0 || theirs === 0
      ? 0
      : mine === theirs
        ? 1
        : probe.lookup.get(theirs) !== undefined && probe.lookup.get(theirs) === probe.lookup.get(mine)
          ? 0.6
          : 0
  const contentBefore = like(probe.contentBefore, contentWord(article.concepts, article.roles, evidence.first - 1, -1, low, high))
  const contentAfter = like(probe.contentAfter, contentWord(article.concepts, article.roles, evidence.last, 1, low, high))
  let nounPresent = 0
  if (claim.noun !== 0) for (let at = low; at < high; at++) if (article.concepts[at] === claim.noun) nounPresent = 1
  const features = [
    near.near,
    near.both,
    match.coverage,
    match.wideCoverage,
    match.nameCoverage,
    match.wideNameCoverage,
    probe.totalName > 0 ? 1 : 0,
    match.sourceCoverage,
    match.mass,
    match.peak,
    near.mass,
    context.articleCoverage,
    context.articleShare,
    same(probe.before[0], before[0]),
    same(probe.before[0], before[0]) * same(probe.before[1], before[1]),
    same(probe.after[0], after[0]),
    same(probe.after[0], after[0]) * same(probe.after[1], after[1]),
    nounRelated ? 1 : 0,
    bothNouns && !nounRelated ? 1 : 0,
    nounPresent,
    match.otherShare,
    match.otherCount,
    match.strangerShare,
    taken ? 1 : 0,
    a.kind === 'figure' && b.kind === 'figure' ? (a.figure.unit === b.figure.unit ? 1 : 0) : 0.5,
    a.kind === 'figure' && b.kind === 'figure' ? (a.figure.bound === b.figure.bound ? 1 : 0) : 0.5,
    a.kind === 'date' && b.kind === 'date' ? (a.date.granularity === b.date.granularity ? 1 : 0) : 0.5,
    a.kind === 'date' && b.kind === 'date' ? (dateForm(a.date) === dateForm(b.date) ? 1 : 0) : 0.5,
    positionAmongAlike(claim, probe.others) === positionAmongAlike(evidence, here) ? 1 : 0,
    Math.log1p(evidence.sentence),
    Math.min(probe.words.length, 40),
    Math.min(high - low, 60),
    valueClass(a),
    isWeak(a) ? 1 : 0,
    a.kind === 'date' && b.kind === 'date' ? (a.date.relation === b.date.relation ? 1 : 0) : 0.5,
    bothNouns ? 0.5 : claim.noun !== 0 && same(claim.noun, after[0]) ? 1 : 0,
    contentBefore,
    contentAfter,
    contentBefore * contentAfter,
  ]
  for (let at = 0; at < features.length; at++) features[at] = Math.fround(features[at])
  return features
}
