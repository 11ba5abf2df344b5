import type { Granularity } from '../date'
import {
  addMonths,
  type Dated,
  type Days,
  monthDays,
  pad,
  partAt,
  seasonAt,
  seasonCodes,
  shiftDay,
  unitAt,
  yearsDays,
} from './calendarUnits'
import { civilDay, dayNumber, isCivilDay, isoOfDay, mondayOf, mondayOfWeek, nthWeekday, weekdayOf } from './calendar'
import type {
  Anchor,
  AroundAnchor,
  Clock,
  DateExpression,
  Deictic,
  FieldsAnchor,
  HolidayAnchor,
  MonthDay,
  MonthsAnchor,
  NthAnchor,
  OffsetAnchor,
  PartAnchor,
  Resolved,
  ShiftAnchor,
  ShiftUnit,
  WeekAnchor,
  YearPart,
} from './expression'
import type { Direction } from './tense'

/** What dates are resolved against. Days are day numbers since 1970-01-01. */
export interface Reference {
  /** The document's day, or null. */
  readonly documentDay: number | null
  /** The day that the text last spoke of, told at least as finely as the unit; or null. */
  readonly spokenDay: (unit: ShiftUnit) => number | null
  /** The day that "two days later" counts from, by the text before; or null. */
  readonly countedFrom: (unit: ShiftUnit) => number | null
  /** The same without its year, where that is open; null where the text before leaves it open which day that is. */
  readonly countedFromOpen: () => MonthDay | null
  /** The day that the sentence spoke of last, or null. */
  readonly sentenceDay: number | null
  /** A year that the sentence named before, or null. */
  readonly spokenYear: number | null
  /** Whether the sentence speaks of the past or of what is to come; asked only where a date leaves it open. */
  readonly direction: () => Direction
}

const date = (value: string, granularity: Granularity, days: Days | null, relative: boolean): Resolved => ({
  type: 'DATE',
  value,
  granularity,
  days,
  relative,
})

/** A day named without its year is the near one, whatever the verb, where the other lies this much farther off: in days. */
const NEAR = 31
const FAR = 300

/** As {@link choose}, but not a day ten months off where one stands a few weeks away. */
function chooseDay<T extends { readonly days: Days }>(candidates: readonly T[], deictic: Deictic, reference: Reference): T {
  const meant = pick(candidates, deictic, reference)
  if (deictic.deixis !== undefined) return meant
  const day = reference.documentDay!
  const nearest = choose(candidates, day, 'unknown')
  const distance = (each: T): number => Math.abs(each.days.first - day)
  return distance(meant) > FAR && distance(nearest) <= NEAR ? nearest : meant
}

/**
 * The one of several occurrences that is meant, by their first days, in ascending order.
 * Past: the latest that has begun. Future: the next that has not ended. Otherwise the nearest.
 */
function choose<T extends { readonly days: Days }>(candidates: readonly T[], day: number, direction: Direction): T {
  let chosen = candidates[0]
  if (direction === 'past') {
    for (const each of candidates) if (each.days.first <= day) chosen = each
    return chosen
  }
  if (direction === 'future') return candidates.find(each => each.days.last >= day) ?? candidates[candidates.length - 1]
  const distance = (each: T): number => Math.max(0, each.days.first - day, day - each.days.last)
  for (const each of candidates) if (distance(each) < distance(chosen)) chosen = each
  return chosen
}

/** As {@link choose}, with "last", "this" and "next" deciding where they stand: strictly before, within the year, strictly after. */
function pick<T extends { readonly days: Days }>(candidates: readonly T[], deictic: Deictic, reference: Reference): T {
  const day = reference.documentDay!
  if (deictic.deixis === -1)
    return choose(candidates, day, 'past').days.last < day ? choose(candidates, day, 'past') : previous(candidates, day)
  if (deictic.deixis === 1) return candidates.find(each => each.days.first > day) ?? candidates[candidates.length - 1]
  return choose(candidates, day, reference.direction())
}

function previous<T extends { readonly days: Days }>(candidates: readonly T[], day: number): T {
  let chosen = candidates[0]
  for (const each of candidates) if (each.days.last < day) chosen = each
  return chosen
}

/** The year that an expression states, outright or by way of the document's or sentence's; null where it states none. */
function statedYear(part: YearPart, reference: Reference): number | null {
  if (part.year !== undefined) return part.year
  if (part.yearShift === undefined || reference.documentDay === null) return null
  return civilDay(reference.documentDay).year + part.yearShift
}

