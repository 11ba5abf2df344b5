import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, type Tokens } from '../../text/tokens'
import { lowerTextAt } from '../scan'
import { WordClass, classOf, knownWord } from './lexicon'
import { opensClause } from './wordUse'

const isHe = (tokens: Tokens, at: number): boolean => tokens.cases[at] === LetterCase.capitalised && lowerTextAt(tokens, at) === 'he'

/** Whether "He" at `at` and the next word are family name and given name: "He Lifeng". */
export function beginsFullHe(tokens: Tokens, at: number): boolean {
  const next = at + 1
  if (next >= tokens.count || tokens.cases[next] !== LetterCase.capitalised || tokens.gaps[next] !== Gap.space || !isHe(tokens, at))
    return false
  if ((classOf(tokens, next) & (WordClass.function | WordClass.nationality | WordClass.common)) !== 0) return false
  return knownWord(tokens, next) === undefined
}

/**
 * Whether "He" is the family name and not the pronoun: after a title, before a given name, or inside a clause, where the pronoun
 * is written small.
 * @param named whether somebody called He is spoken of, without whom a lone "He" is taken for the pronoun
 */
export function isFamilyHe(tokens: Tokens, sentence: Sentence, at: number, named: boolean): boolean {
  if (!isHe(tokens, at)) return false
  const titled = at > sentence.first && tokens.cases[at - 1] !== LetterCase.lower && (classOf(tokens, at - 1) & WordClass.title) !== 0
  if (titled || (at + 1 < sentence.last && beginsFullHe(tokens, at))) return true
  return named && !opensClause(tokens, sentence, at)
}
