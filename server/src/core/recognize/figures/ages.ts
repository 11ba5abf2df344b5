import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Draft } from './draft'
import { afterHyphen, isDigits, isGlued, isOneOf, isSymbol, isWord, lengthAt, Sign, wordAt } from './scan'

const isOld = wordSet('old olds')
const isOf = wordSet('of')
const isAge = wordSet('age')
const isAged = wordSet('aged age ages')
const isYo = wordSet('yo')
const OLDEST = 120

const asAge = (draft: Draft, next: number): void => {
  draft.dimension = 'age'
  draft.unit ??= 'year'
  draft.next = next
}

const isWholeAge = (draft: Draft): boolean =>
  draft.unit === null &&
  draft.dimension === 'count' &&
  draft.low !== null &&
  draft.high! <= OLDEST &&
  Number.isInteger(draft.low) &&
  draft.scale === 1

/** "11-year-old", "44 years old", "44 years of age", "87 yo" */
function oldBehind(tokens: Tokens, draft: Draft): boolean {
  if (draft.dimension === 'duration') {
    const place = afterHyphen(tokens, draft.next)
    if (isOneOf(tokens, place, isOld)) {
      asAge(draft, place + 1)
      return true
    }
    if (isOneOf(tokens, place, isOf) && isOneOf(tokens, place + 1, isAge)) {
      asAge(draft, place + 2)
      return true
    }
  }
  if (isWholeAge(draft) && isOneOf(tokens, draft.next, isYo)) {
    asAge(draft, draft.next + 1)
    return true
  }
  return false
}

/** Whether "age" or "aged" leads to the number: "aged 44", "at the age of 86", "ages 5 to 12". */
function ageBefore(tokens: Tokens, at: number): boolean {
  if (isOneOf(tokens, at - 1, isAged)) return true
  return isOneOf(tokens, at - 1, isOf) && isOneOf(tokens, at - 2, isAge)
}

/** "Smith, 44, said" and "Smith (44)": a bare number set off behind a name. */
function setOffBehindName(tokens: Tokens, draft: Draft): boolean {
  const at = draft.numberFirst
  if (draft.numberNext - at !== 1 || !isDigits(tokens, at) || lengthAt(tokens, at) > 3 || draft.low! < 1) return false
  const name = at - 2
  if (!isWord(tokens, name) || (tokens.cases[name] !== LetterCase.capitalised && tokens.cases[name] !== LetterCase.mixed)) return false
  if (months(wordAt(tokens, name))) return false
  const commas =
    isSymbol(tokens, at - 1, Sign.comma) &&
    !isGlued(tokens, at) &&
    isSymbol(tokens, draft.next, Sign.comma) &&
    isWord(tokens, draft.next + 1)
  const parentheses = isSymbol(tokens, at - 1, Sign.openParen) && isSymbol(tokens, draft.next, Sign.closeParen) && draft.low! > 9
  return commas || parentheses
}
const months = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec no nos',
)

/** Turns a number into an age where its surroundings say so. */
export function readAge(tokens: Tokens, draft: Draft): void {
  if (oldBehind(tokens, draft)) return
  if (isWholeAge(draft) && (ageBefore(tokens, draft.first) || setOffBehindName(tokens, draft))) asAge(draft, draft.next)
}