/** Occurrences of something yearly around the document's day. */
function yearly<T>(documentDay: number, occurrence: (year: number) => T): T[] {
  const { year } = civilDay(documentDay)
  return [year - 2, year - 1, year, year + 1, year + 2].map(occurrence)
}

function resolveFields(fields: FieldsAnchor, reference: Reference): Resolved {
  const { month, day, weekday } = fields
  const { documentDay } = reference
  const relative = fields.year === undefined
  const year = statedYear(fields, reference)
  if (month === undefined && day === undefined && weekday === undefined) {
    return year === null ? date('XXXX', 'year', null, true) : date(pad(year, 4), 'year', yearsDays(year, year), relative)
  }
  if (month === undefined) return day === undefined ? resolveWeekday(fields, reference) : resolveDayOfMonth(fields, reference)
  const unit: Granularity = day === undefined ? 'month' : 'day'
  const at = (each: number): Dated | null => {
    if (day === undefined) return unitAt('month', dayNumber(each, month, 1))
    return isCivilDay(each, month, day) ? unitAt('day', dayNumber(each, month, day)) : null
  }
  const unknown = `XXXX-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`
  const named = year ?? (fields.deixis === undefined ? reference.spokenYear : null)
  if (named !== null) {
    const meant = at(named)
    return meant ? date(meant.value, unit, meant.days, relative) : date(unknown, unit, null, relative)
  }
  if (documentDay === null) return date(unknown, unit, null, true)
  const candidates = yearly(documentDay, at).filter(each => each !== null)
  if (candidates.length === 0) return date(unknown, unit, null, true)
  // a weekday settles the year, where one of the nearest years has it
  const fitting = weekday === undefined ? [] : candidates.slice(1, -1).filter(each => weekdayOf(each.days.first) === weekday)
  const thisYear = candidates.find(each => civilDay(each.days.first).year === civilDay(documentDay).year)
  const settle = day === undefined ? pick : chooseDay
  const meant = fields.deixis === 0 && thisYear ? thisYear : settle(fitting.length > 0 ? fitting : candidates, fields, reference)
  return date(meant.value, unit, meant.days, true)
}

function resolveWeekday(fields: FieldsAnchor, reference: Reference): Resolved {
  const weekday = fields.weekday!
  const { documentDay } = reference
  if (documentDay === null) return date(`XXXX-WXX-${weekday}`, 'day', null, true)
  const monday = mondayOf(documentDay)
  const inWeek = (shift: number): Dated => unitAt('day', monday + shift * 7 + weekday - 1)
  const meant =
    fields.weekShift !== undefined || fields.deixis === 1
      ? inWeek(fields.weekShift ?? 1)
      : fields.deixis === 0
        ? choose([inWeek(-1), inWeek(0), inWeek(1)], documentDay, reference.direction() === 'past' ? 'past' : 'future')
        : pick([inWeek(-1), inWeek(0), inWeek(1)], fields, reference)
  return date(meant.value, 'day', meant.days, true)
}

/** Whether a day lies where the sentence places it in time, seen from the document's day. */
function suits(day: number, { documentDay, direction }: Reference): boolean {
  if (documentDay === null || day === documentDay) return true
  return direction() !== (day < documentDay ? 'future' : 'past')
}

/** The day of that number in the month that the text spoke of before, where the sentence's time allows it. */
function inSpokenMonth(day: number, reference: Reference): number | null {
  const spoken = reference.spokenDay('month')
  if (spoken === null) return null
  const { year, month } = civilDay(spoken)
  const meant = isCivilDay(year, month, day) ? dayNumber(year, month, day) : null
  return meant !== null && suits(meant, reference) ? meant : null
}

function resolveDayOfMonth(fields: FieldsAnchor, reference: Reference): Resolved {
  const day = fields.day!
  const spoken = fields.weekday === undefined && fields.monthShift === undefined ? inSpokenMonth(day, reference) : null
  if (spoken !== null) return date(isoOfDay(spoken), 'day', { first: spoken, last: spoken }, true)
  const base = reference.documentDay
  const unknown = date(`XXXX-XX-${pad(day)}`, 'day', null, true)
  if (base === null) return unknown
  // a weekday as well picks one of the months around
  const reach = fields.weekday === undefined ? 1 : 12
  const shifts = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach)
  const candidates = (fields.monthShift === undefined ? shifts : [fields.monthShift])
    .map(shift => civilDay(addMonths(base, shift)))
    .filter(({ year, month }) => isCivilDay(year, month, day))
    .map(({ year, month }) => unitAt('day', dayNumber(year, month, day)))
    .filter(each => fields.weekday === undefined || weekdayOf(each.days.first) === fields.weekday)
  if (candidates.length === 0) return unknown
  const meant = pick(candidates, fields, reference)
  return date(meant.value, 'day', meant.days, true)
}

