import { claimsOf, type PlacedValue } from '../evidence/passageAnalysis'
import type { Span } from '../text/span'
import { valueSpan } from '../values/value'
import { writeValue } from '../values/writeValue'
import { findCandidates, type PassageSearch } from './candidates'
import { contradictionScore, decisionFeatures, seemsSupported, sidesOf, type ScoredCandidate } from './decision'
import { explain } from './explain'
import type { Evidence, Judgement, Suggestion, Verdict } from './judgement'
import { quoteSentence, type TextOf } from './quote'
import { logistic, scoreTrees } from './trees'
import { alignmentTrees, decisionTrees } from './weights'

/** From which contradiction score on a claim counts as contradicted. */
export const thresholds = { strict: 0.7, balanced: 0.5, sensitive: 0.3 } as const

/** How readily a claim is called contradicted. */
export type Sensitivity = keyof typeof thresholds

/** From which probability on a source value counts as speaking of the same thing. */
const ALIGNED = 0.3

/** Pieces of evidence shown a side. */
const SHOWN = 3

const supports = (candidate: ScoredCandidate): boolean => candidate.comparison === 'equal' || candidate.comparison === 'compatible'

const byAlignment = (a: ScoredCandidate, b: ScoredCandidate): number =>
  b.alignment - a.alignment ||
  (a.article.uri < b.article.uri ? -1 : a.article.uri > b.article.uri ? 1 : a.value.span.start - b.value.span.start)

function verdictOf(contradiction: number, sensitivity: Sensitivity, candidates: readonly ScoredCandidate[]): Verdict {
  const { supporting, opposing } = sidesOf(candidates)
  const supported = supporting !== null && logistic(supporting.alignment) >= ALIGNED
  if (contradiction >= thresholds[sensitivity] && opposing !== null) {
    const elsewhere = supported && supporting.article !== opposing.article
    return elsewhere ? 'disputed' : 'contradicted'
  }
  return supported ? 'supported' : 'unverified'
}

function toEvidence(textOf: TextOf, candidate: ScoredCandidate): Evidence {
  const { article, value } = candidate
  const sentence: Span = { start: article.sentenceSpans[value.sentence * 2], end: article.sentenceSpans[value.sentence * 2 + 1] }
  return {
    ...quoteSentence(textOf, article.uri, article.metadata, sentence, value.span),
    text: value.value.kind === 'figure' ? value.value.figure.text : value.value.date.text,
    stance: supports(candidate) ? 'supports' : 'contradicts',
    alignment: logistic(candidate.alignment),
  }
}

/** The candidates worth showing: the best of each side, opposing ones first where the claim is contradicted. */
function shown(verdict: Verdict, candidates: readonly ScoredCandidate[]): ScoredCandidate[] {
  if (verdict === 'unverified') return []
  const ranked = [...candidates].sort(byAlignment)
  const { opposing } = sidesOf(candidates)
  const near = (candidate: ScoredCandidate, at: number): boolean => at === 0 || logistic(candidate.alignment) >= ALIGNED
  const against = ranked
    .filter(candidate => !supports(candidate))
    .filter(near)
    .slice(0, SHOWN)
  const pro = ranked.filter(supports).filter(near).slice(0, SHOWN)
  if (verdict === 'supported') return pro
  const agreeing = against.filter(candidate => candidate === opposing || logistic(candidate.alignment) >= ALIGNED)
  return verdict === 'contradicted' ? agreeing : [...agreeing, ...pro]
}

function suggestionsFor(claim: PlacedValue, text: string, candidates: readonly ScoredCandidate[]): Suggestion[] {
  const suggestions: Suggestion[] = []
  candidates.forEach((candidate, evidence) => {
    if (supports(candidate)) return
    const written = writeValue(candidate.value.value, claim.value, text)
    if (written !== null && !suggestions.some(known => known.text === written)) suggestions.push({ text: written, evidence })
  })
  return suggestions
}

/** A judgement whose span is in its passage. */
export type PassageJudgement = Judgement

/** Judges every figure and date of a passage against the articles found for it. */
export function judgePassage(search: PassageSearch, textOf: TextOf, sensitivity: Sensitivity): PassageJudgement[] {
  const { analysis } = search
  const claims = claimsOf(analysis)
  if (claims.length === 0) return []
  const { text } = analysis.passage.tokens
  const scored = claims.map(claim => {
    const { candidates, derivation } = findCandidates(search, claim)
    return { claim, derivation, candidates: candidates.map(each => ({ ...each, alignment: scoreTrees(alignmentTrees, each.features) })) }
  })
  const supported = scored.map(({ candidates }) => seemsSupported(candidates))
  return scored.map(({ claim, candidates, derivation }, at) => {
    const others = supported.filter((_, other) => other !== at)
    const supportedShare = others.length === 0 ? 0.5 : others.filter(Boolean).length / others.length
    const features = decisionFeatures(claim, candidates, derivation, { supportedShare, otherClaims: others.length })
    const { opposing } = sidesOf(candidates)
    const contradiction = opposing === null ? 0 : contradictionScore(decisionTrees, features, derivation)
    const verdict = verdictOf(contradiction, sensitivity, candidates)
    const evidence = shown(verdict, candidates)
    const span = valueSpan(claim.value)
    return {
      kind: claim.value.kind,
      span,
      text: text.slice(span.start, span.end),
      verdict,
      contradiction: Number(contradiction.toFixed(4)),
      evidence: evidence.map(candidate => toEvidence(textOf, candidate)),
      suggestions: verdict === 'contradicted' || verdict === 'disputed' ? suggestionsFor(claim, text, evidence) : [],
      explanation: explain(claim, verdict, candidates),
    }
  })
}
