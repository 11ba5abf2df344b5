import type { Span } from '../text/span'

/** What a figure measures. Two figures are compared only within one dimension. */
export type Dimension =
  | 'count'
  | 'percent'
  | 'percentagePoint'
  | 'money'
  | 'ordinal'
  | 'age'
  | 'duration'
  | 'length'
  | 'area'
  | 'mass'
  | 'volume'
  | 'speed'
  | 'temperature'
  | 'angle'
  | 'energy'
  | 'power'
  | 'data'
  | 'frequency'
  | 'pressure'
  | 'score'
  | 'ratio'
  | 'multiple'
  | 'fraction'
  | 'digits'
  | 'designation'

/** How the words around a number bound it: `about` and `nearly` leave both ends open a little. */
export type Bound = 'exact' | 'about' | 'nearly' | 'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'range'

/** What an ordinal is reckoned by that ranks within a time alone: "the first cup since 1998". */
export const SINCE = 'since'

/** What a figure is reckoned by where its sentence does not name it: "£100 each". */
export const EACH = 'each'

/** A quantity in a text. Offsets count UTF-16 code units of that text. */
export interface Figure extends Span {
  readonly text: string
  readonly dimension: Dimension
  /** The least and greatest value meant, in `unit`; null where open ("up to 7%" has no low). Equal for an exact value. */
  readonly low: number | null
  readonly high: number | null
  /** Second members, for a score or ratio: "2-1" is 2 and 1, "1 in 16" 1 and 16. */
  readonly second: number | null
  /** The unit's symbol ("%", "USD", "km", "day", "°C"), or null for bare counts. Values are not converted. */
  readonly unit: string | null
  readonly bound: Bound
  /** "dozens", "several hundred", "triple-digit": an order of magnitude, not a value. */
  readonly vague: boolean
  /** The step of the last written digit, in `unit`: 1e8 for "3.5bn", 0.01 for "0.50", 1 for "seven". */
  readonly step: number
  /** The step of the last digit that is no trailing zero; as `step` where decimals are written: 1e6 for "2,000,000", 0.001 for "3.500". */
  readonly roundStep: number
  /** The figure without the words that bound it: "$3.5bn" of "more than $3.5bn". */
  readonly amount: Span
  /** The number itself, scale included, without sign of currency and unit: "3.5bn". Of two numbers the first. */
  readonly number: Span
  /** The second number of a range, score or ratio, or null. */
  readonly lastNumber: Span | null
  /** Lower-case head noun of what is counted or qualified ("seats" of "47 marginal seats", "duty" of "a 19% duty"), or null. */
  readonly noun: string | null
  readonly nounSpan: Span | null
  /** The series that a designation is of, in lower case ("section" of "Section 301"); null for a quantity. */
  readonly series: string | null
  /** What the figure is reckoned by: "share" of "$5 per share", "year" of "15 a year", {@link SINCE}, {@link EACH}; null for a plain figure. */
  readonly per: string | null
  /** Whether it is the time between two events, "three years after", and no length of its own, as in "a three-year deal". */
  readonly isLapse: boolean
  /** "one", "first", "second", "half", …: words that often count nothing that a source would state. */
  readonly weak: boolean
}
