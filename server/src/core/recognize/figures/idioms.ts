import { Gap, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Draft } from './draft'
import { headNoun, isPluralNoun } from './nouns'
import { cardinals } from './numberWords'
import { isDigits, isGlued, isHyphen, isOneOf, isWord, lengthAt, lowerTextAt, wordAt } from '../scan'

/** Numbers that count nothing by what stands around them: years, the pronoun "one", "nine-to-five". */

const FIRST_YEAR = 1500
const LAST_YEAR = 2100

/** Whether a number may be that of a year that reports write of. */
export const isYearNumber = (value: number): boolean => value >= FIRST_YEAR && value <= LAST_YEAR

/** Whether four bare digits are a year; before a plural a round number counts: "2000 people". */
export function isYear(tokens: Tokens, draft: Draft): boolean {
  const at = draft.numberFirst
  if (draft.dimension !== 'count' || draft.bound !== 'exact' || draft.numberNext - at !== 1) return false
  if (!isDigits(tokens, at) || lengthAt(tokens, at) !== 4 || !isYearNumber(draft.low!)) return false
  return !(draft.low! % 50 === 0 && isPluralNoun(tokens, draft.next))
}

const makesPronoun = wordSet('the no any every each this that which some another only last next big little good loved right wrong other')
const followsPronoun = wordSet(
  'of another day thing can could who that which is was has would should by to in on at for and or more less time such way',
)
const isOneCompound = wordSet('off sided way time stop on man woman eyed size upmanship')

/** Whether "one" stands for a person or thing instead of counting: "no one", "one of the", "the one", "a one-off". */
export function isPronounOne(tokens: Tokens, draft: Draft, last: number): boolean {
  const at = draft.numberFirst
  if (draft.numberNext - at !== 1 || cardinals(wordAt(tokens, at)) !== 1) return false
  if (draft.unit !== null || draft.second !== null || draft.bound !== 'exact') return false
  const { next } = draft
  // "no-one", "all-in-one"
  if (isHyphen(tokens, at - 1) && isGlued(tokens, at)) return true
  if (draft.hyphenated) return isOneOf(tokens, next + 1, isOneCompound)
  if (isOneOf(tokens, at - 1, makesPronoun) || !isWord(tokens, next) || tokens.gaps[next] === Gap.newline) return true
  return isOneOf(tokens, next, followsPronoun) || headNoun(tokens, next, last, 'singular') < 0
}

const isTo = wordSet('to')

/** The token after "nine-to-five", "9-to-5", or `at`. */
export function officeHoursEnd(tokens: Tokens, at: number): number {
  if (!isHyphen(tokens, at + 1) || !isOneOf(tokens, at + 2, isTo) || !isHyphen(tokens, at + 3)) return at
  const hours = `${lowerTextAt(tokens, at)} ${lowerTextAt(tokens, at + 4)}`
  return hours === 'nine five' || hours === '9 5' ? at + 5 : at
}
