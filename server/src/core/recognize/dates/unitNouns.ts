import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { endsHere, isAgo, isEarlier, isLater, readAmount, readDayLike } from './counted'
import { type DateExpression, fields, shift, type ShiftUnit } from './expression'
import { adverbOf, deixisOf, isIn, isOf, isOn, isPluralUnit, isThe, isWeekend, isYearWord, modifierOf, takesOf, unitOf } from './lexicon'
import { readPeriodYear } from './periods'
import { isWord, wordAt } from '../scan'
import { readCardinal, type Reading, readYear } from './reading'

const isSame = wordSet('same very')
const leadsUnit = wordSet('earlier later early late')
const closesDay = wordSet('end ended ending ends close closed closing closes finish finished finishing finishes for')
const isDayWord = wordSet('day')

/**
 * "the day before", "the week after", "the same day", "the day before yesterday", and "the year" after "the end of", "later in" and the
 * like; `at` is "day" and the like.
 */
export function readUnitNoun(tokens: Tokens, at: number): DateExpression | null {
  const unit = unitOf(wordAt(tokens, at))!
  if (unit === 'minute' || unit === 'hour' || unit === 'half' || isPluralUnit(wordAt(tokens, at))) return null
  const before = wordAt(tokens, at - 1)
  if (isSame(before) && isThe(wordAt(tokens, at - 2))) return readSameUnit(tokens, at, unit)
  if (!isThe(before)) return isOf(before) && isModifierOf(tokens, at - 2) ? { first: at, next: at + 1, anchor: shift(unit, 0) } : null
  const first = at - 1
  const after = wordAt(tokens, at + 1)
  const forward = isLater(after)
  if (forward || isEarlier(after)) {
    const adverb = adverbOf(wordAt(tokens, at + 2))
    const turn = deixisOf(wordAt(tokens, at + 2))
    if (turn && turn === (forward ? 1 : -1) && !isWord(tokens, at + 3)) return { first, next: at + 3, anchor: shift(unit, turn * 2) }
    if (unit === 'day' && adverb) return { first, next: at + 3, anchor: shift('day', adverb.day + (forward ? 1 : -1)) }
    const from = unit === 'day' ? readDayLike(tokens, at + 2) : null
    if (from) return { first, next: from.next, anchor: { kind: 'offset', unit, by: forward ? 1 : -1, from: from.anchor } }
    if (endsHere(tokens, at + 1)) return { first, next: at + 2, anchor: shift(unit, forward ? 1 : -1, true) }
  }
  const lead = wordAt(tokens, at - 2)
  const bounded = (isOf(lead) && isModifierOf(tokens, at - 3)) || (isIn(lead) && leadsUnit(wordAt(tokens, at - 3)))
  if (bounded) return { first, next: at + 1, anchor: shift(unit, 0, unit === 'day') }
  const closing = isDayWord(wordAt(tokens, at)) && closesDay(lead) && !isRelativeClause(tokens, at + 1)
  return unit === 'weekend' || closing ? { first, next: at + 1, anchor: shift(unit, 0, closing) } : null
}

const isModifierOf = (tokens: Tokens, at: number): boolean => takesOf(wordAt(tokens, at)) && modifierOf(wordAt(tokens, at)) !== undefined

const opensClause = wordSet('when that he she they we i it the of you')
const isRelativeClause = (tokens: Tokens, at: number): boolean => opensClause(wordAt(tokens, at))

/** "the same day"; "the same month a year ago", "the same quarter last year", "the same quarter of 2024". */
function readSameUnit(tokens: Tokens, at: number, unit: ShiftUnit): DateExpression {
  const perYear: Partial<Record<ShiftUnit, number>> = { month: 12, quarter: 4, half: 2 }
  const units = perYear[unit]
  const year = units === undefined ? null : readYearBack(tokens, isOf(wordAt(tokens, at + 1)) ? at + 2 : at + 1)
  if (year) return { first: at - 2, next: year.next, anchor: shift(unit, -year.value * units!, true) }
  const named = isOf(wordAt(tokens, at + 1)) || isIn(wordAt(tokens, at + 1)) ? readYear(tokens, at + 2) : null
  // which quarter it is the text says elsewhere
  if (named) return fields(at - 2, named.next, { year: named.value })
  return { first: at - 2, next: at + 1, anchor: shift(unit, 0, true) }
}

/** "a year ago", "two years earlier", "last year": how many years back. */
function readYearBack(tokens: Tokens, at: number): Reading<number> | null {
  if (deixisOf(wordAt(tokens, at)) === -1 && isYearWord(wordAt(tokens, at + 1))) return { value: 1, next: at + 2 }
  const amount = readAmount(tokens, at)
  if (!amount || amount.value.unit !== 'year' || !isWord(tokens, amount.next)) return null
  const back = isAgo(wordAt(tokens, amount.next)) || isEarlier(wordAt(tokens, amount.next))
  return back ? { value: amount.value.by, next: amount.next + 1 } : null
}

/** Words that {@link readUnitNoun} reads. */
export const isUnitNoun = (word: number): boolean => unitOf(word) !== undefined

const isWeek = wordSet('week')
const starting = wordSet('beginning starting commencing ending')

/** "the week of April 10", "the week beginning February 4", "the weekend of Halloween"; `at` is "week" or "weekend". */
export function readWeekOf(tokens: Tokens, at: number): DateExpression | null {
  const unit = isWeek(wordAt(tokens, at)) ? 'week' : isWeekend(wordAt(tokens, at)) ? 'weekend' : null
  if (!unit) return null
  const numbered = unit === 'week' ? readNumberedWeek(tokens, at) : null
  if (numbered) return numbered
  if (!isWord(tokens, at + 1) || (!isOf(wordAt(tokens, at + 1)) && !starting(wordAt(tokens, at + 1)))) return null
  const dateAt = isOn(wordAt(tokens, at + 2)) ? at + 3 : at + 2
  const date = readDayLike(tokens, dateAt)
  if (!date) return null
  return { first: isThe(wordAt(tokens, at - 1)) ? at - 1 : at, next: date.next, anchor: { kind: 'around', unit, of: date.anchor } }
}

/** "week 31 of 2025"; without a year a numbered week may be one of a season or course. */
function readNumberedWeek(tokens: Tokens, at: number): DateExpression | null {
  const number = readCardinal(tokens, at + 1)
  const year = number && number.value >= 1 && number.value <= 53 ? readPeriodYear(tokens, number.next) : null
  return year && { first: at, next: year.next, anchor: { kind: 'week', number: number!.value, ...year.value } }
}
