import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import { fields, type Anchor, type DateExpression, type ReferenceAnchor, type ShiftUnit, type YearPart } from './expression'
import { readHoliday } from './holidays'
import { adverbOf, dayPartOf, deixisOf, isAnaphoric, modifierOf, monthOf, seasonOf, takesOf, unitOf, weekdayNames } from './lexicon'
import { readMonth } from './monthDates'
import { readPeriodYear } from './periods'
import { readDayDate, readWeekday } from './weekdays'
import {
  isApostrophe,
  isDash,
  isDigits,
  isJoined,
  isSign,
  isWord,
  readCardinal,
  readDay,
  readOrdinal,
  readYear,
  Sign,
  type Reading,
} from './reading'

const isOf = wordSet('of')
const isThe = wordSet('the')
const isIn = wordSet('in')

const shift = (unit: ShiftUnit, by: number, anaphoric = false): Anchor => ({ kind: 'shift', unit, by, ...(anaphoric && { anaphoric }) })

/** "today", "yesterday", "tonight", "tomorrow"; `at` is the word. */
export function readAdverb(tokens: Tokens, at: number): DateExpression | null {
  const { day, part } = adverbOf(tokens.words[at])!
  return { first: at, next: at + 1, anchor: shift('day', day), ...(part && { dayPart: part }) }
}

const isPluralUnit = wordSet('days weeks weekends months quarters halves years decades centuries minutes hours mins hrs yrs wks')
const isFiscal = wordSet('fiscal financial')
const isCalendar = wordSet('calendar')
const isYearWord = wordSet('year')

/** "last week", "this morning", "next Friday", "this November", "last summer", "next Easter", "the following day"; `at` is "last" or the like. */
export function readDeictic(tokens: Tokens, at: number): DateExpression | null {
  const word = tokens.words[at]
  const deixis = deixisOf(word)!
  const nounAt = isCalendar(tokens.words[at + 1]) ? at + 2 : at + 1
  if (!isWord(tokens, nounAt)) return null
  const noun = tokens.words[nounAt]
  const first = isThe(tokens.words[at - 1]) ? at - 1 : at
  const unit = unitOf(noun)
  if (unit !== undefined) {
    if (unit === 'minute' || unit === 'hour' || unit === 'half' || isPluralUnit(noun)) return null
    return { first, next: nounAt + 1, anchor: shift(unit, deixis, isAnaphoric(word)) }
  }
  const part = dayPartOf(noun)
  if (part !== undefined) {
    if (deixis === -1 && part !== 'NI') return null
    return { first, next: nounAt + 1, anchor: shift('day', deixis), dayPart: part }
  }
  if (isFiscal(noun) && isYearWord(tokens.words[nounAt + 1])) {
    return { first, next: nounAt + 2, anchor: { kind: 'part', unit: 'fiscalYear', number: 1, yearShift: deixis } }
  }
  return readDeicticName(tokens, nounAt, first, deixis)
}

/** "Friday", "November", "summer" or "Easter" behind "last", "this" or "next". */
function readDeicticName(tokens: Tokens, at: number, first: number, deixis: -1 | 0 | 1): DateExpression | null {
  const weekday = weekdayNames(tokens.words[at])
  if (weekday !== undefined) return fields(first, at + 1, { weekday, deixis })
  const number = seasonOf(tokens.words[at])
  if (number !== undefined) return { first, next: at + 1, anchor: { kind: 'part', unit: 'season', number, deixis } }
  const holiday = readHoliday(tokens, at)
  if (holiday) return { first, next: holiday.next, anchor: { kind: 'holiday', holiday: holiday.value, deixis } }
  const isMonth = monthOf(tokens.words[at]) !== undefined && tokens.cases[at] !== LetterCase.lower
  const month = isMonth ? readMonth(tokens, at) : null
  if (!month || readYear(tokens, month.next)) return null
  const day = readDay(tokens, month.next)
  return fields(first, day?.next ?? month.next, { month: month.value, day: day?.value, deixis })
}

const countWords = wordTable({ couple: 2, few: 3 })
const isA = wordSet('a an the')
const isAnd = wordSet('and')
const isHalf = wordSet('half')
const isFortnight = wordSet('fortnight fortnights')

interface Amount {
  readonly unit: ShiftUnit
  readonly by: number
}

