import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { boundBefore } from './bounds'
import type { Draft } from './draft'
import { cardinals, isAnd, isArticle, isHalf, isOf, scales, singularDenominators } from './numberWords'
import { endsFraction, FRACTION_STEP } from './numbers'
import { isGlued, isHyphen, isOneOf, isWord } from '../scan'

/** Numbers that begin with no cardinal: "a hundred", "half of them", "a third of the cost", "a quarter of a million". */

function withArticle(draft: Draft): void {
  draft.first--
  draft.numberFirst--
}

const isScaleOpener = wordSet('the per every last past first next')
const isHalved = wordSet('of the its their his her our this that all a an these those as')
const isHalfOfGame = wordSet('first second time back centre opening other')
const leadsToHalf = wordSet('by in only just another')

/** "a hundred", "hundred thousand", but not the bare "million" of "multi-million". */
function settleScale(tokens: Tokens, draft: Draft, article: boolean): boolean {
  const at = draft.numberFirst
  if (article) withArticle(draft)
  return article || draft.numberNext > at + 1 || isOneOf(tokens, at - 1, isScaleOpener)
}

/** Whether a bare "half" halves something: "half of them", "half the price", "nearly half", "by half", but not "the first half". */
function isRealHalf(tokens: Tokens, draft: Draft): boolean {
  const at = draft.numberFirst
  const joins = isHyphen(tokens, draft.next) && isGlued(tokens, draft.next)
  const repeats = isOneOf(tokens, draft.next, isAnd) && isOneOf(tokens, draft.next + 1, isHalf)
  if (joins || repeats || isOneOf(tokens, at - 1, isHalfOfGame)) return false
  return isOneOf(tokens, draft.next, isHalved) || boundBefore(tokens, at, 0) !== null || isOneOf(tokens, at - 1, leadsToHalf)
}

/** "half", "quarter" and what they divide. */
function settleDivisor(tokens: Tokens, draft: Draft, article: boolean): boolean {
  const dividesUnit = draft.unit !== null || draft.scale !== 1
  const half = isHalf(tokens.words[draft.numberFirst])
  if (!dividesUnit && half && !isRealHalf(tokens, draft)) return false
  if (!dividesUnit && !half && !(article && isOneOf(tokens, draft.next, isOf))) return false
  if (article) withArticle(draft)
  return true
}

/** "a third of", "a fifth higher": a fraction, where "a third man" keeps its order. */
function settleOrdinal(tokens: Tokens, draft: Draft, article: boolean): void {
  const below = singularDenominators(tokens.words[draft.numberFirst])
  const isLone = draft.numberNext === draft.numberFirst + 1 && isWord(tokens, draft.next)
  if (!article || below === undefined || !isLone || !endsFraction(tokens, draft.next)) return
  draft.dimension = 'fraction'
  draft.low = draft.high = 1 / below
  draft.step = FRACTION_STEP
  withArticle(draft)
}

/**
 * Decides whether a number that begins with a scale, a divisor or an ordinal is one, and takes the article before it in.
 * @param floor the first token that may be used for the article
 */
export function settleIndefinite(tokens: Tokens, draft: Draft, floor: number): boolean {
  const at = draft.numberFirst
  // "minus five" begins with its sign
  if (!isWord(tokens, at) || draft.low! < 0) return true
  const word = tokens.words[at]
  if (cardinals(word) !== undefined) return true
  const article = at > floor && isOneOf(tokens, at - 1, isArticle)
  if (scales(word) !== undefined) return settleScale(tokens, draft, article)
  if (draft.dimension !== 'ordinal') return settleDivisor(tokens, draft, article)
  settleOrdinal(tokens, draft, article)
  return true
}
