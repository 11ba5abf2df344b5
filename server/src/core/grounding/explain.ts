import type { PlacedValue } from '../evidence/passageAnalysis'
import { sidesOf, type ScoredCandidate } from './decision'
import type { Verdict } from './judgement'
import { valueText } from '../values/value'
import type { Calculation } from './calculation'

const percent = (share: number): string => `${Math.round(share * 100)}%`

function describe(candidate: ScoredCandidate): string {
  const { match } = candidate
  const reasons = [
    `${percent(match.coverage)} of the claim's telling words are in its sentence`,
    match.wideCoverage > match.coverage + 0.05 ? `${percent(match.wideCoverage)} in it and the sentences beside it` : null,
    match.nameCoverage > 0 ? `${percent(match.nameCoverage)} of its names` : null,
    match.otherCount > 0 ? `${match.otherCount} other of its figures` : null,
  ].filter(reason => reason !== null)
  return `“${valueText(candidate.value.value)}” speaks of the same thing with a likelihood of ${percent(candidate.share)}: ${reasons.join(', ')}.`
}

/** Says in plain sentences how a claim is worked out from figures of the sources. */
export const explainCalculation = ({ agrees, expression }: Calculation, result: string): string[] => [
  `No source states it, but the sources' figures come to ${agrees ? 'it' : 'another'}: ${expression} = ${result}.`,
]

/** Says in plain sentences what a verdict rests on: which source value was held against the claim, and what of it matched. */
export function explain(claim: PlacedValue, verdict: Verdict, candidates: readonly ScoredCandidate[]): string[] {
  const { supporting, opposing } = sidesOf(candidates)
  if (candidates.length === 0) return [`No source has a value that “${valueText(claim.value)}” could be compared with.`]
  const lines: string[] = []
  if (supporting) lines.push(`Agrees: ${describe(supporting)}`)
  else lines.push('No source value agrees.')
  if (opposing) lines.push(`Differs: ${describe(opposing)}`)
  if (verdict === 'unverified') lines.push('Neither is close enough to what the draft says, so nothing is claimed.')
  return lines
}
