import { conceptNamed, conceptSet, conceptsOf } from '../words/concepts'
import { tokenize } from '../text/tokens'
import type { BlockKind } from '../text/blocks'
import { WordRole, type PassageAnalysis, type PlacedValue } from './passageAnalysis'

/** What says that something is over at a date. */
const ends: ReadonlySet<number> = conceptSet('end finish')

const DAY = conceptNamed('day')
const lastDay: ReadonlySet<number> = conceptSet('last final')

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

/** What a heading says of the dates under it: that something ends then, or begins. */
export type EndTold = 'end' | 'since'

/**
 * Marks the dates of a draft that tell when something ends though no "until" stands before them: "ends his tour on 30 October",
 * "30 October: last day of the tour".
 * @param byHeading what the passage stands under says, as {@link endToldByHeading} gives it
 */
export function withEnds(analysis: PassageAnalysis, byHeading: EndTold | null): PassageAnalysis {
  const values = analysis.values.map((placed): PlacedValue => {
    const { value } = placed
    if (value.kind !== 'date' || value.date.relation !== 'at' || value.date.writtenLast !== null) return placed
    const relation = byHeading ?? (tellsEndBeside(analysis, placed) ? 'end' : null)
    return relation === null ? placed : { ...placed, value: { kind: 'date', date: { ...value.date, relation } } }
  })
  return { ...analysis, values }
}

const asksUntilWhen = /\b(?:until|till|by) (?:when|what date|which (?:date|day))\b/i

const headsEnds = /^(?:to|until|till|through|thru)$/i

const headsBeginnings = /^(?:from|since)$/i

/**
 * Whether the headings of a table's row and column say that its date is the end of something, or its beginning: "Until when?",
 * "Last day", "Truce expires", and "From" beside "To".
 * @param context of the block, nearest first
 */
export function endToldByHeading(kind: BlockKind, context: readonly string[]): EndTold | null {
  if (kind !== 'tableCell' || context.length === 0) return null
  const headings = context.slice(0, ROW_AND_COLUMN)
  if (headings.some(heading => headsBeginnings.test(heading))) return 'since'
  const concepts = conceptsOf(tokenize(context[0]))
  const isOfEnd = asksUntilWhen.test(context[0]) || headings.some(heading => headsEnds.test(heading))
  return isOfEnd || concepts.some((_, at) => isEnd(concepts, at)) ? 'end' : null
}

/** How many of the nearest headings are those of a cell's row and column. */
const ROW_AND_COLUMN = 2
