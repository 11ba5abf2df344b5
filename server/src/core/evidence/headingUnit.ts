import { recognizeFigures } from '../recognize/figures/recognizeFigures'
import type { BlockKind } from '../text/blocks'
import { readPassage } from '../text/passage'

/** Scales and currencies as headings write them before or after each other, "€m", in the words that stand after a number. */
const scales: Readonly<Record<string, string>> = { m: 'million', mn: 'million', bn: 'billion', b: 'billion', tn: 'trillion', k: 'thousand' }
const currencies: Readonly<Record<string, string>> = { $: 'dollars', us$: 'US dollars', '€': 'euros', '£': 'pounds', '¥': 'yen' }

/** Headings of ages. */
const isAge = /^ages?$/i

/** "$ million", "€m" and "US$bn": a currency's sign before a scale. */
const signedScale = /^((?:US)?\$|[€£¥]) ?([a-z]*)$/i

function inWords(unit: string): string {
  if (isAge.test(unit)) return 'years old'
  const signed = signedScale.exec(unit)
  // "Million crowns" heads a column; after a number it is small
  if (!signed) return /^[A-Z][a-z]/.test(unit) ? unit[0].toLowerCase() + unit.slice(1) : unit
  const scale = signed[2].toLowerCase()
  return `${scales[scale] ?? scale} ${currencies[signed[1].toLowerCase()]}`.trim()
}

/** What may name a unit in a heading: what is in brackets, what is after the last comma or "in", or all of it. */
function candidatesIn(heading: string): string[] {
  const bracketed = /\(([^()]{1,40})\)\s*$/.exec(heading)?.[1]
  const parts = (bracketed ?? heading).split(/, | in /)
  return [parts.at(-1)!, bracketed ?? heading].map(part => inWords(part.trim().replace(/^in /i, '')))
}

/** What {@link isUnit} said of words: all cells of a column stand under the same. Cleared when it is full. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 256

/** Whether a number with these words after it is one figure that they give a unit or a scale. */
function isUnit(words: string): boolean {
  let is = known.get(words)
  if (is !== undefined) return is
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(words, (is = readsAsUnit(words)))
  return is
}

function readsAsUnit(words: string): boolean {
  const text = `12 ${words}`
  const { tokens, sentences } = readPassage(text)
  const [figure, ...more] = recognizeFigures(tokens, sentences, [])
  if (figure === undefined || more.length > 0 || figure.end !== text.length) return false
  return figure.noun === null && (figure.unit !== null || figure.step > 1)
}

/** How many of the nearest headings may give a unit: those of a cell's row and column. */
export const UNIT_HEADINGS = 2

/**
 * The unit that the headings of a table's cell give its bare number: "million euros" of "Sales, million euros", "%" of "Share (%)".
 * @param context of the block, nearest first
 * @returns what would stand after the number, with a space before it, or '' for nothing
 */
export function headingUnit(kind: BlockKind, context: readonly string[]): string {
  if (kind !== 'tableCell') return ''
  const unit = context.slice(0, UNIT_HEADINGS).flatMap(candidatesIn).find(isUnit)
  return unit === undefined ? '' : ` ${unit}`
}
