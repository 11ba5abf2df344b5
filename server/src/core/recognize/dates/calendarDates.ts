import { Gap, LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isCivilDay } from './calendar'
import { readClock, readIsoTime } from './clock'
import type { DateExpression, FieldsAnchor } from './expression'
import { isDoubtfulMonth, isPluralWeekday, isShortMonth, isShortWeekday, leadsDate, monthOf, weekdayNames } from './lexicon'
import {
  continuesNumber,
  digitsValue,
  isApostrophe,
  isDash,
  isDigits,
  isJoined,
  isSign,
  isWord,
  lengthOf,
  readDay,
  readYear,
  Sign,
  skipComma,
  type Reading,
} from './reading'

const isOf = wordSet('of')
const isThe = wordSet('the')

/** A two-digit year stands for the one between 1950 and 2049. */
export const fullYear = (year: number): number => year + (year < 50 ? 2000 : 1900)

/** "'82": an apostrophe and a year of two digits. */
export function readShortYear(tokens: Tokens, at: number): Reading<number> | null {
  if (!isApostrophe(tokens, at) && !isSign(tokens, at, Sign.leftQuote)) return null
  if (!isDigits(tokens, at + 1) || lengthOf(tokens, at + 1) !== 2 || !isJoined(tokens, at + 1)) return null
  if (isJoined(tokens, at + 2) && (isWord(tokens, at + 2) || isApostrophe(tokens, at + 2))) return null
  return { value: fullYear(digitsValue(tokens, at + 1)), next: at + 2 }
}

/** A year behind a month: "2025", ", 2025", "of 2025", "'25", "/2025". */
function readYearAfter(tokens: Tokens, at: number): Reading<number> | null {
  const joiner =
    isSign(tokens, at, Sign.comma) || isOf(tokens.words[at]) || isSign(tokens, at, Sign.slash) || isSign(tokens, at, Sign.hyphen)
  if (isSign(tokens, at, Sign.hyphen) && !isJoined(tokens, at + 1)) return null
  return readYear(tokens, joiner ? at + 1 : at) ?? readShortYear(tokens, at)
}

/** A month's name with its point: the month and the token after it. */
export function readMonth(tokens: Tokens, at: number): Reading<number> | null {
  const value = isWord(tokens, at) ? monthOf(tokens.words[at]) : undefined
  if (value === undefined) return null
  const pointed = isShortMonth(tokens.words[at]) && isSign(tokens, at + 1, Sign.point)
  return { value, next: pointed ? at + 2 : at + 1 }
}

const fields = (first: number, next: number, anchor: Omit<FieldsAnchor, 'kind'>): DateExpression => ({
  first,
  next,
  anchor: { kind: 'fields', ...anchor },
})

/** "November 10th, 2025", "Nov. 10", "November 2025", "November"; `at` is the month. */
export function readMonthFirst(tokens: Tokens, at: number): DateExpression | null {
  const month = readMonth(tokens, at)
  if (!month) return null
  const lower = tokens.cases[at] === LetterCase.lower
  const doubtful = isDoubtfulMonth(tokens.words[at])
  const dayAt = isThe(tokens.words[month.next]) ? month.next + 1 : month.next
  const day = readDay(tokens, dayAt)
  if (day && isDayHere(tokens, dayAt, day.next) && day.value <= 31) {
    const year = readYearAfter(tokens, day.next)
    if (!lower || !doubtful || year || day.next - dayAt === 2 || leadsDate(tokens.words[at - 1])) {
      if (year && !isCivilDay(year.value, month.value, day.value)) return null
      return fields(at, year?.next ?? day.next, { month: month.value, day: day.value, year: year?.value })
    }
  }
  const year = readYearAfter(tokens, month.next)
  if (year && !(lower && doubtful)) return fields(at, year.next, { month: month.value, year: year.value })
  return isMonthAlone(tokens, at, month.next) ? fields(at, bareEnd(tokens, at, month.next), { month: month.value }) : null
}

