import type { Granularity } from '../date'
import { civilDay, dayNumber, daysInMonth, isoOfDay, isoWeek, mondayOf } from './calendar'
import type { ShiftUnit } from './expression'

/** First and last day of a stretch, as day numbers. */
export interface Days {
  readonly first: number
  readonly last: number
}

/** A number with leading zeros. */
export const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** TIMEX3 codes of spring, summer, autumn and winter. */
export const seasonCodes = ['SP', 'SU', 'FA', 'WI']

/** A stretch of the calendar and its TIMEX3 value. */
export interface Dated {
  readonly value: string
  readonly days: Days
}

/** Value and days of one calendar unit that begins at or holds a day. */
export function unitAt(unit: Granularity, day: number): Dated {
  const { year, month } = civilDay(day)
  const yearText = pad(year, 4)
  switch (unit) {
    case 'weekend': {
      const monday = mondayOf(day)
      return { value: `${weekValue(day)}-WE`, days: { first: monday + 5, last: monday + 6 } }
    }
    case 'week':
      return { value: weekValue(day), days: { first: mondayOf(day), last: mondayOf(day) + 6 } }
    case 'month':
      return { value: `${yearText}-${pad(month)}`, days: monthDays(year, month) }
    case 'season': {
      const season = Math.floor(((month + 9) % 12) / 3) + 1
      return seasonAt(month <= 2 ? year - 1 : year, season)
    }
    case 'quarter':
      return partAt('quarter', year, Math.floor((month - 1) / 3) + 1)
    case 'half':
      return partAt('half', year, month <= 6 ? 1 : 2)
    case 'year':
      return { value: yearText, days: yearsDays(year, year) }
    case 'decade':
      return { value: pad(Math.floor(year / 10), 3), days: decadeDays(year) }
    case 'century':
      return { value: pad(Math.floor(year / 100)), days: yearsDays(Math.floor(year / 100) * 100, Math.floor(year / 100) * 100 + 99) }
    default:
      return { value: isoOfDay(day), days: { first: day, last: day } }
  }
}

function weekValue(day: number): string {
  const { year, week } = isoWeek(day)
  return `${pad(year, 4)}-W${pad(week)}`
}

/** The days of a month. */
export const monthDays = (year: number, month: number): Days => ({
  first: dayNumber(year, month, 1),
  last: dayNumber(year, month, daysInMonth(year, month)),
})

/** The days from the beginning of one year to the end of another. */
export const yearsDays = (first: number, last: number): Days => ({ first: dayNumber(first, 1, 1), last: dayNumber(last, 12, 31) })

const decadeDays = (year: number): Days => yearsDays(Math.floor(year / 10) * 10, Math.floor(year / 10) * 10 + 9)

/** Seasons of the northern hemisphere by whole months (meteorological): spring is March to May, winter December to February. */
export function seasonAt(year: number, season: number): Dated {
  const first = dayNumber(year, season * 3, 1)
  const last = season === 4 ? dayNumber(year + 1, 3, 1) - 1 : dayNumber(year, season * 3 + 3, 1) - 1
  return { value: `${pad(year, 4)}-${seasonCodes[season - 1]}`, days: { first, last } }
}

/** A quarter (1 to 4) or half (1 or 2) of a year. */
export function partAt(unit: 'quarter' | 'half', year: number, number: number): Dated {
  const months = unit === 'quarter' ? 3 : 6
  const end = number * months
  return {
    value: `${pad(year, 4)}-${unit === 'quarter' ? 'Q' : 'H'}${number}`,
    days: { first: dayNumber(year, end - months + 1, 1), last: dayNumber(year, end, daysInMonth(year, end)) },
  }
}

/** The day that lies some months away, cut to the length of its month. */
export function addMonths(day: number, months: number): number {
  const civil = civilDay(day)
  const index = civil.year * 12 + civil.month - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return dayNumber(year, month, Math.min(civil.day, daysInMonth(year, month)))
}

/** Months in the units that are whole months. */
const monthsOf: Partial<Record<ShiftUnit, number>> = { month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200 }

/** The day that lies `by` units away. */
export function shiftDay(day: number, unit: ShiftUnit, by: number): number {
  const months = monthsOf[unit]
  if (months !== undefined) return addMonths(day, months * by)
  if (unit === 'week' || unit === 'weekend') return day + 7 * by
  return unit === 'day' ? day + by : day + Math.trunc(unit === 'hour' ? by / 24 : by / 1440)
}
