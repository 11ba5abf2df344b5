// Scores dates against the test cases of a public recogniser (Recognizers-Text): right in span and value.
//
//   node dist/test/bench/recognizersDates.js [--data DIR] [--errors]
import type { DateMention } from '../../server/src/core/recognize/date'
import { datesIn, dayOf, print, readRows, sameSpan, Tally } from './dateCases'

interface Value {
  readonly timex?: string
  readonly value?: string
  readonly start?: string
  readonly end?: string
}

interface GoldSpan {
  readonly Text: string
  readonly Start: number
  readonly End: number
  readonly TypeName?: string
  readonly Resolution?: { readonly values?: readonly Value[] }
}

interface Row {
  readonly model: string
  readonly reference: string | null
  readonly text: string
  readonly spans_raw: readonly GoldSpan[]
}

const showErrors = process.argv.includes('--errors')

/** Why a row is not one of a written report, or null. */
function leftOutRow(row: Row): string | null {
  if (row.model !== 'DateTimeModel') return 'modes for calendar assistants and task lists, with conventions of their own'
  if (/\b(cortana|skype)\b/i.test(row.text)) return 'commands to a calendar assistant'
  return null
}

const units = String.raw`(?:business )?(?:minute|hour|day|week|month|quarter|year|decade|fortnight)s?`

/** Labelled spans that are not scored, by their text, and why. */
const leftOutTexts: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      String.raw`\b(?:last|next|past|previous|coming|following|upcoming|first) (?:\d+|[a-z]+|few|couple) ${units}\b|\b(?:\d+|[a-z]+) (?:last|next|past|previous|coming|upcoming) ${units}\b|\bfortnight$`,
      'i',
    ),
    'stretches counted in units ("the last 3 weeks"): durations, figures here',
  ],
  [
    new RegExp(String.raw`^(?:for )?[\w ]+ ${units}(?:,? starting|, from)\b|^for`, 'i'),
    'stretches with their start ("3 days starting tomorrow")',
  ],
  [
    /\b(?:minutes?|mins?|hours?|h|seconds?)\b.*\b(?:from now|later|ago)\b|\bin (?:\d+|half an|an?) ?(?:minutes?|mins?|hours?)\b|half an hour/i,
    'minutes and hours from the moment of speech: documents have a date, no clock',
  ],
  [/^(?:the )?end of (?:the |this )?(?:day|today|tomorrow|\w+day)$|\beo[dmwy]\b/i, 'the last second of a day; chat words ("EOD")'],
  [
    /\b(?:or|and) (?:later|after|greater|earlier|before)\b|greater than|[<>=]|to date\b|till date|current date|more than|less than/i,
    'comparisons of a query language ("2018 or later")',
  ],
  [
    /^(?:for )?(?:the|that) (?:year|month|week|day|weekend|fortnight)$|^weekend$/i,
    'definite units that the set takes for the current one ("partner of the month")',
  ],
  [/\bweek \d+$/i, 'weeks by number without a year'],
  [/\b(?:now|at this time|at the (?:moment|minute|present time)|at present)$/i, 'words for now'],
  [/\d{8}|\d{4} \d\d \d\d/, 'dates without signs between the numbers ("20161016")'],
  [/[/-]20\d\d[/-]23|20\d\d[/-]23[/-]|23-2020/, 'orders that nobody writes ("23-2020-September")'],
  [
    /\b(?:cy|sy) ?\d\d|\botd\b|tonite|work(?:ing )?week|^mid night$|\b[ap]m?$(?<!\d ?[ap]m)|\b(?:[ap]) m?$/i,
    'chat words ("otd", "tonite", "cy18")',
  ],
]

/** Whether a time's text tells neither minutes nor the half of the day: "tonight around 7". */
const isBareHour = (text: string): boolean =>
  !/:\d\d|\b\d{1,2}\.\d\d|\d ?[ap]\.?m|[ap] ?\. ?m|clock|noon|midnight|morning|afternoon|evening|past/i.test(text)

/** Why a labelled span is not scored, or null. */
function leftOutSpan(span: GoldSpan): string | null {
  const type = span.TypeName?.replace('datetimeV2.', '')
  const value = span.Resolution?.values?.[0]
  const timex = value?.timex ?? ''
  if (type === undefined || type === 'timezone' || value?.value === 'not resolved') return 'no value given'
  if (type === 'duration') return 'durations: figures here'
  if (type === 'set') return 'sets ("every Monday"): no date of the calendar'
  const isSlot =
    /T\d.*,.*T\d|^\(T/.test(timex) ||
    type === 'timerange' ||
    (type === 'datetimerange' && /\b(?:before|after|by|than|from)\b/.test(span.Text))
  if (isSlot) return 'appointment slots ("between 2 and 4:30pm", "Thursday before 5pm")'
  if (/time/.test(type) && (/ish\b|\d[ap]\b|ampm/.test(span.Text) || (type !== 'datetimerange' && isBareHour(span.Text)))) {
    return 'hours without minutes or half of the day ("tonight around 7", "11ish")'
  }
  return leftOutTexts.find(([pattern]) => pattern.test(span.Text))?.[1] ?? null
}

/** Whether a TIMEX3 value with open fields and one without may be the same. */
function agrees(ours: string, theirs: string): boolean {
  if (ours === theirs) return true
  const pattern = theirs.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/X/g, '.')
  return new RegExp(`^${pattern}$`).test(ours)
}

