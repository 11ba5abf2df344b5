import type { Sentence } from '../../text/sentences'
import type { Span } from '../../text/span'
import { Gap, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Figure } from '../figure'
import { markAge, readOld } from './ages'
import { readAmount, withSmallerPart } from './amounts'
import { boundBefore, boundBehind } from './bounds'
import type { Draft } from './draft'
import { isIdleOrdinal, isInName, isPronounOne, isYear, notationEnd, officeHoursEnd } from './exclusions'
import { attributeBefore, countedBefore, headNoun, type NounNumber } from './nouns'
import { cardinals, isAnd, isArticle, isHalf, isOf, ordinals, scaleOrdinals, scales, singularDenominators } from './numberWords'
import { vulgarFraction } from './numerals'
import { endsFraction, FRACTION_STEP } from './numbers'
import { readPair } from './pairs'
import { afterHyphen, isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, Sign, wordAt } from './scan'
import { asMultiple, opensVague, readVague } from './vague'

/** Where a pass over a text stands. */
interface Position {
  /** Index of the sentence that holds the token. */
  sentence: number
  /** Index of the first date not yet passed. */
  date: number
  /** The first token not used by a figure before. */
  floor: number
}

/** Whether a figure may begin at the token. */
function opens(tokens: Tokens, at: number): boolean {
  const kind = tokens.kinds[at]
  if (kind === TokenKind.digits) return true
  if (kind === TokenKind.symbol) return tokens.words[at] >= 0xbc && vulgarFraction(tokens, at) !== undefined
  const word = tokens.words[at]
  return word !== 0 && opensFigure(word)
}

/** Whether a word can begin a figure, by its number; found out once a word. */
const opensByWord: boolean[] = []
const opensFigure = (word: number): boolean => (opensByWord[word] ??= isNumberWord(word) || opensVague(word))

const isNumberWord = (word: number): boolean =>
  [cardinals, ordinals, scales, scaleOrdinals, singularDenominators].some(table => table(word) !== undefined)

/**
 * Finds the figures of a passage.
 * @param tokens the passage's tokens
 * @param sentences its sentences
 * @param taken spans of its date expressions, in order; what is written in them is no figure
 * @returns the figures in order, none overlapping another
 */
export function recognizeFigures(tokens: Tokens, sentences: readonly Sentence[], taken: readonly Span[]): Figure[] {
  const drafts: Draft[] = []
  const position: Position = { sentence: 0, date: 0, floor: 0 }
  for (let at = 0; at < tokens.count;) {
    if (!opens(tokens, at)) {
      at++
      continue
    }
    while (sentences[position.sentence].last <= at) position.sentence++
    while (position.date < taken.length && taken[position.date].end <= tokens.starts[at]) position.date++
    const date = taken[position.date] as Span | undefined
    if (date !== undefined && date.start < tokens.ends[at]) {
      at++
      continue
    }
    const read = readFigure(tokens, at, sentences[position.sentence], position.floor)
    if (typeof read === 'number') {
      at = read
      continue
    }
    if (date === undefined || date.start >= tokens.ends[read.next - 1]) drafts.push(read)
    at = position.floor = read.next
  }
  shareUnits(tokens, drafts)
  return finished(tokens, sentences, drafts)
}

/** Reads the figure that begins at a token, or says where to go on. */
function readFigure(tokens: Tokens, at: number, sentence: Sentence, floor: number): Draft | number {
  if (isDigits(tokens, at)) {
    const behind = notationEnd(tokens, at, sentence.first)
    if (behind !== at) return behind
  }
  const hours = officeHoursEnd(tokens, at)
  if (hours !== at) return hours
  const vague = readVague(tokens, at)
  if (vague) {
    vague.amountFirst = vague.first
    return bounded(tokens, vague, floor)
  }
  const draft = readAmount(tokens, at, floor)
  if (typeof draft === 'number') return draft
  if (draft.numberNext - draft.numberFirst <= 2 && isWord(tokens, draft.numberFirst) && !standsAlone(tokens, draft, floor))
    return draft.next
  if (isIdleOrdinal(tokens, draft)) return draft.next
  if (readRank(tokens, draft, floor)) return bounded(tokens, draft, floor)
  withSmallerPart(tokens, draft)
  draft.amountFirst = draft.first
  readPair(tokens, draft, floor)
  readOld(tokens, draft)
  asMultiple(tokens, draft)
  bounded(tokens, draft, floor)
  if (isInName(tokens, draft, sentence) || isYear(tokens, draft) || isPronounOne(tokens, draft, sentence.last)) return draft.next
  markAge(tokens, draft)
  markScope(tokens, draft)
  readPer(tokens, draft)
  draft.weak = isWeak(tokens, draft)
  return draft
}

