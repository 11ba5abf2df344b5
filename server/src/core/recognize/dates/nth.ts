import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { type DateExpression, fields, type YearPart } from './expression'
import { deixisOf, isIn, isOf, isOn, isPluralUnit, isThe, unitOf, weekdayNames } from './lexicon'
import { readMonth } from './monthDates'
import { readPeriodYear } from './periods'
import { isDash, isDigits, isWord, wordAt } from '../scan'
import { type Reading, readOrdinal } from './reading'

const isLast = wordSet('last')

/** "first Monday of September", "last week of October 2025", "15th day of the month", "third month of 2021"; `at` is the ordinal. */
export function readNth(tokens: Tokens, at: number): DateExpression | null {
  const ordinal = isLast(wordAt(tokens, at)) ? { value: -1, next: at + 1 } : readOrdinal(tokens, at)
  if (!ordinal || ordinal.value > 31 || !isWord(tokens, ordinal.next)) return null
  const noun = wordAt(tokens, ordinal.next)
  const weekday = weekdayNames(noun)
  const unit = weekday === undefined ? unitOf(noun) : 'weekday'
  if (unit !== 'weekday' && unit !== 'week' && unit !== 'weekend' && unit !== 'day' && unit !== 'month') return null
  if (isPluralUnit(noun) || (ordinal.value > 5 && unit !== 'day' && unit !== 'month')) return null
  const ofAt = ordinal.next + 1
  if (!isOf(wordAt(tokens, ofAt)) && !isIn(wordAt(tokens, ofAt))) return null
  const within = readMonthOrYear(tokens, ofAt + 1)
  if (!within || (unit === 'month' && within.value.month !== undefined)) return null
  const first = isThe(wordAt(tokens, at - 1)) ? at - 1 : at
  return { first, next: within.next, anchor: { kind: 'nth', unit, weekday, n: ordinal.value, ...within.value } }
}

/** "September", "September 2025", "next month", "the month", "2025", "next year". */
function readMonthOrYear(tokens: Tokens, at: number): Reading<YearPart & { month?: number; monthShift?: number }> | null {
  const month = readMonth(tokens, at)
  if (month) {
    const year = readPeriodYear(tokens, month.next)
    return { value: { month: month.value, ...year?.value }, next: year?.next ?? month.next }
  }
  const start = isThe(wordAt(tokens, at)) ? at + 1 : at
  const deixis = deixisOf(wordAt(tokens, start))
  const nounAt = deixis === undefined ? start : start + 1
  if (unitOf(wordAt(tokens, nounAt)) === 'month' && (deixis !== undefined || start > at)) {
    return { value: { monthShift: deixis ?? 0 }, next: nounAt + 1 }
  }
  return readPeriodYear(tokens, at)
}

const leadsDay = wordSet('on by until till through from since before between')
const joinsDays = wordSet('to and until till through')
// words that go on after a day of the month; any other word in lower case is what an ordinal counts ("on the 4th floor")
const goesOn = wordSet(
  'and or but to at in as when while with for before after until till through by from because although though that which who he she it they we i you his her its their the a an this will would is was were are has have had did said says',
)

/** Whether a day of the month may end before a token: a sign or a word that is no noun. */
const isDayEnd = (tokens: Tokens, at: number): boolean => (isWord(tokens, at) ? goesOn(wordAt(tokens, at)) : !isDash(tokens, at))

/** Whether a name after a day of the month is another phrase: "On the 13th Mr Brown said", not "on the 7th Fleet". */
const opensSentence = (tokens: Tokens, lead: number, next: number): boolean =>
  tokens.cases[lead] === LetterCase.capitalised && tokens.cases[next] >= LetterCase.capitalised

/** The further end of "from the 24th to the 27th" after its first day. */
function readFurtherDay(tokens: Tokens, at: number): Reading<number> | null {
  if (!joinsDays(wordAt(tokens, at)) || !isThe(wordAt(tokens, at + 1))) return null
  return readOrdinal(tokens, at + 2)
}

/** From which day on an ordinal in words is likely a day of the month: "on the first" and "on the third" are of any row. */
const FIRST_IN_WORDS = 4

/** "on the 4th", "by the 21st", "on the thirteenth", "from the 24th to the 27th": a day of the month; `at` is the ordinal. */
export function readDayAlone(tokens: Tokens, at: number): DateExpression | null {
  const day = readOrdinal(tokens, at)
  if (!day || day.value > 31 || day.value < (isDigits(tokens, at) ? 1 : FIRST_IN_WORDS)) return null
  const first = isThe(wordAt(tokens, at - 1)) ? at - 1 : at
  const led = isWord(tokens, first - 1) && (first < at ? leadsDay : isOn)(wordAt(tokens, first - 1))
  if (!led || !(isDayEnd(tokens, day.next) || opensSentence(tokens, first - 1, day.next))) return null
  const further = readFurtherDay(tokens, day.next)
  return further && !isDayEnd(tokens, further.next) ? null : fields(first, day.next, { day: day.value })
}
