import type { ArticleAnalysis, ArticleValue } from '../../evidence/articleAnalysis'
import { saysSomething, WordRole, type PlacedValue } from '../../evidence/passageAnalysis'
import type { DateMention } from '../../recognize/date'
import { EACH, type Figure } from '../../recognize/figure'
import { firstPlace } from '../../text/firstPlace'
import { endMeant } from '../../values/compareDates'
import { isOfSaying, tellsOfSaying } from './saying'
import { agree, type Comparison } from '../../values/comparison'
import { compareValues, type Value } from '../../values/value'
import { adjacentWords, BORDER, contentWord, forEachNear, nearnessAt, SYNONYM_SHARE, type Probe } from './probe'

/** How a claim's sentence and an article's sentence share words. Made once for all values of the sentence. */
export interface SentenceMatch {
  readonly article: ArticleAnalysis
  readonly sentence: number
  /** Share of the claim's words, by weight, found in the sentence; in it and its neighbours; of its names alone. */
  readonly coverage: number
  readonly wideCoverage: number
  readonly nameCoverage: number
  readonly wideNameCoverage: number
  /** Share of the names of the sentence before the claim's that stand in the sentence or its neighbours. */
  readonly contextNames: number
  /** Share of the sentence's words that the claim's sentence has. */
  readonly sourceCoverage: number
  /** Share of the claim's other values that stand in the sentence too, and how many. */
  readonly otherShare: number
  readonly otherCount: number
  /** Whether one of these is no value of the commonest. */
  readonly sharesTelling: boolean
  /** Names in the sentence that the claim's passage does not have, as a share of its names. */
  readonly strangers: number
}

/** What both sides of alignment know besides the two sentences. */
export interface AlignmentContext {
  readonly weigh: (concept: number) => number
  /** Whether a concept stands anywhere in the claim's passage. */
  readonly inPassage: (concept: number) => boolean
  /** Concepts of the claim's passage that the article has. */
  readonly shared: ReadonlySet<number>
  /** How much of the claim's passage an article covers, 0 to 1. */
  readonly articleCoverage: number
  /** The same as a share of the best article's. */
  readonly articleShare: number
}

/** Names of the features of {@link alignmentFeatures}, in order. */
export const alignmentFeatureNames = [
  'near',
  'sourceNear',
  'names',
  'hasNames',
  'contextNames',
  'sourceCoverage',
  'strangers',
  'articleCoverage',
  'before1',
  'before2',
  'after1',
  'after2',
  'contentBefore',
  'contentAfter',
  'nounSame',
  'nounClash',
  'otherShare',
  'otherCount',
  'taken',
  'order',
  'unitSame',
  'boundSame',
  'formSame',
  'relationSame',
  'weak',
] as const

/** The place of a feature in what {@link alignmentFeatures} gives. */
export const alignmentColumn = (name: (typeof alignmentFeatureNames)[number]): number => alignmentFeatureNames.indexOf(name)

/** Marks the claim's words that some tokens of an article have. */
function matchWords({ lookup, share }: Probe, { concepts }: ArticleAnalysis, first: number, last: number, found: Float32Array): void {
  for (let at = first; at < last; at++) {
    const concept = concepts[at]
    const word = concept === 0 ? undefined : lookup.get(concept)
    if (word !== undefined) found[word] = Math.max(found[word], share.get(concept)!)
  }
}

/** Marks the claim's words that a sentence of an article has, or what says whose words it is. */
function matchSentenceWords(probe: Probe, article: ArticleAnalysis, sentence: number, found: Float32Array): void {
  const { sentences, attributions } = article
  matchWords(probe, article, sentences[sentence], sentences[sentence + 1], found)
  matchWords(probe, article, attributions[2 * sentence], attributions[2 * sentence + 1], found)
}

/** How many of the claim's words are found, and how many of the names among them: by weight, 0 to 1. */
interface Coverage {
  readonly words: number
  readonly names: number
}

function coverageOf({ words, totalWeight, totalName }: Probe, found: Float32Array): Coverage {
  let sum = 0
  let names = 0
  for (let at = 0; at < words.length; at++) {
    const share = words[at].weight * found[at]
    sum += share
    if (words[at].isName) names += share
  }
  return { words: totalWeight === 0 ? 0 : sum / totalWeight, names: totalName === 0 ? 0 : names / totalName }
}

/** The values of a sentence. Articles' values are in order of their place. */
export function valuesOfSentence(article: ArticleAnalysis, sentence: number): readonly ArticleValue[] {
  const { values } = article
  const first = firstPlace(values.length, place => values[place].sentence >= sentence)
  let end = first
  while (end < values.length && values[end].sentence === sentence) end++
  return values.slice(first, end)
}

