import type { Sentence } from '../../text/sentences'
import { Gap, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { markAge, readOld } from './ages'
import { readAmount } from './amounts'
import { boundBefore, boundBehind } from './bounds'
import { withSmallerPart } from './compounds'
import { asDesignation, hyphenatedDesignation } from './designations'
import type { Draft } from './draft'
import { isDeterminer } from './nouns'
import { isPronounOne, isYear, officeHoursEnd } from './idioms'
import { settleIndefinite } from './indefinite'
import { isInName } from './names'
import { notationEnd } from './notation'
import { isIdleOrdinal, readRank } from './ordinals'
import { readPair } from './pairs'
import { afterHyphen, isDigits, isGlued, isHyphen, isOneOf, isSymbol, isWord, lowerTextAt, Sign } from '../scan'
import { EACH, SINCE } from '../figure'
import { asMultiple, readVague } from './vague'

const isOver = wordSet('over')
const leadsBound = wordSet(
  'for in after within of at to by a an the just well slightly little lasted lasts last took takes take spent spend spends spans spanned is are was were be been served serve serves waited wait aged live lived stretched ran runs',
)
const comparesTime = wordSet('ago old older long longer later earlier after before apart in since')

/** Whether "over" before a duration says when, as "in the course of" does, and no bound: "stole it over four years". */
function isDuring(tokens: Tokens, draft: Draft): boolean {
  const at = draft.first - 1
  if (draft.dimension !== 'duration' || draft.hyphenated || !isOneOf(tokens, at, isOver) || !isWord(tokens, at - 1)) return false
  return !leadsBound(tokens.words[at - 1]) && !isOneOf(tokens, draft.next, comparesTime)
}

/** Adds the words around a figure that bound it. */
function withBounds(tokens: Tokens, draft: Draft, floor: number): Draft {
  draft.amountNext = draft.next
  if (draft.dimension === 'ordinal' || draft.dimension === 'score') return draft
  const before = isDuring(tokens, draft) ? null : boundBefore(tokens, draft.first, floor)
  // "about 500 or more" is bounded after it
  const behind = before && before.bound !== 'about' ? null : boundBehind(tokens, draft.next)
  const found = behind ?? before
  if (!found) return draft
  if (before) draft.first = before.first
  if (behind) draft.next = behind.next
  if (draft.bound === 'range') return draft
  draft.bound = found.bound
  if (found.bound === 'atMost' || found.bound === 'lessThan') draft.low = null
  else if (found.bound === 'atLeast' || found.bound === 'moreThan') draft.high = null
  return draft
}

const isLapseWord = wordSet('after before later earlier ago since')

/** What leads a length of time in: "for three years after the flood", "on 26 days since May". */
const leadsLength = wordSet('for on over in during')

/** Whether a duration is the time between two events: "three years after", "two days later". */
function isLapse(tokens: Tokens, { dimension, first, next }: Draft): boolean {
  if (dimension !== 'duration' || !isOneOf(tokens, next, isLapseWord)) return false
  return !isOneOf(tokens, isDeterminer(tokens, first - 1) ? first - 2 : first - 1, leadsLength)
}

const isPer = wordSet('per a an each every')
const isEach = wordSet('each apiece')
const isReckonedBy = wordSet(
  `year day week month hour minute second share head person capita unit tonne ton barrel litre gallon kilo kilogram ounce pound night game
   match ticket vote mile kilometre square annum household employee student pupil item dose season quarter child`,
)

/** What the figure is reckoned by: "year" of "15 a year", "share" of "$5 per share", "month" of "$100/month". */
function reckonedBy(tokens: Tokens, draft: Draft): string | null {
  const at = afterHyphen(tokens, draft.next)
  if (tokens.gaps[at] === Gap.newline) return null
  const slash = isSymbol(tokens, at, Sign.slash) && isGlued(tokens, at)
  const noun = slash ? at + 1 : afterHyphen(tokens, at + 1)
  if ((slash || isOneOf(tokens, at, isPer)) && isOneOf(tokens, noun, isReckonedBy)) return lowerTextAt(tokens, noun)
  return isOneOf(tokens, at, isEach) ? EACH : null
}

const isSince = wordSet('since')
const isWithin = wordSet('in for')
const isTimeSpan = wordSet('days weeks months years decades decade year month week history memory')
/** How many words may stand between an ordinal and what says within which time it ranks, and within that. */
const RANK_REACH = 4

/** Whether an ordinal ranks within a time alone: "the first cup since 1998", "for the first time in 27 years". */
function isRankedWithin(tokens: Tokens, draft: Draft): boolean {
  if (draft.dimension !== 'ordinal') return false
  let within = -1
  for (let at = draft.next + 1; at <= draft.next + 2 * RANK_REACH; at++) {
    if (within >= 0 ? isOneOf(tokens, at, isTimeSpan) : isOneOf(tokens, at, isSince)) return true
    if (within < 0 && isOneOf(tokens, at, isWithin)) within = at
    if (!isWord(tokens, at) && !isDigits(tokens, at) && !isHyphen(tokens, at)) return false
    if (at - Math.max(within, draft.next) > RANK_REACH) return false
  }
  return false
}

/** "one", "first", "second", "half": words that often count nothing a source would state. */
function isWeak(tokens: Tokens, draft: Draft): boolean {
  if (draft.unit !== null || draft.numberNext - draft.numberFirst !== 1 || !isWord(tokens, draft.numberFirst)) return false
  if (draft.dimension === 'ordinal') return draft.low! <= 2
  return draft.dimension === 'fraction' || draft.low === 1
}

/** The token after what looks like a number at `at` and is none by its notation, or `at`. */
function excludedEnd(tokens: Tokens, at: number, sentence: Sentence): number {
  const end = isDigits(tokens, at) ? notationEnd(tokens, at, sentence.first) : at
  return end === at ? officeHoursEnd(tokens, at) : end
}

/** Reads on from an amount to a second number, an age or a multiple. */
function readFurther(tokens: Tokens, draft: Draft, floor: number): void {
  withSmallerPart(tokens, draft)
  draft.amountFirst = draft.first
  readPair(tokens, draft, floor)
  readOld(tokens, draft)
  asMultiple(tokens, draft)
}

/**
 * Reads the figure whose number begins at a token.
 * @param at a token of digits, a fraction character, or a word that can begin a figure
 * @param floor the first token that may be used for what stands before the number
 * @returns the figure, or the token at which to go on where there is none
 */
export function readFigure(tokens: Tokens, at: number, sentence: Sentence, floor: number): Draft | number {
  const designation = hyphenatedDesignation(tokens, at)
  if (designation) return designation
  const excluded = excludedEnd(tokens, at, sentence)
  if (excluded !== at) return excluded
  const vague = readVague(tokens, at)
  if (vague) return withBounds(tokens, vague, floor)
  const draft = readAmount(tokens, at, floor)
  if (typeof draft === 'number') return draft
  if (!settleIndefinite(tokens, draft, floor) || isIdleOrdinal(tokens, draft)) return draft.next
  if (readRank(tokens, draft, floor)) return withBounds(tokens, draft, floor)
  readFurther(tokens, draft, floor)
  withBounds(tokens, draft, floor)
  if (isInName(tokens, draft, sentence)) return asDesignation(tokens, draft) ?? draft.next
  if (isYear(tokens, draft) || isPronounOne(tokens, draft, sentence.last)) return draft.next
  markAge(tokens, draft)
  draft.isLapse = isLapse(tokens, draft)
  draft.per = isRankedWithin(tokens, draft) ? SINCE : reckonedBy(tokens, draft)
  draft.weak = isWeak(tokens, draft)
  return draft
}