/** Whether the number behind a month is a day, not the start of a longer number or of a time. */
function isDayHere(tokens: Tokens, at: number, next: number): boolean {
  if (next - at === 1 && isDigits(tokens, at)) {
    const time = isSign(tokens, next, Sign.colon) && isJoined(tokens, next) && isDigits(tokens, next + 1) && isJoined(tokens, next + 1)
    return !continuesNumber(tokens, next) && !time
  }
  return true
}

/** A point behind a short month at the end of the date belongs to the month only where the sentence goes on. */
function bareEnd(tokens: Tokens, at: number, next: number): number {
  if (next === at + 1) return next
  const goesOn = next < tokens.count && tokens.cases[next] === LetterCase.lower && tokens.gaps[next] !== Gap.newline
  return goesOn ? next : at + 1
}

const speaks = wordSet('is was has had said says will would can could may might does did who whose')
const verbLead = wordSet('to i you we they he she it who that and or not also which there people')

/** Whether a month's name alone is the month, not a verb ("may"), a person ("June said") or part of a name ("April Jones"). */
function isMonthAlone(tokens: Tokens, at: number, next: number): boolean {
  const word = tokens.words[at]
  const before = tokens.words[at - 1]
  if (!isDoubtfulMonth(word)) return true
  if (tokens.cases[at] === LetterCase.lower) return false
  const led = isWord(tokens, at - 1) && leadsDate(before) && !(verbLead(before) && tokens.cases[at] !== LetterCase.capitalised)
  if (isShortMonth(word) && !led) return false
  const possessive = isApostrophe(tokens, next) && isJoined(tokens, next)
  const nameFollows = isWord(tokens, next) && tokens.cases[next] === LetterCase.capitalised && !isSign(tokens, next - 1, Sign.point)
  if (led) return !(nameFollows && tokens.gaps[next] !== Gap.none && isPersonLed(before))
  return !nameFollows && !speaks(tokens.words[next]) && !possessive && isMonthNoun(tokens, at, next)
}

// words before which "April Jones" is as likely as a month
const isPersonLed = wordSet('by from to and or for of before after between around about with')

const monthNouns = wordSet('election elections vote report meeting figures data sales summit deadline budget statement')

/** "the May election", "a June report": an article before and a noun in lower case after. */
const isMonthNoun = (tokens: Tokens, at: number, next: number): boolean =>
  isWord(tokens, next) && tokens.cases[next] === LetterCase.lower && (monthNouns(tokens.words[next]) || articles(tokens.words[at - 1]))

const articles = wordSet('the a an its their his her our s')

/** "10 November 2025", "the 10th of November", "10-Nov-2025"; `at` is the day. */
export function readDayFirst(tokens: Tokens, at: number): DateExpression | null {
  const day = readDay(tokens, at)
  if (!day) return null
  let monthAt = day.next
  if (isOf(tokens.words[monthAt])) monthAt++
  else if ((isSign(tokens, monthAt, Sign.hyphen) || isSign(tokens, monthAt, Sign.slash)) && isJoined(tokens, monthAt + 1)) monthAt++
  const month = readMonth(tokens, monthAt)
  if (!month) return null
  if (tokens.cases[monthAt] === LetterCase.lower && isDoubtfulMonth(tokens.words[monthAt]) && !readYearAfter(tokens, month.next))
    return null
  const first = isThe(tokens.words[at - 1]) ? at - 1 : at
  const year = readYearAfter(tokens, month.next)
  if (year && !isCivilDay(year.value, month.value, day.value)) return null
  const next = year?.next ?? bareEnd(tokens, monthAt, month.next)
  return fields(first, next, { month: month.value, day: day.value, year: year?.value })
}

