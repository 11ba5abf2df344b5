import type { DateMention } from '../recognize/date'

/** How two times of day stand to each other; `compatible` as well where only one is told. */
export type TimeComparison = 'equal' | 'compatible' | 'different'

/** A time of day in minutes: from `low` up to, not including, `high`; over midnight `high` passes 1440. */
interface TimeSpan {
  readonly low: number
  readonly high: number
  /** Offset from UTC in minutes, where told. */
  readonly offset: number | null
}

const HOUR = 60
const DAY = 24 * HOUR

// parts of the day are loose: their hours overlap
const partHours: Record<string, readonly [number, number]> = {
  MO: [4, 12],
  MI: [11, 14],
  AF: [12, 18],
  EV: [16, 24],
  NI: [18, 30],
  DT: [6, 20],
}

/** The time of day in a mention's TIMEX3 value, or null. Of a range, its first member's. */
function timeOf({ timex }: DateMention): TimeSpan | null {
  const match = /^[^/T]*T(?:(MO|MI|AF|EV|NI|DT)|(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)/.exec(timex.value)
  if (!match) return null
  const [, part, hour, minute, zone] = match
  if (part) return { low: partHours[part][0] * HOUR, high: partHours[part][1] * HOUR, offset: null }
  const low = Number(hour) * HOUR + Number(minute)
  return { low, high: low + 1, offset: zone === undefined ? null : offsetOf(zone) }
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * HOUR + Number(zone.slice(4))
  return zone.startsWith('-') ? -minutes : minutes
}

/** Compares the times of day of two mentions, converted where both tell their zones. */
export function compareTimes(a: DateMention, b: DateMention): TimeComparison {
  const [one, other] = [timeOf(a), timeOf(b)]
  if (!one || !other) return one || other ? 'compatible' : 'equal'
  const shift = one.offset !== null && other.offset !== null ? one.offset - other.offset : 0
  const moved = { low: other.low + shift, high: other.high + shift }
  if (one.low === moved.low && one.high === moved.high) return 'equal'
  const overlaps = [-DAY, 0, DAY].some(turn => one.low < moved.high + turn && moved.low + turn < one.high)
  if (overlaps) return one.low - moved.low === 0 && one.high === moved.high ? 'equal' : 'compatible'
  return 'different'
}
