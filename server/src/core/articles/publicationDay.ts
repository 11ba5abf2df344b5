import { dayNumber, isCivilDay, isoOfDay, weekdayOf } from '../recognize/dates/calendar'
import { recognizeDates } from '../recognize/dates/recognizeDates'
import type { DateMention, WrittenFields } from '../recognize/date'
import type { Block } from '../text/blocks'
import { readPassage } from '../text/passage'
import type { Noise } from './article'

/** So many blocks at the start and end are looked at for the day of publication, and so many more for a year. */
const HEAD = 12
const TAIL = 6
const YEARS_IN = 60
const LONGEST_LINE = 160
const SHORTEST_PARAGRAPH = 80

/** A day of a year that may not be written, as a text gives it. */
interface WrittenDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** Monday 1 to Sunday 7, where the text names it with the date. */
  readonly weekday: number | null
}

interface DatedText {
  readonly text: string
  readonly mentions: readonly DateMention[]
}

function datesInText(text: string): DateMention[] {
  const { tokens, sentences } = readPassage(text)
  return recognizeDates(tokens, sentences, { documentDay: null })
}

const datesIn = ({ prose }: Block): DatedText => ({ text: prose.text, mentions: datesInText(prose.text) })

function writtenDay({ year, month, day, weekday }: WrittenFields): WrittenDay | null {
  if (month === undefined || day === undefined) return null
  return { year: year ?? null, month, day, weekday: weekday ?? null }
}

/** The first full date in a text, such as a field of front matter, as an ISO date; null where there is none. */
export function fullDateIn(text: string): string | null {
  for (const { written } of datesInText(text)) {
    const day = writtenDay(written)
    if (day?.year && isCivilDay(day.year, day.month, day.day)) return isoOfDay(dayNumber(day.year, day.month, day.day))
  }
  return null
}

/** The number of a day in a year, or null where the year has no such day or it is not the weekday that is written. */
function dayIn(year: number, { month, day, weekday }: WrittenDay): number | null {
  if (!isCivilDay(year, month, day)) return null
  const number = dayNumber(year, month, day)
  return weekday === null || weekdayOf(number) === weekday ? number : null
}

/**
 * The day that is meant where the year may not be written. The year is then the latest of those that the text writes with a month
 * (not alone: "by 2030" says nothing), or the year after it, so that the weekday written with the date fits; null where none does.
 */
function completed(written: WrittenDay, years: () => readonly number[]): number | null {
  if (written.year !== null) return dayIn(written.year, { ...written, weekday: null })
  for (const year of years()) {
    const day = dayIn(year, written) ?? (written.weekday === null ? null : dayIn(year + 1, written))
    if (day !== null) return day
  }
  return null
}

/** The years that a text writes with a month or copyright sign, latest first. */
function yearsOf(dated: readonly DatedText[]): number[] {
  const years = new Set<number>()
  for (const { text, mentions } of dated) {
    for (const { written, writtenLast } of mentions) {
      for (const fields of [written, writtenLast]) if (fields?.year !== undefined && fields.month !== undefined) years.add(fields.year)
    }
    const copyright = /(?:©|\([cC]\)|[Cc]opyright) ?(\d{4})\b/.exec(text)
    if (copyright) years.add(Number(copyright[1]))
  }
  return [...years].filter(year => year > 1700 && year < 2200).sort((a, b) => b - a)
}

const LABEL = /\b(?:published|posted|date|dated|created|first published|last updated|updated|modified)\b/i
const EARLIER_LABEL = /\b(?:published|posted|date|dated|created)\b/i