function resolvePart(part: PartAnchor, reference: Reference): Resolved {
  const year = statedYear(part, reference)
  const relative = part.year === undefined
  if (part.unit === 'fiscalYear') return date(`FY${year === null ? 'XXXX' : pad(year, 4)}`, 'year', null, relative)
  const unit = part.unit
  const at = (each: number): Dated => (unit === 'season' ? seasonAt(each, part.number) : partAt(unit, each, part.number))
  const code = unit === 'season' ? seasonCodes[part.number - 1] : `${unit === 'quarter' ? 'Q' : 'H'}${part.number}`
  const named = year ?? (part.deixis === undefined ? reference.spokenYear : null)
  if (named !== null) return date(at(named).value, unit, at(named).days, relative)
  const { documentDay } = reference
  if (documentDay === null) return date(`XXXX-${code}`, unit, null, true)
  const candidates = yearly(documentDay, at)
  const { year: documentYear } = civilDay(documentDay)
  // what is told of a quarter or half-year in the past tense is told when it is over
  const over = candidates.filter(each => each.days.last < documentDay)
  const isOver = unit !== 'season' && part.deixis === undefined && reference.direction() === 'past'
  const meant = part.deixis === 0 ? at(documentYear) : pick(isOver ? over : candidates, part, reference)
  return date(meant.value, unit, meant.days, true)
}

function resolveShift(shift: ShiftAnchor, reference: Reference): Resolved {
  const base = (shift.anaphoric ? reference.countedFrom(shift.unit) : null) ?? reference.documentDay
  const { unit, by } = shift
  if (unit === 'hour' || unit === 'minute') {
    if (base === null) return { ...date('XXXX-XX-XX', 'time', null, true), type: 'TIME' }
    const day = shiftDay(base, unit, by)
    const near = Math.abs(by) < (unit === 'hour' ? 24 : 1440)
    const days = near ? { first: Math.min(day, day + Math.sign(by)), last: Math.max(day, day + Math.sign(by)) } : { first: day, last: day }
    return near ? { ...date(isoOfDay(day), 'time', days, true), type: 'TIME' } : date(isoOfDay(day), 'day', days, true)
  }
  if (base === null) {
    const from = shift.anaphoric && unit === 'day' ? reference.countedFromOpen() : null
    return from === null ? date(unknownUnit[unit], unit, null, true) : shiftOpen(from, by)
  }
  const { value, days } = unitAt(unit, shiftDay(base, unit, by))
  return date(value, unit, days, true)
}

/** A year without a leap day, as most are, to count days of an open year in. */
const ANY_YEAR = 2001

/** The day that lies some days from one whose year is open. */
function shiftOpen({ month, day }: MonthDay, by: number): Resolved {
  const reckoned = civilDay(dayNumber(ANY_YEAR, month, day) + by)
  return { ...date(`XXXX-${pad(reckoned.month)}-${pad(reckoned.day)}`, 'day', null, true), reckoned }
}

/** TIMEX3 values of units whose place in the calendar is not known. */
const unknownUnit: Record<Exclude<ShiftUnit, 'hour' | 'minute'>, string> = {
  day: 'XXXX-XX-XX',
  weekend: 'XXXX-WXX-WE',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
}

function resolveHoliday(anchor: HolidayAnchor, reference: Reference): Resolved {
  const at = (year: number): Dated => unitAt('day', anchor.holiday(year))
  const year = statedYear(anchor, reference) ?? (anchor.deixis === undefined ? reference.spokenYear : null)
  const { documentDay } = reference
  if (year !== null) return date(at(year).value, 'day', at(year).days, anchor.year === undefined)
  if (documentDay === null) return date(unknownHoliday(anchor), 'day', null, true)
  const meant = anchor.deixis === 0 ? at(civilDay(documentDay).year) : pick(yearly(documentDay, at), anchor, reference)
  return date(meant.value, 'day', meant.days, true)
}

