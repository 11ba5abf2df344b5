import { Gap, LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { afterHyphen, isOneOf, isSymbol, Sign, wordAt } from '../scan'

/** A share as read after a number, up to token `next`. */
export interface ShareReading {
  readonly dimension: 'percent' | 'percentagePoint'
  readonly unit: '%' | 'pp' | 'bp'
  readonly next: number
}

const isPercent = wordSet('percent percents pct percentage')
const isPc = wordSet('pc')
const isPer = wordSet('per')
const isCent = wordSet('cent')
const isPercentage = wordSet('percentage percent')
const isPoint = wordSet('point points')
const isBasis = wordSet('basis')
const isBasisPoint = wordSet('bp bps')
const isPercentagePoint = wordSet('pp ppt ppts')

const percent = (next: number): ShareReading => ({ dimension: 'percent', unit: '%', next })
const points = (unit: 'pp' | 'bp', next: number): ShareReading => ({ dimension: 'percentagePoint', unit, next })

/**
 * Reads the percent sign or words after a number: "%", "percent", "per cent", "pc", "percentage points", "basis points".
 * @param at the token after the number; a hyphen may join them
 */
export function readShare(tokens: Tokens, at: number): ShareReading | null {
  if (at >= tokens.count || tokens.gaps[at] === Gap.newline) return null
  if (isSymbol(tokens, at, Sign.percent)) return isOneOf(tokens, at + 1, isPoint) ? points('pp', at + 2) : percent(at + 1)
  const place = afterHyphen(tokens, at)
  const word = wordAt(tokens, place)
  if (word === 0) return null
  const second = afterHyphen(tokens, place + 1)
  if (isPercentage(word) && isOneOf(tokens, second, isPoint)) return points('pp', second + 1)
  if (isBasis(word) && isOneOf(tokens, second, isPoint)) return points('bp', second + 1)
  if (isPer(word) && isOneOf(tokens, second, isCent)) return percent(second + 1)
  if (isPercent(word) || (isPc(word) && tokens.cases[place] === LetterCase.lower)) return percent(place + 1)
  if (isBasisPoint(word)) return points('bp', place + 1)
  return isPercentagePoint(word) ? points('pp', place + 1) : null
}
