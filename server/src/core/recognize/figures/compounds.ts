import { Gap, type Tokens } from '../../text/tokens'
import { readAmount } from './amounts'
import { sameCurrency } from './currencies'
import type { Draft } from './draft'
import { isAnd, isArticle, isHalf } from './numberWords'
import { isPluralNoun } from './nouns'
import { isDigits, isOneOf, isWord, wordAt } from '../scan'
import { isInchAbbreviation, unitOf } from './units'

/** Pairs of units that make one measure, larger first: "5 feet 2 inches", "2 hours and 30 minutes". */
const compounds: Record<string, string> = { ft: 'in', st: 'lb', lb: 'oz', h: 'min', min: 's', year: 'month', m: 'cm' }

/** Adds the smaller part of a measure in two units. */
export function withSmallerPart(tokens: Tokens, draft: Draft): void {
  const smaller = draft.unit === null ? undefined : compounds[draft.unit]
  const hundredth = draft.dimension === 'money' && draft.low === Math.round(draft.low!) && draft.scale === 1
  if (smaller === undefined && !hundredth) return
  const at = isOneOf(tokens, draft.next, isAnd) ? draft.next + 1 : draft.next
  if (at > draft.next && isOneOf(tokens, at, isArticle) && isOneOf(tokens, at + 1, isHalf)) return withHalf(draft, at + 2)
  if (!isDigits(tokens, at) && wordAt(tokens, at) === 0) return
  if (tokens.gaps[at] === Gap.newline) return
  const part = readAmount(tokens, at, at)
  if (typeof part === 'number' || part.low === null) return
  if (draft.unit === 'ft' && part.unit === null && isInchAbbreviation(tokens, part.next)) {
    part.unit = 'in'
    part.next++
  }
  const factor = isSpokenHundredth(tokens, draft, part) ? 0.01 : partFactor(draft, part, smaller)
  if (factor === 0 || part.low * factor >= 1) return
  draft.low = Number((draft.low! + part.low * factor).toPrecision(12))
  draft.high = draft.low
  draft.step = part.step * factor
  draft.next = part.next
  draft.numberNext = part.next
}

/** "twelve euros fifty", but not "twelve euros 50 people" */
function isSpokenHundredth(tokens: Tokens, draft: Draft, part: Draft): boolean {
  const isBehindWord = draft.dimension === 'money' && isWord(tokens, draft.next - 1) && part.first === draft.next
  if (!isBehindWord || part.dimension !== 'count' || part.unit !== null || part.scale !== 1 || part.low! < 10 || part.step !== 1)
    return false
  return isDigits(tokens, part.first) === isDigits(tokens, draft.numberFirst) && !part.hyphenated && !isPluralNoun(tokens, part.next)
}

/** "one year and a half" */
function withHalf(draft: Draft, next: number): void {
  draft.low! += 0.5
  draft.high = draft.low
  draft.step = 0.5
  draft.next = next
  draft.numberNext = next
}

function partFactor(draft: Draft, part: Draft, smaller: string | undefined): number {
  if (part.unit === null) return 0
  if (part.unit === smaller) return unitOf(part.unit)!.factor / unitOf(draft.unit!)!.factor
  const isHundredth = draft.dimension === 'money' && (part.unit === 'cent' || part.unit === 'penny')
  return isHundredth && sameCurrency(draft.unit!, part.unit) ? 0.01 : 0
}
