import { Gap, LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { readTimeOfDay } from './clock'
import { type Clock, type DateExpression, fields, type FieldsAnchor } from './expression'
import { isPluralWeekday, isShortWeekday, isThe, leadsDate, weekdayNames } from './lexicon'
import { readDayFirst, readMonthFirst } from './monthDates'
import { readDayMonth, readNumericDate } from './numericDates'
import { Sign, isDash, isDigits, isSymbol, isWord, wordAt } from '../scan'
import { type Reading, readOrdinal, skipComma } from './reading'

const isAt = wordSet('at around about by')
const AT_SIGN = '@'.charCodeAt(0)
// "Bloody Sunday" and "Black Monday" are names; those of the calendar are holidays
const namesDay = wordSet('black bloody super fat cyber shrove ash palm good easter whit ruby sheffield giving casual freaky')

/** "Friday", "Fri.", "Friday, October 24, 2025", "Saturday (Oct 25)", "Friday the 13th"; `at` is the weekday. */
export function readWeekday(tokens: Tokens, at: number): DateExpression | null {
  const word = wordAt(tokens, at)
  if (isPluralWeekday(word) || (namesDay(wordAt(tokens, at - 1)) && tokens.cases[at - 1] !== LetterCase.lower)) return null
  const weekday = weekdayNames(word)!
  const short = isShortWeekday(word)
  const next = short && isSymbol(tokens, at + 1, Sign.point) ? at + 2 : at + 1
  const date = readDateAfter(tokens, next)
  if (date) return { ...date, first: at, anchor: { ...(date.anchor as FieldsAnchor), weekday } }
  return short && !isShortWeekdayAlone(tokens, at) ? null : fields(at, at + 1, { weekday })
}

/** Whether "Sat" or "Sun" alone is a day: written with a capital and after "on" or the like. */
const isShortWeekdayAlone = (tokens: Tokens, at: number): boolean =>
  tokens.cases[at] === LetterCase.capitalised && leadsDate(wordAt(tokens, at - 1))

/** A calendar date after another name of its day, with a comma, "the" or brackets: ", October 24", "the 13th", "(Oct 25)". */
export function readDateAfter(tokens: Tokens, at: number): DateExpression | null {
  if (isSymbol(tokens, at, Sign.openParen)) {
    const inner = readDayDate(tokens, at + 1)
    return inner && isSymbol(tokens, inner.next, Sign.closeParen) ? { ...inner, next: inner.next + 1 } : null
  }
  const start = skipComma(tokens, at)
  // a heading that ends with a weekday, and the date line below it
  if (start === at && tokens.gaps[at] === Gap.newline) return null
  const dayAt = isThe(wordAt(tokens, start)) ? start + 1 : start
  const date = readDayDate(tokens, dayAt)
  if (date) return date
  const ordinal = readOrdinal(tokens, dayAt)
  const written = ordinal !== null && ordinal.value <= 31 && (dayAt > start || ordinal.next === dayAt + 2) && start === at
  return written ? fields(at, ordinal.next, { day: ordinal.value }) : null
}

/** A date with a day and a month, in any order. */
export function readDayDate(tokens: Tokens, at: number): DateExpression | null {
  if (isDigits(tokens, at)) return readNumericDate(tokens, at) ?? readDayMonth(tokens, at) ?? readDayFirst(tokens, at)
  const date = isWord(tokens, at) ? (readMonthFirst(tokens, at) ?? readDayFirst(tokens, at)) : null
  return date && date.anchor.kind === 'fields' && date.anchor.day !== undefined ? date : null
}

/** A time of day after a date: ", 10:00 UTC", "at 3 p.m.", "- 18:00". */
export function readClockAfter(tokens: Tokens, at: number): Reading<Clock> | null {
  let start = skipComma(tokens, at)
  if (isAt(wordAt(tokens, start)) || isDash(tokens, start) || isSymbol(tokens, start, AT_SIGN)) start++
  return readTimeOfDay(tokens, start)
}
