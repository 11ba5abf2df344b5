import { splitSentences, type Sentence } from './sentences'
import { tokenize, type Tokens } from './tokens'

/** A paragraph, heading, list item or table cell of plain prose, read once for every recogniser. */
export interface Passage {
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
}

/** Reads prose into tokens and sentences. */
export const readPassage = (text: string): Passage => passageOf(tokenize(text))

/** The passage of a text's tokens. */
export const passageOf = (tokens: Tokens): Passage => ({ tokens, sentences: splitSentences(tokens) })
