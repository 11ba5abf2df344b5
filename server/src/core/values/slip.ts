import type { DateMention, WrittenFields } from '../recognize/date'
import { civilDay, dayNumber, weekdayOf } from '../recognize/dates/calendar'
import type { Figure } from '../recognize/figure'
import type { Value } from './value'

/** A number by its digits: "28" of 2.8 billion and of 28,000, and the power of ten of the first. */
interface Digits {
  readonly digits: string
  readonly power: number
}

/** Decimals that numbers are told apart by at most. */
const PRECISION = 12

/** The digits of numbers lately asked for: a claim's with each candidate, an article's with each keystroke. */
const lately = new Map<number, Digits>()
const MOST = 2000

function digitsOf(number: number): Digits {
  const known = lately.get(number)
  if (known) return known
  const [mantissa, power] = number.toExponential(PRECISION).split('e')
  const digits: Digits = { digits: mantissa.replace('.', '').replace(/0+$/, ''), power: Number(power) }
  if (lately.size >= MOST) lately.clear()
  lately.set(number, digits)
  return digits
}

/** The one number that a figure states, or null. */
function numberOf({ low, high, second }: Figure): number | null {
  const number = high ?? low
  return second === null && number !== null && number > 0 && (low === null || low === number) ? number : null
}

/** How much likelier a slip is than chance: numbers of two digits have one in common by chance now and then. */
const Slip = { none: 0, likely: 0.3, telling: 1 } as const

function slipOfDigits(mine: string, theirs: string): number {
  const length = Math.max(mine.length, theirs.length)
  if (length < 2) return Slip.none
  const [a, b] = [mine.padEnd(length, '0'), theirs.padEnd(length, '0')]
  const places = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  if (places.length === 1) return length > 2 ? Slip.telling : Slip.likely
  const areExchanged = places.length === 2 && a[places[0]] === b[places[1]] && a[places[1]] === b[places[0]]
  return areExchanged ? Slip.telling : Slip.none
}

/** Whether two numbers of the same digits lie apart by a zero too many, or by "million" for "billion"; by orders of magnitude. */
const isSlipOfScale = (orders: number): boolean => orders === 1 || orders % 3 === 0

/** How far one number looks like another gone wrong. */
function slipOfNumbers(a: number, b: number): number {
  if (a === b) return Slip.none
  const [mine, theirs] = [digitsOf(a), digitsOf(b)]
  if (mine.digits === theirs.digits)
    return mine.digits.length > 1 && isSlipOfScale(Math.abs(mine.power - theirs.power)) ? Slip.telling : Slip.none
  return mine.power === theirs.power ? slipOfDigits(mine.digits, theirs.digits) : Slip.none
}

/** How far one range looks like another gone wrong: one end is the same. */
function slipOfRanges(a: Figure, b: Figure): number {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return Slip.none
  if (a.low === a.high || b.low === b.high) return Slip.none
  return a.low === b.low ? slipOfNumbers(a.high, b.high) : a.high === b.high ? slipOfNumbers(a.low, b.low) : Slip.none
}

/**
 * How far one figure looks like the other gone wrong in copying: by one other digit, by two digits that changed places ("63.7" for
 * "67.3"), or by another scale ("million" for "billion"); of a range, by one end.
 * @returns 0 for not at all, to 1
 */
export function slipBetween(a: Value, b: Value): number {
  if (a.kind !== 'figure' || b.kind !== 'figure' || a.figure.unit !== b.figure.unit) return Slip.none
  const [x, y] = [numberOf(a.figure), numberOf(b.figure)]
  return x === null || y === null ? slipOfRanges(a.figure, b.figure) : slipOfNumbers(x, y)
}

/** How many days one that was read off wrongly lies from the right one at most. */
const DAYS_OFF = 3

/** Whether two days of a month have a digit in common at its place, or the same digits in turn. */
function lookAlike(a: number, b: number): boolean {
  const [tens, ones] = [Math.floor(a / 10), a % 10]
  return tens === Math.floor(b / 10) || ones === b % 10 || b === 10 * ones + tens
}

/**
 * How far one date looks like the other gone wrong: a day or two off, another digit, the same day of another month, another year, or month
 * of the year.
 * @returns 0 for not at all, to 1
 */
export function slipBetweenDates(a: DateMention, b: DateMention): number {
  const [mine, theirs] = [fieldsOf(a), fieldsOf(b)]
  if (isYear(mine) && isYear(theirs)) return lookAlike(mine.year! % 100, theirs.year! % 100) ? Slip.likely : Slip.none
  if (mine.month === undefined || theirs.month === undefined) return Slip.none
  if (mine.day !== undefined && theirs.day !== undefined) {
    if (areOfOtherYears(a, b)) return mine.month === theirs.month && mine.day === theirs.day ? Slip.telling : Slip.none
    if (mine.month !== theirs.month) return mine.day === theirs.day ? Slip.telling : Slip.none
    return Math.abs(mine.day - theirs.day) <= DAYS_OFF || lookAlike(mine.day, theirs.day) ? Slip.telling : Slip.none
  }
  if (mine.day !== undefined || theirs.day !== undefined) return Slip.none
  const isOneYear = mine.year !== undefined && mine.year === theirs.year
  return mine.month === theirs.month || isOneYear ? Slip.likely : Slip.none
}

/** How many days the same weekday may lie off that is meant where the day of the month does not go with it: up to three weeks. */
const SAME_WEEKDAY = 21

/**
 * Whether a date tells a weekday and a day that do not go together, one of which is another date's: "Wednesday, October 20" where 2025 is
 * meant and the other is 22 October, or 20 October.
 */
export function isOffCalendar({ written, writtenLast }: DateMention, meant: DateMention): boolean {
  const { month, day, weekday } = written
  const { days } = meant
  if (weekday === undefined || month === undefined || day === undefined || writtenLast !== null) return false
  if (days === null || days.first !== days.last || meant.writtenLast !== null) return false
  const told = dayNumber(written.year ?? civilDay(days.first).year, month, day)
  if (weekdayOf(told) === weekday) return false
  return days.first === told || (weekdayOf(days.first) === weekday && Math.abs(days.first - told) <= SAME_WEEKDAY)
}

/** Whether two days are told, or come to be, of two years. */
const areOfOtherYears = (a: DateMention, b: DateMention): boolean => {
  const [mine, theirs] = [a, b].map(({ written, days }) => written.year ?? (days === null ? undefined : civilDay(days.first).year))
  return mine !== undefined && theirs !== undefined && mine !== theirs
}

const isYear = ({ year, month, weekday }: WrittenFields): boolean => year !== undefined && month === undefined && weekday === undefined

/** The fields of a date: what is written, or the day that it comes to. */
function fieldsOf({ written, days }: DateMention): WrittenFields {
  if (written.month !== undefined || days === null || days.first !== days.last) return written
  return civilDay(days.first)
}
