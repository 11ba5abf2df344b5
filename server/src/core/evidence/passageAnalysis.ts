import { recognizeDates } from '../recognize/dates/recognizeDates'
import { recognizeFigures } from '../recognize/figures/recognizeFigures'
import { readPassage, type Passage } from '../text/passage'
import { LetterCase, TokenKind, type Tokens } from '../text/tokens'
import { valueSpan, type Value } from '../values/value'
import { conceptsOf } from '../grounding/words/concepts'
import { isFunctionWord } from '../grounding/words/stopwords'

/** A value and the tokens of its passage that write it, `first` up to, not including, `last`. */
export interface PlacedValue {
  readonly value: Value
  readonly first: number
  readonly last: number
  /** Index of its sentence in the passage. */
  readonly sentence: number
  /** The concept of the noun that a figure counts; 0 for none. */
  readonly noun: number
}

/** All that alignment needs of one passage, whether of a draft or of an article. Plain data that depends on the passage's text alone. */
export interface PassageAnalysis {
  readonly passage: Passage
  /** One number a token: what its word means, so that synonyms and inflections are equal; 0 for symbols. */
  readonly concepts: Int32Array
  /** {@link WordRole} of each token. */
  readonly roles: Uint8Array
  /** Figures and dates in order of their place. */
  readonly values: readonly PlacedValue[]
}

/** What a token is to alignment: a word written as a name, or a function word, which says nothing of a sentence's subject. */
export const WordRole = { plain: 0, name: 1, function: 2 } as const

function rolesOf(passage: Passage): Uint8Array {
  const { cases, words, count } = passage.tokens
  const roles = new Uint8Array(count)
  for (const sentence of passage.sentences) {
    let opens = true
    for (let at = sentence.first; at < sentence.last; at++) {
      if (cases[at] === LetterCase.none) continue
      const named = cases[at] >= LetterCase.upper || (cases[at] === LetterCase.capitalised && !opens)
      if (words[at] !== 0 && isFunctionWord(words[at]) && cases[at] !== LetterCase.upper) roles[at] = WordRole.function
      else if (named) roles[at] = WordRole.name
      opens = false
    }
  }
  return roles
}

/** The concepts of words and numbers; symbols have none. */
function wordConcepts({ tokens }: Passage): Int32Array {
  const concepts = conceptsOf(tokens)
  for (let at = 0; at < tokens.count; at++) if (tokens.kinds[at] === TokenKind.symbol) concepts[at] = 0
  return concepts
}

/** Index of the token that begins at or after an offset. */
function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.ends[middle] <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function placeValues(passage: Passage, concepts: Int32Array, values: readonly Value[]): PlacedValue[] {
  const { tokens, sentences } = passage
  const nounOf = (value: Value): number =>
    value.kind === 'figure' && value.figure.nounSpan !== null ? concepts[tokenAt(tokens, value.figure.nounSpan.end - 1)] : 0
  let sentence = 0
  return values.map(value => {
    const span = valueSpan(value)
    while (sentence + 1 < sentences.length && span.start >= sentences[sentence].end) sentence++
    return { value, first: tokenAt(tokens, span.start), last: tokenAt(tokens, span.end - 1) + 1, sentence, noun: nounOf(value) }
  })
}

/**
 * Reads a passage of prose for its figures, dates and meaning-bearing words.
 * @param text plain prose
 * @param documentDay the day its document was published, as days since 1970-01-01, or null
 */
export function analyzePassage(text: string, documentDay: number | null): PassageAnalysis {
  const passage = readPassage(text)
  const { tokens, sentences } = passage
  const dates = recognizeDates(tokens, sentences, { documentDay })
  const figures = recognizeFigures(tokens, sentences, dates)
  const values: Value[] = [
    ...dates.map((date): Value => ({ kind: 'date', date })),
    ...figures.map((figure): Value => ({ kind: 'figure', figure })),
  ]
  values.sort((a, b) => valueSpan(a).start - valueSpan(b).start)
  const concepts = wordConcepts(passage)
  return { passage, concepts, roles: rolesOf(passage), values: placeValues(passage, concepts, values) }
}
