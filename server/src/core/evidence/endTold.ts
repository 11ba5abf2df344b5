import { conceptNamed, conceptsOf } from '../grounding/words/concepts'
import { tokenize } from '../text/tokens'
import type { BlockKind } from '../text/blocks'
import { WordRole, type PassageAnalysis, type PlacedValue } from './passageAnalysis'

/** What says that something is over at a date. */
const ends: ReadonlySet<number> = new Set(['end', 'finish'].map(conceptNamed))

const DAY = conceptNamed('day')
const lastDay: ReadonlySet<number> = new Set(['last', 'final'].map(conceptNamed))

/** Whether a word says that something is over: "ends", or the "day" of "last day". */
const isEnd = (concepts: ArrayLike<number>, at: number): boolean =>
  ends.has(concepts[at]) || (concepts[at] === DAY && at > 0 && lastDay.has(concepts[at - 1]))

/** How many words may stand between: "ends his tour of Asia on". */
const REACH = 9

/** Whether the words beside a date, in its clause and with no other value between, say that something ends. */
function tellsEndBeside(analysis: PassageAnalysis, { first, last, sentence }: PlacedValue): boolean {
  const { concepts, roles, values, passage } = analysis
  const { first: low, last: high } = passage.sentences[sentence]
  const inValue = (at: number): boolean => values.some(value => value.first <= at && at < value.last)
  const reaches = (from: number, step: 1 | -1): boolean => {
    for (let at = from, words = 0; at >= low && at < high && words < REACH; at += step) {
      if (roles[at] === WordRole.border || inValue(at)) return false
      if (isEnd(concepts, at)) return true
      if (concepts[at] !== 0) words++
    }
    return false
  }
  const opens = concepts.subarray(low, first).every((concept, at) => concept === 0 || roles[low + at] >= WordRole.function)
  return reaches(first - 1, -1) || (opens && reaches(last, 1))
}

/**
 * Marks the dates of a draft that tell when something ends though no "until" stands before them: "ends his tour on 30 October",
 * "30 October: last day of the tour".
 * @param byHeading whether what the passage stands under says so, as {@link headingTellsEnd} gives it
 */
export function withEnds(analysis: PassageAnalysis, byHeading: boolean): PassageAnalysis {
  const values = analysis.values.map((placed): PlacedValue => {
    const { value } = placed
    if (value.kind !== 'date' || value.date.relation !== 'at' || value.date.writtenLast !== null) return placed
    if (!byHeading && !tellsEndBeside(analysis, placed)) return placed
    return { ...placed, value: { kind: 'date', date: { ...value.date, relation: 'end' } } }
  })
  return { ...analysis, values }
}

const asksUntilWhen = /\b(?:until|till|by) (?:when|what date|which (?:date|day))\b/i

/**
 * Whether the heading of a table's row says that its date is the end of something: "Until when?", "Last day", "Truce expires".
 * @param context of the block, nearest first
 */
export function headingTellsEnd(kind: BlockKind, context: readonly string[]): boolean {
  if (kind !== 'tableCell' || context.length === 0) return false
  const concepts = conceptsOf(tokenize(context[0]))
  return asksUntilWhen.test(context[0]) || concepts.some((_, at) => isEnd(concepts, at))
}
