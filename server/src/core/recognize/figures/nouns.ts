import { Gap, LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lengthAt, Sign } from '../scan'

/** Plurals without an s, and nouns whose plural is their singular. */
const irregularPlurals = wordSet(
  `people men women children police aircraft troops staff personnel crew cattle sheep fish deer species series feet teeth geese mice
   crewmen policemen firefighters servicemen congressmen lawmen fishermen gunmen businessmen countrymen alumni criteria phenomena media data bacteria
   offspring youth elderly poor homeless spacecraft hovercraft headquarters crossroads wives lives`,
)
/** Words that cannot stand inside the noun phrase that a number begins. */
const ends = wordSet(
  `the a an this that these those his her its their my your our and or but nor in on at by for from with without to of into onto over under
   after before during since until till while when where who whom whose which what why how if because although though as than then so
   is are was were be been being has have had having do does did will would can could may might must shall should not no
   said says say told tells tell according including per each every both either neither there here he she it they we you i him them us me
   died die dies went go goes gone came come comes got get gets took take takes made make makes gave give gives won win lost lose fell fall falls
   rose rise rises grew grow grows led lead leads left leave leaves hit hits saw see sees found find finds put set sent held hold holds ran run runs
   began begin begins became become becomes remain remains lived live live against about between among across around through throughout within
   also only just still now already even yet never ever too very ago later earlier earliest away apart up down out off back again together
   respectively today yesterday tomorrow tonight last next via amid despite towards toward upon along like unlike near next versus vs plus minus
   higher lower more less above below compared instead rather`,
)
/** Words between a number and its noun that are never the noun. */
const modifiers = wordSet(
  `more other additional further new old extra consecutive straight different separate major minor big large small great long short high low young
  tall wide deep thick good bad best worst top main key leading local national foreign federal international public private many such same similar full whole
   total official regular individual single successive alleged suspected armed unarmed dead alive injured wounded missing remaining
   biggest largest smallest youngest oldest longest highest lowest greatest former current latest recent first second third final most
   or so odd respective million billion thousand hundred`,
)
const isOf = wordSet('of')
const determiners = wordSet('the a an its his her their our my your these those this that all some')
/** Whether the token is an article or another word that begins a noun phrase. */
export const isDeterminer = (tokens: Tokens, at: number): boolean => isOneOf(tokens, at, determiners)
const pronouns = wordSet('them us which whom those these it you')

/** How many words after a number its noun may stand. */
const REACH = 6

const S = 0x73
/** Whether a word ends in "s" as plurals do, not in "ss", "us" or "is". */
function endsLikePlural(tokens: Tokens, at: number): boolean {
  const end = tokens.ends[at]
  if (lengthAt(tokens, at) < 3 || (tokens.text.charCodeAt(end - 1) | 0x20) !== S) return false
  const before = tokens.text.charCodeAt(end - 2) | 0x20
  return before !== S && before !== 0x75 && before !== 0x69
}

const endsWith = (tokens: Tokens, at: number, ending: string): boolean => tokens.text.startsWith(ending, tokens.ends[at] - ending.length)

/** Whether the word cannot belong to a noun phrase that a number begins; "US" is no pronoun. */
export const endsPhrase = (tokens: Tokens, at: number): boolean => ends(tokens.words[at]) && tokens.cases[at] !== LetterCase.upper

/** The token after "U.S." and the like, or `at`. */
function abbreviationEnd(tokens: Tokens, at: number): number {
  let end = at
  while (isWord(tokens, end) && lengthAt(tokens, end) === 1 && isSymbol(tokens, end + 1, Sign.point) && isGlued(tokens, end + 1)) end += 2
  return end
}

/** Whether the token looks like a plural noun. */
export const isPluralNoun = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) &&
  !ends(tokens.words[at]) &&
  (irregularPlurals(tokens.words[at]) || endsLikePlural(tokens, at) || (lengthAt(tokens, at) > 4 && endsWith(tokens, at, 'men')))

const nounsInIng = wordSet(
  'meeting building hearing ruling briefing filing crossing killing shooting bombing wedding gathering sitting reading opening rating ranking warning offering sighting viewing evening',
)

/** Whether a word looks like a verb form: it ends the phrase once a noun has been seen. */
const isParticiple = (tokens: Tokens, at: number): boolean =>
  tokens.cases[at] === LetterCase.lower &&
  !nounsInIng(tokens.words[at]) &&
  lengthAt(tokens, at) > 4 &&
  (endsWith(tokens, at, 'ed') || endsWith(tokens, at, 'ing') || endsWith(tokens, at, 'ly'))

