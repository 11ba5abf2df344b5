import type { Sentence } from '../../text/sentences'
import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isFunctionWord } from '../../words/stopwords'
import type { Draft } from './draft'
import { isPluralNoun } from './nouns'
import { isDigits, isGlued, isOneOf, isSymbol, isWord, lengthAt, Sign } from '../scan'

/** Numbers that are part of a name: "Boeing 737", "Article 5", "Group of Seven", "Air Force One", "Six Nations". */

/** Words that the number after them numbers, however they are written: "Article 5", "chapter 12". */
const isDesignator = wordSet(
  `article articles section sections flight chapter chapters clause paragraph page pages figure fig table appendix annex phase version grade
   route highway interstate motorway exit gate platform lane channel question exercise step rule amendment proposition resolution volume episode
   psalm verse boeing airbus iphone ipad android galaxy playstation xbox falcon ariane soyuz formula ftse dax cac nikkei stoxx fortune bbc itv
   pier precinct squadron battalion brigade ligue serie tier mk expedition terminal hangar mach protocol directive picture photo photograph image
   slide chart graph graphic diagram exhibit panel item lot`,
)
/** Words that do so without a capital, before a number in words as well, where nothing follows that it could count: "round five". */
const isTurn = wordSet('round game matchday leg')

/** Whether a number is one of a row of turns: "round five", but "in each round five players". */
export const numbersTurn = (tokens: Tokens, draft: Draft): boolean =>
  isOneOf(tokens, draft.numberFirst - 1, isTurn) &&
  draft.dimension === 'count' &&
  isPlain(tokens, draft) &&
  !isPluralNoun(tokens, draft.next)

/** Words that do so in a name alone: "Under 21", "Stage 4", but "under 21", "at this stage 4 remain". */
const isNameDesignator = wordSet(
  `under union level stage class mark order line series season heat area catch public local plan title part issue act bill book key base station camp
   building block district sector unit division type track fox sky radio model law code room apollo nasdaq russell league item zone ward mission lot
   windows forbes schedule regulation decree minister john peter samuel corinthians kings u`,
)
/** Names that end in "of" and a number word: "Group of Seven". */
const isNumberedGroup = wordSet('group gang council band')
const isOf = wordSet('of')

/** Capitalised words before a number that are not names. */
const isPlainCapital = wordSet(
  `about over around some nearly almost only more less fewer at in on of for by with from to and but or the a an than under above below between since
   after before all just another up down approximately roughly exactly around total i us uk eu un jan feb mar apr may jun jul aug sep sept oct nov dec
   january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
   minus per as first last next these those his her its their our nos aged age when while if because then that who which where were was is are
   has have had killed kills says said`,
)

const isCapital = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && tokens.cases[at] !== LetterCase.lower && tokens.cases[at] !== LetterCase.none

/** How many tokens of a sentence tell whether it is in title case. */
const SAMPLE = 40

/** Letters of short words, of which only those that say nothing are small in title case: "Ireland won the Six Nations" is none. */
const SHORT = 3

/** Whether a sentence is written in title case, so that capitals mean nothing in it. */
function isTitleCase(tokens: Tokens, sentence: Sentence): boolean {
  let lower = 0
  let capital = 0
  const last = Math.min(sentence.last, sentence.first + SAMPLE)
  for (let at = sentence.first; at < last; at++) {
    if (!isWord(tokens, at) || lengthAt(tokens, at) < SHORT) continue
    const isLong = lengthAt(tokens, at) > SHORT
    if (tokens.cases[at] !== LetterCase.lower) capital += Number(isLong)
    else if (isLong || !isFunctionWord(tokens.words[at])) lower++
  }
  return capital > 2 * lower && capital > 1
}

/** Whether the digits have separators or decimals, as numbers in names have not. */
const isGrouped = (tokens: Tokens, draft: Draft): boolean => isDigits(tokens, draft.numberFirst) && draft.numberNext - draft.numberFirst > 1

/** Whether the digits have at most one point, as versions have: "version 10.4". */
const isPlain = (tokens: Tokens, draft: Draft): boolean => !isGrouped(tokens, draft) || draft.step < 1

/** Whether the number is a word with a capital of its own, not that of the sentence. */
const isCapitalNumber = (tokens: Tokens, draft: Draft, sentence: Sentence): boolean =>
  isCapital(tokens, draft.numberFirst) && draft.numberFirst !== sentence.first