/** Decides about numbers of one word that need an article or a noun: "a hundred", "half of", "a third of". */
function standsAlone(tokens: Tokens, draft: Draft, floor: number): boolean {
  const at = draft.numberFirst
  const word = tokens.words[at]
  const article = at > floor && isOneOf(tokens, at - 1, isArticle)
  if (scales(word) !== undefined) {
    if (!article && draft.numberNext === at + 1 && !isOneOf(tokens, at - 1, everyScale)) return false
    if (article) draft.first = draft.numberFirst = at - 1
    return true
  }
  if (cardinals(word) !== undefined) return true
  if (isHalf(word)) return isHalfOfSomething(tokens, draft, article)
  if (draft.dimension === 'ordinal' && article && singularDenominators(word) !== undefined && draft.numberNext === at + 1)
    asFraction(tokens, draft, word)
  else if (draft.dimension === 'fraction') {
    if (draft.unit === null && !(article && endsFractionBehind(tokens, draft))) return false
    if (article) draft.first = draft.numberFirst = at - 1
  } else if (article && draft.scale > 1) draft.first = draft.numberFirst = at - 1
  return true
}
const everyScale = wordSet('the per every last past first next')

const endsFractionBehind = (tokens: Tokens, draft: Draft): boolean => isOneOf(tokens, draft.next, isOf)

/** "a third of", "a fifth higher": a fraction, where "a third man" keeps its order. */
function asFraction(tokens: Tokens, draft: Draft, word: number): void {
  if (!endsFraction(tokens, draft.next) || !isWord(tokens, draft.next)) return
  draft.dimension = 'fraction'
  draft.low = draft.high = 1 / singularDenominators(word)!
  draft.step = FRACTION_STEP
  draft.first = draft.numberFirst = draft.numberFirst - 1
}

const halved = wordSet('of the its their his her our this that all a an these those as')
const isGame = wordSet('first second time back centre opening other')

function isHalfOfSomething(tokens: Tokens, draft: Draft, article: boolean): boolean {
  if (draft.unit !== null || draft.scale !== 1) {
    if (article) draft.first = draft.numberFirst = draft.numberFirst - 1
    return true
  }
  if (isHyphen(tokens, draft.next) && isGlued(tokens, draft.next)) return false
  if (isOneOf(tokens, draft.numberFirst - 1, isGame)) return false
  if (isOneOf(tokens, draft.next, isAnd) && isOneOf(tokens, draft.next + 1, isHalf)) return false
  if (article) draft.first = draft.numberFirst = draft.numberFirst - 1
  return isOneOf(tokens, draft.next, halved) || boundBefore(tokens, draft.first, 0) !== null || isOneOf(tokens, draft.first - 1, byHalf)
}
const byHalf = wordSet('by in only just another')

const isNumberSign = wordSet('no nos number numbers')
const isRanked = wordSet('ranked ranks rank ranking')

/** "No. 1", "number 47", "#5", "ranked 302": an ordinal in digits. */
function readRank(tokens: Tokens, draft: Draft, floor: number): boolean {
  if (draft.dimension !== 'count' || draft.unit !== null || draft.scale !== 1 || !Number.isInteger(draft.low)) return false
  const before = draft.numberFirst - 1
  if (before < floor) return false
  const dotted = isSymbol(tokens, before, Sign.point) && isGlued(tokens, before) ? before - 1 : before
  const isSign = isSymbol(tokens, before, Sign.hash) && isGlued(tokens, draft.numberFirst)
  const isNumber = dotted >= floor && isOneOf(tokens, dotted, isNumberSign) && (dotted !== before || isPlainNumber(tokens, dotted))
  const isRank = isOneOf(tokens, before, isRanked)
  if (!isSign && !isNumber && !isRank) return false
  if (dotted === before && isNumber && wordAt(tokens, before) === wordAt(tokens, draft.numberFirst)) return false
  draft.dimension = 'ordinal'
  if (isSign || isNumber) draft.first = isSign ? before : dotted
  return true
}