/** The token after a possessive ending at `at` ('s or '), or `at`. */
function afterPossessive(tokens: Tokens, at: number): number {
  if (!isGlued(tokens, at) || !(isSymbol(tokens, at, Sign.apostrophe) || isSymbol(tokens, at, Sign.quote))) return at
  return isWord(tokens, at + 1) && isGlued(tokens, at + 1) && lengthAt(tokens, at + 1) === 1 ? at + 2 : at + 1
}

/** The first token of the noun phrase after a number: past "of the" and the like; -1 where a pronoun stands there. */
function phraseStart(tokens: Tokens, at: number): number {
  if (!isOneOf(tokens, at, isOf)) return at
  if (isOneOf(tokens, at + 1, pronouns) && !isOneOf(tokens, at + 1, determiners)) return -1
  return isOneOf(tokens, at + 1, determiners) ? at + 2 : at + 1
}

/** Which nouns a figure may count: plurals, one thing, or either where it measures instead of counting. */
export type NounNumber = 'plural' | 'singular' | 'any'

/**
 * Finds the noun that a number counts or qualifies: "seats" of "47 marginal seats", "duty" of "19% US duty".
 * @param at the token after the figure
 * @param last the token after the sentence
 * @param wanted a plural ends the search where it stands; otherwise the last word of the phrase is its head
 * @returns the noun's token, or -1
 */
export function headNoun(tokens: Tokens, at: number, last: number, wanted: NounNumber): number {
  let place = phraseStart(tokens, at)
  if (place < 0) return -1
  let noun = -1
  for (let words = 0; words < REACH && place < last && isWord(tokens, place); words++) {
    if (tokens.gaps[place] === Gap.newline && place > at) break
    const dotted = abbreviationEnd(tokens, place)
    if (dotted !== place) {
      place = dotted
      continue
    }
    const next = place + 1
    // "T20" of "T20 games"
    if (isDigits(tokens, next) && isGlued(tokens, next)) {
      place = next + 1
      continue
    }
    const behind = afterPossessive(tokens, next)
    const joins = isHyphen(tokens, next) && isGlued(tokens, next) && isGlued(tokens, next + 1)
    // the "in" of "in-person" belongs to the phrase
    if (!joins && (endsPhrase(tokens, place) || (noun >= 0 && isParticiple(tokens, place)))) break
    if (behind === next && !joins && !modifiers(tokens.words[place])) {
      const isPlural = isPluralNoun(tokens, place)
      if (wanted === 'plural' && isPlural && tokens.cases[place] === LetterCase.lower) return place
      // in "one man raises a hand" the second s is a verb's
      if (wanted === 'singular' && isPlural && noun >= 0) break
      if (wanted === 'plural' ? isPlural : !isParticiple(tokens, place)) noun = place
    }
    place = joins ? next + 1 : behind
  }
  return noun
}

const numberOf = wordSet('number total toll count tally figure')

/** "the number of seats rose to 47": the noun after "number of" before a bare figure, or -1. */
export function countedBefore(tokens: Tokens, at: number, first: number): number {
  const floor = Math.max(first, at - 12)
  for (let place = at - 2; place > floor; place--)
    if (isOneOf(tokens, place, isOf) && isOneOf(tokens, place - 1, numberOf)) return headNoun(tokens, place, at, 'plural')
  return -1
}

const isToBe = wordSet('is was be been being becomes became will')
const opensPhrase = wordSet('of in on at for to with by from between against since during near')
const isThe = wordSet('the')

/** The head of a phrase from `first` up to, not including, `end`: its last word before a preposition or sign; -1 for a pronoun or none. */
function headWord(tokens: Tokens, first: number, end: number): number {
  for (let place = first; place < end; place++) {
    if (isHyphen(tokens, place) || isHyphen(tokens, place + 1)) continue
    if (place + 1 === end || !isWord(tokens, place + 1) || isOneOf(tokens, place + 1, opensPhrase))
      return isWord(tokens, place) && !endsPhrase(tokens, place) ? place : -1
  }
  return -1
}

/** "the summit in Eastmere is the 47th": the head of the subject before "is the" and a rank that no noun follows, or -1. */
export function rankedBefore(tokens: Tokens, at: number, first: number): number {
  return isOneOf(tokens, at - 1, isThe) && isOneOf(tokens, at - 2, isToBe) ? headWord(tokens, first, at - 2) : -1
}

/** "Seats of the Greens: 16": the head of a label before a bare figure, where it is a plural, or -1. */
export function labelBefore(tokens: Tokens, at: number, first: number): number {
  const noun = isSymbol(tokens, at - 1, Sign.colon) && !isGlued(tokens, at) ? headWord(tokens, first, at - 1) : -1
  return noun >= 0 && isPluralNoun(tokens, noun) ? noun : -1
}
