import { Gap, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Draft } from './draft'
import { ordinals } from './numberWords'
import { isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lengthAt, lowerTextAt, Sign, wordAt } from '../scan'

/** Ordinals: ranks in digits, and ordinal words that order nothing. */

const isNumberWord = wordSet('no nos number numbers')
const isRanked = wordSet('ranked ranks rank ranking')
const isShort = (tokens: Tokens, at: number): boolean => lengthAt(tokens, at) < 3

/** The first token of "No. " or "number" before a number, or -1; "no 5" is a rank, "no one" is not. */
function numberMark(tokens: Tokens, number: number, floor: number): number {
  const dotted = isSymbol(tokens, number - 1, Sign.point) && isGlued(tokens, number - 1)
  const at = dotted ? number - 2 : number - 1
  const marks = at >= floor && isOneOf(tokens, at, isNumberWord) && (dotted || isDigits(tokens, number) || !isShort(tokens, at))
  return marks ? at : -1
}

/** Makes a rank of a whole number: "No. 1", "number 47", "#5", "ranked 302". */
export function readRank(tokens: Tokens, draft: Draft, floor: number): boolean {
  if (draft.dimension !== 'count' || draft.unit !== null || draft.scale !== 1 || !Number.isInteger(draft.low)) return false
  const at = draft.numberFirst
  if (at - 1 < floor) return false
  const isHash = isSymbol(tokens, at - 1, Sign.hash) && isGlued(tokens, at)
  const mark = isHash ? at - 1 : numberMark(tokens, at, floor)
  if (mark < 0 && !isOneOf(tokens, at - 1, isRanked)) return false
  draft.dimension = 'ordinal'
  if (mark >= 0) draft.first = draft.amountFirst = mark
  return true
}

const isAt = wordSet('at')
const idleCompounds = wordSet('hand party class rate lady minister aid degree person')
const isSecond = wordSet('second')
const isBeforeTime = wordSet('per a each every split last')
const isBeforeUnit = wordSet('per split')

/** Whether "second" is the unit of time: "a second.", "a split second", "per second", "a second later". */
function isTime(tokens: Tokens, at: number, next: number): boolean {
  if (isOneOf(tokens, at - 1, isBeforeUnit) || isSymbol(tokens, at - 1, Sign.slash)) return true
  const isFollowed = isWord(tokens, next) && tokens.gaps[next] === Gap.space && lowerTextAt(tokens, next) !== 'later'
  return isOneOf(tokens, at - 1, isBeforeTime) && !isFollowed
}

/** Whether an ordinal word orders nothing: "at first", "second-hand", "a split second". */
export function isIdleOrdinal(tokens: Tokens, draft: Draft): boolean {
  const at = draft.numberFirst
  if (draft.dimension !== 'ordinal' || draft.numberNext - at !== 1 || ordinals(wordAt(tokens, at)) === undefined) return false
  const next = isHyphen(tokens, draft.next) && isGlued(tokens, draft.next) ? draft.next + 1 : draft.next
  if (isOneOf(tokens, next, idleCompounds) || isOneOf(tokens, at - 1, isAt)) return true
  return isSecond(tokens.words[at]) && isTime(tokens, at, next)
}
