import { agree } from './comparison'
import type { DateMention, Granularity, WrittenFields } from '../recognize/date'
import { civilDay, dayNumber, isoOfDay, weekdayOf } from '../recognize/dates/calendar'
import { compareTimes } from './compareTimes'

/** How two values stand to each other. `compatible`: one may be the other, told more coarsely. */
export type DateComparison = 'equal' | 'compatible' | 'different' | 'incomparable'

type Days = { readonly first: number; readonly last: number }

const calendarFields = ['year', 'month', 'day', 'weekday'] as const

/** Longest stretch, in days, of which the single days are looked at: two months. */
const SHORT_STRETCH = 62

/**
 * Compares two dates, minding how coarsely each is told: "in November" goes with 10 November, "2025" with a day in it, "Saturday" with
 * a Saturday. What a date leaves open (its year, its week, whether 10/11 is in October or November) is no ground for a difference.
 * Symmetric.
 * @param claim a date in a draft
 * @param evidence a date in an article
 */
export function compareDates(claim: DateMention, evidence: DateMention): DateComparison {
  const comparison = compareReadings(claim, evidence)
  if (comparison !== 'different') return comparison
  const [other, otherEvidence] = [dayFirst(claim), dayFirst(evidence)]
  const further = [other && [other, evidence], otherEvidence && [claim, otherEvidence]] as const
  for (const pair of further) {
    const again = pair ? compareReadings(pair[0], pair[1]) : comparison
    if (again !== 'different') return again
  }
  return comparison
}

const pointsToYear = /\b(?:this|last|next|past|coming|previous|following)\b/i

/** Whether a date tells no year, nor points to one: "on 3 November". */
const tellsNoYear = ({ written, writtenLast, text }: DateMention): boolean =>
  written.month !== undefined && written.year === undefined && writtenLast === null && !pointsToYear.test(text)

/**
 * Compares a draft's date with an article's as {@link compareDates} does, but that a draft which tells no year does not deny one that
 * the article tells: "on 3 November" may be 3 November 2023, whenever the draft was written.
 */
export function compareClaimedDate(claim: DateMention, evidence: DateMention): DateComparison {
  const comparison = compareDates(claim, evidence)
  if (comparison !== 'different' || !tellsNoYear(claim) || evidence.written.year === undefined || evidence.writtenLast) return comparison
  const { month, day } = claim.written
  return month === evidence.written.month && day === evidence.written.day && !haveOtherWeekdays(claim, evidence) ? 'compatible' : comparison
}

const twoNumbers = /^\d{1,2}([-/])\d{1,2}\1\d{2,4}$/

/** The other reading of a date that is written in numbers and was read with its month first, "10/11/2025"; null where there is none. */
export function dayFirst(mention: DateMention): DateMention | null {
  const { year, month, day } = mention.written
  if (year === undefined || month === undefined || day === undefined || day > 12 || day === month || !twoNumbers.test(mention.text))
    return null
  const meant = dayNumber(year, day, month)
  return {
    ...mention,
    days: { first: meant, last: meant },
    timex: { ...mention.timex, value: isoOfDay(meant) },
    written: { ...mention.written, month: day, day: month },
  }
}

function compareReadings(claim: DateMention, evidence: DateMention): DateComparison {
  const day = compareDays(endMeant(claim, evidence), endMeant(evidence, claim))
  if (day === 'different' || day === 'incomparable') return day
  if (haveOtherWeekdays(claim, evidence)) return 'different'
  const time = compareTimes(claim, evidence)
  if (time === 'different' || (day === 'equal' && time === 'equal')) return time
  return 'compatible'
}

/** Whether two days are told with different weekdays: "Friday, 22 October" is wrong of a Wednesday that is the 22nd. */
const haveOtherWeekdays = (a: DateMention, b: DateMention): boolean =>
  a.writtenLast === null &&
  b.writtenLast === null &&
  a.written.weekday !== undefined &&
  b.written.weekday !== undefined &&
  a.written.weekday !== b.written.weekday

/** One end of a range, as a date of its own. */
export const endOf = (range: DateMention, end: 'first' | 'last'): DateMention => ({
  ...range,
  timex: { ...range.timex, value: range.timex.value.split('/').at(end === 'first' ? 0 : -1)! },
  days: range.days && { first: range.days[end], last: range.days[end] },
  written: end === 'first' ? range.written : range.writtenLast!,
  writtenLast: null,
})