/** "XXXX-12-25" for a feast with a fixed day, "XXXX-XX-XX" for a movable one. */
function unknownHoliday(anchor: HolidayAnchor): string {
  const [one, other] = [civilDay(anchor.holiday(2023)), civilDay(anchor.holiday(2024))]
  return one.month === other.month && one.day === other.day ? `XXXX-${pad(one.month)}-${pad(one.day)}` : 'XXXX-XX-XX'
}

function resolveNth(anchor: NthAnchor, reference: Reference): Resolved {
  const { unit, n, weekday } = anchor
  const granularity: Granularity = unit === 'weekday' ? 'day' : unit
  const at = (year: number, month: number | undefined): Dated => {
    if (unit === 'weekday') return unitAt('day', nthWeekday(year, month ?? 1, weekday!, n))
    if (unit === 'month') return unitAt('month', dayNumber(year, n > 0 ? n : 13 + n, 1))
    const span = month === undefined ? yearsDays(year, year) : monthDays(year, month)
    const step = unit === 'day' ? 1 : 7
    // the first week of a year is the ISO one, that of a month the one with most of its days in it: both hold the fourth day
    const base = n > 0 ? span.first + (unit === 'day' ? 0 : 3) + (n - 1) * step : span.last - (unit === 'day' ? 0 : 3) + (n + 1) * step
    return unitAt(granularity, base)
  }
  const { documentDay } = reference
  if (anchor.monthShift !== undefined) {
    if (documentDay === null) return date('XXXX-XX', granularity, null, true)
    const { year, month } = civilDay(addMonths(documentDay, anchor.monthShift))
    return date(at(year, month).value, granularity, at(year, month).days, true)
  }
  const year = statedYear(anchor, reference) ?? (anchor.deixis === undefined ? reference.spokenYear : null)
  if (year !== null) return date(at(year, anchor.month).value, granularity, at(year, anchor.month).days, anchor.year === undefined)
  if (documentDay === null) return date(anchor.month === undefined ? 'XXXX' : `XXXX-${pad(anchor.month)}`, granularity, null, true)
  const meant = pick(
    yearly(documentDay, each => at(each, anchor.month)),
    anchor,
    reference,
  )
  return date(meant.value, granularity, meant.days, true)
}

/** A day counted from another one: exact, whatever the unit. */
function resolveOffset(anchor: OffsetAnchor, reference: Reference): Resolved {
  const from = resolveAnchor(anchor.from, reference)
  if (!from.days) return date('XXXX-XX-XX', 'day', null, true)
  const { value, days } = unitAt('day', shiftDay(from.days.first, anchor.unit, anchor.by))
  return date(value, 'day', days, from.relative)
}

/** Months of accounts: those that are a quarter, a half or a whole year of the calendar are that. */
function resolveMonths({ count, to }: MonthsAnchor, reference: Reference): Resolved {
  const end = resolveAnchor(to, reference)
  if (!end.days) return date('XXXX-XX', 'month', null, true)
  const { year, month } = civilDay(end.days.last)
  const first = addMonths(dayNumber(year, month, 1), 1 - count)
  const unit = ({ 3: 'quarter', 6: 'half', 12: 'year' } as const)[count]
  const days = { first, last: monthDays(year, month).last }
  const whole = unit && unitAt(unit, first)
  if (whole && whole.days.first === days.first && whole.days.last === days.last) return date(whole.value, unit, days, end.relative)
  return date(`${unitAt('month', first).value}/${unitAt('month', days.last).value}`, unit ?? 'month', days, end.relative)
}

function resolveAround(anchor: AroundAnchor, reference: Reference): Resolved {
  const of = resolveAnchor(anchor.of, reference)
  if (!of.days) return date(unknownUnit[anchor.unit], anchor.unit, null, true)
  // a holiday on a Monday belongs to the weekend before it
  const day = anchor.unit === 'weekend' && weekdayOf(of.days.first) === 1 ? of.days.first - 1 : of.days.first
  const { value, days } = unitAt(anchor.unit, day)
  return date(value, anchor.unit, days, of.relative)
}

function resolveWeek(anchor: WeekAnchor, reference: Reference): Resolved {
  const year = statedYear(anchor, reference)
  if (year === null) return date(`XXXX-W${pad(anchor.number)}`, 'week', null, true)
  const { value, days } = unitAt('week', mondayOfWeek(year, anchor.number))
  return date(value, 'week', days, anchor.year === undefined)
}