/** A line that is about the article: short and no sentence. */
const isLine = (text: string): boolean => text.length <= LONGEST_LINE && !/[a-z][.!?]["”]?$/.test(text)

/** "Published: October 24, 2025", "By Jane Doe | Oct 24, 2025": a date on a line that is no sentence, published before updated. */
function statedDay(edges: readonly DatedText[]): WrittenDay | null {
  const lines = edges.filter(({ text }) => isLine(text))
  const dayOn = (pattern: RegExp): WrittenDay | null => {
    for (const { text, mentions } of lines) {
      if (!pattern.test(text)) continue
      for (const mention of mentions) {
        const day = writtenDay(mention.written)
        if (day?.year) return day
      }
    }
    return null
  }
  return dayOn(EARLIER_LABEL) ?? dayOn(LABEL) ?? dayOn(/^by\s/i) ?? aloneOnLine(lines)
}

/** A date that fills its line but for a clock time. */
function aloneOnLine(lines: readonly DatedText[]): WrittenDay | null {
  for (const { text, mentions } of lines) {
    for (const mention of mentions) {
      const day = writtenDay(mention.written)
      if (day?.year && text.length - (mention.end - mention.start) <= 25) return day
    }
  }
  return null
}

const PREPOSITION = /^(?:On|In|By|Since|Until|From|Before|After|As|At|For)$/

/** Whether the words before a date could be the place of a date line: few, and all names. */
function isPlace(text: string): boolean {
  const words = text.split(/[\s,/“"(–—-]+/).filter(word => word !== '')
  return words.length <= 6 && words.every(word => /^\p{Lu}/u.test(word) && !PREPOSITION.test(word))
}

/** What ends a date line. */
const LINE_END = /^[^\n]{3,100}?(?: [-–—]{1,2} |—|:\s)/

/** "WASHINGTON, Oct 23 (Reuters) –": what an agency's report begins with. */
function dateLineDay(story: readonly DatedText[]): WrittenDay | null {
  for (const { text } of story.slice(0, 4)) {
    const line = LINE_END.exec(text)?.[0] ?? ''
    const [mention] = datesInText(line)
    if (!mention || !isPlace(line.slice(0, mention.start))) continue
    const day = writtenDay(mention.written)
    if (day && /^\.?,? ?(?:\([^()]{2,40}\) ?)?[-–—:\s]{1,4}$/.test(line.slice(mention.end))) return day
  }
  return null
}

const LATER = /\b(?:will|would|due|expected|expects|scheduled|set to|plans?|planned|next|coming|upcoming)\b/i

/** Whether the sentence so far speaks of what is still to come. */
const isStillToCome = (text: string, at: number): boolean => LATER.test(text.slice(text.lastIndexOf('. ', at) + 1, at))

/** "on Saturday morning (Oct 25)": weekday and date together, as agencies' clients add them for the day that is reported on. */
function bracketedDay(story: readonly DatedText[]): WrittenDay | null {
  for (const { text, mentions } of story.slice(0, 5)) {
    for (const mention of mentions) {
      const day = writtenDay(mention.written)
      if (day !== null && day.weekday !== null && mention.text.includes('(') && !isStillToCome(text, mention.start)) return day
    }
  }
  return null
}

/** A photo's caption: a full date, the weekday with it or a credit behind it. */
function captionDay(head: readonly DatedText[]): WrittenDay | null {
  for (const { text, mentions } of head) {
    for (const mention of mentions) {
      const day = writtenDay(mention.written)
      if (!day?.year) continue
      const credited = /^[.,]? ?(?:\(|[-–—] ?\p{Lu}|\p{Lu}{2,}|Photo)/u.test(text.slice(mention.end, mention.end + 12))
      if (credited || (day.weekday !== null && text.length < 400 && mention.end > text.length - 60)) return day
    }
  }
  return null
}

/**
 * The day of a report whose photo was taken on `photoDay`. A photo is as old as its report or a day or two older; the first weekday of
 * the report that is not still to come is the day it reports on.
 */
function dayAfterPhoto(photoDay: number, story: readonly DatedText[]): number {
  for (const { text, mentions } of story) {
    for (const mention of mentions) {
      const { weekday, day } = mention.written
      if (weekday === undefined || day !== undefined || isStillToCome(text, mention.start)) continue
      const ahead = (weekday - weekdayOf(photoDay) + 7) % 7
      return ahead <= 2 ? photoDay + ahead : photoDay
    }
  }
  return photoDay
}

/** A date in an address: "/2025/10/25/", "2025-10-25-talks.md". */
function dayOfUri(uri: string): WrittenDay | null {
  const found = /(?:^|\D)((?:19|20)\d{2})([-/_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(uri)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[3]), Number(found[4])]
  return isCivilDay(year, month, day) ? { year, month, day, weekday: null } : null
}

/**
 * The day an article was published, from its text: a line that states it, the agency's date line, a weekday with its date in brackets,
 * the address, a photo's caption; in this order, except that a full date goes before one without a year.
 * @returns an ISO date, or null where the text does not tell
 */
export function findPublicationDay(uri: string, blocks: readonly Block[], noise: readonly (Noise | null)[]): string | null {
  const head = blocks.slice(0, HEAD).map(datesIn)
  const story = head.filter(({ text }, at) => noise[at] === null && text.length > SHORTEST_PARAGRAPH)
  const edges = [...head, ...blocks.slice(Math.max(HEAD, blocks.length - TAIL)).map(datesIn)]
  const candidates = [statedDay(edges), dateLineDay(story), bracketedDay(story), dayOfUri(uri)].filter(day => day !== null)
  const photo = captionDay(head)
  const photoDay = photo && completed(photo, () => [])
  let years: readonly number[] | undefined
  const allYears = (): readonly number[] => (years ??= yearsOf([...edges, ...blocks.slice(HEAD, YEARS_IN).map(datesIn)]))
  for (const candidate of [...candidates.filter(day => day.year !== null), ...candidates.filter(day => day.year === null)]) {
    const day = completed(candidate, allYears)
    if (day !== null) return isoOfDay(day)
  }
  const reportDay = photoDay === null ? null : dayAfterPhoto(photoDay, story)
  return reportDay === null ? null : isoOfDay(reportDay)
}
