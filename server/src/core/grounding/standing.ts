import { endMeant } from '../values/compareDates'
import { valueKey } from '../values/keys'
import { slipBetween, slipBetweenDates } from '../values/slip'
import { apart, type Value } from '../values/value'
import { alignmentColumn, isWeak } from './alignment'
import { sidesOf, supports, type ScoredCandidate, type Weighed } from './decision'
import type { Judgement, Verdict } from './judgement'
import { logistic } from './linear'
import { statesSame } from './speaks'

/** A claim as it stands to the claims around it: what it tells them, and what speaks against it if the sources tell the draft. */
export interface Standing {
  /** The judgement on it by its passage alone. */
  readonly alone: Judgement
  /** The keys of what it tells; the first is its own. */
  readonly told: readonly string[]
  /** Whether a source states its value, of whatever; null for one that any text has. */
  readonly isStated: boolean | null
  /** How well what agrees with it fits it, in log-odds; null where nothing agrees. */
  readonly fit: number | null
  /** How much more speaks for any objection, in log-odds, where another claim that tells the same fits it better: that one is meant. */
  readonly ifRepeated: number
  /** The keys of values of the sources that differ from it and are of its kind, those in the likeliest sentences; some at the most. */
  readonly others: readonly string[]
  readonly objections: readonly Objection[]
  /** What it comes to if these are not enough. */
  readonly acquitted: Judgement
}

/** A value of the sources that a claim may mean in place of its own. */
export interface Objection {
  /** Its key. */
  readonly meant: string
  /** How much speaks for it, in log-odds, where the draft tells it elsewhere, and the claim's own value nowhere else. */
  readonly odds: number
  /** How much better it fits the claim than what agrees with it does, in log-odds. */
  readonly gain: number
  /** Whether the claim's value looks like it gone wrong. */
  readonly isSlip: boolean
  readonly judgement: Judgement
}

/**
 * What speaks for an objection, in log-odds; set by hand after regressions over drafts with mistakes put in and with facts that no source
 * has. `npm run bench -- drafts` shows what they find.
 */
const WEIGHTS = {
  base: -6.7,
  score: 0.9,
  behindBest: -1.4,
  slip: 3.3,
  slipThatAgrees: 1.9,
  sourceNear: 2,
  alike: 2.9,
  bound: 1.9,
  weak: -0.7,
  agrees: -1.2,
  supported: -1.5,
  agreesElsewhere: 2,
  supportedElsewhere: 2,
} as const

/** How much better a value fits a claim than its own, in log-odds, where two claims may have exchanged their values. */
const GAIN = { alignment: 0.4, near: 3.6, sourceNear: 1.4 } as const

/** How well, in log-odds, the claim's own value is taken to fit it where nothing agrees. */
const NOTHING_AGREES = -6

const sourceNearColumn = alignmentColumn('sourceNear')
const nearColumn = alignmentColumn('near')
const boundColumn = alignmentColumn('boundSame')
const alikeColumns = [alignmentColumn('unitSame'), alignmentColumn('formSame')]

/** What a score is taken to be at the least. */
const LEAST = 0.001

const slipOf = (claim: Value, meant: Value): number =>
  claim.kind === 'date' && meant.kind === 'date'
    ? slipBetweenDates(claim.date, endMeant(meant.date, claim.date))
    : slipBetween(claim, meant)

/** How much speaks for a candidate as what a claim means, in log-odds. */
function oddsOf(claim: Value, { features, value }: ScoredCandidate, score: number, agrees: boolean): number {
  const isAlike = alikeColumns.every(at => features[at] > 0)
  return (
    WEIGHTS.base +
    WEIGHTS.score * Math.log(Math.max(LEAST, score)) +
    (agrees ? WEIGHTS.slipThatAgrees : WEIGHTS.slip) * slipOf(claim, value.value) +
    WEIGHTS.sourceNear * features[sourceNearColumn] +
    WEIGHTS.alike * Number(isAlike) +
    WEIGHTS.bound * features[boundColumn] +
    WEIGHTS.weak * Number(isWeak(claim))
  )
}

const relationColumn = alignmentColumn('relationSame')
const nounSameColumn = alignmentColumn('nounSame')
const nounClashColumn = alignmentColumn('nounClash')

const isNumber = (value: Value): boolean =>
  value.kind === 'figure' && (value.figure.dimension === 'count' || value.figure.dimension === 'ordinal')

const isBareWeekday = (value: Value): boolean =>
  value.kind === 'date' && value.date.written.weekday !== undefined && value.date.written.day === undefined

/**
 * Whether a claim may mean a candidate by what both count: bare numbers count anything, "one" and "two" mostly only point to something. Nor
 * is the weekday on which somebody spoke that on which something happened.
 */
