import type { Span } from '../text/span'

/** A temporal value as in TimeML (ISO 24617-1), cut to what Groundcheck uses. */
export interface Timex {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** "2025-11-10", "2025-W43", "2025-10", "2025-SP", "2019/2023" for a range; "XXXX-11-10" where the year is not known. */
  readonly value: string
  readonly mod?: 'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | 'ON_OR_BEFORE' | 'ON_OR_AFTER'
}

/** The size of the calendar unit that a date names. */
export type Granularity =
  'time' | 'dayPart' | 'day' | 'weekend' | 'week' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade' | 'century' | 'vague'

/** The calendar fields that the text itself writes. Weekdays count from Monday, 1, to Sunday, 7; hours from 0 to 23. */
export interface WrittenFields {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly weekday?: number
  readonly hour?: number
  readonly minute?: number
}

/** A temporal expression in a text. Offsets count UTF-16 code units of that text. */
export interface DateMention extends Span {
  readonly text: string
  readonly timex: Timex
  readonly granularity: Granularity
  /** First and last day meant, as days since 1970-01-01; null where the document's date is needed and not known. */
  readonly days: { readonly first: number; readonly last: number } | null
  /** What is written out, of the date or of a range's first member, and of its last member. */
  readonly written: WrittenFields
  readonly writtenLast: WrittenFields | null
  /** Whether the value was reckoned from the document's date ("on Friday", "next week", "two years ago"). */
  readonly relative: boolean
  /** How the date bounds what it dates: "since spring", "until Nov. 10", "by Friday"; `end` where other words say so, "ends on Friday". */
  readonly relation: 'at' | 'since' | 'until' | 'before' | 'after' | 'by' | 'end'
}

/** What is known of the document that a date stands in. */
export interface DateContext {
  /** The day the document was published, as days since 1970-01-01, or null. */
  readonly documentDay: number | null
}
