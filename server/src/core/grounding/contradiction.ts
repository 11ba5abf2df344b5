import type { ArticleValue } from '../evidence/articleAnalysis'
import { apart, type Value } from '../values/value'
import { alignmentFeatureNames } from './alignment'
import { tellsOfBefore } from './background'
import { decisionFeatureNames, shareOfValue, sidesOf, type ScoredCandidate, type Sides } from './decision'
import type { Derivation } from './derivation'
import { logistic, scoreLinear, type Linear } from './linear'

/** The place of one of the features of alignment. */
const column = (name: (typeof alignmentFeatureNames)[number]): number => alignmentFeatureNames.indexOf(name)
const nearColumn = column('near')
const unitSameColumn = column('unitSame')
const nounSameColumn = column('nounSame')
const nounClashColumn = column('nounClash')

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
const STANDS_OUT = 0.1

/** How well a sentence must match the claim's, near the value and as a whole, for what recurs to speak against it. */
const RECURRING = { weekday: { near: 0.3, words: 0.3 }, rank: { near: 0.3, words: 0 }, before: { near: 0, words: 0.5 } }

/**
 * What recurs, so that another sentence's says little: what was before the story, a weekday without a date, as every happening has, or a
 * rank, as every series.
 */
function recurringKind({ article, value: { value, sentence } }: ScoredCandidate): keyof typeof RECURRING | null {
  if (tellsOfBefore(article.concepts, article.sentences[sentence], article.sentences[sentence + 1])) return 'before'
  if (value.kind === 'figure') return value.figure.dimension === 'ordinal' ? 'rank' : null
  const { day, month, year, weekday } = value.date.written
  return weekday !== undefined && day === undefined && month === undefined && year === undefined ? 'weekday' : null
}

/** Whether a value recurs and its sentence is not alike enough to tell of the same happening. */
function isOfAnotherHappening(opposing: ScoredCandidate): boolean {
  const kind = recurringKind(opposing)
  if (kind === null) return false
  return opposing.features[nearColumn] < RECURRING[kind].near || opposing.match.coverage < RECURRING[kind].words
}

/** What stands this closely around a value that counts the same is meant, among however many values. */
const SURROUNDED = 0.8

/** What parts an order of magnitude of figures, as a logarithm, and a generation of dates, in months: more than a slip of the pen makes. */
const MAGNITUDE = { figure: Math.LN10, date: 300 }

/** Which share evidence of another magnitude needs to speak against a claim: the more, the further the two lie apart. */
const SURE = { base: 0.5, aMagnitude: 0.1, most: 0.8 }

/** Whether two figures have other units, or the same digits and no other noun: "25 minutes" for "25 seconds", "$5 million" for "$5 billion". */
const isSlipOfScale = (magnitudes: number, { features, value }: ScoredCandidate): boolean =>
  value.value.kind === 'figure' &&
  (features[unitSameColumn] === 0 || (features[nounClashColumn] === 0 && Math.abs(magnitudes - Math.round(magnitudes)) < 1e-6))

/** Whether evidence is of another magnitude than the claim, as other things mostly are, and not sure enough to be a mistake of the claim's. */
function isOfAnotherSize(claim: Value, opposing: ScoredCandidate): boolean {
  const magnitudes = apart(claim, opposing.value.value) / MAGNITUDE[claim.kind]
  if (magnitudes < 1 || isSlipOfScale(magnitudes, opposing)) return false
  return opposing.share < Math.min(SURE.most, SURE.base + SURE.aMagnitude * magnitudes)
}

/** From which share on a part told in another way, "one in four" against 29%, is held to be the same part. */
const RETOLD = 0.3

const isRetold = (claim: Value, { value: { value }, share }: ScoredCandidate): boolean =>
  claim.kind === 'figure' && value.kind === 'figure' && claim.figure.dimension !== value.figure.dimension && share < RETOLD

/**
 * Whether what disagrees is next to nothing: nothing that the claim speaks of, one of many values, the weekday or the rank of another
 * happening, or a value of another size or kind.
 */
function isThin(claim: Value, { opposing }: Sides, candidates: readonly ScoredCandidate[]): boolean {
  if (opposing === null) return true
  const { features, match, value } = opposing
  const isSurrounded = features[nounSameColumn] === 1 && features[nearColumn] >= SURROUNDED
  const isUnrelated = match.coverage === 0 && !match.sharesTelling
  if (isUnrelated || (!isSurrounded && shareOfValue(value.value, candidates) < STANDS_OUT)) return true
  return isOfAnotherHappening(opposing) || isOfAnotherSize(claim, opposing) || isRetold(claim, opposing)
}

/** Whether the sentence before or behind the one that disagrees agrees to the digit: a story goes on there, and may tell of the same thing. */
const goesOnToAgree = ({ supporting, opposing }: Sides): boolean =>
  supporting !== null &&
  opposing !== null &&
  supporting.article === opposing.article &&
  Math.abs(supporting.value.sentence - opposing.value.sentence) === 1 &&
  supporting.comparison === 'equal' &&
  isTelling(supporting.value)

/** What a contradiction score is at least where a source says the very thing with another value, and none agrees. */
const PLAIN = { score: 0.35, words: 0.5, wordsWithoutNames: 0.6, wordsWithoutValues: 0.8, near: 0.5, share: 0.12 }

const alikeColumns = [unitSameColumn, formColumn]
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
  if (isThin(claim, sides, candidates)) return Math.min(score, THIN)
  if (goesOnToAgree(sides)) return Math.min(score, THIN)
  if (isPlain(sides)) return Math.max(score, PLAIN.score)
  return score < DOUBTFUL.below && mayAgree(sides, features) ? score * DOUBTFUL.score : score
}
