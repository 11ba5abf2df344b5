import { LetterCase, tokenize, TokenKind, type Tokens } from '../text/tokens'
import { isOrdinalSuffix, isShortMonth, isShortWeekday, monthOf, ordinalOf, weekdayNames } from '../recognize/dates/lexicon'
import type { WrittenFields } from '../recognize/date'

/** A field of the calendar that a text writes: what a replacement fills with another value. */
export type DateField = 'year' | 'month' | 'day' | 'weekday'

/** A written field and how it is written. */
export interface DateSlot {
  readonly field: DateField
  readonly start: number
  readonly end: number
  /** Writes another value of the field in the same way. */
  readonly write: (value: number) => string
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const weekdayLongNames = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const weekdayShortNames = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')
const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

// months that are written out where the others are shortened with a point (Associated Press usage)
const neverPointed = new Set([3, 4, 5, 6, 7])

/** The name of a month: "November". */
export const monthName = (month: number): string => monthNames[month - 1]

/** The name of a weekday, Monday 1 to Sunday 7. */
export const weekdayName = (weekday: number): string => weekdayLongNames[weekday - 1]

const inCase = (name: string, letters: number): string =>
  letters === LetterCase.upper ? name.toUpperCase() : letters === LetterCase.lower ? name.toLowerCase() : name

/** "st", "nd", "rd" or "th" for a number. */
export function ordinalSuffix(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

/** A day as an ordinal word, "tenth"; above twentieth "twenty-first". */
function ordinalWord(value: number): string {
  if (value <= 20) return ordinalWords[value - 1]
  if (value === 30) return 'thirtieth'
  return `${value < 30 ? 'twenty' : 'thirty'}-${ordinalWords[(value % 10) - 1]}`
}

/** How months are written like the one at a token: in full, shortened, shortened with a point. */
function monthWriter(tokens: Tokens, at: number, pointed: boolean): (month: number) => string {
  const letters = tokens.cases[at]
  const word = tokens.words[at]
  const short = isShortMonth(word) || (monthOf(word) === 5 && false)
  if (!short) return month => inCase(monthName(month), letters)
  const sept = tokens.ends[at] - tokens.starts[at] === 4
  return month => {
    if (pointed && neverPointed.has(month)) return inCase(monthName(month), letters)
    const name = month === 9 && (pointed || sept) ? 'Sept' : monthName(month).slice(0, 3)
    return inCase(name, letters) + (pointed && month !== 5 ? '.' : '')
  }
}

const padded =
  (width: number) =>
  (value: number): string =>
    String(value).padStart(width, '0')

/**
 * The calendar fields of a date's text, in order, each with the way it is written.
 * @param text a date as a draft writes it
 * @param written the fields that the text holds, of a range its first member's
 * @param writtenLast those of a range's last member
 */
export function dateSlots(text: string, written: WrittenFields, writtenLast: WrittenFields | null): DateSlot[] {
  const tokens = tokenize(text)
  const slots: DateSlot[] = []
  const values = (field: DateField): readonly (number | undefined)[] => [written[field], writtenLast?.[field]]
  const has = (field: DateField): boolean =>
    slots.filter(slot => slot.field === field).length < (writtenLast?.[field] === undefined ? 1 : 2)
  const add = (field: DateField, first: number, last: number, write: (value: number) => string): void => {
    slots.push({ field, start: tokens.starts[first], end: tokens.ends[last], write })
  }
  for (let at = 0; at < tokens.count; at++) {
    const word = tokens.words[at]
    const letters = tokens.cases[at]
    if (tokens.kinds[at] === TokenKind.digits) {
      const digits = text.slice(tokens.starts[at], tokens.ends[at])
      const value = Number(digits)
      const suffixed = tokens.kinds[at + 1] === TokenKind.word && tokens.gaps[at + 1] === 0 && isOrdinalSuffix(tokens.words[at + 1])
      if (digits.length === 4 && values('year').includes(value)) add('year', at, at, String)
      else if (
        digits.length === 2 &&
        values('year').some(year => year !== undefined && year % 100 === value) &&
        !isDayHere(value, slots, values('day'))
      )
        add('year', at, at, year => padded(2)(year % 100))
      else if (isNumericMonth(tokens, at) && values('month').includes(value) && has('month') && isMonthHere(tokens, at, value, values))
        add('month', at, at, padded(digits.length))
      else if (values('day').includes(value)) {
        if (suffixed) add('day', at, at + 1, day => `${day}${ordinalSuffix(day)}`)
        else add('day', at, at, digits.startsWith('0') || isNumericMonth(tokens, at) ? padded(digits.length) : String)
      }
    } else if (tokens.kinds[at] === TokenKind.word) {
      if (monthOf(word) !== undefined && values('month').includes(monthOf(word)!)) {
        const pointed = tokens.words[at + 1] === 0x2e && tokens.kinds[at + 1] === TokenKind.symbol
        add('month', at, pointed ? at + 1 : at, monthWriter(tokens, at, pointed))
      } else if (weekdayNames(word) !== undefined && values('weekday').includes(weekdayNames(word))) {
        const short = isShortWeekday(word)
        add('weekday', at, at, day => inCase(short ? weekdayShortNames[day - 1] : weekdayName(day), letters))
      } else if (ordinalOf(word) !== undefined && values('day').includes(ordinalOf(word))) add('day', at, at, ordinalWord)
    }
  }
  return slots
}

const isDayHere = (value: number, slots: readonly DateSlot[], days: readonly (number | undefined)[]): boolean =>
  days.includes(value) && !slots.some(slot => slot.field === 'day')

/** Whether digits stand between signs of a numeric date: "2025-11-10", "11/10/2025". */
function isNumericMonth(tokens: Tokens, at: number): boolean {
  const joins = (sign: number): boolean => tokens.kinds[sign] === TokenKind.symbol && [0x2d, 0x2f, 0x2e].includes(tokens.words[sign])
  const before = joins(at - 1) && tokens.kinds[at - 2] === TokenKind.digits
  const after = joins(at + 1) && tokens.kinds[at + 2] === TokenKind.digits
  return tokens.count >= 5 && (before || after)
}

/** In "11/10/2025" and "2025-11-10" the month stands first, in "25.10.2025" second; where both fit the first is the month. */
const isMonthHere = (tokens: Tokens, at: number, value: number, values: (field: DateField) => readonly (number | undefined)[]): boolean =>
  !(tokens.words[at + 1] === 0x2e && values('day').includes(value) && at === 0)
