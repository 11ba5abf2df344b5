import { ordinalSuffix } from '../../text/englishNumbers'
import { Gap, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import {
  cardinals,
  isAnd,
  isArticle,
  isHalf,
  isOf,
  ordinals,
  pluralDenominators,
  scaleOrdinals,
  scales,
  singularDenominators,
} from './numberWords'
import { readNumeral, readSlash, vulgarFraction } from './numerals'
import { afterHyphen, isDigits, isGlued, isOneOf, isWord, lengthAt, textAt, wordAt } from '../scan'

/** A number as written, in digits, words or both: tokens `first` up to `next`. */
export interface NumberReading {
  readonly first: number
  readonly next: number
  readonly kind: 'cardinal' | 'ordinal' | 'fraction'
  /** NaN where digits are a version, an address or an identifier. */
  readonly value: number
  readonly step: number
  /** What the number's last scale word multiplies by, 1 without one: 1e6 for "1.2 million". Its coefficient is value / scale. */
  readonly scale: number
}

type Part = Omit<NumberReading, 'first'>

/** How far a fraction in words may be from the value it stands for: "half" is said of 48% to 52%. */
export const FRACTION_STEP = 0.04

/** Product without the last-digit noise of binary floating point. */
export const scaled = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(14)))

const cardinal = (value: number, step: number, next: number, scale = 1): Part => ({ kind: 'cardinal', value, step, next, scale })
const ordinal = (value: number, next: number): Part => ({ kind: 'ordinal', value, step: 1, next, scale: 1 })
const fraction = (value: number, step: number, next: number): Part => ({ kind: 'fraction', value, step, next, scale: 1 })

const scaleAt = (tokens: Tokens, at: number): number | undefined =>
  tokens.gaps[at] === Gap.newline ? undefined : scales(wordAt(tokens, at))

/** Applies the scale words after a number: "1.2 million", "two and a half million", "3 lakh crore". */
function withScales(tokens: Tokens, number: Part): Part {
  let { value, step, next, scale } = number
  for (;;) {
    const at = afterHyphen(tokens, next)
    const factor = scaleAt(tokens, at)
    if (factor === undefined) return next === number.next ? number : cardinal(value, step, next, scale)
    value = scaled(value, factor)
    step = scaled(step, factor)
    scale *= factor
    next = at + 1
  }
}

// --- numbers in words ---

/** A number in words under construction: `total` holds what scales have closed, `group` what is open below the next scale. */
interface Sum {
  next: number
  total: number
  group: number
  /** Whether `group` holds anything. */
  open: boolean
  /** What may be added next must be below this. */
  room: number
  /** The last scale from a thousand up, 1 without one. */
  scale: number
  step: number
  /** Whether "hundred" or a scale was last, so that "and" may follow. */
  joins: boolean
}

function addWord(sum: Sum, value: number, next: number): void {
  sum.group += value
  sum.open = true
  sum.room = value >= 20 && value % 10 === 0 ? 10 : 0
  sum.step = 1
  sum.joins = false
  sum.next = next
}

function multiplyBy(sum: Sum, factor: number, next: number): void {
  if (factor === 100) sum.group *= 100
  else {
    sum.total = sum.open ? sum.total + scaled(sum.group, factor) : scaled(sum.total, factor)
    sum.scale = sum.open ? factor : sum.scale * factor
    sum.group = 0
    sum.open = false
  }
  sum.step = scaled(sum.step, factor)
  sum.room = factor
  sum.joins = true
  sum.next = next
}

/** Whether a scale word may multiply what has been read: it is below the last scale, or straight after it ("lakh crore"). */
function mayMultiply(sum: Sum, factor: number): boolean {
  if (!sum.open) return factor >= 1e5
  if (factor === 100) return sum.group > 0 && sum.group < 100
  return sum.scale === 1 || factor < sum.scale
}

/** Adds one more word to the sum, or says that none fits. */
function extend(tokens: Tokens, sum: Sum): boolean {
  const tied = afterHyphen(tokens, sum.next)
  const viaAnd = sum.joins && isOneOf(tokens, tied, isAnd)
  const at = viaAnd ? afterHyphen(tokens, tied + 1) : tied
  const word = wordAt(tokens, at)
  if (word === 0 || tokens.gaps[at] === Gap.newline) return false
  const factor = scales(word)
  if (factor !== undefined) {
    if (viaAnd || !mayMultiply(sum, factor)) return false
    multiplyBy(sum, factor, at + 1)
    return true
  }
  const value = cardinals(word)
  if (value === undefined || value === 0 || value >= sum.room) return false
  // the second hundred of "three hundred and two hundred" belongs to another number
  if (viaAnd && sum.room === 100 && scaleAt(tokens, at + 1) === 100) return false
  addWord(sum, value, at + 1)
  return true
}

