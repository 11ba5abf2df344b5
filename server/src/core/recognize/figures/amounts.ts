import { Gap, LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { currencyAfter, currencyBefore, sameCurrency } from './currencies'
import { exactDraft, type Draft } from './draft'
import { isArticle, isOf, letterScales, shortScales } from './numberWords'
import { isSpacedDecimal, readSpacedDecimal } from './numerals'
import { readNumber, scaled, type NumberReading } from './numbers'
import { isPluralNoun } from './nouns'
import { isDash, isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lengthAt, Sign, wordAt } from '../scan'
import { readShare } from './percents'
import { isAngle, isCurrency } from './senses'
import { readUnit, type UnitReading } from './units'

const isMinus = wordSet('minus negative')
const isPence = wordSet('p')
const takesLength = wordSet(
  'tall high long wide deep away final finals sprint sprints race races relay freestyle hurdles hurdle backstroke butterfly breaststroke medley runner champion from above below apart thick underwater dash swim walk run steeplechase square',
)

/** Whether the letter m after a number means million: a counted plural follows and no word of length. */
const countsMillions = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at, isOf) || currencyAfter(tokens, at) !== null || (isPluralNoun(tokens, at) && !isOneOf(tokens, at, takesLength))

const isAboutLength = wordSet(
  `tall high long wide deep away final finals sprint freestyle relay hurdles butterfly above below apart thick underwater height depth length width
   distance altitude elevation level levels river rivers wave waves tide tides swell swells flood floods jump jumped jumps leap leapt threw throw
   throws thrown shot javelin discus pole vault cleared snow rain rainfall water sea waters underground metre metres meter meters ft feet foot km
   kilometre kilometres mile miles cm mm inch inches pool track pitch tower towers wall walls fence bridge tunnel building mast statue hill
   mountain peak summit radius diameter crater wingspan runway rope cable pipe trench ditch ship boat yacht cliff hole tree trees man woman person`,
)

/** How many tokens to either side tell of a length. */
const AROUND = 12

/** Whether "11.4m" is none of the lengths that are told with a decimal: nothing around it speaks of one. */
function isFarFromLengths(tokens: Tokens, at: number): boolean {
  for (let near = Math.max(0, at - AROUND); near < Math.min(tokens.count, at + AROUND); near++)
    if (near !== at && isOneOf(tokens, near, isAboutLength)) return false
  return true
}

/** The step of "11.4m": lengths mostly have two decimals or none. */
const TENTH = 0.1

/** The scale that an abbreviation after a number stands for: "3.5bn", "120K", "$5 m"; but not "T" of "a $20m T20 game". */
function abbreviatedScale(tokens: Tokens, at: number, isMoney: boolean, step: number): number | undefined {
  const word = wordAt(tokens, at)
  if (word === 0 || tokens.gaps[at] === Gap.newline) return undefined
  const glued = isGlued(tokens, at)
  const short = shortScales(word)
  if (short !== undefined)
    return glued || tokens.cases[at] !== LetterCase.capitalised ? notMillimetres(tokens, at, isMoney, short) : undefined
  const scale = letterScales(word)
  const beginsName = isDigits(tokens, at + 1) && isGlued(tokens, at + 1)
  if (scale === undefined || (!glued && !isMoney) || beginsName) return undefined
  if (isMoney) return scale
  if (scale === 1e12) return undefined
  if (scale !== 1e6) return scale
  const isMillion = tokens.cases[at] === LetterCase.capitalised || countsMillions(tokens, at + 1)
  return isMillion || (step === TENTH && isFarFromLengths(tokens, at)) ? scale : undefined
}

/** "mm" is a million only in capitals or of money. */
const notMillimetres = (tokens: Tokens, at: number, isMoney: boolean, scale: number): number | undefined =>
  tokens.text.charCodeAt(tokens.starts[at] + 1) === 0x6d && lengthAt(tokens, at) === 2 && !isMoney ? undefined : scale

/** The token of a minus sign or word before a number, or `first`. */
function withMinus(tokens: Tokens, first: number, floor: number): number {
  const at = first - 1
  if (at < floor) return first
  if (isOneOf(tokens, at, isMinus)) return at
  const isSign = isDash(tokens, at) && (isSymbol(tokens, at, Sign.hyphen) || isSymbol(tokens, at, Sign.minus))
  if (!isSign || !isGlued(tokens, first)) return first
  const standsAlone = at === 0 || !isGlued(tokens, at) || isSymbol(tokens, at - 1, Sign.openParen)
  return standsAlone && !isDigits(tokens, at - 1) ? at : first
}

/** Takes in the minus before the number or before its currency: "-5", "minus five", "-$5", "$-5". */
function takeMinus(tokens: Tokens, draft: Draft, isMoney: boolean, floor: number): void {
  const signed = withMinus(tokens, draft.first, floor)
  const isInside = isMoney && withMinus(tokens, draft.numberFirst, draft.first + 1) !== draft.numberFirst
  if (signed === draft.first && !isInside) return
  draft.first = signed
  if (!isMoney) draft.numberFirst = signed
  draft.low = -draft.low!
  draft.high = draft.low
}

/** Whether a decimal of tokenised text, "3 . 5 %", is confirmed by what stands around it. */
function readTokenised(tokens: Tokens, at: number, floor: number): NumberReading | null {
  if (!isDigits(tokens, at) || !isSpacedDecimal(tokens, at + 1)) return null
  const { next, value, step } = readSpacedDecimal(tokens, at)
  const confirmed = readShare(tokens, next) ?? readUnit(tokens, next) ?? currencyBefore(tokens, at, floor)
  const number: NumberReading = { first: at, next, kind: 'cardinal', value, step, scale: 1 }
  return confirmed ? number : null
}

