import type { DateMention } from '../recognize/date'
import type { Figure } from '../recognize/figure'
import type { Span } from '../text/span'
import { compareDates } from './compareDates'
import { compareFigures } from './compareFigures'

/** A figure or a date: what claims state and evidence gives. */
export type Value = { readonly kind: 'figure'; readonly figure: Figure } | { readonly kind: 'date'; readonly date: DateMention }

/**
 * How two values relate: `equal`; `compatible`, where one allows the other (rounding, bounds, granularity, units); `different`;
 * `incomparable`, where they are of different kinds and neither speaks for or against the other.
 */
export type Comparison = 'equal' | 'compatible' | 'different' | 'incomparable'

/** The span of a value in its passage. */
export const valueSpan = (value: Value): Span => (value.kind === 'figure' ? value.figure : value.date)

/** Compares a draft's value with an article's. Tolerance is the claim's: a coarse claim may stand for a precise source, not the other way. */
export function compareValues(claim: Value, evidence: Value): Comparison {
  if (claim.kind === 'figure') return evidence.kind === 'figure' ? compareFigures(claim.figure, evidence.figure) : 'incomparable'
  return evidence.kind === 'date' ? compareDates(claim.date, evidence.date) : 'incomparable'
}

/**
 * How far two values lie apart: the natural logarithm of the ratio of two figures; for days, in units of a month. 0 where there is no
 * telling.
 */
export function signedApart(a: Value, b: Value): number {
  if (a.kind === 'figure' && b.kind === 'figure') {
    const x = a.figure.high ?? a.figure.low
    const y = b.figure.high ?? b.figure.low
    return x !== null && y !== null && x > 0 && y > 0 ? Math.log(x / y) : 0
  }
  if (a.kind === 'date' && b.kind === 'date' && a.date.days !== null && b.date.days !== null)
    return (a.date.days.first - b.date.days.first) / 30
  return 0
}

/** {@link signedApart} without its sign. */
export const apart = (a: Value, b: Value): number => Math.abs(signedApart(a, b))