/** The end of a range that another date says how long something lasts by: "until 28 October" tells of the end of "Sunday to Oct. 30". */
export function endMeant(range: DateMention, { relation, writtenLast }: DateMention): DateMention {
  if (range.writtenLast === null || writtenLast !== null) return range
  return relation === 'until' || relation === 'end' ? endOf(range, 'last') : relation === 'since' ? endOf(range, 'first') : range
}

function compareDays(a: DateMention, b: DateMention): DateComparison {
  if (isTimeAlone(a) || isTimeAlone(b)) return a.granularity === 'time' && b.granularity === 'time' ? 'equal' : 'incomparable'
  if (a.granularity === 'vague' || b.granularity === 'vague') return 'incomparable'
  if (isFiscal(a) !== isFiscal(b)) return compareFields({ year: a.written.year }, { year: b.written.year })
  if (a.days && b.days) return compareResolved(a, b, daysMeant(a)!, daysMeant(b)!)
  if (a.days) return compareWithOpen(daysMeant(a)!, b, a.writtenLast !== null)
  if (b.days) return compareWithOpen(daysMeant(b)!, a, b.writtenLast !== null)
  return compareOpen(a, b)
}

/** Whether a time of day stands alone, so that its day is only a guess. */
const isTimeAlone = ({ granularity, written, relative }: DateMention): boolean =>
  granularity === 'time' && relative && calendarFields.every(field => written[field] === undefined)

/** A year of accounts has no days of its own in the calendar. */
const isFiscal = (mention: DateMention): boolean => mention.timex.value.startsWith('FY')

function compareResolved(a: DateMention, b: DateMention, aDays: Days, bDays: Days): DateComparison {
  const overlap = aDays.first <= bDays.last && bDays.first <= aDays.last
  if (aDays.first === bDays.first && aDays.last === bDays.last) return opposed(a, b) ? 'different' : 'equal'
  if (shareOpenFields(a, b, aDays, bDays)) return 'compatible'
  if (a.writtenLast && b.writtenLast && a.granularity === b.granularity) return 'different'
  const contained = (aDays.first <= bDays.first && bDays.last <= aDays.last) || (bDays.first <= aDays.first && aDays.last <= bDays.last)
  if (contained || (overlap && a.granularity !== b.granularity)) return 'compatible'
  const slack = slackOf(a) + slackOf(b)
  return aDays.first <= bDays.last + slack && bDays.first <= aDays.last + slack && slack > 0 ? 'compatible' : 'different'
}

/** "early 2009" and "late 2009" are not the same. */
const opposed = (a: DateMention, b: DateMention): boolean => {
  const marks = [a.timex.mod, b.timex.mod]
  return marks.includes('START') && marks.includes('END')
}

/** Which part of a month or year "early", "mid" and "late" may mean, as shares of it: generously, as writers differ. */
const partMeant = { START: [0, 0.45], MID: [0.2, 0.8], END: [0.55, 1] } as const

const namesPart = /^(?:the )?(?:early|mid|late|start|beginning|middle|end|close)\b/i

/** The days that a month or year told with "early", "mid" or "late" leaves; "earlier in October" leaves all that have passed. */
function daysMeant({ timex, granularity, text, days }: DateMention): Days | null {
  const part = timex.mod === 'START' || timex.mod === 'MID' || timex.mod === 'END' ? partMeant[timex.mod] : null
  if (!days || !part || (granularity !== 'month' && granularity !== 'year') || !namesPart.test(text)) return days
  const length = days.last - days.first
  return { first: days.first + Math.floor(part[0] * length), last: days.first + Math.ceil(part[1] * length) }
}

/** Days by which a unit may be off that is counted in round numbers from the document's date: "two weeks ago", "three months ago". */
const slackOfUnit: Partial<Record<Granularity, number>> = { week: 3, month: 10, season: 31 }

/** Days by which a week is off that is named and not counted, "next week": for some it begins on a Sunday. */
const SUNDAY = 1

const namesUnit = /\b(?:this|next|last|past|coming|previous|following)\b/i

/** Days by which a year may be off that is told as about right: two years. */
const APPROXIMATE = 730

function slackOf(mention: DateMention): number {
  const { timex, granularity, relative, written, text } = mention
  if (timex.mod === 'APPROX') return APPROXIMATE
  if (granularity !== 'season' && !(relative && isEmpty(written))) return 0
  if (granularity !== 'season' && namesUnit.test(text)) return granularity === 'week' ? SUNDAY : 0
  return slackOfUnit[granularity] ?? 0
}

const isEmpty = (fields: WrittenFields): boolean => Object.keys(fields).length === 0

