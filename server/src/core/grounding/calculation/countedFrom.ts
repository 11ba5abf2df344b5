import type { PlacedValue } from '../../evidence/passageAnalysis'

/** "two days later", "three days after that", "a week earlier": a date that is counted from the one before it. */
const counts = /\b(?:days?|weeks?|months?|years?) (?:earlier|later|before|after|afterwards?)(?: that)?$/i

/**
 * Which date of a passage another one is counted from: the last day before it.
 * @param claims the values of the passage, in their order
 * @param at which of them is asked for
 * @returns its index, or -1 for a value that counts from none of them
 */
export function countedFrom(claims: readonly PlacedValue[], at: number): number {
  const { value } = claims[at]
  if (value.kind !== 'date' || !counts.test(value.date.text)) return -1
  return claims.slice(0, at).findLastIndex(({ value: before }) => before.kind === 'date' && before.date.written.day !== undefined)
}
