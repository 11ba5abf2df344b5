import { signSet } from '../../text/characters'
import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import { type DateExpression, fields, type PartAnchor, type YearPart, type YearsAnchor } from './expression'
import { decadeOf, deixisOf, isFiscal, isOf, isS, isThe, isYearWord, seasonOf, unitOf } from './lexicon'
import { Sign, isApostrophe, isDash, isDigits, isGlued, isSymbol, isWord, lengthAt, wordAt } from '../scan'
import { digitsValue, type Reading, readOrdinal, readYear } from './reading'
import { readShortYear } from './years'

const leadsYear = wordSet(
  'in since by until till from of before after during year early late mid circa through throughout between around about for fiscal calendar',
)
const leadsNamed = wordSet('the its their his her our a this s')
const countNouns = wordSet(
  'people men women children students soldiers troops police percent per million billion trillion thousand km kilometres kilometers miles metres meters feet ft m kg tonnes tons pounds dollars euros yen yuan points votes jobs employees workers seats homes houses rpm mph hours minutes words characters calories grams acres hectares square mg ml watts volts mw kw cc hp bc pages members passengers other more rupees us',
)
const singularEndings = wordSet('is was has as this its us vs s olympics championships games elections series bus crisis census')

/** The year after a period: "2025", "of 2025", "of last year", "this year", "'25". */
export function readPeriodYear(tokens: Tokens, at: number): Reading<YearPart> | null {
  let start = isSymbol(tokens, at, Sign.comma) && isDigits(tokens, at + 1) ? at + 1 : at
  if (isOf(wordAt(tokens, start))) start++
  if (isThe(wordAt(tokens, start)) && deixisOf(wordAt(tokens, start + 1)) !== undefined) start++
  const shift = deixisOf(wordAt(tokens, start))
  if (isWord(tokens, start) && shift !== undefined && isYearWord(wordAt(tokens, start + 1))) {
    return { value: { yearShift: shift }, next: start + 2 }
  }
  if (isThe(wordAt(tokens, start)) && isYearWord(wordAt(tokens, start + 1)) && start > at)
    return { value: { yearShift: 0 }, next: start + 2 }
  const year = readYear(tokens, start) ?? readShortYear(tokens, start)
  return year ? { value: { year: year.value }, next: year.next } : null
}

/** A four-digit year alone, a decade ("1940s") or span of digits that the words around show to be a year; `at` is the digits. */
export function readYearAlone(tokens: Tokens, at: number): DateExpression | null {
  if (isGlued(tokens, at) && at > 0 && !isOpeningBefore(tokens, at)) return null
  if (isJoinedNumber(tokens, at)) return null
  const decade = readDecade(tokens, at)
  if (decade) return decade
  const year = readYear(tokens, at)
  if (!year) return null
  const part = readPartOfYear(tokens, year.next, year.value)
  if (part) return { ...part, first: at }
  return isYearHere(tokens, at, year.value) ? fields(at, year.next, { year: year.value }) : null
}

/** "Q1" or "H2" after a year: "2017 Q1", "2019-H2". */
function readPartOfYear(tokens: Tokens, at: number, year: number): DateExpression | null {
  const letterAt = isSymbol(tokens, at, Sign.hyphen) && isGlued(tokens, at + 1) ? at + 1 : at
  const read = letterUnit(wordAt(tokens, letterAt)) ? readLetterNumber(tokens, letterAt) : null
  return read && part(at, read.next, { ...read.value, year })
}

const isOpening = signSet('(["“‘\'-–—/*_|:')
const isOpeningBefore = (tokens: Tokens, at: number): boolean =>
  !isWord(tokens, at - 1) && !isDigits(tokens, at - 1) && isOpening(tokens.words[at - 1])

/** Whether the digits stand after a number and a dash, as in telephone numbers and scores. */
const isJoinedNumber = (tokens: Tokens, at: number): boolean => isBehindNumber(tokens, at) || isBeforeNumbers(tokens, at)

const isBeforeNumbers = (tokens: Tokens, at: number): boolean =>
  [at + 1, at + 3].every(dash => isDash(tokens, dash) && isGlued(tokens, dash) && isDigits(tokens, dash + 1) && isGlued(tokens, dash + 1))

const isBehindNumber = (tokens: Tokens, at: number): boolean =>
  isDash(tokens, at - 1) &&
  isDigits(tokens, at - 2) &&
  isGlued(tokens, at - 1) === isGlued(tokens, at) &&
  (lengthAt(tokens, at - 2) !== 4 || (isDash(tokens, at - 3) && isGlued(tokens, at - 2)))

const takesNumber = wordSet(
  'no nos number numbers flight room route page pages model section article unit line chapter highway code version channel windows psalm lot bus usd eur gbp rs inr rm hk',
)
const isCurrency = signSet('$£€¥₹')

