import { Gap, TokenKind, type Tokens } from '../../text/tokens'
import { isDigits, isGlued, isSymbol, lengthAt, Sign } from '../scan'

/** Digits that stand for a number, up to and excluding token `next`. */
export interface Numeral {
  readonly next: number
  readonly value: number
  /** The step of the last digit: 0.01 for "3.50". */
  readonly step: number
}

/** More digits than these are an identifier, not a quantity, and do not fit a double exactly. */
const MAX_DIGITS = 15
const MAX_GROUPS = 5

const vulgar = new Map<number, number>([
  [0xbc, 1 / 4],
  [0xbd, 1 / 2],
  [0xbe, 3 / 4],
  [0x2150, 1 / 7],
  [0x2151, 1 / 9],
  [0x2152, 1 / 10],
  [0x2153, 1 / 3],
  [0x2154, 2 / 3],
  [0x2155, 1 / 5],
  [0x2156, 2 / 5],
  [0x2157, 3 / 5],
  [0x2158, 4 / 5],
  [0x2159, 1 / 6],
  [0x215a, 5 / 6],
  [0x215b, 1 / 8],
  [0x215c, 3 / 8],
  [0x215d, 5 / 8],
  [0x215e, 7 / 8],
])

/** The value of a fraction character such as ½, or undefined. */
export const vulgarFraction = (tokens: Tokens, at: number): number | undefined =>
  tokens.kinds[at] === TokenKind.symbol ? vulgar.get(tokens.words[at]) : undefined

/** What can stand between groups of digits: written tight, or with spaces on both sides as in tokenised text. */
const Separator = { none: 0, comma: 1, apostrophe: 2, point: 3, space: 4, spacedComma: 5 } as const

const isSpaceGap = (tokens: Tokens, at: number): boolean =>
  tokens.gaps[at] === Gap.space && tokens.starts[at] - tokens.ends[at - 1] === 1 && tokens.text[tokens.starts[at] - 1] !== '\t'

/** The separator between the digits before `at` and the digits after it. */
function separatorAt(tokens: Tokens, at: number): number {
  if (isDigits(tokens, at)) return isSpaceGap(tokens, at) ? Separator.space : Separator.none
  if (tokens.kinds[at] !== TokenKind.symbol || !isDigits(tokens, at + 1)) return Separator.none
  const unit = tokens.words[at]
  if (tokens.gaps[at] === Gap.space) return unit === Sign.comma && isSpaceGap(tokens, at + 1) ? Separator.spacedComma : Separator.none
  if (tokens.gaps[at] !== Gap.none || tokens.gaps[at + 1] !== Gap.none) return Separator.none
  if (unit === Sign.comma) return Separator.comma
  if (unit === Sign.point) return Separator.point
  return unit === Sign.apostrophe || unit === Sign.quote ? Separator.apostrophe : Separator.none
}

const digitsBehind = (separator: number, at: number): number => (separator === Separator.space ? at : at + 1)

/**
 * Where the groups of digits that begin at `at` end: three digits a group, or two and a last three as in India (1,00,000).
 * Groups set off by points need two groups or a decimal comma, since 1.234 is a decimal number.
 */
function groupsEnd(tokens: Tokens, at: number, separator: number): number {
  let end = at + 1
  let next = at + 1
  let pairs = false
  let groups = 0
  for (; groups < MAX_GROUPS && separatorAt(tokens, next) === separator; groups++) {
    const digits = digitsBehind(separator, next)
    const length = lengthAt(tokens, digits)
    if (length === 3) end = digits + 1
    else if (length === 2 && separator === Separator.comma && (groups === 0 || pairs)) pairs = true
    else break
    next = digits + 1
    if (pairs && length === 3) break
  }
  if (separator === Separator.point && end < at + 5 && separatorAt(tokens, end) !== Separator.comma) return at + 1
  return end
}

/** Whether the token at `at` is a decimal sign with digits after it, given the separator of the groups before. */
function isDecimal(tokens: Tokens, at: number, groups: number): boolean {
  if (!isGlued(tokens, at) || !isGlued(tokens, at + 1) || !isDigits(tokens, at + 1)) return false
  if (groups === Separator.point) return isSymbol(tokens, at, Sign.comma)
  if (isSymbol(tokens, at, Sign.point) || isSymbol(tokens, at, Sign.softPoint)) return true
  // "1,3" and "5,00", but not a list such as 22,24,26
  const length = lengthAt(tokens, at + 1)
  const continues = separatorAt(tokens, at + 2) === Separator.comma || (isGlued(tokens, at - 1) && isSymbol(tokens, at - 2, Sign.comma))
  return isSymbol(tokens, at, Sign.comma) && length !== 3 && !continues && (groups === Separator.none || groups === Separator.space)
}