/** The values of what says elsewhere whose words a sentence is: "he said on Friday". */
function valuesOfAttribution({ values, attributions }: ArticleAnalysis, sentence: number): readonly ArticleValue[] {
  const from = attributions[2 * sentence]
  const to = attributions[2 * sentence + 1]
  return from === to ? [] : values.filter(({ first, last }) => first >= from && last <= to)
}

/** How much of a sentence of an article the claim's sentence and passage have. */
function sourceSide(probe: Probe, { concepts, roles, sentences }: ArticleAnalysis, sentence: number, context: AlignmentContext) {
  let total = 0
  let shared = 0
  let names = 0
  let strangers = 0
  for (let at = sentences[sentence]; at < sentences[sentence + 1]; at++) {
    const concept = concepts[at]
    if (concept === 0 || !saysSomething(roles[at])) continue
    const weight = context.weigh(concept)
    total += weight
    if (probe.lookup.has(concept)) shared += weight
    if (roles[at] !== WordRole.name) continue
    names++
    if (!context.inPassage(concept)) strangers++
  }
  return { coverage: total === 0 ? 0 : shared / total, strangers: names === 0 ? 0 : strangers / names }
}

/** Share of the names of the sentence before the claim's that stand in some sentences of an article. */
function contextNamesIn({ contextNames }: Probe, { concepts, sentences }: ArticleAnalysis, from: number, to: number): number {
  if (contextNames.size === 0) return 0
  const found = new Set<number>()
  for (let at = sentences[from]; at < sentences[to + 1]; at++) if (contextNames.has(concepts[at])) found.add(concepts[at])
  let sum = 0
  let total = 0
  for (const [concept, weight] of contextNames) {
    total += weight
    if (found.has(concept)) sum += weight
  }
  return total === 0 ? 0 : sum / total
}

const agrees = (claim: Value, evidence: Value): boolean => agree(compareValues(claim, evidence))

const ALONE: { readonly standing: readonly Value[]; readonly of: number } = { standing: [], of: 0 }

/** The claim's other values, and dates of its scope, that might stand among the values of a sentence, and those that do. */
function otherValuesIn({ others, scope }: Probe, here: readonly ArticleValue[]): { standing: readonly Value[]; of: number } {
  if (others.length + scope.length === 0) return ALONE
  // a sentence without a date has any scope
  const dated = scope.filter(date => here.some(({ value }) => compareValues(date, value) !== 'incomparable'))
  const wanted = [...others.map(({ value }) => value), ...dated]
  const free = new Set(here)
  const standing = wanted.filter(other => {
    for (const each of free) if (agrees(other, each.value)) return free.delete(each)
    return false
  })
  return { standing, of: wanted.length }
}

/** Compares the words of a claim's sentence with those of an article's sentence. */
export function matchSentence(probe: Probe, article: ArticleAnalysis, sentence: number, context: AlignmentContext): SentenceMatch {
  const { found } = probe
  found.fill(0)
  matchSentenceWords(probe, article, sentence, found)
  const own = coverageOf(probe, found)
  const from = Math.max(0, sentence - 1)
  const to = Math.min(article.sentences.length - 2, sentence + 1)
  if (from < sentence) matchSentenceWords(probe, article, from, found)
  if (to > sentence) matchSentenceWords(probe, article, to, found)
  const wide = coverageOf(probe, found)
  const source = sourceSide(probe, article, sentence, context)
  const other = otherValuesIn(probe, [...valuesOfSentence(article, sentence), ...valuesOfAttribution(article, sentence)])
  return {
    article,
    sentence,
    coverage: own.words,
    wideCoverage: wide.words,
    nameCoverage: own.names,
    wideNameCoverage: wide.names,
    contextNames: contextNamesIn(probe, article, from, to),
    sourceCoverage: source.coverage,
    strangers: source.strangers,
    otherShare: other.of === 0 ? 0.5 : other.standing.length / other.of,
    otherCount: other.standing.length,
    sharesTelling: !other.standing.every(isWeak),
  }
}

/** What stands near a claim's value and an article's value, each side's words weighed by how telling and how near they are. */
interface NearMatch {
  /** The share of the claim's words that the article's sentence has. */
  readonly claim: number
  /** The share of the words of the article's sentence that the claim's has. */
  readonly source: number
}

/** The part of what stands near the claim's value that is found, each word as much as it is. */
function nearPart({ words, totalNear }: Probe, found: Float32Array): number {
  let near = 0
  for (let at = 0; at < words.length; at++) near += words[at].weight * words[at].nearness * found[at]
  return totalNear === 0 ? 0 : near / totalNear
}

