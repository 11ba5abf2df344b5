import { dayNumber, isCivilDay, isoOfDay, weekdayOf } from '../recognize/dates/calendar'
import { recognizeDates } from '../recognize/dates/recognizeDates'
import type { DateMention, WrittenFields } from '../recognize/date'
import { readPassage } from '../text/passage'

/** A day whose year may not be written, as a text gives it. */
export interface WrittenDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** Monday 1 to Sunday 7, where the text names it with the date. */
  readonly weekday: number | null
}

/** A day written in a text, with the mention that it is taken from. */
export interface DayInText {
  readonly text: string
  readonly mention: DateMention
  readonly day: WrittenDay
}

/** The dates in a text, not resolved against any day. */
export function datesIn(text: string): DateMention[] {
  const { tokens, sentences } = readPassage(text)
  return recognizeDates(tokens, sentences, { documentDay: null })
}

function writtenDay({ year, month, day, weekday }: WrittenFields): WrittenDay | null {
  if (month === undefined || day === undefined) return null
  return { year: year ?? null, month, day, weekday: weekday ?? null }
}

/** The days written in texts, in order. Reading dates costs far more than `worthReading`, which picks the texts to read. */
export function* daysIn(texts: readonly string[], worthReading: RegExp): Generator<DayInText> {
  for (const text of texts) {
    if (!worthReading.test(text)) continue
    for (const mention of datesIn(text)) {
      const day = writtenDay(mention.written)
      if (day) yield { text, mention, day }
    }
  }
}

/** What every full date has. */
export const FULL_YEAR = /(?<!\d)(?:1[7-9]|20|21)\d{2}(?!\d)/

/** The number of a day in a year, or null where the year has no such day or it is not the weekday that is written. */
function dayIn(year: number, { month, day, weekday }: WrittenDay): number | null {
  if (!isCivilDay(year, month, day)) return null
  const number = dayNumber(year, month, day)
  return weekday === null || weekdayOf(number) === weekday ? number : null
}

/**
 * The number of the day that is meant. Where the year is not written it is the latest of `years` in which the weekday written with
 * the date fits; with a weekday the year after may be meant too. Null where none fits.
 * @param years the years that the text writes elsewhere, latest first; asked only where they are needed
 */
export function completedDay(written: WrittenDay, years: () => readonly number[]): number | null {
  if (written.year !== null) return dayIn(written.year, { ...written, weekday: null })
  for (const year of years()) {
    const day = dayIn(year, written) ?? (written.weekday === null ? null : dayIn(year + 1, written))
    if (day !== null) return day
  }
  return null
}

/** The years that texts write with a month or a copyright sign, latest first. A year alone, as in "by 2040", says nothing. */
export function yearsIn(texts: readonly string[]): number[] {
  const years = new Set<number>()
  for (const text of texts) {
    if (!FULL_YEAR.test(text)) continue
    for (const { written, writtenLast } of datesIn(text)) {
      for (const fields of [written, writtenLast]) if (fields?.year !== undefined && fields.month !== undefined) years.add(fields.year)
    }
    const copyright = /(?:©|\([cC]\)|[Cc]opyright) ?(\d{4})\b/.exec(text)
    if (copyright) years.add(Number(copyright[1]))
  }
  return [...years].sort((a, b) => b - a)
}

/** Whether a text is a day as most front matter has it, which takes no reading: "2026-03-11". */
const isIsoDay = (text: string): boolean =>
  /^(?:1[7-9]|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && isCivilDay(...(text.split('-').map(Number) as [number, number, number]))

/** The first full date in a text, such as a field of front matter, as an ISO date; null where there is none. */
export function fullDateIn(text: string): string | null {
  if (isIsoDay(text)) return text
  for (const { day } of daysIn([text], FULL_YEAR)) {
    const number = day.year === null ? null : dayIn(day.year, { ...day, weekday: null })
    if (number !== null) return isoOfDay(number)
  }
  return null
}