/** "no 5" is a rank, "no one" is not. */
const isPlainNumber = (tokens: Tokens, at: number): boolean => isDigits(tokens, at + 1) || tokens.ends[at] - tokens.starts[at] > 2

/** Adds the words before and behind that bound a figure. */
function bounded(tokens: Tokens, draft: Draft, floor: number): Draft {
  draft.amountNext = draft.next
  if (draft.dimension === 'ordinal' || draft.dimension === 'score') return draft
  const before = boundBefore(tokens, draft.first, floor)
  // "about 500 or more" is bounded from behind
  const behind = before && before.bound !== 'about' ? null : boundBehind(tokens, draft.next)
  const found = behind ?? before
  if (!found) return draft
  if (before) draft.first = before.first
  if (behind) draft.next = behind.next
  if (draft.bound === 'range') return draft
  draft.bound = found.bound
  if (found.bound === 'atMost' || found.bound === 'lessThan') draft.low = null
  else if (found.bound === 'atLeast' || found.bound === 'moreThan') draft.high = null
  return draft
}

const isAdditional = wordSet('additional another further extra')

/** Whether the figure is said to add to another one, before or right behind it. */
function markScope(tokens: Tokens, draft: Draft): void {
  draft.additional = isOneOf(tokens, draft.first - 1, isAdditional) || isOneOf(tokens, draft.next, isMore)
}
const isMore = wordSet('additional further extra more')

const isPer = wordSet('per a an each every')
const reckoned = wordSet(
  'year day week month hour minute second share head person capita unit tonne ton barrel litre gallon kilo kilogram ounce pound night game match ticket vote mile kilometre square annum household employee student pupil item dose night season quarter child',
)

/** "15 a year", "$5 per share", "$100/month", "£1.5bn-a-year" */
function readPer(tokens: Tokens, draft: Draft): void {
  const at = afterHyphen(tokens, draft.next)
  const slash = isSymbol(tokens, at, Sign.slash) && isGlued(tokens, at)
  if (!slash && !isOneOf(tokens, at, isPer)) return
  const noun = slash ? at + 1 : afterHyphen(tokens, at + 1)
  if (tokens.gaps[at] !== Gap.newline && isOneOf(tokens, noun, reckoned))
    draft.per = tokens.text.slice(tokens.starts[noun], tokens.ends[noun]).toLowerCase()
}

/** Small numbers in words and fractions that often count nothing a source would state. */
function isWeak(tokens: Tokens, draft: Draft): boolean {
  if (draft.unit !== null || draft.numberNext - draft.numberFirst !== 1 || !isWord(tokens, draft.numberFirst)) return false
  if (draft.dimension === 'ordinal') return draft.low! <= 2
  return draft.dimension === 'fraction' || draft.low === 1
}

const listCommas = (tokens: Tokens, from: number, to: number): boolean => {
  let at = from
  if (isSymbol(tokens, at, Sign.comma)) at++
  if (isOneOf(tokens, at, listWords)) at++
  return at === to && at > from
}
const listWords = wordSet('and or')

const isBareCount = (draft: Draft): boolean => draft.dimension === 'count' && draft.unit === null && !draft.hyphenated && !draft.vague

/** Gives bare numbers of a list the unit of its last member, "5, 7 and 9 percent", and ages that of the first: "aged 24 and 25". */
function shareUnits(tokens: Tokens, drafts: Draft[]): void {
  for (let index = drafts.length - 2; index >= 0; index--) {
    const draft = drafts[index]
    const follower = drafts[index + 1]
    if (!isBareCount(draft) || follower.unit === null || follower.dimension === 'duration' || follower.dimension === 'age') continue
    if (follower.dimension === 'money' && follower.amountFirst !== follower.numberFirst) continue
    if (listCommas(tokens, draft.next, follower.first)) withUnitOf(draft, follower)
  }
  for (let index = 1; index < drafts.length; index++) {
    const leader = drafts[index - 1]
    const isAge = leader.dimension === 'age' && leader.amountNext === leader.numberNext
    if (isAge && isBareCount(drafts[index]) && listCommas(tokens, leader.next, drafts[index].first)) withUnitOf(drafts[index], leader)
  }
}

