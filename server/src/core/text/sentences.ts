import { signSet } from './characters'
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
const isCloser = signSet('"\'”’»)]*_')
const isEnder = signSet('.!?…')

// a name follows: a point after these ends no sentence before a word
const titles = wordSet(
  'mr mrs ms dr prof sen rep gov gen lt col maj capt sgt cpl rev hon pres supt cmdr adm st mt ft messrs mme mlle vs cf viz',
)
// a number follows, otherwise they are words or ends of sentences
const numbered = wordSet('no nos fig figs vol vols pp p para art sec ch op ca approx circa ed eds')
const months = wordSet('jan feb mar apr jun jul aug sep sept oct nov dec')
// a point after these ends a sentence only before a word that begins one
const abbreviations = wordSet(
  'inc corp ltd co bros plc dept univ assn est etc al min max ave blvd rd jr sr mon tue tues wed thu thur thurs fri sat sun',
)
const clockSuffixes = wordSet('am pm')
// what goes on after a clock time
const afterClock = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central mountain pacific local',
)
const starters = wordSet(
  'the a an he she it they we you i his her its their our this that these those there here in on at but and or yet however meanwhile after before when while as if for by since although though with without from to some many most such both each all no nor not what who why where which how once then now also still another other others according one two three four five six seven eight nine ten',
)

const isWord = (tokens: Tokens, at: number): boolean => tokens.kinds[at] === TokenKind.word

const isLetter = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && tokens.ends[at] - tokens.starts[at] === 1

/** Whether the letter at `at` ends "a.m." or "p.m.". */
function endsClockSuffix(tokens: Tokens, at: number): boolean {
  return at >= 2 && /^[ap]\.m$/i.test(tokens.text.slice(tokens.starts[at] - 2, tokens.ends[at]))
}

/** Whether the point at `at` belongs to an abbreviation, so that the sentence goes on with the token `next`. */
function abbreviates(tokens: Tokens, at: number, next: number): boolean {
  const before = at - 1
  if (before < 0 || tokens.gaps[at] !== Gap.none || !isWord(tokens, before)) return false
  const word = tokens.words[before]
  const isNumber = tokens.kinds[next] === TokenKind.digits
  const startsAnew = isWord(tokens, next) && starters(tokens.words[next])
  if (titles(word)) return !isNumber && (tokens.cases[before] !== LetterCase.lower || !startsAnew)
  if (numbered(word) || months(word)) return isNumber
  if (clockSuffixes(word) || endsClockSuffix(tokens, before)) return isWord(tokens, next) && afterClock(tokens.words[next])
  // "U.S.", "J. Smith"
  return (abbreviations(word) || isLetter(tokens, before)) && !startsAnew
}

/** Whether the point at `at` is that of a number before an entry: "1. The first". */
const numbersEntry = (tokens: Tokens, first: number, at: number): boolean => at === first + 1 && tokens.kinds[first] === TokenKind.digits

/** Whether the sentence from `first` on ends after token `at`, where `next` is the first token after closing marks. */
function ends(tokens: Tokens, first: number, at: number, next: number): boolean {
  if (next >= tokens.count) return true
  if (tokens.gaps[next] === Gap.none) return false
  const sign = tokens.words[at]
  if (sign === POINT && (abbreviates(tokens, at, next) || numbersEntry(tokens, first, at))) return false
  if (isWord(tokens, next)) return tokens.cases[next] !== LetterCase.lower
  return true
}

const COLON = 0x3a

/** How many tokens a label may have, with its colon. */
const LABEL = 10

/** Whether a line begins with a label: "Injured: 130". */
function beginsLabel(tokens: Tokens, line: number): boolean {
  for (let at = line; at < Math.min(tokens.count, line + LABEL); at++) {
    if (at > line && tokens.gaps[at] === Gap.newline) return false
    if (tokens.kinds[at] !== TokenKind.symbol) continue
    if (isEnder(tokens.words[at])) return false
    if (tokens.words[at] === COLON) return at > line && at + 1 < tokens.count && tokens.gaps[at + 1] === Gap.space
  }
  return false
}

/** The first token of the line after that of a token, or the number of tokens. */
function nextLine(tokens: Tokens, from: number): number {
  let at = from + 1
  while (at < tokens.count && tokens.gaps[at] !== Gap.newline) at++
  return at
}

/**
 * Splits a passage of prose into sentences. A single line break does not end a sentence, but between lines that begin with labels; the
 * caller splits paragraphs.
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
  let isLabelled = beginsLabel(tokens, 0)
  for (let at = 0; at < tokens.count; at++) {
    if (at > 0 && tokens.gaps[at] === Gap.newline) {
      const wasLabelled = isLabelled
      isLabelled = beginsLabel(tokens, at)
      if (isLabelled && (wasLabelled || beginsLabel(tokens, nextLine(tokens, at)))) close(at)
    }
    if (tokens.kinds[at] !== TokenKind.symbol || !isEnder(tokens.words[at])) continue
    let next = at + 1
    while (
      next < tokens.count &&
      tokens.gaps[next] === Gap.none &&
      tokens.kinds[next] === TokenKind.symbol &&
      (isCloser(tokens.words[next]) || isEnder(tokens.words[next]))
    )
      next++
    if (ends(tokens, first, at, next)) {
      close(next)
      at = next - 1
    }
  }
  close(tokens.count)
  return sentences
}
