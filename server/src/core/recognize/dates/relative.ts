import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import { readMonth } from './calendarDates'
import type { Anchor, DateExpression, ReferenceAnchor, ShiftUnit, YearPart } from './expression'
import { adverbOf, dayPartOf, deixisOf, isAnaphoric, monthOf, seasonOf, unitOf, weekdayNames } from './lexicon'
import { isDash, isJoined, isSign, isWord, readCardinal, readDay, readOrdinal, readYear, Sign, type Reading } from './reading'
import { readPeriodYear } from './periods'

const isOf = wordSet('of')
const isThe = wordSet('the')
const isAgo = wordSet('ago back')
const isEarlier = wordSet('earlier before previously prior')
const isLater = wordSet('later after afterwards hence')
const isFrom = wordSet('from')
const isNow = wordSet('now today')
const isTime = wordSet('time')
const isIn = wordSet('in within')
const isSame = wordSet('same very')
const isThisLast = wordSet('last past next coming previous following')

const shift = (unit: ShiftUnit, by: number, anaphoric = false): Anchor => ({ kind: 'shift', unit, by, ...(anaphoric && { anaphoric }) })

/** "today", "yesterday", "tonight", "tomorrow"; `at` is the word. */
export function readAdverb(tokens: Tokens, at: number): DateExpression | null {
  const { day, part } = adverbOf(tokens.words[at])!
  return { first: at, next: at + 1, anchor: shift('day', day), ...(part && { dayPart: part }) }
}

/** "last week", "this morning", "next Friday", "this November", "last summer", "the following day"; `at` is "last" and the like. */
export function readDeictic(tokens: Tokens, at: number): DateExpression | null {
  const word = tokens.words[at]
  const deixis = deixisOf(word)!
  const nounAt = at + 1
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
    return { first, next: nounAt + 1, anchor: shift('day', deixis === 1 ? 1 : deixis), dayPart: part }
  }
  if (first < at && !isAnaphoric(word)) return null
  const weekday = weekdayNames(noun)
  if (weekday !== undefined) return { first, next: nounAt + 1, anchor: { kind: 'fields', weekday, deixis } }
  const season = seasonOf(noun)
  if (season !== undefined) return { first, next: nounAt + 1, anchor: { kind: 'part', unit: 'season', number: season, deixis } }
  const month = monthOf(noun) === undefined || tokens.cases[nounAt] === LetterCase.lower ? null : readMonth(tokens, nounAt)
  if (!month) return null
  const day = readDay(tokens, month.next)
  if (day && !readYear(tokens, month.next)) {
    return { first, next: day.next, anchor: { kind: 'fields', month: month.value, day: day.value, deixis } }
  }
  return readYear(tokens, month.next) ? null : { first, next: month.next, anchor: { kind: 'fields', month: month.value, deixis } }
}

const isPluralUnit = wordSet('days weeks weekends months quarters years decades centuries minutes hours mins hrs yrs wks')

const countWords = wordTable({ couple: 2, few: 3 })
const isA = wordSet('a an the')

/** A number of units: "two weeks", "a year", "a couple of days"; `at` is the number. */
function readAmount(tokens: Tokens, at: number): Reading<{ unit: ShiftUnit; by: number }> | null {
  let count = readCardinal(tokens, at)
  if (!count) return null
  if (isA(tokens.words[at]) && isWord(tokens, at + 1)) {
    const vague = countWords(tokens.words[at + 1])
    if (vague !== undefined) count = { value: vague, next: isOf(tokens.words[at + 2]) ? at + 3 : at + 2 }
  }
  const unit = isWord(tokens, count.next) ? unitOf(tokens.words[count.next]) : undefined
  return unit === undefined ? null : { value: { unit, by: count.value }, next: count.next + 1 }
}

/** "two weeks ago", "a year earlier", "three days later", "in two weeks", "six months from now"; `at` is the number. */
export function readCounted(tokens: Tokens, at: number): DateExpression | null {
  const amount = readAmount(tokens, at)
  if (!amount) return null
  const { unit, by } = amount.value
  const { next } = amount
  const word = tokens.words[next]
  if (isWord(tokens, next)) {
    if (isAgo(word)) return { first: at, next: next + 1, anchor: shift(unit, -by) }
    if (isFrom(word) && isNow(tokens.words[next + 1])) return { first: at, next: next + 2, anchor: shift(unit, by) }
    if (isEarlier(word) && endsHere(tokens, next)) return { first: at, next: next + 1, anchor: shift(unit, -by, true) }
    if (isLater(word) && endsHere(tokens, next)) return { first: at, next: next + 1, anchor: shift(unit, by, true) }
  }
  if (isApostropheTime(tokens, next)) return { first: at, next: next + (isTime(tokens.words[next + 1]) ? 2 : 3), anchor: shift(unit, by) }
  if (isWord(tokens, at - 1) && isIn(tokens.words[at - 1]) && isComing(tokens, at - 1))
    return { first: at - 1, next, anchor: shift(unit, by) }
  return null
}

/** Whether "before" or "after" closes the expression: in "two years after the war" the war is what counts. */
const endsHere = (tokens: Tokens, at: number): boolean =>
  !mayTakeObject(tokens.words[at]) || (!isWord(tokens, at + 1) && !isSign(tokens, at + 1, Sign.open)) || at + 1 >= tokens.count

const mayTakeObject = wordSet('before after prior')

/** "two weeks' time": the apostrophe at `at` and "time". */
const isApostropheTime = (tokens: Tokens, at: number): boolean =>
  !isWord(tokens, at) && isJoined(tokens, at) && isTime(tokens.words[at + 1]) && isSign(tokens, at, Sign.rightQuote)

