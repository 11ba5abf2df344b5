import type { Sentence } from '../../text/sentences'
import type { Span } from '../../text/span'
import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Dimension, Figure } from '../figure'
import type { Draft } from './draft'
import { countedBefore, headNoun, isDeterminer, labelBefore, rankedBefore, type NounNumber } from './nouns'
import { afterHyphen, isApostrophe, isOneOf, isSymbol, lowerTextAt, Sign, isWord } from '../scan'

const isListWord = wordSet('and or')

/** Whether nothing but a comma, "and" or "or" stands between two tokens, as between the members of a list. */
function isListGap(tokens: Tokens, from: number, to: number): boolean {
  let at = from
  if (isSymbol(tokens, at, Sign.comma)) at++
  if (isOneOf(tokens, at, isListWord)) at++
  return at === to && at > from
}

const isBareCount = (draft: Draft): boolean => draft.dimension === 'count' && draft.unit === null && !draft.hyphenated && !draft.vague

/** Whether a list may leave the unit to its last member: those before the number, and "double", are written each time. */
const givesUnit = ({ dimension, unit, amountFirst, numberFirst, next, numberNext }: Draft): boolean =>
  unit !== null &&
  (dimension !== 'multiple' || next > numberNext) &&
  dimension !== 'duration' &&
  dimension !== 'age' &&
  !(dimension === 'money' && amountFirst !== numberFirst)

const isBareAge = (draft: Draft): boolean => draft.dimension === 'age' && draft.amountNext === draft.numberNext

function takeUnit(draft: Draft, other: Draft): void {
  draft.dimension = other.dimension
  draft.unit = other.unit
}

const isTo = wordSet('to')
const leadsChange = wordSet('from by')
const isOrigin = wordSet('from')
const comparesWith = wordSet('against versus vs from')
const isInstead = wordSet('instead rather compared')
const goesOnInstead = wordSet('of than with to')
const leadsShare = wordSet('at with on')
const isNamed = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && tokens.cases[at] >= LetterCase.capitalised

/** Units that are left out where a second number is set beside a first: those after the number, which a bare number can lack. */
const isElliptic = ({ dimension, unit, amountFirst, numberFirst }: Draft): boolean =>
  unit !== null && dimension !== 'age' && amountFirst === numberFirst

/** "from 11.2 to 21.7 percent", "by 52 to 48 percent": a bare number before "to" has the unit after it, and a small one its million. */
function takesUnitBehind(tokens: Tokens, draft: Draft, follower: Draft): boolean {
  const joins = isOneOf(tokens, draft.next, isTo) && follower.first === draft.next + 1
  return joins && isElliptic(follower) && isOneOf(tokens, draft.first - 1, leadsChange)
}

/** Whether nothing but "instead of", "against" and the like stands between two amounts, or "to" after "from 11.2 percent". */
function isSetBeside(tokens: Tokens, leader: Draft, draft: Draft): boolean {
  const at = isSymbol(tokens, leader.next, Sign.comma) ? leader.next + 1 : leader.next
  if (draft.first === at + 1)
    return isOneOf(tokens, at, comparesWith) || (isOneOf(tokens, at, isTo) && isOneOf(tokens, leader.first - 1, leadsChange))
  if (draft.first === at + 2 && isOneOf(tokens, at, isInstead) && isOneOf(tokens, at + 1, goesOnInstead)) return true
  return isNewAmount(tokens, leader, draft)
}

/** How many tokens may stand between an amount and the "to" of the new one: those of what it is an amount of. */
const OF_WHAT = 3

/** "from 20 weeks' pay to 26" */
function isNewAmount(tokens: Tokens, leader: Draft, draft: Draft): boolean {
  const to = draft.first - 1
  if (!isOneOf(tokens, to, isTo) || !isOneOf(tokens, leader.first - 1, isOrigin) || to - leader.next > OF_WHAT) return false
  for (let at = leader.next; at < to; at++) if (!isWord(tokens, at) && !isApostrophe(tokens, at)) return false
  return true
}

/** "Moderates at 38.4 percent, Greens at 21.7": of a row of names with shares the first may say alone what they are. */
function isNextInRow(tokens: Tokens, leader: Draft, draft: Draft): boolean {
  const lead = draft.first - 1
  if (leader.dimension !== 'percent' || !isOneOf(tokens, lead, leadsShare) || tokens.words[lead] !== tokens.words[leader.first - 1])
    return false
  const joins = isSymbol(tokens, leader.next, Sign.comma) || isOneOf(tokens, leader.next, isListWord)
  for (let at = leader.next + 1; at < lead; at++) if (!isNamed(tokens, at) && !isOneOf(tokens, at, isListWord)) return false
  return joins && lead - leader.next <= ROW_GAP
}

