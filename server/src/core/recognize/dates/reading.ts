import type { Tokens } from '../../text/tokens'
import { isDigits, isGlued, isSymbol, isWord, lengthAt, Sign, wordAt } from '../scan'
import { cardinalOf, isOrdinalSuffix, ordinalOf } from './lexicon'

/** A number or name read from tokens, and the token after it. */
export interface Reading<T> {
  readonly value: T
  readonly next: number
}

/** The value of a run of at most nine digits. */
export function digitsValue(tokens: Tokens, at: number): number {
  let value = 0
  for (let offset = tokens.starts[at]; offset < tokens.ends[at]; offset++) value = value * 10 + tokens.text.charCodeAt(offset) - 0x30
  return value
}

/** The token after a comma at `at`, or `at`. */
export const skipComma = (tokens: Tokens, at: number): number => (isSymbol(tokens, at, Sign.comma) ? at + 1 : at)

/** A cardinal: digits up to four, or words up to ninety-nine ("a", "twenty-five"). */
export function readCardinal(tokens: Tokens, at: number): Reading<number> | null {
  if (isDigits(tokens, at)) return lengthAt(tokens, at) <= 4 ? { value: digitsValue(tokens, at), next: at + 1 } : null
  const tens = cardinalOf(wordAt(tokens, at))
  if (!isWord(tokens, at) || tens === undefined) return null
  if (tens < 20) return { value: tens, next: at + 1 }
  const unit = isSymbol(tokens, at + 1, Sign.hyphen) ? at + 2 : at + 1
  const ones = isWord(tokens, unit) ? cardinalOf(wordAt(tokens, unit)) : undefined
  // "a" and "an" after "twenty" belong to the next words
  const joins = ones !== undefined && ones < 10 && lengthAt(tokens, unit) > 2
  return joins ? { value: tens + ones, next: unit + 1 } : { value: tens, next: at + 1 }
}

/** An ordinal: "3rd", "third", "twenty-first". */
export function readOrdinal(tokens: Tokens, at: number): Reading<number> | null {
  if (isDigits(tokens, at)) {
    const suffixed = isWord(tokens, at + 1) && isGlued(tokens, at + 1) && isOrdinalSuffix(wordAt(tokens, at + 1))
    return suffixed && lengthAt(tokens, at) <= 2 ? { value: digitsValue(tokens, at), next: at + 2 } : null
  }
  if (!isWord(tokens, at)) return null
  const whole = ordinalOf(wordAt(tokens, at))
  if (whole !== undefined) return { value: whole, next: at + 1 }
  const tens = cardinalOf(wordAt(tokens, at))
  if (tens === undefined || tens < 20 || tens > 90) return null
  const unit = isSymbol(tokens, at + 1, Sign.hyphen) ? at + 2 : at + 1
  const ones = isWord(tokens, unit) ? ordinalOf(wordAt(tokens, unit)) : undefined
  return ones !== undefined && ones < 10 ? { value: tens + ones, next: unit + 1 } : null
}

/** A day of the month, 1 to 31: "10", "10th", "tenth". */
export function readDay(tokens: Tokens, at: number): Reading<number> | null {
  const ordinal = readOrdinal(tokens, at)
  if (ordinal) return ordinal.value >= 1 && ordinal.value <= 31 ? ordinal : null
  if (!isDigits(tokens, at) || lengthAt(tokens, at) > 2) return null
  const value = digitsValue(tokens, at)
  return value >= 1 && value <= 31 ? { value, next: at + 1 } : null
}

/** A year of four digits, 1000 to 2199, that is no part of a longer number. */
export function readYear(tokens: Tokens, at: number): Reading<number> | null {
  if (!isDigits(tokens, at) || lengthAt(tokens, at) !== 4) return null
  const value = digitsValue(tokens, at)
  if (value < 1000 || value > 2199 || continuesNumber(tokens, at + 1)) return null
  return { value, next: at + 1 }
}

/** Whether a number goes on at `at`: ",500", ".5", "%", or a letter joined to it ("2000km"). */
export function continuesNumber(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at)) return false
  if (isWord(tokens, at)) return true
  const grouped = isSymbol(tokens, at, Sign.comma) || isSymbol(tokens, at, Sign.point)
  return isSymbol(tokens, at, Sign.percent) || (grouped && isDigits(tokens, at + 1) && isGlued(tokens, at + 1))
}
