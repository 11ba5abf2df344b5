import type { Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import { type DateExpression, shift, type ShiftUnit } from './expression'
import { readHoliday } from './holidays'
import { adverbOf, cardinalOf, deixisOf, isAnd, isOf, isThe, unitOf, weekdayNames } from './lexicon'
import { readPeriodYear } from './periods'
import { readMonthFirst } from './monthDates'
import { isApostrophe, isDigits, isWord, wordAt } from '../scan'
import { readCardinal, type Reading } from './reading'
import { readAdverb, readDeictic } from './relative'
import { readDayDate, readWeekday } from './weekdays'

const countWords = wordTable({ couple: 2, few: 3 })
const isA = wordSet('a an the')
const isHalf = wordSet('half')
const isFortnight = wordSet('fortnight fortnights')

/** A number of units. */
export interface Amount {
  readonly unit: ShiftUnit
  readonly by: number
}

/** A number of units: "two weeks", "a year", "a couple of days", "a fortnight"; `at` is the number. */
export function readAmount(tokens: Tokens, at: number): Reading<Amount> | null {
  let count = readCardinal(tokens, at)
  if (!count) return null
  if (isA(wordAt(tokens, at)) && isWord(tokens, at + 1)) {
    const vague = countWords(wordAt(tokens, at + 1))
    if (vague !== undefined) count = { value: vague, next: isOf(wordAt(tokens, at + 2)) ? at + 3 : at + 2 }
  }
  if (!isWord(tokens, count.next)) return null
  if (isFortnight(wordAt(tokens, count.next))) return { value: { unit: 'week', by: count.value * 2 }, next: count.next + 1 }
  const unit = unitOf(wordAt(tokens, count.next))
  if (unit === undefined || unit === 'half') return null
  const next = count.next + 1
  const andHalf = unit === 'year' && isAnd(wordAt(tokens, next)) && isA(wordAt(tokens, next + 1)) && isHalf(wordAt(tokens, next + 2))
  return andHalf ? { value: { unit: 'month', by: count.value * 12 + 6 }, next: next + 3 } : { value: { unit, by: count.value }, next }
}

/** Words after a number of units that count back from the document's date. */
export const isAgo = wordSet('ago back')
/** Words that count back from the date spoken of. */
export const isEarlier = wordSet('earlier before previously prior')
/** Words that count on from the date spoken of. */
export const isLater = wordSet('later after afterwards hence')
const isBefore = wordSet('before')
const isAfter = wordSet('after from')
const isFrom = wordSet('from')
const isNow = wordSet('now today')
const isTime = wordSet('time')
const isWithin = wordSet('in within')

/** "two weeks ago", "a year earlier", "in two weeks", "six months from now", "three days after January 12"; `at` is the number. */
export function readCounted(tokens: Tokens, at: number): DateExpression | null {
  const amount = readAmount(tokens, at)
  if (!amount) return null
  const { unit, by } = amount.value
  const { next } = amount
  const months = unit === 'month' ? readMonthsTo(tokens, at, amount) : null
  if (months) return months
  if (isWord(tokens, next)) {
    const word = wordAt(tokens, next)
    if (isAgo(word)) return { first: at, next: next + 1, anchor: shift(unit, -by) }
    if (isFrom(word) && isNow(wordAt(tokens, next + 1))) return { first: at, next: next + 2, anchor: shift(unit, by) }
    const offset = isBefore(word) || isAfter(word) ? readDayLike(tokens, next + 1) : null
    if (offset)
      return { first: at, next: offset.next, anchor: { kind: 'offset', unit, by: isBefore(word) ? -by : by, from: offset.anchor } }
    if ((isBefore(word) || isLater(word)) && isThatAlone(tokens, next + 1))
      return { first: at, next: next + 2, anchor: shift(unit, isBefore(word) ? -by : by, true) }
    if (isEarlier(word) && endsHere(tokens, next)) return { first: at, next: next + 1, anchor: shift(unit, -by, true) }
    if (isLater(word) && endsHere(tokens, next)) return { first: at, next: next + 1, anchor: shift(unit, by, true) }
  }
  if (isApostrophe(tokens, next) && isTime(wordAt(tokens, next + 1))) return { first: at, next: next + 2, anchor: shift(unit, by) }
  const coming =
    isWithin(wordAt(tokens, at - 1)) && looksAhead(tokens, at - 1) && !isCountWithin(tokens, at - 1) && !isFrom(wordAt(tokens, next))
  return coming ? { first: at - 1, next, anchor: shift(unit, by) } : null
}

const isThat = wordSet('that')
const beginsAnew = wordSet('the a an he she it they we i his her its their')

/** Whether a word is the "that" of "two days after that", which no noun follows. */
const isThatAlone = (tokens: Tokens, at: number): boolean =>
  isThat(wordAt(tokens, at)) && (!isWord(tokens, at + 1) || beginsAnew(wordAt(tokens, at + 1)))

const endsMonths = wordSet('to ended ending through')

/** "three months to June 30", "the six months ended December": months of accounts; `at` is the number. */
function readMonthsTo(tokens: Tokens, at: number, { value: { by }, next }: Reading<Amount>): DateExpression | null {
  if (!endsMonths(wordAt(tokens, next))) return null
  const to = readMonthFirst(tokens, next + 1) ?? readDayDate(tokens, next + 1)
  if (to?.anchor.kind !== 'fields') return null
  return { first: isThe(wordAt(tokens, at - 1)) ? at - 1 : at, next: to.next, anchor: { kind: 'months', count: by, to: to.anchor } }
}

/** A single day that other dates are counted from: "January 12", "Christmas", "next Friday", "tomorrow". */
export function readDayLike(tokens: Tokens, at: number): DateExpression | null {
  if (!isWord(tokens, at)) return readDayDate(tokens, at)
  const word = wordAt(tokens, at)
  const holiday = readHoliday(tokens, at)
  if (holiday) {
    const year = readPeriodYear(tokens, holiday.next)
    return { first: at, next: year?.next ?? holiday.next, anchor: { kind: 'holiday', holiday: holiday.value, ...year?.value } }
  }
  if (adverbOf(word)) return readAdverb(tokens, at)
  if (weekdayNames(word) !== undefined) return readWeekday(tokens, at)
  const deixis = deixisOf(word)
  if (deixis !== undefined) return weekdayNames(wordAt(tokens, at + 1)) !== undefined ? readDeictic(tokens, at) : null
  return readDayDate(tokens, isThe(word) ? at + 1 : at)
}

/** Whether "before" or "after" closes the expression: in "two years after the war" the war is what counts. */
export const endsHere = (tokens: Tokens, at: number): boolean =>
  !takesObject(wordAt(tokens, at)) || (!isWord(tokens, at + 1) && !isDigits(tokens, at + 1))

const takesObject = wordSet('before after prior')

/** Whether something counted happened in the time named: "402 games in 11 years", "three wins in two months"; `at` is "in". */
const isCountWithin = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at - 1) && (isDigits(tokens, at - 2) || (cardinalOf(wordAt(tokens, at - 2)) ?? 0) > 1)

/** Whether "in two years" looks ahead; "the first time in two years" does not. */
function looksAhead(tokens: Tokens, at: number): boolean {
  for (let before = Math.max(0, at - 8); before < at; before++) if (looksBack(wordAt(tokens, before))) return false
  return true
}

const looksBack = wordSet(
  'first time lowest highest biggest largest worst best most least fastest slowest smallest deadliest lows highs low high second third fourth fifth only times',
)
