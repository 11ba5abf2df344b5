// Scores dates against the test cases of a public date parser (chrono): right in span and day.
//
//   node dist/test/bench/chrono.js [--data DIR] [--errors]
import type { DateMention } from '../../server/src/core/recognize/date'
import { datesIn, dayOf, print, readRows, sameSpan, Tally } from './dateCases'

interface Components {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly weekday?: number
  readonly hour?: number
  readonly minute?: number
}

interface Row {
  readonly file: string
  readonly parser: string
  readonly text: string
  readonly ref: string | null | undefined
  readonly match: string | null | undefined
  readonly components?: { readonly start: Components; readonly end: Components }
}

const showErrors = process.argv.includes('--errors')

/** The day of "new Date(2012, 7, 10, 12)" or 'new Date("2012-08-10…")', or null. */
function referenceDay(text: string | null | undefined): number | null {
  const call = /new Date\((\d{4}), (\d+)( - 1)?, (\d+)/.exec(text ?? '')
  if (call) return Date.UTC(Number(call[1]), Number(call[2]) - (call[3] ? 1 : 0), Number(call[4])) / 86_400_000
  return dayOf(/(\d{4}-\d\d-\d\d)/.exec(text ?? '')?.[1])
}

/** What kind of case a row is, by the file of tests it comes from. */
const kindOf = (row: Row): string => row.file.replace(/^test\/en\/en_?|\.test\.ts$/g, '') || 'general'

/** Texts that are not scored, and why. */
const leftOutTexts: readonly (readonly [RegExp, string])[] = [
  [
    /^[-+]|\s[-+]\d|\d\s?(?:h|hr|hrs|hour|hours|m|min|mins|minute|minutes|s|sec|second|seconds)\b|\b(?:an?|half an?|few|several|two|three|five|the|next) (?:hour|min|minute|sec|second)/i,
    'hours and minutes from the moment of speech: documents have a date, no clock',
  ],
  [
    /\b(?:last|next|past|after) (?:\d+|two|three|a) |\b(?:\d+|one) months?$/i,
    'stretches counted in units ("the next 2 weeks"): durations, figures here',
  ],
  [/\b(?:BCE?|CE|AD|BE)\b|\b3000\b/, 'years before 1000, after 2199 and of other eras'],
  [/\b(?:31, 2022|29, 2022)|2014-0[28]-3\d|2012\/80|2012 80|2014\/22|2014\/13|2024-13/, 'days that do not exist'],
  [/^(?:at )?\d{1,2}(?: ?- ?\d{1,2}(?: at night)?)?$|^(?:\d{1,2}\/\d{1,2})\b(?!\/)/, 'numbers alone ("at 1", "8/10")'],
  [/^(?:20\d\d\s*|2019 to 2020|2012-14(?:00)?)$/, 'years alone, which the parser does not take'],
  [/lastmonth|\bqtr\b|\d(?:w|mo) |^thurs$|XXX/, 'chat words ("lastmonth", "3mo")'],
]

/** Why a row is not one of a written report, or null. */
function leftOut(row: Row): string | null {
  const why = leftOutTexts.find(([pattern]) => pattern.test(row.text))?.[1]
  if (why) return why
  if (!row.components) return null
  const { start } = row.components
  if (row.parser !== 'chrono' && row.parser !== 'chrono.casual' && row.parser !== 'chrono.en')
    return 'modes of the parser: strict, or other languages'
  if (/instant:|^undefined$/.test(row.ref ?? '')) return 'no reference day given'
  const given = [start.year, start.month, start.day, start.weekday, start.hour].some(field => field !== undefined)
  return given ? null : 'no value given'
}

/** Whether a mention holds the day, and hour where given, of the case. */
function rightValue(mention: DateMention, start: Components): boolean {
  const { days } = mention
  const time = /T(\d\d):(\d\d)/.exec(mention.timex.value)
  if (start.hour !== undefined && time && Number(time[1]) % 24 !== start.hour) return false
  if (start.minute !== undefined && time && Number(time[2]) !== start.minute) return false
  if (start.year !== undefined && start.month !== undefined && start.day !== undefined && days) {
    const day = Date.UTC(start.year, start.month - 1, start.day) / 86_400_000
    return days.first <= day && day <= days.last
  }
  const fields = mention.written
  if (days && start.month !== undefined) {
    const first = new Date(days.first * 86_400_000)
    if (first.getUTCMonth() + 1 !== start.month || (start.day !== undefined && first.getUTCDate() !== start.day)) return false
    return start.year === undefined || first.getUTCFullYear() === start.year
  }
  return (['year', 'month', 'day', 'hour'] as const).every(
    key => start[key] === undefined || fields[key] === undefined || fields[key] === start[key],
  )
}

const tally = new Tally()
for (const row of readRows<Row>('chrono.jsonl')) {
  const why = leftOut(row)
  if (why) {
    tally.leaveOut(why)
    continue
  }
  const found = datesIn(row.text, referenceDay(row.ref))
  if (!row.components) {
    // the parser's traps; "strict" rows forbid what it otherwise takes
    if (row.parser !== 'chrono') continue
    tally.count('nothing to find', found.length === 0)
    if (showErrors && found.length > 0) print('EXTRA', row.text, '|', found.map(each => `${each.text}=${each.timex.value}`).join(', '))
    continue
  }
  const match = row.match ?? row.text
  const hit = found.find(each => sameSpan(each.text, match)) ?? (row.match ? undefined : found.length === 1 ? found[0] : undefined)
  const right = hit !== undefined && rightValue(hit, row.components.start)
  tally.count(kindOf(row), right)
  if (showErrors && !right) {
    print(
      `WRONG [${kindOf(row)}]`,
      row.ref,
      row.text,
      '|',
      match,
      '|',
      JSON.stringify(row.components.start),
      '| got',
      found.map(each => `${each.text}=${each.timex.value}`).join(', '),
    )
  }
}
tally.print('chrono')