/** How many tokens may stand between two members of a row of names with shares. */
const ROW_GAP = 6

/** Whether a bare number counts nothing that is named after it. */
const countsNothing = (tokens: Tokens, draft: Draft): boolean => isBareCount(draft) && headNoun(tokens, draft.next, tokens.count, 'any') < 0

const isOf = wordSet('of')
const isThem = wordSet('them those which these')

/** Whether a number is some of the amount right before it: "31 years, 14 of them". */
const isSomeOf = (tokens: Tokens, leader: Draft, draft: Draft): boolean =>
  draft.first === leader.next + 1 &&
  isSymbol(tokens, leader.next, Sign.comma) &&
  isOneOf(tokens, draft.next, isOf) &&
  isOneOf(tokens, draft.next + 1, isThem)

/** Gives bare numbers that are set beside an amount its unit: "nine minutes instead of 50". */
function shareUnitsBeside(tokens: Tokens, drafts: readonly Draft[]): void {
  for (let index = 1; index < drafts.length; index++) {
    const [leader, draft] = [drafts[index - 1], drafts[index]]
    if (isBareCount(leader) && takesUnitBehind(tokens, leader, draft)) takeUnit(leader, draft)
    else if (
      isElliptic(leader) &&
      (isSetBeside(tokens, leader, draft) || isNextInRow(tokens, leader, draft) || isSomeOf(tokens, leader, draft)) &&
      countsNothing(tokens, draft)
    )
      takeUnit(draft, leader)
  }
}

const isBareDecimal = ({ step, scale }: Draft): boolean => step < 1 && scale === 1

/** The drafts of each sentence that has any, in order. */
function inSentences(sentences: readonly Sentence[], drafts: readonly Draft[]): Draft[][] {
  const lists: Draft[][] = []
  let sentence = 0
  let end = 0
  for (const draft of drafts) {
    while (sentences[sentence].last <= draft.first) sentence++
    if (draft.first >= end) lists.push([])
    end = sentences[sentence].last
    lists[lists.length - 1].push(draft)
  }
  return lists
}

/**
 * Gives bare decimals the percent of the share before them in their sentence: "with 50.9 percent to her rival's 49.1, up from 47.3". But an
 * index rises "0.5 percent to 102.3".
 * @param drafts those of a sentence
 */
function sharePercents(tokens: Tokens, drafts: readonly Draft[]): void {
  let share: Draft | null = null
  for (const draft of drafts) {
    if (draft.dimension === 'percent') share = draft
    else if (share !== null && isBareDecimal(draft) && !isOneOf(tokens, draft.first - 1, isTo) && countsNothing(tokens, draft))
      takeUnit(draft, share)
  }
}

/**
 * Gives bare millions the currency of the amount before them in their sentence: "410 million euros, after 480 million a year ago".
 * @param drafts those of a sentence
 */
function shareCurrencies(tokens: Tokens, drafts: readonly Draft[]): void {
  let amount: Draft | null = null
  for (const draft of drafts) {
    if (draft.dimension === 'money') amount = draft.scale > 1 ? draft : null
    else if (draft.scale === 1) continue
    else if (amount !== null && countsNothing(tokens, draft)) takeUnit(draft, amount)
    else amount = null
  }
}

/** So many percent, or times, are none: "62,000, or 1.4 percent", "9,300, some six times as many". */
const NO_SHARE = 1000

const mayShare = ({ low, high }: Draft, { dimension }: Draft): boolean =>
  (dimension !== 'percent' && dimension !== 'multiple') || (high ?? low)! < NO_SHARE

/** Gives bare numbers of a list the unit of its last member, "5, 7 and 9 percent", and ages that of the first, "aged 24 and 25". */
function shareUnits(tokens: Tokens, drafts: readonly Draft[]): void {
  for (let index = drafts.length - 2; index >= 0; index--) {
    const [draft, follower] = [drafts[index], drafts[index + 1]]
    if (isBareCount(draft) && givesUnit(follower) && mayShare(draft, follower) && isListGap(tokens, draft.next, follower.first))
      takeUnit(draft, follower)
  }
  for (let index = 1; index < drafts.length; index++) {
    const [leader, draft] = [drafts[index - 1], drafts[index]]
    if (isBareAge(leader) && isBareCount(draft) && isListGap(tokens, leader.next, draft.first)) takeUnit(draft, leader)
  }
}

