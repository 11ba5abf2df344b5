import type { Granularity } from '../date'

/** A named day: the day number it falls on in a year; a day of history is the same for every year. */
export type Holiday = (year: number) => number

/** A year as written, or counted from the document's year: "last year" is -1. */
export interface YearPart {
  readonly year?: number
  readonly yearShift?: number
}

/** Which one of many is meant: "last" -1, "this" 0, "next" 1. Absent where nothing says so and the sentence's tense decides. */
export interface Deictic {
  readonly deixis?: -1 | 0 | 1
}

/** Calendar fields: "Friday, October 24, 2025", "last November", "2025", "the 10th", "Tuesday of next week". */
export interface FieldsAnchor extends YearPart, Deictic {
  readonly kind: 'fields'
  readonly month?: number
  readonly day?: number
  /** Monday 1 to Sunday 7 */
  readonly weekday?: number
  /** Weeks from the document's week, for a weekday. */
  readonly weekShift?: number
  /** Months from the document's month, for a day of the month. */
  readonly monthShift?: number
}

/** A season (spring 1 … winter 4), quarter, half-year or a fiscal year. */
export interface PartAnchor extends YearPart, Deictic {
  readonly kind: 'part'
  readonly unit: 'season' | 'quarter' | 'half' | 'fiscalYear'
  readonly number: number
}

/** A unit counted from the document's date: "next week" is week 1, "two years ago" year -2, "yesterday" day -1. */
export interface ShiftAnchor {
  readonly kind: 'shift'
  readonly unit: ShiftUnit
  readonly by: number
  /** Counted from the date that the text spoke of before: "the day before", "a year earlier". */
  readonly anaphoric?: boolean
}

/** Units that dates are counted in. */
export type ShiftUnit = 'minute' | 'hour' | 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'decade' | 'century'

/** A run of whole years with a name: "the 1940s", "the 19th century". */
export interface YearsAnchor {
  readonly kind: 'years'
  readonly unit: 'decade' | 'century'
  readonly first: number
  readonly last: number
}

/** A feast or other day with a name: "Christmas", "Easter 2026", "last Thanksgiving". */
export interface HolidayAnchor extends YearPart, Deictic {
  readonly kind: 'holiday'
  readonly holiday: Holiday
}

/** The n-th weekday or week of a month or year: "the first Monday of September", "the last week of October". */
export interface NthAnchor extends YearPart, Deictic {
  readonly kind: 'nth'
  readonly unit: 'weekday' | 'week' | 'weekend' | 'day' | 'month'
  readonly weekday?: number
  readonly n: number
  readonly month?: number
  readonly monthShift?: number
}

/** A stretch counted from another date: "three days after January 12", "two weeks before Christmas". */
export interface OffsetAnchor {
  readonly kind: 'offset'
  readonly unit: ShiftUnit
  readonly by: number
  readonly from: Anchor
}

/** Months up to the end of another date: "the three months to June 30", "six months ended December". */
export interface MonthsAnchor {
  readonly kind: 'months'
  readonly count: number
  readonly to: Anchor
}

/** The week or weekend around another date: "the week of April 10", "Labor Day weekend". */
export interface AroundAnchor {
  readonly kind: 'around'
  readonly unit: 'week' | 'weekend'
  readonly of: Anchor
}

/** A numbered week of a year: "week 31 of 2025". */
export interface WeekAnchor extends YearPart {
  readonly kind: 'week'
  readonly number: number
}

/** A word for now, the past or the future: TIMEX3 PRESENT_REF, PAST_REF, FUTURE_REF. */
export interface ReferenceAnchor {
  readonly kind: 'reference'
  readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'
}

/** A time of day alone: its day is the day that the text speaks of. */
export interface TimeAnchor {
  readonly kind: 'time'
}

/** What places a date in the calendar. */
export type Anchor =
  | FieldsAnchor
  | PartAnchor
  | ShiftAnchor
  | OffsetAnchor
  | MonthsAnchor
  | AroundAnchor
  | WeekAnchor
  | YearsAnchor
  | HolidayAnchor
  | NthAnchor
  | ReferenceAnchor
  | TimeAnchor

/** A time of day. */
export interface Clock {
  /** 0 to 24 */
  readonly hour: number
  readonly minute?: number
  readonly second?: number
  /** As TIMEX3 writes it: "Z", "-05:00"; absent where the text gives none. */
  readonly zone?: string
}

/** A part of the day as TIMEX3 writes it: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'

/** TIMEX3 modifiers: early, mid, late, about. */
export type Modifier = 'START' | 'MID' | 'END' | 'APPROX'

/** A date as the grammar reads it, before it is resolved. Tokens from `first` up to, not including, `next`. */
export interface DateExpression {
  readonly first: number
  readonly next: number
  readonly anchor: Anchor
  readonly dayPart?: DayPart
  readonly clock?: Clock
  readonly modifier?: Modifier
}

/** An expression of calendar fields over tokens. */
export const fields = (first: number, next: number, anchor: Omit<FieldsAnchor, 'kind'>): DateExpression => ({
  first,
  next,
  anchor: { kind: 'fields', ...anchor },
})

/** An anchor counted in units from the document's date, or, where anaphoric, from the date before. */
export const shift = (unit: ShiftUnit, by: number, anaphoric = false): ShiftAnchor => ({
  kind: 'shift',
  unit,
  by,
  ...(anaphoric && { anaphoric }),
})

/** A day of no year in particular. */
export interface MonthDay {
  readonly month: number
  readonly day: number
}

/** What an expression means in the calendar. */
export interface Resolved {
  readonly type: 'DATE' | 'TIME'
  readonly value: string
  readonly granularity: Granularity
  readonly days: { readonly first: number; readonly last: number } | null
  readonly relative: boolean
  /** The month and day that an expression comes to that writes neither, where the year is open: "two days later". */
  readonly reckoned?: MonthDay
}
