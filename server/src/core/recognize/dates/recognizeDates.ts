import type { Sentence } from '../../text/sentences'
import { TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { DateContext, DateMention, Timex, WrittenFields } from '../date'
import { readClockAfter, readDateAfter, readDayFirst, readMonthFirst, readNumericDate, readWeekday } from './calendarDates'
import { civilDay } from './calendar'
import { readClock } from './clock'
import type { Anchor, DateExpression, FieldsAnchor, Modifier, Resolved } from './expression'
import { holidaysByFirstWord, readHoliday } from './holidays'
import {
  adverbOf,
  cardinalOf,
  dayPartOf,
  decadeOf,
  deixisOf,
  modifierOf,
  monthOf,
  ordinalOf,
  seasonOf,
  takesOf,
  weekdayNames,
} from './lexicon'
import {
  isFiscal,
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
import { readRangeEnd } from './ranges'
import { isApostrophe, isDash, isDigits, isJoined, isSign, isWord, lengthOf, Sign } from './reading'
import {
  isReference,
  isUnitNoun,
  readAdverb,
  readCounted,
  readDeictic,
  readNth,
  readReference,
  readShiftAfter,
  readUnitNoun,
} from './relative'
import { resolveDate, type Reference } from './resolve'
import { directionAt, type Direction } from './tense'

/** Reads a date expression that begins at a token, or for a few words lies around it; null where none does. */
type Reader = (tokens: Tokens, at: number) => DateExpression | null

const readTime: Reader = (tokens, at) => {
  const clock = readClock(tokens, at)
  return clock && { first: at, next: clock.next, anchor: { kind: 'time' }, clock: clock.value }
}

const readHolidayDate: Reader = (tokens, at) => {
  const holiday = readHoliday(tokens, at)
  if (!holiday) return null
  const year = readPeriodYear(tokens, holiday.next)
  return { first: at, next: year?.next ?? holiday.next, anchor: { kind: 'holiday', holiday: holiday.value, ...year?.value } }
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
  [ordinalOf, [readNth, readOrdinalPeriod, readDayFirst]],
  [cardinalOf, [readCounted, readOrdinalPeriod, readTime]],
  [isNamedHour, [readTime]],
  [isUnitNoun, [readUnitNoun]],
  [isReference, [readReference]],
]

const known: (readonly Reader[])[] = []

/** The readers for a word, looked up once a word. */
const readersOf = (word: number): readonly Reader[] =>
  (known[word] ??= starts.flatMap(([belongs, readers]) => (isHit(belongs(word)) ? readers : [])))

const isHit = (value: unknown): boolean => value !== undefined && value !== false

const digitReaders: readonly Reader[] = [readNumericDate, readDayFirst, readTime, readCounted, readNth, readOrdinalPeriod]
const fourDigitReaders: readonly Reader[] = [readNumericDate, readTime, readYearAlone]

/** The date at a token, without what stands around it. */
function readCore(tokens: Tokens, at: number): DateExpression | null {
  let readers: readonly Reader[]
  if (tokens.kinds[at] === TokenKind.word) {
    if (tokens.words[at] === 0) return null
    readers = readersOf(tokens.words[at])
  } else if (isDigits(tokens, at)) {
    if (lengthOf(tokens, at) > 4 || isWithinNumber(tokens, at)) return null
    readers = lengthOf(tokens, at) === 4 ? fourDigitReaders : digitReaders
    if (lengthOf(tokens, at) === 2 && isWord(tokens, at + 1)) return firstOf([...readers, readShortDecade], tokens, at)
  } else return isApostrophe(tokens, at) && isDigits(tokens, at + 1) ? readShortDecade(tokens, at) : null
  return firstOf(readers, tokens, at)
}

function firstOf(readers: readonly Reader[], tokens: Tokens, at: number): DateExpression | null {
  for (const read of readers) {
    const found = read(tokens, at)
    if (found) return found
  }
  return null
}

/** Whether digits belong to a number or code that began before them: "1,024", "3.5", "$20", "A320". */
function isWithinNumber(tokens: Tokens, at: number): boolean {
  if (!isJoined(tokens, at)) return false
  if (isWord(tokens, at - 1)) return true
  const sign = tokens.words[at - 1]
  if (sign === Sign.comma || sign === Sign.point || sign === Sign.slash || sign === Sign.colon) return isDigits(tokens, at - 2)
  return currencies.has(sign)
}

const currencies = new Set([...'$£€¥₹#'].map(sign => sign.charCodeAt(0)))

/** The date at a token with what follows and belongs to it: part of the day, time, the other name of the day, another year. */
function readExpression(tokens: Tokens, at: number): DateExpression | null {
  const core = readCore(tokens, at)
  return core && withModifier(tokens, withTrailing(tokens, core))
}

const isOn = wordSet('on')

function withTrailing(tokens: Tokens, core: DateExpression): DateExpression {
  let whole = core
  if (whole.anchor.kind === 'time') {
    const dateAt = isOn(tokens.words[whole.next]) || isSign(tokens, whole.next, Sign.comma) ? whole.next + 1 : whole.next
    const date = isClockHost(tokens, dateAt) ? readCore(tokens, dateAt) : null
    if (!date || date.anchor.kind === 'time' || date.anchor.kind === 'reference') return whole
    whole = withTrailing(tokens, { ...date, first: whole.first, clock: whole.clock })
    return whole
  }
  whole = withShift(tokens, whole)
  const part = isWord(tokens, whole.next) && !whole.dayPart ? dayPartOf(tokens.words[whole.next]) : undefined
  if (part && isDayLike(whole.anchor)) whole = { ...whole, next: whole.next + 1, dayPart: part }
  if (isSign(tokens, whole.next, Sign.open) && isDayLike(whole.anchor)) {
    const inner = readDateAfter(tokens, whole.next)
    if (inner?.anchor.kind === 'fields') {
      const weekday = whole.anchor.kind === 'fields' ? whole.anchor.weekday : undefined
      whole = { ...whole, next: inner.next, anchor: { ...inner.anchor, weekday: inner.anchor.weekday ?? weekday } }
    }
  }
  const clock = isDayLike(whole.anchor) && !whole.clock ? readClockAfter(tokens, whole.next) : null
  return clock ? { ...whole, next: clock.next, clock: clock.value } : whole
}

/** Whether a date may stand at `at` behind a time of day: "12:00 UTC Monday", "3pm on Oct. 24", "8am this morning". */
const isClockHost = (tokens: Tokens, at: number): boolean =>
  isDigits(tokens, at) || (isWord(tokens, at) && tokens.words[at] !== 0 && cardinalOf(tokens.words[at]) === undefined)

/** Whether an anchor is one day, so that a time of day may follow. */
const isDayLike = (anchor: Anchor): boolean =>
  anchor.kind === 'holiday' ||
  (anchor.kind === 'fields' && (anchor.day !== undefined || anchor.weekday !== undefined)) ||
  (anchor.kind === 'nth' && (anchor.unit === 'weekday' || anchor.unit === 'day')) ||
  (anchor.kind === 'shift' && anchor.unit === 'day')

/** "17 August last year", "Tuesday of next week", "the 10th of this month", "spring last year". */
function withShift(tokens: Tokens, core: DateExpression): DateExpression {
  const { anchor } = core
  const yearOpen = anchor.kind === 'holiday' || anchor.kind === 'part' || (anchor.kind === 'fields' && anchor.month !== undefined)
  const weekOpen = anchor.kind === 'fields' && anchor.weekday !== undefined && anchor.month === undefined && anchor.day === undefined
  if ((!yearOpen && !weekOpen) || anchor.year !== undefined || anchor.deixis !== undefined) return core
  const shift = readShiftAfter(tokens, core.next)
  if (!shift) return core
  if (shift.value.unit === 'year' && yearOpen) return { ...core, next: shift.next, anchor: { ...anchor, yearShift: shift.value.by } }
  if (shift.value.unit === 'week' && weekOpen) return { ...core, next: shift.next, anchor: { ...anchor, weekShift: shift.value.by } }
  return core
}

const isOf = wordSet('of')
const isThe = wordSet('the')
const isStill = wordSet('earlier later')
const earlierOrLater = wordSet('earlier later early late')

/** "early October", "mid-2011", "the end of the year", "earlier this month": widens a date over the words before it. */
function withModifier(tokens: Tokens, core: DateExpression): DateExpression {
  let before = core.first - 1
  let joined = false
  if (isDash(tokens, before) && isJoined(tokens, core.first)) {
    before--
    joined = true
  } else if (isOf(tokens.words[before])) before--
  else if (isIn(tokens.words[before]) && isStill(tokens.words[before - 1])) before--
  if (!isWord(tokens, before)) return core
  const word = tokens.words[before]
  const modifier: Modifier | undefined = isEarlierWord(word) ? 'START' : modifierOf(word)
  if (!modifier) return core
  const direct = before === core.first - 1
  if (takesOf(word) === direct || (direct && !earlierOrLater(word) && !isMid(word)) || (joined && !isMid(word) && !earlierOrLater(word)))
    return core
  const first = isThe(tokens.words[before - 1]) ? before - 1 : before
  return { ...core, first, modifier }
}

const isIn = wordSet('in on')
const isEarlierWord = wordSet('earlier')
const isMid = wordSet('mid')

const relationOf: readonly (readonly [(word: number) => boolean, DateMention['relation']])[] = [
  [wordSet('since'), 'since'],
  [wordSet('until till through'), 'until'],
  [wordSet('before'), 'before'],
  [wordSet('after following'), 'after'],
  [wordSet('by'), 'by'],
]

function relationAt(tokens: Tokens, first: number): DateMention['relation'] {
  const before = isThe(tokens.words[first - 1]) ? first - 2 : first - 1
  if (!isWord(tokens, before)) return 'at'
  return relationOf.find(([is]) => is(tokens.words[before]))?.[1] ?? 'at'
}

/** What an expression itself writes. */
function writtenFields({ anchor, clock }: DateExpression): WrittenFields {
  const time = clock && { hour: clock.hour, ...(clock.minute !== undefined && { minute: clock.minute }) }
  const from = anchor as Partial<FieldsAnchor>
  const keys = anchor.kind === 'fields' ? (['year', 'month', 'day', 'weekday'] as const) : (['year', 'month'] as const)
  const fields: Record<string, number> = {}
  if (anchor.kind === 'fields' || anchor.kind === 'part' || anchor.kind === 'holiday' || anchor.kind === 'nth') {
    for (const key of keys) if (from[key] !== undefined) fields[key] = from[key]
  }
  return { ...fields, ...time }
}

/**
 * Finds the dates and times in a passage and resolves them.
 * @param tokens the passage's tokens
 * @param sentences its sentences, which bound the search for a date's tense
 * @param context what is known of the document
 * @returns mentions in the order of the text, none overlapping
 */
export function recognizeDates(tokens: Tokens, sentences: readonly Sentence[], context: DateContext): DateMention[] {
  const mentions: DateMention[] = []
  let sentenceAt = 0
  let end = 0
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] === TokenKind.word && (tokens.words[at] === 0 || readersOf(tokens.words[at]).length === 0)) continue
    const from = readExpression(tokens, at)
    if (!from || from.first < end) continue
    const range = readRangeEnd(tokens, from, next => readExpression(tokens, next))
    while (sentences[sentenceAt + 1] !== undefined && sentences[sentenceAt].last <= from.first) sentenceAt++
    const mention = mentionOf(tokens, sentences[sentenceAt], context, mentions, range?.from ?? from, range?.to ?? null)
    mentions.push(mention)
    end = range?.to.next ?? from.next
    at = end - 1
  }
  return mentions
}