/** A number of units: "two weeks", "a year", "a couple of days", "a fortnight"; `at` is the number. */
function readAmount(tokens: Tokens, at: number): Reading<Amount> | null {
  let count = readCardinal(tokens, at)
  if (!count) return null
  if (isA(tokens.words[at]) && isWord(tokens, at + 1)) {
    const vague = countWords(tokens.words[at + 1])
    if (vague !== undefined) count = { value: vague, next: isOf(tokens.words[at + 2]) ? at + 3 : at + 2 }
  }
  if (!isWord(tokens, count.next)) return null
  if (isFortnight(tokens.words[count.next])) return { value: { unit: 'week', by: count.value * 2 }, next: count.next + 1 }
  const unit = unitOf(tokens.words[count.next])
  if (unit === undefined || unit === 'half') return null
  const next = count.next + 1
  const andHalf = unit === 'year' && isAnd(tokens.words[next]) && isA(tokens.words[next + 1]) && isHalf(tokens.words[next + 2])
  return andHalf ? { value: { unit: 'month', by: count.value * 12 + 6 }, next: next + 3 } : { value: { unit, by: count.value }, next }
}

const isAgo = wordSet('ago back')
const isEarlier = wordSet('earlier before previously prior')
const isLater = wordSet('later after afterwards hence')
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
  if (isWord(tokens, next)) {
    const word = tokens.words[next]
    if (isAgo(word)) return { first: at, next: next + 1, anchor: shift(unit, -by) }
    if (isFrom(word) && isNow(tokens.words[next + 1])) return { first: at, next: next + 2, anchor: shift(unit, by) }
    const offset = isBefore(word) || isAfter(word) ? readDayLike(tokens, next + 1) : null
    if (offset)
      return { first: at, next: offset.next, anchor: { kind: 'offset', unit, by: isBefore(word) ? -by : by, from: offset.anchor } }
    if (isEarlier(word) && endsHere(tokens, next)) return { first: at, next: next + 1, anchor: shift(unit, -by, true) }
    if (isLater(word) && endsHere(tokens, next)) return { first: at, next: next + 1, anchor: shift(unit, by, true) }
  }
  if (isApostrophe(tokens, next) && isTime(tokens.words[next + 1])) return { first: at, next: next + 2, anchor: shift(unit, by) }
  const coming = isWord(tokens, at - 1) && isWithin(tokens.words[at - 1]) && looksAhead(tokens, at - 1)
  return coming ? { first: at - 1, next, anchor: shift(unit, by) } : null
}

/** A single day that other dates are counted from: "January 12", "Christmas", "next Friday", "tomorrow". */
function readDayLike(tokens: Tokens, at: number): DateExpression | null {
  if (!isWord(tokens, at)) return readDayDate(tokens, at)
  const word = tokens.words[at]
  const holiday = readHoliday(tokens, at)
  if (holiday) {
    const year = readPeriodYear(tokens, holiday.next)
    return { first: at, next: year?.next ?? holiday.next, anchor: { kind: 'holiday', holiday: holiday.value, ...year?.value } }
  }
  if (adverbOf(word)) return readAdverb(tokens, at)
  if (weekdayNames(word) !== undefined) return readWeekday(tokens, at)
  const deixis = deixisOf(word)
  if (deixis !== undefined)
    return isWord(tokens, at + 1) && weekdayNames(tokens.words[at + 1]) !== undefined ? readDeictic(tokens, at) : null
  return readDayDate(tokens, isThe(word) ? at + 1 : at)
}

/** Whether "before" or "after" closes the expression: in "two years after the war" the war is what counts. */
const endsHere = (tokens: Tokens, at: number): boolean =>
  !takesObject(tokens.words[at]) || (!isWord(tokens, at + 1) && !isDigits(tokens, at + 1))

const takesObject = wordSet('before after prior')

/** Whether "in two years" looks ahead; "the first time in two years" does not. */
function looksAhead(tokens: Tokens, at: number): boolean {
  for (let before = Math.max(0, at - 8); before < at; before++) if (looksBack(tokens.words[before])) return false
  return true
}

const looksBack = wordSet(
  'first time lowest highest biggest largest worst best most least fastest slowest smallest deadliest lows highs low high second third fourth fifth only times',
)

const isSame = wordSet('same very')
const leadsUnit = wordSet('earlier later early late')
const closesDay = wordSet('end ended ending ends close closed closing closes finish finished finishing finishes for')
const isDayWord = wordSet('day')

/**
 * "the day before", "the week after", "the same day", "the day before yesterday", and "the year" behind "the end of", "later in" and the
 * like; `at` is "day" and the like.
 */
