import type { PassageAnalysis } from '../evidence/passageAnalysis'
import { keysOf } from '../values/keys'
import { valueSpan } from '../values/value'
import { calculationOf, isAddedUp } from './calculation'
import type { PassageSearch } from './candidates'
import { countedFrom } from './countedFrom'
import { sidesOf } from './decision'
import { isLeftOf } from './derivation'
import { COUNTED, foundAlone, foundByCalculation, foundInstead, withoutAddition, type Findings, type ScoredClaim } from './findings'
import type { Judgement } from './judgement'
import { logistic } from './linear'
import type { TextOf } from './quote'
import { canHold, isStated, meantInstead, otherValues, repetition, UNTOLD, type Standing } from './standing'
import { thresholds, verdictOf, type Sensitivity } from './verdict'
import { weighPassage, type WeighedClaim } from './weigh'

/** A judgement whose span is in its passage. */
export type PassageJudgement = Judgement

/** The judgements of a passage. */
export interface PassageJudgements {
  /** As they are by the passage alone. */
  readonly alone: readonly PassageJudgement[]
  /** How each claim stands to the claims around it. */
  readonly standings: readonly Standing[]
}

/** What judgements are made of, besides the claims. */
interface Judging {
  readonly analysis: PassageAnalysis
  readonly textOf: TextOf
  readonly sensitivity: Sensitivity
}

/** A claim with the verdict on it alone. */
interface JudgedClaim extends WeighedClaim, ScoredClaim {
  readonly isWorkedOut: boolean
}

/** Whether a claim is what another figure of its sentence leaves of what speaks most against it. */
function isLeft(weighed: readonly WeighedClaim[], at: number): boolean {
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

/** Whether a claim comes right with another one, or of others: what is counted from a wrong day, what is added up, what is left. */
function isWorkedOut({ analysis, sensitivity }: Judging, weighed: readonly WeighedClaim[], at: number): boolean {
  const claims = weighed.map(({ claim }) => claim)
  const from = countedFrom(claims, at)
  return (from >= 0 && weighed[from].score >= thresholds[sensitivity]) || isAddedUp(analysis, claims, at) || isLeft(weighed, at)
}

function judgeAlone(judging: Judging, weighed: readonly WeighedClaim[]): JudgedClaim[] {
  return weighed.map((each, at) => {
    const workedOut = isWorkedOut(judging, weighed, at)
    const contradiction = workedOut ? each.score * COUNTED : each.score
    const verdict = verdictOf(contradiction, judging.sensitivity, each.candidates)
    return { contradiction, verdict, isWorkedOut: workedOut, ...each }
  })
}

/** What is found of a claim, with its place in the passage. */
function placed({ analysis }: Judging, { claim }: WeighedClaim, findings: Findings): PassageJudgement {
  const text = withoutAddition(analysis.passage.tokens.text, analysis.addition ?? '')!
  const { start, end } = valueSpan(claim.value)
  const span = { start, end: Math.min(end, text.length) }
  return { kind: claim.value.kind, span, text: text.slice(span.start, span.end), ...findings }
}

/** How a claim stands to the claims around it. */
function standingOf(judging: Judging, judged: JudgedClaim, alone: PassageJudgement): Standing {
  const { analysis, textOf, sensitivity } = judging
  const threshold = thresholds[sensitivity]
  const untaken = judged.untaken()
  const said = {
    alone,
    told: keysOf(judged.claim.value),
    isStated: isStated(judged),
    ...repetition(untaken.candidates, alone.verdict),
    others: otherValues(untaken),
  }
  if (judged.isWorkedOut || alone.calculation !== null) return { ...said, objections: [], acquitted: alone }
  const isFlagged = alone.verdict === 'contradicted' || alone.verdict === 'disputed'
  const objections = meantInstead(untaken, judged.score, alone.verdict)
    .filter(meant => isFlagged || canHold(meant, said.ifRepeated, threshold))
    .map(({ candidate, key, odds, gain, isSlip }) => {
      const findings = foundInstead(judged, candidate, Math.max(threshold, logistic(odds + UNTOLD)), analysis, textOf)
      return { meant: key, odds, gain, isSlip, judgement: placed(judging, judged, findings) }
    })
  const acquitted = isFlagged ? placed(judging, judged, foundAlone({ ...judged, verdict: 'unverified' }, analysis, textOf)) : alone
  return { ...said, objections, acquitted }
}

/** Judges every figure and date of a passage against the articles found for it. */
export function judgePassage(search: PassageSearch, textOf: TextOf, sensitivity: Sensitivity): PassageJudgements {
  const { analysis } = search
  const judging: Judging = { analysis, textOf, sensitivity }
  const judged = judgeAlone(judging, weighPassage(search))
  const alone = judged.map((each, at) => {
    const calculation = calculationOf(analysis, judged, at)
    const findings = calculation === null ? foundAlone(each, analysis, textOf) : foundByCalculation(each, calculation, analysis, textOf)
    return placed(judging, each, findings)
  })
  return { alone, standings: judged.map((each, at) => standingOf(judging, each, alone[at])) }
}
