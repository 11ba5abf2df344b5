import { claimsOf, type PassageAnalysis, type PlacedValue } from '../evidence/passageAnalysis'
import type { Span } from '../text/span'
import { valueSpan, valueText } from '../values/value'
import { writeValue } from '../values/writeValue'
import { findCandidates, type Candidate, type PassageSearch } from './candidates'
import { alignmentColumn } from './alignment'
import { amidTold, ELSEWHERE, isOpposedAlike, isStatedElsewhere, isStatedNowhere, TOLD_COVERAGE, type Weighed } from './amidTold'
import { AGREED, contradictionScore } from './contradiction'
import {
  coverageOf,
  coveredElsewhere,
  decisionFeatures,
  scoreCandidates,
  shareOfValue,
  sidesOf,
  supportingShare,
  supports,
  type ScoredCandidate,
} from './decision'
import { countedFrom } from './countedFrom'
import { explain, explainCalculation } from './explain'
import type { Evidence, Judgement, Suggestion, Verdict } from './judgement'
import { quoteSentence, type TextOf } from './quote'
import { withoutRepeated } from './repeated'
import { withoutExchanged, type Claimed } from './swaps'
import { withToldBeside } from './toldBeside'
import { alignmentWeights, decisionWeights } from './weights'
import { calculationOf, isAddedUp, type JudgedClaim, type Part, type Calculation } from './calculation'

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

/** How far, in log-odds, evidence may be less well aligned than the best of its side and still be shown. */
const NEARLY_BEST = 1

/** How far, in log-odds, evidence may be less well aligned than the best and be meant all the same, if more of the sources state it. */
const TIED = 0.4

/** From which share and which match of words, of the sentence and around the value, on two sources are held to speak of one thing, and so to disagree. */
const DISPUTED = { share: 0.12, words: 0.8, around: 0.25 }

/** How much less likely meant than what agrees, in log-odds, what disagrees may be. */
const AS_LIKELY = 0.25

/** Pieces of evidence shown a side. */
const SHOWN = 3

const byAlignment = (a: ScoredCandidate, b: ScoredCandidate): number =>
  b.alignment - a.alignment ||
  (a.article.uri < b.article.uri ? -1 : a.article.uri > b.article.uri ? 1 : a.value.span.start - b.value.span.start)

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

