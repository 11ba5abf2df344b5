import { isSymbol } from '../../recognize/scan'
import type { Tokens } from '../../text/tokens'
import { WordRole, saysSomething, type PassageAnalysis, type PlacedValue, type SubjectWords } from '../../evidence/passageAnalysis'
import { wordSet } from '../../text/vocabulary'
import type { Value } from '../../values/value'
import type { Subject } from './subject'
import { isOfSaying, tellsOfSaying } from './saying'
import { conceptSet } from '../../words/concepts'
import { relatedConcepts } from '../../words/synonyms'

/** How fast a word's say falls with its distance from the figure, in words. */
const REACH = 7

/** How many words the border of a clause counts. */
export const BORDER = 8

/** How near to the figure the headings of its table's row and column count, or what leads its list in. */
const SUBJECT_NEARNESS = 0.6

/** What a looser synonym counts of a word. */
export const SYNONYM_SHARE = 0.6

/** A word of the claim's sentence, as a search sees it. */
export interface ProbeWord {
  readonly concept: number
  /** How telling the word is: its inverse document frequency. */
  readonly weight: number
  /** 1 beside the figure, falling with the distance. */
  readonly nearness: number
  readonly isName: boolean
}

/** The claim's side of alignment, made once a claim. */
export interface Probe {
  readonly claim: PlacedValue
  readonly words: readonly ProbeWord[]
  /** Index into `words`, and the share that the match counts, by concept. */
  readonly lookup: ReadonlyMap<number, number>
  readonly share: ReadonlyMap<number, number>
  /** Concepts of the two words before the figure and after it, nearest first; 0 beyond the sentence. */
  readonly before: readonly [number, number]
  readonly after: readonly [number, number]
  /** The nearest word before and after that is neither function word nor value. */
  readonly contentBefore: number
  readonly contentAfter: number
  /** Whether the claim's sentence tells of somebody saying something. */
  readonly tellsOfSaying: boolean
  /** Whether the claim is the day on which somebody said something. */
  readonly isOfSaying: boolean
  /** The other values of the claim's sentence. */
  readonly others: readonly PlacedValue[]
  /** The dates of what stands outside the passage and says what the claim is about. */
  readonly scope: readonly Value[]
  /** Weights of the names in the sentence before, which pronouns of the claim's sentence stand for. */
  readonly contextNames: ReadonlyMap<number, number>
  readonly totalWeight: number
  readonly totalNear: number
  readonly totalName: number
  /** Room for a number a word, for matching to work in. */
  readonly found: Float32Array
}

/** The nearest words to a stretch of tokens within bounds, in one direction. */
export function adjacentWords(concepts: Int32Array, from: number, step: 1 | -1, low: number, high: number): [number, number] {
  const found: [number, number] = [0, 0]
  let count = 0
  for (let at = from; at >= low && at < high && count < 2; at += step) if (concepts[at] !== 0) found[count++] = concepts[at]
  return found
}

/** The nearest word to a stretch of tokens, in one direction, that says something by itself; 0 for none within bounds. */
export function contentWord(concepts: Int32Array, roles: Uint8Array, from: number, step: 1 | -1, low: number, high: number): number {
  for (let at = from; at >= low && at < high; at += step) if (concepts[at] !== 0 && saysSomething(roles[at])) return concepts[at]
  return 0
}

/** What words count at distances from a value, nearest first; a sentence seldom has more. */
const nearness = Float64Array.from({ length: 256 }, (_, distance) => Math.exp(-distance / REACH))

/** What a word counts at a distance from a value: 1 beside it. */
export const nearnessAt = (distance: number): number => nearness[distance] ?? Math.exp(-distance / REACH)

/** Words that say no more of a value than of what kind it is: "length" of "Length of the talks: two days". */
const kindWords: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  Object.entries({
    duration: 'length duration',
    percent: 'percentage',
    age: 'age old aged',
    date: 'date day when time',
    money: 'amount sum',
  }).map(([kind, words]) => [kind, conceptSet(words)]),
)

/**
 * Visits the words beside a stretch of tokens, outwards, with their distance: that in words, where borders of clauses count as several.
 * @param distance of the first
 * @returns the distance after the last
 */
export function forEachNear(
  { concepts, roles }: SubjectWords,
  from: number,
  step: 1 | -1,
  low: number,
  high: number,
  visit: (at: number, distance: number) => void,
  distance = 0,
): number {
  for (let at = from; at >= low && at < high; at += step) {
    // a colon leads to the value after it: "Turnout: 63%"
    if (roles[at] === WordRole.border || (roles[at] === WordRole.colon && distance > 0)) distance += BORDER
    if (concepts[at] === 0) continue
    visit(at, distance)
    distance++
  }
  return distance
}

/** Marks the tokens that write a value, so that alignment looks at the words around values and never at values themselves. */
function valueTokens(analysis: PassageAnalysis): Uint8Array {
  const marks = new Uint8Array(analysis.concepts.length)
  for (const value of analysis.values) marks.fill(1, value.first, value.last)
  return marks
}

