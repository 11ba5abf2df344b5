import { isOrdinalSuffix, isShortMonth, isShortWeekday, monthOf, ordinalOf, seasonOf, weekdayNames } from '../recognize/dates/lexicon'
import { readOrdinal } from '../recognize/dates/reading'
import { isApostrophe, isDash, isDigits, isGlued, isSymbol, isWord, lengthAt, Sign } from '../recognize/scan'
import { LetterCase, tokenize, type Tokens } from '../text/tokens'
import { wordSet } from '../text/vocabulary'

/** A field that a date's text writes. */
export type DateField = 'year' | 'month' | 'day' | 'weekday' | 'season' | 'quarter' | 'half'

/** A written field and how it is written. Offsets count from the start of the date's text. */
export interface DateSlot {
  readonly field: DateField
  readonly start: number
  readonly end: number
  /** Writes another value of the field in the same way. */
  readonly write: (value: number) => string
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const weekdayNamesLong = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const weekdayNamesShort = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')
const seasonNames = 'spring summer autumn winter'.split(' ')
const ordinalNames =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

// months that stay whole where the others are shortened with a point (Associated Press usage)
const neverPointed = new Set([3, 4, 5, 6, 7])

/** The name of a month: "November". */
export const monthName = (month: number): string => monthNames[month - 1]

const isUpperFirst = (letters: number): boolean => letters === LetterCase.capitalised || letters === LetterCase.mixed

function inCase(name: string, letters: number): string {
  if (letters === LetterCase.upper) return name.toUpperCase()
  return isUpperFirst(letters) ? name[0].toUpperCase() + name.slice(1) : name.toLowerCase()
}

/** "st", "nd", "rd" or "th" for a number. */
function ordinalSuffix(value: number): string {
  const tens = value % 100
  return tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
}

/** A number up to thirty-nine as an ordinal word: "tenth", "twenty-first". */
function ordinalName(value: number): string {
  if (value <= 20) return ordinalNames[value - 1]
  if (value === 30) return 'thirtieth'
  return `${value < 30 ? 'twenty' : 'thirty'}-${ordinalNames[(value % 10) - 1]}`
}

/** Writes months like the one at a token: in full, shortened, or shortened with a point. */
function monthWriter(tokens: Tokens, at: number, pointed: boolean): (month: number) => string {
  const letters = tokens.cases[at]
  const short = isShortMonth(tokens.words[at])
  return month => {
    if (!short || (pointed && neverPointed.has(month))) return inCase(monthName(month), letters)
    const name = pointed && month === 9 ? 'Sept' : monthName(month).slice(0, 3)
    return inCase(name, letters) + (pointed ? '.' : '')
  }
}

const isQuarter = wordSet('quarter')
const isHalf = wordSet('half')
const isQ = wordSet('q')
const isH = wordSet('h')
const isClockWord = wordSet('am pm a p o')

/**
 * The fields of a date's text, in order, each with the way it is written. Times of day have none.
 * @param text a date as a draft writes it, not a numeric one
 */
export function dateSlots(text: string): DateSlot[] {
  const tokens = tokenize(text)
  const slots: DateSlot[] = []
  for (let at = 0; at < tokens.count; at++) {
    const slot = isWord(tokens, at) ? wordSlot(tokens, at) : isDigits(tokens, at) ? digitSlot(tokens, at) : null
    if (slot) slots.push(slot)
  }
  return slots
}

const slotAt = (tokens: Tokens, first: number, last: number, field: DateField, write: DateSlot['write']): DateSlot => ({
  field,
  start: tokens.starts[first],
  end: tokens.ends[last],
  write,
})

function wordSlot(tokens: Tokens, at: number): DateSlot | null {
  const word = tokens.words[at]
  const letters = tokens.cases[at]
  if (monthOf(word) !== undefined) {
    const pointed = isShortMonth(word) && isSymbol(tokens, at + 1, Sign.point)
    return slotAt(tokens, at, pointed ? at + 1 : at, 'month', monthWriter(tokens, at, pointed))
  }
  if (weekdayNames(word) !== undefined) {
    const names = isShortWeekday(word) ? weekdayNamesShort : weekdayNamesLong
    return slotAt(tokens, at, at, 'weekday', weekday => inCase(names[weekday - 1], letters))
  }
  if (seasonOf(word) !== undefined) return slotAt(tokens, at, at, 'season', season => inCase(seasonNames[season - 1], letters))
  if (ordinalOf(word) === undefined) return null
  const ordinal = readOrdinal(tokens, at)!
  const field = periodField(tokens, ordinal.next) ?? 'day'
  return slotAt(tokens, at, ordinal.next - 1, field, value => inCase(ordinalName(value), letters))
}

/** The period that an ordinal counts: "third quarter", "first-half". */
function periodField(tokens: Tokens, at: number): DateField | null {
  const noun = isDash(tokens, at) ? at + 1 : at
  return isQuarter(tokens.words[noun]) ? 'quarter' : isHalf(tokens.words[noun]) ? 'half' : null
}

function digitSlot(tokens: Tokens, at: number): DateSlot | null {
  const length = lengthAt(tokens, at)
  if (length === 4) return slotAt(tokens, at, at, 'year', String)
  if (length > 2 || isClock(tokens, at)) return null
  const shortYear = isGlued(tokens, at) && (isApostrophe(tokens, at - 1) || (isDash(tokens, at - 1) && lengthAt(tokens, at - 2) === 4))
  if (shortYear) return slotAt(tokens, at, at, 'year', year => String(year % 100).padStart(2, '0'))
  if (isWord(tokens, at - 1) && isGlued(tokens, at)) return letterSlot(tokens, at)
  const suffixed = isGlued(tokens, at + 1) && isOrdinalSuffix(tokens.words[at + 1])
  const field = suffixed ? (periodField(tokens, at + 2) ?? 'day') : 'day'
  if (suffixed) return slotAt(tokens, at, at + 1, field, value => `${value}${ordinalSuffix(value)}`)
  const zero = tokens.text.charCodeAt(tokens.starts[at]) === 0x30
  return slotAt(tokens, at, at, field, day => (zero ? String(day).padStart(2, '0') : String(day)))
}

/** The number in "Q3" and "H1". */
function letterSlot(tokens: Tokens, at: number): DateSlot | null {
  if (isQ(tokens.words[at - 1])) return slotAt(tokens, at, at, 'quarter', String)
  return isH(tokens.words[at - 1]) ? slotAt(tokens, at, at, 'half', String) : null
}

const isClock = (tokens: Tokens, at: number): boolean =>
  isSymbol(tokens, at + 1, Sign.colon) || isSymbol(tokens, at - 1, Sign.colon) || isClockWord(tokens.words[at + 1])

/** A date of numbers alone: their order, the sign between, and the digits of each. */
export interface NumericStyle {
  readonly order: readonly ('year' | 'month' | 'day')[]
  readonly sign: string
  readonly widths: readonly number[]
}

/** The style of "2025-11-10", "11/10/2025", "25.10.2025", or null; `month` is the month that the text was read to mean. */
export function numericStyle(text: string, month: number | undefined): NumericStyle | null {
  const match = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text)
  if (!match) return null
  const numbers = [match[1], match[3], match[4]]
  const widths = numbers.map(digits => digits.length)
  if (widths[0] === 4) return { order: ['year', 'month', 'day'], sign: match[2], widths }
  const monthFirst = Number(numbers[0]) === month && match[2] !== '.'
  return { order: monthFirst ? ['month', 'day', 'year'] : ['day', 'month', 'year'], sign: match[2], widths }
}
