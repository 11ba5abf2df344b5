import { Character, character, classIn, lowerIn } from './characters'
import { takeRoom, type Room } from './room'
import { FIRST_PRIME, HASH, SECOND_PRIME, wordOfHashes } from './vocabulary'

/** What a token is: a run of letters, a run of ASCII digits, or one other visible character. */
export const TokenKind = { word: 1, digits: 2, symbol: 3 } as const

/** How a word is written. A single capital letter counts as `capitalised`. */
export const LetterCase = { none: 0, lower: 1, capitalised: 2, upper: 3, mixed: 4 } as const

/** What stands before a token. */
export const Gap = { none: 0, space: 1, newline: 2 } as const

/**
 * The tokens of a text as parallel arrays, one entry a token. Words are letters only: "China's" is `China`, `'`, `s`; "U.S." is
 * `U`, `.`, `S`, `.`; "3.5bn" is `3`, `.`, `5`, `bn`. Grammars look at `gaps` to see what is written together.
 */
export interface Tokens {
  readonly text: string
  readonly count: number
  /** Offsets of each token in `text`; `starts[count]` is the text's length. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** {@link TokenKind} */
  readonly kinds: Uint8Array
  /** {@link LetterCase} */
  readonly cases: Uint8Array
  /** {@link Gap} before the token */
  readonly gaps: Uint8Array
  /** Number of the word in the vocabulary of the rules, 0 for any other word; for a symbol, its UTF-16 code unit. */
  readonly words: Int32Array
  /** Case-folded hash of the token's text ({@link hashWord}). */
  readonly hashes: Int32Array
}

interface Columns {
  starts: Int32Array
  ends: Int32Array
  kinds: Uint8Array
  cases: Uint8Array
  gaps: Uint8Array
  words: Int32Array
  hashes: Int32Array
}

/** Columns in one stretch of memory: passages are short and many, and what each costs to make counts. */
function columns(size: number, room?: Room): Columns {
  const place = room === undefined ? -1 : takeRoom(room, size * 19)
  const memory = room === undefined || place < 0 ? new ArrayBuffer(size * 19) : room.buffer
  const first = Math.max(0, place)
  return {
    starts: new Int32Array(memory, first, size),
    ends: new Int32Array(memory, first + size * 4, size),
    words: new Int32Array(memory, first + size * 8, size),
    hashes: new Int32Array(memory, first + size * 12, size),
    kinds: new Uint8Array(memory, first + size * 16, size),
    cases: new Uint8Array(memory, first + size * 17, size),
    gaps: new Uint8Array(memory, first + size * 18, size),
  }
}

function grown(old: Columns): Columns {
  const wide = columns(old.starts.length * 2)
  for (const key of Object.keys(old) as (keyof Columns)[]) wide[key].set(old[key] as never)
  return wide
}

function caseOf(length: number, uppers: number, firstUpper: boolean): number {
  if (uppers === 0) return LetterCase.lower
  if (uppers === length) return length === 1 ? LetterCase.capitalised : LetterCase.upper
  return firstUpper && uppers === 1 ? LetterCase.capitalised : LetterCase.mixed
}

/** Makes a key of the digit before it: "1⃣" numbers an entry or decorates it, it counts nothing. */
const KEYCAP = 0x20e3

/**
 * Cuts a text into tokens in one pass over its code units.
 * @param text any text
 * @param room for the arrays, where these are not needed for long
 * @returns its tokens, in order
 */
export function tokenize(text: string, room?: Room): Tokens {
  let table = columns(((text.length * 2) / 7 + 16) & ~3, room)
  let { starts, ends, kinds, cases, gaps, words, hashes } = table
  const { length } = text
  let count = 0
  let gap: number = Gap.none
  let at = 0
  while (at < length) {
    const unit = text.charCodeAt(at)
    let known = character(unit)
    const kind = classIn(known)
    if (kind === Character.space || kind === Character.invisible) {
      if (kind === Character.space && gap === Gap.none) gap = Gap.space
      at++
      continue
    }
    if (kind === Character.newline) {
      gap = Gap.newline
      at++
      continue
    }
    if (count + 1 >= starts.length) {
      table = grown(table)
      ;({ starts, ends, kinds, cases, gaps, words, hashes } = table)
    }
    const start = at
    let hash = HASH
    if (kind === Character.lower || kind === Character.upper) {
      let second = HASH
      let uppers = 0
      let next: number = kind
      do {
        if (next === Character.upper) uppers++
        hash = Math.imul(hash ^ lowerIn(known), FIRST_PRIME)
        second = Math.imul(second ^ lowerIn(known), SECOND_PRIME)
        if (++at === length) break
        known = character(text.charCodeAt(at))
        next = classIn(known)
      } while (next === Character.lower || next === Character.upper || next === Character.mark)
      kinds[count] = TokenKind.word
      cases[count] = caseOf(at - start, uppers, kind === Character.upper)
      words[count] = wordOfHashes(hash, second)
    } else if (kind === Character.digit) {
      do hash = Math.imul(hash ^ text.charCodeAt(at++), FIRST_PRIME)
      while (at < length && classIn(character(text.charCodeAt(at))) === Character.digit)
      const isKeycap = at < length && text.charCodeAt(at) === KEYCAP
      kinds[count] = isKeycap ? TokenKind.symbol : TokenKind.digits
      if (isKeycap) words[count] = text.charCodeAt(at++)
    } else {
      const point = text.codePointAt(at)!
      at += point > 0xffff ? 2 : 1
      hash = Math.imul(hash ^ point, FIRST_PRIME)
      kinds[count] = TokenKind.symbol
      words[count] = unit
    }
    starts[count] = start
    ends[count] = at
    gaps[count] = gap
    hashes[count] = hash
    gap = Gap.none
    count++
  }
  starts[count] = length
  ends[count] = length
  return { text, count, starts, ends, kinds, cases, gaps, words, hashes }
}

/** Index of the token that holds an offset of the text, or of the first after it; the number of tokens where there is none. */
export function tokenAt({ ends, count }: Tokens, offset: number): number {
  // a binary search of its own: it is asked twice a name and a value, and a call for each step costs more than the step
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle] > offset) high = middle
    else low = middle + 1
  }
  return low
}
