import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isCivilDay } from './calendar'
import { readIsoTime } from './clock'
import { type DateExpression, fields, type FieldsAnchor } from './expression'
import { weekdayNames } from './lexicon'
import { Sign, isDash, isDigits, isGlued, isSymbol, isWord, lengthAt, wordAt } from '../scan'
import { digitsValue } from './reading'
import { fullYear } from './years'

type Numbers = Pick<FieldsAnchor, 'year' | 'month' | 'day'>

/** "2025-11-10", "2025/11/10", "11/10/2025", "25.10.2025"; the month before the day unless the numbers say otherwise. */
export function readNumericDate(tokens: Tokens, at: number): DateExpression | null {
  const sign = tokens.words[at + 1]
  if (sign !== Sign.hyphen && sign !== Sign.slash && sign !== Sign.point) return null
  if (isWithinCode(tokens, at) && !endsNumericRange(tokens, at, sign)) return null
  for (let part = at + 1; part <= at + 4; part++) if (!isGlued(tokens, part)) return null
  if (!isSymbol(tokens, at + 1, sign) || !isSymbol(tokens, at + 3, sign) || !isDigits(tokens, at + 2) || !isDigits(tokens, at + 4))
    return null
  if (lengthAt(tokens, at) > 4 || lengthAt(tokens, at + 2) > 2 || lengthAt(tokens, at + 4) > 4) return null
  const numbers = [digitsValue(tokens, at), digitsValue(tokens, at + 2), digitsValue(tokens, at + 4)]
  const anchor = lengthAt(tokens, at) === 4 ? yearFirst(numbers) : yearLast(numbers, lengthAt(tokens, at + 4), sign)
  if (!anchor || !isCivilDay(anchor.year!, anchor.month!, anchor.day!)) return null
  const time = readIsoTime(tokens, at + 5)
  if (time) return { ...fields(at, time.next, anchor), clock: time.value }
  const goesOn = isGlued(tokens, at + 5) && isSymbol(tokens, at + 5, sign) && isDigits(tokens, at + 6)
  return goesOn ? null : fields(at, at + 5, anchor)
}

/** Whether the number goes on a row of numbers and dashes, as in telephone numbers. */
const isWithinCode = (tokens: Tokens, at: number): boolean =>
  isGlued(tokens, at) && (isDash(tokens, at - 1) || isSymbol(tokens, at - 1, Sign.slash)) && isDigits(tokens, at - 2)

/** Whether a number stands after another date of numbers and a dash: "24/10/2025–27/10/2025". */
const endsNumericRange = (tokens: Tokens, at: number, sign: number): boolean =>
  isDash(tokens, at - 1) && tokens.words[at - 1] !== sign && isSymbol(tokens, at - 3, sign)

const yearFirst = ([year, month, day]: number[]): Numbers | null => (year >= 1000 ? { year, month, day } : null)

function yearLast([one, two, last]: number[], digits: number, sign: number): Numbers | null {
  if (digits !== 4 && !(digits === 2 && sign === Sign.slash)) return null
  const year = digits === 4 ? last : fullYear(last)
  return one > 12 || sign === Sign.point ? { year, month: two, day: one } : { year, month: one, day: two }
}

const leadsDayMonth = wordSet('on from by until till before after since this next')

/** "on 22/04", "Friday 5/12": two numbers that a word or weekday before shows to be a date; `at` is the first. */
export function readDayMonth(tokens: Tokens, at: number): DateExpression | null {
  if (!isSymbol(tokens, at + 1, Sign.slash) || !isDigits(tokens, at + 2)) return null
  if (!isGlued(tokens, at + 1) || !isGlued(tokens, at + 2) || (isGlued(tokens, at + 3) && !isEndSign(tokens, at + 3))) return null
  if (lengthAt(tokens, at) > 2 || lengthAt(tokens, at + 2) > 2) return null
  const before = wordAt(tokens, at - 1)
  const led = isWord(tokens, at - 1) && (leadsDayMonth(before) || weekdayNames(before) !== undefined)
  if (!led && !endsRange(tokens, at)) return null
  const [one, two] = [digitsValue(tokens, at), digitsValue(tokens, at + 2)]
  // "since 9/11" is the day of the attacks
  if (one === 9 && two === 11 && weekdayNames(before) === undefined) return fields(at, at + 3, { year: 2001, month: 9, day: 11 })
  const [month, day] = one > 12 ? [two, one] : [one, two]
  return isCivilDay(2024, month, day) ? fields(at, at + 3, { month, day }) : null
}

const joinsRange = wordSet('to through until and')

/** Whether the numbers stand after another two and "to": "from 10/1 to 11/7". */
const endsRange = (tokens: Tokens, at: number): boolean =>
  joinsRange(wordAt(tokens, at - 1)) && isDigits(tokens, at - 2) && isSymbol(tokens, at - 3, Sign.slash)

const isEndSign = (tokens: Tokens, at: number): boolean =>
  [Sign.point, Sign.comma, Sign.closeParen].some(sign => isSymbol(tokens, at, sign)) && !isDigits(tokens, at + 1)

/** "2015-03", "2015/3" and "12/2015": a year and a month; `at` is the first number. */
export function readYearMonth(tokens: Tokens, at: number): DateExpression | null {
  if (!isSymbol(tokens, at + 1, Sign.hyphen) && !isSymbol(tokens, at + 1, Sign.slash)) return null
  if (!isDigits(tokens, at + 2) || !isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return null
  if (isWithinCode(tokens, at) || (isGlued(tokens, at + 3) && !isEndSign(tokens, at + 3))) return null
  const [one, two] = [lengthAt(tokens, at), lengthAt(tokens, at + 2)]
  if (Math.max(one, two) !== 4 || Math.min(one, two) > 2) return null
  const [year, month] =
    one === 4 ? [digitsValue(tokens, at), digitsValue(tokens, at + 2)] : [digitsValue(tokens, at + 2), digitsValue(tokens, at)]
  // "2009-10" is a season or a pair of years, "2009-03" is not
  const pair = one === 4 && two === 2 && isSymbol(tokens, at + 1, Sign.hyphen) && month === (year % 100) + 1
  if (pair || year < 1900 || year > 2100 || month < 1 || month > 12) return null
  return fields(at, at + 3, { year, month })
}
