import { Gap, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { readAmount } from './amounts'
import { sameCurrency } from './currencies'
import type { Draft } from './draft'
import { isPluralNoun } from './nouns'
import { scaled } from './numbers'
import { isDash, isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lengthAt, Sign, wordAt } from '../scan'

const isTo = wordSet('to through')
const isAnd = wordSet('and')
const isOr = wordSet('or')
const isIn = wordSet('in')
const isOut = wordSet('out')
const isOf = wordSet('of')
const isEvery = wordSet('every')
const isBetween = wordSet('between')
const isFrom = wordSet('from')
const rangesFrom = wordSet('range ranges ranged ranging anywhere vary varies varied varying somewhere')
const playsFor = wordSet(
  `win wins won winning beat beats beaten beating lose loses lost losing defeat defeats defeated defeating victory draw drew drawn lead leads led
   trail trailed trailing score scores scored level thrash thrashed vote voted votes ruled ruling decision loss aggregate against over match game final set`,
)
const isPersonal = wordSet(
  'people men women children patients adults households respondents voters americans britons girls boys students workers',
)

const isBare = (draft: Draft): boolean =>
  draft.dimension === 'count' && draft.unit === null && draft.bound === 'exact' && draft.low !== null
const isSmallInteger = (draft: Draft, limit: number): boolean =>
  isBare(draft) && Number.isInteger(draft.low) && draft.low! >= 0 && draft.low! < limit && draft.scale === 1

/** Reads the amount that begins at `at`, or null. */
function amountAt(tokens: Tokens, at: number): Draft | null {
  if (at >= tokens.count || tokens.gaps[at] === Gap.newline) return null
  const begins = beginsWithSign(tokens, at)
  const amount = readAmount(tokens, begins, at)
  return typeof amount === 'number' || amount.first !== at || amount.dimension === 'ordinal' ? null : amount
}

const METRES_OR_MILLIONS = 'm'
const MILLION = 1e6

/** The amount that begins at `at` and ends a range: after money "m" is no length, "$560–600m". */
function amountBeside(tokens: Tokens, first: Draft, at: number): Draft | null {
  const second = amountAt(tokens, at)
  if (second === null || second.low === null || first.dimension !== 'money' || second.unit !== METRES_OR_MILLIONS) return second
  if (lengthAt(tokens, second.next - 1) > 1) return second
  const value = scaled(second.low, MILLION)
  const step = scaled(second.step, MILLION)
  return { ...second, dimension: 'count', unit: null, low: value, high: value, step, scale: MILLION, numberNext: second.next }
}

/** Steps over currency signs and letters before the digits, "US$" and the like. */
function beginsWithSign(tokens: Tokens, at: number): number {
  let place = at
  while (
    place < at + 3 &&
    !isDigits(tokens, place) &&
    (isGlued(tokens, place + 1) || isSymbol(tokens, place, 0x24)) &&
    !isWordNumber(tokens, place)
  )
    place++
  return isDigits(tokens, place) ? place : at
}
const isWordNumber = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && wordAt(tokens, at) !== 0 && !isGlued(tokens, at + 1)

/** Whether a range's ends agree in kind, or one of them leaves its unit to the other. */
function agree(low: Draft, high: Draft): boolean {
  if (low.unit === high.unit && low.dimension === high.dimension) return true
  if (low.dimension === 'money' && high.dimension === 'money') return sameCurrency(low.unit!, high.unit!)
  if (low.dimension === 'money' && isBare(high)) return true
  return (isBare(low) || low.dimension === 'fraction') && low.scale === 1 && high.dimension !== 'score'
}

/** Takes the second number's tokens into the figure. */
function withSecond(first: Draft, second: Draft): void {
  first.next = second.next
  first.lastFirst = second.numberFirst
  first.lastNext = second.numberNext
  first.hyphenated = second.hyphenated
}

/** Makes one range of its two ends; a scale written once ("2-3 million") holds for both. */
function merge(low: Draft, high: Draft): void {
  const sharesScale = low.scale === 1 && high.scale > 1 && low.low! < 1000 && scaled(low.low!, high.scale) <= high.high!
  const from = sharesScale ? scaled(low.low!, high.scale) : low.low!
  if (low.dimension !== 'money' || high.dimension === 'money') {
    low.dimension = high.dimension === 'fraction' ? low.dimension : high.dimension
    low.unit = high.unit ?? low.unit
  }
  low.low = Math.min(from, high.high!)
  low.high = Math.max(from, high.high!)
  low.step = high.step
  low.scale = high.scale
  low.bound = 'range'
  withSecond(low, high)
}

function asPair(first: Draft, second: Draft, dimension: 'score' | 'ratio'): void {
  first.dimension = dimension
  first.second = second.low
  withSecond(first, second)
}

const CONTEXT = 8

/** Whether words about contests stand near a pair of numbers. */
function isContest(tokens: Tokens, draft: Draft, next: number): boolean {
  for (let at = Math.max(0, draft.first - CONTEXT); at < draft.first; at++) if (isOneOf(tokens, at, playsFor)) return true
  for (let at = next; at < Math.min(tokens.count, next + 4); at++) if (isOneOf(tokens, at, playsFor)) return true
  return false
}

/** "2-1", "10-12 per cent", "$60-$65", "1000–5000" */
function dashed(tokens: Tokens, draft: Draft, floor: number): boolean {
  const dash = draft.next
  if (!isDash(tokens, dash) || tokens.gaps[dash] !== tokens.gaps[dash + 1] || tokens.gaps[dash] === Gap.newline) return false
  const second = amountBeside(tokens, draft, dash + 1)
  if (second === null || second.low === null) return false
  const tight = isGlued(tokens, dash)
  const cued = draft.first > floor && isOneOf(tokens, draft.first - 1, rangeCue)
  const falls = tight && isSmallInteger(draft, 1000) && isSmallInteger(second, 1000) && second.low < draft.low!
  const small = isSmallInteger(draft, 200) && isSmallInteger(second, 200)
  if (falls || (small && !cued)) {
    const counts = draft.low! < second.low && isPluralNoun(tokens, second.next) && !isContest(tokens, draft, second.next)
    const isScore = !counts && (tight || isContest(tokens, draft, second.next)) && !second.hyphenated
    if (isScore) {
      asPair(draft, second, 'score')
      return true
    }
  }
  if (!agree(draft, second) || second.high! <= draft.low!) return false
  merge(draft, second)
  return true
}
const rangeCue = wordSet('aged ages age from about around between over pages of for to in nos')

/** "25,000 to 30,000", "10% to 15%"; a change "from 10 to 15" is two figures unless it is said to range. */
function spanned(tokens: Tokens, draft: Draft, floor: number): boolean {
  const link = draft.next
  if (isSymbol(tokens, link, Sign.tilde)) return joined(tokens, draft, link + 1)
  const tied = isHyphen(tokens, link) && isGlued(tokens, link) ? link + 1 : link
  if (!isOneOf(tokens, tied, isTo)) return false
  const start = tied !== link && isHyphen(tokens, tied + 1) ? tied + 2 : tied + 1
  const before = draft.first - 1
  if (before >= floor && isOneOf(tokens, before, isFrom)) {
    if (!isOneOf(tokens, before - 1, rangesFrom)) return false
    draft.first = before
    return joined(tokens, draft, start)
  }
  const second = amountAt(tokens, start)
  if (second !== null && isSmallInteger(draft, 30) && isSmallInteger(second, 30) && second.low! < draft.low! && tied !== link) {
    asPair(draft, second, 'ratio')
    return true
  }
  return joined(tokens, draft, start)
}

function joined(tokens: Tokens, draft: Draft, start: number): boolean {
  const second = amountBeside(tokens, draft, start)
  if (second === null || second.low === null || draft.low === null || !agree(draft, second) || second.high! <= draft.low) return false
  merge(draft, second)
  return true
}

/** "between 10% and 15%" */
function between(tokens: Tokens, draft: Draft, floor: number): boolean {
  const before = draft.first - 1
  if (before < floor || !isOneOf(tokens, before, isBetween) || !isOneOf(tokens, draft.next, isAnd)) return false
  if (!joined(tokens, draft, draft.next + 1)) return false
  draft.first = before
  return true
}

/** "two or three", "40 or 50" */
function either(tokens: Tokens, draft: Draft): boolean {
  if (!isOneOf(tokens, draft.next, isOr) || !isSmallInteger(draft, 1000)) return false
  const second = amountAt(tokens, draft.next + 1)
  if (second === null || second.low === null || second.low <= draft.low! || second.low > draft.low! * 3 * second.scale) return false
  return joined(tokens, draft, draft.next + 1)
}

/** "1 in 16", "two out of three", "3:1" */
function ratio(tokens: Tokens, draft: Draft): boolean {
  if (!isSmallInteger(draft, 1000)) return false
  const colon = isSymbol(tokens, draft.next, Sign.colon) && isGlued(tokens, draft.next) && isGlued(tokens, draft.next + 1)
  const outOf = isOneOf(tokens, draft.next, isOut) && isOneOf(tokens, draft.next + 1, isOf)
  const isInRatio = isOneOf(tokens, draft.next, isIn)
  if (!colon && !outOf && !isInRatio) return false
  const start = draft.next + (outOf ? 2 : 1)
  const second = amountAt(tokens, isInRatio && isOneOf(tokens, start, isEvery) ? start + 1 : start)
  if (second === null || !isBare(second) || !Number.isInteger(second.low)) return false
  if (!colon && draft.low! >= second.low!) return false
  if (isInRatio && !isShare(tokens, draft, second)) return false
  asPair(draft, second, 'ratio')
  return true
}

/** Whether "A in B" is a share: one in any number, or a few in a round few, with nothing or people counted. */
function isShare(tokens: Tokens, draft: Draft, second: Draft): boolean {
  if (second.hyphenated || (second.low! >= 1500 && second.low! <= 2100)) return false
  const counted = isPluralNoun(tokens, second.next) && !isOneOf(tokens, second.next, isPersonal)
  if (draft.low === 1) return true
  return !counted && draft.low! < 10 && (second.low! <= 10 || second.low! % 10 === 0)
}

/**
 * Reads on from one amount to a second that belongs to the same figure: a range, a score or a ratio.
 * @param floor the first token that may be used for what stands before
 */
export function readPair(tokens: Tokens, draft: Draft, floor: number): boolean {
  if (draft.low === null || draft.dimension === 'ordinal') return false
  return (
    between(tokens, draft, floor) ||
    dashed(tokens, draft, floor) ||
    ratio(tokens, draft) ||
    spanned(tokens, draft, floor) ||
    either(tokens, draft)
  )
}