/** "Six Nations", "Fifth Avenue" */
const beginsName = (tokens: Tokens, draft: Draft, sentence: Sentence): boolean =>
  isCapitalNumber(tokens, draft, sentence) && draft.next < sentence.last && isCapital(tokens, draft.next) && !isTitleCase(tokens, sentence)

const isTheOrS = wordSet('the s')
const isAnd = wordSet('and')

/** How many members before it are looked at to tell what a row counts. */
const ROW = 8

/** The token before the name that ends before `at`: "the Greens", "Veldin's Civic Union". */
function beforeName(tokens: Tokens, at: number): number {
  const isOfName = (token: number): boolean =>
    isCapital(tokens, token) ||
    isOneOf(tokens, token, isTheOrS) ||
    isSymbol(tokens, token, Sign.apostrophe) ||
    isSymbol(tokens, token, Sign.quote)
  let token = at - 1
  while (isOfName(token)) token--
  return token
}

/** Whether a number after a name is one of a row that leaves its noun to the first: "holds 98 seats, the Civic Union 71 and the Greens 34". */
function isOfRow(tokens: Tokens, at: number): boolean {
  let number = at
  for (let member = 0; member < ROW; member++) {
    const joint = beforeName(tokens, number)
    if (joint === number - 1 || !(isSymbol(tokens, joint, Sign.comma) || isOneOf(tokens, joint, isAnd))) return false
    number = joint - 1
    if (isPluralNoun(tokens, number)) return isDigits(tokens, number - 1)
    if (!isDigits(tokens, number)) return false
  }
  return false
}

/** "Article 5", "Under 21", "Group of Seven" */
function isNumbered(tokens: Tokens, draft: Draft, sentence: Sentence): boolean {
  const before = draft.numberFirst - 1
  const isNamed = isCapital(tokens, before)
  if (isOneOf(tokens, before, isOf) && isOneOf(tokens, before - 1, isNumberedGroup))
    return isCapitalNumber(tokens, draft, sentence) || isCapital(tokens, before - 1)
  if (draft.dimension === 'ordinal' || !isPlain(tokens, draft)) return false
  if (isOneOf(tokens, before, isDesignator) || numbersTurn(tokens, draft)) return true
  return isNamed && before !== sentence.first && isOneOf(tokens, before, isNameDesignator) && !isOfRow(tokens, draft.numberFirst)
}

/** "Air Force One", "Saab 2000", where no plural follows that the number could count: "in Spain 400 workers". */
function followsName(tokens: Tokens, draft: Draft, sentence: Sentence): boolean {
  const before = draft.numberFirst - 1
  if (!isCapital(tokens, before) || isPlainCapital(tokens.words[before]) || isGrouped(tokens, draft)) return false
  if (isTitleCase(tokens, sentence)) return false
  if (isCapitalNumber(tokens, draft, sentence)) return true
  if (isOfRow(tokens, draft.numberFirst)) return false
  // the first word of a sentence is a name when it is none of the words that rules know
  const isName = before !== sentence.first || tokens.words[before] === 0
  return isName && isDigits(tokens, draft.numberFirst) && draft.dimension !== 'ordinal' && !isPluralNoun(tokens, draft.next)
}

const isLetterUnit = (tokens: Tokens, at: number): boolean => isWord(tokens, at) && isGlued(tokens, at) && lengthAt(tokens, at) === 1

/**
 * Whether a number is part of a name.
 * @param draft the number with what belongs to it
 * @param sentence the sentence it stands in
 */
export function isInName(tokens: Tokens, draft: Draft, sentence: Sentence): boolean {
  const at = draft.numberFirst
  // "Boeing 777F" is no temperature
  if (draft.unit !== null && isLetterUnit(tokens, draft.next - 1)) return isOneOf(tokens, at - 1, isDesignator)
  if (draft.unit !== null || draft.scale !== 1 || draft.second !== null) return false
  const hasWordBefore = at > sentence.first && !isGlued(tokens, at) && isWord(tokens, at - 1)
  if (hasWordBefore && (isNumbered(tokens, draft, sentence) || followsName(tokens, draft, sentence))) return true
  return beginsName(tokens, draft, sentence)
}
