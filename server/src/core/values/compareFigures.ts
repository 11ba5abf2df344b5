import { SINCE, type Bound, type Dimension, type Figure } from '../recognize/figure'
import { quantityBeside, type Quantity } from './quantities'
import type { Comparison } from './comparison'

/** Greatest error of rounding that a plain figure and one with "about" may have, as a share of the value. */
const ROUNDING = 0.035
const APPROXIMATION = 0.1
/** Whole numbers below this are meant to the unit, round or not: "20 people" is not 19. */
const SMALL = 100
const NOISE = 1e-9

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= NOISE * Math.max(1e-12, Math.abs(a), Math.abs(b))

const sameEnd = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && isSame(a, b))

/** The number that a figure writes, where its bound leaves one end open. */
const stated = ({ low, high }: Quantity): number => (low ?? high)!

/** How far a bound reaches: one step of the last digit that is not a trailing zero, five for a 5 ("over 250" reaches 300). */
function reach(quantity: Quantity): number {
  const digits = Math.round(Math.abs(stated(quantity)) / quantity.roundStep)
  return digits % 5 === 0 && digits % 10 !== 0 && digits > 5 ? 5 * quantity.roundStep : quantity.roundStep
}

/** How finely the evidence is written; a fraction stands for its exact value. */
const evidenceStep = (evidence: Figure, given: Quantity): number => (evidence.dimension === 'fraction' ? 0 : given.step)

/** Whether an exact value in the evidence rounds to the claim's, which must be written more coarsely. */
function roundsTo(claim: Quantity, value: number, finest: number): boolean {
  const said = stated(claim)
  const step = Math.abs(said) < SMALL * claim.step ? claim.step : claim.roundStep
  if (finest >= step) return false
  return Math.abs(said - value) <= Math.min(step / 2, ROUNDING * Math.abs(value)) * (1 + NOISE)
}

/** Whether two figures in different units round to each other: 13 km and 8 miles. The duration and share of a thing are told exactly. */
function convertsTo(claim: Figure, evidence: Figure, said: Quantity, given: Quantity): boolean {
  if (claim.unit === evidence.unit || claim.dimension !== evidence.dimension || exactly.has(claim.dimension)) return false
  if (claim.unit === BARE_DEGREE || evidence.unit === BARE_DEGREE) return false
  const [mine, theirs] = [stated(said), stated(given)]
  const rounding = Math.min((said.roundStep + given.roundStep) / 2, ROUNDING * Math.abs(theirs))
  return Math.abs(mine - theirs) <= Math.max(rounding, (said.step + given.step) / 2) * (1 + NOISE)
}

/** Degrees of a scale that is not named: that of the other figure. */
const BARE_DEGREE = '°'

const exactly: ReadonlySet<Dimension> = new Set(['duration', 'money', 'percent', 'percentagePoint', 'age'])

/** Whether an exact value lies where the claim's bound says, and near enough for the bound to be the natural one. */
function satisfies(bound: Bound, claim: Quantity, value: number): boolean {
  const said = stated(claim)
  const distance = value - said
  const width = reach(claim) * (1 - NOISE)
  switch (bound) {
    case 'atLeast':
    case 'moreThan':
      return distance >= 0 && distance < width
    case 'atMost':
    case 'lessThan':
    case 'nearly':
      return distance <= 0 && -distance < width
    case 'about':
      return Math.abs(distance) <= Math.min(width / 2, APPROXIMATION * Math.abs(said))
    default:
      return false
  }
}

const upper: ReadonlySet<Bound> = new Set(['atMost', 'lessThan'])
const lower: ReadonlySet<Bound> = new Set(['atLeast', 'moreThan'])

/** Whether two figures set a limit to the same side: "under 15" is not what "under 12" says, though it holds of it. */
const boundsAlike = (a: Bound, b: Bound): boolean => (upper.has(a) && upper.has(b)) || (lower.has(a) && lower.has(b))

/** By which share of a limit another one to the same side may differ and yet be told as it: "more than 1 million" for 1.2 million. */
const SAME_LIMIT = 0.25

const isFar = (a: number, b: number): boolean => Math.abs(a - b) > SAME_LIMIT * Math.max(Math.abs(a), Math.abs(b))

const isInside = (value: number, { low, high }: Quantity): boolean =>
  (low === null || value >= low - NOISE * Math.abs(low)) && (high === null || value <= high + NOISE * Math.abs(high))

/** Whether two spreads share a value; an open end reaches as far as it may. */
const meets = (a: Quantity, b: Quantity): boolean =>
  (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity)

const isSpread = (figure: Figure): boolean => figure.bound === 'range'

/** A range or vague claim: it holds its members, and another range when the ends round to its own. */
function compareSpread(claim: Figure, evidence: Figure, said: Quantity, given: Quantity): Comparison {
  if (!isSpread(evidence)) return isInside(stated(given), said) ? 'compatible' : 'different'
  if (claim.vague || evidence.vague) return said.low! <= given.high! && given.low! <= said.high! ? 'compatible' : 'different'
  const ends: [number, number][] = [
    [said.low!, given.low!],
    [said.high!, given.high!],
  ]
  const rounds = ends.every(([mine, theirs]) => isSame(mine, theirs) || roundsTo({ ...said, low: mine, high: mine }, theirs, given.step))
  return rounds ? 'compatible' : 'different'
}

