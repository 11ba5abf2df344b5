import type { ArticleValue } from '../../evidence/articleAnalysis'
import type { Value } from '../../values/value'
import { alignmentColumn } from '../alignment/alignment'
import { decisionFeatureNames, sidesOf, type ScoredCandidate, type Sides } from './decision'
import type { Derivation } from '../candidates/derivation'
import { logistic, scoreLinear, type Linear } from '../linear'
import { isThin } from './thinEvidence'

const nearColumn = alignmentColumn('near')

/** What a contradiction score is cut to where the claim is a sum of figures that stand together in a source. */
const DERIVED = 0.2

/** From which share on the agreeing candidates together may well be right. */
export const AGREED = 0.12

/** What is left of a contradiction score that is less than likely where sources may well agree: too little for the default threshold. */
const DOUBTFUL = { left: 0.4, below: 0.5 }

const supportingColumn = decisionFeatureNames.indexOf('supporting')
const formColumn = alignmentColumn('formSame')

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

/** What a contradiction score is at most where the evidence against a claim is thin: too little for the default threshold. */
const THIN = 0.2

/** Whether the sentence before or after the one that disagrees agrees to the digit: a story goes on there, and may tell of the same thing. */
const goesOnToAgree = ({ supporting, opposing }: Sides): boolean =>
  supporting !== null &&
  opposing !== null &&
  supporting.article === opposing.article &&
  Math.abs(supporting.value.sentence - opposing.value.sentence) === 1 &&
  supporting.comparison === 'equal' &&
  isTelling(supporting.value)

/** What a contradiction score is at least where a source says the very thing with another value, and none agrees. */
const PLAIN = { score: 0.35, words: 0.5, wordsWithoutNames: 0.6, wordsWithoutValues: 0.8, near: 0.5, share: 0.12 }

const alikeColumns = [alignmentColumn('unitSame'), formColumn]
const hasNamesColumn = alignmentColumn('hasNames')
const takenColumn = alignmentColumn('taken')
const otherColumn = alignmentColumn('otherShare')

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
 * The contradiction score of a claim: what the decision learned, and rules for cases that labelled claims have too few of. Sums and
 * shares of source figures are no contradiction, thin evidence makes none; plain contradictions are one; and where sources may well
 * agree, only what is likely is.
 * @param decision the learned weights
 * @param features those of {@link decisionFeatures}
 * @param claim the claim's value
 * @param candidates the claim's, scored
 * @param derivation how the claim comes out of figures of a source, if it does
 * @returns the score, 0 to 1
 */
export function contradictionScore(
  decision: Linear,
  features: readonly number[],
  claim: Value,
  candidates: readonly ScoredCandidate[],
  derivation: Derivation | null,
): number {
  const sides = sidesOf(candidates)
  const score = logistic(scoreLinear(decision, features))
  if (derivation !== null && derivation.operation !== 'difference') return score * DERIVED
  const doubted = score < DOUBTFUL.below && mayAgree(sides, features) ? score * DOUBTFUL.left : score
  if (isThin(claim, sides, candidates) || goesOnToAgree(sides)) return Math.min(doubted, THIN)
  return isPlain(sides) ? Math.max(score, PLAIN.score) : doubted
}
