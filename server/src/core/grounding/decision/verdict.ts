import { alignmentColumn } from '../alignment/alignment'
import { AGREED } from './contradiction'
import { coverageOf, sidesOf, supportingShare, supports, type ScoredCandidate } from './decision'
import type { Verdict } from '../judgement'

/** From which contradiction score on a claim counts as contradicted. */
export const thresholds = { strict: 0.5, balanced: 0.21, sensitive: 0.15 } as const

/** How readily a claim is called contradicted. */
export type Sensitivity = keyof typeof thresholds

/** From which part of the share of those that disagree on agreeing candidates together make a claim supported. */
const SUPPORTED = 0.5

/** From which share, or which match of words, on other sources than the opposing one are held to agree with a claim. */
const AGREEING_ELSEWHERE = { share: 0.04, words: 0.6 }

/** From which match of words on a later source that agrees has overtaken the opposing one. */
const OVERTAKING = 0.9

/** From which share and which match of words, of the sentence and around the value, on two sources are held to speak of one thing, and so to disagree. */
const DISPUTED = { share: 0.12, words: 0.8, around: 0.25 }

/** How much less likely meant than what agrees, in log-odds, what disagrees may be. */
const AS_LIKELY = 0.25

const aroundColumn = alignmentColumn('sourceNear')

/** Whether another source says something else of just what a supporting source says. */
function isDisputed(supporting: ScoredCandidate, opposing: ScoredCandidate): boolean {
  const isClear = ({ share, match }: ScoredCandidate): boolean => share >= DISPUTED.share && match.coverage >= DISPUTED.words
  const isMeant = opposing.features[aroundColumn] >= DISPUTED.around
  const isAsLikely = opposing.alignment >= supporting.alignment - AS_LIKELY
  return supporting.article !== opposing.article && isClear(supporting) && isClear(opposing) && isAsLikely && isMeant
}

/** Whether an agreeing source tells of a later state of what the opposing one told: figures change, and the writer has the latest. */
function overtakes({ article, match }: ScoredCandidate, { article: { metadata } }: ScoredCandidate): boolean {
  const { publishedOn } = article.metadata
  return publishedOn !== null && metadata.publishedOn !== null && publishedOn > metadata.publishedOn && match.wideCoverage >= OVERTAKING
}

/**
 * The verdict on a claim by its contradiction score and its evidence.
 * @param contradiction the score, 0 to 1
 * @param candidates the claim's, scored
 */
export function verdictOf(contradiction: number, sensitivity: Sensitivity, candidates: readonly ScoredCandidate[]): Verdict {
  const { supporting, opposing } = sidesOf(candidates)
  const share = supportingShare(candidates)
  const agreed = share >= AGREED
  if (contradiction >= thresholds[sensitivity] && opposing !== null) {
    const elsewhere = candidates.filter(candidate => supports(candidate) && candidate.article !== opposing.article)
    const equal = elsewhere.filter(({ comparison }) => comparison === 'equal')
    if (equal.some(each => overtakes(each, opposing))) return 'supported'
    const agree =
      (agreed && supportingShare(elsewhere) >= AGREEING_ELSEWHERE.share) ||
      equal.some(({ match }) => match.wideCoverage >= AGREEING_ELSEWHERE.words)
    return agree ? 'disputed' : 'contradicted'
  }
  if (supporting !== null && opposing !== null && isDisputed(supporting, opposing)) return 'disputed'
  return agreed && share >= SUPPORTED * (coverageOf(candidates) - share) ? 'supported' : 'unverified'
}