function verdictOf(contradiction: number, sensitivity: Sensitivity, candidates: readonly ScoredCandidate[]): Verdict {
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

/** A value of an article as evidence. */
function toEvidence(textOf: TextOf, { article, value, share }: Part, stance: Evidence['stance']): Evidence {
  const sentence: Span = { start: article.sentenceSpans[value.sentence * 2], end: article.sentenceSpans[value.sentence * 2 + 1] }
  const quote = quoteSentence(textOf, article.uri, article.metadata, sentence, value.span)
  return Object.assign(quote, { text: valueText(value.value), stance, alignment: share })
}

const stanceOf = (candidate: ScoredCandidate): Evidence['stance'] => (supports(candidate) ? 'supports' : 'contradicts')

const formColumn = alignmentColumn('formSame')
const aroundColumn = alignmentColumn('sourceNear')

/** Of the best aligned candidates that are as good as tied: one written like the claim, and of these the value that most evidence states. */
function bestOfTied(ranked: readonly ScoredCandidate[]): ScoredCandidate {
  const tied = ranked.filter(({ alignment }) => alignment >= ranked[0].alignment - TIED)
  const alike = tied.filter(({ features }) => features[formColumn] > 0)
  const likely = alike.length > 0 ? alike : tied
  if (likely.length === 1) return likely[0]
  const stated = likely.map(({ value }) => shareOfValue(value.value, ranked))
  return likely[stated.indexOf(Math.max(...stated))]
}

/** The best aligned of some candidates, best first: those that come near to the best and are written like it, at most {@link SHOWN}. */
function nearBest(candidates: readonly ScoredCandidate[]): ScoredCandidate[] {
  if (candidates.length === 0) return []
  const ranked = [...candidates].sort(byAlignment)
  const best = bestOfTied(ranked)
  const comesNear = (candidate: ScoredCandidate): boolean =>
    candidate !== best &&
    candidate.alignment >= ranked[0].alignment - NEARLY_BEST &&
    candidate.features[formColumn] === best.features[formColumn]
  return [best, ...ranked.filter(comesNear)].slice(0, SHOWN)
}

/** The candidates worth showing: the best of each side that the verdict rests on, opposing ones first. */
function shown(verdict: Verdict, candidates: readonly ScoredCandidate[]): ScoredCandidate[] {
  const pro = (): ScoredCandidate[] => nearBest(candidates.filter(supports))
  const against = (): ScoredCandidate[] => nearBest(candidates.filter(candidate => !supports(candidate)))
  switch (verdict) {
    case 'unverified':
      return []
    case 'supported':
      return pro()
    case 'contradicted':
      return against()
    case 'disputed':
      return [...against(), ...pro()]
  }
}

/** A text without what a heading of its table says already. */
const withoutAddition = (text: string | null, addition: string): string | null =>
  text?.endsWith(addition) ? text.slice(0, text.length - addition.length) : text

function suggestionsFor(
  claim: PlacedValue,
  { passage, addition = '' }: PassageAnalysis,
  candidates: readonly ScoredCandidate[],
): Suggestion[] {
  const suggestions: Suggestion[] = []
  candidates.forEach((candidate, evidence) => {
    if (supports(candidate)) return
    const written = withoutAddition(writeValue(candidate.value.value, claim.value, passage.tokens.text), addition)
    if (written !== null && !suggestions.some(known => known.text === written)) suggestions.push({ text: written, evidence })
  })
  return suggestions
}

/** What is left of the contradiction score of a claim that is worked out from others. */
const COUNTED = 0.1

/** A claim with the score and the verdict on it alone. */
interface ScoredClaim extends JudgedClaim {
  readonly contradiction: number
}

/** A judgement whose span is in its passage. */
export type PassageJudgement = Judgement

type Findings = Omit<Judgement, 'kind' | 'span' | 'text'>

const scoreShown = (contradiction: number): number => Number(contradiction.toFixed(4))

/** What is found of a claim by itself. */
function foundAlone({ claim, candidates, verdict, contradiction }: ScoredClaim, analysis: PassageAnalysis, textOf: TextOf): Findings {
  const evidence = shown(verdict, candidates)
  return {
    verdict,
    contradiction: scoreShown(contradiction),
    evidence: evidence.map(candidate => toEvidence(textOf, candidate, stanceOf(candidate))),
    suggestions: verdict === 'contradicted' || verdict === 'disputed' ? suggestionsFor(claim, analysis, evidence) : [],
    calculation: null,
    explanation: explain(claim, verdict, candidates),
  }
}

/** The contradiction score of what the sources' figures do not come to, though the draft says that it is what they come to. */
const MISCALCULATED = 0.6

/** What is found of a claim that is worked out from other figures. */
function foundByCalculation(
  { claim, contradiction }: ScoredClaim,
  calculation: Calculation,
  analysis: PassageAnalysis,
  textOf: TextOf,
): Findings {
  const { agrees, expression, parts } = calculation
  const { passage, addition = '' } = analysis
  const result = withoutAddition(writeValue(calculation.result, claim.value, passage.tokens.text), addition)!
  return {
    verdict: agrees ? 'supported' : 'contradicted',
    contradiction: scoreShown(agrees ? contradiction * COUNTED : Math.max(contradiction, MISCALCULATED)),
    evidence: parts.map(part => toEvidence(textOf, part, agrees ? 'supports' : 'contradicts')),
    suggestions: agrees ? [] : [{ text: result, evidence: 0 }],
    calculation: { expression, result },
    explanation: explainCalculation(calculation, result),
  }
}

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
    return { ...each, contradiction, verdict: verdictOf(contradiction, sensitivity, each.candidates) }
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
