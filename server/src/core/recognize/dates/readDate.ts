import { signSet } from '../../text/characters'
import { TokenKind, type Tokens } from '../../text/tokens'
import { oncePerWord, wordSet, wordsThat } from '../../text/vocabulary'
import { isPastWord, readTimeOfDay } from './clock'
import { readCounted } from './counted'
import {
  type Anchor,
  type Clock,
  type DateExpression,
  type DayPart,
  fields,
  type FieldsAnchor,
  type HolidayAnchor,
  type Modifier,
} from './expression'
import { holidaysByFirstWord, readHoliday } from './holidays'
import {
  adverbOf,
  cardinalOf,
  dayPartOf,
  decadeOf,
  deixisOf,
  isFiscal,
  isIn,
  isOf,
  isOn,
  isS,
  isThe,
  isWeekend,
  modifierOf,
  monthOf,
  ordinalOf,
  seasonOf,
  takesOf,
  weekdayNames,
} from './lexicon'
import { readDayFirst, readMonthFirst, readYearFirst } from './monthDates'
import { readDayAlone, readNth } from './nth'
import { readDayMonth, readNumericDate, readYearMonth } from './numericDates'
import {
  letterUnit,
  readFiscalYear,
  readLetterPart,
  readOrdinalPeriod,
  readPeriodYear,
  readSeason,
  readShortDecade,
  readWordDecade,
  readYearAlone,
} from './periods'
import { Sign, isApostrophe, isDash, isDigits, isGlued, isSymbol, isWord, lengthAt, wordAt } from '../scan'
import { readYear } from './reading'
import { isReference, readAdverb, readDeictic, readReference, readShiftAfter } from './relative'
import { isUnitNoun, readUnitNoun, readWeekOf } from './unitNouns'
import { readClockAfter, readDateAfter, readWeekday } from './weekdays'
import { readWordYear } from './years'

/** Reads a date expression that begins at a token, or for a few words lies around it; null where none does. */
type Reader = (tokens: Tokens, at: number) => DateExpression | null

const readTime: Reader = (tokens, at) => {
  const clock = readTimeOfDay(tokens, at)
  return clock && { first: at, next: clock.next, anchor: { kind: 'time' }, clock: clock.value }
}

const readHolidayDate: Reader = (tokens, at) => {
  const holiday = readHoliday(tokens, at)
  if (!holiday) return null
  const year = readPeriodYear(tokens, holiday.next)
  const next = year?.next ?? holiday.next
  const anchor: HolidayAnchor = { kind: 'holiday', holiday: holiday.value, ...year?.value }
  if (!isWeekend(wordAt(tokens, next))) return { first: at, next, anchor }
  const late = year ? null : readPeriodYear(tokens, next + 1)
  return { first: at, next: late?.next ?? next + 1, anchor: { kind: 'around', unit: 'weekend', of: { ...anchor, ...late?.value } } }
}

const leadsWordYear = wordSet('in since until by from during before after')

const readWordYearAlone: Reader = (tokens, at) => {
  const year = leadsWordYear(wordAt(tokens, at - 1)) ? readWordYear(tokens, at) : null
  return year && year.next > at + 1 ? { first: at, next: year.next, anchor: { kind: 'fields', year: year.value } } : null
}

const isNamedHour = wordSet('noon midday midnight')

/** Which words can begin a date, and the readers to try on them in order. */
const starts: readonly (readonly [(word: number) => unknown, readonly Reader[]])[] = [
  [holidaysByFirstWord, [readHolidayDate]],
  [monthOf, [readMonthFirst]],
  [weekdayNames, [readWeekday]],
  [seasonOf, [readSeason]],
  [adverbOf, [readAdverb]],
  [decadeOf, [readWordDecade]],
  [letterUnit, [readLetterPart]],
  [isFiscal, [readFiscalYear]],
  [deixisOf, [readNth, readDeictic]],
  [ordinalOf, [readNth, readOrdinalPeriod, readDayFirst, readDayAlone]],
  [cardinalOf, [readCounted, readWordYearAlone, readNth, readOrdinalPeriod, readTime, readDayFirst, readDayAlone]],
  [isNamedHour, [readTime]],
  [isPastWord, [readTime]],
  [isUnitNoun, [readWeekOf, readUnitNoun]],
  [isReference, [readReference]],
]

