import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { currencyAfter, currencyBefore, sameCurrency } from './currencies'
import { exactDraft, type Draft } from './draft'
import { isArticle, isHalf, letterScales, shortScales } from './numberWords'
import { isSpacedDecimal, readSpacedDecimal } from './numerals'
import { readNumber, scaled, type NumberReading } from './numbers'
import { isPluralNoun } from './nouns'
import { afterHyphen, isDash, isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lengthAt, Sign, wordAt } from './scan'
import { isInchAbbreviation, readUnit, unitOf, type UnitReading } from './units'

const isPercent = wordSet('percent percents pct percentage')
const isPc = wordSet('pc')
const isPer = wordSet('per')
const isCent = wordSet('cent')
const isPercentage = wordSet('percentage percent')
const isPoints = wordSet('point points')
const isBasis = wordSet('basis')
const isBasisPoint = wordSet('bp bps')
const isPercentagePoint = wordSet('pp ppt ppts')
const isMinus = wordSet('minus negative')
const isPence = wordSet('p')
const takesLength = wordSet(
  'tall high long wide deep away final finals sprint sprints race races relay freestyle hurdles hurdle backstroke butterfly breaststroke medley runner champion from above below apart thick underwater dash swim walk run steeplechase square',
)
const weighs = wordSet('weigh weighs weighed weighing weight lose lost gain gained heavier lighter of shed overweight')
const isOf = wordSet('of')

/** The kind of share a number is, read from the words behind it. */
function percentAfter(tokens: Tokens, at: number): { dimension: 'percent' | 'percentagePoint'; unit: string; next: number } | null {
  if (at >= tokens.count || tokens.gaps[at] === Gap.newline) return null
  if (isSymbol(tokens, at, Sign.percent)) return percentOrPoint(tokens, at + 1)
  const place = afterHyphen(tokens, at)
  const word = wordAt(tokens, place)
  if (word === 0) return null
  if (isPercentage(word) && isPoints(wordAt(tokens, afterHyphen(tokens, place + 1))))
    return { dimension: 'percentagePoint', unit: 'pp', next: afterHyphen(tokens, place + 1) + 1 }
  if (isPercent(word) || (isPc(word) && tokens.cases[place] === LetterCase.lower))
    return { dimension: 'percent', unit: '%', next: place + 1 }
  if (isPer(word) && isOneOf(tokens, afterHyphen(tokens, place + 1), isCent))
    return { dimension: 'percent', unit: '%', next: afterHyphen(tokens, place + 1) + 1 }
  if (isBasis(word) && isOneOf(tokens, afterHyphen(tokens, place + 1), isPoints))
    return { dimension: 'percentagePoint', unit: 'bp', next: afterHyphen(tokens, place + 1) + 1 }
  if (isBasisPoint(word)) return { dimension: 'percentagePoint', unit: 'bp', next: place + 1 }
  return isPercentagePoint(word) ? { dimension: 'percentagePoint', unit: 'pp', next: place + 1 } : null
}

/** "5% points" means percentage points. */
const percentOrPoint = (tokens: Tokens, next: number): ReturnType<typeof percentAfter> =>
  isOneOf(tokens, next, isPoints) ? { dimension: 'percentagePoint', unit: 'pp', next: next + 1 } : { dimension: 'percent', unit: '%', next }

/** Whether the letter m behind a number means million: a counted plural follows and no word of length. */
const countsMillions = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at, isOf) || currencyAfter(tokens, at) !== null || (isPluralNoun(tokens, at) && !isOneOf(tokens, at, takesLength))

