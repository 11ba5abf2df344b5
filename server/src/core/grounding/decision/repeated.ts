import { alignmentColumn } from '../alignment/alignment'
import type { Candidate } from '../candidates/candidates'
import type { Linear } from '../linear'
import { statesSame } from '../candidates/speaks'
import { candidateOf, fit, standTogether, type Claimed } from './swaps'

/** By how much, in log-odds of the pair, it must fit better that a claim means the value beside the one that another claim states. */
const MARGIN = 1

/** By how much, in log-odds, the value beside may fit the claim less well than the one that it repeats. */
const NEARLY = 0.5

const takenColumn = alignmentColumn('taken')

/** By how much it fits better that another claim means a value and this one the value beside it than the other way round. */
function gainOf(alignment: Linear, other: Claimed, stated: Candidate, meant: Candidate): number {
  const [theirs, beside] = [candidateOf(other, stated), candidateOf(other, meant)]
  if (theirs === undefined || beside?.comparison !== 'different') return 0
  return fit(alignment, theirs) - fit(alignment, beside)
}

/**
 * The candidates of a passage's claims, where one repeats what another states: of two values that stand together in a source, the one
 * that the other claim states is no support for the claim that the value beside it fits, where the two claims are told apart so. "Malaysia pays 19
 * percent, chips 19 percent", where a source has 19 for Malaysia and 100 for chips.
 * @param alignment the weights that tell how well a candidate fits a claim
 * @param claims the claims of a passage
 * @returns the candidates of each
 */
export function withoutRepeated(alignment: Linear, claims: readonly Claimed[]): readonly (readonly Candidate[])[] {
  return claims.map(claimed => {
    const { claim, candidates } = claimed
    const others = claims.filter(
      other => other !== claimed && Math.abs(other.claim.sentence - claim.sentence) <= 1 && statesSame(other.claim.value, claim.value),
    )
    if (others.length === 0) return candidates
    const isRepeated = (stated: Candidate): boolean =>
      stated.comparison !== 'different' &&
      statesSame(claim.value, stated.value.value) &&
      candidates.some(meant => {
        if (meant.comparison !== 'different' || meant.features[takenColumn] === 1 || !standTogether(stated, meant)) return false
        const gain = fit(alignment, meant) - fit(alignment, stated)
        return gain > -NEARLY && others.some(other => gain + gainOf(alignment, other, stated, meant) > MARGIN)
      })
    return candidates.filter(candidate => !isRepeated(candidate))
  })
}
