import { dayNumber, isCivilDay } from '../recognize/dates/calendar'

/**
 * A number of digits, as a 32-bit integer: what V8 keeps as a floating-point number makes such of every day reckoned from it, and then of
 * the tokens that ranges begin and end with, as they too have a `first` and a `last`.
 */
const wholeOf = (digits: string): number => Number(digits) | 0

/** The day number (days since 1970-01-01) of an ISO date YYYY-MM-DD; null for anything else. */
export function dayOfIso(date: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  if (parts === null) return null
  const [year, month, day] = parts.slice(1).map(wholeOf)
  return isCivilDay(year, month, day) ? dayNumber(year, month, day) : null
}