/** Scores and ratios are compared member by member; a score may be told from either side. */
function comparePairs(claim: Figure, evidence: Figure): Comparison {
  const straight = claim.low === evidence.low && claim.second === evidence.second
  if (straight) return 'equal'
  if (claim.dimension === 'score') return claim.low === evidence.second && claim.second === evidence.low ? 'equal' : 'different'
  return isSame(claim.low! / claim.second!, evidence.low! / evidence.second!) ? 'compatible' : 'different'
}

/** Percent and percentage points are often confused: the same number supports, another number says nothing. */
function comparePoints(claim: Figure, evidence: Figure): Comparison {
  const points = (figure: Figure): number => (figure.low ?? figure.high)! * (figure.unit === 'bp' ? 0.01 : 1)
  return isSame(points(claim), points(evidence)) ? 'compatible' : 'incomparable'
}

const MILLION = 1e6

/**
 * Whether a bare number may leave out what the other says: an age, a percent sign after a decimal, the currency of millions; or whether
 * the other says how many of how many. Where it is the same it supports, otherwise it says nothing.
 */
function mayLeaveOut(bare: Figure, full: Figure): boolean {
  if (bare.dimension !== 'count') return false
  if (full.dimension === 'ratio') return true
  if (bare.noun !== null) return false
  return (
    full.dimension === 'age' ||
    (full.dimension === 'percent' && bare.step < 1) ||
    (full.dimension === 'money' && (bare.high ?? bare.low)! >= MILLION)
  )
}

const compareNumbers = (a: Figure, b: Figure): Comparison =>
  a.low !== null && a.low === b.low && a.high === b.high ? 'compatible' : 'incomparable'

/** "in the sixth minute" and "after six minutes" tell of one moment. */
const isMoment = (a: Figure, b: Figure): boolean =>
  a.dimension === 'ordinal' && a.noun === 'minute' && b.dimension === 'duration' && b.unit === 'min' && b.bound === 'exact'

/** What happens after six minutes happens in the sixth or the seventh. */
const compareMoment = (ordinal: Figure, duration: Figure): Comparison =>
  [0, 1].includes(ordinal.low! - duration.low!) ? 'compatible' : 'different'

/** A deal for three years says nothing of what happened "three years after" something. */
const isOtherTime = (a: Figure, b: Figure): boolean => a.isLapse && !b.isLapse && b.dimension === 'duration' && b.noun !== null

/** What a figure numbers in a row: "round" of "the fifth round", "five rounds" and "Round 5". */
const numbered = ({ dimension, noun, series }: Figure): string | null =>
  dimension === 'designation' ? series : noun === null ? null : noun.replace(/s$/, '')

const numbers: ReadonlySet<Dimension> = new Set(['ordinal', 'designation', 'count'])

/** Whether one figure numbers the member of a row that the other counts up to, or numbers in another way. */
const areOfOneRow = (a: Figure, b: Figure): boolean =>
  numbers.has(a.dimension) && numbers.has(b.dimension) && numbered(a) !== null && numbered(a) === numbered(b)

/** Where the fifth round is held, five were, and no four; but of seven rounds there is a fifth too. */
function compareOfOneRow(a: Figure, b: Figure): Comparison {
  if (a.low === b.low && a.high === b.high) return 'compatible'
  if (a.dimension !== 'count' && b.dimension !== 'count') return 'different'
  const [count, rank] = a.dimension === 'count' ? [a, b] : [b, a]
  return count.bound === 'exact' && stated(count) < stated(rank) ? 'different' : 'incomparable'
}

/** The first "since 1998" is no other than the third ever. */
const isFirstSince = ({ dimension, per, low }: Figure): boolean => dimension === 'ordinal' && per === SINCE && low === 1

/** The first of all is also the first of a time; otherwise ranks within a time and ranks of all say nothing of each other. */
const compareFirst = (a: Figure, b: Figure): Comparison =>
  a.dimension === b.dimension && a.low === 1 && b.low === 1 ? 'compatible' : 'incomparable'

/** Dimensions that tell of one thing in different ways. An order of magnitude ("triple-digit") tells something of any number. */
const kindred: readonly (readonly Dimension[])[] = [
  ['percent', 'percentagePoint'],
  ['percent', 'fraction', 'ratio'],
  ['multiple', 'fraction'],
  ['count', 'age'],
  ['count', 'percent'],
  ['count', 'money'],
  ['count', 'ratio'],
  ['count', 'ordinal', 'designation'],
  ['ordinal', 'duration'],
]

const kinOf: ReadonlyMap<Dimension, ReadonlySet<Dimension>> = new Map(
  kindred.flat().map(dimension => [dimension, new Set(kindred.filter(group => group.includes(dimension)).flat())]),
)