/** The scale that an abbreviation behind a number stands for: "3.5bn", "120K", "$5 m". */
function abbreviatedScale(tokens: Tokens, at: number, isMoney: boolean): number | undefined {
  const word = wordAt(tokens, at)
  if (word === 0 || tokens.gaps[at] === Gap.newline) return undefined
  const glued = isGlued(tokens, at)
  const short = shortScales(word)
  if (short !== undefined)
    return glued || tokens.cases[at] !== LetterCase.capitalised ? notMillimetres(tokens, at, isMoney, short) : undefined
  const scale = letterScales(word)
  if (scale === undefined || (!glued && !isMoney)) return undefined
  if (isMoney) return scale
  if (scale === 1e12) return undefined
  if (scale !== 1e6) return scale
  return tokens.cases[at] === LetterCase.capitalised || countsMillions(tokens, at + 1) ? scale : undefined
}

/** "mm" is a million only in capitals or of money. */
const notMillimetres = (tokens: Tokens, at: number, isMoney: boolean, scale: number): number | undefined =>
  tokens.text.charCodeAt(tokens.starts[at] + 1) === 0x6d && lengthAt(tokens, at) === 2 && !isMoney ? undefined : scale

/** The token of a minus sign or word before a number, or `first`. */
function withMinus(tokens: Tokens, first: number, floor: number): number {
  const at = first - 1
  if (at < floor) return first
  if (isOneOf(tokens, at, isMinus)) return at
  const isSign = isDash(tokens, at) && (isSymbol(tokens, at, Sign.hyphen) || isSymbol(tokens, at, Sign.minus))
  if (!isSign || !isGlued(tokens, first)) return first
  const standsAlone = at === 0 || !isGlued(tokens, at) || isSymbol(tokens, at - 1, Sign.openParen)
  return standsAlone && !isDigits(tokens, at - 1) ? at : first
}

const negate = (draft: Draft): void => {
  draft.low = -draft.low!
  draft.high = draft.low
}

/** Whether a decimal of tokenised text, "3 . 5 %", is confirmed by what stands around it. */
function readTokenised(tokens: Tokens, at: number, floor: number): NumberReading | null {
  if (!isDigits(tokens, at) || !isSpacedDecimal(tokens, at + 1)) return null
  const { next, value, step } = readSpacedDecimal(tokens, at)
  const confirmed = percentAfter(tokens, next) ?? readUnit(tokens, next) ?? currencyBefore(tokens, at, floor)
  const number: NumberReading = { first: at, next, kind: 'cardinal', value, step, scale: 1 }
  return confirmed ? number : null
}

/**
 * Reads a number with its sign, currency, scale and unit.
 * @param at a token at which a number may begin
 * @param floor the first token that may be used for what stands before the number
 * @returns the figure, or the token at which to go on where there is none
 */
export function readAmount(tokens: Tokens, at: number, floor: number): Draft | number {
  const number = readTokenised(tokens, at, floor) ?? readNumber(tokens, at)
  if (number === null) return at + 1
  if (Number.isNaN(number.value)) return number.next
  const first = isSymbol(tokens, at - 1, Sign.point) && isGlued(tokens, at) && number.step < 1 && at > floor ? pointBefore(tokens, at) : at
  const draft = exactDraft(first, number.next, number.value, number.step, number.kind === 'cardinal' ? 'count' : number.kind)
  draft.scale = number.scale
  if (number.kind === 'ordinal') return draft
  const currency = currencyBefore(tokens, first, floor)
  if (currency) draft.first = currency.first
  applyScale(tokens, draft, currency !== null)
  const signed = withMinus(tokens, draft.first, floor)
  if (signed !== draft.first) {
    draft.first = signed
    draft.numberFirst = currency ? draft.numberFirst : signed
    negate(draft)
  } else if (currency && withMinus(tokens, first, currency.next) !== first) negate(draft)
  if (currency) return asMoney(tokens, draft, currency.currency)
  return measured(tokens, draft)
}

/** A decimal point without digits before it belongs to the number. */
const pointBefore = (tokens: Tokens, at: number): number => (at === 1 || !isGlued(tokens, at - 1) || !isWord(tokens, at - 2) ? at - 1 : at)