const isHit = (value: unknown): boolean => value !== undefined && value !== false

/** The readers for a word; none for a word that no rule knows. */
const readersOf = oncePerWord(word => (word === 0 ? [] : starts.flatMap(([belongs, readers]) => (isHit(belongs(word)) ? readers : []))))

const beginsWithWord = wordsThat(word => readersOf(word).length > 0)

/** Whether a date can begin at a token. */
export function beginsDate(tokens: Tokens, at: number): boolean {
  const kind = tokens.kinds[at]
  if (kind === TokenKind.word) return beginsWithWord(tokens.words[at])
  return kind === TokenKind.digits || isApostrophe(tokens, at)
}

const shortNumberReaders: readonly Reader[] = [
  readNumericDate,
  readDayMonth,
  readYearMonth,
  readDayFirst,
  readTime,
  readCounted,
  readNth,
  readOrdinalPeriod,
  readDayAlone,
  readShortDecade,
]
const fourDigitReaders: readonly Reader[] = [readNumericDate, readYearMonth, readYearFirst, readTime, readYearAlone]

/** The date at a token, without what stands around it. */
function readCore(tokens: Tokens, at: number): DateExpression | null {
  if (isWord(tokens, at)) return firstOf(readersOf(wordAt(tokens, at)), tokens, at)
  if (!isDigits(tokens, at)) return isApostrophe(tokens, at) && isDigits(tokens, at + 1) ? readShortDecade(tokens, at) : null
  const length = lengthAt(tokens, at)
  if (length > 4 || (length <= 2 && standsAlone(tokens, at)) || isWithinNumber(tokens, at)) return null
  return firstOf(length === 4 ? fourDigitReaders : shortNumberReaders, tokens, at)
}

function firstOf(readers: readonly Reader[], tokens: Tokens, at: number): DateExpression | null {
  for (const read of readers) {
    const found = read(tokens, at)
    if (found) return found
  }
  return null
}

/** Whether what follows a short number is nothing that a date goes on with: another number, or a word that no rule knows. */
const standsAlone = (tokens: Tokens, at: number): boolean =>
  isDigits(tokens, at + 1) || (isWord(tokens, at + 1) && wordAt(tokens, at + 1) === 0)

const marksNumber = signSet('$£€¥₹#')

/** Whether digits belong to a number or code that began before them: "1,024", "3.5", "$20", "A320". */
function isWithinNumber(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at)) return false
  if (isWord(tokens, at - 1)) return true
  const sign = tokens.words[at - 1]
  if (sign === Sign.comma || sign === Sign.point || sign === Sign.slash || sign === Sign.colon) return isDigits(tokens, at - 2)
  return tokens.kinds[at - 1] === TokenKind.symbol && marksNumber(sign)
}

/**
 * The date expression at a token, with what stands around it and belongs to it: part of the day, time of day, another name of the day,
 * another year, "early" and "the end of".
 */
export function readDate(tokens: Tokens, at: number): DateExpression | null {
  const core = readCore(tokens, at)
  return core && withModifier(tokens, core.anchor.kind === 'time' ? withDay(tokens, core) : withTime(tokens, core))
}

/** A time of day with the day after it: "12:00 UTC Monday", "3pm on Oct. 24", "8am this morning". */
function withDay(tokens: Tokens, time: DateExpression): DateExpression {
  const joins = isOn(wordAt(tokens, time.next)) || isSymbol(tokens, time.next, Sign.comma)
  const dateAt = joins ? time.next + 1 : time.next
  const mayBegin = isDigits(tokens, dateAt) || cardinalOf(wordAt(tokens, dateAt)) === undefined
  const date = mayBegin ? readCore(tokens, dateAt) : null
  return date && isDay(date.anchor) && !date.clock ? withTime(tokens, { ...date, first: time.first, clock: time.clock }) : time
}