/** The day that a time of day alone belongs to. */
function resolveTimeDay(reference: Reference): Resolved {
  const day = reference.sentenceDay ?? reference.documentDay
  return day === null ? date('XXXX-XX-XX', 'day', null, true) : date(isoOfDay(day), 'day', { first: day, last: day }, true)
}

function resolveAnchor(anchor: Anchor, reference: Reference): Resolved {
  switch (anchor.kind) {
    case 'fields':
      return resolveFields(anchor, reference)
    case 'part':
      return resolvePart(anchor, reference)
    case 'shift':
      return resolveShift(anchor, reference)
    case 'years': {
      const value = anchor.unit === 'decade' ? pad(Math.floor(anchor.first / 10), 3) : pad(Math.floor(anchor.first / 100))
      return date(value, anchor.unit, yearsDays(anchor.first, anchor.last), false)
    }
    case 'holiday':
      return resolveHoliday(anchor, reference)
    case 'nth':
      return resolveNth(anchor, reference)
    case 'offset':
      return resolveOffset(anchor, reference)
    case 'months':
      return resolveMonths(anchor, reference)
    case 'around':
      return resolveAround(anchor, reference)
    case 'week':
      return resolveWeek(anchor, reference)
    case 'reference':
      return date(anchor.value, 'vague', null, true)
    case 'time':
      return resolveTimeDay(reference)
  }
}

/** A time of day as TIMEX3 writes it, "T18:00Z". */
function clockValue(clock: Clock): string {
  const second = clock.second === undefined ? '' : `:${pad(clock.second)}`
  return `T${pad(clock.hour)}:${pad(clock.minute ?? 0)}${second}${clock.zone ?? ''}`
}

/**
 * What a date expression means, with its TIMEX3 value.
 * @param expression as the grammar read it
 * @param reference the document's day and what the text said before
 */
export function resolveDate(expression: DateExpression, reference: Reference): Resolved {
  const day = resolveAnchor(expression.anchor, reference)
  const { clock, dayPart } = expression
  if (!clock && !dayPart) return day
  if (clock) return { ...day, type: 'TIME', value: day.value + clockValue(clock), granularity: 'time' }
  return { ...day, type: 'TIME', value: `${day.value}T${dayPart}`, granularity: 'dayPart' }
}

/**
 * What a range of two dates means. What its ends leave open is settled so that the last follows the first.
 * @param from the first member
 * @param to the last member
 */
export function resolveRange(from: DateExpression, to: DateExpression, reference: Reference): Resolved {
  const [first, last] = resolveEnds(from, to, reference)
  const days = first.days && last.days && last.days.last >= first.days.first ? { first: first.days.first, last: last.days.last } : null
  return { ...first, value: `${first.value}/${last.value}`, days, relative: first.relative || last.relative }
}

function resolveEnds(from: DateExpression, to: DateExpression, reference: Reference): readonly [Resolved, Resolved] {
  if (isOpen(from.anchor) && isOpen(to.anchor) && reference.direction() === 'future') {
    // a range that is under way has not ended: its end is to come, and its beginning is the last one before that
    const last = resolveDate(to, { ...reference, direction: () => 'future' })
    return [resolveDate(from, seenFrom(last, reference, 'past')), last]
  }
  if (isWeekdayAlone(from.anchor) && tellsDay(to.anchor)) {
    const last = resolveDate(to, reference)
    return [resolveDate(from, seenFrom(last, reference, 'past')), last]
  }
  const first = resolveDate(from, reference)
  return [first, isOpen(to.anchor) ? resolveDate(to, seenFrom(first, reference, 'future')) : resolveDate(to, reference)]
}

/** "Sunday" of "Sunday to Oct. 30" is the last before that. */
const isWeekdayAlone = (anchor: Anchor): boolean => anchor.kind === 'fields' && anchor.weekday !== undefined && anchor.day === undefined

const tellsDay = (anchor: Anchor): boolean => anchor.kind === 'fields' && anchor.day !== undefined

const seenFrom = (end: Resolved, reference: Reference, direction: Direction): Reference =>
  end.days ? { ...reference, documentDay: end.days.first, sentenceDay: end.days.first, direction: () => direction } : reference

/** Whether an anchor recurs, so that its year or week is chosen. */
const isOpen = (anchor: Anchor): boolean =>
  anchor.kind === 'time' ||
  ((anchor.kind === 'fields' || anchor.kind === 'part' || anchor.kind === 'holiday' || anchor.kind === 'nth') &&
    anchor.year === undefined &&
    anchor.yearShift === undefined &&
    anchor.deixis === undefined)
