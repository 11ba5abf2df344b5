import { splitSentences, type Sentence } from './sentences'
import { tokenize, type Tokens } from './tokens'

/** A paragraph, heading, list item or table cell of plain prose, read once for every recogniser. */
export interface Passage {
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
}

/** Reads prose into tokens and sentences. */
export function readPassage(text: string): Passage {
  const tokens = tokenize(text)
  return { tokens, sentences: splitSentences(tokens) }
}
