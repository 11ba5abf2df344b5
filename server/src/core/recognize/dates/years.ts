import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { cardinalOf, isAnd } from './lexicon'
import { Sign, isApostrophe, isDigits, isGlued, isSymbol, isWord, lengthAt, wordAt } from '../scan'
import { continuesNumber, digitsValue, readCardinal, type Reading, readYear } from './reading'

/** A two-digit year stands for the one between 1940 and 2039. */
export const fullYear = (year: number): number => year + (year < 40 ? 2000 : 1900)

/** "'82": an apostrophe and a year of two digits. */
export function readShortYear(tokens: Tokens, at: number): Reading<number> | null {
  if (!isApostrophe(tokens, at) && !isSymbol(tokens, at, Sign.openQuote)) return null
  if (!isDigits(tokens, at + 1) || lengthAt(tokens, at + 1) !== 2 || !isGlued(tokens, at + 1)) return null
  if (isGlued(tokens, at + 2) && (isWord(tokens, at + 2) || isApostrophe(tokens, at + 2))) return null
  return { value: fullYear(digitsValue(tokens, at + 1)), next: at + 2 }
}

const joinsYear = wordSet('of in')
const isHundred = wordSet('hundred')
const isThousand = wordSet('thousand')

/** A year after a month or day: "2025", ", 2025", "of 2025", "in 2025", "'25", "-2025", "nineteen eighty-six". */
export function readYearAfter(tokens: Tokens, at: number): Reading<number> | null {
  const hyphen = isSymbol(tokens, at, Sign.hyphen) || isSymbol(tokens, at, Sign.slash)
  if (hyphen && !isGlued(tokens, at + 1)) return null
  const joiner = hyphen || isSymbol(tokens, at, Sign.comma) || joinsYear(wordAt(tokens, at))
  const start = joiner ? at + 1 : at
  return readYear(tokens, start) ?? readShortYear(tokens, at) ?? readBareShortYear(tokens, start) ?? readWordYear(tokens, start)
}

/** "96": two digits that are no day of a month, with no noun after them. */
function readBareShortYear(tokens: Tokens, at: number): Reading<number> | null {
  if (!isDigits(tokens, at) || lengthAt(tokens, at) !== 2 || digitsValue(tokens, at) <= 31) return null
  if (isWord(tokens, at + 1) || continuesNumber(tokens, at + 1) || isDigits(tokens, at + 1)) return null
  return { value: fullYear(digitsValue(tokens, at)), next: at + 1 }
}

/** A year in words: "nineteen eighty-six", "seventeen hundred thirty-three", "two thousand and fifteen". */
export function readWordYear(tokens: Tokens, at: number): Reading<number> | null {
  if (!isWord(tokens, at) || !isWord(tokens, at + 1)) return null
  const head = cardinalOf(wordAt(tokens, at))
  if (head === undefined) return null
  if (head === 2 && isThousand(wordAt(tokens, at + 1))) return withRest(tokens, 2000, at + 2)
  if (head < 11 || head > 20) return null
  if (isHundred(wordAt(tokens, at + 1))) return withRest(tokens, head * 100, at + 2)
  const rest = readCardinal(tokens, at + 1)
  return rest && isWord(tokens, at + 1) && rest.value >= 10 && rest.value < 100 ? { value: head * 100 + rest.value, next: rest.next } : null
}

function withRest(tokens: Tokens, base: number, at: number): Reading<number> {
  const rest = isWord(tokens, isAnd(wordAt(tokens, at)) ? at + 1 : at)
    ? readCardinal(tokens, isAnd(wordAt(tokens, at)) ? at + 1 : at)
    : null
  return rest && rest.value < 100 ? { value: base + rest.value, next: rest.next } : { value: base, next: at }
}
