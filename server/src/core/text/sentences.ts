import { Gap, LetterCase, TokenKind, type Tokens } from './tokens'
import { wordSet } from './vocabulary'

/** A sentence: its tokens from `first` up to, not including, `last`, and its span in the text. */
export interface Sentence {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
}

const POINT = 0x2e
const closers = new Set([...'"\'”’»)]*_'].map(character => character.charCodeAt(0)))
const enders = new Set([...'.!?…'].map(character => character.charCodeAt(0)))

// a point after these does not end a sentence, whatever follows
const titles = wordSet(
  'mr mrs ms dr prof sen rep gov gen lt col maj capt sgt rev hon pres supt cmdr adm st mt ft no nos vs cf viz fig figs vol pp ed eds jr sr',
)
// a point after these ends a sentence only where the next word cannot go on from it
const months = wordSet('jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun')
const abbreviations = wordSet('inc corp ltd co bros dept est etc al approx min max ave blvd rd am pm')
const starters = wordSet(
  'the a an he she it they we you i his her its their our this that these those there in on at but and however meanwhile after before when while as if for by since although though with from to some many most such both each all what who why how according',
)

const isLetterToken = (tokens: Tokens, at: number): boolean =>
  tokens.kinds[at] === TokenKind.word && tokens.ends[at] - tokens.starts[at] === 1

/** Whether the point at `at` belongs to an abbreviation, so that the sentence may go on after it. */
function abbreviates(tokens: Tokens, at: number, next: number): boolean {
  const before = at - 1
  if (before < 0 || tokens.gaps[at] !== Gap.none || tokens.kinds[before] !== TokenKind.word) return false
  const word = tokens.words[before]
  const numberFollows = tokens.kinds[next] === TokenKind.digits
  if (titles(word) && tokens.cases[before] !== LetterCase.lower) return true
  if (word !== 0 && titles(word)) return numberFollows || tokens.kinds[next] === TokenKind.word
  if (months(word) && numberFollows) return true
  const startsAnew = tokens.kinds[next] === TokenKind.word && starters(tokens.words[next])
  if (abbreviations(word) || months(word)) return !startsAnew
  // "U.S.", "a.m.", "J. Smith"
  if (isLetterToken(tokens, before)) return !startsAnew
  return false
}

/** Whether a sentence ends behind token `at`, where `next` is the first token after closing marks. */
function ends(tokens: Tokens, at: number, next: number): boolean {
  if (next >= tokens.count) return true
  if (tokens.gaps[next] === Gap.none) return false
  const sign = tokens.words[at]
  if (sign === POINT && abbreviates(tokens, at, next)) return false
  if (tokens.kinds[next] === TokenKind.word) return tokens.cases[next] !== LetterCase.lower
  return true
}

/**
 * Splits a passage of prose into sentences. A single line break does not end a sentence; the caller splits paragraphs.
 * @param tokens the passage's tokens
 * @returns sentences in order that together hold every token; empty for a passage without tokens
 */
export function splitSentences(tokens: Tokens): Sentence[] {
  const sentences: Sentence[] = []
  let first = 0
  const close = (last: number): void => {
    if (last > first) sentences.push({ first, last, start: tokens.starts[first], end: tokens.ends[last - 1] })
    first = last
  }
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== TokenKind.symbol || !enders.has(tokens.words[at])) continue
    let next = at + 1
    while (
      next < tokens.count &&
      tokens.gaps[next] === Gap.none &&
      tokens.kinds[next] === TokenKind.symbol &&
      (closers.has(tokens.words[next]) || enders.has(tokens.words[next]))
    )
      next++
    if (ends(tokens, at, next)) {
      close(next)
      at = next - 1
    }
  }
  close(tokens.count)
  return sentences
}
