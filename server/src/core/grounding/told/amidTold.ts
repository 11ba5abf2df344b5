import { scoreShown } from '../findings/findings'
import type { Judgement } from '../judgement'
import { logistic, scoreLinear } from '../linear'
import { MOST } from './meant'
import { draftFeatureNames, draftFeatures, type Objection, type Standing, type Telling } from './standing'
import { toldWeights, type ToldWeights } from '../weights'

/**
 * What it says of a claim that the sources tell what its draft says around it: they are likely what the writer works from. A value of
 * theirs beside which the draft tells another is then likely a slip, and the less so if the draft tells it elsewhere.
 */

/** How many claims around a passage, and which share of those that tell, sources must state to tell its draft. */
const TOLD = { claims: 4, share: 0.6 }

/** Whether the sources tell what some claims say. */
export function areTold(claims: readonly Telling[]): boolean {
  let telling = 0
  let stated = 0
  for (const { isStated } of claims) {
    if (isStated === null) continue
    telling++
    if (isStated) stated++
  }
  return stated >= TOLD.claims && stated >= TOLD.share * telling
}

/** The weights for a claim: of dates others count than of figures, and of what no source states others than of what one does. */
export const weightsFor = (kind: Judgement['kind'], { fit }: Telling): ToldWeights =>
  toldWeights[kind][fit === null ? 'unstated' : 'stated']

const fitColumn = draftFeatureNames.indexOf('toldFit')

/** What the rest of a draft can say for a value at the most, in log-odds. */
const mostOf = ({ draft }: ToldWeights): number =>
  draft.weights.reduce((sum, weight, at) => sum + (at === fitColumn ? MOST * Math.abs(weight) : Math.max(0, weight)), 0)

/** Whether a draft can be such that a claim means a value of which its passage says so much, in log-odds. */
export const canTell = (weights: ToldWeights, odds: number, threshold: number): boolean => logistic(odds + mostOf(weights)) >= threshold

/** What most speaks against a claim, and how likely it holds, 0 to 1. */
interface Likeliest {
  readonly objection: Objection
  readonly score: number
}

/** The objection to a claim that most speaks for; null where nothing speaks against it. */
function likeliest(claim: Standing, all: readonly Telling[], beside: readonly Telling[]): Likeliest | null {
  const { draft } = weightsFor(claim.alone.kind, claim)
  let best: Likeliest | null = null
  for (const objection of claim.objections) {
    const score = logistic(objection.odds + scoreLinear(draft, draftFeatures(claim, objection, all, beside)))
    if (best === null || score > best.score) best = { objection, score }
  }
  return best
}

/**
 * Whether a claim of some passage more likely means the value that another one is taken to mean: a source's value is not told twice, wrongly
 * both times, unless by one mistake that is repeated.
 * @param passage the claims of that passage
 */
function isMeantIn(passage: readonly Standing[], claim: Standing, { objection, score }: Likeliest, all: readonly Telling[]): boolean {
  return passage.some(other => {
    if (other === claim || other.told[0] === claim.told[0] || !other.objections.some(({ key }) => key === objection.key)) return false
    const best = likeliest(other, all, passage)
    return best !== null && best.score > score && best.objection.key === objection.key
  })
}

/** What is left of the threshold for a claim whose likely value another one more likely means. */
const BESIDE = 0.5

/** What was last made of judgements by {@link withScore}. */
const scored = new WeakMap<Judgement, Judgement>()

/** A judgement with another score: the same object as long as the score is the same. */
function withScore(judgement: Judgement, score: number): Judgement {
  const contradiction = scoreShown(score)
  const known = scored.get(judgement)
  if (known?.contradiction === contradiction) return known
  const made = { ...judgement, contradiction }
  scored.set(judgement, made)
  return made
}

/**
 * The judgements on claims of a draft's block, given the claims around it.
 * @param claims those of the block
 * @param blocks the claims of each of the other blocks
 * @param threshold from which score on a claim is contradicted
 */
export function judgedAmid(claims: readonly Standing[], blocks: readonly (readonly Standing[])[], threshold: number): Judgement[] {
  const around = blocks.flat()
  if (!areTold(around)) return claims.map(({ alone }) => alone)
  const all = [...around, ...claims]
  return claims.map(claim => {
    const best = likeliest(claim, all, claims)
    if (best === null) return claim.acquitted
    const isLikely = best.score >= threshold
    if (isLikely && ![claims, ...blocks].some(passage => isMeantIn(passage, claim, best, all)))
      return withScore(best.objection.judgement, best.score)
    return claim.acquitted === claim.alone ? claim.alone : withScore(claim.acquitted, isLikely ? threshold * BESIDE : best.score)
  })
}
