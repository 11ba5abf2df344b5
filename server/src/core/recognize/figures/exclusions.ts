import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isCurrencyPrefix } from './currencies'
import type { Draft } from './draft'
import { headNoun, isPluralNoun } from './nouns'
import { cardinals } from './numberWords'
import { isDash, isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lengthAt, Sign, textAt, wordAt } from './scan'

/** How far back a number may stand in a web address for the address to be recognised. */
const ADDRESS_REACH = 48

/** The token behind the stretch written without spaces that holds `at`. */
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

/** The token behind groups of digits joined by hyphens, points or spaces, when they are a telephone number or the like; otherwise `at`. */
function phoneEnd(tokens: Tokens, at: number): number {
  let end = at + 1
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
  return hyphens > 1 || international || trunk ? end : at
}

const isClockWord = wordSet('am pm o noon midnight gmt bst est edt utc')

/** The token behind a time of day, "10:30", "6pm"; otherwise `at`. */
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

/** The token behind footnote marks, "[1]", "[2,3]", "^1", or `at`. */
function footnoteEnd(tokens: Tokens, at: number): number {
  if (isSymbol(tokens, at - 1, Sign.caret)) return at + 1
  if (!isSymbol(tokens, at - 1, Sign.openBracket)) return at
  let end = at + 1
  while ((isSymbol(tokens, end, Sign.comma) || isDash(tokens, end)) && isDigits(tokens, end + 1)) end += 2
  return isSymbol(tokens, end, Sign.closeBracket) ? end : at
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
 * @returns the token behind them, or `at` for a number
 */
export function notationEnd(tokens: Tokens, at: number, first: number): number {
  if (isGlued(tokens, at)) {
    if (isInAddress(tokens, at)) return stretchEnd(tokens, at)
    if (followsLetters(tokens, at)) return codeEnd(tokens, at)
  }
  const footnote = footnoteEnd(tokens, at)
  if (footnote !== at) return footnote
  if (isListNumber(tokens, at, first)) return at + 1
  if (isSlashDate(tokens, at)) return at + 5
  if (isSlashYears(tokens, at) || isSlashIdiom(tokens, at)) return at + 3
  const phone = phoneEnd(tokens, at)
  return phone !== at ? phone : clockEnd(tokens, at)
}

/** The token behind a code such as "A320s" or "CoV-2". */
function codeEnd(tokens: Tokens, at: number): number {
  let end = at + 1
  while (isGlued(tokens, end) && (isWord(tokens, end) || isDigits(tokens, end))) end++
  return end
}

/** Words that a number behind them numbers: "Article 5", "Flight 370", "chapter 12", "Boeing 737". */
const designators = wordSet(
  `article articles section sections flight chapter chapters clause paragraph page pages figure fig table appendix annex line phase type version
   grade room route highway interstate motorway exit gate platform lane channel item question exercise step rule title amendment proposition
   resolution act bill part volume issue episode season series book psalm verse boeing airbus apollo iphone ipad windows android galaxy playstation
   xbox falcon ariane soyuz formula ftse dax cac nikkei stoxx russell nasdaq fortune forbes radio bbc itv fox sky catch heat area pier block
   ward district precinct zone sector unit squadron battalion regiment brigade division league ligue serie class tier mark mk model series mission
   expedition sol ps union pl public local stage key track lot plan schedule code level base station camp building hangar terminal warehouse
   under minister u mach kings corinthians peter john samuel protocol directive regulation order decree law number`,
)
/** Designators that also stand before true quantities when written small: "a class 30 strong", "under 21". */
const designatesOnlyAsName = wordSet(
  `under union level stage class mark order line series season heat area catch public local fortune plan title part issue act bill book key base station
   camp building block district sector unit division type track fox sky radio model title law code heat page room gate apollo nasdaq russell
   minister john peter samuel league public item question zone ward mission order lot windows forbes u`,
)
/** Names that end in "of" and a number word: "Group of Seven". */
const numberedGroups = wordSet('group gang council league band')
const isOf = wordSet('of')
const isCapital = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && tokens.cases[at] !== LetterCase.lower && tokens.cases[at] !== LetterCase.none

/** Capitalised words before a number that are not names. */
const plainCapitals = wordSet(
  `about over around some nearly almost only more less fewer at in on of for by with from to and but or the a an than under above below between since
   after before all just another up down approximately roughly exactly around total i us uk eu un jan feb mar apr may jun jul aug sep sept oct nov dec
   january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
   minus per cent as first last next these those his her its their our nos aged age when while if because then that who which where were was is are
   has have had killed kills says said`,
)

/** Whether a sentence is written in title case, so that capitals mean nothing in it. */
function isTitleCase(tokens: Tokens, sentence: Sentence): boolean {
  let lower = 0
  let capital = 0
  const last = Math.min(sentence.last, sentence.first + 40)
  for (let at = sentence.first; at < last; at++) {
    if (!isWord(tokens, at) || lengthAt(tokens, at) < 4) continue
    if (tokens.cases[at] === LetterCase.lower) lower++
    else capital++
  }
  return capital > 2 * lower && capital > 1
}

/**
 * Whether a bare number is part of a name: "Boeing 737", "Article 5", "Group of Seven", "Air Force One", "Fifth Avenue".
 * @param draft the number with what belongs to it
 */
export function isInName(tokens: Tokens, draft: Draft, sentence: Sentence): boolean {
  const at = draft.numberFirst
  const before = at - 1
  // "Boeing 777F" is no temperature
  if (draft.unit !== null && isLetterUnit(tokens, draft.next - 1)) return isOneOf(tokens, before, designators)
  if (draft.unit !== null || draft.scale !== 1 || draft.second !== null) return false
  const isInside = before >= sentence.first && !isGlued(tokens, at)
  const isCapitalWord = isWord(tokens, at) && isCapital(tokens, at) && at !== sentence.first
  if (!isInside || !isWord(tokens, before)) return isCapitalWord && isCapital(tokens, draft.next) && isLoneCapital(tokens, draft, sentence)
  const word = tokens.words[before]
  if (designators(word) && draft.dimension !== 'ordinal') {
    if (isCapital(tokens, before) ? before !== sentence.first || !designatesOnlyAsName(word) : !designatesOnlyAsName(word))
      return !isGrouped(tokens, draft)
  }
  if (isOf(word) && isOneOf(tokens, before - 1, numberedGroups) && (isCapitalWord || isCapital(tokens, before - 1))) return true
  if (!isCapital(tokens, before) || plainCapitals(word) || isGrouped(tokens, draft)) {
    return isCapitalWord && isCapital(tokens, draft.next) && isLoneCapital(tokens, draft, sentence)
  }
  if (isTitleCase(tokens, sentence)) return false
  if (draft.dimension === 'ordinal') return isCapitalWord
  if (isCapitalWord) return true
  if (before === sentence.first && !isNameLike(tokens, before)) return false
  return isDigits(tokens, at) && !isPluralNoun(tokens, draft.next) && !isDigits(tokens, before)
}

const isLetterUnit = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && isGlued(tokens, at) && lengthAt(tokens, at) === 1

const isNameLike = (tokens: Tokens, at: number): boolean => tokens.words[at] === 0

const isLoneCapital = (tokens: Tokens, draft: Draft, sentence: Sentence): boolean =>
  !isTitleCase(tokens, sentence) && draft.next < sentence.last

/** Whether the digits have separators or decimals, as numbers in names have not. */
const isGrouped = (tokens: Tokens, draft: Draft): boolean => isDigits(tokens, draft.numberFirst) && draft.numberNext - draft.numberFirst > 1

const YEARS = { from: 1500, to: 2100 }

/** Whether four bare digits are a year that counts nothing. */
export function isYear(tokens: Tokens, draft: Draft): boolean {
  const value = draft.low
  if (draft.dimension !== 'count' || draft.numberNext - draft.numberFirst !== 1 || !isDigits(tokens, draft.numberFirst)) return false
  if (lengthAt(tokens, draft.numberFirst) !== 4 || value === null || value < YEARS.from || value > YEARS.to || draft.bound !== 'exact')
    return false
  return !(value % 50 === 0 && isPluralNoun(tokens, draft.next))
}

const pronounOne = wordSet('the no any every each this that which some another only last next big little good loved right wrong other')
const afterOne = wordSet(
  'of another day thing can could who that which is was has would should by to in on at for and or more less time such way',
)

/** Whether "one" stands for a person or thing instead of counting: "no one", "one of the", "the one". */
export function isPronounOne(tokens: Tokens, draft: Draft, last: number): boolean {
  const at = draft.numberFirst
  if (draft.numberNext - at !== 1 || cardinals(wordAt(tokens, at)) !== 1 || draft.unit !== null || draft.bound !== 'exact') return false
  if (draft.second !== null) return false
  const next = draft.next
  if (isHyphen(tokens, at - 1) && isOneOf(tokens, at - 2, pronounOne)) return true
  if (draft.hyphenated) return isOneOf(tokens, next + 1, oneCompounds)
  if (!isWord(tokens, next) || tokens.gaps[next] === Gap.newline || isOneOf(tokens, next, afterOne)) return true
  return isOneOf(tokens, at - 1, pronounOne) || headNoun(tokens, next, last, 'singular') < 0
}
const oneCompounds = wordSet('off sided way time stop on man woman eyed size upmanship')

/** The token behind "nine-to-five", "9-to-5", or `at`. */
export function officeHoursEnd(tokens: Tokens, at: number): number {
  if (!isHyphen(tokens, at + 1) || !isOneOf(tokens, at + 2, isTo) || !isHyphen(tokens, at + 3)) return at
  const from = textAt(tokens, at).toLowerCase()
  const to = textAt(tokens, at + 4).toLowerCase()
  return (from === 'nine' && to === 'five') || (from === '9' && to === '5') ? at + 5 : at
}
const isTo = wordSet('to')
