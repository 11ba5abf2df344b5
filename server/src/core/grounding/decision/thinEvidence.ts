import { apart, type Value } from '../../values/value'
import { alignmentColumn, isWeak } from '../alignment/alignment'
import { tellsOfBefore } from './background'
import { shareOfValue, type ScoredCandidate, type Sides } from './decision'

/** When evidence against a claim is too thin for a contradiction, whatever its score. */

const nearColumn = alignmentColumn('near')
const nounSameColumn = alignmentColumn('nounSame')
const nounClashColumn = alignmentColumn('nounClash')

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
const isSlipOfScale = (claim: Value, magnitudes: number, { features, value: { value } }: ScoredCandidate): boolean =>
  claim.kind === 'figure' &&
  value.kind === 'figure' &&
  (claim.figure.unit !== value.figure.unit || (features[nounClashColumn] === 0 && Math.abs(magnitudes - Math.round(magnitudes)) < 1e-6))

/** Whether evidence is of another magnitude than the claim, as other things mostly are, and not sure enough to be a mistake of the claim's. */
function isOfAnotherSize(claim: Value, opposing: ScoredCandidate): boolean {
  const magnitudes = apart(claim, opposing.value.value) / MAGNITUDE[claim.kind]
  if (magnitudes < 1 || isSlipOfScale(claim, magnitudes, opposing)) return false
  return opposing.share < Math.min(SURE.most, SURE.base + SURE.aMagnitude * magnitudes)
}

/** From which share on a part told in another way, "one in four" against 29%, is held to be the same part. */
const RETOLD = 0.3

const isRetold = (claim: Value, { value: { value }, share }: ScoredCandidate): boolean =>
  claim.kind === 'figure' && value.kind === 'figure' && claim.figure.dimension !== value.figure.dimension && share < RETOLD

/**
 * Whether what disagrees with a claim is next to nothing: nothing that the claim speaks of, one of many values, the weekday or the rank of
 * another happening, or a value of another size or kind.
 * @param claim the claim's value
 * @param sides its best evidence for and against
 * @param candidates all its evidence
 */
export function isThin(claim: Value, { opposing }: Sides, candidates: readonly ScoredCandidate[]): boolean {
  if (opposing === null) return true
  const { features, match, value } = opposing
  const isSurrounded = features[nounSameColumn] === 1 && features[nearColumn] >= SURROUNDED
  const isUnrelated = match.coverage === 0 && !match.sharesTelling
  if (isUnrelated || (!isSurrounded && shareOfValue(value.value, candidates) < STANDS_OUT)) return true
  if (isWeak(value.value) && !isWeak(claim) && features[nounClashColumn] === 1 && features[nearColumn] < 0.5) return true
  return isOfAnotherHappening(opposing) || isOfAnotherSize(claim, opposing) || isRetold(claim, opposing)
}
