import { claimsOf, type PlacedValue } from '../../evidence/passageAnalysis'
import { findCandidates, type Candidate, type PassageSearch } from '../candidates/candidates'
import { contradictionScore } from './contradiction'
import { coveredElsewhere, decisionFeatures, scoreCandidates, tellingCoverage, type Weighed } from './decision'
import { withoutRepeated } from './repeated'
import { untaken, withoutExchanged, type Claimed } from './swaps'
import { withToldBeside } from './toldBeside'
import { alignmentWeights, decisionWeights } from '../weights'

/** A claim with what the sources hold on it, and how likely they contradict it by its passage alone. */
export interface WeighedClaim extends Weighed {
  /** The contradiction score, 0 to 1. */
  readonly score: number
  /** The same claim as if no other one stated a value of its candidates; made when it is asked for. */
  readonly untaken: () => Weighed
}

const withCandidates = (claims: readonly PlacedValue[], candidatesOf: readonly (readonly Candidate[])[]): Claimed[] =>
  claims.map((claim, at) => ({ claim, candidates: candidatesOf[at] }))

/** Weighs what the sources hold on each figure and date of a passage. */
export function weighPassage(search: PassageSearch): WeighedClaim[] {
  const { analysis } = search
  const claims = claimsOf(analysis)
  const found = claims.map(claim => ({ claim, ...findCandidates(search, claim) }))
  const exchanged = withoutExchanged(analysis, alignmentWeights, found)
  const repeated = withoutRepeated(alignmentWeights, withCandidates(claims, exchanged))
  const candidatesOf = withToldBeside(withCandidates(claims, repeated))
  const weigh = (at: number, candidates: readonly Candidate[]): Weighed => {
    const { claim, derivation } = found[at]
    return { claim, derivation, candidates: scoreCandidates(alignmentWeights, claim.value, candidates) }
  }
  const weighed = candidatesOf.map((candidates, at) => weigh(at, candidates))
  const coverages = weighed.map(({ claim, candidates }) => tellingCoverage(claim.value, candidates))
  return weighed.map(({ claim, derivation, candidates }, at) => {
    const features = decisionFeatures(claim.value, candidates, coveredElsewhere(coverages, at))
    const score = contradictionScore(decisionWeights, features, claim.value, candidates, derivation)
    return { claim, derivation, candidates, score, untaken: () => weigh(at, candidatesOf[at].map(untaken)) }
  })
}
