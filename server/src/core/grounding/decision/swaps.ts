import type { PassageAnalysis, PlacedValue } from '../../evidence/passageAnalysis'
import { alignmentColumn } from '../alignment/alignment'
import type { Candidate } from '../candidates/candidates'
import { formerOf } from './change'
import { scoreLinear, type Linear } from '../linear'
import { statesSame } from '../candidates/speaks'

/** A claim of a passage with what the sources hold that has to do with it. */
export interface Claimed {
  readonly claim: PlacedValue
  readonly candidates: readonly Candidate[]
}

/** By how much, in log-odds of the pair, two values must fit each other's claims better than the claims that state them. */
const MARGIN = 1

const takenColumn = alignmentColumn('taken')
const orderColumn = alignmentColumn('order')

const withTaken = (candidate: Candidate, taken: 0 | 1): Candidate =>
  candidate.features[takenColumn] === taken
    ? candidate
    : { ...candidate, features: candidate.features.map((feature, at) => (at === takenColumn ? taken : feature)) }

/** A candidate as if no other claim stated its value. */
export const untaken = (candidate: Candidate): Candidate => withTaken(candidate, 0)

/** A candidate as if another claim stated its value. */
export const asTaken = (candidate: Candidate): Candidate => withTaken(candidate, 1)

/** How well a candidate fits a claim by the words around both; which stands first in its sentence is the writer's choice. */
export const fit = (alignment: Linear, { features }: Candidate): number =>
  scoreLinear(
    alignment,
    features.map((feature, at) => (at === takenColumn || at === orderColumn ? 0 : feature)),
  )

/** Whether two values stand in one sentence of an article. */
export const standTogether = (a: Candidate, b: Candidate): boolean => a.article === b.article && a.value.sentence === b.value.sentence

/** The candidate of a claim that is the same value of an article as another claim's, if it has it. */
export const candidateOf = ({ candidates }: Claimed, { article, value }: Candidate): Candidate | undefined =>
  candidates.find(other => other.article === article && other.value === value)

/** A claim's candidates of which two are exchanged: the one that it states and the one that another claim of the passage states. */
interface Exchange {
  readonly stated: Candidate
  readonly meant: Candidate
}

/**
 * Whether a draft tells a change in the order in which a source does, or in the other: "rose from 11% to 21%", where it rose from 21% to 11%.
 * @returns null where either does not say which of the two values came first
 */
function orderOfChange(
  { concepts, passage }: PassageAnalysis,
  claim: PlacedValue,
  other: PlacedValue,
  stated: Candidate,
  meant: Candidate,
): 'same' | 'other' | null {
  if (claim.sentence !== other.sentence) return null
  const starts = [...passage.sentences.map(({ first }) => first), concepts.length]
  const draft = formerOf({ concepts, starts }, claim, other)
  const source = formerOf({ concepts: stated.article.concepts, starts: stated.article.sentences }, stated.value, meant.value)
  return draft === 0 || source === 0 ? null : draft === source ? 'same' : 'other'
}

/**
 * The values that stand together in an article, one that a claim states and one that another claim states, of which each fits the other
 * claim better: "profit rose to 365 million from 412 million", where a source has it rise to 412 million from 365 million.
 */
function exchangesOf(analysis: PassageAnalysis, alignment: Linear, claimed: Claimed, others: readonly Claimed[]): Exchange[] {
  const found: Exchange[] = []
  for (const stated of claimed.candidates) {
    if (stated.comparison === 'different' || !statesSame(claimed.claim.value, stated.value.value)) continue
    for (const meant of claimed.candidates) {
      if (meant.comparison !== 'different' || !standTogether(stated, meant)) continue
      for (const other of others) {
        if (!statesSame(other.claim.value, meant.value.value)) continue
        const theirs = { stated: candidateOf(other, meant), meant: candidateOf(other, stated) }
        if (!theirs.stated || theirs.meant?.comparison !== 'different') continue
        const order = orderOfChange(analysis, claimed.claim, other.claim, stated, meant)
        const exchanged = fit(alignment, meant) + fit(alignment, theirs.meant)
        const asStated = fit(alignment, stated) + fit(alignment, theirs.stated)
        if (order === 'other' || (order === null && exchanged > asStated + MARGIN)) found.push({ stated, meant })
      }
    }
  }
  return found
}

/**
 * The candidates of a passage's claims, where two claims have exchanged their values with each other: the value that a claim states is
 * then no support for it, and the one that it should state is not taken for the other's.
 * @param analysis the passage
 * @param alignment the weights that tell how well a candidate fits a claim
 * @param claims the claims of a passage
 * @returns the candidates of each
 */
export function withoutExchanged(
  analysis: PassageAnalysis,
  alignment: Linear,
  claims: readonly Claimed[],
): readonly (readonly Candidate[])[] {
  return claims.map(claimed => {
    const others = claims.filter(other => other !== claimed && Math.abs(other.claim.sentence - claimed.claim.sentence) <= 1)
    const exchanges = exchangesOf(analysis, alignment, claimed, others)
    if (exchanges.length === 0) return claimed.candidates
    return claimed.candidates
      .filter(candidate => !exchanges.some(({ stated }) => stated === candidate))
      .map(candidate => (exchanges.some(({ meant }) => meant === candidate) ? untaken(candidate) : candidate))
  })
}
