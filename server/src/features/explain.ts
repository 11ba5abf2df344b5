import type { Position } from 'vscode-languageserver'
import type { Quote } from '../core/grounding/judgement'
import type { Explanation } from '../protocol/messages'
import { judgementAt, type DraftView } from './view'
import { excerptOf, onOneLine, sourceOf } from './wording'

/** How long quotes are at most, in code units: an editor shows one on a line, cut at its end. */
const LONGEST_QUOTE = 100

/** A quote as far as it fits on a line, around what it is about. */
function lineOf({ quote, within }: Quote): string {
  const { before, value, after } = excerptOf(quote, within, LONGEST_QUOTE)
  return `${before}${value}${after}`.trim()
}

/** Why the figure or date at a place of the draft got its verdict; null where there is none. */
export function provideExplanation(view: DraftView, position: Position): Explanation | null {
  const judgement = judgementAt(view, position)
  if (!judgement) return null
  return {
    claim: judgement.text,
    verdict: judgement.verdict,
    reasons: judgement.explanation,
    evidence: judgement.evidence.map(evidence => ({
      value: onOneLine(evidence.text),
      stance: evidence.stance,
      quote: lineOf(evidence),
      source: onOneLine(sourceOf(evidence)),
      uri: evidence.uri,
      range: evidence.range,
    })),
  }
}