/** Whether a word or sign before digits makes them a number of something: "Flight 2010", "No. 1984", "US$ 2000". */
function isNumbered(tokens: Tokens, at: number): boolean {
  if (!isWord(tokens, at - 1) && isCurrency(tokens.words[at - 1])) return true
  const word = isSymbol(tokens, at - 1, Sign.point) ? at - 2 : at - 1
  return takesNumber(wordAt(tokens, word))
}

const isTo = wordSet('to')
const reachesBack = wordSet('back dates dating dated')
const isOr = wordSet('or')
const isMore = wordSet('more so fewer less')

/** Whether four digits are a year rather than a count, by the words around them. */
function isYearHere(tokens: Tokens, at: number, year: number): boolean {
  const before = wordAt(tokens, at - 1)
  if (isNumbered(tokens, at) || isSymbol(tokens, at + 1, Sign.percent)) return false
  const next = at + 1
  const led = isWord(tokens, at - 1) && (leadsYear(before) || (isTo(before) && reachesBack(wordAt(tokens, at - 2))))
  if (isWord(tokens, next)) {
    if (countNouns(wordAt(tokens, next)) || (isOr(wordAt(tokens, next)) && isMore(wordAt(tokens, next + 1)))) return false
    const plural = isLowerPlural(tokens, next)
    if (plural && !(isWord(tokens, at - 1) && leadsNamed(before) && year % 100 !== 0)) return led && year % 10 !== 0 && year >= 1900
  }
  if (year < 1900 || year > 2099) return led
  return led || year % 100 !== 0 || !isName(tokens, at - 1)
}

/** Whether a name stands at `at` that a round number may belong to: "Russell 2000". */
const isName = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && tokens.cases[at] === LetterCase.capitalised && wordAt(tokens, at) === 0

/** Whether a lower-case word looks like a plural noun. */
function isLowerPlural(tokens: Tokens, at: number): boolean {
  const end = tokens.ends[at]
  return (
    tokens.cases[at] === LetterCase.lower &&
    end - tokens.starts[at] > 3 &&
    tokens.text.charCodeAt(end - 1) === 0x73 &&
    tokens.text.charCodeAt(end - 2) !== 0x73 &&
    !singularEndings(wordAt(tokens, at))
  )
}

const years = (unit: 'decade' | 'century', first: number): YearsAnchor => ({
  kind: 'years',
  unit,
  first,
  last: first + (unit === 'decade' ? 9 : 99),
})

/** "1940s", "1940's", "1900s"; `at` is the digits. */
function readDecade(tokens: Tokens, at: number): DateExpression | null {
  if (lengthAt(tokens, at) !== 4 || digitsValue(tokens, at) % 10 !== 0) return null
  const suffix = isApostrophe(tokens, at + 1) && isGlued(tokens, at + 1) ? at + 2 : at + 1
  if (!isWord(tokens, suffix) || !isS(wordAt(tokens, suffix))) return null
  const first = digitsValue(tokens, at)
  return first >= 1000 && first < 2200
    ? { first: at, next: suffix + 1, anchor: years(first % 100 === 0 ? 'century' : 'decade', first) }
    : null
}

/** "'90s", "the 90s", "’82"; `at` is the apostrophe or the digits. */
export function readShortDecade(tokens: Tokens, at: number): DateExpression | null {
  const digits = isDigits(tokens, at) ? at : at + 1
  if (!isDigits(tokens, digits) || lengthAt(tokens, digits) !== 2) return null
  const year = digits > at ? readShortYear(tokens, at) : null
  if (year) return leadsYear(wordAt(tokens, at - 1)) ? fields(at, year.next, { year: year.value }) : null
  const value = digitsValue(tokens, digits)
  if (value % 10 !== 0 || !isWord(tokens, digits + 1) || !isGlued(tokens, digits + 1) || !isS(wordAt(tokens, digits + 1))) return null
  if (digits > at ? !isGlued(tokens, digits) : !decadeLead(tokens, at)) return null
  return { first: at, next: digits + 2, anchor: years('decade', decadeStart(value)) }
}

const isDecadeLead = wordSet('the early late mid')
// words before which a decade is one of a life or of a thermometer: "in his mid to late 80s", "highs in the 70s"
const otherTens = wordSet('his her their my your our aged temperature temperatures highs lows degrees scores')
const LOOK_BACK = 6

/** Whether a decade of two digits or a word is one of the calendar, not of a life ("in his 80s"). */
const decadeLead = (tokens: Tokens, at: number): boolean => {
  const before = isSymbol(tokens, at - 1, Sign.hyphen) ? at - 2 : at - 1
  if (!isDecadeLead(wordAt(tokens, before))) return false
  for (let each = Math.max(0, before - LOOK_BACK); each < before; each++) if (otherTens(wordAt(tokens, each))) return false
  return true
}

const decadeStart = (tens: number): number => tens + (tens >= 30 ? 1900 : 2000)

