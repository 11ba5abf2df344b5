import type { DateMention } from '../recognize/date'
import { civilDay, dayNumber, weekdayOf } from '../recognize/dates/calendar'
import { readCardinal } from '../recognize/dates/reading'
import { tokenize } from '../text/tokens'
import { dayFirst, endMeant } from './compareDates'
import { dateSlots, monthName, numericStyle, type DateField, type DateSlot, type NumericStyle } from './dateStyle'
import { writeNumber } from './numberStyle'

/** What is known of a day, month, year or other period. */
type Fields = Partial<Record<DateField, number>>

/** What is known of a date: its first and, for a range, its last member. */
interface DateParts {
  readonly first: Fields
  readonly last: Fields | null
}

/** The fields of a day number. */
function fieldsOfDay(day: number): Fields {
  const { year, month, day: dayOfMonth } = civilDay(day)
  return { year, month, day: dayOfMonth, weekday: weekdayOf(day) }
}

const seasons = ['SP', 'SU', 'FA', 'WI']

/** Fields of one TIMEX3 value: "2025-11-10", "2025-Q3", "2025-SP", "XXXX-11-10". */
function fieldsOfValue(value: string): Fields {
  const period = /^(\d{4}|XXXX)-(?:([QH])(\d)|(SP|SU|FA|WI))$/.exec(value)
  if (period) {
    const [, year, letter, number, season] = period
    const field = season ? { season: seasons.indexOf(season) + 1 } : { [letter === 'Q' ? 'quarter' : 'half']: Number(number) }
    return { ...field, ...(year !== 'XXXX' && { year: Number(year) }) }
  }
  const date = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(value)
  if (!date) return {}
  const [, year, month, day] = date
  return {
    ...(year !== 'XXXX' && { year: Number(year) }),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  }
}

/** All that a mention says of the calendar, resolved where it could be. */
function partsOf(mention: DateMention): DateParts {
  const { days, written, writtenLast, timex } = mention
  const [first, last] = timex.value.split('/')
  const isDay = (value: string | undefined): boolean => value !== undefined && /^\d{4}-\d\d-\d\d/.test(value)
  const of = (value: string, day: number | undefined, fields: Fields): Fields =>
    day !== undefined && isDay(value) ? fieldsOfDay(day) : { ...fieldsOfValue(value), ...fields }
  if (days && mention.granularity === 'weekend' && last === undefined)
    return { first: fieldsOfDay(days.first), last: fieldsOfDay(days.last) }
  return {
    first: of(first, days?.first, written),
    last: last === undefined ? null : of(last, days?.last, writtenLast ?? {}),
  }
}

/**
 * Writes a source's date the way a draft wrote its own: order, month and weekday names short or long, ordinal endings, year written or
 * not. Where the draft's form cannot hold the source's date, it is written out plainly.
 * @param found the date to write; of a range only the end where the draft dates an end, "until Oct. 28"
 * @param draft the date to replace
 * @param draftText the passage that `draft` lies in
 * @returns the replacement for the draft date's span
 */
export function writeDate(found: DateMention, draft: DateMention, draftText: string): string {
  const source = endMeant(found, draft)
  const text = draftText.slice(draft.start, draft.end)
  const parts = partsOf(source)
  const written =
    writeCounted(source, draft, text) ??
    writeNumeric(parts, draft, text) ??
    writePeriod(source, text) ??
    writeSlots(parts, source, draft, text) ??
    writePlain(parts, source)
  // what differs is said by words that no slot holds, such as "midnight"
  return written === text ? source.text : written
}

const countedDays = /^([a-z]+(?:-[a-z]+)?|\d+)( days?)( (?:later|after|earlier|before|ago|previously|afterwards))$/i
const countsBack = /earlier|before|ago|previously/

/** A year without a leap day, as most are, to count days of an open year in. */
const ANY_YEAR = 2001

/** By how many days one day lies behind another; where the year of one is open in any year, and null where one is no single day. */
function daysApart(a: DateMention, b: DateMention): number | null {
  if (a.days !== null && b.days !== null) return b.days.first === b.days.last ? b.days.first - a.days.first : null
  const [from, to] = [a, b].map(({ days, written }) => {
    const { month, day } = days !== null && days.first === days.last ? civilDay(days.first) : written
    return month === undefined || day === undefined ? null : dayNumber(ANY_YEAR, month, day)
  })
  return from === null || to === null ? null : to - from
}

