import { claimsOf, type PassageAnalysis, type PlacedValue } from '../evidence/passageAnalysis'
import { valueSpan } from '../values/value'
import { amidTold, ELSEWHERE, isOpposedAlike, isStatedElsewhere, isStatedNowhere, TOLD_COVERAGE } from './amidTold'
import { calculationOf, isAddedUp } from './calculation'
import { findCandidates, type Candidate, type PassageSearch } from './candidates'
import { contradictionScore } from './contradiction'
import { countedFrom } from './countedFrom'
import { coveredElsewhere, decisionFeatures, scoreCandidates, type Weighed } from './decision'
import { COUNTED, foundAlone, foundByCalculation, withoutAddition } from './findings'
import type { Judgement } from './judgement'
import type { TextOf } from './quote'
import { withoutRepeated } from './repeated'
import { withoutExchanged, type Claimed } from './swaps'
import { withToldBeside } from './toldBeside'
import { thresholds, verdictOf, type Sensitivity } from './verdict'
import { alignmentWeights, decisionWeights } from './weights'

/** A judgement whose span is in its passage. */
export type PassageJudgement = Judgement

const withCandidates = (claims: readonly PlacedValue[], candidatesOf: readonly (readonly Candidate[])[]): Claimed[] =>
  claims.map((claim, at) => ({ claim, candidates: candidatesOf[at] }))

/** Judges the claims of a passage by the contradiction scores that they have by themselves. */
function judgementsOf(
  analysis: PassageAnalysis,
  textOf: TextOf,
  sensitivity: Sensitivity,
  weighed: readonly Weighed[],
  scores: readonly number[],
): PassageJudgement[] {
  const claims = weighed.map(({ claim }) => claim)
  const { addition = '' } = analysis
  const text = withoutAddition(analysis.passage.tokens.text, addition)!
  const judged = weighed.map((each, at) => {
    // what is counted from a wrong day comes right with it, and what is added up is none of its parts
    const from = countedFrom(claims, at)
    const isOther = (from >= 0 && scores[from] >= thresholds[sensitivity]) || isAddedUp(analysis, claims, at)
    const contradiction = isOther ? scores[at] * COUNTED : scores[at]
    return { contradiction, verdict: verdictOf(contradiction, sensitivity, each.candidates), ...each }
  })
  return judged.map((each, at) => {
    const { start, end } = valueSpan(each.claim.value)
    const span = { start, end: Math.min(end, text.length) }
    const calculation = calculationOf(analysis, judged, at)
    const findings = calculation === null ? foundAlone(each, analysis, textOf) : foundByCalculation(each, calculation, analysis, textOf)
    return { kind: each.claim.value.kind, span, text: text.slice(span.start, span.end), ...findings }
  })
}

/** The judgements of a passage. */
export interface PassageJudgements {
  /** As they are by the passage alone. */
  readonly alone: readonly PassageJudgement[]
  /** As they are where the sources tell what the draft says around it; the same list where that makes no difference. */
  readonly amidTold: readonly PassageJudgement[]
}

/** Judges every figure and date of a passage against the articles found for it. */
export function judgePassage(search: PassageSearch, textOf: TextOf, sensitivity: Sensitivity): PassageJudgements {
  const { analysis } = search
  const claims = claimsOf(analysis)
  if (claims.length === 0) return { alone: [], amidTold: [] }
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
  const scores = weighed.map((each, at) => scoreOf(each, coveredElsewhere(all, at)))
  const alone = judgementsOf(analysis, textOf, sensitivity, weighed, scores)

  const articles = search.contexts.map(({ article }) => article)
  const nowhere = weighed.map(({ claim }, at) => isStatedNowhere(claim, found[at], articles))
  const amid = weighed.map((each, at) => {
    if (scores[at] >= thresholds[sensitivity] || !(nowhere[at] || isStatedElsewhere(each))) return each
    const told = weigh(at, amidTold(candidatesOf[at]))
    return isOpposedAlike(told.candidates) ? told : each
  })
  const scoresAmid = amid.map((each, at) =>
    each === weighed[at] ? scores[at] : scoreOf(each, Math.max(TOLD_COVERAGE, coveredElsewhere(all, at))) * (nowhere[at] ? 1 : ELSEWHERE),
  )
  const isOther = scoresAmid.some((score, at) => score >= thresholds[sensitivity] && scores[at] < thresholds[sensitivity])
  return { alone, amidTold: isOther ? judgementsOf(analysis, textOf, sensitivity, amid, scoresAmid) : alone }
}
