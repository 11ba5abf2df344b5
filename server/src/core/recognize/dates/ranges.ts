import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isCivilDay } from './calendar'
import type { DateExpression, FieldsAnchor, PartAnchor } from './expression'
import { isAnd, isOf, isThe, modifierOf } from './lexicon'
import { readDate } from './readDate'
import { Sign, isDash, isDigits, isGlued, isSymbol, isWord, lengthAt, wordAt } from '../scan'
import { digitsValue, readDay, readOrdinal, readYear } from './reading'

/** Two dates that bound a stretch of time. */
export interface DateRange {
  readonly from: DateExpression
  readonly to: DateExpression
}

const isTo = wordSet('to through until till thru')
const opensBetween = wordSet('between')
const opensFrom = wordSet('from')

/**
 * The range that begins with a date: "October 24 to 27", "2019-23", "Sunday to Oct. 30", "between April and June", "Saturday and
 * Sunday".
 * @param from the date that may begin a range
 */
export function readRangeEnd(tokens: Tokens, from: DateExpression): DateRange | null {
  const { next } = from
  const and = isAnd(wordAt(tokens, next))
  const dash = isDash(tokens, next) || isSymbol(tokens, next, Sign.tilde) || joinsYears(tokens, from)
  if (!dash && !and && !isTo(wordAt(tokens, next))) return null
  const between = opensBetween(wordAt(tokens, from.first - 1))
  const to = readMember(tokens, from, next + 1)
  if (!to) return null
  if (dash && isDash(tokens, to.next) && isGlued(tokens, to.next) && isDigits(tokens, to.next + 1)) return null
  const range = shareParts({ from: asRangeEnd(from), to })
  if (dash && isGlued(tokens, next) !== isGlued(tokens, next + 1)) return null
  if (and && !between) return areNeighbours(range) ? range : null
  if (!sameSort(range, dash)) return null
  if (dash || between) return range
  return isTo(wordAt(tokens, next)) || opensFrom(wordAt(tokens, from.first - 1)) ? range : null
}

/** Whether a slash stands between a year and the next one: "2024/25". */
function joinsYears(tokens: Tokens, { anchor, next }: DateExpression): boolean {
  if (anchor.kind !== 'fields' || anchor.year === undefined || anchor.month !== undefined) return false
  if (!isSymbol(tokens, next, Sign.slash) || !isGlued(tokens, next) || !isGlued(tokens, next + 1) || !isDigits(tokens, next + 1))
    return false
  if (isGlued(tokens, next + 2) && (isSymbol(tokens, next + 2, Sign.slash) || isWord(tokens, next + 2))) return false
  const written = digitsValue(tokens, next + 1)
  const following = anchor.year + 1
  return written === following || (lengthAt(tokens, next + 1) === 2 && written === following % 100)
}

/** The second member: a date of its own, or a bare day or year that shares the first one's parts. */
function readMember(tokens: Tokens, from: DateExpression, at: number): DateExpression | null {
  const { anchor } = from
  const to = readDate(tokens, skipModifier(tokens, at)) ?? (isThe(wordAt(tokens, at)) ? readDate(tokens, at + 1) : null)
  if (to) return asRangeEnd(to)
  if (anchor.kind !== 'fields') return null
  if (anchor.day !== undefined && anchor.month !== undefined) return readSharedDay(tokens, anchor, at)
  if (anchor.day !== undefined) return isThe(wordAt(tokens, at)) ? readBareDay(tokens, at) : null
  return anchor.year !== undefined && anchor.month === undefined && isDigits(tokens, at) ? readSharedYear(tokens, anchor, at) : null
}

/** The token after "the end of", "early", "mid-" and the like. */
function skipModifier(tokens: Tokens, at: number): number {
  const nounAt = isThe(wordAt(tokens, at)) ? at + 1 : at
  if (!isWord(tokens, nounAt) || modifierOf(wordAt(tokens, nounAt)) === undefined) return at
  const next = nounAt + 1
  if (isOf(wordAt(tokens, next))) return isThe(wordAt(tokens, next + 1)) ? next + 2 : next + 1
  return isDash(tokens, next) ? next + 1 : next
}

/** "now" as an end of a range is the document's day. */
const asRangeEnd = (to: DateExpression): DateExpression =>
  to.anchor.kind === 'reference' && to.anchor.value === 'PRESENT_REF' ? { ...to, anchor: { kind: 'shift', unit: 'day', by: 0 } } : to