function mayBeMeant(claim: Value, { features, value }: ScoredCandidate): boolean {
  if (isBareWeekday(claim)) return features[relationColumn] > 0
  if (!isNumber(claim)) return true
  return isWeak(claim) || isWeak(value.value) ? features[nounSameColumn] > 0 : features[nounClashColumn] === 0
}

/** How many values may be meant, and how far, in log-odds, they may be less well aligned than the best. */
const MEANT = { values: 3, within: 2.5 }

/** A value that a claim may mean, by the candidate that fits it best. */
export interface Meant {
  readonly candidate: ScoredCandidate
  readonly key: string
  readonly odds: number
  readonly gain: number
  readonly isSlip: boolean
}

/** How far apart, as a logarithm, figures that are taken for each other may lie: 7% and 157%, but not nine patients and 90,000. */
const ONE_SIZE = Math.log(50)

const areOfOneSize = (a: Value, b: Value): boolean => a.kind === 'date' || apart(a, b) < ONE_SIZE

/** How much better one candidate of a claim fits it than another. */
function gainOf(meant: ScoredCandidate, stated: ScoredCandidate | null): number {
  const more = (at: number): number => meant.features[at] - (stated?.features[at] ?? 0)
  return (
    GAIN.alignment * (meant.alignment - (stated?.alignment ?? NOTHING_AGREES)) +
    GAIN.near * more(nearColumn) +
    GAIN.sourceNear * more(sourceNearColumn)
  )
}

/**
 * The values that a claim may mean in place of its own, best first.
 * @param weighed the claim with its candidates, as if no other claim stated their values
 * @param score its contradiction score alone
 * @param verdict the verdict on it alone
 */
export function meantInstead({ claim, candidates }: Weighed, score: number, verdict: Verdict): Meant[] {
  const { opposing, supporting } = sidesOf(candidates)
  const agreeing = (supporting === null ? 0 : WEIGHTS.agrees) + (verdict === 'supported' ? WEIGHTS.supported : 0)
  if (opposing === null) return []
  const best: ScoredCandidate[] = []
  const ranked = candidates.filter(each => each.comparison === 'different').sort((a, b) => b.alignment - a.alignment)
  for (const each of ranked) {
    if (!mayBeMeant(claim.value, each)) continue
    if (best.length === MEANT.values || each.alignment < opposing.alignment - MEANT.within) break
    if (!best.some(known => statesSame(known.value.value, each.value.value))) best.push(each)
  }
  return best.map(candidate => ({
    candidate,
    key: keyFor(claim.value, candidate.value.value),
    odds:
      oddsOf(claim.value, candidate, score, supporting !== null) +
      agreeing +
      WEIGHTS.behindBest * (opposing.alignment - candidate.alignment),
    isSlip: slipOf(claim.value, candidate.value.value) > 0,
    gain: areOfOneSize(claim.value, candidate.value.value) ? gainOf(candidate, supporting) : -Infinity,
  }))
}

/** Of how many other values the keys are kept. */
const OTHERS = 24

const keyFor = (claim: Value, value: Value): string =>
  valueKey(value.kind === 'date' && claim.kind === 'date' ? { kind: 'date', date: endMeant(value.date, claim.date) } : value)

/** The keys of the values that differ from a claim's, of its unit and form. */
export function otherValues({ claim, candidates }: Weighed): readonly string[] {
  const keys = new Set<string>()
  for (const { comparison, value, features } of candidates)
    if (comparison === 'different' && keys.size < OTHERS && alikeColumns.every(at => features[at] > 0))
      keys.add(keyFor(claim.value, value.value))
  return [...keys]
}

/** How a claim stands to claims that tell the same. */
export function repetition(candidates: readonly ScoredCandidate[], verdict: Verdict): Pick<Standing, 'fit' | 'ifRepeated'> {
  const { supporting } = sidesOf(candidates)
  return {
    fit: supporting === null ? null : supporting.alignment,
    ifRepeated: WEIGHTS.agreesElsewhere + (verdict === 'supported' ? WEIGHTS.supportedElsewhere : 0),
  }
}

/** What speaks for it, in log-odds, that a claim means a value of the sources which no other claim tells, or means more. */
export const UNTOLD = 3.3

/** By how much, at the least, each of two values that changed places fits the other's claim better. */
export const LEAST_GAIN = 0

/** Whether a claim can come to mean another value, whatever the draft tells around it. */
export const canHold = ({ odds, gain }: Meant, ifRepeated: number, threshold: number): boolean =>
  gain >= LEAST_GAIN || logistic(odds + UNTOLD + ifRepeated) >= threshold

const isBare = (value: Value): boolean => value.kind === 'date' && Object.keys(value.date.written).length === 0

/** Whether a source states a claim's value; null for one that any text has, "one" or "next week". */
export const isStated = ({ claim, candidates }: Weighed): boolean | null =>
  isWeak(claim.value) || isBare(claim.value) ? null : candidates.some(supports)
