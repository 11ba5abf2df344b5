import { claimsOf, type PlacedValue } from '../evidence/passageAnalysis'
import { valueSpan } from '../values/value'
import { canHold, UNTOLD, isStated, meantInstead, otherValues, repetition, toldBy, type Standing } from './standing'
import { calculationOf, isAddedUp } from './calculation'
import { findCandidates, type Candidate, type PassageSearch } from './candidates'
import { contradictionScore } from './contradiction'
import { countedFrom } from './countedFrom'
import { coveredElsewhere, decisionFeatures, scoreCandidates, sidesOf, type Weighed } from './decision'
import { isLeftOf } from './derivation'
import { COUNTED, foundAlone, foundByCalculation, foundInstead, withoutAddition, type Findings, type ScoredClaim } from './findings'
import type { Judgement } from './judgement'
import type { TextOf } from './quote'
import { withoutRepeated } from './repeated'
import { logistic } from './linear'
import { untaken, withoutExchanged, type Claimed } from './swaps'
import { withToldBeside } from './toldBeside'
import { thresholds, verdictOf, type Sensitivity } from './verdict'
import { alignmentWeights, decisionWeights } from './weights'

/** A judgement whose span is in its passage. */
export type PassageJudgement = Judgement

const withCandidates = (claims: readonly PlacedValue[], candidatesOf: readonly (readonly Candidate[])[]): Claimed[] =>
  claims.map((claim, at) => ({ claim, candidates: candidatesOf[at] }))

/** Whether a claim is what another figure of its sentence leaves of what speaks most against it. */
function isLeft(weighed: readonly Weighed[], at: number): boolean {
  const { claim, candidates } = weighed[at]
  const { opposing } = sidesOf(candidates)
  const beside = weighed.filter((each, other) => other !== at && each.claim.sentence === claim.sentence)
  return (
    opposing !== null &&
    isLeftOf(
      claim.value,
      beside.map(other => other.claim.value),
      opposing.value.value,
    )
  )
}

/** The judgements of a passage. */
export interface PassageJudgements {
  /** As they are by the passage alone. */
  readonly alone: readonly PassageJudgement[]
  /** How each claim stands to the claims around it. */
  readonly standings: readonly Standing[]
}

/** Judges every figure and date of a passage against the articles found for it. */
export function judgePassage(search: PassageSearch, textOf: TextOf, sensitivity: Sensitivity): PassageJudgements {
  const { analysis } = search
  const claims = claimsOf(analysis)
  if (claims.length === 0) return { alone: [], standings: [] }
  const found = claims.map(claim => ({ claim, ...findCandidates(search, claim) }))
  const exchanged = withoutExchanged(analysis, alignmentWeights, found)
  const repeated = withoutRepeated(alignmentWeights, withCandidates(claims, exchanged))
  const candidatesOf = withToldBeside(withCandidates(claims, repeated))
  const weigh = (at: number, candidates: readonly Candidate[]): Weighed => {
    const { claim, derivation } = found[at]
    return { claim, derivation, candidates: scoreCandidates(alignmentWeights, claim.value, candidates) }
  }
  const scoreOf = ({ claim, candidates, derivation }: Weighed, covered: number): number =>
    contradictionScore(decisionWeights, decisionFeatures(claim.value, candidates, covered), claim.value, candidates, derivation)
  const weighed = candidatesOf.map((candidates, at) => weigh(at, candidates))
  const all = weighed.map(({ claim, candidates }) => ({ claim: claim.value, candidates }))
  const covered = all.map((_, at) => coveredElsewhere(all, at))

  // what is counted from a wrong day comes right with it, and what is added up is none of its parts
  const scores = weighed.map((each, at) => scoreOf(each, covered[at]))
  const isWorkedOut = claims.map((_, at) => {
    const from = countedFrom(claims, at)
    return (from >= 0 && scores[from] >= thresholds[sensitivity]) || isAddedUp(analysis, claims, at) || isLeft(weighed, at)
  })
  const judged = weighed.map((each, at): ScoredClaim => {
    const contradiction = isWorkedOut[at] ? scores[at] * COUNTED : scores[at]
    return { contradiction, verdict: verdictOf(contradiction, sensitivity, each.candidates), ...each }
  })
  const { addition = '' } = analysis
  const text = withoutAddition(analysis.passage.tokens.text, addition)!
  const placed = (at: number, findings: Findings): PassageJudgement => {
    const { start, end } = valueSpan(claims[at].value)
    const span = { start, end: Math.min(end, text.length) }
    return { kind: claims[at].value.kind, span, text: text.slice(span.start, span.end), ...findings }
  }
  const standingOf = (alone: PassageJudgement, at: number): Standing => {
    const untakenBy = weigh(at, candidatesOf[at].map(untaken))
    const said = {
      alone,
      told: toldBy(claims[at].value),
      isStated: isStated(weighed[at]),
      ...repetition(untakenBy.candidates, alone.verdict),
      others: otherValues(untakenBy),
    }
    if (isWorkedOut[at] || alone.calculation !== null) return { ...said, objections: [], acquitted: alone }
    const isFlagged = alone.verdict === 'contradicted' || alone.verdict === 'disputed'
    const objections = meantInstead(untakenBy, scores[at], alone.verdict)
      .filter(meant => isFlagged || canHold(meant, said.ifRepeated, thresholds[sensitivity]))
      .map(({ candidate, key, odds, gain, isSlip }) => ({
        meant: key,
        odds,
        gain,
        isSlip,
        judgement: placed(
          at,
          foundInstead(judged[at], candidate, Math.max(thresholds[sensitivity], logistic(odds + UNTOLD)), analysis, textOf),
        ),
      }))
    const acquitted = isFlagged ? placed(at, foundAlone({ ...judged[at], verdict: 'unverified' }, analysis, textOf)) : alone
    return { ...said, objections, acquitted }
  }
  const alone = judged.map((each, at) => {
    const calculation = calculationOf(analysis, judged, at)
    return placed(at, calculation === null ? foundAlone(each, analysis, textOf) : foundByCalculation(each, calculation, analysis, textOf))
  })
  return { alone, standings: alone.map(standingOf) }
}