/** Whether digits and points as in "3 . 5" at `at` are a decimal of tokenised text; `confirms` looks at what follows. */
export const isSpacedDecimal = (tokens: Tokens, at: number): boolean =>
  isSymbol(tokens, at, Sign.point) && isDigits(tokens, at + 1) && tokens.gaps[at] === Gap.space && tokens.gaps[at + 1] === Gap.space

/** Reads the digits of tokens from `first` up to `next`; not a number when they are too many. */
function integerOf(tokens: Tokens, first: number, next: number): number {
  let value = 0
  let count = 0
  for (let at = first; at < next; at++) {
    if (!isDigits(tokens, at)) continue
    count += lengthAt(tokens, at)
    if (count > MAX_DIGITS) return NaN
    for (let unit = tokens.starts[at]; unit < tokens.ends[at]; unit++) value = value * 10 + tokens.text.charCodeAt(unit) - 48
  }
  return value
}

/** A number whose whole digits begin at `first` and whose decimals are token `decimals`. */
function withDecimals(tokens: Tokens, first: number, decimals: number): Numeral {
  const divisor = 10 ** lengthAt(tokens, decimals)
  return { next: decimals + 1, value: integerOf(tokens, first, decimals + 1) / divisor, step: 1 / divisor }
}

/**
 * Reads a number in digits: 1,234.5; 1 234,5; 1.234.567; 1'234; 1,00,000; .25 (from the 25).
 * @param at a token of digits
 * @returns the numeral; its value is NaN where the digits are a version, an address or an identifier
 */
export function readNumeral(tokens: Tokens, at: number): Numeral {
  if (isPointBefore(tokens, at)) return withDecimals(tokens, at, at)
  const separator = lengthAt(tokens, at) <= 3 ? separatorAt(tokens, at + 1) : Separator.none
  const whole = separator === Separator.none ? at + 1 : groupsEnd(tokens, at, separator)
  const groups = whole === at + 1 ? Separator.none : separator
  if (!isDecimal(tokens, whole, groups)) return { next: whole, value: integerOf(tokens, at, whole), step: 1 }
  const end = whole + 2
  if (separatorAt(tokens, end) === Separator.point) return { next: versionEnd(tokens, end), value: NaN, step: 1 }
  return withDecimals(tokens, at, whole + 1)
}

function versionEnd(tokens: Tokens, at: number): number {
  let end = at
  while (separatorAt(tokens, end) === Separator.point) end += 2
  return end
}

/** Whether the digits at `at` follow a decimal point without whole digits: ".25". */
const isPointBefore = (tokens: Tokens, at: number): boolean =>
  isGlued(tokens, at) && isSymbol(tokens, at - 1, Sign.point) && (at === 1 || !isGlued(tokens, at - 1))

/** Reads "3 . 5" of tokenised text. */
export const readSpacedDecimal = (tokens: Tokens, at: number): Numeral => withDecimals(tokens, at, at + 2)

/**
 * Reads a fraction in digits, "1/4", or spaced as in tokenised text, "1 / 4".
 * @returns the numerator and denominator and where it ends, or null
 */
export function readSlash(tokens: Tokens, at: number): { next: number; above: number; below: number } | null {
  const sign = at + 1
  if (!isDigits(tokens, at) || !isDigits(tokens, sign + 1) || lengthAt(tokens, at) > 3 || lengthAt(tokens, sign + 1) > 3) return null
  if (!isSymbol(tokens, sign, Sign.slash) && !isSymbol(tokens, sign, 0x2044)) return null
  if (tokens.gaps[sign] !== tokens.gaps[sign + 1] || tokens.gaps[sign] === Gap.newline) return null
  const next = sign + 2
  if (isSymbol(tokens, next, Sign.slash) || (isGlued(tokens, next) && isDigits(tokens, next))) return null
  const below = integerOf(tokens, sign + 1, next)
  return below === 0 ? null : { next, above: integerOf(tokens, at, sign), below }
}
