import type { ArticleValue } from '../../evidence/articleAnalysis'
import { WordRole, type PlacedValue, type SubjectWords } from '../../evidence/passageAnalysis'
import type { DateMention, Granularity } from '../../recognize/date'
import { civilDay } from '../../recognize/dates/calendar'
import { datesPublication } from '../alignment/saying'
import { conceptNamed } from '../../words/concepts'
import { related } from '../../words/synonyms'
import { compareDates, endMeant, endOf } from '../../values/compareDates'
import { agree, type Comparison } from '../../values/comparison'
import { apart, compareValues, type Value } from '../../values/value'

/** Which values of articles can speak for or against a claim, before any look at the words around them. */

/**
 * A bound that a value meets from afar ("under 100,000" and 1,000) neither supports nor contradicts: more than twice or half is far. So
 * it is with the weekday of another time: more than three weeks are far.
 */
const FAR_APART = 0.7

/** Days that a season has, and more than a month. */
const LONG = 62

/** Days from the first to the last of a week. */
const WEEK = 6

/** An order of magnitude ("dozens", "recently") may agree with a value; it is too little for a contradiction. */
const isVague = (value: Value): boolean =>
  value.kind === 'figure' ? value.figure.vague : value.date.granularity === 'vague' || countsVaguely.test(value.date.text)

/** Whether both values tell how many digits a number has: "triple-digit" and "double-digit". */
const areOrders = (a: Value, b: Value): boolean =>
  a.kind === 'figure' && b.kind === 'figure' && a.figure.dimension === 'digits' && b.figure.dimension === 'digits'

/** "a few days ago" */
const countsVaguely = /\b(?:few|several|some|couple)\b/i

const isRange = (value: Value): boolean => value.kind === 'date' && value.date.writtenLast !== null

/** Whether a stretch lies around a day or month and holds so many that it says nothing of this one: a week around a day, a year around a month. */
const isTooLong = (claim: Value, evidence: Value): boolean =>
  claim.kind === 'date' &&
  evidence.kind === 'date' &&
  evidence.date.writtenLast === null &&
  lengthOf(evidence.date) >= mostAround(claim.date)

/** How many days a stretch around a date may have to say something of it. */
const mostAround = ({ written }: DateMention): number =>
  written.day !== undefined || written.weekday !== undefined ? WEEK : written.month !== undefined ? LONG : Infinity

/** Whether a claim tells when something begins or ends, which a stretch of days around that does not say: "until 29 May", "next week". */
const isEndWithin = (claim: Value, evidence: Value): boolean =>
  claim.kind === 'date' &&
  evidence.kind === 'date' &&
  (claim.date.relation === 'until' || claim.date.relation === 'since' || claim.date.relation === 'end') &&
  evidence.date.writtenLast === null &&
  evidence.date.relation !== claim.date.relation &&
  evidence.date.granularity !== claim.date.granularity &&
  lengthOf(evidence.date) > lengthOf(claim.date)

const lengthOf = ({ days }: DateMention): number => (days === null ? 0 : days.last - days.first)

/** Granularities of what a weekday may lie in and be wrong about: a day of this week says nothing of a quarter or a year. */
const besideWeekdays: ReadonlySet<Granularity> = new Set(['time', 'dayPart', 'day', 'weekend'])

/** Whether one of two dates is a weekday, which does not tell its week, and the other a week or a longer time. */
const isWeekdayBesidePeriod = (claim: Value, evidence: Value): boolean => {
  if (claim.kind !== 'date' || evidence.kind !== 'date') return false
  const [a, b] = [claim.date, evidence.date]
  return (isWeekday(a) && !besideWeekdays.has(b.granularity)) || (isWeekday(b) && !besideWeekdays.has(a.granularity))
}

const isWeekday = ({ written }: DateMention): boolean => written.weekday !== undefined && written.month === undefined

/** Whether one of two dates is told by the months of accounts and the other as a quarter or half, which need not be the calendar's. */
const areOtherQuarters = (claim: Value, evidence: Value): boolean =>
  claim.kind === 'date' &&
  evidence.kind === 'date' &&
  isQuarter(claim.date) &&
  isQuarter(evidence.date) &&
  countsMonths.test(claim.date.text) !== countsMonths.test(evidence.date.text)

