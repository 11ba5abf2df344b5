import { Character, characterClass, lowerUnit } from './characters'
import { lookUpWord } from './vocabulary'

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

const columns = (size: number): Columns => ({
  starts: new Int32Array(size),
  ends: new Int32Array(size),
  kinds: new Uint8Array(size),
  cases: new Uint8Array(size),
  gaps: new Uint8Array(size),
  words: new Int32Array(size),
  hashes: new Int32Array(size),
})

function grown(old: Columns): Columns {
  const wide = columns(old.starts.length * 2)
  for (const key of Object.keys(old) as (keyof Columns)[]) wide[key].set(old[key] as never)
  return wide
}

const isLetter = (kind: number): boolean => kind === Character.lower || kind === Character.upper

function caseOf(length: number, uppers: number, firstUpper: boolean): number {
  if (uppers === 0) return LetterCase.lower
  if (uppers === length) return length === 1 ? LetterCase.capitalised : LetterCase.upper
  return firstUpper && uppers === 1 ? LetterCase.capitalised : LetterCase.mixed
}

/**
 * Cuts a text into tokens in one pass over its code units.
 * @param text any text
 * @returns its tokens, in order
 */
export function tokenize(text: string): Tokens {
  let table = columns((text.length >> 2) + 16)
  let count = 0
  let gap: number = Gap.none
  let at = 0
  while (at < text.length) {
    const kind = characterClass(text.charCodeAt(at))
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
    if (count + 1 >= table.starts.length) table = grown(table)
    const start = at
    let hash = 0x811c9dc5
    table.starts[count] = start
    table.gaps[count] = gap
    gap = Gap.none
    if (isLetter(kind)) {
      let uppers = 0
      for (let next: number = kind; ; next = characterClass(text.charCodeAt(at))) {
        if (next === Character.upper) uppers++
        else if (next !== Character.lower && next !== Character.mark) break
        hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(at)), 0x01000193)
        if (++at >= text.length) break
      }
      table.kinds[count] = TokenKind.word
      table.cases[count] = caseOf(at - start, uppers, kind === Character.upper)
      table.words[count] = lookUpWord(text, start, at, hash)
    } else if (kind === Character.digit) {
      do hash = Math.imul(hash ^ text.charCodeAt(at++), 0x01000193)
      while (at < text.length && characterClass(text.charCodeAt(at)) === Character.digit)
      table.kinds[count] = TokenKind.digits
    } else {
      const point = text.codePointAt(at)!
      at += point > 0xffff ? 2 : 1
      hash = Math.imul(hash ^ point, 0x01000193)
      table.kinds[count] = TokenKind.symbol
      table.words[count] = text.charCodeAt(start)
    }
    table.ends[count] = at
    table.hashes[count] = hash
    count++
  }
  table.starts[count] = text.length
  table.ends[count] = text.length
  return { text, count, ...table }
}
