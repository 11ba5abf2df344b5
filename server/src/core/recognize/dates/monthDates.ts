import { Gap, LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isCivilDay } from './calendar'
import { type DateExpression, fields } from './expression'
import { cardinalOf, isDoubtfulMonth, isOf, isShortMonth, isThe, leadsDate, monthOf } from './lexicon'
import { Sign, isApostrophe, isDash, isDigits, isGlued, isSymbol, isWord, lengthAt, wordAt } from '../scan'
import { continuesNumber, digitsValue, readCardinal, readDay, type Reading, readYear } from './reading'
import { fullYear, readYearAfter } from './years'

const joinsDays = wordSet('to and or through until till thru')

/** A month's name with its point: the month and the token after it. */
export function readMonth(tokens: Tokens, at: number): Reading<number> | null {
  const value = monthOf(wordAt(tokens, at))
  if (value === undefined) return null
  const pointed = isShortMonth(wordAt(tokens, at)) && isSymbol(tokens, at + 1, Sign.point)
  return { value, next: pointed ? at + 2 : at + 1 }
}

/** A day after a month: "10", "10th", "the tenth", "-10", "/10", "twenty-five". */
function readDayAfter(tokens: Tokens, at: number): Reading<number> | null {
  const hyphen = (isSymbol(tokens, at, Sign.hyphen) || isSymbol(tokens, at, Sign.slash)) && isGlued(tokens, at) && isGlued(tokens, at + 1)
  const start = hyphen || isThe(wordAt(tokens, at)) ? at + 1 : at
  const day = readDay(tokens, start)
  if (day) return isDayHere(tokens, start, day.next) ? day : null
  const worded = isWord(tokens, start) && (cardinalOf(wordAt(tokens, start)) ?? 0) >= 2 ? readCardinal(tokens, start) : null
  if (!worded || worded.value > 31) return null
  const closes = worded.next - start > 1 && !isWord(tokens, worded.next)
  return closes || readYearAfter(tokens, worded.next) ? worded : null
}

/** Whether the number after a month is a day, not the start of a longer number or of a time. */
function isDayHere(tokens: Tokens, at: number, next: number): boolean {
  if (next - at > 1 || !isDigits(tokens, at)) return true
  const time = isSymbol(tokens, next, Sign.colon) && isGlued(tokens, next) && isDigits(tokens, next + 1) && isGlued(tokens, next + 1)
  return !continuesNumber(tokens, next) && !time
}

/** "November 10th, 2025", "Nov. 10", "November 2025", "November"; `at` is the month. */
export function readMonthFirst(tokens: Tokens, at: number): DateExpression | null {
  const month = readMonth(tokens, at)
  if (!month) return null
  const unsure = tokens.cases[at] === LetterCase.lower && isDoubtfulMonth(wordAt(tokens, at))
  const day = readDayAfter(tokens, month.next)
  if (day && !isCardinalNoun(tokens, day.next)) {
    const year = readYearAfter(tokens, day.next)
    const exists = isCivilDay(year?.value ?? 2024, month.value, day.value)
    const ordinal = !isDigits(tokens, day.next - 1)
    if (exists && (!unsure || year || ordinal || leadsDate(wordAt(tokens, at - 1)))) {
      return fields(at, year?.next ?? day.next, { month: month.value, day: day.value, year: year?.value })
    }
  }
  const year = readYearAfter(tokens, month.next)
  if (year) return fields(at, year.next, { month: month.value, year: year.value })
  return isMonthAlone(tokens, at, month.next) ? fields(at, bareEnd(tokens, at, month.next), { month: month.value }) : null
}

const counted = wordSet('people percent per million billion thousand points seats votes countries men women days weeks months years')

/** Whether a number after a month counts what follows: "in May 10 people died". */
const isCardinalNoun = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && isDigits(tokens, at - 1) && counted(wordAt(tokens, at))

/** A point after a short month at the end of the date belongs to the month only where the sentence goes on. */
function bareEnd(tokens: Tokens, at: number, next: number): number {
  if (next === at + 1) return next
  const goesOn = next < tokens.count && tokens.cases[next] === LetterCase.lower && tokens.gaps[next] !== Gap.newline
  return goesOn ? next : at + 1
}

const speaks = wordSet('is was has had said says will would can could may might does did who whose')
// words before a month in lower case; "may" and "march" are more often verbs
const leadsLower = wordSet('in since until till from of by last next early late mid through throughout during between')
const isVerbMonth = wordSet('may march mar')
// words before which "April Jones" is as likely as a month
const leadsPerson = wordSet('by from to and or for of before after between around about with')
const articles = wordSet('the a an its their his her our s')
const monthNouns = wordSet('election elections vote report meeting figures data sales summit deadline budget statement')

/** Whether a month's name alone is the month, not a verb ("may"), a person ("June said") or part of a name ("April Jones"). */
function isMonthAlone(tokens: Tokens, at: number, next: number): boolean {
  const word = wordAt(tokens, at)
  const before = wordAt(tokens, at - 1)
  if (!isDoubtfulMonth(word)) return true
  if (tokens.cases[at] === LetterCase.lower) {
    return leadsLower(before) && !(isVerbMonth(word) && !isClauseEnd(tokens, next)) && !isShortMonth(word)
  }
  const led = leadsDate(before)
  if (isShortMonth(word) && !led) return false
  const nameFollows = isWord(tokens, next) && tokens.cases[next] === LetterCase.capitalised && next === at + 1
  if (led) return !(nameFollows && leadsPerson(before))
  if (isDash(tokens, next) || isDash(tokens, at - 1)) return true
  const possessive = isApostrophe(tokens, next) && isGlued(tokens, next)
  return !nameFollows && !speaks(wordAt(tokens, next)) && !possessive && isMonthNoun(tokens, at, next)
}

