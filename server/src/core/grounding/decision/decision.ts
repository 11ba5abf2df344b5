import type { PlacedValue } from '../../evidence/passageAnalysis'
import { agree } from '../../values/comparison'
import { isOffCalendar, slipBetween } from '../../values/slip'
import { apart, compareValues, type Value } from '../../values/value'
import { alignmentColumn, isWeak } from '../alignment/alignment'
import type { Candidate } from '../candidates/candidates'
import type { Derivation } from '../candidates/derivation'
import { scoreLinear, shares, type Linear } from '../linear'
import { bearsOut, statesSame } from '../candidates/speaks'

const nearColumn = alignmentColumn('near')

/** A candidate with the log-odds that it speaks of the same thing as the claim. */
export interface ScoredCandidate extends Candidate {
  readonly alignment: number
  /** The share of all candidates and "none of them" that falls to this one, 0 to 1. */
  readonly share: number
}

/** What the sources hold on a claim, weighed against each other. */
export interface Weighed {
  readonly claim: PlacedValue
  readonly derivation: Derivation | null
  readonly candidates: readonly ScoredCandidate[]
}

/** Whether a candidate's value agrees with the claim's. */
export const supports = ({ comparison }: Candidate): boolean => agree(comparison)

/** What it counts, in log-odds, that a claim differs from a value as a slip of the pen does: whoever made it meant this one. */
const SLIP = 1.5

/**
 * What it costs, in log-odds, that a figure is of another size than the claim: for each order of magnitude beyond the first, up to some.
 * Mistakes mostly keep the size, so that it is mostly another thing; but not where so much of what stands around the claim stands there.
 */
const OTHER_SIZE = { cost: 2, from: 1, most: 2, near: 0.5 }

/** What it costs that a value is of another size than the claim, if no slip, such as "million" for "billion", makes one of the other. */
function costOfSize(claim: Value, { value, features }: Candidate, slip: number): number {
  if (claim.kind !== 'figure' || slip === 1) return 0
  const beyond = apart(claim, value.value) / Math.LN10 - OTHER_SIZE.from
  const unlike = Math.max(0, 1 - features[nearColumn] / OTHER_SIZE.near)
  return OTHER_SIZE.cost * unlike * Math.min(OTHER_SIZE.most, Math.max(0, beyond))
}

/** What it costs, in log-odds, that another article states all of the passage's other values and a candidate's none. */
const LACKING = 2

/** Whether a claim's weekday and day do not go together, and one of them is that of another value. */
export const isOffCalendarFor = (claim: Value, meant: Value): boolean =>
  claim.kind === 'date' && meant.kind === 'date' && isOffCalendar(claim.date, meant.date)

/** The log-odds that a candidate speaks of the same thing as a claim. */
function alignmentOf(alignment: Linear, claim: Value, candidate: Candidate): number {
  const score = scoreLinear(alignment, candidate.features) - LACKING * candidate.lacks
  if (candidate.comparison !== 'different') return score
  const slip = isOffCalendarFor(claim, candidate.value.value) ? 1 : slipBetween(claim, candidate.value.value)
  return score + SLIP * slip - costOfSize(claim, candidate, slip)
}

/** Scores the candidates of a claim against each other and against the possibility that none is meant. */
export function scoreCandidates(alignment: Linear, claim: Value, candidates: readonly Candidate[]): ScoredCandidate[] {
  const scores = candidates.map(candidate => alignmentOf(alignment, claim, candidate))
  const parts = shares(scores)
  const scored = candidates.map(({ article, value, comparison, features, match, lacks }, at) => ({
    article,
    value,
    comparison,
    features,
    match,
    lacks,
    alignment: scores[at],
    share: parts[at],
  }))
  const { supporting, opposing } = sidesOf(scored)
  return scored.filter(candidate => !agreesWithBoth(claim, candidate, opposing) && !liesWithin(claim, candidate, supporting))
}

/** Whether a date lies within the stretch whose end, or beginning, bears out the claim: that it was then is no contradiction. */
function liesWithin(claim: Value, { comparison, value: { value } }: ScoredCandidate, supporting: ScoredCandidate | null): boolean {
  if (comparison !== 'different' || value.kind !== 'date' || supporting?.value.value.kind !== 'date') return false
  if (!statesSame(claim, supporting.value.value)) return false
  const { days, writtenLast } = supporting.value.value.date
  if (writtenLast === null || days === null || value.date.days === null || value.date.writtenLast !== null) return false
  return days.first <= value.date.days.first && value.date.days.last <= days.last
}