/**
 * Whether two resolved dates differ only in a part that neither text wrote: the week of a weekday, or the year where no text names
 * one. Such a part is only as sure as the documents' dates.
 */
function shareOpenFields(a: DateMention, b: DateMention, aDays: Days, bDays: Days): boolean {
  const weekday = [a, b].find(isWeekdayAlone)
  if (weekday) {
    const other = weekday === a ? b : a
    const days = weekday === a ? bDays : aDays
    if (weekday.writtenLast || other.writtenLast) return false
    if (other.granularity === 'week') return isNear(weekday === a ? aDays : bDays, days)
    if (days.first !== days.last) return false
    return (other.relative || isWeekdayAlone(other)) && weekdayOf(days.first) === weekday.written.weekday
  }
  if (!writesMonthOnly(a) || !writesMonthOnly(b)) return false
  return compareOpen(a, b) === 'equal'
}

/** Whether a weekday that was put into one week may as well be of the week beside it. */
const isNear = (weekday: Days, week: Days): boolean => weekday.first >= week.first - 7 && weekday.last <= week.last + 7

const isWeekdayAlone = ({ written, relative }: DateMention): boolean =>
  relative && written.weekday !== undefined && written.month === undefined && written.year === undefined

const writesMonthOnly = ({ written }: DateMention): boolean => written.month !== undefined && written.year === undefined

/** Compares two dates of which at least one is not resolved, by the fields that both write. */
function compareOpen(a: DateMention, b: DateMention): DateComparison {
  const periods = [periodOf(a), periodOf(b)]
  if (periods[0] !== null && periods[1] !== null) return comparePeriods(a, b)
  const first = compareFields(a.written, b.written)
  if (!a.writtenLast && !b.writtenLast) return first
  if (a.writtenLast && b.writtenLast) {
    const last = compareFields(a.writtenLast, b.writtenLast)
    if (first === 'incomparable' || last === 'incomparable') return 'incomparable'
    return first === last ? first : first === 'different' || last === 'different' ? 'different' : 'compatible'
  }
  return compareWithOpenRange(a.writtenLast ? a : b, a.writtenLast ? b : a)
}

/** The season, quarter, half-year, weekend or fiscal year in a TIMEX3 value: "SP", "Q3", "WE", "FY". */
const periodOf = ({ timex }: DateMention): string | null => /-(SP|SU|FA|WI|[QH]\d|WE)$/.exec(timex.value)?.[1] ?? null

function comparePeriods(a: DateMention, b: DateMention): DateComparison {
  const [one, other] = [periodOf(a)!, periodOf(b)!]
  if (one[0] === 'Q' || one[0] === 'H' ? one[0] !== other[0] : one.length !== other.length) return 'incomparable'
  if (one !== other) return 'different'
  if (a.written.year === b.written.year) return 'equal'
  return a.written.year === undefined || b.written.year === undefined ? 'compatible' : 'different'
}

function compareFields(a: WrittenFields, b: WrittenFields): DateComparison {
  let shared = 0
  let alone = 0
  for (const field of calendarFields) {
    if (a[field] !== undefined && b[field] !== undefined) {
      if (a[field] !== b[field]) return 'different'
      shared++
    } else if (a[field] !== undefined || b[field] !== undefined) alone++
  }
  return shared === 0 ? 'incomparable' : alone === 0 ? 'equal' : 'compatible'
}

/** A single date against a range, neither resolved: within it, where both write a month and day or a weekday. */
function compareWithOpenRange(range: DateMention, single: DateMention): DateComparison {
  const order = (fields: WrittenFields): number | undefined =>
    fields.month !== undefined && fields.day !== undefined ? fields.month * 100 + fields.day : undefined
  const [first, last, at] = [order(range.written), order(range.writtenLast!), order(single.written)]
  if (first === undefined || last === undefined || at === undefined) {
    const ends = [compareFields(range.written, single.written), compareFields(range.writtenLast!, single.written)]
    return ends.some(agree) ? 'compatible' : 'incomparable'
  }
  const inside = first <= last ? first <= at && at <= last : at >= first || at <= last
  return inside ? 'compatible' : 'different'
}

/**
 * A stretch of known days against a date whose year or week is open.
 * @param isRange whether both ends of the stretch are written, so that they can be wrong; "this week" only lies around what is meant
 */
