import { Gap, TokenKind, type Tokens } from '../../text/tokens'
import { cardinalOf, isOrdinalSuffix, ordinalOf } from './lexicon'

/** UTF-16 code units of the signs that dates are written with. */
export const Sign = {
  point: 0x2e,
  comma: 0x2c,
  colon: 0x3a,
  slash: 0x2f,
  hyphen: 0x2d,
  enDash: 0x2013,
  emDash: 0x2014,
  minus: 0x2212,
  plus: 0x2b,
  tilde: 0x7e,
  open: 0x28,
  close: 0x29,
  apostrophe: 0x27,
  rightQuote: 0x2019,
  leftQuote: 0x2018,
  percent: 0x25,
} as const

/** A number or name read from tokens, and the token after it. */
export interface Reading<T> {
  readonly value: T
  readonly next: number
}

/** Whether a token is a certain sign. */
export const isSign = (tokens: Tokens, at: number, sign: number): boolean =>
  tokens.kinds[at] === TokenKind.symbol && tokens.words[at] === sign

/** Whether a token is a run of digits. */
export const isDigits = (tokens: Tokens, at: number): boolean => tokens.kinds[at] === TokenKind.digits

/** Whether a token is a word. */
export const isWord = (tokens: Tokens, at: number): boolean => tokens.kinds[at] === TokenKind.word

/** The number of the vocabulary's word at a token; 0 for other words, digits and signs. */
export const wordAt = (tokens: Tokens, at: number): number => (tokens.kinds[at] === TokenKind.word ? tokens.words[at] : 0)

/** Whether a token stands at `at`, against the one before it, without a space. */
export const isJoined = (tokens: Tokens, at: number): boolean => at < tokens.count && tokens.gaps[at] === Gap.none

/** Whether a token is an apostrophe, straight or curly. */
export const isApostrophe = (tokens: Tokens, at: number): boolean =>
  isSign(tokens, at, Sign.apostrophe) || isSign(tokens, at, Sign.rightQuote)

/** Whether a token is a hyphen or dash. */
export const isDash = (tokens: Tokens, at: number): boolean =>
  isSign(tokens, at, Sign.hyphen) || isSign(tokens, at, Sign.enDash) || isSign(tokens, at, Sign.emDash)

/** A token's length in UTF-16 code units. */
export const lengthOf = (tokens: Tokens, at: number): number => tokens.ends[at] - tokens.starts[at]

/** The value of a run of at most nine digits. */
export function digitsValue(tokens: Tokens, at: number): number {
  let value = 0
  for (let offset = tokens.starts[at]; offset < tokens.ends[at]; offset++) value = value * 10 + tokens.text.charCodeAt(offset) - 0x30
  return value
}

/** The token after a point that closes an abbreviation at `at - 1`, or `at`. */
export const skipPoint = (tokens: Tokens, at: number): number => (isSign(tokens, at, Sign.point) ? at + 1 : at)

/** The token after a comma at `at`, or `at`. */
export const skipComma = (tokens: Tokens, at: number): number => (isSign(tokens, at, Sign.comma) ? at + 1 : at)

/** A cardinal: digits up to four, or words up to ninety-nine ("a", "twenty-five"). */
export function readCardinal(tokens: Tokens, at: number): Reading<number> | null {
  if (isDigits(tokens, at)) return lengthOf(tokens, at) <= 4 ? { value: digitsValue(tokens, at), next: at + 1 } : null
  const tens = cardinalOf(wordAt(tokens, at))
  if (!isWord(tokens, at) || tens === undefined) return null
  if (tens < 20) return { value: tens, next: at + 1 }
  const unit = isSign(tokens, at + 1, Sign.hyphen) ? at + 2 : at + 1
  const ones = isWord(tokens, unit) ? cardinalOf(wordAt(tokens, unit)) : undefined
  // "a" and "an" after "twenty" belong to the next words
  const joins = ones !== undefined && ones < 10 && lengthOf(tokens, unit) > 2
  return joins ? { value: tens + ones, next: unit + 1 } : { value: tens, next: at + 1 }
}

/** An ordinal: "3rd", "third", "twenty-first". */
export function readOrdinal(tokens: Tokens, at: number): Reading<number> | null {
  if (isDigits(tokens, at)) {
    const suffixed = isWord(tokens, at + 1) && isJoined(tokens, at + 1) && isOrdinalSuffix(wordAt(tokens, at + 1))
    return suffixed && lengthOf(tokens, at) <= 2 ? { value: digitsValue(tokens, at), next: at + 2 } : null
  }
  if (!isWord(tokens, at)) return null
  const whole = ordinalOf(wordAt(tokens, at))
  if (whole !== undefined) return { value: whole, next: at + 1 }
  const tens = cardinalOf(wordAt(tokens, at))
  if (tens === undefined || tens < 20 || tens > 90) return null
  const unit = isSign(tokens, at + 1, Sign.hyphen) ? at + 2 : at + 1
  const ones = isWord(tokens, unit) ? ordinalOf(wordAt(tokens, unit)) : undefined
  return ones !== undefined && ones < 10 ? { value: tens + ones, next: unit + 1 } : null
}

/** A day of the month, 1 to 31: "10", "10th", "tenth". */
export function readDay(tokens: Tokens, at: number): Reading<number> | null {
  const ordinal = readOrdinal(tokens, at)
  if (ordinal) return ordinal.value >= 1 && ordinal.value <= 31 ? ordinal : null
  if (!isDigits(tokens, at) || lengthOf(tokens, at) > 2) return null
  const value = digitsValue(tokens, at)
  return value >= 1 && value <= 31 ? { value, next: at + 1 } : null
}

/** A year of four digits, 1000 to 2199, that is no part of a longer number. */
export function readYear(tokens: Tokens, at: number): Reading<number> | null {
  if (!isDigits(tokens, at) || lengthOf(tokens, at) !== 4) return null
  const value = digitsValue(tokens, at)
  if (value < 1000 || value > 2199 || continuesNumber(tokens, at + 1)) return null
  return { value, next: at + 1 }
}

/** Whether a number goes on at `at`: ",500", ".5", "%", or a letter joined to it ("2000km"). */
export function continuesNumber(tokens: Tokens, at: number): boolean {
  if (!isJoined(tokens, at)) return false
  if (isWord(tokens, at)) return true
  const grouped = isSign(tokens, at, Sign.comma) || isSign(tokens, at, Sign.point)
  return isSign(tokens, at, Sign.percent) || (grouped && isDigits(tokens, at + 1) && isJoined(tokens, at + 1))
}
