import type { Sentence } from '../../text/sentences'
import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isApostrophe, isGlued, isWord, wordAt } from '../scan'

/** Where the sentence around a date stands in time. */
export type Direction = 'past' | 'future' | 'unknown'

/** How far the governing verb is looked for, in tokens to the left and right of a date. */
const REACH = { left: 30, right: 16 }

// what is planned or pending, as verb, participle or adjective, and modal verbs
const future = wordSet(
  'will ll shall would going expected expects expect scheduled slated due set upcoming looming forthcoming planned plans plan planning hopes hoping aims aiming intends may might could can should must ahead likely deadline expires expire looms awaits prepares preparing prepare tentatively anticipated payable begins starts opens arrives leaves departs resumes',
)
// agreements and wishes, which look forward where "to" follows
const prospective = wordSet(
  'agreed decided vowed pledged promised threatened wants want wanted prepared ready poised about hoped intended invited ordered asked urged needs need required is are was were has have seeking sought looking bound',
)
const past = wordSet(
  'was were had did said told met held began took came went made fell rose won lost led left gave got saw found sent spent built bought sold broke drew drove flew grew kept knew paid ran spoke stood struck thought threw wrote became brought caught chose died felt fought forgot heard hid hit hurt laid lay lent lit meant overcame overthrew rang sang sank sat shook shot shut slid slept spun stole stuck swam swept swore taught tore understood undertook withdrew woke wore wound sued fired has have ve slipped shed beat upheld underwent',
)
const notPast = wordSet(
  'need speed feed seed indeed hundred unprecedented red bed fed exceed proceed succeed bleed breed greed weed shed wed led united limited speed embed',
)
const to = wordSet('to')
const since = wordSet('since')
const isToBe = wordSet('is are was were wants want needs')

/** Whether the token is a lower-case word in "-ed". */
function endsInEd(tokens: Tokens, at: number): boolean {
  const end = tokens.ends[at]
  return (
    end - tokens.starts[at] >= 4 &&
    tokens.cases[at] === LetterCase.lower &&
    tokens.text.charCodeAt(end - 1) === 0x64 &&
    tokens.text.charCodeAt(end - 2) === 0x65 &&
    !notPast(wordAt(tokens, at))
  )
}

const be = wordSet('be')
const isMay = wordSet('may')

/** What one word says of the time, with the words around it: a participle after "be" says nothing ("may be signed"). */
function cue(tokens: Tokens, at: number): Direction {
  if (!isWord(tokens, at)) return 'unknown'
  const word = wordAt(tokens, at)
  if (isMay(word) && tokens.cases[at] !== LetterCase.lower) return 'unknown' // the month
  if (future(word)) return 'future'
  return past(word) || (endsInEd(tokens, at) && !be(wordAt(tokens, at - 1))) ? 'past' : 'unknown'
}

const determiners = wordSet(
  'a an the this that these those his her its their our my your some any no all one two three me you him us them it',
)

/** Whether a word after "to" may be a verb: in lower case and no article or pronoun. */
const isVerbLike = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && tokens.cases[at] === LetterCase.lower && !determiners(wordAt(tokens, at))

/** Whether "'s" or the like stands at `at`, which belongs to the word before. */
const isClitic = (tokens: Tokens, at: number): boolean => isApostrophe(tokens, at - 1) && isGlued(tokens, at)

/**
 * Where the sentence places a date in time, by the verb nearest to its left, or, where none stands there, to its right.
 * Rule: governing tense as in SUTime and HeidelTime, without parsing.
 * @param first the date's first token
 * @param next the token after the date
 */
export function directionAt(tokens: Tokens, sentence: Sentence, first: number, next: number): Direction {
  let infinitive = false
  for (let at = first - 1; at >= Math.max(sentence.first, first - REACH.left); at--) {
    // "threatened to strike on Friday" looks ahead; "on Friday he threatened to strike" does not
    if (prospective(wordAt(tokens, at)) && to(wordAt(tokens, at + 1))) return 'future'
    // "since returning in January"
    if (since(wordAt(tokens, at))) return 'past'
    const found = cue(tokens, at)
    if (found !== 'unknown') return found
    if (to(wordAt(tokens, at)) && isVerbLike(tokens, at + 1) && at + 1 < first) infinitive = true
  }
  if (infinitive) return 'future'
  for (let at = next; at < Math.min(sentence.last, next + REACH.right); at++) {
    if (isClitic(tokens, at) && !future(wordAt(tokens, at))) continue
    if (isToBe(wordAt(tokens, at)) && to(wordAt(tokens, at + 1))) return 'future'
    const found = cue(tokens, at)
    if (found !== 'unknown') return found
  }
  return 'unknown'
}