const isClauseEnd = (tokens: Tokens, at: number): boolean => at >= tokens.count || !isWord(tokens, at)

/** "the May election", "May to September": a noun in lower case after an article, or the start of a range. */
const isMonthNoun = (tokens: Tokens, at: number, next: number): boolean =>
  isWord(tokens, next) &&
  tokens.cases[next] === LetterCase.lower &&
  (monthNouns(wordAt(tokens, next)) ||
    articles(wordAt(tokens, at - 1)) ||
    (joinsDays(wordAt(tokens, next)) && readMonth(tokens, next + 1) !== null))

/**
 * "10 November 2025", "the 10th of November", "10-Nov-2025", and the first of several days that share a month: "24" in "24 to 27
 * October"; `at` is the day.
 */
export function readDayFirst(tokens: Tokens, at: number): DateExpression | null {
  const day = readDay(tokens, at) ?? readWordDay(tokens, at)
  if (!day) return null
  const first = isThe(wordAt(tokens, at - 1)) ? at - 1 : at
  const rest = readMonthAfter(tokens, day.next)
  if (rest)
    return isDated(tokens, rest, day.value) ? fields(first, rest.next, { month: rest.month, day: day.value, year: rest.year }) : null
  const shared = readSharedMonth(tokens, day.next)
  if (!shared || !isDated(tokens, shared, day.value)) return null
  return fields(first, day.next, { month: shared.month, day: day.value, year: shared.year })
}

/** A day written as a cardinal word before a month: "fifteen August". */
function readWordDay(tokens: Tokens, at: number): Reading<number> | null {
  const value = cardinalOf(wordAt(tokens, at))
  if (value === undefined || value < 2) return null
  const day = readCardinal(tokens, at)
  return day && day.value <= 31 && readMonth(tokens, day.next) ? day : null
}

interface MonthAfter {
  readonly month: number
  readonly year?: number
  readonly monthAt: number
  readonly next: number
}

const isJoint = (tokens: Tokens, at: number): boolean =>
  (isSymbol(tokens, at, Sign.hyphen) || isSymbol(tokens, at, Sign.slash)) && isGlued(tokens, at + 1)

/** "-25" of "10-Oct-25": the sign that joins month and day joins the year to them. */
function readJoinedYear(tokens: Tokens, at: number): Reading<number> | null {
  if (!isJoint(tokens, at) || !isGlued(tokens, at) || !isDigits(tokens, at + 1) || lengthAt(tokens, at + 1) !== 2) return null
  if (isGlued(tokens, at + 2) && (isWord(tokens, at + 2) || isDash(tokens, at + 2))) return null
  return { value: fullYear(digitsValue(tokens, at + 1)), next: at + 2 }
}

/** "November", "of November 2025", "-Nov-2025" after a day. */
function readMonthAfter(tokens: Tokens, at: number): MonthAfter | null {
  const isJoined = isJoint(tokens, at)
  const monthAt = isJoined || isOf(wordAt(tokens, at)) ? at + 1 : at
  const month = readMonth(tokens, monthAt)
  if (!month) return null
  const year = readYearAfter(tokens, month.next) ?? (isJoined ? readJoinedYear(tokens, month.next) : null)
  return { month: month.value, year: year?.value, monthAt, next: year?.next ?? bareEnd(tokens, monthAt, month.next) }
}

/** The month after a further day: "to 27 October", "-27 Oct. 2025", ", 25 and 26 October"; at most five days. */
function readSharedMonth(tokens: Tokens, at: number): MonthAfter | null {
  let next = at
  for (let days = 0; days < 5; days++) {
    const joins = isDash(tokens, next) || isSymbol(tokens, next, Sign.comma) || joinsDays(wordAt(tokens, next))
    if (!joins) return null
    next++
    if (isThe(wordAt(tokens, next))) next++
    const day = readDay(tokens, next)
    if (!day) return null
    const month = readMonthAfter(tokens, day.next)
    if (month) return month
    next = day.next
  }
  return null
}

/** Whether day and month make a date: the day exists, and a doubtful month in lower case has a year. */
function isDated(tokens: Tokens, { month, year, monthAt }: MonthAfter, day: number): boolean {
  const unsure = tokens.cases[monthAt] === LetterCase.lower && isVerbMonth(wordAt(tokens, monthAt))
  return isCivilDay(year ?? 2024, month, day) && (!unsure || year !== undefined || isOf(wordAt(tokens, monthAt - 1)))
}

/** "2017 April", "2019/Aug/01": a year before a month; `at` is the year. */
export function readYearFirst(tokens: Tokens, at: number): DateExpression | null {
  const year = readYear(tokens, at)
  if (!year) return null
  const joined = (isSymbol(tokens, year.next, Sign.hyphen) || isSymbol(tokens, year.next, Sign.slash)) && isGlued(tokens, year.next + 1)
  const monthAt = joined ? year.next + 1 : year.next
  const month = readMonth(tokens, monthAt)
  if (!month || (!joined && isVerbMonth(wordAt(tokens, monthAt)) && tokens.cases[monthAt] === LetterCase.lower)) return null
  const day = readDayAfter(tokens, month.next)
  if (readYearAfter(tokens, day?.next ?? month.next)) return null
  return fields(at, day?.next ?? month.next, { year: year.value, month: month.value, day: day?.value })
}
