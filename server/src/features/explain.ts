import type { Position } from 'vscode-languageserver'
import type { Explanation } from '../protocol/messages'
import { judgementAt, type DraftView } from './view'
import { onOneLine, sourceOf } from './wording'

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
      quote: onOneLine(evidence.quote),
      source: onOneLine(sourceOf(evidence)),
      uri: evidence.uri,
      range: evidence.range,
    })),
  }
}