const countsMonths = /\bmonths\b/i

/** Whether evidence only puts things in order, "earlier in October", where a claim tells a day: too loose to hold against it. */
const isOrderBesideDay = (claim: Value, evidence: Value): boolean =>
  claim.kind === 'date' &&
  evidence.kind === 'date' &&
  ordersOnly.test(evidence.date.text) &&
  evidence.date.written.weekday === undefined &&
  (claim.date.written.day !== undefined || claim.date.written.weekday !== undefined)

const ordersOnly = /^(?:earlier|later)\b/i

const isQuarter = ({ granularity }: DateMention): boolean => granularity === 'quarter' || granularity === 'half'

/** What an ordinal may rank: its noun, and the word right after it ("fourth quarter decline"). */
const rankedBy = ({ noun, last }: PlacedValue | ArticleValue, { concepts }: SubjectWords): number[] =>
  [noun, concepts[last] ?? 0].filter(concept => concept !== 0)

/** "The fifth time that they talked" ranks whatever happens. */
const TIME = conceptNamed('time')

/** Whether two ordinals rank other things: the third meeting is not wrong because of a second term. */
function rankOthers(claim: PlacedValue, inDraft: SubjectWords, evidence: ArticleValue, inArticle: SubjectWords): boolean {
  if (claim.value.kind !== 'figure' || claim.value.figure.dimension !== 'ordinal' || claim.noun === 0 || evidence.noun === 0) return false
  if (claim.noun === TIME || evidence.noun === TIME) return false
  const theirs = rankedBy(evidence, inArticle)
  return rankedBy(claim, inDraft).every(mine => theirs.every(other => related(mine, other) === 0))
}

/** Whether a claim ranks what a source counts: after five rounds a sixth may follow. */
const ranksBeyond = (claim: PlacedValue, evidence: ArticleValue): boolean =>
  claim.value.kind === 'figure' &&
  evidence.value.kind === 'figure' &&
  claim.value.figure.dimension === 'ordinal' &&
  evidence.value.figure.dimension === 'count'

const isBroken = ({ value }: PlacedValue | ArticleValue): boolean =>
  value.kind === 'figure' && value.figure.dimension === 'count' && value.figure.step < 1

/** Whether one of two numbers has decimals and they count other things: 3.6 points and 212 votes. */
const countOthers = (claim: PlacedValue, evidence: ArticleValue): boolean =>
  isBroken(claim) !== isBroken(evidence) && claim.noun !== 0 && evidence.noun !== 0 && related(claim.noun, evidence.noun) === 0

/** Whether two figures lie so far apart that no slip makes one of the other: a profit and what a share earns. */
const areOfOtherSize = (claim: Value, evidence: Value): boolean => claim.kind === 'figure' && apart(claim, evidence) > OTHER_SIZE

/** More than a slip of three scales, billions for thousands; as the logarithm of a ratio. */
const OTHER_SIZE = Math.log(2e6)

/** Whether two values that differ can contradict each other: both say something definite of one kind of thing. */
const canDiffer = (claim: PlacedValue, inDraft: SubjectWords, evidence: ArticleValue, inArticle: SubjectWords): boolean =>
  ((!isVague(evidence.value) && !isVague(claim.value)) || areOrders(claim.value, evidence.value)) &&
  !isWeekdayBesidePeriod(claim.value, evidence.value) &&
  !areOtherQuarters(claim.value, evidence.value) &&
  !isOrderBesideDay(claim.value, evidence.value) &&
  !areOfOtherSize(claim.value, evidence.value) &&
  !countOthers(claim, evidence) &&
  !ranksBeyond(claim, evidence) &&
  !datesPublication(inDraft, claim) &&
  !rankOthers(claim, inDraft, evidence, inArticle) &&
  editionOf(claim, inDraft) === editionOf(evidence, inArticle)

/**
 * The name after a year that tells which of the events of that name is meant ("the 2015 Masters"), as a concept; 0 for none. "The 2004
 * Masters" says nothing of "the 2016 Olympics", nor of what was in 2015.
 */
