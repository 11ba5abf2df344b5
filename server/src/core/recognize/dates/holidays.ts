import type { Tokens } from '../../text/tokens'
import { internWord, wordSet, wordTable } from '../../text/vocabulary'
import { dayNumber, nthWeekday } from './calendar'
import { isApostrophe, isWord, wordAt } from '../scan'
import type { Holiday } from './expression'
import type { Reading } from './reading'

/**
 * Easter Sunday of a year.
 * Method: "anonymous Gregorian algorithm" (Nature, 1876; J. Meeus, Astronomical Algorithms, ch. 8).
 */
export function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leaps = Math.floor(century / 4)
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - leaps - shift + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7
  const correction = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const sum = moon + sunday - 7 * correction + 114
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1)
}

const on =
  (month: number, day: number): Holiday =>
  year =>
    dayNumber(year, month, day)
const nth =
  (n: number, weekday: number, month: number): Holiday =>
  year =>
    nthWeekday(year, month, weekday, n)
/** A single day of history. */
const once =
  (year: number, month: number, day: number): Holiday =>
  () =>
    dayNumber(year, month, day)
const fromEaster =
  (days: number): Holiday =>
  year =>
    easterSunday(year) + days

const thanksgiving = nth(4, 4, 11)

/** Names as they are written, in lower case and without apostrophes; "s" stands alone as in "new year s eve". */
const names: readonly (readonly [string, Holiday])[] = [
  ['new year s eve', on(12, 31)],
  ['new years eve', on(12, 31)],
  ['new year s day', on(1, 1)],
  ['new years day', on(1, 1)],
  ['christmas eve', on(12, 24)],
  ['christmas day', on(12, 25)],
  ['christmas', on(12, 25)],
  ['xmas', on(12, 25)],
  ['boxing day', on(12, 26)],
  ['epiphany', on(1, 6)],
  ['valentine s day', on(2, 14)],
  ['valentines day', on(2, 14)],
  ['st patrick s day', on(3, 17)],
  ['april fools day', on(4, 1)],
  ['april fool s day', on(4, 1)],
  ['earth day', on(4, 22)],
  ['may day', on(5, 1)],
  ['international workers day', on(5, 1)],
  ['new year s', on(1, 1)],
  ['independence day', on(7, 4)],
  ['july fourth', on(7, 4)],
  ['fourth of july', on(7, 4)],
  ['bastille day', on(7, 14)],
  ['juneteenth', on(6, 19)],
  ['halloween', on(10, 31)],
  ['all saints day', on(11, 1)],
  ['guy fawkes night', on(11, 5)],
  ['bonfire night', on(11, 5)],
  ['veterans day', on(11, 11)],
  ['armistice day', on(11, 11)],
  ['thanksgiving day', thanksgiving],
  ['thanksgiving', thanksgiving],
  ['black monday', once(1987, 10, 19)],
  ['ve day', once(1945, 5, 8)],
  ['vj day', once(1945, 8, 15)],
  ['black friday', year => thanksgiving(year) + 1],
  ['cyber monday', year => thanksgiving(year) + 4],
  ['martin luther king day', nth(3, 1, 1)],
  ['mlk day', nth(3, 1, 1)],
  ['presidents day', nth(3, 1, 2)],
  ['memorial day', nth(-1, 1, 5)],
  ['labor day', nth(1, 1, 9)],
  ['labour day', on(5, 1)],
  ['columbus day', nth(2, 1, 10)],
  ['ash wednesday', fromEaster(-46)],
  ['fat tuesday', fromEaster(-47)],
  ['shrove tuesday', fromEaster(-47)],
  ['palm sunday', fromEaster(-7)],
  ['maundy thursday', fromEaster(-3)],
  ['good friday', fromEaster(-2)],
  ['easter sunday', fromEaster(0)],
  ['easter monday', fromEaster(1)],
  ['easter', fromEaster(0)],
  ['ascension day', fromEaster(39)],
  ['pentecost', fromEaster(49)],
  ['whit monday', fromEaster(50)],
]

interface NamedHoliday {
  /** Numbers of the name's words after the first. */
  readonly rest: readonly number[]
  readonly holiday: Holiday
}

const byFirstWord: Record<string, NamedHoliday[]> = {}
for (const [name, holiday] of names) {
  const [first, ...rest] = name.split(' ')
  ;(byFirstWord[first] ??= []).push({ rest: rest.map(internWord), holiday })
}

/** The holidays whose name begins with a word, longer names before shorter ones. */
export const holidaysByFirstWord = wordTable(byFirstWord)

// "Merry Christmas" and "Father Christmas" name no day
const isGreeting = wordSet('merry happy father')

/** A holiday's name at `at`, any apostrophes between its words read over. */
export function readHoliday(tokens: Tokens, at: number): Reading<Holiday> | null {
  if (isGreeting(wordAt(tokens, at - 1))) return null
  for (const { rest, holiday } of holidaysByFirstWord(wordAt(tokens, at)) ?? []) {
    let next = at + 1
    const matches = rest.every(word => {
      if (isApostrophe(tokens, next)) next++
      return isWord(tokens, next) && wordAt(tokens, next++) === word
    })
    if (matches) return { value: holiday, next }
  }
  return null
}