const COMMA = 0x2c
const SEMICOLON = 0x3b

const contrasts = wordSet('while whereas but although though')
const coordinates = wordSet('and or nor so yet')

/** Whether another statement of a sentence begins at a token. */
const opensStatement = (tokens: Tokens, at: number): boolean =>
  isSymbol(tokens, at, SEMICOLON) || contrasts(tokens.words[at]) || (isSymbol(tokens, at - 1, COMMA) && coordinates(tokens.words[at]))

/** Whether two values of a sentence belong to two statements. */
function isParted(tokens: Tokens, a: PlacedValue, b: PlacedValue): boolean {
  for (let at = Math.min(a.last, b.last); at < Math.max(a.first, b.first); at++) if (opensStatement(tokens, at)) return true
  return false
}

/** The names of the sentence before a claim's, with their weights. */
function namesBefore(
  { concepts, roles, passage }: PassageAnalysis,
  claim: PlacedValue,
  weigh: (concept: number) => number,
): Map<number, number> {
  const names = new Map<number, number>()
  if (claim.sentence === 0) return names
  const { first, last } = passage.sentences[claim.sentence - 1]
  for (let at = first; at < last; at++) if (roles[at] === WordRole.name) names.set(concepts[at], weigh(concepts[at]))
  return names
}

/**
 * Makes the search side of a claim.
 * @param analysis the claim's passage
 * @param claim one of its values
 * @param weigh how telling a concept is in these sources, 0 or more
 * @param subject what stands outside the passage that the claim is about
 */
export function makeProbe(
  analysis: PassageAnalysis,
  claim: PlacedValue,
  weigh: (concept: number) => number,
  subject: Subject | null = null,
): Probe {
  const { concepts, roles, passage, values } = analysis
  const sentence = passage.sentences[claim.sentence]
  const skip = valueTokens(analysis)
  const kind = kindWords.get(claim.value.kind === 'date' ? 'date' : claim.value.figure.dimension)
  const words: ProbeWord[] = []
  const lookup = new Map<number, number>()
  const share = new Map<number, number>()
  const add = (concept: number, role: number, nearness: number): void => {
    if (!saysSomething(role) || kind?.has(concept)) return
    const known = lookup.get(concept)
    if (known !== undefined && share.get(concept) === 1) {
      if (words[known].nearness < nearness) words[known] = { ...words[known], nearness }
      return
    }
    const weight = weigh(concept)
    if (weight <= 0) return
    lookup.set(concept, words.length)
    share.set(concept, 1)
    words.push({ concept, weight, nearness, isName: role === WordRole.name })
  }
  const addAt = (at: number, distance: number): void => {
    if (skip[at] === 0) add(concepts[at], roles[at], nearnessAt(distance))
  }
  forEachNear(analysis, claim.first - 1, -1, sentence.first, sentence.last, addAt)
  const end = forEachNear(analysis, claim.last, 1, sentence.first, sentence.last, addAt)
  const [from, to] = analysis.attributions.subarray(2 * claim.sentence, 2 * claim.sentence + 2)
  forEachNear(analysis, from, 1, from, to, addAt, end + BORDER)
  subject?.concepts.forEach((concept, at) => {
    if (concept !== 0) add(concept, subject.roles[at], SUBJECT_NEARNESS)
  })
  words.forEach((word, at) => {
    for (const other of relatedConcepts(word.concept)) {
      if (lookup.has(other)) continue
      lookup.set(other, at)
      share.set(other, SYNONYM_SHARE)
    }
  })
  const sum = (part: (word: ProbeWord) => number): number => words.reduce((total, word) => total + part(word), 0)
  return {
    claim,
    words,
    lookup,
    share,
    before: adjacentWords(concepts, claim.first - 1, -1, sentence.first, sentence.last),
    after: adjacentWords(concepts, claim.last, 1, sentence.first, sentence.last),
    contentBefore: contentWord(concepts, roles, claim.first - 1, -1, sentence.first, sentence.last),
    contentAfter: contentWord(concepts, roles, claim.last, 1, sentence.first, sentence.last),
    tellsOfSaying:
      to > from ||
      tellsOfSaying(analysis, sentence.first, sentence.last) ||
      (subject !== null && tellsOfSaying(subject, 0, subject.concepts.length)),
    isOfSaying: claim.value.kind === 'date' && isOfSaying(analysis, claim, sentence.first),
    others: values.filter(value => value.sentence === claim.sentence && value !== claim && !isParted(passage.tokens, value, claim)),
    scope: subject?.dates ?? [],
    contextNames: namesBefore(analysis, claim, concept => (lookup.has(concept) ? 0 : weigh(concept))),
    totalWeight: sum(word => word.weight),
    totalNear: sum(word => word.weight * word.nearness),
    totalName: sum(word => (word.isName ? word.weight : 0)),
    found: new Float32Array(words.length),
  }
}
