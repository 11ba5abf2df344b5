import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isCurrencyPrefix } from './currencies'
import { cardinals } from './numberWords'
import { isDash, isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lengthAt, Sign, wordAt } from '../scan'

/** How far back a number may stand in a web address for the address to be recognised. */
const ADDRESS_REACH = 48

/** The token after the stretch written without spaces that holds `at`. */
function stretchEnd(tokens: Tokens, at: number): number {
  let end = at + 1
  while (isGlued(tokens, end)) end++
  return end
}

const isWeb = wordSet('www http https ftp com org net gov edu html htm php')

/** Whether the number at `at`, written together with what is before, is part of a web or mail address or a path. */
function isInAddress(tokens: Tokens, at: number): boolean {
  const floor = Math.max(0, at - ADDRESS_REACH)
  for (let place = at; place > floor && isGlued(tokens, place); place--) {
    if (isOneOf(tokens, place - 1, isWeb) || isSymbol(tokens, place - 1, Sign.at)) return true
    if (isSymbol(tokens, place - 1, Sign.slash) && isSymbol(tokens, place - 2, Sign.slash)) return true
  }
  return false
}

const joinsCode = (unit: number): boolean => unit === Sign.hyphen || unit === 0x5f || unit === Sign.slash || unit === 0x3d || unit === 0x26

const isMonthlike = wordSet('us uk eu')

/** Whether digits are written on to letters, as in "T20", "COVID-19" and "F-16". */
function followsLetters(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at)) return false
  if (isWord(tokens, at - 1)) return !isCurrencyPrefix(tokens, at - 1)
  if (tokens.kinds[at - 1] !== TokenKind.symbol || !joinsCode(tokens.words[at - 1]) || !isGlued(tokens, at - 1)) return false
  return isWord(tokens, at - 2) && cardinals(wordAt(tokens, at - 2)) === undefined && !isMonthlike(tokens.words[at - 2])
}

/** Whether the digits at `at` are an area code in brackets with a number after them: "(020) 7946". */
const isAreaCode = (tokens: Tokens, at: number): boolean =>
  isSymbol(tokens, at - 1, Sign.openParen) &&
  isGlued(tokens, at) &&
  lengthAt(tokens, at) > 1 &&
  lengthAt(tokens, at) < 6 &&
  isSymbol(tokens, at + 1, Sign.closeParen) &&
  isDigits(tokens, at + 2) &&
  lengthAt(tokens, at + 2) > 2

/** The token after groups of digits joined by hyphens, points or spaces, when they are a telephone number or the like; otherwise `at`. */
function phoneEnd(tokens: Tokens, at: number): number {
  const hasAreaCode = isAreaCode(tokens, at)
  let end = hasAreaCode ? at + 3 : at + 1
  let groups = 1
  let hyphens = 0
  for (; groups < 8; groups++) {
    const hyphen = isHyphen(tokens, end) && isGlued(tokens, end) && isGlued(tokens, end + 1) && isDigits(tokens, end + 1)
    const spaced = isDigits(tokens, end) && tokens.gaps[end] === Gap.space
    if (!hyphen && !spaced) break
    if (hyphen) hyphens++
    end += hyphen ? 2 : 1
  }
  const international = isSymbol(tokens, at - 1, Sign.plus) && isGlued(tokens, at) && groups > 1
  const trunk = tokens.text.charCodeAt(tokens.starts[at]) === 0x30 && lengthAt(tokens, at) > 2 && lengthAt(tokens, at) < 6
  return hasAreaCode || hyphens > 1 || international || trunk ? end : at
}

const isClockWord = wordSet('am pm o noon midnight gmt bst est edt utc')

/** The token after a time of day, "10:30", "6pm"; otherwise `at`. */
function clockEnd(tokens: Tokens, at: number): number {
  let end = at + 1
  while (
    isSymbol(tokens, end, Sign.colon) &&
    isGlued(tokens, end) &&
    isDigits(tokens, end + 1) &&
    isGlued(tokens, end + 1) &&
    lengthAt(tokens, end + 1) === 2
  )
    end += 2
  if (end > at + 1) return isSymbol(tokens, end, Sign.point) && isGlued(tokens, end + 1) && isDigits(tokens, end + 1) ? end + 2 : end
  if (isOneOf(tokens, end, isClockWord) && lengthAt(tokens, at) <= 2) return end + 1
  const dotted =
    isOneOf(tokens, end, meridiem) && isSymbol(tokens, end + 1, Sign.point) && isGlued(tokens, end + 1) && isWord(tokens, end + 2)
  return dotted && lengthAt(tokens, at) <= 2 ? end + 3 : at
}
const meridiem = wordSet('a p')

const isPluralS = wordSet('s')
const ZERO = 0x30

/** "1980s", "60s": no seconds */
const isDecade = (tokens: Tokens, at: number): boolean =>
  (lengthAt(tokens, at) === 2 || lengthAt(tokens, at) === 4) &&
  tokens.text.charCodeAt(tokens.ends[at] - 1) === ZERO &&
  isOneOf(tokens, at + 1, isPluralS) &&
  isGlued(tokens, at + 1)