/** Whether "in two years" looks ahead; "the first time in two years" and "in two years of war" do not. */
function isComing(tokens: Tokens, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 8); before--) {
    if (looksBack(tokens.words[before])) return false
  }
  return true
}

const looksBack = wordSet(
  'first time lowest highest biggest largest worst best most least fastest slowest smallest deadliest lows highs low high second third fourth fifth only times',
)

const dayWords = wordTable<ShiftUnit>({ day: 'day', week: 'week', month: 'month', year: 'year', weekend: 'weekend', quarter: 'quarter' })

/** "the day before", "the week after", "the same day", "that year", "the day before yesterday"; `at` is "day" and the like. */
export function readUnitNoun(tokens: Tokens, at: number): DateExpression | null {
  const unit = dayWords(tokens.words[at])
  const before = tokens.words[at - 1]
  if (unit === undefined || !isWord(tokens, at - 1)) return null
  const after = isWord(tokens, at + 1) ? tokens.words[at + 1] : 0
  if (isSame(before) && isThe(tokens.words[at - 2])) return { first: at - 2, next: at + 1, anchor: shift(unit, 0, true) }
  if (!isThe(before)) return null
  const adverb = isWord(tokens, at + 2) ? adverbOf(tokens.words[at + 2]) : undefined
  const forward = isLater(after)
  if (unit === 'day' && adverb && (forward || isEarlier(after))) {
    return { first: at - 1, next: at + 3, anchor: shift('day', adverb.day + (forward ? 1 : -1)) }
  }
  if ((isEarlier(after) || forward) && endsHere(tokens, at + 1)) {
    return { first: at - 1, next: at + 2, anchor: shift(unit, forward ? 1 : -1, true) }
  }
  return unit === 'weekend' ? { first: at - 1, next: at + 1, anchor: shift('weekend', 0) } : null
}

const references = wordTable<ReferenceAnchor['value']>({
  'now currently nowadays': 'PRESENT_REF',
  'recently lately': 'PAST_REF',
})

/** "now", "currently", "recently"; `at` is the word. */
export function readReference(tokens: Tokens, at: number): DateExpression | null {
  const value = references(tokens.words[at])
  return value ? { first: at, next: at + 1, anchor: { kind: 'reference', value } } : null
}

/** "first Monday of September", "last week of October 2025", "first day of the month"; `at` is the ordinal or "last". */
export function readNth(tokens: Tokens, at: number): DateExpression | null {
  const last = isWord(tokens, at) && isThisLast(tokens.words[at]) && deixisOf(tokens.words[at]) === -1
  const ordinal = last ? { value: -1, next: at + 1 } : readOrdinal(tokens, at)
  if (!ordinal || ordinal.value > 5 || !isWord(tokens, ordinal.next)) return null
  const noun = tokens.words[ordinal.next]
  const weekday = weekdayNames(noun)
  const unit = weekday === undefined ? unitOf(noun) : 'weekday'
  if (unit !== 'weekday' && unit !== 'week' && unit !== 'weekend' && unit !== 'day') return null
  const ofAt = ordinal.next + 1
  if (!isOf(tokens.words[ofAt]) && !isIn(tokens.words[ofAt])) return null
  const within = readMonthOrYear(tokens, ofAt + 1)
  if (!within) return null
  const first = isThe(tokens.words[at - 1]) ? at - 1 : at
  return { first, next: within.next, anchor: { kind: 'nth', unit, weekday, n: ordinal.value, ...within.value } }
}

/** "September", "September 2025", "next month", "the month", "2025". */
function readMonthOrYear(tokens: Tokens, at: number): Reading<YearPart & { month?: number; monthShift?: number }> | null {
  const month = readMonth(tokens, at)
  if (month) {
    const year = readPeriodYear(tokens, month.next)
    return { value: { month: month.value, ...year?.value }, next: year?.next ?? month.next }
  }
  const start = isThe(tokens.words[at]) ? at + 1 : at
  const deixis = deixisOf(tokens.words[start])
  const nounAt = deixis === undefined ? start : start + 1
  if (isWord(tokens, nounAt) && unitOf(tokens.words[nounAt]) === 'month' && (deixis !== undefined || start > at)) {
    return { value: { monthShift: deixis ?? 0 }, next: nounAt + 1 }
  }
  const year = readYear(tokens, at)
  return year ? { value: { year: year.value }, next: year.next } : null
}

/** What stands behind a date and moves it to another year or week: "last year", "of next week", "a year ago". */
export function readShiftAfter(tokens: Tokens, at: number): Reading<{ unit: 'year' | 'week' | 'month'; by: number }> | null {
  let start = isOf(tokens.words[at]) ? at + 1 : at
  if (isThe(tokens.words[start]) && start > at) start++
  const deixis = isWord(tokens, start) ? deixisOf(tokens.words[start]) : undefined
  if (deixis === undefined) return null
  const unit = isWord(tokens, start + 1) ? unitOf(tokens.words[start + 1]) : undefined
  if (unit !== 'year' && unit !== 'week' && unit !== 'month') return null
  if (isDash(tokens, start + 2) && isJoined(tokens, start + 2)) return null
  return { value: { unit, by: deixis }, next: start + 2 }
}

/** Words that {@link readUnitNoun} reads. */
export const isUnitNoun = (word: number): boolean => dayWords(word) !== undefined

/** Words that {@link readReference} reads. */
export const isReference = (word: number): boolean => references(word) !== undefined