/** An ordinal word that ends the number: "twenty-fifth", "two hundredth", "one hundred and first". */
function ordinalEnd(tokens: Tokens, sum: Sum): Part | null {
  const tied = afterHyphen(tokens, sum.next)
  const at = sum.joins && isOneOf(tokens, tied, isAnd) ? tied + 1 : tied
  const word = wordAt(tokens, at)
  if (word === 0) return null
  const value = ordinals(word)
  if (value !== undefined && value < sum.room) return ordinal(sum.total + sum.group + value, at + 1)
  const factor = scaleOrdinals(word)
  return factor !== undefined && sum.open && at === sum.next ? ordinal(sum.total + scaled(sum.group, factor), at + 1) : null
}

const isPoint = wordSet('point dot')

/** Decimals spoken after "point": "five point two five", "nought point eleven", "two point three million". */
function spokenDecimals(tokens: Tokens, sum: Sum): Part | null {
  if (!isOneOf(tokens, sum.next, isPoint)) return null
  let at = sum.next + 1
  let digits = ''
  while (digits.length < 6) {
    const value = cardinals(wordAt(tokens, at))
    if (value === undefined) break
    const unit = value >= 20 ? cardinals(wordAt(tokens, afterHyphen(tokens, at + 1))) : undefined
    const isCompound = unit !== undefined && unit > 0 && unit < 10
    digits += isCompound ? value + unit : value
    at = isCompound ? afterHyphen(tokens, at + 1) + 1 : at + 1
  }
  if (digits === '') return null
  return withScales(tokens, cardinal(Number(`${sum.total + sum.group}.${digits}`), 10 ** -digits.length, at))
}

/** Reads a number that begins with a cardinal word: "twenty-five", "two hundred and three", "one and a half million", "two-thirds". */
function readWords(tokens: Tokens, at: number): Part {
  const sum: Sum = { next: at, total: 0, group: 0, open: false, room: Infinity, scale: 1, step: 1, joins: false }
  addWord(sum, cardinals(tokens.words[at])!, at + 1)
  return readOn(tokens, sum)
}

/** Reads "(a) hundred", "(a) million and a half" from the scale word, which stands for one of it. */
function readScaleWord(tokens: Tokens, at: number): Part {
  const sum: Sum = { next: at, total: 0, group: 1, open: true, room: 0, scale: 1, step: 1, joins: false }
  multiplyBy(sum, scales(tokens.words[at])!, at + 1)
  return readOn(tokens, sum)
}

function readOn(tokens: Tokens, sum: Sum): Part {
  let added = addedFraction(tokens, sum)
  while (added === null && extend(tokens, sum)) added = addedFraction(tokens, sum)
  if (added) return added
  const value = sum.total + sum.group
  return (
    ordinalEnd(tokens, sum) ??
    spokenDecimals(tokens, sum) ??
    dividedBy(tokens, sum.next, value) ??
    cardinal(value, sum.step, sum.next, sum.joins ? sum.room : 1)
  )
}

// --- fractions ---

const isQuarters = wordSet('quarter quarters')
const followsFraction = wordSet(
  'of more less higher lower larger smaller bigger fewer faster slower from by to on in and or but than since',
)

/** Whether what follows "a third" shows it to be a fraction, not the third of a series. */
export const endsFraction = (tokens: Tokens, at: number): boolean => !isWord(tokens, at) || followsFraction(tokens.words[at])

/** "a million" after "of": "a quarter of a million", "two thirds of a million". */
function ofScale(tokens: Tokens, part: Part): Part {
  if (!isOneOf(tokens, part.next, isOf) || !isOneOf(tokens, part.next + 1, isArticle)) return part
  const factor = scaleAt(tokens, part.next + 2)
  return factor === undefined ? part : cardinal(scaled(part.value, factor), factor / 10, part.next + 3, factor)
}

/** The fraction that a denominator after the number makes: "two-thirds", "one fifth of", "five eighths". */
function dividedBy(tokens: Tokens, at: number, above: number): Part | null {
  const place = afterHyphen(tokens, at)
  const word = wordAt(tokens, place)
  if (word === 0) return null
  const tied = place !== at
  const plural = pluralDenominators(word)
  const singular = above === 1 ? singularDenominators(word) : undefined
  const below = plural ?? singular
  // quarters are time too: "four quarters", "for three quarters"
  if (below !== undefined && isQuarters(word) && above >= below) return null
  if (below === undefined || (!tied && (singular !== undefined || isQuarters(word)) && !endsFraction(tokens, place + 1))) return null
  return ofScale(tokens, fraction(above / below, FRACTION_STEP, place + 1))
}