/** A date with another year or week, the other name of its day, part of the day and time of day after it. */
function withTime(tokens: Tokens, core: DateExpression): DateExpression {
  const shifted = withShift(tokens, core)
  if (!isDay(shifted.anchor)) return shifted
  const whole = withDayPart(tokens, withOtherName(tokens, withDayPart(tokens, shifted)))
  const clock = whole.clock ? null : readClockAfter(tokens, whole.next)
  return clock ? withLateYear(tokens, { ...whole, next: clock.next, clock: inPart(clock.value, whole.dayPart) }) : whole
}

/** "evening at 10:00" is 22:00. */
const inPart = (clock: Clock, part: DayPart | undefined): Clock =>
  clock.hour < 12 && (part === 'AF' || part === 'EV' || (part === 'NI' && clock.hour > 4)) ? { ...clock, hour: clock.hour + 12 } : clock

/** A year after the time of day, as programs write it: "Thu Oct 26 11:00:09 2023". */
function withLateYear(tokens: Tokens, date: DateExpression): DateExpression {
  const { anchor, next } = date
  if (anchor.kind !== 'fields' || anchor.month === undefined || anchor.year !== undefined) return date
  const year = readYear(tokens, next)
  return year ? { ...date, next: year.next, anchor: { ...anchor, year: year.value } } : date
}

/** Whether an anchor is one day, so that a time of day may follow. */
const isDay = (anchor: Anchor): boolean =>
  anchor.kind === 'holiday' ||
  anchor.kind === 'offset' ||
  (anchor.kind === 'fields' && (anchor.day !== undefined || anchor.weekday !== undefined)) ||
  (anchor.kind === 'nth' && (anchor.unit === 'weekday' || anchor.unit === 'day')) ||
  (anchor.kind === 'shift' && anchor.unit === 'day')

const isEarlyLate = wordSet('early late')

/** "Saturday morning", "Tuesday in the evening", "Sunday late evening". */
function withDayPart(tokens: Tokens, date: DateExpression): DateExpression {
  if (date.dayPart) return date
  const { next } = date
  const partAt =
    isIn(wordAt(tokens, next)) && isThe(wordAt(tokens, next + 1)) ? next + 2 : isEarlyLate(wordAt(tokens, next)) ? next + 1 : next
  const dayPart = dayPartOf(wordAt(tokens, partAt))
  return dayPart ? { ...date, next: partAt + 1, dayPart } : date
}

/** Whether a comma may join another name of the day: "yesterday, October 24", "Sunday evening, 26 October". */
const takesOtherName = ({ anchor, dayPart }: DateExpression): boolean =>
  anchor.kind === 'shift' ||
  (dayPart !== undefined && anchor.kind === 'fields' && anchor.weekday !== undefined && anchor.month === undefined)

/** "Saturday morning (Oct 25)", "yesterday, October 24": two names of one day, of which the calendar date is the more exact. */
function withOtherName(tokens: Tokens, date: DateExpression): DateExpression {
  const { anchor, next } = date
  const inBrackets = isSymbol(tokens, next, Sign.openParen)
  if (!inBrackets && !(isSymbol(tokens, next, Sign.comma) && takesOtherName(date))) return date
  const other = readDateAfter(tokens, next)
  if (other?.anchor.kind !== 'fields' || other.anchor.month === undefined) return date
  const weekday = other.anchor.weekday ?? (anchor.kind === 'fields' ? anchor.weekday : undefined)
  const contradicts = anchor.kind === 'fields' && anchor.month !== undefined && anchor.month !== other.anchor.month
  return contradicts ? date : { ...date, next: other.next, anchor: { ...other.anchor, weekday } }
}