/** "2025-11-10", "2025/11/10", "11/10/2025", "25.10.2025"; month before day unless the numbers say otherwise. */
export function readNumericDate(tokens: Tokens, at: number): DateExpression | null {
  const sign = tokens.words[at + 1]
  if (sign !== Sign.hyphen && sign !== Sign.slash && sign !== Sign.point) return null
  for (let part = at + 1; part <= at + 4; part++) if (!isJoined(tokens, part)) return null
  if (tokens.words[at + 3] !== sign || !isDigits(tokens, at + 2) || !isDigits(tokens, at + 4)) return null
  if (lengthOf(tokens, at) > 4 || lengthOf(tokens, at + 2) > 2 || lengthOf(tokens, at + 4) > 4) return null
  const numbers = [digitsValue(tokens, at), digitsValue(tokens, at + 2), digitsValue(tokens, at + 4)]
  const anchor = lengthOf(tokens, at) === 4 ? yearFirst(numbers) : yearLast(numbers, lengthOf(tokens, at + 4), sign)
  if (!anchor || !isCivilDay(anchor.year!, anchor.month!, anchor.day!)) return null
  const time = readIsoTime(tokens, at + 5)
  if (time) return { ...fields(at, time.next, anchor), clock: time.value }
  const goesOn = isJoined(tokens, at + 5) && (isWord(tokens, at + 5) || isSign(tokens, at + 5, sign)) && isDigits(tokens, at + 6)
  return goesOn ? null : fields(at, at + 5, anchor)
}

const yearFirst = ([year, month, day]: number[]): Omit<FieldsAnchor, 'kind'> | null => (year >= 1000 ? { year, month, day } : null)

function yearLast([one, two, last]: number[], digits: number, sign: number): Omit<FieldsAnchor, 'kind'> | null {
  if (digits !== 4 && !(digits === 2 && sign !== Sign.point)) return null
  const year = digits === 4 ? last : fullYear(last)
  return one > 12 || sign === Sign.point ? { year, month: two, day: one } : { year, month: one, day: two }
}

/** "Friday", "Fri.", "Friday, October 24, 2025", "Saturday (Oct 25)", "Friday the 13th"; `at` is the weekday. */
export function readWeekday(tokens: Tokens, at: number): DateExpression | null {
  const word = tokens.words[at]
  const weekday = weekdayNames(word)!
  if (isPluralWeekday(word)) return null
  const short = isShortWeekday(word)
  const next = short && isSign(tokens, at + 1, Sign.point) ? at + 2 : at + 1
  const date = readDateAfter(tokens, next)
  if (date) return { ...date, first: at, anchor: { ...date.anchor, weekday } as FieldsAnchor }
  if (short && !isShortWeekdayAlone(tokens, at)) return null
  return fields(at, at + 1, { weekday })
}

/** Whether "Sat" or "Sun" alone is a day: written with a capital and behind "on" or the like. */
const isShortWeekdayAlone = (tokens: Tokens, at: number): boolean =>
  tokens.cases[at] === LetterCase.capitalised && leadsDate(tokens.words[at - 1]) && !isThe(tokens.words[at - 1])

/** A calendar date behind a weekday, a comma, "the" or an opening bracket between. */
export function readDateAfter(tokens: Tokens, at: number): DateExpression | null {
  if (isSign(tokens, at, Sign.open)) {
    const inner = readDayDate(tokens, at + 1)
    return inner && isSign(tokens, inner.next, Sign.close) ? { ...inner, next: inner.next + 1 } : null
  }
  const start = skipComma(tokens, at)
  const dayAt = isThe(tokens.words[start]) ? start + 1 : start
  const date = readDayDate(tokens, dayAt)
  if (date) return date
  const ordinal = dayAt > start ? readDay(tokens, dayAt) : null
  return ordinal && ordinal.next === dayAt + 2 ? fields(at, ordinal.next, { day: ordinal.value }) : null
}

/** A date with a day and month, in any order. */
export function readDayDate(tokens: Tokens, at: number): DateExpression | null {
  if (isDigits(tokens, at)) return readNumericDate(tokens, at) ?? readDayFirst(tokens, at)
  const date = isWord(tokens, at) ? (readMonthFirst(tokens, at) ?? readDayFirst(tokens, at)) : null
  return date && date.anchor.kind === 'fields' && date.anchor.day !== undefined ? date : null
}

/** A time of day behind a date: ", 10:00 UTC", "at 3 p.m.", "- 18:00". */
export function readClockAfter(tokens: Tokens, at: number): ReturnType<typeof readClock> {
  let start = skipComma(tokens, at)
  if (isAt(tokens.words[start]) || isDash(tokens, start)) start++
  return readClock(tokens, start)
}

const isAt = wordSet('at around about by')
