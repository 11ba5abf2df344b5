import { Gap, TokenKind, type Tokens } from '../text/tokens'

/** Questions that rules for figures, dates and names ask of the token arrays. Positions beyond either end answer no. */

export const isDigits = (tokens: Tokens, at: number): boolean => tokens.kinds[at] === TokenKind.digits

export const isWord = (tokens: Tokens, at: number): boolean => tokens.kinds[at] === TokenKind.word

/** Whether the token is the symbol with this UTF-16 code unit. */
export const isSymbol = (tokens: Tokens, at: number, unit: number): boolean =>
  tokens.kinds[at] === TokenKind.symbol && tokens.words[at] === unit

/** Whether the token is written together with the one before it. */
export const isGlued = (tokens: Tokens, at: number): boolean => at > 0 && at < tokens.count && tokens.gaps[at] === Gap.none

/** Whether the token is a word of the set. */
export const isOneOf = (tokens: Tokens, at: number, set: (id: number) => boolean): boolean => isWord(tokens, at) && set(tokens.words[at])

/** The number of a token's word in the vocabulary, 0 for a word no rule knows and for digits and symbols. */
export const wordAt = (tokens: Tokens, at: number): number => (isWord(tokens, at) ? tokens.words[at] : 0)

/** Length of a token in code units. */
export const lengthAt = (tokens: Tokens, at: number): number => tokens.ends[at] - tokens.starts[at]

/** The token as written. */
export const textAt = (tokens: Tokens, at: number): string => tokens.text.slice(tokens.starts[at], tokens.ends[at])

/** The token in lower case. */
export const lowerTextAt = (tokens: Tokens, at: number): string => textAt(tokens, at).toLowerCase()

/** Signs that rules ask for, by UTF-16 code unit. */
export const Sign = {
  comma: 0x2c,
  semicolon: 0x3b,
  point: 0x2e,
  hyphen: 0x2d,
  slash: 0x2f,
  colon: 0x3a,
  percent: 0x25,
  plus: 0x2b,
  apostrophe: 0x27,
  quote: 0x2019,
  modifierApostrophe: 0x2bc,
  ampersand: 0x26,
  dollar: 0x24,
  openQuote: 0x2018,
  minus: 0x2212,
  softPoint: 0xb7,
  degree: 0xb0,
  openParen: 0x28,
  closeParen: 0x29,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  caret: 0x5e,
  at: 0x40,
  hash: 0x23,
  tilde: 0x7e,
  less: 0x3c,
  greater: 0x3e,
  noLess: 0x2265,
  noGreater: 0x2264,
  double: 0x22,
  prime: 0x2032,
  doublePrime: 0x2033,
  times: 0xd7,
} as const

/** Hyphens that join words: hyphen-minus, hyphen, non-breaking hyphen. */
export const isHyphen = (tokens: Tokens, at: number): boolean => {
  if (tokens.kinds[at] !== TokenKind.symbol) return false
  const unit = tokens.words[at]
  return unit === Sign.hyphen || unit === 0x2010 || unit === 0x2011
}

/** Hyphens and dashes, as they stand between the ends of a range. */
export const isDash = (tokens: Tokens, at: number): boolean => {
  if (tokens.kinds[at] !== TokenKind.symbol) return false
  const unit = tokens.words[at]
  return unit === Sign.hyphen || (unit >= 0x2010 && unit <= 0x2015) || unit === Sign.minus
}

/** Whether the token is an apostrophe: straight, curly, or the letter of that shape. */
export const isApostrophe = (tokens: Tokens, at: number): boolean => {
  if (tokens.kinds[at] !== TokenKind.symbol) return false
  const unit = tokens.words[at]
  return unit === Sign.apostrophe || unit === Sign.quote || unit === Sign.modifierApostrophe
}

/** The token after a hyphen at `at` that joins two words, be it written "2-day" or, as in transcripts, "2 - day"; otherwise `at`. */
export function afterHyphen(tokens: Tokens, at: number): number {
  if (!isHyphen(tokens, at) || tokens.gaps[at] === Gap.newline) return at
  return tokens.gaps[at] === tokens.gaps[at + 1] ? at + 1 : at
}