/** Whether what agrees with a claim is so coarse that it agrees with the value that speaks against the claim as well ("next week"). */
function agreesWithBoth(claim: Value, { comparison, value }: ScoredCandidate, opposing: ScoredCandidate | null): boolean {
  if (comparison !== 'compatible' || opposing === null || statesSame(claim, value.value)) return false
  return compareValues(opposing.value.value, value.value) === 'compatible'
}

/** The share of candidates that agree with the claim, taken together. */
export const supportingShare = (candidates: readonly ScoredCandidate[]): number =>
  candidates.reduce((sum, candidate) => sum + (supports(candidate) ? candidate.share : 0), 0)

/** The share of all candidates that state a value. */
export const shareOfValue = (value: Value, candidates: readonly ScoredCandidate[]): number =>
  candidates.reduce((sum, { share, value: other }) => sum + (statesSame(value, other.value) ? share : 0), 0)

/** The two sides of a claim: its best aligned evidence for and against. */
export interface Sides {
  readonly supporting: ScoredCandidate | null
  readonly opposing: ScoredCandidate | null
}

const isBetter = (candidate: ScoredCandidate, than: ScoredCandidate | null): boolean =>
  than === null || candidate.alignment > than.alignment

/** The best aligned candidate that agrees with the claim and the best that does not. */
export function sidesOf(candidates: readonly ScoredCandidate[]): Sides {
  let supporting: ScoredCandidate | null = null
  let opposing: ScoredCandidate | null = null
  for (const candidate of candidates) {
    if (supports(candidate)) {
      if (isBetter(candidate, supporting)) supporting = candidate
    } else if (candidate.comparison === 'different' && isBetter(candidate, opposing)) opposing = candidate
  }
  return { supporting, opposing }
}

/** The best aligned candidate that tells what a claim does, and as closely; null for none. */
export function borneOutBy({ claim: { value }, candidates }: Pick<Weighed, 'claim' | 'candidates'>): ScoredCandidate | null {
  return sidesOf(candidates.filter(each => supports(each) && bearsOut(value, each.value.value))).supporting
}

/** Names of the features of {@link decisionFeatures}, in order. */
export const decisionFeatureNames = ['opposing', 'supporting', 'agrees', 'margin', 'lead', 'near', 'weak', 'coveredElsewhere'] as const

/** Log-odds of a side that nothing speaks for. */
const NONE = -8

/** How far the sources cover a claim: the share of all its candidates together, 0 to 1. */
export const coverageOf = (candidates: readonly ScoredCandidate[]): number => candidates.reduce((sum, { share }) => sum + share, 0)

/** What {@link coverageOf} of a passage's other claims is taken to be where none tells: the mean of the labelled claims. */
const ALONE = 0.65

/** What it is taken to be at the least: one claim that no source speaks of says little of the others. */
const LEAST = 0.2

/**
 * How well the sources cover a claim, as far as that tells of the claims around it; null where nothing can be compared with it, and for one
 * of the commonest values, which writers need no source for.
 */
export const tellingCoverage = (claim: Value, candidates: readonly ScoredCandidate[]): number | null =>
  candidates.length === 0 || isWeak(claim) ? null : coverageOf(candidates)

/**
 * How well the sources cover the best covered of a passage's other claims: a passage that they do not speak of is not contradicted.
 * @param coverages {@link tellingCoverage} of each claim of the passage
 * @param at which of the claims is asked for
 */
export function coveredElsewhere(coverages: readonly (number | null)[], at: number): number {
  let best: number | null = null
  coverages.forEach((coverage, other) => {
    if (other !== at && coverage !== null && (best === null || coverage > best)) best = coverage
  })
  return best === null ? ALONE : Math.max(LEAST, best)
}

/**
 * What the verdict on a claim rests on, in numbers: the shares of the candidates that disagree and of those that agree, whether there
 * are any of the latter, by how much the best of the first lies before the best of the second and before the best that disagrees with
 * both, how much of what stands around the claim stands around it, whether the claim's value is one of the most common, and how far
 * the sources cover the rest of the passage.
 * @returns one number for each of {@link decisionFeatureNames}
 */
export function decisionFeatures(claim: Value, candidates: readonly ScoredCandidate[], covered: number): readonly number[] {
  const { supporting, opposing } = sidesOf(candidates)
  const agreeing = supportingShare(candidates)
  const best = opposing?.alignment ?? NONE
  let runnerUp = NONE
  for (const { comparison, alignment, value } of candidates)
    if (comparison === 'different' && alignment > runnerUp && !statesSame(opposing!.value.value, value.value)) runnerUp = alignment
  return [
    coverageOf(candidates) - agreeing,
    agreeing,
    supporting === null ? 0 : 1,
    best - (supporting?.alignment ?? NONE),
    best - runnerUp,
    opposing?.features[nearColumn] ?? 0,
    isWeak(claim) ? 1 : 0,
    covered,
  ]
}
