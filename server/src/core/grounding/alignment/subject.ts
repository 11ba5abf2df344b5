import { analyzePassage, saysSomething, WordRole, type PassageAnalysis, type SubjectWords } from '../../evidence/passageAnalysis'
import type { BlockKind } from '../../text/blocks'
import { wordSet } from '../../text/vocabulary'
import type { Value } from '../../values/value'

/** What stands outside a block that its claims are about. */
export interface Subject extends SubjectWords {
  /** Dates among the words, which say what time is meant: "Q2 2025" above a column. */
  readonly dates: readonly Value[]
}

/** From how many telling words of its own on a block says itself what its claims are about. */
const ENOUGH = 4

/** How many telling words a passage has beside its figures and dates. */
function tellingWords({ concepts, roles, values }: PassageAnalysis): number {
  let count = 0
  let value = 0
  for (let at = 0; at < concepts.length; at++) {
    while (value < values.length && values[value].last <= at) value++
    const inValue = value < values.length && values[value].first <= at
    if (!inValue && concepts[at] !== 0 && saysSomething(roles[at])) count++
  }
  return count
}

/** Words that say that figures or dates follow, not what of. */
const announces = wordSet(
  'question answer figures figure numbers number key facts fact data overview summary glance brief briefing details statistics background status table list ' +
    'timeline calendar chronology diary dates date event events item items value values amount total other further next',
)

/** Reads headings: their dates are told apart, and what only announces figures says nothing of them. */
function readHeadings(text: string): Subject {
  const { concepts, roles, values, passage } = analyzePassage(text, null)
  const { words } = passage.tokens
  const dates = values.filter(({ value }) => value.kind === 'date')
  const said = concepts.map((concept, at) => (announces(words[at]) ? 0 : concept))
  for (const { first, last } of dates) said.fill(0, first, last)
  return { concepts: said, roles, dates: dates.map(({ value }) => value) }
}

/** The names and dates of headings: whatever else a block says, "In Europe:" above it says where. */
function scopeOf({ concepts, roles, dates }: Subject): Subject {
  return { concepts: concepts.map((concept, at) => (roles[at] === WordRole.name ? concept : 0)), roles, dates }
}

/**
 * The words elsewhere that the claims of a block are about: a cell's row and column headings, or what leads a list in, be it a sentence
 * or the heading above. A block that says enough itself takes only the names and dates of them.
 * @param context of the block, nearest first
 * @param analysis of its prose
 * @returns them, or null for a block that stands for itself
 */
export function subjectOf(kind: BlockKind, context: readonly string[], analysis: PassageAnalysis): Subject | null {
  if (context.length === 0 || (kind !== 'tableCell' && kind !== 'listItem')) return null
  const subject = readHeadings(context.slice(0, kind === 'tableCell' ? 2 : 1).join('\n'))
  return tellingWords(analysis) < ENOUGH ? subject : scopeOf(subject)
}