/** "'98" */
const isShortYear = (tokens: Tokens, at: number): boolean =>
  lengthAt(tokens, at) === 2 &&
  isGlued(tokens, at) &&
  (isSymbol(tokens, at - 1, Sign.quote) || isSymbol(tokens, at - 1, Sign.apostrophe)) &&
  !isGlued(tokens, at - 1) &&
  !isSymbol(tokens, at + 1, Sign.apostrophe)

/** "2019/20", "2014/2015" */
const isSlashYears = (tokens: Tokens, at: number): boolean =>
  lengthAt(tokens, at) === 4 &&
  isSymbol(tokens, at + 1, Sign.slash) &&
  isDigits(tokens, at + 2) &&
  isGlued(tokens, at + 2) &&
  lengthAt(tokens, at + 2) % 2 === 0

/** "9/11", "24/7" */
const slashIdioms = new Set(['9/11', '24/7', '7/7', '50/50', '20/20'])
const isSlashIdiom = (tokens: Tokens, at: number): boolean =>
  isSymbol(tokens, at + 1, Sign.slash) &&
  isGlued(tokens, at + 2) &&
  slashIdioms.has(tokens.text.slice(tokens.starts[at], tokens.ends[at + 2]))

const isSlashDate = (tokens: Tokens, at: number): boolean =>
  isSymbol(tokens, at + 1, Sign.slash) && isDigits(tokens, at + 2) && isSymbol(tokens, at + 3, Sign.slash) && isDigits(tokens, at + 4)

/** The token after footnote marks, "[1]", "[2,3]", "^1", or `at`. */
function footnoteEnd(tokens: Tokens, at: number): number {
  if (isSymbol(tokens, at - 1, Sign.caret)) return at + 1
  if (!isSymbol(tokens, at - 1, Sign.openBracket)) return at
  let end = at + 1
  while ((isSymbol(tokens, end, Sign.comma) || isDash(tokens, end)) && isDigits(tokens, end + 1)) end += 2
  return isSymbol(tokens, end, Sign.closeBracket) ? end : at
}

/** Whether a number counts the posts of a thread at the beginning of one: "3/ The truce", "3/12 The truce". */
function isPostNumber(tokens: Tokens, at: number, first: number): boolean {
  const slash = at + 1
  if (at !== first || lengthAt(tokens, at) > 2 || !isSymbol(tokens, slash, Sign.slash) || !isGlued(tokens, slash)) return false
  const next = slash + 1
  if (!isGlued(tokens, next)) return true
  const isOfAll = isDigits(tokens, next) && lengthAt(tokens, next) <= 2 && !isGlued(tokens, next + 1)
  return isOfAll && isWord(tokens, next + 1) && tokens.cases[next + 1] !== LetterCase.lower
}

/** Whether a number heads a list item or section: "1. ", "2) ", "(3) ", "2.1 Methods". */
function isListNumber(tokens: Tokens, at: number, first: number): boolean {
  const behind = at + 1
  if (at === first && isSymbol(tokens, behind, Sign.colon) && isGlued(tokens, behind) && !isGlued(tokens, behind + 1)) return true
  if (lengthAt(tokens, at) > 2) return false
  if (isSymbol(tokens, behind, Sign.closeParen)) {
    const enumerates = isSymbol(tokens, at - 1, Sign.openParen) ? lengthAt(tokens, at) === 1 : at === first || !isGlued(tokens, at)
    return (
      enumerates && (isSymbol(tokens, at - 1, Sign.openParen) || at === first || lengthAt(tokens, at) === 1) && isWord(tokens, behind + 1)
    )
  }
  if (at !== first || !isSymbol(tokens, behind, Sign.point) || !isGlued(tokens, behind)) return false
  const next = behind + 1
  if (isDigits(tokens, next) && isGlued(tokens, next))
    return at === 0 && !isGlued(tokens, next + 1) && tokens.cases[next + 1] === LetterCase.capitalised
  return next < tokens.count && !isGlued(tokens, next)
}

/**
 * Whether the digits at `at` are no quantity by the way they are written: codes, addresses, telephone numbers, times of day,
 * dates with slashes, list numbers and footnote marks.
 * @param first the first token of the sentence
 * @returns the token after them, or `at` for a number
 */
export function notationEnd(tokens: Tokens, at: number, first: number): number {
  if (isGlued(tokens, at)) {
    if (isInAddress(tokens, at)) return stretchEnd(tokens, at)
    if (followsLetters(tokens, at)) return codeEnd(tokens, at)
  }
  const footnote = footnoteEnd(tokens, at)
  if (footnote !== at) return footnote
  if (isListNumber(tokens, at, first) || isShortYear(tokens, at)) return at + 1
  if (isPostNumber(tokens, at, first)) return isGlued(tokens, at + 2) ? at + 3 : at + 2
  if (isDecade(tokens, at)) return at + 2
  if (isSlashDate(tokens, at)) return at + 5
  if (isSlashYears(tokens, at) || isSlashIdiom(tokens, at)) return at + 3
  const phone = phoneEnd(tokens, at)
  return phone !== at ? phone : clockEnd(tokens, at)
}

/** The token after a code such as "A320s" or "CoV-2". */
function codeEnd(tokens: Tokens, at: number): number {
  let end = at + 1
  while (isGlued(tokens, end) && (isWord(tokens, end) || isDigits(tokens, end))) end++
  return end
}
