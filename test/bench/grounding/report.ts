// Figures and errors of the claims that training judged.
import { valueSpan } from '../../../server/src/core/values/value'
import { sidesOf, type ScoredCandidate } from '../../../server/src/core/grounding/decision/decision'
import { textOf, type ClaimCase, type Instance, type Mode, type Row } from './claims'

/** A claim with its contradiction score. */
export interface ScoredClaim {
  readonly instance: Instance
  readonly claim: ClaimCase
  readonly candidates: readonly ScoredCandidate[]
  readonly score: number
}

/** A row of a set as a whole: the greatest score of its claims, and of those among them that are wrong. */
interface ScoredRow {
  readonly row: Row
  readonly score: number
  readonly wrongScore: number
}

const modes: readonly Mode[] = ['single', 'pooled', 'absent', 'removed']

const shareOf = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length / list.length

/** The area under the ROC curve: how likely a contradicted row scores more than one that is not. */
function areaUnderCurve(contradicted: readonly ScoredRow[], others: readonly ScoredRow[]): number {
  let wins = 0
  for (const { score } of contradicted) for (const other of others) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0
  return wins / (contradicted.length * others.length)
}

const rounded = (value: number): number => Number(value.toFixed(3))

function figuresOf(rows: readonly ScoredRow[], mode: Mode, threshold: number): Record<string, number> {
  const ok = rows.filter(({ row }) => row.label === 'ok')
  const alarms = rounded(shareOf(ok, ({ score }) => score >= threshold))
  if (mode === 'absent' || mode === 'removed') return { alarms }
  const contradicted = rows.filter(({ row }) => row.label === 'contradicted_figure')
  const original = new Map(ok.map(each => [each.row.claim_text, each.score]))
  const pairs = contradicted.filter(({ row }) => row.original_claim !== null && original.has(row.original_claim))
  return {
    recall: rounded(shareOf(contradicted, ({ wrongScore }) => wrongScore >= threshold)),
    alarms,
    auc: rounded(areaUnderCurve(contradicted, ok)),
    pairs: rounded(shareOf(pairs, ({ row, score }) => score > original.get(row.original_claim!)!)),
    of: contradicted.length,
  }
}

/** Scores whole rows; one without claims has score 0. */
function rowsOf(instances: readonly Instance[], claims: readonly ScoredClaim[]): ScoredRow[] {
  const found = new Map<Row, { score: number; wrongScore: number }>()
  for (const { row } of instances) found.set(row, { score: 0, wrongScore: 0 })
  for (const { instance, claim, score } of claims) {
    const row = found.get(instance.row)!
    row.score = Math.max(row.score, score)
    // a row whose mistake is not marked counts as found by any flag
    if (claim.wrong || instance.row.spans.length === 0) row.wrongScore = Math.max(row.wrongScore, score)
  }
  return [...found].map(([row, scores]) => ({ row, ...scores }))
}

/** Prints, for each set and mode, recall, false alarms and how well scores tell right from wrong. */
export function printFigures(instances: readonly Instance[], claims: readonly ScoredClaim[], threshold: number): void {
  const table: Record<string, Record<string, number>> = {}
  for (const set of new Set(instances.map(instance => instance.set)))
    for (const mode of modes) {
      const here = (instance: Instance): boolean => instance.set === set && instance.mode === mode
      const rows = rowsOf(
        instances.filter(here),
        claims.filter(({ instance }) => here(instance)),
      )
      table[`${set} ${mode}`] = figuresOf(rows, mode, threshold)
    }
  console.log(`threshold ${threshold}`)
  console.table(table)
}

const described = (candidate: ScoredCandidate | null): string =>
  candidate === null ? '-' : `${textOf(candidate.value.value)} (${candidate.alignment.toFixed(2)})`

/** The claims that a threshold gets wrong, a line each, for reading. */
export function errorLines(claims: readonly ScoredClaim[], threshold: number): string[] {
  return claims.flatMap(({ instance, claim, candidates, score }) => {
    const { row, set, mode } = instance
    if (claim.wrong === score >= threshold || row.label === 'unsupported_figure') return []
    const { start, end } = valueSpan(claim.claim.value)
    const text = row.claim_text
    const shown = `${text.slice(Math.max(0, start - 70), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 60)}`
    const { supporting, opposing } = sidesOf(candidates)
    const expected = claim.wrong ? `expected ${row.spans.map(span => span.expected).join('; ')}` : ''
    const kind = claim.wrong ? 'MISS ' : 'ALARM'
    return [
      [
        `${kind} ${set} ${mode} ${row.id} ${score.toFixed(3)}`,
        shown,
        `+ ${described(supporting)}`,
        `- ${described(opposing)}`,
        expected,
      ].join(' | '),
    ]
  })
}

/** The marked mistakes that no recogniser sees, a line each. */
export const unseenLines = (instances: readonly Instance[]): string[] =>
  instances
    .filter(({ row, mode, claims }) => mode === 'single' && row.spans.length > 0 && !claims.some(claim => claim.wrong))
    .filter(({ row }) => row.label === 'contradicted_figure')
    .map(({ row }) => {
      const [{ start, end }] = row.spans
      const mistakes = row.spans.map(({ text, expected }) => `${text}→${expected}`).join('; ')
      return `not recognised: ${row.id} ${mistakes} | ${row.claim_text.slice(Math.max(0, start - 40), end + 40)}`
    })