export function readUnitNoun(tokens: Tokens, at: number): DateExpression | null {
  const unit = unitOf(tokens.words[at])!
  if (unit === 'minute' || unit === 'hour' || unit === 'half' || isPluralUnit(tokens.words[at])) return null
  const before = isWord(tokens, at - 1) ? tokens.words[at - 1] : 0
  if (isSame(before) && isThe(tokens.words[at - 2])) return readSameUnit(tokens, at, unit)
  if (!isThe(before)) return isOf(before) && isModifierOf(tokens, at - 2) ? { first: at, next: at + 1, anchor: shift(unit, 0) } : null
  const first = at - 1
  const after = isWord(tokens, at + 1) ? tokens.words[at + 1] : 0
  const forward = isLater(after)
  if (forward || isEarlier(after)) {
    const adverb = isWord(tokens, at + 2) ? adverbOf(tokens.words[at + 2]) : undefined
    const turn = isWord(tokens, at + 2) ? deixisOf(tokens.words[at + 2]) : undefined
    if (turn && turn === (forward ? 1 : -1) && !isWord(tokens, at + 3)) return { first, next: at + 3, anchor: shift(unit, turn * 2) }
    if (unit === 'day' && adverb) return { first, next: at + 3, anchor: shift('day', adverb.day + (forward ? 1 : -1)) }
    const from = unit === 'day' ? readDayLike(tokens, at + 2) : null
    if (from) return { first, next: from.next, anchor: { kind: 'offset', unit, by: forward ? 1 : -1, from: from.anchor } }
    if (endsHere(tokens, at + 1)) return { first, next: at + 2, anchor: shift(unit, forward ? 1 : -1, true) }
  }
  const lead = isWord(tokens, at - 2) ? tokens.words[at - 2] : 0
  const bounded = (isOf(lead) && isModifierOf(tokens, at - 3)) || (isIn(lead) && leadsUnit(tokens.words[at - 3]))
  if (bounded) return { first, next: at + 1, anchor: shift(unit, 0, unit === 'day') }
  const closing = isDayWord(tokens.words[at]) && closesDay(lead) && !isRelativeClause(tokens, at + 1)
  return unit === 'weekend' || closing ? { first, next: at + 1, anchor: shift(unit, 0, closing) } : null
}

const isModifierOf = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && takesOf(tokens.words[at]) && modifierOf(tokens.words[at]) !== undefined

const opensClause = wordSet('when that he she they we i it the of you')
const isRelativeClause = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && opensClause(tokens.words[at])

/** "the same day"; "the same month a year ago", "the same quarter last year". */
function readSameUnit(tokens: Tokens, at: number, unit: ShiftUnit): DateExpression {
  const perYear: Partial<Record<ShiftUnit, number>> = { month: 12, quarter: 4, half: 2 }
  const units = perYear[unit]
  const year = units === undefined ? null : readYearBack(tokens, isOf(tokens.words[at + 1]) ? at + 2 : at + 1)
  if (year) return { first: at - 2, next: year.next, anchor: shift(unit, -year.value * units!, true) }
  return { first: at - 2, next: at + 1, anchor: shift(unit, 0, true) }
}

/** "a year ago", "two years earlier", "last year": how many years back. */
function readYearBack(tokens: Tokens, at: number): Reading<number> | null {
  if (isWord(tokens, at) && deixisOf(tokens.words[at]) === -1 && isYearWord(tokens.words[at + 1])) return { value: 1, next: at + 2 }
  const amount = readAmount(tokens, at)
  if (!amount || amount.value.unit !== 'year' || !isWord(tokens, amount.next)) return null
  const back = isAgo(tokens.words[amount.next]) || isEarlier(tokens.words[amount.next])
  return back ? { value: amount.value.by, next: amount.next + 1 } : null
}

/** Words that {@link readUnitNoun} reads. */
export const isUnitNoun = (word: number): boolean => unitOf(word) !== undefined

const isWeek = wordSet('week')
const isWeekend = wordSet('weekend')
const starting = wordSet('beginning starting commencing ending')
const isOn = wordSet('on')

/** "the week of April 10", "the week beginning February 4", "the weekend of Halloween"; `at` is "week" or "weekend". */
export function readWeekOf(tokens: Tokens, at: number): DateExpression | null {
  const unit = isWeek(tokens.words[at]) ? 'week' : isWeekend(tokens.words[at]) ? 'weekend' : null
  if (!unit) return null
  const numbered = unit === 'week' ? readNumberedWeek(tokens, at) : null
  if (numbered) return numbered
  if (!isWord(tokens, at + 1) || (!isOf(tokens.words[at + 1]) && !starting(tokens.words[at + 1]))) return null
  const dateAt = isOn(tokens.words[at + 2]) ? at + 3 : at + 2
  const date = readDayLike(tokens, dateAt)
  if (!date) return null
  return { first: isThe(tokens.words[at - 1]) ? at - 1 : at, next: date.next, anchor: { kind: 'around', unit, of: date.anchor } }
}

/** "week 31 of 2025"; without a year a numbered week may be one of a season or course. */
function readNumberedWeek(tokens: Tokens, at: number): DateExpression | null {
  const number = readCardinal(tokens, at + 1)
  const year = number && number.value >= 1 && number.value <= 53 ? readPeriodYear(tokens, number.next) : null
  return year && { first: at, next: year.next, anchor: { kind: 'week', number: number!.value, ...year.value } }
}