/** Whether figures of two dimensions can ever be compared: most are of two that cannot. */
const areKin = (a: Dimension, b: Dimension): boolean => a === b || kinOf.get(a)?.has(b) === true || a === 'digits' || b === 'digits'

const isShareOrPoint = (a: Figure, b: Figure): boolean => a.dimension === 'percent' && b.dimension === 'percentagePoint'

const changes: ReadonlySet<Dimension> = new Set(['percent', 'percentagePoint', 'money'])

const isNegative = ({ low, high }: Figure): boolean => (low ?? high)! < 0

/** Whether one of two changes is written with a minus, "-3%", and the other without, "fell 3%": the verb says what the sign does. */
export const differInSign = (a: Figure, b: Figure): boolean =>
  changes.has(a.dimension) && a.dimension === b.dimension && isNegative(a) !== isNegative(b)

/** A figure with the other sign. */
export const negated = (figure: Figure): Figure => ({ ...figure, low: figure.high && -figure.high, high: figure.low && -figure.low })

const withoutSign = (figure: Figure): Figure => (isNegative(figure) ? negated(figure) : figure)

/**
 * Compares a figure of a draft with a figure of a source.
 *
 * Tolerance is the claim's alone. A claim written more coarsely than the source may round it ("20%" for 19.6%); a bound in the
 * claim holds values on its side within one step of its last digit ("more than 1 million" for 1.2 million, but not for 3
 * million); ranges hold their members. The source's own "about" excuses nothing. Units are converted within a dimension, never
 * currencies; fractions, percentages and ratios are one dimension.
 * @param claim what the draft says
 * @param evidence what the source says
 * @returns how the two relate; `equal` and `incomparable` do not depend on which is the claim
 */
export function compareFigures(claim: Figure, evidence: Figure): Comparison {
  if (!areKin(claim.dimension, evidence.dimension)) return 'incomparable'
  if (!differInSign(claim, evidence)) return compareSigned(claim, evidence)
  const comparison = compareSigned(withoutSign(claim), withoutSign(evidence))
  return comparison === 'equal' ? 'compatible' : comparison
}

/** Compares figures of two dimensions that tell of one thing in two ways; null where their values tell. */
function compareKin(claim: Figure, evidence: Figure): Comparison | null {
  if (isShareOrPoint(claim, evidence) || isShareOrPoint(evidence, claim)) return comparePoints(claim, evidence)
  if (mayLeaveOut(claim, evidence) || mayLeaveOut(evidence, claim)) return compareNumbers(claim, evidence)
  if (isMoment(claim, evidence)) return compareMoment(claim, evidence)
  if (isMoment(evidence, claim)) return compareMoment(evidence, claim)
  return areOfOneRow(claim, evidence) ? compareOfOneRow(claim, evidence) : null
}

/** Whether one figure counts tons and the other as many tonnes: newspapers write either for what the other calls so. */
const areTons = (a: Figure, b: Figure): boolean => a.unit === 'ton' && b.unit === 't' && a.low === b.low && a.high === b.high

/** Compares figures of one dimension that more than their values tells of; null where their values tell. */
function compareAlike(claim: Figure, evidence: Figure): Comparison | null {
  if (areTons(claim, evidence) || areTons(evidence, claim)) return 'compatible'
  if (claim.second !== null && evidence.second !== null) return comparePairs(claim, evidence)
  return isOtherTime(claim, evidence) || isOtherTime(evidence, claim) ? 'incomparable' : null
}

function compareSigned(claim: Figure, evidence: Figure): Comparison {
  const told = claim.dimension === evidence.dimension ? compareAlike(claim, evidence) : compareKin(claim, evidence)
  if (told !== null) return told
  if (isFirstSince(claim) !== isFirstSince(evidence)) return compareFirst(claim, evidence)
  const said = quantityBeside(claim, evidence)
  const given = quantityBeside(evidence, claim)
  if (said === null || given === null) return 'incomparable'
  if (sameEnd(said.low, given.low) && sameEnd(said.high, given.high)) return claim.bound === evidence.bound ? 'equal' : 'compatible'
  if (isSpread(claim)) return compareSpread(claim, evidence, said, given)
  const value = stated(given)
  if (isSpread(evidence)) return (evidence.vague ? meets(said, given) : isInside(stated(said), given)) ? 'compatible' : 'different'
  // the same number with another bound, or none
  if (isSame(stated(said), value)) return 'compatible'
  if (convertsTo(claim, evidence, said, given)) return 'compatible'
  if (claim.bound === 'exact')
    return evidence.bound === 'exact' && roundsTo(said, value, evidenceStep(evidence, given)) ? 'compatible' : 'different'
  if (boundsAlike(claim.bound, evidence.bound) && (given.step >= said.roundStep || isFar(stated(said), value))) return 'different'
  // "nearly 15,000" is not "nearly 13,000", as each is a round number that it falls short of
  if (claim.bound === 'nearly' && evidence.bound === 'nearly' && given.roundStep >= said.roundStep) return 'different'
  return satisfies(claim.bound, said, value) ? 'compatible' : 'different'
}
