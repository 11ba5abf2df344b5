import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Draft } from './draft'
import { isPluralNoun } from './nouns'
import { afterHyphen, isDash, isGlued, isOneOf, isSymbol, isWord, Sign, wordAt } from '../scan'

const OLDEST = 120
const isOld = wordSet('old olds')
const isOf = wordSet('of')
const isAge = wordSet('age')
const isAged = wordSet('aged age ages')
const isYo = wordSet('yo')

function asAge(draft: Draft, next: number): void {
  draft.dimension = 'age'
  draft.unit ??= 'year'
  draft.next = next
}

const isWholeAge = (draft: Draft): boolean => {
  const value = draft.high ?? draft.low!
  return (
    draft.unit === null &&
    draft.dimension === 'count' &&
    !draft.vague &&
    draft.scale === 1 &&
    value > 0 &&
    value <= OLDEST &&
    Number.isInteger(value)
  )
}

/** Makes an age of a number or duration by the words after it: "11-year-old", "44 years old", "44 years of age", "87 yo". */
export function readOld(tokens: Tokens, draft: Draft): void {
  if (draft.dimension === 'duration') {
    const place = afterHyphen(tokens, draft.next)
    if (isOneOf(tokens, place, isOld)) asAge(draft, place + 1)
    else if (isOneOf(tokens, place, isOf) && isOneOf(tokens, place + 1, isAge)) asAge(draft, place + 2)
  } else if (isWholeAge(draft) && isOneOf(tokens, draft.next, isYo)) asAge(draft, draft.next + 1)
}

/** Whether "age" or "aged" leads to the number: "aged 44", "at the age of 86", "ages 5 to 12". */
const isLedByAge = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at - 1, isAged) || (isOneOf(tokens, at - 1, isOf) && isOneOf(tokens, at - 2, isAge))

const months = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec no nos',
)
const goesOnFromAge = wordSet('and or from of at who was were is said both')

const isName = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && tokens.cases[at] !== LetterCase.lower && tokens.cases[at] !== LetterCase.upper && !months(wordAt(tokens, at))

/** "Smith, 44, said", "Smith (44)", "Jim Smith, 64 and Ann Smith, 59"; after any noun between two commas: "the footballer, 39, is". */
function isSetOff(tokens: Tokens, draft: Draft): boolean {
  const at = draft.numberFirst
  const next = draft.next
  const before = isSymbol(tokens, at - 2, Sign.closeParen) ? at - 4 : at - 2
  if (draft.numberNext - at !== 1 || draft.bound !== 'exact') return false
  if (isSymbol(tokens, at - 1, Sign.openParen)) return isSymbol(tokens, next, Sign.closeParen) && isName(tokens, before) && draft.low! > 9
  if (!isSymbol(tokens, at - 1, Sign.comma) || isGlued(tokens, at)) return false
  const closes = isSymbol(tokens, next, Sign.comma) && isWord(tokens, next + 1)
  if (isName(tokens, before)) return closes || isOneOf(tokens, next, goesOnFromAge) || (isDash(tokens, next) && !isGlued(tokens, next))
  return closes && isWord(tokens, before) && draft.low! >= 10 && !isPluralNoun(tokens, before) && isOneOf(tokens, next + 1, goesOnFromAge)
}

const turns = wordSet('turn turns turned turning')
const isBe = wordSet('is was were be am are')
const isWhen = wordSet('when')
const persons = wordSet(
  'people men women children fathers mothers girls boys adults anyone everyone those motorists drivers players patients workers residents',
)

const isPersonal = wordSet('i he she they we you who')

/** "she is 30.", but not "she is 30 minutes late": nothing that could be counted follows. */
const endsAsAge = (tokens: Tokens, at: number): boolean => !isWord(tokens, at) || isOneOf(tokens, at, goesOnFromAge)

/** "turned 30", "was 16 when", "by the time she is 30", "men over 60" */
function isLifeYear(tokens: Tokens, draft: Draft): boolean {
  const bare = !isPluralNoun(tokens, draft.next)
  const isSaidToBe = isOneOf(tokens, draft.first - 1, isBe)
  if (draft.bound === 'exact') {
    const isOnesAge = isSaidToBe && isOneOf(tokens, draft.first - 2, isPersonal) && endsAsAge(tokens, draft.next)
    return isOnesAge || (bare && isOneOf(tokens, draft.first - 1, turns)) || (isSaidToBe && isOneOf(tokens, draft.next, isWhen))
  }
  return bare && draft.bound !== 'range' && isOneOf(tokens, draft.first - 1, persons)
}

/** Makes an age of a bare number where what stands around it says so. */
export function markAge(tokens: Tokens, draft: Draft): void {
  if (isWholeAge(draft) && (isLedByAge(tokens, draft.first) || isSetOff(tokens, draft) || isLifeYear(tokens, draft)))
    asAge(draft, draft.next)
}
