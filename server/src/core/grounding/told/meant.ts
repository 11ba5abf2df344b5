import { endMeant } from '../../values/compareDates'
import { valueKey } from '../../values/keys'
import { slipBetween, slipBetweenDates } from '../../values/slip'
import { apart, type Value } from '../../values/value'
import { alignmentColumn } from '../alignment/alignment'
import { borneOutBy, type ScoredCandidate, type Weighed } from '../decision/decision'
import type { Verdict } from '../judgement'
import { statesSame } from '../candidates/speaks'

/** A value of the sources that a claim may mean in place of its own. */
export interface Meant {
  /** What states it where it fits the claim best. */
  readonly candidate: ScoredCandidate
  readonly key: string
  /** What speaks for it by the claim's passage: one number for each of {@link meantFeatureNames}. */
  readonly features: readonly number[]
}

/** How many values a claim may mean: those that fit it best. */
const MEANT = 3

/** The key of a source's value, told as the claim tells its own. */
const keyFor = (claim: Value, value: Value): string =>
  valueKey(value.kind === 'date' && claim.kind === 'date' ? { kind: 'date', date: endMeant(value.date, claim.date) } : value)

/** Whether one of two durations lies between two events, "four days after it began", and the other is how long something takes. */
const isLapseBesideLength = (a: Value, b: Value): boolean =>
  a.kind === 'figure' && b.kind === 'figure' && b.figure.dimension === 'duration' && a.figure.isLapse !== b.figure.isLapse

/** The values that differ from a claim, each where it fits the claim best, best first: as many as it may mean. */
function differing(claim: Value, candidates: readonly ScoredCandidate[]): ScoredCandidate[] {
  const best: ScoredCandidate[] = []
  const others = candidates.filter(({ comparison, value }) => comparison === 'different' && !isLapseBesideLength(claim, value.value))
  for (const candidate of others.sort((a, b) => b.alignment - a.alignment)) {
    if (best.length === MEANT) break
    if (!best.some(({ value }) => statesSame(value.value, candidate.value.value))) best.push(candidate)
  }
  return best
}

const slipOf = (claim: Value, meant: Value): number =>
  claim.kind === 'date' && meant.kind === 'date'
    ? slipBetweenDates(claim.date, endMeant(meant.date, claim.date))
    : slipBetween(claim, meant)

/** Log-odds, or how far values lie apart, that are told apart at the most. */
export const MOST = 6

/** A number cut to what is told apart. */
export const limited = (value: number): number => Math.max(-MOST, Math.min(MOST, value))

/** How well what agrees with a claim is taken to fit it, in log-odds, where nothing does. */
export const NOTHING_AGREES = -6

const isBareWeekday = (value: Value): boolean =>
  value.kind === 'date' && value.date.written.weekday !== undefined && value.date.written.day === undefined

/** Of what alignment knows of a value that a claim may mean, what tells most. */
const aligned = ['near', 'sourceNear', 'otherShare', 'unitSame', 'formSame', 'weak'] as const

const alignedColumns = aligned.map(alignmentColumn)
const nearColumn = alignmentColumn('near')

/** Names of the features of {@link meantInstead}, in order. */
export const meantFeatureNames = [
  ...aligned,
  'wideCoverage',
  'margin',
  'lead',
  'rank',
  'supportNear',
  'slip',
  'apart',
  'statedBeside',
  'isCount',
  'isWeekday',
  'isSupported',
] as const

/**
 * The values that a claim may mean in place of its own, best first, and what speaks for each: how what states it lies to the claim, how
 * much better it fits the claim than what agrees with it and than the next value, how far the claim looks like it gone wrong, how far
 * both lie apart, how many of the claims around it the sources state, and what they make of the claim itself.
 * @param weighed the claim with its candidates, as if no other claim stated their values
 * @param alone the verdict on it by its passage alone
 * @param beside the share of its passage's other claims that sources state, 0 to 1
 */
export function meantInstead(weighed: Weighed, alone: Verdict, beside: number): Meant[] {
  const {
    claim: { value },
    candidates,
  } = weighed
  const supporting = borneOutBy(weighed)
  const values = differing(value, candidates)
  return values.map((candidate, rank) => {
    const meant = candidate.value.value
    const next = values[rank === 0 ? 1 : 0]?.alignment ?? -Infinity
    return {
      candidate,
      key: keyFor(value, meant),
      features: [
        ...alignedColumns.map(column => candidate.features[column]),
        candidate.match.wideCoverage,
        limited(candidate.alignment - (supporting?.alignment ?? NOTHING_AGREES)),
        limited(candidate.alignment - next),
        rank,
        supporting?.features[nearColumn] ?? 0,
        slipOf(value, meant),
        limited(apart(value, meant)),
        beside,
        value.kind === 'figure' && value.figure.dimension === 'count' ? 1 : 0,
        isBareWeekday(value) ? 1 : 0,
        alone === 'supported' ? 1 : 0,
      ],
    }
  })
}
