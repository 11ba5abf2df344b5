import type { ArticleValue } from '../evidence/articleAnalysis'
import { compareValues, type Value } from '../values/value'
import { alignmentFeatureNames, isWeak } from './alignment'
import type { Candidate } from './candidates'
import type { Derivation } from './derivation'
import { logistic, scoreLinear, shares, type Linear } from './linear'

/** A candidate with the log-odds that it speaks of the same thing as the claim. */
export interface ScoredCandidate extends Candidate {
  readonly alignment: number
  /** The share of all candidates and "none of them" that falls to this one, 0 to 1. */
  readonly share: number
}

/** Whether a candidate's value agrees with the claim's. */
export const supports = (candidate: Candidate): boolean => candidate.comparison === 'equal' || candidate.comparison === 'compatible'

/** Scores the candidates of a claim against each other and against the possibility that none is meant. */
export function scoreCandidates(alignment: Linear, candidates: readonly Candidate[]): ScoredCandidate[] {
  const scores = candidates.map(candidate => scoreLinear(alignment, candidate.features))
  const parts = shares(scores)
  const scored = candidates.map(({ article, value, comparison, features, match }, at) => ({
    article,
    value,
    comparison,
    features,
    match,
    alignment: scores[at],
    share: parts[at],
  }))
  const { supporting, opposing } = sidesOf(scored)
  return scored.filter(candidate => !agreesWithBoth(candidate, opposing) && !liesWithin(candidate, supporting))
}

/** Whether a date lies within the stretch whose end, or beginning, bears out the claim: that it was then is no contradiction. */
function liesWithin({ comparison, value: { value } }: ScoredCandidate, supporting: ScoredCandidate | null): boolean {
  if (comparison !== 'different' || value.kind !== 'date' || supporting?.value.value.kind !== 'date') return false
  const { days, writtenLast } = supporting.value.value.date
  if (writtenLast === null || days === null || value.date.days === null || value.date.writtenLast !== null) return false
  return days.first <= value.date.days.first && value.date.days.last <= days.last
}

/** Whether what agrees with a claim is so coarse that it agrees with the value that speaks against the claim as well ("next week"). */
function agreesWithBoth({ comparison, value }: ScoredCandidate, opposing: ScoredCandidate | null): boolean {
  return comparison === 'compatible' && opposing !== null && compareValues(opposing.value.value, value.value) === 'compatible'
}

/** The share of candidates that agree with the claim, taken together. */
export const supportingShare = (candidates: readonly ScoredCandidate[]): number =>
  candidates.reduce((sum, candidate) => sum + (supports(candidate) ? candidate.share : 0), 0)

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

/** Names of the features of {@link decisionFeatures}, in order. */
export const decisionFeatureNames = ['opposing', 'supporting', 'agrees', 'margin', 'lead', 'near', 'weak', 'coveredElsewhere'] as const

/** The place of one of the features of alignment. */
const column = (name: (typeof alignmentFeatureNames)[number]): number => alignmentFeatureNames.indexOf(name)
const nearColumn = column('near')

/** Log-odds of a side that nothing speaks for. */
const NONE = -8

/** How far the sources cover a claim: the share of all its candidates together, 0 to 1. */
export const coverageOf = (candidates: readonly ScoredCandidate[]): number => candidates.reduce((sum, { share }) => sum + share, 0)

/** What {@link coverageOf} of a passage's other claims is taken to be where none tells: the mean of the labelled claims. */
const ALONE = 0.65

/** What it is taken to be at the least: one claim that no source speaks of says little of the others. */
const LEAST = 0.2

/**
 * How well the sources cover the best covered of a passage's other claims: a passage that they do not speak of is not contradicted.
 * Claims that nothing can be compared with do not tell, nor do the commonest values, which writers need no source for.
 * @param claims the claims of the passage, each with its candidates
 * @param at which of the claims is asked for
 */
