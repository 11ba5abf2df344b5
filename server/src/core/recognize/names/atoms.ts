import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { Sign, isApostrophe, isGlued, isHyphen, isSymbol, isWord, lowerTextAt } from '../scan'
import { WordClass, classOf, knownName, knownWord, wordClass } from './lexicon'
import { nameKey } from './nameKey'

/**
 * One word of a name as a reader sees it: "Okonjo-Iweala", "U.S.", "O'Neill", "St.", "A380". Tokens `first` up to `last`,
 * and how it is joined to the word before it in a run.
 */
export interface Atom {
  readonly first: number
  readonly last: number
  /** {@link WordClass} flags of its head: the last part of a hyphened word, the only part of others. */
  readonly word: number
  /** Letters all capital, two or more, as in an acronym. */
  readonly upper: boolean
  /** Written with digits or with a small first letter: a model or brand. */
  readonly coded: boolean
  /** Whether a possessive mark follows. */
  readonly possessive: boolean
  readonly join: Join
}

/** How a word of a run hangs on the one before it. */
export type Join = 'start' | 'space' | 'of' | 'and' | 'particle' | 'comma'

/** Tokens that one atom may have; what goes on longer is no name. */
const LONGEST = 16
const contractions = new Set(['s', 't', 'd', 'm', 'll', 're', 've'])

export const isCapital = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && tokens.cases[at] >= LetterCase.capitalised
export const isLower = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && tokens.cases[at] === LetterCase.lower
const isInitial = (tokens: Tokens, at: number): boolean => isCapital(tokens, at) && tokens.ends[at] - tokens.starts[at] === 1

/** Where the letters of "U.S." end, its last point included; `at` where there are no two initials with points. */
function endOfInitials(tokens: Tokens, at: number): number {
  let end = at
  let letters = 0
  while (
    isInitial(tokens, end) &&
    (end === at || isGlued(tokens, end)) &&
    isGlued(tokens, end + 1) &&
    isSymbol(tokens, end + 1, Sign.point)
  ) {
    end += 2
    letters++
  }
  // the last letter may lack its point: "U.S"
  if (letters > 0 && isInitial(tokens, end) && isGlued(tokens, end)) return end + 1
  return letters > 1 ? end : at
}

/** Whether a hyphen stands between two names rather than within one: "US-China", against "Asia-Pacific". */
function separates(tokens: Tokens, hyphen: number): boolean {
  const side = (at: number): boolean => (classOf(tokens, at) & WordClass.nationality) !== 0 || knownWord(tokens, at)?.kind === 'place'
  if (!side(hyphen - 1) || !side(hyphen + 1)) return false
  return knownName(nameKey(tokens.text.slice(tokens.starts[hyphen - 1], tokens.ends[hyphen + 1]))) === undefined
}

/** What of a token glued after an atom belongs to it; the end after it, or `end` itself. */
function endOfGlued(tokens: Tokens, end: number, limit: number): number {
  if (end >= limit || !isGlued(tokens, end)) return end
  if (tokens.kinds[end] === TokenKind.digits) return end + 1
  const next = end + 1
  if (tokens.kinds[end] === TokenKind.word) return next
  if (next >= limit || !isGlued(tokens, next)) return end
  if (isHyphen(tokens, end) && isCapital(tokens, next)) return separates(tokens, end) ? end : next + 1
  if (isHyphen(tokens, end) && tokens.kinds[next] === TokenKind.digits) return next + 1
  if (isSymbol(tokens, end, Sign.ampersand) && isCapital(tokens, next)) return next + 1
  if (isSymbol(tokens, end, Sign.point) && isLower(tokens, next)) return next + 1
  if (isApostrophe(tokens, end) && isWord(tokens, next) && !contractions.has(lowerTextAt(tokens, next))) return next + 1
  return end
}

