import type { PlacedValue } from '../evidence/passageAnalysis'
import type { Candidate } from './candidates'
import { statesSame } from './speaks'
import { asTaken, type Claimed } from './swaps'

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

/**
 * The candidates of a passage's claims, where a sentence of the draft draws two of a source together: a day that one of them states is
 * not contradicted by the dates of the other, which is there for another day of the draft's sentence.
 * @param claims the claims of a passage
 * @returns the candidates of each
 */
export function withToldBeside(claims: readonly Claimed[]): readonly (readonly Candidate[])[] {
  const days = claims.filter(({ claim }) => tellsDay(claim))
  return claims.map(claimed => {
    const { claim, candidates } = claimed
    const others = days.filter(other => other !== claimed && other.claim.sentence === claim.sentence && areToldAlike(other.claim, claim))
    if (others.length === 0 || !tellsDay(claim)) return candidates
    const own = statedAt(claimed)
    const elsewhere = others.flatMap(statedAt).filter(theirs => own.some(mine => standBeside(mine, theirs)))
    const isOfOther = (candidate: Candidate): boolean =>
      candidate.comparison === 'different' && elsewhere.some(theirs => theirs.value !== candidate.value && isIn(candidate, theirs))
    return candidates.map(candidate => (isOfOther(candidate) ? asTaken(candidate) : candidate))
  })
}