/** "the eighties"; `at` is the word. */
export function readWordDecade(tokens: Tokens, at: number): DateExpression | null {
  const tens = decadeOf(wordAt(tokens, at))!
  return decadeLead(tokens, at) ? { first: at, next: at + 1, anchor: years('decade', decadeStart(tens)) } : null
}

/** "spring 2025", "the summer of last year", "in spring", "since the fall"; `at` is the season. */
export function readSeason(tokens: Tokens, at: number): DateExpression | null {
  const number = seasonOf(wordAt(tokens, at))!
  const year = readPeriodYear(tokens, at + 1)
  if (year) return part(at, year.next, { unit: 'season', number, ...year.value })
  const lead = isThe(wordAt(tokens, at - 1)) ? at - 2 : at - 1
  const led = seasonLead(wordAt(tokens, lead))
  const capital = tokens.cases[at] === LetterCase.capitalised && isWord(tokens, at - 1) && !isThe(wordAt(tokens, at - 1))
  if (isTrickySeason(wordAt(tokens, at)) && !(led && endsPhrase(tokens, at + 1))) return null
  return led || capital ? part(at, at + 1, { unit: 'season', number }) : null
}

const seasonLead = wordSet('in since by until during early late mid through before after over')
const isTrickySeason = wordSet('fall spring')
/** Whether no noun follows that the word belongs to. */
const endsPhrase = (tokens: Tokens, at: number): boolean =>
  at >= tokens.count || !isWord(tokens, at) || tokens.gaps[at] === 0 || phraseGoesOn(wordAt(tokens, at))
const phraseGoesOn = wordSet('and or when while as comes after before with the he she it they was is will to that amid for but')

const part = (first: number, next: number, anchor: Omit<PartAnchor, 'kind'>): DateExpression => ({
  first,
  next,
  anchor: { kind: 'part', ...anchor },
})

/** "Q3 2025", "Q3", "H1 2025", "FY2025"; `at` is the letter. */
export function readLetterPart(tokens: Tokens, at: number): DateExpression | null {
  const read = readLetterNumber(tokens, at)
  if (!read) return null
  const year = readPeriodYear(tokens, isDash(tokens, read.next) ? read.next + 1 : read.next)
  if (!year && (read.value.unit === 'half' || tokens.cases[at] === LetterCase.lower)) return null
  return part(at, year?.next ?? read.next, { ...read.value, ...year?.value })
}

function readLetterNumber(tokens: Tokens, at: number): Reading<Pick<PartAnchor, 'unit' | 'number'>> | null {
  const unit = letterUnit(wordAt(tokens, at))!
  if (!isDigits(tokens, at + 1) || !isGlued(tokens, at + 1) || lengthAt(tokens, at + 1) !== 1) return null
  const number = digitsValue(tokens, at + 1)
  return number >= 1 && number <= (unit === 'quarter' ? 4 : 2) ? { value: { unit, number }, next: at + 2 } : null
}

/** The letters of "Q3" and "H1". */
export const letterUnit = wordTable<'quarter' | 'half'>({ q: 'quarter', h: 'half' })

/** "fiscal 2025", "financial year 2025", "FY25"; `at` is the first word. */
export function readFiscalYear(tokens: Tokens, at: number): DateExpression | null {
  const letters = !isFiscal(wordAt(tokens, at))
  const yearAt = !letters && isYearWord(wordAt(tokens, at + 1)) ? at + 2 : at + 1
  const year = readYear(tokens, yearAt)
  return year ? part(at, year.next, { unit: 'fiscalYear', number: 1, year: year.value }) : null
}

const isQuarterWord = wordSet('quarter')
const isHalfWord = wordSet('half')
const isCenturyWord = wordSet('century centuries')

/** "third quarter", "first half of 2025", "the 19th century"; `at` is the ordinal. */
export function readOrdinalPeriod(tokens: Tokens, at: number): DateExpression | null {
  const ordinal = readOrdinal(tokens, at)
  if (!ordinal) return null
  const unitAt = isDash(tokens, ordinal.next) && isGlued(tokens, ordinal.next) ? ordinal.next + 1 : ordinal.next
  const word = wordAt(tokens, unitAt)
  if (!isWord(tokens, unitAt) || unitOf(word) === undefined) return null
  const first = isThe(wordAt(tokens, at - 1)) ? at - 1 : at
  if (isCenturyWord(word)) {
    return ordinal.value <= 30 ? { first, next: unitAt + 1, anchor: years('century', (ordinal.value - 1) * 100) } : null
  }
  const year = readPeriodYear(tokens, unitAt + 1)
  if (isQuarterWord(word) && ordinal.value <= 4) {
    return part(first, year?.next ?? unitAt + 1, { unit: 'quarter', number: ordinal.value, ...year?.value })
  }
  if (isHalfWord(word) && ordinal.value <= 2 && year) return part(first, year.next, { unit: 'half', number: ordinal.value, ...year.value })
  return null
}