/** Whether a point after token `at` belongs to it: "St.", "Jr.", the initial in "John F. Kennedy". */
function takesPoint(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at + 1) || !isSymbol(tokens, at + 1, Sign.point)) return false
  if ((classOf(tokens, at) & WordClass.abbreviation) !== 0) return true
  return isInitial(tokens, at) && isCapital(tokens, at + 2)
}

function endOfAtom(tokens: Tokens, at: number, limit: number): number {
  const initials = endOfInitials(tokens, at)
  if (initials > at) return Math.min(initials, limit)
  let end = at + 1
  const bound = Math.min(limit, at + LONGEST)
  for (let next = endOfGlued(tokens, end, bound); next > end; next = endOfGlued(tokens, end, bound)) end = next
  return end === at + 1 && end < limit && takesPoint(tokens, at) ? end + 1 : end
}

function isPossessive(tokens: Tokens, end: number): boolean {
  if (!isApostrophe(tokens, end) || end >= tokens.count) return false
  if (tokens.gaps[end] !== Gap.none) return false
  if (isWord(tokens, end + 1) && isGlued(tokens, end + 1)) return lowerTextAt(tokens, end + 1) === 's'
  return lowerTextAt(tokens, end - 1).endsWith('s')
}

/** "C.E.O." is the title that "CEO" is; other initials are no words. */
function classOfInitials(tokens: Tokens, first: number, last: number): number {
  const letters = tokens.text.slice(tokens.starts[first], tokens.ends[last - 1]).replace(/[^\p{L}]/gu, '')
  return wordClass(letters.toLowerCase()) & WordClass.title
}

/**
 * Reads the atom that begins at a capitalised token.
 * @param limit the end of the sentence
 */
export function readAtom(tokens: Tokens, at: number, limit: number, join: Join): Atom {
  const last = endOfAtom(tokens, at, limit)
  let head = last - 1
  while (head > at && tokens.kinds[head] !== TokenKind.word) head--
  const dotted = last - at > 2 && isSymbol(tokens, at + 1, Sign.point) && isInitial(tokens, at)
  let digits = false
  for (let each = at; each < last; each++) if (tokens.kinds[each] === TokenKind.digits) digits = true
  const firstLetter = tokens.text[tokens.starts[at]]
  return {
    first: at,
    last,
    word: dotted ? classOfInitials(tokens, at, last) : classOf(tokens, head),
    upper: dotted || tokens.cases[at] === LetterCase.upper,
    coded: digits || (tokens.cases[at] === LetterCase.mixed && firstLetter === firstLetter.toLowerCase()),
    possessive: isPossessive(tokens, last),
    join,
  }
}

/** The text of atoms as a name is written: one space where the source has any. */
export function textOfTokens(tokens: Tokens, first: number, last: number): string {
  const { text, starts, ends, gaps } = tokens
  let plain = true
  for (let at = first + 1; at < last && plain; at++)
    plain = gaps[at] === Gap.none || (starts[at] - ends[at - 1] === 1 && gaps[at] === Gap.space)
  if (plain) {
    const written = text.slice(starts[first], ends[last - 1])
    return written.includes('\u00a0') ? written.replaceAll('\u00a0', ' ') : written
  }
  let out = text.slice(starts[first], ends[first])
  for (let at = first + 1; at < last; at++) out += (gaps[at] === Gap.none ? '' : ' ') + text.slice(starts[at], ends[at])
  return out
}

/** The text of a name, brackets inside it left out: "Vladimir Putin" of "(Russian President Vladimir) Putin". */
export function textOfAtoms(tokens: Tokens, atoms: readonly Atom[]): string {
  const bracket = atoms.findIndex((atom, index) => index > 0 && isSymbol(tokens, atom.first - 1, Sign.closeParen))
  if (bracket < 0) return textOfTokens(tokens, atoms[0].first, atoms[atoms.length - 1].last)
  return `${textOfAtoms(tokens, atoms.slice(0, bracket))} ${textOfAtoms(tokens, atoms.slice(bracket))}`
}
