import type { PlacedValue } from '../../evidence/passageAnalysis'
import { sidesOf, type ScoredCandidate } from '../decision/decision'
import type { Verdict } from '../judgement'
import { valueText } from '../../values/value'
import type { Calculation } from '../calculation/calculation'

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** A value as written, on one line. */
const written = ({ value }: PlacedValue): string => `“${valueText(value).replace(/\s+/g, ' ')}”`

/** "a", "a and b", "a, b and c". */
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

function describe({ match, value, share }: ScoredCandidate): string {
  const shared = [
    `${percent(match.coverage)} of the claim's telling words`,
    match.nameCoverage > 0 ? `${percent(match.nameCoverage)} of its names` : null,
    match.otherCount > 0 ? `${match.otherCount} of its other figures` : null,
  ].filter(part => part !== null)
  const beside =
    match.wideCoverage > match.coverage + 0.05 ? ` (${percent(match.wideCoverage)} of the words with the sentences beside it)` : ''
  return `${written(value)} is about the same thing with ${percent(share)} likelihood; its sentence has ${listed(shared)}${beside}.`
}

/** Says in plain sentences how a claim is worked out from figures of the sources. */
export const explainCalculation = ({ agrees, expression }: Calculation, result: string): string[] => [
  `No source states this value, but the sources' figures come to ${agrees ? 'it' : 'another'}: ${expression} = ${result}.`,
]

/** Says in plain sentences what a verdict rests on: which source value was held against the claim, and what of it matched. */
export function explain(claim: PlacedValue, verdict: Verdict, candidates: readonly ScoredCandidate[]): string[] {
  const { supporting, opposing } = sidesOf(candidates)
  if (candidates.length === 0) return [`No source has a value that ${written(claim)} could be compared with.`]
  const lines: string[] = []
  if (supporting) lines.push(`Agrees: ${describe(supporting)}`)
  else lines.push('No source value agrees.')
  if (opposing) lines.push(`Differs: ${describe(opposing)}`)
  if (verdict === 'unverified') lines.push('That is not close enough to what the draft says for a verdict.')
  return lines
}
