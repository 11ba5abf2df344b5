import type { Bound, Dimension } from '../figure'

/** A figure while it is being read. Positions are tokens; `next` is the token after it. */
export interface Draft {
  first: number
  next: number
  /** The figure without the words that bound it. */
  amountFirst: number
  amountNext: number
  /** The number itself, sign of currency and unit left out. */
  numberFirst: number
  numberNext: number
  /** The second number of a range or pair; both -1 without one. */
  lastFirst: number
  lastNext: number
  low: number | null
  high: number | null
  second: number | null
  step: number
  /** What its scale word or letter multiplied by, 1 without one. */
  scale: number
  dimension: Dimension
  unit: string | null
  bound: Bound
  vague: boolean
  weak: boolean
  isLapse: boolean
  per: string | null
  series: string | null
  /** Whether the number is one word with the noun after it: "2-day", "11-point", "single storey". */
  hyphenated: boolean
}

/** A draft of an exact value. */
export const exactDraft = (first: number, next: number, value: number, step: number, dimension: Dimension): Draft => ({
  first,
  next,
  amountFirst: first,
  amountNext: next,
  numberFirst: first,
  numberNext: next,
  lastFirst: -1,
  lastNext: -1,
  low: value,
  high: value,
  second: null,
  step,
  scale: 1,
  dimension,
  unit: null,
  bound: 'exact',
  vague: false,
  weak: false,
  isLapse: false,
  per: null,
  series: null,
  hyphenated: false,
})