export function coveredElsewhere(claims: readonly { claim: Value; candidates: readonly ScoredCandidate[] }[], at: number): number {
  const telling = claims.filter(({ claim, candidates }, other) => other !== at && candidates.length > 0 && !isWeak(claim))
  return telling.length === 0 ? ALONE : Math.max(LEAST, ...telling.map(({ candidates }) => coverageOf(candidates)))
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
    if (comparison === 'different' && alignment > runnerUp && compareValues(opposing!.value.value, value.value) !== 'equal')
      runnerUp = alignment
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

/** What a contradiction score is cut to where the claim is a sum of figures that stand together in a source. */
const DERIVED = 0.2

/** From which share on the agreeing candidates together may well be right. */
export const AGREED = 0.12

/** What is left of a contradiction score that is less than likely where sources may well agree. */
const DOUBTFUL = { score: 0.5, below: 0.5 }

const supportingColumn = decisionFeatureNames.indexOf('supporting')
const formColumn = column('formSame')

/** A figure of three digits or more that are no zeros at its end is hardly met by chance. */
const TELLING = 100

/** Whether a figure is so precise that its equal in a source is likely the same. */
const isTelling = ({ value }: ArticleValue): boolean =>
  value.kind === 'figure' && value.figure.low !== null && Math.abs(value.figure.low) >= TELLING * value.figure.roundStep

/**
 * Whether sources may well agree: so much of the evidence does, or some does to the digit, or some does and what disagrees is a date of
 * another form.
 */
const mayAgree = ({ supporting, opposing }: Sides, features: readonly number[]): boolean =>
  supporting !== null && (features[supportingColumn] >= AGREED || isTelling(supporting.value) || opposing?.features[formColumn] === 0)

/** What a contradiction score is at the most where the evidence against a claim is thin: too little for the default threshold. */
const THIN = 0.2

/** From which share on a value stands out among all that might be meant. */
const STANDS_OUT = 0.09

/** How well a sentence must match the claim's, near the value and as a whole, for its bare weekday to speak against it. */
const RECURRING = { near: 0.3, words: 0.3 }

/** Whether a value is a weekday without a date: every happening has one. */
const recurs = ({ value }: ArticleValue): boolean => {
  if (value.kind !== 'date') return false
  const { day, month, year, weekday } = value.date.written
  return weekday !== undefined && day === undefined && month === undefined && year === undefined
}

/** The share of all candidates that state a value. */
const shareOfValue = ({ value }: ArticleValue, candidates: readonly ScoredCandidate[]): number =>
  candidates.reduce((sum, { share, value: other }) => sum + (compareValues(value, other.value) === 'equal' ? share : 0), 0)

/** Whether what disagrees is next to nothing: nothing that the claim speaks of, one of many values, or the weekday of another happening. */
function isThin({ opposing }: Sides, candidates: readonly ScoredCandidate[]): boolean {
  if (opposing === null) return true
  const { features, match, value } = opposing
  if (match.coverage === 0 || shareOfValue(value, candidates) < STANDS_OUT) return true
  return recurs(value) && (features[nearColumn] < RECURRING.near || match.coverage < RECURRING.words)
}

/** What a contradiction score is at least where a source says the very thing with another value, and none agrees. */
const PLAIN = { score: 0.35, words: 0.5, wordsWithoutNames: 0.6, wordsWithoutValues: 0.8, near: 0.5, share: 0.12 }

const alikeColumns = [column('unitSame'), formColumn]
const hasNamesColumn = column('hasNames')
const takenColumn = column('taken')
const otherColumn = column('otherShare')

/** What the match of words of an agreeing sentence may be of an opposing one's for it to say something else. */
const FAR = 0.4

/** Whether what agrees stands in quite another sentence, beside what disagrees: a swapped weekday or percentage mostly stands somewhere. */
const isFarFrom = (supporting: ScoredCandidate, opposing: ScoredCandidate): boolean =>
  supporting.match.coverage <= FAR * opposing.match.coverage && supporting.features[nearColumn] <= FAR * opposing.features[nearColumn]

/**
 * Whether a source's sentence has all the claim's names and most of its words, near a value of the same kind, and no value in the
 * sources agrees: too plain a case to depend on what stands around the claim, which the learned score also looks at.
 */
function isPlain({ supporting, opposing }: Sides): boolean {
  if (opposing === null || opposing.share < PLAIN.share) return false
  const { features, match } = opposing
  if (supporting !== null && !isFarFrom(supporting, opposing)) return false
  const saysTheSame =
    features[hasNamesColumn] === 1 ? match.nameCoverage >= 0.99 && match.coverage >= PLAIN.words : match.coverage >= PLAIN.wordsWithoutNames
  const isAlike = alikeColumns.every(at => features[at] >= 0.5) && features[takenColumn] === 0
  // a sentence that has none of the claim's other values may tell of another happening
  if (features[otherColumn] === 0 && match.coverage < PLAIN.wordsWithoutValues) return false
  return saysTheSame && isAlike && features[nearColumn] >= PLAIN.near
}

/**
 * The contradiction score of a claim, 0 to 1: what the decision learned, and three rules for cases that labelled claims have too few
 * of. Sums and shares of source figures are no contradiction; plain contradictions are; and where sources may well agree, only what
 * is likely is.
 */
export function contradictionScore(
  decision: Linear,
  features: readonly number[],
  candidates: readonly ScoredCandidate[],
  derivation: Derivation | null,
): number {
  const sides = sidesOf(candidates)
  const score = logistic(scoreLinear(decision, features))
  if (derivation !== null && derivation.operation !== 'difference') return score * DERIVED
  if (isThin(sides, candidates)) return Math.min(score, THIN)
  if (isPlain(sides)) return Math.max(score, PLAIN.score)
  return score < DOUBTFUL.below && mayAgree(sides, features) ? score * DOUBTFUL.score : score
}
