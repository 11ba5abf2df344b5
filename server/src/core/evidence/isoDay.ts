import { dayNumber, isCivilDay } from '../recognize/dates/calendar'

/** The day number (days since 1970-01-01) of an ISO date YYYY-MM-DD; null for anything else. */
export function dayOfIso(date: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  if (parts === null) return null
  const [year, month, day] = parts.slice(1).map(Number)
  return isCivilDay(year, month, day) ? dayNumber(year, month, day) : null
}