function applyScale(tokens: Tokens, draft: Draft, isMoney: boolean): void {
  const scale = abbreviatedScale(tokens, draft.next, isMoney)
  if (scale === undefined) return
  draft.low = scaled(draft.low!, scale)
  draft.high = draft.low
  draft.step = scaled(draft.step, scale)
  draft.scale = scale
  draft.next++
  draft.numberNext = draft.next
  if (draft.dimension === 'fraction') draft.dimension = 'count'
}

/** Money by the sign before it; a currency repeated behind is part of it ("$9.99 US dollars"). */
function asMoney(tokens: Tokens, draft: Draft, currency: string): Draft {
  draft.dimension = 'money'
  draft.unit = currency
  const repeated = isWord(tokens, draft.next) || isHyphen(tokens, draft.next) ? currencyAfter(tokens, draft.next) : null
  if (repeated && sameCurrency(currency, repeated.currency) && repeated.currency !== 'cent') {
    draft.next = repeated.next
    if (currency === '$') draft.unit = repeated.currency
  }
  return draft
}

/** Words that make the pound a weight or money when nothing else tells. */
function isMoneyPound(tokens: Tokens, draft: Draft, next: number): boolean {
  if (draft.scale >= 1e6) return true
  if (isOneOf(tokens, next, isOf)) return false
  for (let at = draft.first - 1; at >= Math.max(0, draft.first - 8); at--) if (isOneOf(tokens, at, weighs)) return false
  for (let at = draft.first - 1; at >= Math.max(0, draft.first - 8); at--) if (isOneOf(tokens, at, pays)) return true
  return false
}
const pays = wordSet(
  'pay pays paid paying cost costs costing worth price priced fine fined profit profits loss losses spend spent spending earn earned earning raise raised revenue sales budget debt fee salary wage wages debts owed fund funding grant bill bills tax taxes charge charged',
)

/** Reads the percent sign, currency or unit behind a number. */
function measured(tokens: Tokens, draft: Draft): Draft | number {
  const { next } = draft
  const share = percentAfter(tokens, dividedNext(tokens, draft, next))
  if (share) return withUnit(tokens, draft, share.dimension, share.unit, share.next)
  const place = dividedNext(tokens, draft, next)
  const money = currencyAfter(tokens, place)
  if (money && (money.currency !== 'GBP' || isPoundWord(tokens, money.first, money.next) || isMoneyPound(tokens, draft, money.next)))
    return withUnit(tokens, draft, 'money', money.currency, money.next)
  if (isOneOf(tokens, next, isPence) && isGlued(tokens, next) && lengthAt(tokens, next - 1) < 4 && tokens.cases[next] === LetterCase.lower)
    return withUnit(tokens, draft, 'money', 'penny', next + 1)
  const unit = readUnit(tokens, place)
  if (unit) return withUnit(tokens, draft, isAngle(tokens, draft, unit) ? 'angle' : unit.unit.dimension, unit.unit.symbol, unit.next)
  const shared = dimensionMark(tokens, draft, next)
  if (shared) return shared
  // letters or digits written on to the number make it a code: "747s", "3D", "67P"
  if (isGlued(tokens, next) && (isWord(tokens, next) || isDigits(tokens, next)) && isDigits(tokens, next - 1)) return next + 1
  draft.hyphenated = isHyphen(tokens, next) && isGlued(tokens, next) && isGlued(tokens, next + 1)
  return draft
}

const turns = wordSet('rotate rotated turn turned turning tilt tilted angle angles latitude longitude spin spun')
const isTurned = wordSet(
  'angle angles turn turns view views rotation spin panorama panoramic video camera cameras north south east west latitude longitude',
)

/** Whether bare degrees measure a turn instead of heat: "a 360-degree view", "turn left 45 degrees". */
function isAngle(tokens: Tokens, draft: Draft, { unit, next }: UnitReading): boolean {
  if (unit.symbol !== '°') return false
  if (isOneOf(tokens, next, isTurned) || draft.low === 180 || draft.low === 360) return true
  for (let at = draft.first - 1; at >= Math.max(0, draft.first - 3); at--) if (isOneOf(tokens, at, turns)) return true
  return false
}

