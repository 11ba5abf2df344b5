import type { PlacedValue } from '../evidence/passageAnalysis'
import { apart, compareValues, type Value } from '../values/value'
import { alignmentFeatureNames, isWeak, valueClass } from './alignment'
import type { Candidate } from './candidates'
import type { Derivation } from './derivation'
import { scoreLinear, shares, type Linear } from './linear'
import { logistic, scoreTrees, type Trees } from './trees'

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
  return candidates.map(({ article, value, comparison, features, match }, at) => ({
    article,
    value,
    comparison,
    features,
    match,
    alignment: scores[at],
    share: parts[at],
  }))
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

/** Features of alignment that are looked at again for the best opposing and the best supporting evidence. */
const opposingNames = [
  'near',
  'nearBoth',
  'coverage',
  'wideCoverage',
  'nameCoverage',
  'wideNameCoverage',
  'articleCoverage',
  'articleShare',
  'sourceCoverage',
  'mass',
  'before1',
  'after1',
  'nounSame',
  'nounClash',
  'otherShare',
  'otherCount',
  'taken',
  'unitSame',
  'granularitySame',
  'strangerShare',
] as const
const supportingNames = ['near', 'coverage', 'nounSame'] as const

/** Names of the features of {@link decisionFeatures}, in order. */
export const decisionFeatureNames: readonly string[] = [
  'opposing',
  'supporting',
  'margin',
  'opposingMass',
  'supportingMass',
  'opposingValueMass',
  'runnerUp',
  'equalCount',
  'equalSameArticle',
  'equalSameSentence',
  'comparableCount',
  'valueClass',
  'weak',
  'digits',
  'claimWords',
  ...opposingNames,
  'supportedShare',
  'otherClaims',
  'apart',
  'derivedSum',
  'derivedDifference',
  ...supportingNames.map(name => `supporting ${name}`),
]

const column = (name: (typeof alignmentFeatureNames)[number]): number => alignmentFeatureNames.indexOf(name)
const opposingColumns = opposingNames.map(column)
const supportingColumns = supportingNames.map(column)
const claimWordsColumn = column('claimWords')

/** Log-odds of a side that nothing speaks for. */
const NONE = -8

/** What the rest of a claim's passage says of how far the sources cover it. */
export interface Surroundings {
  /** Share of the passage's other claims that the sources support. */
  readonly supportedShare: number
  readonly otherClaims: number
}

/**
 * What the verdict on a claim rests on, in numbers.
 * @returns one number for each of {@link decisionFeatureNames}
 */
export function decisionFeatures(
  claim: PlacedValue,
  candidates: readonly ScoredCandidate[],
  derivation: Derivation | null,
  surroundings: Surroundings,
  apartFrom: (value: Value) => number = value => apart(claim.value, value),
): Float32Array {
  const { supporting, opposing } = sidesOf(candidates)
  // masses of a softmax over all candidates and the possibility that none is the right one
  let total = 1
  let opposingMass = 0
  let supportingMass = 0
  let opposingValueMass = 0
  let runnerUp = NONE
  let equalCount = 0
  let sameArticle = 0
  let sameSentence = 0
  for (const candidate of candidates) {
    const weight = Math.exp(candidate.alignment)
    total += weight
    if (supports(candidate)) {
      supportingMass += weight
      equalCount++
      if (opposing && candidate.article === opposing.article) {
        sameArticle++
        if (candidate.value.sentence === opposing.value.sentence) sameSentence++
      }
    } else {
      opposingMass += weight
      if (opposing === null) continue
      const sameValue = candidate === opposing || compareValues(opposing.value.value, candidate.value.value) === 'equal'
      if (sameValue) opposingValueMass += weight
      else runnerUp = Math.max(runnerUp, candidate.alignment)
    }
  }
  const up = opposing?.alignment ?? NONE
  const down = supporting?.alignment ?? NONE
  const row = [
    up,
    down,
    up - down,
    opposingMass / total,
    supportingMass / total,
    opposingValueMass / total,
    up - runnerUp,
    Math.min(equalCount, 5),
    Math.min(sameArticle, 5),
    Math.min(sameSentence, 3),
    Math.min(candidates.length, 40),
    valueClass(claim.value),
    isWeak(claim.value) ? 1 : 0,
    significantDigits(claim.value),
    candidates.length === 0 ? 0 : candidates[0].features[claimWordsColumn],
    ...opposingColumns.map(at => opposing?.features[at] ?? 0),
    surroundings.supportedShare,
    Math.min(surroundings.otherClaims, 6),
    opposing === null ? 0 : Math.min(apartFrom(opposing.value.value), 10),
    derivation?.operation === 'sum' ? 1 : 0,
    derivation?.operation === 'difference' ? 1 : 0,
    ...supportingColumns.map(at => supporting?.features[at] ?? 0),
  ]
  return new Float32Array(row)
}

/** How many digits of a figure say something: the more, the less its equal elsewhere is chance. 0 for a date. */
function significantDigits(value: Value): number {
  if (value.kind === 'date') return 0
  const number = value.figure.high ?? value.figure.low ?? 0
  return number === 0
    ? 0
    : Math.abs(number)
        .toExponential(6)
        .replace(/0*e.*$/, '')
        .replace('.', '').length
}

/** What a contradiction score is cut to where the claim is a sum of figures that stand together in a source. */
const DERIVED = 0.2

/** What a contradiction score is at least where a source says the very thing, and all values it gives for it differ. */
const PLAIN = 0.4

const decisionColumns = new Map(decisionFeatureNames.map((name, at) => [name, at]))

const feature = (features: ArrayLike<number>, name: string): number => features[decisionColumns.get(name)!]

/**
 * Whether a source's sentence has the claim's names and most of its words, near a value of the same kind, and no source agrees: too
 * plain a case to depend on what stands around the claim, which the learned score also looks at.
 */
function isPlain(features: ArrayLike<number>): boolean {
  const of = (name: string): number => feature(features, name)
  const saysTheSame = of('coverage') >= 0.6 && of('nameCoverage') >= 0.99 && of('near') >= 0.6
  const isAlike = of('unitSame') >= 0.5 && of('granularitySame') >= 0.5 && of('taken') === 0
  return saysTheSame && isAlike && of('opposingMass') >= 0.5 && of('supportingMass') <= 0.05
}

/**
 * The contradiction score of a claim, 0 to 1: what the decision learned, and two rules for cases that labelled claims have too few of.
 * Sums of source figures are no contradiction; plain contradictions are.
 */
export function contradictionScore(trees: Trees, features: ArrayLike<number>, derivation: Derivation | null): number {
  const score = logistic(scoreTrees(trees, features))
  if (derivation?.operation === 'sum') return score * DERIVED
  return isPlain(features) ? Math.max(score, PLAIN) : score
}

/** Whether the sources seem to support a claim, as its neighbours' verdicts see it. */
export function seemsSupported(candidates: readonly ScoredCandidate[]): boolean {
  const { supporting, opposing } = sidesOf(candidates)
  if (supporting === null) return false
  return logistic(supporting.alignment) > 0.15 && (opposing === null || supporting.alignment > opposing.alignment - 1)
}