/** "17 August last year", "Tuesday of next week", "spring last year", "last year's third quarter", "next week on Tuesday". */
function withShift(tokens: Tokens, core: DateExpression): DateExpression {
  const { anchor } = core
  if (anchor.kind === 'shift') return withNamedPart(tokens, core) ?? core
  const yearOpen = anchor.kind === 'holiday' || anchor.kind === 'part' || (anchor.kind === 'fields' && anchor.month !== undefined)
  if (anchor.kind !== 'holiday' && anchor.kind !== 'part' && anchor.kind !== 'fields') return core
  if (anchor.year !== undefined || anchor.yearShift !== undefined || anchor.deixis !== undefined) return core
  const shift = readShiftAfter(tokens, core.next)
  if (!shift) return core
  const { unit, by } = shift.value
  if (unit === 'year' && yearOpen) return { ...core, next: shift.next, anchor: { ...anchor, yearShift: by } }
  if (unit === 'week' && isWeekdayAlone(anchor)) return { ...core, next: shift.next, anchor: { ...anchor, weekShift: by } }
  return core
}

const isWeekdayAlone = (anchor: Anchor): anchor is FieldsAnchor =>
  anchor.kind === 'fields' && anchor.weekday !== undefined && anchor.month === undefined && anchor.day === undefined

/** A part of a year or week after its name: "last year's third quarter", "next week on Tuesday". */
function withNamedPart(tokens: Tokens, core: DateExpression): DateExpression | null {
  if (core.anchor.kind !== 'shift' || core.anchor.anaphoric) return null
  const { unit, by } = core.anchor
  if (unit === 'year' && isApostrophe(tokens, core.next) && isS(wordAt(tokens, core.next + 1))) {
    const part = readCore(tokens, core.next + 2)
    if (part?.anchor.kind === 'part' && part.anchor.year === undefined)
      return { ...part, first: core.first, anchor: { ...part.anchor, yearShift: by } }
  }
  if (unit !== 'week') return null
  const dayAt = isOn(wordAt(tokens, core.next)) ? core.next + 1 : core.next
  const weekday = weekdayNames(wordAt(tokens, dayAt))
  return weekday === undefined ? null : fields(core.first, dayAt + 1, { weekday, weekShift: by })
}

const isStill = wordSet('earlier later early late')
const isEarlier = wordSet('earlier')
const isMid = wordSet('mid')
const isInOrOn = wordSet('in on')

/** Whether an anchor is a year or decade: "around 1950" is a rough year, "around Friday" mere words. */
const isWholeYear = (anchor: Anchor): boolean =>
  anchor.kind === 'years' ||
  (anchor.kind === 'fields' && anchor.month === undefined && anchor.day === undefined && anchor.weekday === undefined)

/** "early October", "circa 1950", "mid-2011", "the end of the year", "earlier this month": widens a date over the words before it. */
function withModifier(tokens: Tokens, date: DateExpression): DateExpression {
  let before = date.first - 1
  const joined = isDash(tokens, before) && isGlued(tokens, date.first)
  const of = isOf(wordAt(tokens, before))
  if (joined || of || (isInOrOn(wordAt(tokens, before)) && isStill(wordAt(tokens, before - 1)))) before--
  if (!isWord(tokens, before)) return date
  // "the rest of Tuesday's starters" are some of Tuesday's, not the end of a day
  if (of && isApostrophe(tokens, date.next) && isGlued(tokens, date.next)) return date
  const word = wordAt(tokens, before)
  const modifier: Modifier | undefined = isEarlier(word) ? 'START' : modifierOf(word)
  if (modifier === 'APPROX' && !isWholeYear(date.anchor)) return date
  if (!modifier || takesOf(word) !== of || !(of || isStill(word) || isMid(word) || modifier === 'APPROX')) return date
  const first = isThe(wordAt(tokens, before - 1)) ? before - 1 : before
  return { ...date, first, modifier }
}
