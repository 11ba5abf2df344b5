import type { Tokens } from '../../text/tokens'
import { Sign, isSymbol } from '../scan'
import type { NameCandidate } from './candidate'

/**
 * Whether the letters of an acronym stand in a name in order, the first at its beginning (Schwartz and Hearst, 2003, cut to the test
 * of the long form).
 */
function fitsAcronym(acronym: string, name: string): boolean {
  const letters = acronym.toLowerCase()
  const text = name.toLowerCase()
  let at = text.length
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    do at--
    while (at >= 0 && (text[at] !== letters[letter] || (letter === 0 && at > 0 && /[\p{L}\d]/u.test(text[at - 1]))))
    if (at < 0) return false
  }
  return true
}

/** Keys of acronyms that stand in brackets after their name or before it, with the key of the name. */
export function bracketedAcronyms(tokensOf: (passage: number) => Tokens, candidates: readonly NameCandidate[]): Map<string, string> {
  const pairs = new Map<string, string>()
  for (let index = 1; index < candidates.length; index++) {
    const [outer, inner] = [candidates[index - 1], candidates[index]]
    if (outer.passage !== inner.passage || inner.first !== outer.last + 1) continue
    const tokens = tokensOf(inner.passage)
    if (!isSymbol(tokens, outer.last, Sign.openParen) || !isSymbol(tokens, inner.last, Sign.closeParen)) continue
    if (inner.atoms.length === 1 && outer.atoms.length > 1 && fitsAcronym(inner.key, outer.text)) pairs.set(inner.key, outer.key)
    else if (outer.atoms.length === 1 && inner.atoms.length > 1 && fitsAcronym(outer.key, inner.text)) pairs.set(outer.key, inner.key)
  }
  return pairs
}
