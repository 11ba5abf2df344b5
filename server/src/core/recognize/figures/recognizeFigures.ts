import type { Sentence } from '../../text/sentences'
import type { Span } from '../../text/span'
import type { Tokens } from '../../text/tokens'
import type { Figure } from '../figure'

/** Finds the figures of a passage. */
export function recognizeFigures(_tokens: Tokens, _sentences: readonly Sentence[], _taken: readonly Span[]): Figure[] {
  return []
}