function withUnitOf(draft: Draft, other: Draft): void {
  draft.dimension = other.dimension
  draft.unit = other.unit
}

/** Which nouns a figure can count. */
function nounNumber(draft: Draft): NounNumber {
  if (draft.dimension !== 'count' || draft.hyphenated) return 'any'
  return draft.high === 1 ? 'singular' : 'plural'
}

/** Turns drafts into figures, with their nouns. */
function finished(tokens: Tokens, sentences: readonly Sentence[], drafts: readonly Draft[]): Figure[] {
  const figures: Figure[] = new Array(drafts.length)
  let sentence = sentences.length - 1
  let listNoun = -1
  for (let index = drafts.length - 1; index >= 0; index--) {
    const draft = drafts[index]
    while (sentences[sentence].first > draft.first) sentence--
    const { first, last } = sentences[sentence]
    let noun = nounOf(tokens, draft, first, last)
    const follower = drafts[index + 1] as Draft | undefined
    if (noun < 0 && listNoun >= 0 && draft.dimension === 'count' && follower && listCommas(tokens, draft.next, follower.first))
      noun = listNoun
    listNoun = noun
    figures[index] = figureOf(tokens, draft, noun, attributeBefore(tokens, draft.first, first))
  }
  return figures
}

function nounOf(tokens: Tokens, draft: Draft, first: number, last: number): number {
  if (draft.dimension === 'score' || draft.dimension === 'age') return -1
  if (draft.vague && draft.unit === null) return headNoun(tokens, draft.numberNext, last, 'plural')
  // "a five-bedroom house" has five bedrooms
  if (draft.hyphenated && draft.unit === null && isHyphen(tokens, draft.next)) return draft.next + 1
  const noun = headNoun(tokens, draft.next, last, nounNumber(draft))
  return noun < 0 && draft.dimension === 'count' ? countedBefore(tokens, draft.first, first) : noun
}

const spanOf = (tokens: Tokens, first: number, next: number): Span => ({ start: tokens.starts[first], end: tokens.ends[next - 1] })

const lowerText = (tokens: Tokens, at: number): string => tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase()

const isDecimalSign = (tokens: Tokens, at: number): boolean => isSymbol(tokens, at, Sign.point) || isSymbol(tokens, at, Sign.softPoint)

/** The step of the last digit that is no trailing zero of a whole number. */
function roundStep(tokens: Tokens, draft: Draft): number {
  for (let at = draft.numberFirst; at < draft.numberNext; at++) if (isDecimalSign(tokens, at)) return draft.step
  let step = draft.step
  let coefficient = Math.abs((draft.high ?? draft.low)! / step)
  while (coefficient >= 10 && coefficient % 10 === 0) {
    coefficient /= 10
    step *= 10
  }
  return step
}

function figureOf(tokens: Tokens, draft: Draft, noun: number, attribute: number): Figure {
  const start = tokens.starts[draft.first]
  const end = tokens.ends[draft.next - 1]
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    dimension: draft.dimension,
    low: draft.low,
    high: draft.high,
    second: draft.second,
    unit: draft.unit,
    bound: draft.bound,
    vague: draft.vague,
    step: draft.step,
    roundStep: roundStep(tokens, draft),
    amount: spanOf(tokens, draft.amountFirst, draft.amountNext),
    number: spanOf(tokens, draft.numberFirst, draft.numberNext),
    lastNumber: draft.lastFirst < 0 ? null : spanOf(tokens, draft.lastFirst, draft.lastNext),
    noun: noun < 0 ? null : lowerText(tokens, noun),
    nounSpan: noun < 0 ? null : spanOf(tokens, noun, noun + 1),
    attribute: attribute < 0 ? null : lowerText(tokens, attribute),
    per: draft.per,
    additional: draft.additional,
    weak: draft.weak,
  }
}
