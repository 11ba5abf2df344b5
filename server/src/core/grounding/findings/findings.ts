import type { PassageAnalysis, PlacedValue } from '../../evidence/passageAnalysis'
import type { Span } from '../../text/span'
import { valueText } from '../../values/value'
import { writeValue } from '../../values/writeValue'
import { alignmentColumn } from '../alignment/alignment'
import type { Calculation, JudgedClaim, Part } from '../calculation/calculation'
import { shareOfValue, supports, type ScoredCandidate } from '../decision/decision'
import { explain, explainCalculation } from './explain'
import type { Evidence, Judgement, Suggestion, Verdict } from '../judgement'
import { quoteSentence, type TextOf } from './quote'
import { statesSame } from '../candidates/speaks'
import { verdictOf, type Sensitivity } from '../decision/verdict'

/** What a judgement shows of a claim: evidence, suggestions and reasons. */

/** How far, in log-odds, evidence may be less well aligned than the best of its side and still be shown. */
const NEARLY_BEST = 1

/** How far, in log-odds, evidence may be less well aligned than the best and be meant all the same, if more of the sources state it. */
const TIED = 0.4

/** Pieces of evidence shown a side. */
const SHOWN = 3

const byAlignment = (a: ScoredCandidate, b: ScoredCandidate): number =>
  b.alignment - a.alignment ||
  (a.article.uri < b.article.uri ? -1 : a.article.uri > b.article.uri ? 1 : a.value.span.start - b.value.span.start)

const formColumn = alignmentColumn('formSame')

/** A value of an article as evidence. */
function toEvidence(textOf: TextOf, { article, value, share }: Part, stance: Evidence['stance']): Evidence {
  const sentence: Span = { start: article.sentenceSpans[value.sentence * 2], end: article.sentenceSpans[value.sentence * 2 + 1] }
  const quote = quoteSentence(textOf, article.uri, article.metadata, sentence, value.span)
  return Object.assign(quote, { text: valueText(value.value), stance, alignment: share })
}

const stanceOf = (candidate: ScoredCandidate): Evidence['stance'] => (supports(candidate) ? 'supports' : 'contradicts')

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
export const withoutAddition = (text: string | null, addition: string): string | null =>
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
export const COUNTED = 0.1

/** A claim with the score and the verdict on it alone. */
export interface ScoredClaim extends JudgedClaim {
  readonly contradiction: number
}

/** A judgement but for the place of its claim. */
export type Findings = Omit<Judgement, 'kind' | 'span' | 'text'>

/** A score as it is shown. */
export const scoreShown = (contradiction: number): number => Number(contradiction.toFixed(4))

/** The contradiction score of a claim that is taken to mean another value, whatever it is by itself. */
const CERTAIN = 1

/** What is found of a claim by itself. */
export function foundAlone(
  { claim, candidates, verdict, contradiction }: ScoredClaim,
  analysis: PassageAnalysis,
  textOf: TextOf,
): Findings {
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

/**
 * What is found of a claim that means another value.
 * @param meant the candidate that it means
 * @returns null where a later source bears the claim out
 */
export function foundInstead(
  scored: ScoredClaim,
  meant: ScoredCandidate,
  sensitivity: Sensitivity,
  analysis: PassageAnalysis,
  textOf: TextOf,
): Findings | null {
  const candidates = scored.candidates.filter(each => supports(each) || statesSame(meant.value.value, each.value.value))
  const verdict = verdictOf(CERTAIN, sensitivity, candidates)
  return verdict === 'supported' ? null : foundAlone({ ...scored, candidates, verdict }, analysis, textOf)
}

/** The contradiction score of what the sources' figures do not come to, though the draft says that it is what they come to. */
const MISCALCULATED = 0.6

/** What is found of a claim that is worked out from other figures. */
export function foundByCalculation(
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