function compareWithOpen(days: Days, open: DateMention, isRange: boolean): DateComparison {
  const period = periodOf(open)
  if (period !== null) return comparePeriodWithDays(period, days, open)
  const { written, writtenLast } = open
  if (writtenLast) {
    const ends = [
      compareDaysWithFields({ first: days.first, last: days.first }, written),
      compareDaysWithFields({ first: days.last, last: days.last }, writtenLast),
    ]
    if (ends.includes('incomparable')) return 'incomparable'
    if (!ends.includes('different')) return 'compatible'
    if (days.first === days.last && !isRange) return compareDayWithOpenRange(days.first, open, ends.includes('compatible'))
    return !isRange && reachesOpen(days, open) ? 'compatible' : 'different'
  }
  return compareDaysWithFields(days, written)
}

const SEASONS = ['SP', 'SU', 'FA', 'WI']

/** A season, quarter or weekend of an open year against known days: whether the days may lie in it. */
function comparePeriodWithDays(period: string, days: Days, { written }: DateMention): DateComparison {
  const { year } = civilDay(days.first)
  if (written.year !== undefined && written.year !== year) return 'different'
  if (days.last - days.first >= SHORT_STRETCH * 3) return 'incomparable'
  if (period === 'WE') return days.last - days.first > 6 ? 'incomparable' : weekdayOf(days.last) >= 6 ? 'compatible' : 'different'
  const middle = civilDay((days.first + days.last) >> 1).month
  const quarter = Math.floor((middle - 1) / 3) + 1
  if (period[0] === 'Q') return Number(period[1]) === quarter ? 'compatible' : 'different'
  if (period[0] === 'H') return Number(period[1]) === (quarter <= 2 ? 1 : 2) ? 'compatible' : 'different'
  // seasons have soft edges: a month on either side of the three counts
  const middleOfSeason = 3 * SEASONS.indexOf(period) + 4
  const away = Math.abs(middle - middleOfSeason) % 12
  return Math.min(away, 12 - away) <= 2 ? 'compatible' : 'different'
}

/** A known day against a range whose year, or week, is open. Where an end is a weekday, only the ends themselves can be compared. */
function compareDayWithOpenRange(day: number, range: DateMention, isEnd: boolean): DateComparison {
  if (isEnd) return 'compatible'
  if (range.written.weekday !== undefined || range.writtenLast!.weekday !== undefined) return 'incomparable'
  return isWithinOpen(day, range) ? 'compatible' : 'different'
}

/** Days of the longest stretch that can be told from others around a range of days and months: a year lies around every one. */
const YEAR = 365

/** Whether some of a stretch of days lies between the ends of a range whose year is open. */
function reachesOpen(days: Days, range: DateMention): boolean {
  if (days.last - days.first >= YEAR) return true
  for (let day = days.first; day <= days.last; day++) if (isWithinOpen(day, range)) return true
  return false
}

/** Whether a day lies between the ends of a range whose year is open. */
function isWithinOpen(day: number, { written, writtenLast }: DateMention): boolean {
  const civil = civilDay(day)
  const at = civil.month * 100 + civil.day
  const low = (written.month ?? civil.month) * 100 + (written.day ?? 1)
  const high = (writtenLast!.month ?? civil.month) * 100 + (writtenLast!.day ?? 31)
  return low <= at && at <= high
}

function compareDaysWithFields(days: Days, fields: WrittenFields): DateComparison {
  if (calendarFields.every(field => fields[field] === undefined)) return 'incomparable'
  const length = days.last - days.first + 1
  if (length > SHORT_STRETCH) {
    const [from, to] = [civilDay(days.first), civilDay(days.last)]
    if (fields.year !== undefined) return fields.year >= from.year && fields.year <= to.year ? 'compatible' : 'different'
    if (fields.month === undefined || length >= 365) return 'incomparable'
    const inMonths =
      from.year === to.year
        ? fields.month >= from.month && fields.month <= to.month
        : fields.month >= from.month || fields.month <= to.month
    return inMonths ? 'compatible' : 'different'
  }
  const coarse = fields.day === undefined && fields.month === undefined && length >= 7
  if (coarse) return 'incomparable'
  for (let day = days.first; day <= days.last; day++) if (matches(day, fields)) return 'compatible'
  return 'different'
}

function matches(day: number, fields: WrittenFields): boolean {
  const civil = civilDay(day)
  return (
    (fields.year === undefined || fields.year === civil.year) &&
    (fields.month === undefined || fields.month === civil.month) &&
    (fields.day === undefined || fields.day === civil.day) &&
    (fields.weekday === undefined || fields.weekday === weekdayOf(day))
  )
}
