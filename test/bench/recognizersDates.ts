// Scores dates against the test cases of a public recogniser (Recognizers-Text): right in span and value.
//
//   node dist/test/bench/recognizersDates.js [--data DIR] [--errors]
import type { DateMention } from '../../server/src/core/recognize/date'
import { datesIn, dayOf, readRows, sameSpan, Tally } from './dateCases'

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

/** Why a labelled span is not scored, or null. */
function leftOutSpan(span: GoldSpan): string | null {
  const type = span.TypeName?.replace('datetimeV2.', '')
  const timex = span.Resolution?.values?.[0]?.timex ?? ''
  if (type === undefined || type === 'timezone') return 'no value given'
  if (type === 'duration') return 'durations: figures here'
  if (type === 'set') return 'sets ("every Monday"): no date of the calendar'
  if (/T\d.*,.*T\d|^\(T/.test(timex) || type === 'timerange') return 'appointment slots ("between 2 and 4:30pm")'
  if (/\d\d\.\d\d|\b\d{1,2}\s*[ap]\b|ish\b|\b\d{1,2}(ampm)\b/.test(span.Text) && /time/.test(type))
    return 'clipped times of chat ("9a", "11ish")'
  if (/BD\b|,P\d+BD/.test(timex)) return 'business days'
  return null
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
    if (/T(MO|AF|EV|NI|MI|DT)$/.test(timex)) return agrees(mention.timex.value, timex)
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
    if (showErrors && found.length > 0)
      console.log('EXTRA', row.text, '|', found.map(each => `${each.text}=${each.timex.value}`).join(', '))
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
    const right = hits.some(hit => sameSpan(hit.text, span.Text) && rightValue(hit, values))
    tally.count(span.TypeName!.replace('datetimeV2.', ''), right)
    if (showErrors && !right) {
      const wanted = values.map(value => `${value.timex}=${value.value ?? `${value.start}..${value.end}`}`).join('; ')
      console.log(
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
