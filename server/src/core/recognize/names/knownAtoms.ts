import type { Tokens } from '../../text/tokens'
import { textOfAtoms, type Atom } from './atoms'
import type { Run } from './capitalRuns'
import { WordClass, classOf, knownName, mayBeKnown, type KnownName } from './lexicon'
import { nameKey } from './nameKey'

/** Words that known names have at most. */
const LONGEST_KNOWN = 7

/** Words that end the names of organisations, places and other things. */
export const heads = WordClass.organizationHead | WordClass.placeHead | WordClass.otherHead

/** Whether an atom is any of the {@link WordClass} flags. */
export const has = (atom: Atom, flags: number): boolean => (atom.word & flags) !== 0

const beginsKnown = (tokens: Tokens, atoms: Run): boolean => (classOf(tokens, atoms[0].first) & WordClass.knownStart) !== 0

/** Whether an atom is one word of ASCII letters. */
function isPlainWord({ text, starts, ends }: Tokens, { first, last }: Atom): boolean {
  if (last !== first + 1) return false
  for (let at = starts[first]; at < ends[first]; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

/** What the lexicon knows of a name of these atoms. */
export function knownAtoms(tokens: Tokens, atoms: Run): KnownName | undefined {
  if (atoms.length === 0 || atoms.length > LONGEST_KNOWN) return undefined
  if (atoms.length > 1 ? !beginsKnown(tokens, atoms) : isPlainWord(tokens, atoms[0]) && !mayBeKnown(tokens.hashes[atoms[0].first]))
    return undefined
  return knownName(nameKey(textOfAtoms(tokens, atoms)))
}

/** Length of the longest known name at the beginning of atoms, 0 for none. */
export function knownPrefix(tokens: Tokens, atoms: Run): number {
  if (atoms.length === 0) return 0
  const longest = beginsKnown(tokens, atoms) ? Math.min(atoms.length, LONGEST_KNOWN) : 1
  for (let length = longest; length > 0; length--) if (knownAtoms(tokens, atoms.slice(0, length))) return length
  return 0
}

/** Whether the atoms end as names of things do ("Bank", "River", "Summit") and are no "Tyra Banks". */
export function endsInHead(atoms: Run): boolean {
  const last = atoms[atoms.length - 1]
  if (has(last, heads)) return true
  return atoms.some(atom => atom.join === 'of') && has(atoms[0], WordClass.ofHead)
}
