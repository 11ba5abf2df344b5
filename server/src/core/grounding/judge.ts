import type { PassageAnalysis } from '../evidence/passageAnalysis'
import { valueSpan } from '../values/value'
import { canTell, weightsFor } from './told/amidTold'
import { calculationOf, isAddedUp, type Calculation } from './calculation/calculation'
import type { PassageSearch } from './candidates/candidates'
import { countedFrom } from './calculation/countedFrom'
import { isOffCalendarFor, sidesOf, type Weighed } from './decision/decision'
import { isLeftOf } from './candidates/derivation'
import {
  COUNTED,
  foundAlone,
  foundByCalculation,
  foundInstead,
  withoutAddition,
  type Findings,
  type ScoredClaim,
} from './findings/findings'
import type { Judgement } from './judgement'
import { scoreLinear } from './linear'
import { meantInstead, type Meant } from './told/meant'
import type { TextOf } from './findings/quote'
import { statedBeside, tellingOf, type Standing, type Telling } from './told/standing'
import { thresholds, verdictOf, type Sensitivity } from './decision/verdict'
import { weighPassage, type WeighedClaim } from './decision/weigh'

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

/** A claim with the verdict on it by its passage alone. */
export interface JudgedAlone extends WeighedClaim, ScoredClaim {
  /** Whether it comes right with another claim of the passage, or of others. */
  readonly isWorkedOut: boolean
  /** The share of the passage's other claims that sources state, 0 to 1. */
  readonly beside: number
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
function isWorkedOut({ analysis, sensitivity }: Omit<Judging, 'textOf'>, weighed: readonly WeighedClaim[], at: number): boolean {
  const claims = weighed.map(({ claim }) => claim)
  const from = countedFrom(claims, at)
  return (from >= 0 && weighed[from].score >= thresholds[sensitivity]) || isAddedUp(analysis, claims, at) || isLeft(weighed, at)
}

/** Judges the claims of a passage, each by what the sources hold on it. */
export function judgeAlone(search: PassageSearch, sensitivity: Sensitivity): JudgedAlone[] {
  const judging = { analysis: search.analysis, sensitivity }
  const weighed = weighPassage(search)
  const beside = statedBeside(weighed)
  return weighed.map((each, at) => {
    const workedOut = isWorkedOut(judging, weighed, at)
    const contradiction = workedOut ? each.score * COUNTED : each.score
    const verdict = verdictOf(contradiction, sensitivity, each.candidates)
    return { contradiction, verdict, isWorkedOut: workedOut, beside: beside[at], ...each }
  })
}

/** A claim with the values that it may mean in place of its own, and what it tells the claims around it. */
export interface MeantClaim {
  /** The claim as if no other stated the values of its candidates. */
  readonly untaken: Weighed
  readonly meant: readonly Meant[]
  readonly telling: Telling
}

/** The values that a claim of a passage may mean in place of its own: none where it is worked out from others. */
export function meantBy(
  { probeOf }: PassageSearch,
  judged: readonly JudgedAlone[],
  at: number,
  calculation: Calculation | null,
): MeantClaim {
  const { isWorkedOut, verdict, beside, ...claim } = judged[at]
  const untaken = claim.untaken()
  const meant = isWorkedOut || calculation !== null ? [] : meantInstead(untaken, verdict, beside)
  return { untaken, meant, telling: tellingOf(untaken, meant, probeOf(untaken.claim)) }
}

/** What is found of a claim, with its place in the passage. */
function placed(analysis: PassageAnalysis, { claim }: Weighed, findings: Findings): PassageJudgement {
  const text = withoutAddition(analysis.passage.tokens.text, analysis.addition ?? '')!
  const { start, end } = valueSpan(claim.value)
  const span = { start, end: Math.min(end, text.length) }
  return { kind: claim.value.kind, span, text: text.slice(span.start, span.end), ...findings }
}

/** What it counts, in log-odds, that no source bears out a claim whose weekday and day do not go together, and one of them is meant. */
const OFF_CALENDAR = 4

/** How a claim stands to the claims around it. */
function standingOf(
  { analysis, textOf, sensitivity }: Judging,
  judged: JudgedAlone,
  { untaken, meant, telling }: MeantClaim,
  alone: PassageJudgement,
): Standing {
  const isFlagged = alone.calculation === null && (alone.verdict === 'contradicted' || alone.verdict === 'disputed')
  const weights = weightsFor(alone.kind, telling)
  const objections = meant.flatMap(({ candidate, key, features }) => {
    const odds =
      scoreLinear(weights.passage, features) +
      (telling.fit === null && isOffCalendarFor(judged.claim.value, candidate.value.value) ? OFF_CALENDAR : 0)
    if (!canTell(weights, odds, thresholds[sensitivity])) return []
    const findings = foundInstead({ ...judged, candidates: untaken.candidates }, candidate, sensitivity, analysis, textOf)
    return findings === null ? [] : [{ key, fit: candidate.alignment, odds, judgement: placed(analysis, judged, findings) }]
  })
  const acquitted = isFlagged ? placed(analysis, judged, foundAlone({ ...judged, verdict: 'unverified' }, analysis, textOf)) : alone
  return { ...telling, alone, objections, acquitted }
}

/** Judges every figure and date of a passage against the articles found for it. */
export function judgePassage(search: PassageSearch, textOf: TextOf, sensitivity: Sensitivity): PassageJudgements {
  const { analysis } = search
  const judging: Judging = { analysis, textOf, sensitivity }
  const judged = judgeAlone(search, sensitivity)
  const standings = judged.map((each, at) => {
    const calculation = calculationOf(analysis, judged, at)
    const findings = calculation === null ? foundAlone(each, analysis, textOf) : foundByCalculation(each, calculation, analysis, textOf)
    return standingOf(judging, each, meantBy(search, judged, at, calculation), placed(analysis, each, findings))
  })
  return { alone: standings.map(({ alone }) => alone), standings }
}
