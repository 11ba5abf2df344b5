import { isCivilDay, isoOfDay, weekdayOf } from '../recognize/dates/calendar'
import type { Span } from '../text/span'
import { completedDay, datesIn, daysIn, FULL_YEAR, yearsIn, type DayInText, type WrittenDay } from './writtenDay'

/** An article's texts, by what they can tell. */
export interface DatedTexts {
  /** Addresses of the article, the published one first. */
  readonly addresses: readonly string[]
  /** The first and last blocks, where pages say what they are. */
  readonly edges: readonly string[]
  /** The first blocks that are the story's own, captions included. */
  readonly head: readonly string[]
  /** All blocks that may tell a year. */
  readonly all: readonly string[]
}

const LONGEST_LINE = 160
const LONGEST_CAPTION = 400
const SHORTEST_PARAGRAPH = 80
/** A line with this much besides its date is more than a date and clock time. */
const BESIDES_DATE = 25
const PARAGRAPHS = 5

// "Published: …" goes before "Updated: …", and both before a byline's date
const labels = [/\b(?:published|posted|date|dated|created)\b/i, /\b(?:updated|modified)\b/i, /^by\s/i]

/** A line that is about the article: short and no sentence, "5:03 p.m." at its end aside. */
const isLine = (text: string): boolean => text.length <= LONGEST_LINE && !/(?<![ap]\.m)[.!?]["”]?$/i.test(text.slice(-6))

/** "Published: October 24, 2025", "By Jane Doe | Oct 24, 2025", "Friday, 24 October 2025, 10:15": a date on a line that is no sentence. */
function statedDay(edges: readonly string[]): WrittenDay | null {
  const days = [...daysIn(edges.filter(isLine), FULL_YEAR)].filter(({ day }) => day.year !== null)
  const fills = ({ text, mention }: DayInText): boolean => text.length - (mention.end - mention.start) <= BESIDES_DATE
  const stated = labels.map(label => days.find(({ text }) => label.test(text))).find(found => found !== undefined)
  return (stated ?? days.find(fills))?.day ?? null
}

const PREPOSITION = /^(?:On|In|By|Since|Until|From|Before|After|As|At|For)$/

/** Whether the words before a date could be the place of a date line: few, and all names. */
function isPlace(text: string): boolean {
  const words = text.split(/[\s,/“"–—-]+/).filter(word => word !== '')
  return words.length <= 6 && words.every(word => /^\p{Lu}/u.test(word) && !PREPOSITION.test(word))
}

/** Letters that a date line's place, or the agency after its date, takes at most. */
const LONGEST_PLACE = 60

const DATE_LINE = /^[^\n]{3,100}?(?: [-–—]{1,2} |—|:\s)/
/** What may stand after the date of a date line before its dash: the agency, in brackets. */
const AGENCY = String.raw`^\.?,? ?(?:\([^()]{2,40}\) ?)?`
const BEHIND_DATE = new RegExp(`${AGENCY}[-–—:\\s]{1,4}$`)
const DASH_BEHIND = new RegExp(`${AGENCY}[-–—]`)
const IN_CAPITALS = /^\p{Lu}{3}/u

/** Whether a date is that of a date line that a text begins with: it says when an agency's report was sent, not what happened. */
export function isInDateLine(text: string, { start, end }: Span): boolean {
  const place = start <= LONGEST_PLACE ? text.slice(0, start).trim() : ''
  return IN_CAPITALS.test(place) && isPlace(place) && DASH_BEHIND.test(text.slice(end, end + LONGEST_PLACE))
}

/** Letters that a line about an article takes at most: "Morning Express, Monday 13 April 2026". */
const LONGEST_CREDIT = 60

/**
 * Whether a date stands on a line with its year and, besides, nothing but a few names: it says when an article was published, not what
 * happened.
 */
export function isInCreditLine(text: string, { start, end }: Span): boolean {
  const from = text.lastIndexOf('\n', start) + 1
  const line = text.indexOf('\n', end)
  const to = line < 0 ? text.length : line
  return (
    to - from <= LONGEST_CREDIT &&
    FULL_YEAR.test(text.slice(start, end)) &&
    isPlace(text.slice(from, start)) &&
    isPlace(text.slice(end, to))
  )
}

/** "WASHINGTON, Oct 23 (Reuters) –": what an agency's report begins with. The line is read apart: a dash after it is no range. */
function dateLineDay(story: readonly string[]): WrittenDay | null {
  const lines = story.slice(0, PARAGRAPHS).map(text => DATE_LINE.exec(text)?.[0] ?? '')
  for (const { text: line, mention, day } of daysIn(lines, /\d/)) {
    if (isPlace(line.slice(0, mention.start)) && BEHIND_DATE.test(line.slice(mention.end))) return day
  }
  return null
}

const LATER = /\b(?:will|would|due|expected|expects|scheduled|set to|plans?|planned|next|coming|upcoming)\b/i

/** Whether the sentence speaks, up to an offset, of what is still to come. */
const isStillToCome = (text: string, at: number): boolean => LATER.test(text.slice(text.lastIndexOf('. ', at) + 1, at))

/** What every weekday has, however it is written. */
const WEEKDAY = /mon|tue|wed|thu|fri|sat|sun/i

/** "on Saturday morning (Oct 25)": weekday and date together, as agencies' clients add them for the day that is reported on. */
function bracketedDay(story: readonly string[]): WrittenDay | null {
  const told = story.slice(0, PARAGRAPHS).filter(text => WEEKDAY.test(text))
  for (const { text, mention, day } of daysIn(told, /\([^()]{0,12}\d{1,2}/)) {
    if (day.weekday !== null && mention.text.includes('(') && !isStillToCome(text, mention.start)) return day
  }
  return null
}

/** The full date of a photo's caption: a credit follows it, or it stands at the caption's end with its weekday. */
function captionDay(head: readonly string[]): WrittenDay | null {
  const captions = head.filter(text => text.length <= LONGEST_CAPTION)
  for (const { text, mention, day } of daysIn(captions, FULL_YEAR)) {
    if (day.year === null) continue
    const isCredited = /^[.,]? ?(?:\(|[-–—] ?\p{Lu}|\p{Lu}{2,}|Photo)/u.test(text.slice(mention.end, mention.end + 12))
    if (isCredited || (day.weekday !== null && mention.end > text.length - LONGEST_LINE / 2)) return day
  }
  return null
}

/**
 * The day of a report with a photo of `photoDay`. A photo is as old as its report or a day or two older; the first weekday in the
 * report that is not still to come is the day it reports on.
 */
function dayAfterPhoto(photoDay: number, story: readonly string[]): number {
  for (const text of story) {
    for (const { written, start } of datesIn(text)) {
      if (written.weekday === undefined || written.day !== undefined || isStillToCome(text, start)) continue
      const ahead = (written.weekday - weekdayOf(photoDay) + 7) % 7
      return ahead <= 2 ? photoDay + ahead : photoDay
    }
  }
  return photoDay
}

/** A date in an address: "/2025/10/25/", "2025-10-25-talks.md". */
function dayOfAddress(address: string): WrittenDay | null {
  const found = /(?:^|\D)((?:19|20)\d{2})([-/_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(address)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[3]), Number(found[4])]
  return isCivilDay(year, month, day) ? { year, month, day, weekday: null } : null
}

/**
 * The day an article was published, from its text: a line that states it, the address, the agency's date line, a weekday with its date
 * in brackets, a photo's caption. Where month and day alone are written another date of the text gives the year.
 * @returns an ISO date, or null where the text does not tell
 */
export function findPublicationDay({ addresses, edges, head, all }: DatedTexts): string | null {
  const story = head.filter(text => text.length > SHORTEST_PARAGRAPH)
  const years = (): readonly number[] => yearsIn(all)
  const readers = [() => statedDay(edges), () => dateLineDay(story), () => bracketedDay(story), () => firstOf(addresses, dayOfAddress)]
  for (const read of readers) {
    const written = read()
    const day = written && completedDay(written, years)
    if (day !== null) return isoOfDay(day)
  }
  const photo = captionDay(head)
  const photoDay = photo && completedDay(photo, years)
  return photoDay === null ? null : isoOfDay(dayAfterPhoto(photoDay, story))
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = read(item)
    if (found !== null) return found
  }
  return null
}
