import type { ArticleAnalysis, ArticleValue } from '../evidence/articleAnalysis'
import type { PlacedValue } from '../evidence/passageAnalysis'
import type { Value } from '../values/value'
import { alignmentColumn, isWeak } from './alignment'
import { isFarFrom } from './contradiction'
import type { Candidate, Findings } from './candidates'
import { sidesOf, supports, type ScoredCandidate, type Weighed } from './decision'
import type { Verdict } from './judgement'

/**
 * What it says of a claim that the sources tell what its draft says around it: they are likely what the writer works from, so that a
 * value that stands in none of them is likely a slip.
 */

/** How well sources that tell most of a draft are taken to cover a passage of it and its other claims, at the least. */
export const TOLD_COVERAGE = 0.9

/** How many claims around a passage, and which share of them, the sources must bear out to tell the draft. */
const TOLD = { claims: 6, share: 0.6 }

/** Whether the sources tell what some claims say. */
export function areTold(verdicts: readonly Verdict[]): boolean {
  const told = verdicts.filter(verdict => verdict === 'supported').length
  return told >= TOLD.claims && told >= TOLD.share * verdicts.length
}

const coverageColumn = alignmentColumn('articleCoverage')

/** Candidates as they are where the sources tell the draft: their articles cover what the claim is about. */
export const amidTold = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.map(candidate => ({
    ...candidate,
    features: candidate.features.map((feature, at) => (at === coverageColumn ? Math.max(feature, TOLD_COVERAGE) : feature)),
  }))

/** Whether a figure is an end of another one: 81 of "aged between 17 and 81". */
const isEndOf = (claim: Value, { value }: ArticleValue): boolean =>
  claim.kind === 'figure' &&
  value.kind === 'figure' &&
  claim.figure.low !== null &&
  value.figure.low !== value.figure.high &&
  (claim.figure.low === value.figure.low || claim.figure.low === value.figure.high)

/**
 * Whether a claim's value stands nowhere in the sources, nor comes out of theirs, and is not so common that this says little.
 * @param articles that speak of the claim's subject
 */
export const isStatedNowhere = (
  { value }: PlacedValue,
  { candidates, derivation }: Findings,
  articles: readonly Pick<ArticleAnalysis, 'values'>[],
): boolean =>
  candidates.length > 0 &&
  derivation === null &&
  !isWeak(value) &&
  !candidates.some(supports) &&
  !articles.some(({ values }) => values.some(other => isEndOf(value, other)))

/** What is left of the score of a claim whose value is stated elsewhere, which is no slip as easily as a value that no source has. */
export const ELSEWHERE = 0.75

/** Whether all that agrees with a claim stands in quite other sentences than what most likely disagrees. */
export function isStatedElsewhere({ claim, derivation, candidates }: Weighed): boolean {
  const { opposing } = sidesOf(candidates)
  if (opposing === null || derivation !== null || isWeak(claim.value)) return false
  return candidates.every(each => !supports(each) || isFarFrom(each, opposing))
}

const alikeColumns = [alignmentColumn('unitSame'), alignmentColumn('formSame')]
const nounSameColumn = alignmentColumn('nounSame')
const nounClashColumn = alignmentColumn('nounClash')
const namesColumn = alignmentColumn('names')
const hasNamesColumn = alignmentColumn('hasNames')

/** Which share of a claim's words, and of its names, an article must have around the value that is meant: a draft may well add facts of its own. */
const SPOKEN_OF = { words: 0.5, names: 0.8 }

/** Whether an article tells, in a value's sentence and those beside it, what the claim is about. */
const speaksOfIt = ({ features, match }: ScoredCandidate): boolean =>
  match.wideCoverage >= SPOKEN_OF.words && (features[hasNamesColumn] === 0 || features[namesColumn] >= SPOKEN_OF.names)

/**
 * Whether the best that disagrees tells of what the claim is about and is of its kind: of its unit, written like it, and of nothing else
 * by its noun; "one" and "two", which mostly only point to somebody, of the same noun.
 */
export function isOpposedAlike(candidates: readonly ScoredCandidate[]): boolean {
  const { opposing } = sidesOf(candidates)
  if (opposing === null || (isWeak(opposing.value.value) && opposing.features[nounSameColumn] === 0)) return false
  return speaksOfIt(opposing) && alikeColumns.every(at => opposing.features[at] > 0) && opposing.features[nounClashColumn] === 0
}
