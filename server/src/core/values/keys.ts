import type { DateMention } from '../recognize/date'
import { civilDay } from '../recognize/dates/calendar'
import type { Figure } from '../recognize/figure'
import { endOf } from './compareDates'
import type { Value } from './value'

/** A value as a text that is the same for the same value, as far as two that are written differently tell one: "10 November", "Nov. 10, 2025". */

function figureKey({ dimension, unit, low, high, second }: Figure): string {
  const kind = dimension === 'ordinal' ? 'count' : dimension
  // "up to 7%" and "7%" tell one number
  return [kind, unit, low ?? high, high ?? low, second].join(' ')
}

function dateKey({ written, writtenLast, days, timex }: DateMention): string {
  const { year, month, day, weekday } = written
  if (writtenLast !== null) return timex.value
  const isDay = days !== null && days.first === days.last && weekday === undefined
  if (day !== undefined && month !== undefined) return `day ${month}-${day}`
  if (isDay) {
    const meant = civilDay(days.first)
    return `day ${meant.month}-${meant.day}`
  }
  if (day !== undefined) return `day ${day}`
  if (weekday !== undefined) return `weekday ${weekday}`
  if (month !== undefined) return `month ${year ?? (days === null ? '' : civilDay(days.first).year)}-${month}`
  return year === undefined ? timex.value : `year ${year}`
}

/** The key of a value: equal for two that state the same. */
export const valueKey = (value: Value): string => (value.kind === 'figure' ? figureKey(value.figure) : dateKey(value.date))

/** The keys of all that a value states: of a range of days its ends too. */
export function keysOf(value: Value): readonly string[] {
  if (value.kind === 'figure' || value.date.writtenLast === null) return [valueKey(value)]
  return [valueKey(value), dateKey(endOf(value.date, 'first')), dateKey(endOf(value.date, 'last'))]
}