/** Whether a pound word or sign can only be money: "£", "pounds sterling", "quid". */
const isPoundWord = (tokens: Tokens, first: number, next: number): boolean =>
  tokens.kinds[first] === TokenKind.symbol || next - first > 1 || !isOneOf(tokens, first, isWeightPound)
const isWeightPound = wordSet('pound pounds')

/** Behind "half" an article may stand before the unit: "half an hour", "half a percent". */
const dividedNext = (tokens: Tokens, draft: Draft, next: number): number =>
  draft.dimension === 'fraction' && isOneOf(tokens, next, isArticle) ? next + 1 : next

function withUnit(tokens: Tokens, draft: Draft, dimension: Draft['dimension'], unit: string, next: number): Draft {
  draft.hyphenated = isHyphen(tokens, draft.next) && isGlued(tokens, draft.next)
  draft.dimension = dimension
  draft.unit = unit
  draft.next = next
  return draft
}

/** Feet and inches by their marks: 5'10", 10 ". */
function dimensionMark(tokens: Tokens, draft: Draft, next: number): Draft | null {
  const isInch = isSymbol(tokens, next, Sign.doublePrime)
  const isFoot = isSymbol(tokens, next, Sign.prime)
  if (!isInch && !isFoot) return null
  return withUnit(tokens, draft, 'length', isInch ? 'in' : 'ft', next + 1)
}

/** Pairs of units that make one measure, larger first: "5 feet 2 inches", "2 hours and 30 minutes". */
const compounds: Record<string, string> = { ft: 'in', st: 'lb', lb: 'oz', h: 'min', min: 's', year: 'month', m: 'cm' }
const isAnd = wordSet('and')

/** Adds the smaller part of a measure in two units. */
export function withSmallerPart(tokens: Tokens, draft: Draft): void {
  const smaller = draft.unit === null ? undefined : compounds[draft.unit]
  const hundredth = draft.dimension === 'money' && draft.low === Math.round(draft.low!) && draft.scale === 1
  if (smaller === undefined && !hundredth) return
  const at = isOneOf(tokens, draft.next, isAnd) ? draft.next + 1 : draft.next
  if (at > draft.next && isOneOf(tokens, at, isArticle) && isOneOf(tokens, at + 1, isHalf)) return withHalf(draft, at + 2)
  if (!isDigits(tokens, at) && wordAt(tokens, at) === 0) return
  if (tokens.gaps[at] === Gap.newline) return
  const part = readAmount(tokens, at, at)
  if (typeof part === 'number' || part.low === null) return
  if (draft.unit === 'ft' && part.unit === null && isInchAbbreviation(tokens, part.next)) {
    part.unit = 'in'
    part.next++
  }
  const factor = partFactor(draft, part, smaller)
  if (factor === 0 || part.low * factor >= 1) return
  draft.low = Number((draft.low! + part.low * factor).toPrecision(12))
  draft.high = draft.low
  draft.step = part.step * factor
  draft.next = part.next
  draft.numberNext = part.next
}

/** "one year and a half" */
function withHalf(draft: Draft, next: number): void {
  draft.low! += 0.5
  draft.high = draft.low
  draft.step = 0.5
  draft.next = next
  draft.numberNext = next
}

function partFactor(draft: Draft, part: Draft, smaller: string | undefined): number {
  if (part.unit === null) return 0
  if (part.unit === smaller) return unitOf(part.unit)!.factor / unitOf(draft.unit!)!.factor
  const isHundredth = draft.dimension === 'money' && (part.unit === 'cent' || part.unit === 'penny')
  return isHundredth && sameCurrency(draft.unit!, part.unit) ? 0.01 : 0
}