function nearMatch(probe: Probe, article: ArticleAnalysis, value: ArticleValue, weigh: (concept: number) => number): NearMatch {
  const { lookup, share } = probe
  const found = probe.found.fill(0)
  let total = 0
  let shared = 0
  const visit = (at: number, distance: number): void => {
    const concept = article.concepts[at]
    const word = lookup.get(concept)
    if (word !== undefined) found[word] = Math.max(found[word], share.get(concept)!)
    if (!saysSomething(article.roles[at])) return
    const weight = weigh(concept) * nearnessAt(distance)
    total += weight
    if (word !== undefined) shared += weight
  }
  const low = article.sentences[value.sentence]
  const high = article.sentences[value.sentence + 1]
  forEachNear(article, value.first - 1, -1, low, high, visit)
  const end = forEachNear(article, value.last, 1, low, high, visit)
  const from = article.attributions[2 * value.sentence]
  const to = article.attributions[2 * value.sentence + 1]
  forEachNear(article, from, 1, from, to, visit, end + BORDER)
  return { claim: nearPart(probe, found), source: total === 0 ? 0 : shared / total }
}

/** How much of what stands near a claim's value stands near an article's value, by weight, 0 to 1. */
export function nearShare(probe: Probe, article: ArticleAnalysis, value: ArticleValue, weigh: (concept: number) => number): number {
  return nearMatch(probe, article, value, weigh).claim
}

/** How near to an article's value the words stand that stand near a claim's value, by weight, 0 to 1. */
export function nearnessShare(probe: Probe, article: ArticleAnalysis, value: ArticleValue): number {
  const { lookup, share } = probe
  const found = probe.found.fill(0)
  const visit = (at: number, distance: number): void => {
    const concept = article.concepts[at]
    const word = lookup.get(concept)
    if (word !== undefined) found[word] = Math.max(found[word], share.get(concept)! * nearnessAt(distance))
  }
  const low = article.sentences[value.sentence]
  const high = article.sentences[value.sentence + 1]
  forEachNear(article, value.first - 1, -1, low, high, visit)
  forEachNear(article, value.last, 1, low, high, visit)
  return nearPart(probe, found)
}

/** Whether a value is so common in any text that its equal elsewhere says little. */
export function isWeak(value: Value): boolean {
  if (value.kind === 'date') return false
  const { low, high, dimension, bound } = value.figure
  if (bound !== 'exact' || low === null || low !== high) return false
  return (dimension === 'count' || dimension === 'ordinal' || dimension === 'multiple') && low <= 2
}

/** How a date is written, of the ways that hold more of it the finer. "Earlier in October" only puts things in order. */
function dateForm({ written, granularity, text }: DateMention): string {
  if (written.day !== undefined) return 'day'
  if (written.weekday !== undefined) return 'weekday'
  if (written.month !== undefined) return ordersOnly.test(text) ? 'order' : 'month'
  return written.year === undefined ? granularity : 'year'
}

const ordersOnly = /^(?:earlier|later)\b/i

/**
 * Whether two dates are written alike: writers who name a day of the month mostly have it from a source that does. "Saturday, Oct. 25"
 * is like "Saturday" too, and a year may be all that is told of any date that has one.
 */
function isOneForm(mine: DateMention, theirs: DateMention): boolean {
  if ((mine.writtenLast === null) !== (theirs.writtenLast === null)) return false
  const haveWeekdays = mine.written.weekday !== undefined && theirs.written.weekday !== undefined
  const form = dateForm(mine)
  return haveWeekdays || form === dateForm(theirs) || (form === 'year' && theirs.written.year !== undefined)
}

const bounds: ReadonlySet<DateMention['relation']> = new Set(['until', 'since', 'end'])

/**
 * Whether two dates bound alike what they date; the end of a range is an "until", its beginning a "since". What is so since a date
 * began then, and what ends at a date may be over then.
 */
const isOneRelation = (mine: DateMention, theirs: DateMention): boolean =>
  mine.relation === theirs.relation ||
  (theirs.writtenLast !== null && bounds.has(mine.relation)) ||
  (mine.relation === 'since' && theirs.relation === 'at') ||
  (mine.relation === 'end' && (theirs.relation === 'at' || theirs.relation === 'until'))

const isOneClass = (a: Value, b: Value): boolean =>
  a.kind === 'figure'
    ? b.kind === 'figure' && a.figure.dimension === b.figure.dimension
    : b.kind === 'date' && a.date.granularity === b.date.granularity

/** How many of the values of a sentence stand before one of them and are of its class. */
function positionAmongAlike(value: PlacedValue | ArticleValue, all: readonly (PlacedValue | ArticleValue)[]): number {
  let position = 0
  for (const other of all) if (other.first < value.first && isOneClass(other.value, value.value)) position++
  return position
}