/** Whether a mention has one of the values that the label allows: past and coming candidates alike. */
function rightValue(mention: DateMention, values: readonly Value[]): boolean {
  return values.some(value => {
    const timex = value.timex ?? ''
    if (timex === mention.timex.value || timex.replace(/T(\d\d)$/, 'T$1:00') === mention.timex.value) return true
    if (timex === 'PRESENT_REF') return mention.timex.value === 'PRESENT_REF'
    const clock = /T(\d\d)(?::(\d\d))?/.exec(timex)
    if (clock) {
      const ours = /T(\d\d):(\d\d)/.exec(mention.timex.value)
      const day = dayOf(value.value ?? value.start)
      const sameClock = ours !== null && ours[1] === clock[1] && ours[2] === (clock[2] ?? '00')
      return (
        sameClock &&
        (timex.startsWith('T') || day === null || mention.days === null || (mention.days.first <= day && day <= mention.days.last))
      )
    }
    const part = /T(?:MO|AF|EV|NI|MI|DT)$/.exec(timex)
    if (part) {
      const day = dayOf(value.start)
      return mention.timex.value.endsWith(part[0]) && (day === null || mention.days?.first === day)
    }
    const { days } = mention
    if (!days) return agrees(mention.timex.value, timex)
    const tuple = /^\(([^,]+),([^,]+),/.exec(timex)
    const [first, end] = [dayOf(value.value ?? value.start), dayOf(value.value ?? value.end)]
    if (first === null && end === null)
      return agrees(mention.timex.value, timex) || agrees(mention.timex.value.slice(0, timex.length), timex)
    if (value.value !== undefined) return days.first <= first! && first! <= days.last
    // bounds open on one side: "since 2010", "before 2018"
    if (first === null || end === null)
      return first === days.first || first === days.last + 1 || end === days.first || end === days.last + 1
    if (days.first === first && days.last + 1 === end) return true
    // ranges whose last member the set leaves out ("2014-2018" ends with 2017)
    if (tuple && days.first === first) return days.last >= end - 1 && days.last <= end + 365
    // "earlier this month": the month
    return mention.timex.mod !== undefined && days.first <= first && end - 1 <= days.last
  })
}

/** Whether the spans are the same; a holiday and its time of day, two spans in the set, are one here. */
const isSpan = (hit: DateMention, span: GoldSpan): boolean =>
  sameSpan(hit.text, span.Text) ||
  (hit.granularity === 'time' && /date|time$/.test(span.TypeName!) && hit.text.toLowerCase().includes(span.Text.toLowerCase()))

const tally = new Tally()
for (const row of readRows<Row>('recognizers.jsonl')) {
  if (!row.model.startsWith('DateTimeModel')) continue
  const why = leftOutRow(row)
  if (why) {
    tally.leaveOut(why)
    continue
  }
  const found = datesIn(row.text, dayOf(row.reference))
  if (row.spans_raw.length === 0) {
    tally.count('nothing to find', found.length === 0)
    if (showErrors && found.length > 0) print('EXTRA', row.text, '|', found.map(each => `${each.text}=${each.timex.value}`).join(', '))
    continue
  }
  for (const span of row.spans_raw) {
    const reason = leftOutSpan(span)
    if (reason) {
      tally.leaveOut(reason)
      continue
    }
    const hits = found.filter(each => each.start <= span.End && span.Start < each.end)
    const values = span.Resolution?.values ?? []
    const right = hits.some(hit => isSpan(hit, span) && rightValue(hit, values))
    tally.count(span.TypeName!.replace('datetimeV2.', ''), right)
    if (showErrors && !right) {
      const wanted = values.map(value => `${value.timex}=${value.value ?? `${value.start}..${value.end}`}`).join('; ')
      print(
        `WRONG [${span.TypeName!.slice(11)}]`,
        row.reference?.slice(0, 10),
        row.text,
        '|',
        span.Text,
        '|',
        wanted,
        '| got',
        hits.map(hit => `${hit.text}=${hit.timex.value}`).join(', '),
      )
    }
  }
}
tally.print('Recognizers-Text, DateTimeModel')
