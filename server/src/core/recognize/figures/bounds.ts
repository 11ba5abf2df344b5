import { Gap, TokenKind, type Tokens } from '../../text/tokens'
import { internWord, wordSet } from '../../text/vocabulary'
import type { Bound } from '../figure'
import { isGlued, isOneOf, isSymbol, Sign, wordAt } from '../scan'

/** A phrase of words around a number, with the bound it sets. */
interface Phrase {
  readonly words: readonly number[]
  readonly bound: Bound
}

const phrases = (table: Partial<Record<Bound, string>>): Phrase[] =>
  Object.entries(table).flatMap(([bound, list]) =>
    list
      .split(',')
      .map(phrase => phrase.trim().split(/\s+/))
      .map(words => ({ words: words.map(internWord), bound: bound as Bound })),
  )

const isThan = wordSet('than')

/** Longest first, so that "no more than" is not read as "more than". */
const longestFirst = (list: Phrase[]): Phrase[] => list.sort((a, b) => b.words.length - a.words.length)

function byWord(list: Phrase[], key: (phrase: Phrase) => number): (Phrase[] | undefined)[] {
  const table: (Phrase[] | undefined)[] = []
  for (const phrase of longestFirst(list)) (table[key(phrase)] ??= []).push(phrase)
  return table
}

/** Phrases before a number, found by their last word. */
const before = byWord(
  phrases({
    atMost: `up to, as much as, as many as, as high as, as long as, as far as, at most, at the most, no more than, not more than, no greater than,
      no higher than, no longer than, a maximum of, maximum of, max, not exceeding, less than or equal to, maximum`,
    atLeast: `at least, at the least, no less than, no fewer than, not less than, not fewer than, no lower than, a minimum of, minimum of, as little as,
      as few as, as low as, upwards of, upward of, minimum, starting at, starting from`,
    moreThan: `more than, greater than, larger than, higher than, bigger than, longer than, over, above, well over, well above, just over,
      just above, slightly over, slightly more than, just more than, little more than, a little over, in excess of, exceeding, exceeds, exceed, exceeded,
      surpassing, surpassed, surpass, topping, beyond, much more than, far more than, north of, older than`,
    lessThan: `less than, fewer than, smaller than, lower than, shorter than, under, below, well under, well below, just under, just below, slightly under,
      slightly less than, just less than, a little under, short of, south of, younger than`,
    nearly: `nearly, almost, close to, approaching, just shy of, not quite, virtually, nearing`,
    about: `about, around, roughly, approximately, approx, some, an estimated, estimated, circa, somewhere around, in the region of, on the order of,
      in the order of, more or less, or so, give or take, a reported, a rough, most`,
  }),
  phrase => phrase.words.at(-1)!,
)

/** Phrases after a number and its unit or noun, found by their first word. */
const behind = byWord(
  phrases({
    atLeast:
      'or more, or over, or above, or greater, or higher, or older, or better, and over, and above, and more, and up, and older, at least, at a minimum, plus',
    atMost: 'or less, or fewer, or under, or below, or lower, or younger, and under, and below, at most, or smaller',
    about: 'or so, or thereabouts, odd',
  }),
  phrase => phrase.words[0],
)

/** A bound and the tokens that set it, from `first` up to `next`. */
export interface BoundReading {
  readonly bound: Bound
  readonly first: number
  readonly next: number
}

const matchesAt = (tokens: Tokens, first: number, words: readonly number[]): boolean =>
  words.every((word, index) => wordAt(tokens, first + index) === word && (index === 0 || tokens.gaps[first + index] !== Gap.none))

const signs = new Map<number, Bound>([
  [Sign.greater, 'moreThan'],
  [Sign.less, 'lessThan'],
  [Sign.noLess, 'atLeast'],
  [Sign.noGreater, 'atMost'],
  [Sign.tilde, 'about'],
  [0x2248, 'about'],
])

/**
 * Reads the words or signs before a figure that bound it.
 * @param at the figure's first token
 * @param floor the first token that may be used
 */
export function boundBefore(tokens: Tokens, at: number, floor: number): BoundReading | null {
  const last = at - 1
  if (last < floor) return null
  if (tokens.kinds[last] === TokenKind.symbol) {
    const bound = signs.get(tokens.words[last])
    return bound ? { bound, first: last, next: at } : null
  }
  const candidates = before[wordAt(tokens, last)]
  if (candidates === undefined) return null
  for (const { words, bound } of candidates) {
    const first = at - words.length
    if (first >= floor && matchesAt(tokens, first, words)) return { bound, first, next: at }
  }
  return null
}

/**
 * Reads the words or signs after a figure that bound it: "or more", "+", "-plus", "-odd".
 * @param at the token after the figure
 */
export function boundBehind(tokens: Tokens, at: number): BoundReading | null {
  if (isSymbol(tokens, at, Sign.plus) && !(tokens.kinds[at + 1] === TokenKind.digits && isGlued(tokens, at + 1)))
    return { bound: 'atLeast', first: at, next: at + 1 }
  const place = isSymbol(tokens, at, Sign.hyphen) && isGlued(tokens, at) && isGlued(tokens, at + 1) ? at + 1 : at
  const candidates = behind[wordAt(tokens, place)]
  if (candidates === undefined) return null
  for (const { words, bound } of candidates) {
    const next = place + words.length
    // "200 or greater than 190" goes on to another figure
    if (matchesAt(tokens, place, words)) return isOneOf(tokens, next, isThan) ? null : { bound, first: at, next }
  }
  return null
}
