import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { type DateExpression, fields, type YearPart } from './expression'
import { deixisOf, isIn, isOf, isOn, isPluralUnit, isThe, unitOf, weekdayNames } from './lexicon'
import { readMonth } from './monthDates'
import { readPeriodYear } from './periods'
import { isDash, isWord, wordAt } from '../scan'
import { type Reading, readOrdinal } from './reading'

const isLast = wordSet('last')

/** "first Monday of September", "last week of October 2025", "15th day of the month", "third month of 2021"; `at` is the ordinal. */
export function readNth(tokens: Tokens, at: number): DateExpression | null {
  const ordinal = isLast(wordAt(tokens, at)) ? { value: -1, next: at + 1 } : readOrdinal(tokens, at)
  if (!ordinal || ordinal.value > 31 || !isWord(tokens, ordinal.next)) return null
  const noun = wordAt(tokens, ordinal.next)
  const weekday = weekdayNames(noun)
  const unit = weekday === undefined ? unitOf(noun) : 'weekday'
  if (unit !== 'weekday' && unit !== 'week' && unit !== 'weekend' && unit !== 'day' && unit !== 'month') return null
  if (isPluralUnit(noun) || (ordinal.value > 5 && unit !== 'day' && unit !== 'month')) return null
  const ofAt = ordinal.next + 1
  if (!isOf(wordAt(tokens, ofAt)) && !isIn(wordAt(tokens, ofAt))) return null
  const within = readMonthOrYear(tokens, ofAt + 1)
  if (!within || (unit === 'month' && within.value.month !== undefined)) return null
  const first = isThe(wordAt(tokens, at - 1)) ? at - 1 : at
  return { first, next: within.next, anchor: { kind: 'nth', unit, weekday, n: ordinal.value, ...within.value } }
}

/** "September", "September 2025", "next month", "the month", "2025", "next year". */
function readMonthOrYear(tokens: Tokens, at: number): Reading<YearPart & { month?: number; monthShift?: number }> | null {
  const month = readMonth(tokens, at)
  if (month) {
    const year = readPeriodYear(tokens, month.next)
    return { value: { month: month.value, ...year?.value }, next: year?.next ?? month.next }
  }
  const start = isThe(wordAt(tokens, at)) ? at + 1 : at
  const deixis = deixisOf(wordAt(tokens, start))
  const nounAt = deixis === undefined ? start : start + 1
  if (unitOf(wordAt(tokens, nounAt)) === 'month' && (deixis !== undefined || start > at)) {
    return { value: { monthShift: deixis ?? 0 }, next: nounAt + 1 }
  }
  return readPeriodYear(tokens, at)
}

const leadsDay = wordSet('on by until till from since before')

/** "on the 4th", "by the 21st": a day of the month; `at` is the ordinal. */
export function readDayAlone(tokens: Tokens, at: number): DateExpression | null {
  const day = readOrdinal(tokens, at)
  if (!day || day.next !== at + 2 || day.value > 31 || day.value < 1) return null
  const first = isThe(wordAt(tokens, at - 1)) ? at - 1 : at
  const led = isWord(tokens, first - 1) && (first < at ? leadsDay(wordAt(tokens, first - 1)) : isOn(wordAt(tokens, first - 1)))
  if (!led || isWord(tokens, day.next) || isDash(tokens, day.next)) return null
  return fields(first, day.next, { day: day.value })
}