/**
 * Reads a number with its sign, currency, scale and unit.
 * @param at a token at which a number may begin
 * @param floor the first token that may be used for what stands before the number
 * @returns the figure, or the token at which to go on where there is none
 */
export function readAmount(tokens: Tokens, at: number, floor: number): Draft | number {
  const number = readTokenised(tokens, at, floor) ?? readNumber(tokens, at)
  if (number === null) return at + 1
  if (Number.isNaN(number.value)) return number.next
  const first = isSymbol(tokens, at - 1, Sign.point) && isGlued(tokens, at) && number.step < 1 && at > floor ? pointBefore(tokens, at) : at
  const draft = exactDraft(first, number.next, number.value, number.step, number.kind === 'cardinal' ? 'count' : number.kind)
  draft.scale = number.scale
  if (number.kind === 'ordinal') return draft
  const currency = currencyBefore(tokens, first, floor)
  if (currency) draft.first = currency.first
  applyScale(tokens, draft, currency !== null)
  takeMinus(tokens, draft, currency !== null, floor)
  if (currency) return asMoney(tokens, draft, currency.currency)
  return measured(tokens, draft)
}

/** A decimal point without digits before it belongs to the number. */
const pointBefore = (tokens: Tokens, at: number): number => (at === 1 || !isGlued(tokens, at - 1) || !isWord(tokens, at - 2) ? at - 1 : at)

function applyScale(tokens: Tokens, draft: Draft, isMoney: boolean): void {
  const scale = abbreviatedScale(tokens, draft.next, isMoney, draft.step)
  if (scale === undefined) return
  draft.low = scaled(draft.low!, scale)
  draft.high = draft.low
  draft.step = scaled(draft.step, scale)
  draft.scale = scale
  draft.next++
  draft.numberNext = draft.next
  if (draft.dimension === 'fraction') draft.dimension = 'count'
}

/** Money by the sign before it; a currency repeated after it is part of it ("$9.99 US dollars"). */
function asMoney(tokens: Tokens, draft: Draft, currency: string): Draft {
  draft.dimension = 'money'
  draft.unit = currency
  const repeated = isWord(tokens, draft.next) || isHyphen(tokens, draft.next) ? currencyAfter(tokens, draft.next) : null
  if (repeated && sameCurrency(currency, repeated.currency) && repeated.currency !== 'cent') {
    draft.next = repeated.next
    if (currency === '$') draft.unit = repeated.currency
  }
  return draft
}

/** "50p", but not the lines of a picture, "1080p" */
const isPenceAt = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at, isPence) && isGlued(tokens, at) && tokens.cases[at] === LetterCase.lower && lengthAt(tokens, at - 1) < 4

const isX = wordSet('x')

/** "2.3x", but not "2x4" */
const isTimes = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at, isX) && !(isGlued(tokens, at + 1) && (isDigits(tokens, at + 1) || isWord(tokens, at + 1)))

/** Reads the percent sign, currency or unit after a number. */
function measured(tokens: Tokens, draft: Draft): Draft | number {
  const { next } = draft
  const place = unitPlace(tokens, draft)
  const share = readShare(tokens, place)
  if (share) return withUnit(tokens, draft, share.dimension, share.unit, share.next)
  const money = currencyAfter(tokens, place)
  if (money && isCurrency(tokens, draft, money)) return withUnit(tokens, draft, 'money', money.currency, money.next)
  if (isPenceAt(tokens, next)) return withUnit(tokens, draft, 'money', 'penny', next + 1)
  const unit = readUnit(tokens, place) ?? readQualifiedTime(tokens, place)
  if (unit) return withUnit(tokens, draft, isAngle(tokens, draft, unit) ? 'angle' : unit.unit.dimension, unit.unit.symbol, unit.next)
  if (isSymbol(tokens, next, Sign.doublePrime)) return withUnit(tokens, draft, 'length', 'in', next + 1)
  if (isSymbol(tokens, next, Sign.prime)) return withUnit(tokens, draft, 'length', 'ft', next + 1)
  // letters or digits written on to the number make it a code: "747s", "3D", "67P"
  if (isGlued(tokens, next) && !isTimes(tokens, next) && (isWord(tokens, next) || isDigits(tokens, next)) && isDigits(tokens, next - 1))
    return next + 1
  draft.hyphenated = isHyphen(tokens, next) && isGlued(tokens, next) && isGlued(tokens, next + 1)
  return draft
}

const qualifiesTime = wordSet('more further additional extra full whole straight consecutive long short')

/** The unit of "two full days", "three straight weeks"; the token is the word before it. */
function readQualifiedTime(tokens: Tokens, at: number): UnitReading | null {
  const unit = isOneOf(tokens, at, qualifiesTime) && isWord(tokens, at + 1) ? readUnit(tokens, at + 1) : null
  return unit?.unit.dimension === 'duration' ? unit : null
}

/** After "half" an article may stand before the unit: "half an hour", "half a percent". */
const unitPlace = (tokens: Tokens, draft: Draft): number =>
  draft.dimension === 'fraction' && isOneOf(tokens, draft.next, isArticle) ? draft.next + 1 : draft.next

function withUnit(tokens: Tokens, draft: Draft, dimension: Draft['dimension'], unit: string, next: number): Draft {
  draft.hyphenated = isHyphen(tokens, draft.next) && isGlued(tokens, draft.next)
  draft.dimension = dimension
  draft.unit = unit
  draft.next = next
  return draft
}