/** A fraction joined to the number by "and": "two and a half", "one and three quarters million", "3 million and a half". */
function addedFraction(tokens: Tokens, sum: Pick<Sum, 'next' | 'total' | 'group' | 'open' | 'scale'>): Part | null {
  const and = afterHyphen(tokens, sum.next)
  if (!isOneOf(tokens, and, isAnd)) return null
  const start = afterHyphen(tokens, and + 1)
  const word = wordAt(tokens, start)
  if (word === 0) return null
  const above = isArticle(word) ? 1 : cardinals(word)
  const place = afterHyphen(tokens, start + 1)
  const below = above === 1 ? singularDenominators(wordAt(tokens, place)) : pluralDenominators(wordAt(tokens, place))
  if (above === undefined || below === undefined) return null
  const unit = sum.open ? 1 : sum.scale
  const further = unit > 1 ? scaleAt(tokens, place + 1) : undefined
  if (further !== undefined) return cardinal(sum.total + scaled(above / below, further), further / 10, place + 2)
  return withScales(tokens, cardinal(sum.total + sum.group + scaled(above / below, unit), unit / 10, place + 1))
}

/** Reads "half a million", "half-million", "quarter million" and the bare "half" from the word that divides. */
function readDivisor(tokens: Tokens, at: number): Part {
  const value = 1 / singularDenominators(tokens.words[at])!
  const behind = afterHyphen(tokens, at + 1)
  const place = isOneOf(tokens, behind, isArticle) ? behind + 1 : behind
  const factor = scaleAt(tokens, place)
  if (factor === undefined) return ofScale(tokens, fraction(value, FRACTION_STEP, at + 1))
  return withScales(tokens, cardinal(scaled(value, factor), factor / 10, place + 1, factor))
}

// --- numbers in digits ---

const isSuffix = wordSet('st nd rd th')

/** "47th", also "15,599 th" as tokenised text has it; but "6st" is a weight */
const isOrdinalSuffix = (tokens: Tokens, at: number, value: number): boolean =>
  isOneOf(tokens, at, isSuffix) &&
  (isGlued(tokens, at) || textAt(tokens, at) === 'th') &&
  (textAt(tokens, at) !== 'st' || ordinalSuffix(value) === 'st')

/** What "and" adds to hundreds in digits: "3 hundred and 21", "3 hundred and one". */
function withUnits(tokens: Tokens, number: Part): Part {
  const at = number.next + 1
  const word = number.scale === 100 && isOneOf(tokens, at - 1, isAnd) ? cardinals(wordAt(tokens, at)) : undefined
  if (word !== undefined && word > 0) return cardinal(number.value + word, 1, at + 1)
  const adds = number.scale === 100 && isOneOf(tokens, at - 1, isAnd) && isDigits(tokens, at) && lengthAt(tokens, at) < 3
  if (!adds || scaleAt(tokens, at + 1) !== undefined || isGlued(tokens, at + 1)) return number
  return cardinal(number.value + readNumeral(tokens, at).value, 1, at + 1)
}

/** Reads a number that begins with digits: "1,234.5", "2 1/4", "2½", "3.5 million", "3 million and a half", "47th". */
function readDigits(tokens: Tokens, at: number): Part {
  const slash = readSlash(tokens, at)
  if (slash) return fraction(slash.above / slash.below, 1 / slash.below, slash.next)
  const { value, step, next } = readNumeral(tokens, at)
  if (isOrdinalSuffix(tokens, next, value)) return ordinal(value, next + 1)
  const vulgar = vulgarFraction(tokens, next)
  if (vulgar !== undefined) return withScales(tokens, cardinal(value + vulgar, 0.25, next + 1))
  const mixed = step === 1 && isDigits(tokens, next) ? readSlash(tokens, next) : null
  if (mixed && mixed.above < mixed.below) return cardinal(value + mixed.above / mixed.below, 1 / mixed.below, mixed.next)
  const number = withScales(tokens, cardinal(value, step, next))
  const rest = { next: number.next, total: number.value, group: 0, open: number.scale === 1, scale: number.scale }
  return addedFraction(tokens, rest) ?? withUnits(tokens, number)
}

function readPart(tokens: Tokens, at: number): Part | null {
  if (isDigits(tokens, at)) return readDigits(tokens, at)
  const vulgar = vulgarFraction(tokens, at)
  if (vulgar !== undefined) return withScales(tokens, fraction(vulgar, FRACTION_STEP, at + 1))
  const word = wordAt(tokens, at)
  if (cardinals(word) !== undefined) return readWords(tokens, at)
  if (scales(word) !== undefined) return readScaleWord(tokens, at)
  const order = ordinals(word) ?? scaleOrdinals(word)
  if (order !== undefined) return ordinal(order, at + 1)
  return isHalf(word) || singularDenominators(word) !== undefined ? readDivisor(tokens, at) : null
}

/**
 * Reads the number that begins at a token.
 * @param at a token of digits, a fraction character, or a number word
 * @returns the number, or null when none begins here
 */
export function readNumber(tokens: Tokens, at: number): NumberReading | null {
  if (tokens.kinds[at] === TokenKind.symbol && vulgarFraction(tokens, at) === undefined) return null
  const part = readPart(tokens, at)
  if (part === null) return null
  const { next, kind, value, step, scale } = part
  return { first: at, next, kind, value, step, scale }
}
