import { TokenKind, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import { currencyAfter } from './currencies'
import { exactDraft, type Draft } from './draft'
import { digitCounts, isArticle, isOf, magnitudes, quantifiers, scales } from './numberWords'
import { afterHyphen, isDigits, isGlued, isHyphen, isOneOf, isWord, wordAt } from '../scan'
import { endsPhrase } from './nouns'
import { readUnit } from './units'

/** Figures without a written number: orders of magnitude, and words that multiply. */

const isDigit = wordSet('digit digits')
const isFigure = wordSet('figure figures')

function vagueDraft(first: number, next: number, low: number, high: number): Draft {
  return { ...exactDraft(first, next, low, low, 'count'), high, bound: 'range', vague: true }
}

/** Currency or unit after a vague number, past "of": "hundreds of millions of dollars". */
function withMeasure(tokens: Tokens, draft: Draft): Draft {
  const at = isOneOf(tokens, draft.next, isOf) ? draft.next + 1 : draft.next
  const money = currencyAfter(tokens, at)
  const unit = money ? null : readUnit(tokens, at)
  if (money) return { ...draft, dimension: 'money', unit: money.currency, next: money.next }
  return unit ? { ...draft, dimension: unit.unit.dimension, unit: unit.unit.symbol, next: unit.next } : draft
}

/** "dozens", "tens of thousands", "hundreds of millions" */
function magnitude(tokens: Tokens, at: number): Draft | null {
  const size = magnitudes(wordAt(tokens, at))
  if (size === undefined || isDigits(tokens, at - 1)) return null
  let next = at + 1
  let scale = 1
  for (let inner = isOneOf(tokens, next, isOf) ? magnitudes(wordAt(tokens, next + 1)) : undefined; inner;) {
    scale *= scaleOf(inner.low)
    next += 2
    inner = isOneOf(tokens, next, isOf) ? magnitudes(wordAt(tokens, next + 1)) : undefined
  }
  // "tens" alone, "scores of" and "thousands" of a sum need a noun: "tens of people"
  if (next === at + 1 && bareTens(tokens.words[at]) && !isOneOf(tokens, next, isOf)) return null
  const high = scale > 1 ? Math.min(size.high, 9 * scaleOf(size.low) * 10) : size.high
  return withOf(tokens, withMeasure(tokens, vagueDraft(at, next, size.low * scale, high * scale)))
}
/** "of" belongs to the figure, since a number in its place would stand without it: "dozens of people", "47 people". */
function withOf(tokens: Tokens, draft: Draft): Draft {
  const isCount = draft.unit === null && isOneOf(tokens, draft.next, isOf) && isWord(tokens, draft.next + 1)
  return isCount ? { ...draft, next: draft.next + 1 } : draft
}
const bareTens = wordSet('tens scores')
const scaleOf = (low: number): number => (low === 24 ? 12 : low === 40 ? 20 : low / 2)

/** "several hundred", "a few thousand", "a couple of million" */
function quantified(tokens: Tokens, at: number): Draft | null {
  const count = quantifiers(wordAt(tokens, at))
  if (count === undefined) return null
  const place = isOneOf(tokens, at + 1, isOf) ? at + 2 : at + 1
  const scale = scales(wordAt(tokens, place))
  if (scale === undefined) return null
  const further = scales(wordAt(tokens, place + 1)) ?? 1
  const next = further === 1 ? place + 1 : place + 2
  const first = isOneOf(tokens, at - 1, isArticle) ? at - 1 : at
  return withMeasure(tokens, {
    ...vagueDraft(at, next, count.low * scale * further, count.high * scale * further),
    first,
    amountFirst: first,
  })
}

/** "triple-digit", "six-figure" */
function digitCount(tokens: Tokens, at: number): Draft | null {
  const digits = digitCounts(wordAt(tokens, at))
  const place = afterHyphen(tokens, at + 1)
  if (digits === undefined || !(isOneOf(tokens, place, isDigit) || isOneOf(tokens, place, isFigure))) return null
  if (isOneOf(tokens, place, isFigure) && digits < 4) return null
  const low = digits === 1 ? 1 : 10 ** (digits - 1)
  return { ...vagueDraft(at, place + 1, low, 10 ** digits - 1), dimension: 'digits' }
}

/** Verbs and adverbs that multiply. */
const multipliers = wordTable<number>({
  'doubled doubling doubles': 2,
  'tripled tripling triples trebled trebling trebles': 3,
  'quadrupled quadrupling quadruples': 4,
  'quintupled quintupling': 5,
  'halved halving': 0.5,
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  sevenfold: 7,
  eightfold: 8,
  ninefold: 9,
  tenfold: 10,
  hundredfold: 100,
})
/** Words that multiply only before what is multiplied: "double the rate", "twice as many". */
const comparing = wordTable<number>({ double: 2, 'triple treble': 3, quadruple: 4, twice: 2, thrice: 3 })
const compared = wordSet('the that its their what as his her our last')
const leads = wordSet('more than nearly almost about roughly over to')
const isAs = wordSet('as the that its more larger higher bigger greater faster smaller what their his her likely')
const isTimes = wordSet('times')
const isFold = wordSet('fold')
const isX = wordSet('x')

function multiplier(tokens: Tokens, at: number): Draft | null {
  const word = wordAt(tokens, at)
  const verb = multipliers(word)
  const value = verb ?? (isOneOf(tokens, at + 1, compared) || isOneOf(tokens, at - 1, leads) ? comparing(word) : undefined)
  if (value === undefined || (verb === undefined && isHyphen(tokens, at + 1))) return null
  return { ...exactDraft(at, at + 1, value, 1, 'multiple'), unit: '×' }
}

/** Makes a multiple of a number: "three times as many", "10x", "ten-fold". */
export function asMultiple(tokens: Tokens, draft: Draft): void {
  if (draft.dimension !== 'count' || draft.unit !== null) return
  const place = afterHyphen(tokens, draft.next)
  const isMultiple =
    (isOneOf(tokens, place, isTimes) && isOneOf(tokens, place + 1, isAs)) ||
    isOneOf(tokens, place, isFold) ||
    (isOneOf(tokens, draft.next, isX) && isGlued(tokens, draft.next))
  if (!isMultiple) return
  draft.dimension = 'multiple'
  draft.unit = '×'
  draft.next = place + 1
}

const partCounts = wordTable<number>({ single: 1, double: 2, triple: 3 })
const isEvery = wordSet('every each any')
const isPart = wordSet('storey story storeyed storied lane')

/** How many parts something has: "a single-storey house", "a double-lane road"; without a hyphen only before what has them. */
function partCount(tokens: Tokens, at: number): Draft | null {
  const count = partCounts(wordAt(tokens, at))
  const place = afterHyphen(tokens, at + 1)
  if (count === undefined || !isOneOf(tokens, place, isPart)) return null
  const hasNoun = !isOneOf(tokens, at - 1, isEvery) && isWord(tokens, place + 1) && !endsPhrase(tokens, place + 1)
  return place > at + 1 || hasNoun ? { ...exactDraft(at, at + 1, count, 1, 'count'), hyphenated: true } : null
}

/** Reads a figure that begins with a word that is no number: "dozens", "several hundred", "triple-digit", "doubled", "single-storey". */
export function readVague(tokens: Tokens, at: number): Draft | null {
  if (tokens.kinds[at] !== TokenKind.word) return null
  return digitCount(tokens, at) ?? partCount(tokens, at) ?? magnitude(tokens, at) ?? quantified(tokens, at) ?? multiplier(tokens, at)
}

/** Whether a word can begin such a figure. */
export const opensVague = (word: number): boolean =>
  magnitudes(word) !== undefined ||
  quantifiers(word) !== undefined ||
  multipliers(word) !== undefined ||
  comparing(word) !== undefined ||
  digitCounts(word) !== undefined ||
  partCounts(word) !== undefined
