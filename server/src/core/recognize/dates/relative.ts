import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import { type DateExpression, fields, type ReferenceAnchor, shift, type ShiftUnit } from './expression'
import { readHoliday } from './holidays'
import {
  adverbOf,
  dayPartOf,
  deixisOf,
  isAnaphoric,
  isFiscal,
  isOf,
  isPluralUnit,
  isThe,
  isYearWord,
  monthOf,
  seasonOf,
  unitOf,
  weekdayNames,
} from './lexicon'
import { readMonth } from './monthDates'
import { Sign, isDash, isGlued, isSymbol, isWord, wordAt } from '../scan'
import { readDay, type Reading, readYear } from './reading'

/** "today", "yesterday", "tonight", "tomorrow"; `at` is the word. */
export function readAdverb(tokens: Tokens, at: number): DateExpression | null {
  const { day, part } = adverbOf(wordAt(tokens, at))!
  return { first: at, next: at + 1, anchor: shift('day', day), ...(part && { dayPart: part }) }
}

const isCalendar = wordSet('calendar')
const isLast = wordSet('last')

/** Whether "the last day", or "last week of" something, is the end of that and no day or week before this one. */
const isEnd = (tokens: Tokens, at: number, unit: ShiftUnit | 'half', next: number): boolean =>
  isLast(wordAt(tokens, at)) && ((unit === 'day' && isThe(wordAt(tokens, at - 1))) || isOf(wordAt(tokens, next)))

/** "last week", "this morning", "next Friday", "this November", "last summer", "next Easter", "the following day"; `at` is "last" or the like. */
export function readDeictic(tokens: Tokens, at: number): DateExpression | null {
  const word = wordAt(tokens, at)
  const deixis = deixisOf(word)!
  const nounAt = isCalendar(wordAt(tokens, at + 1)) ? at + 2 : at + 1
  if (!isWord(tokens, nounAt)) return null
  const noun = wordAt(tokens, nounAt)
  const first = isThe(wordAt(tokens, at - 1)) ? at - 1 : at
  const unit = unitOf(noun)
  if (unit !== undefined) {
    if (unit === 'minute' || unit === 'hour' || unit === 'half' || isPluralUnit(noun) || isEnd(tokens, at, unit, nounAt + 1)) return null
    return { first, next: nounAt + 1, anchor: shift(unit, deixis, isAnaphoric(word)) }
  }
  const part = dayPartOf(noun)
  if (part !== undefined) {
    if (deixis === -1 && part !== 'NI') return null
    return { first, next: nounAt + 1, anchor: shift('day', deixis), dayPart: part }
  }
  if (isFiscal(noun) && isYearWord(wordAt(tokens, nounAt + 1))) {
    return { first, next: nounAt + 2, anchor: { kind: 'part', unit: 'fiscalYear', number: 1, yearShift: deixis } }
  }
  return readDeicticName(tokens, nounAt, first, deixis)
}

/** "Friday", "November", "summer" or "Easter" after "last", "this" or "next". */
function readDeicticName(tokens: Tokens, at: number, first: number, deixis: -1 | 0 | 1): DateExpression | null {
  const weekday = weekdayNames(wordAt(tokens, at))
  if (weekday !== undefined) return fields(first, at + 1, { weekday, deixis })
  const number = seasonOf(wordAt(tokens, at))
  if (number !== undefined) return { first, next: at + 1, anchor: { kind: 'part', unit: 'season', number, deixis } }
  const holiday = readHoliday(tokens, at)
  if (holiday) return { first, next: holiday.next, anchor: { kind: 'holiday', holiday: holiday.value, deixis } }
  const isMonth = monthOf(wordAt(tokens, at)) !== undefined && tokens.cases[at] !== LetterCase.lower
  const month = isMonth ? readMonth(tokens, at) : null
  if (!month || readYear(tokens, month.next)) return null
  const day = readDay(tokens, month.next)
  return fields(first, day?.next ?? month.next, { month: month.value, day: day?.value, deixis })
}

const references = wordTable<ReferenceAnchor['value']>({
  'now currently nowadays': 'PRESENT_REF',
  'recently lately': 'PAST_REF',
})
const isRecent = wordSet('recent')

/** "now", "currently", "recently", "in recent years"; `at` is the word. */
export function readReference(tokens: Tokens, at: number): DateExpression | null {
  const value = references(wordAt(tokens, at))
  if (value) return { first: at, next: at + 1, anchor: { kind: 'reference', value } }
  const recent = isRecent(wordAt(tokens, at)) && isPluralUnit(wordAt(tokens, at + 1))
  return recent ? { first: at, next: at + 2, anchor: { kind: 'reference', value: 'PAST_REF' } } : null
}

/** Words that {@link readReference} reads. */
export const isReference = (word: number): boolean => references(word) !== undefined || isRecent(word)

/** What stands after a date and moves it to another year or week: "last year", "of next week". */
export function readShiftAfter(tokens: Tokens, at: number): Reading<{ unit: 'year' | 'week'; by: number }> | null {
  let start = isOf(wordAt(tokens, at)) || isSymbol(tokens, at, Sign.comma) ? at + 1 : at
  if (isThe(wordAt(tokens, start)) && start > at) start++
  const deixis = deixisOf(wordAt(tokens, start))
  const unit = deixis !== undefined && unitOf(wordAt(tokens, start + 1))
  if (unit !== 'year' && unit !== 'week') return null
  if (isDash(tokens, start + 2) && isGlued(tokens, start + 2)) return null
  return { value: { unit, by: deixis! }, next: start + 2 }
}
