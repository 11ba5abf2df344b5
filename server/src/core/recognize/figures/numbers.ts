import { Gap, TokenKind, type Tokens } from '../../text/tokens'
import {
  cardinals,
  isAnd,
  isArticle,
  isHalf,
  ordinals,
  pluralDenominators,
  scaleOrdinals,
  scales,
  singularDenominators,
} from './numberWords'
import { readNumeral, readSlash, vulgarFraction } from './numerals'
import { afterHyphen, isDigits, isGlued, isHyphen, isOneOf, lengthAt, textAt, wordAt } from './scan'
import { wordSet } from '../../text/vocabulary'

/** A number as written, in digits, words or both: tokens `first` up to `next`. */
export interface NumberReading {
  readonly first: number
  readonly next: number
  readonly kind: 'cardinal' | 'ordinal' | 'fraction'
  readonly value: number
  readonly step: number
  /** What the number's last scale word multiplies by, 1 without one: 1e6 for "1.2 million". Its coefficient is value / scale. */
  readonly scale: number
}

/** How far a fraction in words may be from the value it stands for: "half" is said of 48% to 52%. */
export const FRACTION_STEP = 0.04

/** Product without the last-digit noise of binary floating point. */
export const scaled = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(14)))

/** The number word under construction: `total` holds closed scales, `group` what is still open below the next scale. */
interface Sum {
  next: number
  total: number
  group: number
  /** Whether `group` holds anything. */
  open: boolean
  /** What may be added next must be below this. */
  room: number
  /** The last scale word, 1 without one. */
  scale: number
  step: number
  /** Whether the last part was the word "hundred" or a scale, so that "and" may follow. */
  joins: boolean
}

const add = (sum: Sum, value: number, next: number): void => {
  sum.group += value
  sum.open = true
  sum.room = value >= 20 && value % 10 === 0 && value < 100 ? 10 : 0
  sum.step = 1
  sum.joins = false
  sum.next = next
}

function multiply(sum: Sum, scale: number, next: number): void {
  if (scale === 100) {
    sum.group = (sum.open ? sum.group : 1) * 100
    sum.open = true
    sum.step = sum.step * 100
  } else if (sum.open) {
    sum.total += scaled(sum.group, scale)
    sum.step = scaled(sum.step, scale)
    sum.group = 0
    sum.open = false
    sum.scale = scale
  } else {
    sum.total = scaled(sum.total, scale)
    sum.step = scaled(sum.step, scale)
    sum.scale *= scale
  }
  sum.room = scale
  sum.joins = true
  sum.next = next
}

/** Whether a scale word may multiply what has been read: below the last scale, or straight behind it ("lakh crore"). */
function mayMultiply(sum: Sum, scale: number): boolean {
  if (scale === 100) return sum.open && sum.group < 1000 && (sum.scale === 1 || sum.group < 100) && !(sum.joins && sum.room === 100)
  if (sum.open) return sum.scale === 1 || scale < sum.scale || (scale === 12 && sum.scale === 1)
  return sum.total > 0 && sum.joins && scale >= 1e5
}

/** The token at which the next part of the number word may begin: behind a hyphen, or behind "and" where that can join. */
function partAfter(tokens: Tokens, sum: Sum): number {
  const at = sum.next
  if (tokens.gaps[at] === Gap.newline && isHyphen(tokens, at)) return at
  const behind = afterHyphen(tokens, at)
  if (sum.joins && isOneOf(tokens, behind, isAnd)) return afterHyphen(tokens, behind + 1)
  return behind
}

/** Adds one part to the sum, or says that nothing fits. */
function extend(tokens: Tokens, sum: Sum): boolean {
  const at = partAfter(tokens, sum)
  const viaAnd = isOneOf(tokens, at - 1, isAnd) && at - 1 >= sum.next
  if (isDigits(tokens, at)) return viaAnd && sum.room === 100 && addDigits(tokens, sum, at)
  const word = wordAt(tokens, at)
  if (word === 0) return false
  const scale = scales(word)
  if (scale !== undefined) {
    if (viaAnd || !mayMultiply(sum, scale)) return false
    multiply(sum, scale, at + 1)
    return true
  }
  const value = cardinals(word)
  if (value === undefined || value === 0 || value >= sum.room) return false
  // in "three hundred and two hundred" the second hundred belongs to another number
  if (viaAnd && scales(wordAt(tokens, at + 1)) === 100) return false
  add(sum, value, at + 1)
  return true
}

/** "3 hundred and 21" */
function addDigits(tokens: Tokens, sum: Sum, at: number): boolean {
  if (lengthAt(tokens, at) > 2 || scales(wordAt(tokens, at + 1)) !== undefined || isGlued(tokens, at + 1)) return false
  add(sum, readNumeral(tokens, at).value, at + 1)
  return true
}

