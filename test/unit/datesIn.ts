import type { DateMention } from '../../server/src/core/recognize/date'
import { dayNumber } from '../../server/src/core/recognize/dates/calendar'
import { recognizeDates } from '../../server/src/core/recognize/dates/recognizeDates'
import { readPassage } from '../../server/src/core/text/passage'

/** Saturday, 25 October 2025: the day of the document in these examples. */
export const today = dayNumber(2025, 10, 25)

/** The dates in a text. */
export function datesIn(text: string, documentDay: number | null = today): DateMention[] {
  const { tokens, sentences } = readPassage(text)
  return recognizeDates(tokens, sentences, { documentDay })
}

/** The only date in a text. */
export function dateIn(text: string, documentDay: number | null = today): DateMention {
  const [date, ...more] = datesIn(text, documentDay)
  if (!date || more.length > 0) throw new Error(`not one date in: ${text}`)
  return date
}

/** Dates as "text = value", for tables. */
export const written = (text: string, documentDay: number | null = today): string =>
  datesIn(text, documentDay)
    .map(date => `${date.text} = ${date.timex.value}${date.timex.mod ? ` ${date.timex.mod}` : ''}`)
    .join(' | ')
