import { LetterCase, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import type { Clock } from './expression'
import { cardinalOf, isAnd, isIn, isOn, isThe, zoneOf } from './lexicon'
import { Sign, isApostrophe, isDash, isDigits, isGlued, isSymbol, isWord, lengthAt, wordAt } from '../scan'
import { digitsValue, readCardinal, type Reading } from './reading'

const halfOf = wordTable<'am' | 'pm'>({ am: 'am', pm: 'pm' })
const letterHalf = wordTable<'am' | 'pm'>({ a: 'am', p: 'pm' })
const isM = wordSet('m')
const isO = wordSet('o')
const isClockWord = wordSet('clock')
const isOclock = wordSet('oclock')
const isT = wordSet('t')
const namedHours = wordTable({ noon: 12, midday: 12, midnight: 0 })
const isLocal = wordSet('local')
const isTime = wordSet('time')
const namedZones = wordTable({ eastern: '-05:00', central: '-06:00', mountain: '-07:00', pacific: '-08:00', greenwich: 'Z' })
const isMean = wordSet('mean')

/** "am", "pm", "a.m.", "p. m." */
function readHalf(tokens: Tokens, at: number): Reading<'am' | 'pm'> | null {
  if (!isWord(tokens, at)) return null
  const joined = halfOf(wordAt(tokens, at))
  if (joined) return { value: joined, next: at + 1 }
  const letter = letterHalf(wordAt(tokens, at))
  if (!letter || !isSymbol(tokens, at + 1, Sign.point) || !isM(wordAt(tokens, at + 2))) return null
  return { value: letter, next: isSymbol(tokens, at + 3, Sign.point) ? at + 4 : at + 3 }
}

/** Hours on the 24-hour clock. */
const fullHour = (hour: number, half: 'am' | 'pm'): number => (hour % 12) + (half === 'pm' ? 12 : 0)

/** An offset from UTC: "+02:00", "+2", "+0900". */
function readOffset(tokens: Tokens, at: number): Reading<string> | null {
  const plus = isSymbol(tokens, at, Sign.plus)
  if ((!plus && !isSymbol(tokens, at, Sign.hyphen) && !isSymbol(tokens, at, Sign.minus)) || !isGlued(tokens, at + 1)) return null
  if (!isDigits(tokens, at + 1) || (lengthAt(tokens, at + 1) !== 4 && lengthAt(tokens, at + 1) > 2)) return null
  const sign = plus ? '+' : '-'
  const value = digitsValue(tokens, at + 1)
  if (lengthAt(tokens, at + 1) === 4) return { value: offsetText(sign, Math.floor(value / 100), value % 100), next: at + 2 }
  const minutes = isSymbol(tokens, at + 2, Sign.colon) && isDigits(tokens, at + 3) && isGlued(tokens, at + 3)
  return { value: offsetText(sign, value, minutes ? digitsValue(tokens, at + 3) : 0), next: minutes ? at + 4 : at + 2 }
}

const offsetText = (sign: string, hours: number, minutes: number): string =>
  hours === 0 && minutes === 0 ? 'Z' : `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`

// zones that are no words in lower case
const isPlainZone = wordSet('utc gmt bst cet cest est edt cst cdt pst pdt jst')

/** A time zone after a time of day: "UTC", "GMT+2", "(EST)", "Eastern Time", "local time" (read over). */
function readZone(tokens: Tokens, at: number): Reading<string | undefined> | null {
  const bare = isGlued(tokens, at) ? readOffset(tokens, at) : null
  if (bare) return bare
  if (isSymbol(tokens, at, Sign.openParen)) {
    const inner = readZone(tokens, at + 1)
    return inner && isSymbol(tokens, inner.next, Sign.closeParen) ? { value: inner.value, next: inner.next + 1 } : null
  }
  if (!isWord(tokens, at)) return null
  const word = wordAt(tokens, at)
  if (isLocal(word) && isTime(wordAt(tokens, at + 1))) return { value: undefined, next: at + 2 }
  const named = namedZones(word)
  if (named) {
    const next = isMean(wordAt(tokens, at + 1)) ? at + 2 : at + 1
    if (isTime(wordAt(tokens, next))) return { value: named, next: next + 1 }
    return null
  }
  const zone = tokens.cases[at] === LetterCase.upper || isGlued(tokens, at) || isPlainZone(word) ? zoneOf(word) : undefined
  if (zone === undefined) return null
  const offset = zone === 'Z' ? readOffset(tokens, at + 1) : null
  return offset ?? { value: zone, next: at + 1 }
}

/** Adds a zone after a time of day, where one stands. */
function withZone(tokens: Tokens, clock: Clock, next: number): Reading<Clock> {
  const zone = readZone(tokens, next)
  if (!zone) return { value: clock, next }
  return { value: zone.value === undefined ? clock : { ...clock, zone: zone.value }, next: zone.next }
}

/** Minutes and seconds after an hour: ":30", ".30" and ":30:15". */
function readMinutes(tokens: Tokens, at: number): Reading<{ minute: number; second?: number }> | null {
  if (!isSymbol(tokens, at, Sign.colon) && !isSymbol(tokens, at, Sign.point)) return null
  if (!isGlued(tokens, at) || !isGlued(tokens, at + 1) || !isDigits(tokens, at + 1) || lengthAt(tokens, at + 1) !== 2) return null
  const minute = digitsValue(tokens, at + 1)
  if (minute > 59) return null
  const seconds = isSymbol(tokens, at + 2, Sign.colon) && isDigits(tokens, at + 3) && lengthAt(tokens, at + 3) === 2
  if (seconds && isGlued(tokens, at + 3)) return { value: { minute, second: digitsValue(tokens, at + 3) }, next: at + 4 }
  return { value: { minute }, next: at + 2 }
}

/**
 * A time of day: "18:00 UTC", "0800 GMT", "3pm", "3:30 p.m. EST", "10.30am", "4.52 in the morning", "noon", "eight
 * o'clock".
 * A number alone is none.
 */
function readClock(tokens: Tokens, at: number): Reading<Clock> | null {
  if (isWord(tokens, at)) return readWordedClock(tokens, at)
  if (!isDigits(tokens, at)) return null
  if (lengthAt(tokens, at) === 4) return readMilitary(tokens, at)
  const hour = digitsValue(tokens, at)
  if (lengthAt(tokens, at) > 2 || hour > 24) return null
  if (hour === 12 && namedHours(wordAt(tokens, at + 1)) !== undefined) return readWordedClock(tokens, at + 1)
  const minutes = readMinutes(tokens, at + 1)
  const afterMinutes = minutes?.next ?? at + 1
  const half = readHalf(tokens, afterMinutes)
  if (half && hour >= 1 && hour <= 12) {
    return withZone(tokens, { hour: fullHour(hour, half.value), ...minutes?.value }, half.next)
  }
  const ofPart = minutes && readHourOfPart(tokens, hour, minutes.next)
  if (ofPart) return withZone(tokens, { ...ofPart.value, ...minutes.value }, ofPart.next)
  if (minutes && isSymbol(tokens, at + 1, Sign.colon) && !isSymbol(tokens, minutes.next, Sign.colon)) {
    return withZone(tokens, { hour, ...minutes.value }, minutes.next)
  }
  if (minutes) {
    const zoned = withZone(tokens, { hour, ...minutes.value }, minutes.next)
    return zoned.value.zone || (isAt(wordAt(tokens, at - 1)) && endsClause(tokens, minutes.next)) ? zoned : null
  }
  return readHourOfPart(tokens, hour, at + 1) ?? readOclock(tokens, hour, at + 1)
}

const isAt = wordSet('at')

/** Whether no word or sign follows that would make "6.45" a measure. */
const endsClause = (tokens: Tokens, at: number): boolean =>
  at >= tokens.count || isOn(wordAt(tokens, at)) || (!isWord(tokens, at) && !isDigits(tokens, at) && !isSymbol(tokens, at, Sign.percent))

const halfOfPart = wordTable<'am' | 'pm'>({ morning: 'am', 'afternoon evening': 'pm' })
const isNight = wordSet('night')

/** "7 in the morning", "nine at night": a full hour and its part of the day; `at` stands after the hour. */
function readHourOfPart(tokens: Tokens, hour: number, at: number): Reading<Clock> | null {
  if (hour < 1 || hour > 12) return null
  if (isAt(wordAt(tokens, at)) && isNight(wordAt(tokens, at + 1)))
    return { value: { hour: fullHour(hour, hour < 5 ? 'am' : 'pm') }, next: at + 2 }
  if (!isIn(wordAt(tokens, at)) || !isThe(wordAt(tokens, at + 1))) return null
  const half = halfOfPart(wordAt(tokens, at + 2))
  return half ? { value: { hour: fullHour(hour, half) }, next: at + 3 } : null
}

const joinsHours = wordSet('to until till')
const isBetween = wordSet('between')

/** The "7" of "7 to 9 p.m." and "between 9 and 11am": an hour whose half of the day stands after the next one. */
function readSharedHour(tokens: Tokens, at: number): Reading<Clock> | null {
  if (!isDigits(tokens, at) || lengthAt(tokens, at) > 2) return null
  const join = at + 1
  const joins =
    isDash(tokens, join) || joinsHours(wordAt(tokens, join)) || (isAnd(wordAt(tokens, join)) && isBetween(wordAt(tokens, at - 1)))
  const hour = digitsValue(tokens, at)
  if (!joins || hour < 1 || hour > 12 || !isDigits(tokens, join + 1) || lengthAt(tokens, join + 1) > 2) return null
  const minutes = readMinutes(tokens, join + 2)
  const half = readHalf(tokens, minutes?.next ?? join + 2)
  if (!half) return null
  // "11-2pm" begins in the other half
  const wraps = hour % 12 > digitsValue(tokens, join + 1) % 12
  const own = wraps ? (half.value === 'pm' ? 'am' : 'pm') : half.value
  return { value: { hour: fullHour(hour, own) }, next: join }
}

const isPast = wordSet('past')
const pastMinutes = wordTable({ half: 30, quarter: 15 })
const isMinutes = wordSet('minutes min minute mins')

/** "half past seven", "quarter past eight in the evening", "20 minutes past six"; `at` is the minutes. */
function readPastHour(tokens: Tokens, at: number): Reading<Clock> | null {
  const named = pastMinutes(wordAt(tokens, at))
  const minutes = named === undefined ? readCardinal(tokens, at) : { value: named, next: at + 1 }
  if (!minutes || minutes.value > 59) return null
  const pastAt = isMinutes(wordAt(tokens, minutes.next)) ? minutes.next + 1 : minutes.next
  if (!isPast(wordAt(tokens, pastAt))) return null
  const hour = readCardinal(tokens, pastAt + 1)
  if (!hour || hour.value > 12) return null
  const whole = readHourOfPart(tokens, hour.value, hour.next) ?? readOclock(tokens, hour.value, hour.next)
  return { value: { hour: whole?.value.hour ?? hour.value, minute: minutes.value }, next: whole?.next ?? hour.next }
}

/** A time of day in any form: on the clock, in words, or the first of two that share their half of the day. */
export const readTimeOfDay = (tokens: Tokens, at: number): Reading<Clock> | null =>
  readPastHour(tokens, at) ?? readSharedHour(tokens, at) ?? readClock(tokens, at)

/** Words that {@link readPastHour} begins with besides cardinals. */
export const isPastWord = (word: number): boolean => pastMinutes(word) !== undefined

/** "0800 UTC": four digits and a zone. */
function readMilitary(tokens: Tokens, at: number): Reading<Clock> | null {
  const value = digitsValue(tokens, at)
  const [hour, minute] = [Math.floor(value / 100), value % 100]
  if (hour > 24 || minute > 59) return null
  const half = readHalf(tokens, at + 1)
  if (half && hour <= 12) return withZone(tokens, { hour: fullHour(hour, half.value), minute }, half.next)
  const zoned = withZone(tokens, { hour, minute }, at + 1)
  return zoned.value.zone && isWord(tokens, at + 1) ? zoned : null
}

function readWordedClock(tokens: Tokens, at: number): Reading<Clock> | null {
  const named = namedHours(wordAt(tokens, at))
  if (named !== undefined) return withZone(tokens, { hour: named, minute: 0 }, at + 1)
  const hour = cardinalOf(wordAt(tokens, at))
  if (hour === undefined || hour > 12) return null
  const half = readHalf(tokens, at + 1)
  if (half && !(half.next === at + 2 && tokens.cases[at] !== LetterCase.lower && isDash(tokens, at + 2))) {
    return withZone(tokens, { hour: fullHour(hour, half.value) }, half.next)
  }
  return readHourOfPart(tokens, hour, at + 1) ?? readOclock(tokens, hour, at + 1)
}

function readOclock(tokens: Tokens, hour: number, at: number): Reading<Clock> | null {
  if (!isWord(tokens, at) || hour > 12) return null
  const joined = isOclock(wordAt(tokens, at))
  if (!joined && !(isO(wordAt(tokens, at)) && isApostrophe(tokens, at + 1) && isClockWord(wordAt(tokens, at + 2)))) return null
  const next = joined ? at + 1 : at + 3
  const half = readHalf(tokens, next)
  if (half) return { value: { hour: fullHour(hour, half.value) }, next: half.next }
  return readHourOfPart(tokens, hour, next) ?? { value: { hour }, next }
}

/** A time after the "T" of an ISO 8601 date and time; the "T" stands at `at`, perhaps with digits joined. */
export function readIsoTime(tokens: Tokens, at: number): Reading<Clock> | null {
  return isWord(tokens, at) && isGlued(tokens, at) && isT(wordAt(tokens, at)) ? readClock(tokens, at + 1) : null
}