function editionOf({ value, last }: PlacedValue | ArticleValue, { concepts, roles }: SubjectWords): number {
  const isYear = value.kind === 'date' && value.date.granularity === 'year' && value.date.writtenLast === null
  return isYear && roles[last] === WordRole.name ? concepts[last] : 0
}

/**
 * Whether an article's value can speak for or against a claim at all.
 * @param comparison how the two compare
 * @param inDraft the words that the claim stands among
 * @param inArticle the words that the article's value stands among
 */
export function speaks(
  comparison: Comparison,
  claim: PlacedValue,
  inDraft: SubjectWords,
  evidence: ArticleValue,
  inArticle: SubjectWords,
): boolean {
  if (comparison === 'incomparable') return false
  if (comparison === 'different') return canDiffer(claim, inDraft, evidence, inArticle)
  // a day within a stretch of days does not say when the stretch begins and ends
  if (isRange(claim.value) && !isRange(evidence.value)) return false
  if (isTooLong(claim.value, evidence.value) || isEndWithin(claim.value, evidence.value)) return false
  const isNear = apart(claim.value, evidence.value) <= FAR_APART
  return isNear || tellSame(comparison, claim.value, evidence.value) || liesWithin(evidence.value, claim.value)
}

/** Whether a date is part of the time that another one tells: "August 2020" of "2020". */
const liesWithin = (part: Value, whole: Value): boolean =>
  part.kind === 'date' &&
  whole.kind === 'date' &&
  part.date.days !== null &&
  whole.date.days !== null &&
  whole.date.days.first <= part.date.days.first &&
  part.date.days.last <= whole.date.days.last

/** {@link statesSame} of two values that compare so. */
function tellSame(comparison: Comparison, a: Value, b: Value): boolean {
  if (comparison !== 'compatible' || a.kind !== 'date' || b.kind !== 'date') return comparison === 'equal'
  const [mine, theirs] = [endMeant(a.date, b.date), endMeant(b.date, a.date)]
  const day = dayOfMonth(mine)
  return day !== null && day === dayOfMonth(theirs) && mine.written.hour === theirs.written.hour
}

/** The day of the month that a date tells, or that it comes to ("two days after that"); null for none. */
const dayOfMonth = ({ written, days }: DateMention): number | null =>
  written.day ?? (days !== null && days.first === days.last && written.weekday === undefined ? civilDay(days.first).day : null)

/** Whether two values are one, as far as both are told: "November 8" and "8 November 2025", but not "8 November at 6 p.m.". */
export const statesSame = (a: Value, b: Value): boolean => tellSame(compareValues(a, b), a, b)

/** Whether a date tells a day as closely as another one does, or its month where that tells no day. */
function isAsClose(claim: DateMention, evidence: DateMention): boolean {
  const { written, days } = evidence
  const isDay = days === null ? written.day !== undefined : days.first === days.last
  if (claim.written.day !== undefined) return isDay
  if (claim.written.weekday !== undefined) return isDay || written.weekday !== undefined
  return claim.written.month === undefined || written.month !== undefined || (days !== null && lengthOf(evidence) < LONG)
}

/** Whether a stretch of days bears out a single one: by one of its ends. */
const isEndOf = (claim: DateMention, range: DateMention): boolean =>
  (['first', 'last'] as const).some(end => agree(compareDates(claim, endOf(range, end))))

/**
 * Whether a source's value that agrees with a claim tells as much as the claim does. A month does not bear out a day in it, nor a stretch
 * of days one in its midst, nor "dozens" 24.
 */
export function bearsOut(claim: Value, evidence: Value): boolean {
  if (claim.kind === 'date' && evidence.kind === 'date') {
    const theirs = endMeant(evidence.date, claim.date)
    if (claim.date.writtenLast !== null || theirs.writtenLast === null) return isAsClose(claim.date, theirs)
    return isEndOf(claim.date, theirs)
  }
  if (claim.kind !== 'figure' || evidence.kind !== 'figure' || claim.figure.vague || claim.figure.bound === 'range') return true
  const { vague, bound, low, high } = evidence.figure
  const stated = claim.figure.high ?? claim.figure.low
  return !vague && (bound !== 'range' || low === stated || high === stated)
}