const references = wordTable<ReferenceAnchor['value']>({
  'now currently nowadays': 'PRESENT_REF',
  'recently lately': 'PAST_REF',
})
const isRecent = wordSet('recent')

/** "now", "currently", "recently", "in recent years"; `at` is the word. */
export function readReference(tokens: Tokens, at: number): DateExpression | null {
  const value = references(tokens.words[at])
  if (value) return { first: at, next: at + 1, anchor: { kind: 'reference', value } }
  const recent = isRecent(tokens.words[at]) && isWord(tokens, at + 1) && isPluralUnit(tokens.words[at + 1])
  return recent ? { first: at, next: at + 2, anchor: { kind: 'reference', value: 'PAST_REF' } } : null
}

/** Words that {@link readReference} reads. */
export const isReference = (word: number): boolean => references(word) !== undefined || isRecent(word)

const isLast = wordSet('last')

/** "first Monday of September", "last week of October 2025", "15th day of the month", "third month of 2021"; `at` is the ordinal. */
export function readNth(tokens: Tokens, at: number): DateExpression | null {
  const ordinal = isLast(tokens.words[at]) ? { value: -1, next: at + 1 } : readOrdinal(tokens, at)
  if (!ordinal || ordinal.value > 31 || !isWord(tokens, ordinal.next)) return null
  const noun = tokens.words[ordinal.next]
  const weekday = weekdayNames(noun)
  const unit = weekday === undefined ? unitOf(noun) : 'weekday'
  if (unit !== 'weekday' && unit !== 'week' && unit !== 'weekend' && unit !== 'day' && unit !== 'month') return null
  if (isPluralUnit(noun) || (ordinal.value > 5 && unit !== 'day' && unit !== 'month')) return null
  const ofAt = ordinal.next + 1
  if (!isOf(tokens.words[ofAt]) && !isIn(tokens.words[ofAt])) return null
  const within = readMonthOrYear(tokens, ofAt + 1)
  if (!within || (unit === 'month' && within.value.month !== undefined)) return null
  const first = isThe(tokens.words[at - 1]) ? at - 1 : at
  return { first, next: within.next, anchor: { kind: 'nth', unit, weekday, n: ordinal.value, ...within.value } }
}

/** "September", "September 2025", "next month", "the month", "2025", "next year". */
function readMonthOrYear(tokens: Tokens, at: number): Reading<YearPart & { month?: number; monthShift?: number }> | null {
  const month = readMonth(tokens, at)
  if (month) {
    const year = readPeriodYear(tokens, month.next)
    return { value: { month: month.value, ...year?.value }, next: year?.next ?? month.next }
  }
  const start = isThe(tokens.words[at]) ? at + 1 : at
  const deixis = isWord(tokens, start) ? deixisOf(tokens.words[start]) : undefined
  const nounAt = deixis === undefined ? start : start + 1
  if (isWord(tokens, nounAt) && unitOf(tokens.words[nounAt]) === 'month' && (deixis !== undefined || start > at)) {
    return { value: { monthShift: deixis ?? 0 }, next: nounAt + 1 }
  }
  return readPeriodYear(tokens, at)
}

/** What stands behind a date and moves it to another year or week: "last year", "of next week". */
export function readShiftAfter(tokens: Tokens, at: number): Reading<{ unit: 'year' | 'week'; by: number }> | null {
  let start = isOf(tokens.words[at]) || isSign(tokens, at, Sign.comma) ? at + 1 : at
  if (isThe(tokens.words[start]) && start > at) start++
  const deixis = isWord(tokens, start) ? deixisOf(tokens.words[start]) : undefined
  const unit = deixis !== undefined && isWord(tokens, start + 1) ? unitOf(tokens.words[start + 1]) : undefined
  if (unit !== 'year' && unit !== 'week') return null
  if (isDash(tokens, start + 2) && isJoined(tokens, start + 2)) return null
  return { value: { unit, by: deixis! }, next: start + 2 }
}

const leadsDay = wordSet('on by until till from since before')

/** "on the 4th", "by the 21st": a day of the month; `at` is the ordinal. */
export function readDayAlone(tokens: Tokens, at: number): DateExpression | null {
  const day = readOrdinal(tokens, at)
  if (!day || day.next !== at + 2 || day.value > 31 || day.value < 1) return null
  const first = isThe(tokens.words[at - 1]) ? at - 1 : at
  const led = isWord(tokens, first - 1) && (first < at ? leadsDay(tokens.words[first - 1]) : isOn(tokens.words[first - 1]))
  if (!led || isWord(tokens, day.next) || isDash(tokens, day.next)) return null
  return fields(first, day.next, { day: day.value })
}