/** "Three days later" for "Five days later": what the draft counts from stays, where the source's day lies on the same side of it. */
function writeCounted(source: DateMention, draft: DateMention, text: string): string | null {
  const match = countedDays.exec(text)
  const apart = match && daysApart(draft, source)
  if (!match || apart === null) return null
  const [, number, , behind] = match
  const sign = countsBack.test(behind) ? -1 : 1
  const said = readCardinal(tokenize(number.toLowerCase()), 0)?.value
  if (said === undefined) return null
  const count = said + sign * apart
  if (count < 1) return null
  const words = writeNumber(count, 1, number.toLowerCase(), said)
  const written = /^[A-Z]/.test(number) ? words[0].toUpperCase() + words.slice(1) : words
  return `${written} ${count === 1 ? 'day' : 'days'}${behind}`
}

/** One day in numbers alone, like an example in a draft; null where not all of it is known. */
function writeNumbers(known: Fields, { order, sign, widths }: NumericStyle): string | null {
  const numbers = order.map((field, at) => {
    const value = known[field]
    if (value === undefined) return null
    return String(widths[at] === 2 && field === 'year' ? value % 100 : value).padStart(widths[at], '0')
  })
  return numbers.includes(null) ? null : numbers.join(sign)
}

/** What a draft that writes days in numbers puts between two of them. */
const joinsNumbers = /\s*(?:\b(?:to|until|and)\b|[–—-])\s*(?=\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$)/

/**
 * A day, or a range of two, in numbers alone: "25/10/2025", "2025-10-24 to 2025-10-27". Where the draft's own numbers may be month and
 * day or day and month, the order is taken that changes fewer of them.
 */
function writeNumeric(parts: DateParts, draft: DateMention, text: string): string | null {
  const other = dayFirst(draft)
  const written = writeInOrder(parts, draft, text)
  const turned = other && writeInOrder(parts, other, text)
  return written !== null && turned && sharedNumbers(turned, text) > sharedNumbers(written, text) ? turned : written
}

/** How many numbers of two dates are the same. */
function sharedNumbers(a: string, b: string): number {
  const numbers = b.split(/\D+/)
  return a.split(/\D+/).filter((number, at) => Number(number) === Number(numbers[at])).length
}

function writeInOrder({ first, last }: DateParts, { written }: DateMention, text: string): string | null {
  const joint = joinsNumbers.exec(text)
  const style = numericStyle(joint ? text.slice(0, joint.index) : text, written.month)
  if (!style) return null
  const [from, to] = [first, last].map(end => (end === null ? null : writeNumbers({ year: written.year, ...end }, style)))
  if (from === null || last === null) return from
  return to === null ? null : from + (joint?.[0] ?? ' to ') + to
}