function mentionOf(
  tokens: Tokens,
  sentence: Sentence,
  context: DateContext,
  before: readonly DateMention[],
  from: DateExpression,
  to: DateExpression | null,
): DateMention {
  const next = to?.next ?? from.next
  const relation = relationAt(tokens, from.first)
  const start = tokens.starts[from.first]
  const end = tokens.ends[next - 1]
  const reference: Reference = {
    documentDay: context.documentDay,
    spokenDay: spokenDay(before, sentence),
    spokenYear: spokenYear(before, sentence),
    direction: () => leaning(relation) ?? directionAt(tokens, sentence, from.first, next),
  }
  const first = resolveDate(from, reference)
  const last = to && resolveEnd(to, first, reference)
  const timex: Timex = {
    type: first.type,
    value: last ? `${first.value}/${last.value}` : first.value,
    ...(from.modifier && { mod: from.modifier }),
  }
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    timex,
    granularity: first.granularity,
    days: spanOf(first, last),
    written: writtenFields(from),
    writtenLast: to && writtenFields(to),
    relative: first.relative,
    relation,
  }
}

const leaning = (relation: DateMention['relation']): Direction | null =>
  relation === 'since' ? 'past' : relation === 'until' || relation === 'by' ? 'future' : null

/** The second member of a range begins no earlier than the first: it is resolved from the first one's day on. */
function resolveEnd(to: DateExpression, first: Resolved, reference: Reference): Resolved {
  if (!first.days) return resolveDate(to, reference)
  return resolveDate(to, { ...reference, documentDay: first.days.first, spokenDay: first.days.first, direction: () => 'future' })
}

function spanOf(first: Resolved, last: Resolved | null): DateMention['days'] {
  if (!last) return first.days
  return first.days && last.days && last.days.last >= first.days.first ? { first: first.days.first, last: last.days.last } : null
}

/** The day that the text spoke of last: of a mention in this sentence, or of the one before. */
function spokenDay(before: readonly DateMention[], sentence: Sentence): number | null {
  const last = before[before.length - 1]
  if (!last?.days || last.start < sentence.start) return null
  return last.days.first
}

/** The year that a date earlier in the sentence wrote. */
function spokenYear(before: readonly DateMention[], sentence: Sentence): number | null {
  const last = before[before.length - 1]
  if (!last?.days || last.start < sentence.start || last.written.year === undefined) return null
  return civilDay(last.days.first).year
}