/** "27" or "27, 2025" after "October 24 to". */
function readSharedDay(tokens: Tokens, anchor: FieldsAnchor, at: number): DateExpression | null {
  const day = readDay(tokens, isThe(wordAt(tokens, at)) ? at + 1 : at)
  if (
    !day ||
    !isCivilDay(2024, anchor.month!, day.value) ||
    isSymbol(tokens, day.next, Sign.slash) ||
    (isSymbol(tokens, day.next, Sign.colon) && isGlued(tokens, day.next))
  )
    return null
  const year = isSymbol(tokens, day.next, Sign.comma) ? readYear(tokens, day.next + 1) : null
  return {
    first: at,
    next: year?.next ?? day.next,
    anchor: { kind: 'fields', month: anchor.month, day: day.value, year: year?.value ?? anchor.year },
  }
}

/** "the 27th" after "from the 24th to". */
function readBareDay(tokens: Tokens, at: number): DateExpression | null {
  const day = readOrdinal(tokens, at + 1)
  return day && day.value <= 31 ? { first: at, next: day.next, anchor: { kind: 'fields', day: day.value } } : null
}

/** "23" or "2023" after "2019-". */
function readSharedYear(tokens: Tokens, anchor: FieldsAnchor, at: number): DateExpression | null {
  const year = readYear(tokens, at)
  if (year) return { first: at, next: year.next, anchor: { kind: 'fields', year: year.value } }
  if (lengthAt(tokens, at) !== 2 || !isGlued(tokens, at)) return null
  if (isGlued(tokens, at + 1) && (isDash(tokens, at + 1) || isWord(tokens, at + 1))) return null
  const short = digitsValue(tokens, at)
  const full = anchor.year! - (anchor.year! % 100) + short
  return short > anchor.year! % 100 ? { first: at, next: at + 1, anchor: { kind: 'fields', year: full } } : null
}

/** Gives each of two quarters, halves or seasons the year that only the other one states: "Q1–Q3 2025", "Q4 2025 to Q2". */
function sharePartYear(range: DateRange, a: PartAnchor, b: PartAnchor): DateRange {
  const { from, to } = range
  const wraps = b.number < a.number
  if (a.unit !== b.unit || (a.year === undefined) === (b.year === undefined)) return range
  return a.year === undefined
    ? { from: { ...from, anchor: { ...a, year: b.year! - (wraps ? 1 : 0) } }, to }
    : { from, to: { ...to, anchor: { ...b, year: a.year + (wraps ? 1 : 0) } } }
}

/** Gives each member what only the other one states: the year, and the time of day of a whole range. */
function shareParts({ from, to }: DateRange): DateRange {
  if (from.anchor.kind === 'time') return { from: { ...from, anchor: to.anchor }, to }
  if (from.anchor.kind === 'part' && to.anchor.kind === 'part') return sharePartYear({ from, to }, from.anchor, to.anchor)
  if (from.anchor.kind !== 'fields' || to.anchor.kind !== 'fields') return { from, to }
  const [a, b] = [from.anchor, to.anchor]
  if (a.month === undefined || b.month === undefined) return { from, to }
  const wraps = b.month < a.month || (b.month === a.month && a.day !== undefined && b.day !== undefined && b.day < a.day)
  if (a.year === undefined && b.year !== undefined) return { from: { ...from, anchor: { ...a, year: b.year - (wraps ? 1 : 0) } }, to }
  if (b.year === undefined && a.year !== undefined) return { from, to: { ...to, anchor: { ...b, year: a.year + (wraps ? 1 : 0) } } }
  return { from, to }
}

/** "Saturday and Sunday" are one stretch; "Tuesday and Thursday" two days. */
function areNeighbours({ from, to }: DateRange): boolean {
  const [a, b] = [from.anchor, to.anchor]
  if (a.kind !== 'fields' || b.kind !== 'fields' || from.clock || to.clock || from.dayPart || to.dayPart) return false
  if (a.month !== undefined || b.month !== undefined || a.weekday === undefined || b.weekday === undefined) return false
  return b.weekday === (a.weekday % 7) + 1 && a.deixis === undefined && a.weekShift === undefined
}

/** Whether two dates can bound one range: both days, both months, both years and so on. */
function sameSort({ from, to }: DateRange, dashed: boolean): boolean {
  const [a, b] = [from.anchor, to.anchor]
  if (a.kind === 'reference' || b.kind === 'reference') return false
  if (a.kind === 'fields' && b.kind === 'fields') {
    const isYear = (anchor: FieldsAnchor): boolean => anchor.month === undefined && anchor.day === undefined && anchor.weekday === undefined
    if (isYear(a) !== isYear(b)) return a.year !== undefined && b.year !== undefined && a.year < b.year && !dashed
    return !isYear(a) || a.year! < b.year!
  }
  if (a.kind === 'time' || b.kind === 'time') return from.clock !== undefined && to.clock !== undefined
  return true
}