/** Decades and centuries: "1940s" like "1920s", else in the source's words. */
function writePeriod(source: DateMention, text: string): string | null {
  if (source.granularity !== 'decade' && source.granularity !== 'century') return null
  const digits = /\d{4}(?=['’]?s\b)/
  if (!digits.test(text) || source.granularity === 'century' || !source.days) return source.text
  return text.replace(digits, String(civilDay(source.days.first).year))
}

/** Fills the fields of the draft's text with the source's; null where that leaves something unsaid or untrue. */
function writeSlots(parts: DateParts, source: DateMention, draft: DateMention, text: string): string | null {
  const writesDay = draft.written.day !== undefined || draft.writtenLast?.day !== undefined
  // the number in "in 11 years" is no day
  const slots = dateSlots(text).filter(({ field }) => writesDay || field !== 'day')
  if (slots.length === 0) return null
  const doubled = slots.some((slot, at) => slots.findIndex(each => each.field === slot.field) < at)
  const pieces = doubled ? fillRange(slots, parts, text) : fillSingle(slots, parts)
  return pieces && withModifier(withDayPart(splice(text, pieces), source), source)
}

/** A stretch of the draft's text and what to put there. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

function splice(text: string, pieces: readonly Piece[]): string {
  let result = ''
  let at = 0
  for (const piece of pieces) {
    result += text.slice(at, piece.start) + piece.text
    at = piece.end
  }
  return result + text.slice(at)
}

/** A draft with one date: a source range is written into the last field that differs, "20" → "24 to 27". */
function fillSingle(slots: readonly DateSlot[], { first, last }: DateParts): Piece[] | null {
  const fields = slots.map(slot => slot.field)
  const finest = (['weekday', 'day', 'month', 'quarter', 'half', 'season', 'year'] as const).find(field => fields.includes(field))!
  const pieces: Piece[] = []
  for (const slot of slots) {
    const value = first[slot.field]
    if (value === undefined) {
      // a year that the source leaves open stays as the draft has it
      if (slot.field === 'year' && slots.length > 1) continue
      return null
    }
    const end = last?.[slot.field]
    if (last && slot.field === finest) {
      if (end === undefined) return null
      pieces.push({ text: end === value ? slot.write(value) : joined(slot, value, end), ...slot })
    } else if (last && end !== value) return null
    else pieces.push({ text: slot.write(value), ...slot })
  }
  return pieces
}

const joined = (slot: DateSlot, first: number, last: number): string =>
  `${slot.write(first)} ${slot.field === 'weekday' && last === (first % 7) + 1 ? 'and' : 'to'} ${slot.write(last)}`

/** A draft with a range: its doubled fields take first and last, its single ones what both share. */
function fillRange(slots: readonly DateSlot[], { first, last }: DateParts, text: string): Piece[] | null {
  const pieces: Piece[] = []
  const seen = new Set<DateField>()
  const twice = (field: DateField): boolean => slots.filter(slot => slot.field === field).length > 1
  for (const slot of slots) {
    const second = seen.has(slot.field)
    seen.add(slot.field)
    const value = second ? last?.[slot.field] : first[slot.field]
    // years to which a source that gives none has nothing to say
    if (second && !last && pieces.length === 0) return null
    if (second && !last) return [...pieces, dropSecond(slots, pieces, text)]
    if (value === undefined) {
      if (slot.field === 'year') continue
      return null
    }
    if (!twice(slot.field) && last && last[slot.field] !== value) return null
    pieces.push({ text: slot.write(value), ...slot })
  }
  return pieces
}

/** Cuts the second member out of a range's text, from after its first member on. */
function dropSecond(slots: readonly DateSlot[], kept: readonly Piece[], text: string): Piece {
  const start = kept[kept.length - 1].end
  const rest = slots.filter(slot => slot.start >= start)
  const year = rest.find(slot => slot.field === 'year' && rest.length > 1)
  return { start, end: year ? year.start - 2 : text.length, text: '' }
}

/** Replaces the part of the day by the source's, and drops it where the source names none. */
function withDayPart(text: string, source: DateMention): string {
  const part = /\s(morning|noon|afternoon|evening|night)\b/i
  const match = part.exec(text)
  if (!match) return text
  const named = part.exec(source.text)
  return text.replace(part, named ? ` ${named[1].toLowerCase()}` : '')
}

const modifierWords = { START: 'early', MID: 'mid', END: 'late', APPROX: 'around' } as const

/** Replaces "early", "mid" or "late" by what the source says, and drops it where the source says none. */
function withModifier(text: string, source: DateMention): string {
  const match = /^(early|late|mid)([- ])/i.exec(text)
  if (!match) return text
  const { mod } = source.timex
  const word = mod === 'START' || mod === 'MID' || mod === 'END' || mod === 'APPROX' ? modifierWords[mod] : null
  return (word ? word + (word === 'mid' ? '-' : ' ') : '') + text.slice(match[0].length)
}

/** A date in plain words, for a draft whose form cannot take it ("next week", "yesterday"). */
function writePlain({ first, last }: DateParts, source: DateMention): string {
  if (!source.relative || source.days === null || Object.keys(source.written).length > 0) return source.text
  const { year, month, day } = first
  if (last) return source.text
  if (day !== undefined && month !== undefined) return `${monthName(month)} ${day}, ${year}`
  if (month !== undefined) return `${monthName(month)} ${year}`
  if (source.granularity === 'week') {
    const monday = civilDay(source.days.first)
    return `the week of ${monthName(monday.month)} ${monday.day}, ${monday.year}`
  }
  return year === undefined ? source.text : String(year)
}