/** Share of the claim's words, by weight, that an article has. */
function shareIn({ words, totalWeight }: Probe, shared: ReadonlySet<number>): number {
  if (totalWeight === 0) return 0
  let sum = 0
  for (const { concept, weight } of words) if (shared.has(concept)) sum += weight
  return sum / totalWeight
}

/** How well an article covers a claim's passage, or its sentence where it covers that better; 0 to 1. */
export const coverageIn = (probe: Probe, { articleCoverage, shared }: AlignmentContext): number =>
  Math.max(articleCoverage, shareIn(probe, shared))

const same = (a: number, b: number): number => (a !== 0 && a === b ? 1 : 0)

/** Whether two words mean the same, or something near to it. */
function alike({ lookup }: Probe, mine: number, theirs: number): number {
  if (mine === 0 || theirs === 0) return 0
  if (mine === theirs) return 1
  const word = lookup.get(theirs)
  return word !== undefined && word === lookup.get(mine) ? SYNONYM_SHARE : 0
}

/** What a comparison of figures, or of dates, counts where the values are of the other kind. */
const NEITHER = 0.5

const ofFigures = (a: Value, b: Value, holds: (mine: Figure, theirs: Figure) => boolean): number =>
  a.kind === 'figure' && b.kind === 'figure' ? Number(holds(a.figure, b.figure)) : NEITHER

const ofDates = (a: Value, b: Value, holds: (mine: DateMention, theirs: DateMention) => boolean): number =>
  a.kind === 'date' && b.kind === 'date' ? Number(holds(a.date, b.date)) : NEITHER

/** Whether two figures have one unit; what each costs is another than what all do. */
const isOneUnit = (mine: Figure, theirs: Figure): boolean => mine.unit === theirs.unit && (mine.per === EACH) === (theirs.per === EACH)

/**
 * How a claim and one value of an article lie to each other, in numbers that, but for the form of dates, do not look at the two values
 * themselves.
 * @param covered how well the article covers what the claim is about, 0 to 1, as {@link coverageIn} gives it
 * @param taken whether another value of the claim's passage is the article's value
 * @param comparison how the two values compare
 * @returns one number for each of {@link alignmentFeatureNames}
 */
export function alignmentFeatures(
  probe: Probe,
  match: SentenceMatch,
  evidence: ArticleValue,
  context: AlignmentContext,
  covered: number,
  taken: boolean,
  comparison: Comparison,
): readonly number[] {
  const { article } = match
  const { claim } = probe
  const { concepts, roles } = article
  const low = article.sentences[evidence.sentence]
  const high = article.sentences[evidence.sentence + 1]
  const [before1, before2] = adjacentWords(concepts, evidence.first - 1, -1, low, high)
  const [after1, after2] = adjacentWords(concepts, evidence.last, 1, low, high)
  const near = nearMatch(probe, article, evidence, context.weigh)
  const a = claim.value
  const b = evidence.value
  const isEvidenceOfSaying = b.kind === 'date' && isOfSaying(article, evidence, low)
  const isOnlyWhenSaid = isEvidenceOfSaying ? !probe.tellsOfSaying : probe.isOfSaying && !tellsOfSaying(article, low, high)
  const bothNouns = claim.noun !== 0 && evidence.noun !== 0
  const nounSame = bothNouns && alike(probe, claim.noun, evidence.noun) > 0
  return [
    near.claim,
    near.source,
    match.wideNameCoverage,
    probe.totalName > 0 ? 1 : 0,
    match.contextNames,
    match.sourceCoverage,
    match.strangers,
    Math.max(covered, match.wideCoverage),
    same(probe.before[0], before1),
    same(probe.before[0], before1) * same(probe.before[1], before2),
    same(probe.after[0], after1),
    same(probe.after[0], after1) * same(probe.after[1], after2),
    alike(probe, probe.contentBefore, contentWord(concepts, roles, evidence.first - 1, -1, low, high)),
    alike(probe, probe.contentAfter, contentWord(concepts, roles, evidence.last, 1, low, high)),
    nounSame ? 1 : 0,
    bothNouns && !nounSame ? 1 : 0,
    match.otherShare,
    match.otherCount,
    taken ? 1 : 0,
    positionAmongAlike(claim, probe.others) === positionAmongAlike(evidence, valuesOfSentence(article, evidence.sentence)) ? 1 : 0,
    ofFigures(a, b, isOneUnit),
    ofFigures(a, b, (mine, theirs) => mine.bound === theirs.bound),
    ofDates(a, b, (mine, theirs) => comparison === 'equal' || isOneForm(mine, endMeant(theirs, mine))),
    ofDates(a, b, isOneRelation) * (isOnlyWhenSaid ? 0 : 1),
    isWeak(a) ? 1 : 0,
  ]
}