/** Which nouns a figure can count. */
function nounNumber(draft: Draft): NounNumber {
  if (draft.dimension !== 'count' || draft.hyphenated) return 'any'
  return draft.high === 1 ? 'singular' : 'plural'
}

const withoutNoun = new Set<Dimension>(['score', 'age', 'designation'])

/** The token of the noun that a figure counts or qualifies, or -1. */
function nounOf(tokens: Tokens, draft: Draft, first: number, last: number): number {
  if (withoutNoun.has(draft.dimension)) return -1
  if (draft.vague && draft.dimension === 'count') return headNoun(tokens, draft.numberNext, last, 'plural')
  // "a five-bedroom house" has five bedrooms, "a sixth-minute goal" falls in the sixth minute
  const joined = afterHyphen(tokens, draft.next)
  const isJoined = draft.hyphenated || (draft.dimension === 'ordinal' && joined > draft.next)
  if (isJoined && draft.unit === null && isWord(tokens, joined)) return joined
  const divides = draft.dimension === 'fraction' || draft.dimension === 'multiple'
  const start = divides && isDeterminer(tokens, draft.next) ? draft.next + 1 : draft.next
  const noun = headNoun(tokens, start, last, nounNumber(draft))
  if (noun >= 0) return noun
  if (draft.dimension === 'ordinal') return rankedBefore(tokens, draft.first, first)
  if (draft.dimension !== 'count') return -1
  const counted = countedBefore(tokens, draft.first, first)
  return counted >= 0 ? counted : labelBefore(tokens, draft.first, first)
}

const isDecimalSign = (tokens: Tokens, at: number): boolean => isSymbol(tokens, at, Sign.point) || isSymbol(tokens, at, Sign.softPoint)

/** The step of the last digit that is no trailing zero of a whole number. */
function roundStep(tokens: Tokens, draft: Draft): number {
  for (let at = draft.numberFirst; at < draft.numberNext; at++) if (isDecimalSign(tokens, at)) return draft.step
  let { step } = draft
  let coefficient = Math.abs((draft.high ?? draft.low)! / step)
  while (coefficient >= 10 && coefficient % 10 === 0) {
    coefficient /= 10
    step *= 10
  }
  return step
}

const spanOf = (tokens: Tokens, first: number, next: number): Span => ({ start: tokens.starts[first], end: tokens.ends[next - 1] })

function figureOf(tokens: Tokens, draft: Draft, noun: number): Figure {
  const { start, end } = spanOf(tokens, draft.first, draft.next)
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
    noun: noun < 0 ? null : lowerTextAt(tokens, noun),
    nounSpan: noun < 0 ? null : spanOf(tokens, noun, noun + 1),
    series: draft.series,
    per: draft.per,
    isLapse: draft.isLapse,
    weak: draft.weak,
  }
}

/** Whether two members of a list may count one noun: "three and four seats", "the 14th and 88th minutes". */
const sharesNoun = (draft: Draft, next: Draft): boolean =>
  (draft.dimension === 'count' && next.dimension !== 'multiple') || (draft.dimension === 'ordinal' && next.dimension === 'ordinal')

/** "29 of the 64 seats" are seats too. */
function isPartOf(tokens: Tokens, draft: Draft, whole: Draft): boolean {
  if (draft.dimension !== 'count' || whole.dimension !== 'count' || !isOneOf(tokens, draft.next, isOf)) return false
  return whole.first - draft.next === (isDeterminer(tokens, draft.next + 1) ? 2 : 1)
}

/**
 * Turns what was read into figures, with their nouns; members of a list share unit and noun.
 * @param drafts the figures read from the tokens, in order
 */
export function figuresOf(tokens: Tokens, sentences: readonly Sentence[], drafts: readonly Draft[]): Figure[] {
  shareUnits(tokens, drafts)
  shareUnitsBeside(tokens, drafts)
  for (const list of inSentences(sentences, drafts)) {
    sharePercents(tokens, list)
    shareCurrencies(tokens, list)
  }
  const figures: Figure[] = new Array(drafts.length)
  let sentence = sentences.length - 1
  let noun = -1
  // backwards, since a list's noun stands after its last member
  for (let index = drafts.length - 1; index >= 0; index--) {
    const draft = drafts[index]
    while (sentences[sentence].first >= draft.next) sentence--
    const { first, last } = sentences[sentence]
    const own = nounOf(tokens, draft, first, last)
    const next = drafts[index + 1]
    const isShared = noun >= 0 && ((sharesNoun(draft, next) && isListGap(tokens, draft.next, next.first)) || isPartOf(tokens, draft, next))
    noun = own < 0 && isShared ? noun : own
    figures[index] = figureOf(tokens, draft, noun)
  }
  return figures
}
