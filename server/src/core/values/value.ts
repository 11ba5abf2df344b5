import type { DateMention } from '../recognize/date'
import type { Figure } from '../recognize/figure'
import type { Span } from '../text/span'
import { compareClaimedDate } from './compareDates'
import { compareFigures } from './compareFigures'
import type { Comparison } from './comparison'
import { quantityBeside } from './quantities'

/** A figure or a date: what claims state and evidence gives. */
export type Value = { readonly kind: 'figure'; readonly figure: Figure } | { readonly kind: 'date'; readonly date: DateMention }

/** The span of a value in its passage. */
export const valueSpan = (value: Value): Span => (value.kind === 'figure' ? value.figure : value.date)

/** A value as it is written. */
export const valueText = (value: Value): string => (value.kind === 'figure' ? value.figure.text : value.date.text)

/** Compares a draft's value with an article's. Tolerance is the claim's: a coarse claim may stand for a precise source, not the other way. */
export function compareValues(claim: Value, evidence: Value): Comparison {
  if (claim.kind === 'figure') return evidence.kind === 'figure' ? compareFigures(claim.figure, evidence.figure) : 'incomparable'
  return evidence.kind === 'date' ? compareClaimedDate(claim.date, evidence.date) : 'incomparable'
}

/** The number that a figure writes, on the scale it shares with another one; null where they share none or it is no positive number. */
function sizeBeside(figure: Figure, other: Figure): number | null {
  const quantity = quantityBeside(figure, other)
  const size = quantity === null ? null : (quantity.high ?? quantity.low)
  return size !== null && size > 0 ? size : null
}

/** How far two values lie apart: the natural logarithm of the ratio of two figures; months between days. 0 where there is no telling. */
export function apart(a: Value, b: Value): number {
  if (a.kind === 'figure' && b.kind === 'figure') {
    const [x, y] = [sizeBeside(a.figure, b.figure), sizeBeside(b.figure, a.figure)]
    return x !== null && y !== null ? Math.abs(Math.log(x / y)) : 0
  }
  if (a.kind === 'date' && b.kind === 'date' && a.date.days !== null && b.date.days !== null)
    return Math.abs(a.date.days.first - b.date.days.first) / 30
  return 0
}
