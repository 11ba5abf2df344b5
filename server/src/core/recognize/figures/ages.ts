import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Draft } from './draft'
import { isPluralNoun } from './nouns'
import { afterHyphen, isDash, isDigits, isGlued, isOneOf, isSymbol, isWord, Sign, wordAt } from '../scan'

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

const isPerson = wordSet('boy girl man woman child youth lad teenager pensioner widow widower')

/** Whether "age" or "aged" leads to the number: "aged 44", "at the age of 86", "ages 5 to 12", "a boy of 17". */
const isLedByAge = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at - 1, isAged) ||
  (isOneOf(tokens, at - 1, isOf) && (isOneOf(tokens, at - 2, isAge) || isOneOf(tokens, at - 2, isPerson)))

const months = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec no nos',
)
const goesOnFromAge = wordSet(
  'and or from of at who was were is said both has had will would took gave says told won lost died joined became led',
)

const isName = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && tokens.cases[at] !== LetterCase.lower && tokens.cases[at] !== LetterCase.upper && !months(wordAt(tokens, at))

/** Whether a sentence, or a clause after a semicolon, ends here. */
const isClauseEnd = (tokens: Tokens, at: number): boolean =>
  at >= tokens.count || isSymbol(tokens, at, Sign.semicolon) || (isSymbol(tokens, at, Sign.point) && !isGlued(tokens, at + 1))

/** Few who are named with their age at the end of a sentence are younger: what stands there is else mostly a score or a number of seats. */
const GROWN = 16

/** "Smith, 44, said", "Smith (44)", "Jim Smith, 64 and Ann Smith, 59"; after any noun between two commas: "the footballer, 39, is". */
function isSetOff(tokens: Tokens, draft: Draft): boolean {
  const at = draft.numberFirst
  const next = draft.next
  const before = isSymbol(tokens, at - 2, Sign.closeParen) ? at - 4 : at - 2
  if (draft.numberNext - at !== 1 || draft.bound !== 'exact') return false
  if (isSymbol(tokens, at - 1, Sign.openParen))
    return (isSymbol(tokens, next, Sign.closeParen) || isSymbol(tokens, next, Sign.comma)) && isName(tokens, before) && draft.low! > 9
  if (!isSymbol(tokens, at - 1, Sign.comma) || isGlued(tokens, at)) return false
  const closes = isSymbol(tokens, next, Sign.comma) && isWord(tokens, next + 1)
  if (isName(tokens, before) && isClauseEnd(tokens, next)) return draft.low! >= GROWN
  if (isName(tokens, before)) return closes || isOneOf(tokens, next, goesOnFromAge) || (isDash(tokens, next) && !isGlued(tokens, next))
  return closes && isWord(tokens, before) && draft.low! >= 10 && !isPluralNoun(tokens, before) && isOneOf(tokens, next + 1, goesOnFromAge)
}

const turns = wordSet('turn turns turned turning')
const isBe = wordSet('is was were be am are')
const isWhen = wordSet('when')
const persons = wordSet(
  'people men women children fathers mothers girls boys adults anyone everyone those motorists drivers players patients workers residents',
)

const isIn = wordSet('in')
const isPersonal = wordSet('i he she they we you who')

/** "she is 30.", but not "she is 30 minutes late": nothing that could be counted follows. */
const endsAsAge = (tokens: Tokens, at: number): boolean =>
  !isWord(tokens, at) ||
  isOneOf(tokens, at, goesOnFromAge) ||
  (isOneOf(tokens, at, isIn) && (isOneOf(tokens, at + 1, months) || isDigits(tokens, at + 1)))

const isContracted = wordSet('s m re')
const isNow = wordSet('now only just already still')

/** Whether a person is said to be what follows: "she is 30", "she's 30", "Mr Tarn, is now 63"; of a name only what is so by now is an age. */
function isSaidOfPerson(tokens: Tokens, at: number): boolean {
  const isByNow = isOneOf(tokens, at - 1, isNow)
  const verb = isByNow ? at - 2 : at - 1
  if (isOneOf(tokens, verb, isContracted) && isGlued(tokens, verb)) return isOneOf(tokens, verb - 2, isPersonal)
  if (!isOneOf(tokens, verb, isBe)) return false
  const subject = isSymbol(tokens, verb - 1, Sign.comma) ? verb - 2 : verb - 1
  return isOneOf(tokens, verb - 1, isPersonal) || (isByNow && isName(tokens, subject))
}

/** "turned 30", "was 16 when", "by the time she is 30", "men over 60" */
function isLifeYear(tokens: Tokens, draft: Draft): boolean {
  const bare = !isPluralNoun(tokens, draft.next)
  const isSaidToBe = isOneOf(tokens, draft.first - 1, isBe)
  if (draft.bound === 'exact') {
    const isOnesAge = isSaidOfPerson(tokens, draft.first) && endsAsAge(tokens, draft.next)
    return isOnesAge || (bare && isOneOf(tokens, draft.first - 1, turns)) || (isSaidToBe && isOneOf(tokens, draft.next, isWhen))
  }
  return bare && draft.bound !== 'range' && isOneOf(tokens, draft.first - 1, persons)
}

/** Makes an age of a bare number where what stands around it says so. */
export function markAge(tokens: Tokens, draft: Draft): void {
  if (isWholeAge(draft) && (isLedByAge(tokens, draft.first) || isSetOff(tokens, draft) || isLifeYear(tokens, draft)))
    asAge(draft, draft.next)
}
