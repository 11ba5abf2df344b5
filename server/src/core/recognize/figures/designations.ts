import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { exactDraft, type Draft } from './draft'
import { isYearNumber } from './idioms'
import { numbersTurn } from './names'
import { afterHyphen, isDigits, isGlued, isHyphen, isOneOf, isWord, lengthAt, lowerTextAt } from '../scan'

/** Numbers that name something of a series: "Section 301", "Under 23", "round five", "SARS-CoV-2". They count nothing, but may be wrong. */

const isPluralS = wordSet('s')

/** The token after a number and the "s" of several alike: "Under-21s". */
const behindPlural = (tokens: Tokens, next: number): number => (isGlued(tokens, next) && isOneOf(tokens, next, isPluralS) ? next + 1 : next)

/** Shorter stems ("A320", "F-16") are no names by themselves. */
const STEM = 3

/**
 * A number of a series after the word that names the series.
 * @param draft the number, found to be part of a name
 * @returns the number with its series, or null where it is none of a series
 */
export function asDesignation(tokens: Tokens, draft: Draft): Draft | null {
  const { numberFirst: at, numberNext } = draft
  // the "Under" of "Under 23" has been read as a bound
  const value = (draft.low ?? draft.high)!
  const isWritten = isDigits(tokens, at) || numbersTurn(tokens, draft)
  const isWhole = isWritten && draft.unit === null && draft.scale === 1 && draft.dimension === 'count' && Number.isInteger(value)
  // names of events carry the year in which they are held: "Beijing 2008"
  if (!isWhole || isYearNumber(value) || !isWord(tokens, at - 1) || lengthAt(tokens, at - 1) < STEM) return null
  return { ...exactDraft(at, numberNext, value, 1, 'designation'), series: lowerTextAt(tokens, at - 1) }
}

/** Digits joined by a hyphen to a name, "SARS-CoV-2" and "Under-21s"; null for others. */
export function hyphenatedDesignation(tokens: Tokens, at: number): Draft | null {
  const stem = at - 2
  if (!isDigits(tokens, at) || !isGlued(tokens, at) || !isHyphen(tokens, at - 1) || !isGlued(tokens, at - 1)) return null
  if (!isWord(tokens, stem) || tokens.cases[stem] === LetterCase.lower || lengthAt(tokens, stem) < STEM) return null
  const next = behindPlural(tokens, at + 1)
  const value = Number(tokens.text.slice(tokens.starts[at], tokens.ends[at]))
  if (isYearNumber(value) || (isGlued(tokens, next) && afterHyphen(tokens, next) !== next)) return null
  return { ...exactDraft(at, next, value, 1, 'designation'), numberNext: at + 1, series: lowerTextAt(tokens, stem) }
}
