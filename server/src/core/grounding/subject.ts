import { readWords, saysSomething, WordRole, type PassageAnalysis, type SubjectWords } from '../evidence/passageAnalysis'
import type { BlockKind } from '../text/blocks'

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

/** The names among some words: whatever else a block says, "In Europe:" above it says where. */
function namesAmong({ concepts, roles }: SubjectWords): SubjectWords {
  return { concepts: concepts.map((concept, at) => (roles[at] === WordRole.name ? concept : 0)), roles }
}

/**
 * The words elsewhere that the claims of a block are about: a cell's row and column headings, or what leads a list in, be it a sentence
 * or the heading above. A block that says enough itself takes only the names of them.
 * @param context of the block, nearest first
 * @param analysis of its prose
 * @returns the words, or null for a block that stands for itself
 */
export function subjectOf(kind: BlockKind, context: readonly string[], analysis: PassageAnalysis): SubjectWords | null {
  if (context.length === 0 || (kind !== 'tableCell' && kind !== 'listItem')) return null
  const words = readWords(context.slice(0, kind === 'tableCell' ? 2 : 1).join('\n'))
  return tellingWords(analysis) < ENOUGH ? words : namesAmong(words)
}
