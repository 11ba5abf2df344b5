import type { PlacedValue } from '../../evidence/passageAnalysis'
import type { Candidate } from '../candidates/candidates'
import { alignmentColumn, isWeak } from '../alignment/alignment'
import { statesSame } from '../candidates/speaks'
import { asTaken, type Claimed } from './swaps'

const nearColumn = alignmentColumn('near')

const tellsDay = ({ value }: PlacedValue): boolean => value.kind === 'date' && value.date.written.day !== undefined

/** Whether two days bound alike what they date: of "on June 10 … by July 1" neither is told in place of the other. */
const areToldAlike = (a: PlacedValue, b: PlacedValue): boolean =>
  a.value.kind === 'date' && b.value.kind === 'date' && a.value.date.relation === b.value.date.relation

/** The places where sources state just what a claim states. */
const statedAt = ({ claim, candidates }: Claimed): Candidate[] =>
  candidates.filter(({ comparison, value }) => comparison !== 'different' && statesSame(claim.value, value.value))

/** Whether two values stand in sentences of one article that follow each other. */
const standBeside = (a: Candidate, b: Candidate): boolean => a.article === b.article && Math.abs(a.value.sentence - b.value.sentence) === 1

const isIn = (candidate: Candidate, { article, value }: Candidate): boolean =>
  candidate.article === article && candidate.value.sentence === value.sentence

/** Whether a value is a figure of which sources may tell several of a kind: no such as any text has, "one" or "the first". */
const tellsFigure = ({ value }: PlacedValue): boolean => value.kind === 'figure' && !isWeak(value)

const isDrawnTogether = (a: PlacedValue, b: PlacedValue): boolean =>
  a.sentence === b.sentence && ((tellsDay(a) && tellsDay(b) && areToldAlike(a, b)) || (tellsFigure(a) && tellsFigure(b)))

/** Whether what stands around a value is as much like the claim as what stands around another one. */
const isAsNear = (a: Candidate, b: Candidate): boolean => a.features[nearColumn] >= b.features[nearColumn]

/**
 * The candidates of a passage's claims, where a sentence of the draft draws two of a source together: what one of them states is
 * not contradicted by the values of the other, which is there for another value of the draft's sentence. A figure, which may state a
 * source's by chance, must fit where it stands.
 * @param claims the claims of a passage
 * @returns the candidates of each
 */
export function withToldBeside(claims: readonly Claimed[]): readonly (readonly Candidate[])[] {
  return claims.map(claimed => {
    const { claim, candidates } = claimed
    const others = claims.filter(other => other !== claimed && isDrawnTogether(other.claim, claim))
    if (others.length === 0) return candidates
    const own = statedAt(claimed)
    const elsewhere = others.flatMap(statedAt)
    const isOfOther = (candidate: Candidate): boolean =>
      candidate.comparison === 'different' &&
      elsewhere.some(
        theirs =>
          theirs.value !== candidate.value &&
          isIn(candidate, theirs) &&
          own.some(mine => standBeside(mine, theirs) && (claim.value.kind === 'date' || isAsNear(mine, candidate))),
      )
    return candidates.map(candidate => (isOfOther(candidate) ? asTaken(candidate) : candidate))
  })
}
