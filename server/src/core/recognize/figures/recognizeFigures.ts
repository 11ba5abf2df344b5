import type { Sentence } from '../../text/sentences'
import type { Span } from '../../text/span'
import { TokenKind, type Tokens } from '../../text/tokens'
import { wordsThat } from '../../text/vocabulary'
import type { Figure } from '../figure'
import type { Draft } from './draft'
import { figuresOf } from './figuresOf'
import { cardinals, ordinals, scaleOrdinals, scales, singularDenominators } from './numberWords'
import { vulgarFraction } from './numerals'
import { readFigure } from './readFigure'
import { opensVague } from './vague'

const FIRST_FRACTION = 0xbc

const isNumberWord = (word: number): boolean =>
  [cardinals, ordinals, scales, scaleOrdinals, singularDenominators].some(table => table(word) !== undefined)

/** Whether a word can begin a figure, by its number in the vocabulary. */
const opensFigure = wordsThat(word => word !== 0 && (isNumberWord(word) || opensVague(word)))

/** Whether a figure may begin at the token. */
function opens(tokens: Tokens, at: number): boolean {
  const kind = tokens.kinds[at]
  if (kind === TokenKind.digits) return true
  const word = tokens.words[at]
  if (kind === TokenKind.symbol) return word >= FIRST_FRACTION && vulgarFraction(tokens, at) !== undefined
  return opensFigure(word)
}

/**
 * Finds the figures of a passage.
 * @param tokens the passage's tokens
 * @param sentences its sentences
 * @param taken spans of its date expressions, in order; what is written in them is no figure
 * @returns the figures in order, none overlapping another or a date
 */
export function recognizeFigures(tokens: Tokens, sentences: readonly Sentence[], taken: readonly Span[]): Figure[] {
  const drafts: Draft[] = []
  let sentence = 0
  let date = 0
  /** The first token that a figure may use: those before belong to another figure or a date. */
  let floor = 0
  let at = 0
  while (at < tokens.count) {
    if (!opens(tokens, at)) {
      at++
      continue
    }
    while (date < taken.length && taken[date].end <= tokens.starts[at]) date++
    if (date < taken.length && taken[date].start < tokens.ends[at]) {
      floor = ++at
      continue
    }
    while (sentences[sentence].last <= at) sentence++
    const read = readFigure(tokens, at, sentences[sentence], floor)
    if (typeof read === 'number') {
      at = read
      continue
    }
    const meetsDate = date < taken.length && taken[date].start < tokens.ends[read.next - 1]
    if (!meetsDate) drafts.push(read)
    at = floor = read.next
  }
  return figuresOf(tokens, sentences, drafts)
}