/** An ordinal word that ends the number: "twenty-fifth", "two hundredth". */
function ordinalEnd(tokens: Tokens, sum: Sum): NumberReading | null {
  const at = partAfter(tokens, sum)
  const word = wordAt(tokens, at)
  if (word === 0) return null
  const value = ordinals(word)
  if (value !== undefined && value < sum.room) return reading(sum.total + sum.group + value, 1, at + 1, 'ordinal')
  const scale = scaleOrdinals(word)
  if (scale === undefined || !sum.open || (isHyphen(tokens, at - 1) && sum.group === 1)) return null
  return reading(sum.total + scaled(sum.group, scale), 1, at + 1, 'ordinal')
}

const reading = (value: number, step: number, next: number, kind: NumberReading['kind'], scale = 1): NumberReading => ({
  first: 0,
  next,
  kind,
  value,
  step,
  scale,
})

const isPoint = wordSet('point')
const isPeriodic = wordSet('quarter quarters')
const goesOnFromFraction = wordSet(
  'of more less higher lower larger smaller bigger fewer faster slower from by to on in and or but than since',
)

/** Digits spoken one by one behind "point": "five point two five". */
function spokenDecimals(tokens: Tokens, sum: Sum): NumberReading | null {
  if (!isOneOf(tokens, sum.next, isPoint)) return null
  let at = sum.next + 1
  let step = 1
  let value = sum.total + sum.group
  for (; step > 1e-6; at++) {
    const digit = cardinals(wordAt(tokens, at))
    if (digit === undefined || digit > 99) break
    step /= digit > 9 ? 100 : 10
    value += digit * step
  }
  return step === 1 ? null : reading(Number(value.toPrecision(14)), step, at, 'cardinal')
}

/** The denominator that makes a fraction of a number before it, with the token behind it; "thirds" of "two-thirds". */
function denominatorAfter(tokens: Tokens, at: number, above: number): { below: number; next: number } | null {
  const place = afterHyphen(tokens, at)
  const word = wordAt(tokens, place)
  if (word === 0) return null
  const plural = pluralDenominators(word)
  if (plural !== undefined) {
    // "for three quarters" is time unless something is divided
    if (isPeriodic(word) && place === at && !isOneOf(tokens, place + 1, goesOnFromFraction)) return null
    return { below: plural, next: place + 1 }
  }
  const singular = above === 1 ? singularDenominators(word) : undefined
  if (singular === undefined) return null
  if (place === at && !endsFraction(tokens, place + 1)) return null
  return { below: singular, next: place + 1 }
}

/** Whether what follows "a third" shows it to be a fraction, not the third of a series. */
export function endsFraction(tokens: Tokens, at: number): boolean {
  return at >= tokens.count || !isWordKind(tokens, at) || goesOnFromFraction(tokens.words[at])
}

const isWordKind = (tokens: Tokens, at: number): boolean => tokens.kinds[at] === TokenKind.word

/** The fraction added behind "and": "two and a half", "one and three quarters"; 0 for none. */
function fractionAfterAnd(tokens: Tokens, at: number): { value: number; next: number } | null {
  const and = afterHyphen(tokens, at)
  if (!isOneOf(tokens, and, isAnd)) return null
  const start = afterHyphen(tokens, and + 1)
  const word = wordAt(tokens, start)
  if (word === 0) return null
  const above = isArticle(word) ? 1 : cardinals(word)
  if (above === undefined) return null
  const place = afterHyphen(tokens, start + 1)
  const name = wordAt(tokens, place)
  const below = above === 1 ? singularDenominators(name) : pluralDenominators(name)
  if (below === undefined || isHyphen(tokens, place + 1) !== isHyphen(tokens, start + 1)) {
    if (below === undefined || isHyphen(tokens, start + 1)) return null
  }
  // "two and a half million" divides one, "two million and a half million" would be another number
  return { value: above / below, next: place + 1 }
}

/** Goes on reading number words from what is in `sum`. */
function finish(tokens: Tokens, sum: Sum): NumberReading {
  while (extend(tokens, sum));
  const ordinal = ordinalEnd(tokens, sum)
  if (ordinal) return ordinal
  const spoken = spokenDecimals(tokens, sum)
  if (spoken) return spoken
  const value = sum.total + sum.group
  const fraction = fractionAfterAnd(tokens, sum.next)
  if (fraction) return withFraction(tokens, sum, fraction)
  const denominator = denominatorAfter(tokens, sum.next, value)
  if (denominator) return reading(value / denominator.below, FRACTION_STEP, denominator.next, 'fraction')
  return reading(value, sum.step, sum.next, 'cardinal', sum.joins ? sum.room : 1)
}

function withFraction(tokens: Tokens, sum: Sum, fraction: { value: number; next: number }): NumberReading {
  const unit = sum.open ? 1 : sum.scale
  const value = sum.total + sum.group + fraction.value * unit
  return scaledBehind(tokens, reading(value, unit / 10, fraction.next, 'cardinal'))
}

/** Applies the scale words behind a number: "1.2 million", "two and a half million", "3 lakh crore". */
function scaledBehind(tokens: Tokens, number: NumberReading): NumberReading {
  let { value, step, next, scale: product } = number
  for (;;) {
    const at = afterHyphen(tokens, next)
    const scale = scales(wordAt(tokens, at))
    if (scale === undefined || tokens.gaps[at] === Gap.newline)
      return next === number.next ? number : { ...number, kind: 'cardinal', value, step, next, scale: product }
    value = scaled(value, scale)
    step = scaled(step, scale)
    product *= scale
    next = at + 1
  }
}

