import type { Sentence } from '../../text/sentences'
import type { Tokens } from '../../text/tokens'
import { wordTable } from '../../text/vocabulary'
import type { DateContext, DateMention, Granularity, WrittenFields } from '../date'
import { civilDay } from './calendar'
import type { DateExpression, MonthDay, ShiftUnit } from './expression'
import { isThe } from './lexicon'
import { readRangeEnd } from './ranges'
import { beginsDate, readDate } from './readDate'
import { wordAt } from '../scan'
import { type Reference, resolveDate, resolveRange } from './resolve'
import { type Direction, directionAt } from './tense'

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
  let taken = 0
  for (let at = 0; at < tokens.count; at++) {
    if (!beginsDate(tokens, at)) continue
    const found = readDate(tokens, at)
    if (!found || found.first < taken) continue
    const range = readRangeEnd(tokens, found)
    while (sentenceAt + 1 < sentences.length && sentences[sentenceAt].last <= found.first) sentenceAt++
    const place = { tokens, sentence: sentences[sentenceAt], sentenceBefore: sentences[sentenceAt - 1], before: mentions, context }
    mentions.push(mentionOf(place, range?.from ?? found, range?.to ?? null))
    taken = range?.to.next ?? found.next
    at = taken - 1
  }
  return mentions
}

/** Where a date stands. */
interface Place {
  readonly tokens: Tokens
  readonly sentence: Sentence
  readonly sentenceBefore: Sentence | undefined
  /** The dates before it in the passage. */
  readonly before: readonly DateMention[]
  readonly context: DateContext
}

function mentionOf(place: Place, from: DateExpression, to: DateExpression | null): DateMention {
  const { tokens } = place
  const next = to?.next ?? from.next
  const relation = relationAt(tokens, from.first)
  const reference = referenceAt(place, from, next, relation)
  const resolved = to ? resolveRange(from, to, reference) : resolveDate(from, reference)
  const start = tokens.starts[from.first]
  const end = tokens.ends[next - 1]
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    timex: { type: resolved.type, value: resolved.value, ...(from.modifier && { mod: from.modifier }) },
    granularity: resolved.granularity,
    days: resolved.days,
    written: resolved.reckoned ? { month: resolved.reckoned.month, day: resolved.reckoned.day } : writtenFields(from),
    writtenLast: to && writtenFields(to),
    relative: resolved.relative,
    relation,
  }
}

const relationOf = wordTable<DateMention['relation']>({
  since: 'since',
  'until till through': 'until',
  before: 'before',
  'after following': 'after',
  by: 'by',
})

/** How the word before a date makes it bound what it dates. */
function relationAt(tokens: Tokens, first: number): DateMention['relation'] {
  const before = isThe(wordAt(tokens, first - 1)) ? first - 2 : first - 1
  return relationOf(wordAt(tokens, before)) ?? 'at'
}

/** Relations that themselves look back or ahead, whatever the verb. */
const leaning: Partial<Record<DateMention['relation'], Direction>> = { since: 'past', until: 'future', by: 'future' }

function referenceAt(
  { tokens, sentence, sentenceBefore, before, context }: Place,
  from: DateExpression,
  next: number,
  relation: DateMention['relation'],
): Reference {
  const last = before[before.length - 1]
  const inSentence = last !== undefined && last.start >= sentence.start
  const direction = (): Direction => leaning[relation] ?? directionAt(tokens, sentence, from.first, next)
  return {
    documentDay: context.documentDay,
    spokenDay: unit => firstDay(toldBefore(before, unit)[0]),
    countedFrom: unit => firstDay(countedFrom(toldBefore(before, unit), direction(), context.documentDay)),
    countedFromOpen: () =>
      openDay(tokens.text, before, sentence.start) ?? (sentenceBefore ? openDay(tokens.text, before, sentenceBefore.start) : null),
    sentenceDay: inSentence && isWithin(last.granularity, 'day') ? (last.days?.first ?? null) : null,
    spokenYear: inSentence && setsYear(last, sentence) ? civilDay(last.days!.first).year : null,
    direction,
  }
}

/** Units by size. */
const sizes: readonly (Granularity | ShiftUnit)[] = [
  'minute', 'hour', 'time', 'dayPart', 'day', 'weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century', 'vague',
] // prettier-ignore

const isWithin = (granularity: Granularity, unit: Granularity | ShiftUnit): boolean => sizes.indexOf(granularity) <= sizes.indexOf(unit)

/** How many mentions back a date may refer. */
const MEMORY = 6

/** The last few dates before that are told at least as finely as a unit, latest first. */
function toldBefore(before: readonly DateMention[], unit: ShiftUnit): DateMention[] {
  const fineness = unit === 'hour' || unit === 'minute' ? 'day' : unit
  return before
    .slice(-MEMORY)
    .reverse()
    .filter(({ granularity, days }) => days !== null && isWithin(granularity, fineness))
}

const firstDay = (mention: DateMention | undefined): number | null => mention?.days?.first ?? null

/**
 * The date that "two days later" counts from: the last one at which something happens, which is no deadline, and for what is past none
 * that is to come; where there is no such, the last one.
 */
function countedFrom(told: readonly DateMention[], direction: Direction, documentDay: number | null): DateMention | undefined {
  const isToCome = ({ days }: DateMention): boolean => direction === 'past' && documentDay !== null && days!.first > documentDay
  return told.find(mention => mention.relation !== 'by' && !isToCome(mention)) ?? told[0]
}

/** Whether a date leads in what follows it, and so is the day of that: "**13 October.** Three days later, …". */
const leadsIn = (text: string, { start, end }: DateMention): boolean => start === 0 && /^\s*[.:–—-]/.test(text.slice(end, end + 3))

/** The day of an open year that "two days later" counts from: the only day told since an offset, if it is no deadline; otherwise null. */
function openDay(text: string, before: readonly DateMention[], since: number): MonthDay | null {
  const told = before.filter(({ start, relation }) => start >= since && relation !== 'by')
  const [mention] = told
  if (told.length !== 1 || mention.writtenLast !== null || leadsIn(text, mention)) return null
  const { month, day } = mention.written
  return month === undefined || day === undefined ? null : { month, day }
}

/** Units of text within which a date opens its sentence: "In March 2019, …". */
const OPENING = 12

/** Whether a date gives its year to the ones after it in the sentence: it opens the sentence, or has a month, and writes a year. */
const setsYear = (mention: DateMention, sentence: Sentence): boolean =>
  mention.days !== null &&
  mention.written.year !== undefined &&
  (mention.written.month !== undefined || mention.start - sentence.start <= OPENING)

/** The calendar fields that an expression itself writes. */
function writtenFields({ anchor, clock }: DateExpression): WrittenFields {
  const fields: Partial<Record<keyof WrittenFields, number>> = {}
  if (anchor.kind === 'fields' || anchor.kind === 'part' || anchor.kind === 'holiday' || anchor.kind === 'nth' || anchor.kind === 'week') {
    if (anchor.year !== undefined) fields.year = anchor.year
  }
  if (anchor.kind === 'fields' || anchor.kind === 'nth') {
    if (anchor.month !== undefined) fields.month = anchor.month
    if (anchor.weekday !== undefined) fields.weekday = anchor.weekday
  }
  if (anchor.kind === 'fields' && anchor.day !== undefined) fields.day = anchor.day
  if (clock) {
    fields.hour = clock.hour
    if (clock.minute !== undefined) fields.minute = clock.minute
  }
  return fields
}