/** Whether the token is a cardinal number word. */
export const isCardinal = (tokens: Tokens, at: number): boolean => cardinals(wordAt(tokens, at)) !== undefined

const start = (value: number, step: number, next: number, room: number): Sum => ({
  next,
  total: 0,
  group: value,
  open: true,
  room,
  scale: 1,
  step,
  joins: false,
})

/** Reads a number that begins with a number word: "twenty-five", "two hundred and three", "one and a half million", "two-thirds". */
function readWords(tokens: Tokens, at: number): NumberReading {
  const value = cardinals(tokens.words[at])!
  const sum = start(0, 1, at + 1, 0)
  add(sum, value, at + 1)
  return finish(tokens, sum)
}

const isSuffix = wordSet('st nd rd th')

/** "47th", also "15,599 th" as tokenised text has it. */
function isOrdinalSuffix(tokens: Tokens, at: number): boolean {
  return isOneOf(tokens, at, isSuffix) && (isGlued(tokens, at) || textAt(tokens, at) === 'th')
}

/** Reads a number that begins with digits: "1,234.5", "2 1/4", "2½", "3.5 million", "47th". */
function readFigures(tokens: Tokens, at: number): NumberReading {
  const slash = readSlash(tokens, at)
  if (slash) return reading(slash.above / slash.below, 1 / slash.below, slash.next, 'fraction')
  const { value, step, next } = readNumeral(tokens, at)
  if (isOrdinalSuffix(tokens, next)) return reading(value, 1, next + 1, 'ordinal')
  const vulgarPart = vulgarFraction(tokens, next)
  if (vulgarPart !== undefined) return scaledBehind(tokens, reading(value + vulgarPart, 0.25, next + 1, 'cardinal'))
  const mixed = step === 1 && isDigits(tokens, next) ? readSlash(tokens, next) : null
  if (mixed && mixed.above < mixed.below) return reading(value + mixed.above / mixed.below, 1 / mixed.below, mixed.next, 'cardinal')
  if (!continuesInWords(tokens, next)) return reading(value, step, next, 'cardinal')
  return finish(tokens, { ...start(value, step, next, 0), step })
}

const isContinuation = (tokens: Tokens, at: number): boolean => scales(wordAt(tokens, at)) !== undefined || isOneOf(tokens, at, isAnd)

/** Whether a scale word or "and a half" may follow digits that end before `at`. */
const continuesInWords = (tokens: Tokens, at: number): boolean =>
  tokens.gaps[at] !== Gap.newline && isContinuation(tokens, afterHyphen(tokens, at))

/** Reads "half a million", "half an hour" and "a quarter million" from the word that divides; a bare "half" is a fraction too. */
function readDivided(tokens: Tokens, at: number): NumberReading {
  const below = singularDenominators(tokens.words[at])!
  const behind = afterHyphen(tokens, at + 1)
  const scaleAt = isOneOf(tokens, behind, isArticle) ? behind + 1 : behind
  const scale = scales(wordAt(tokens, scaleAt))
  if (scale === undefined) return reading(1 / below, FRACTION_STEP, at + 1, 'fraction')
  return scaledBehind(tokens, reading(scaled(1 / below, scale), scaled(0.1, scale), scaleAt + 1, 'cardinal'))
}

/**
 * Reads the number that begins at a token.
 * @param at a token of digits, a fraction character, or a number word
 * @returns the number, or null when none begins here; its value is NaN where digits are a version or an identifier
 */
export function readNumber(tokens: Tokens, at: number): NumberReading | null {
  const number = readAt(tokens, at)
  return number && { ...number, first: at }
}

function readAt(tokens: Tokens, at: number): NumberReading | null {
  if (isDigits(tokens, at)) return readFigures(tokens, at)
  const word = wordAt(tokens, at)
  if (word === 0) {
    const value = vulgarFraction(tokens, at)
    return value === undefined ? null : scaledBehind(tokens, reading(value, FRACTION_STEP, at + 1, 'fraction'))
  }
  if (cardinals(word) !== undefined) return readWords(tokens, at)
  const ordinal = ordinals(word) ?? scaleOrdinals(word)
  const scale = scales(word)
  if (scale !== undefined) return finish(tokens, { ...start(scale === 100 ? 100 : 0, scale, at + 1, scale), ...opened(scale) })
  if (isHalf(word) || (ordinal === undefined && singularDenominators(word) !== undefined)) return readDivided(tokens, at)
  return ordinal === undefined ? null : reading(ordinal, 1, at + 1, 'ordinal')
}

/** The sum behind a scale word that stands for one of it: "(a) hundred", "(a) million". */
const opened = (scale: number): Partial<Sum> =>
  scale === 100 ? { joins: true } : { total: scale, group: 0, open: false, scale, joins: true }
