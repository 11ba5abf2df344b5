import { cardinalWords, ordinalWords } from '../../text/englishNumbers'
import { wordSet, wordTable } from '../../text/vocabulary'
import type { DayPart, Modifier, ShiftUnit } from './expression'

/** Month names, 1 to 12, and their abbreviations. */
export const monthOf = wordTable({
  'january jan': 1,
  'february feb': 2,
  'march mar': 3,
  'april apr': 4,
  may: 5,
  'june jun': 6,
  'july jul': 7,
  'august aug': 8,
  'september sep sept': 9,
  'october oct': 10,
  'november nov': 11,
  'december dec': 12,
})

/** Month words that may take a point. */
export const isShortMonth = wordSet('jan feb mar apr jun jul aug sep sept oct nov dec')

/** Month words that are as well something else (verbs, names, adjectives), so that a month needs a sign of being one. */
export const isDoubtfulMonth = wordSet('jan mar march april may june jun jul august sep dec apr')

/** Monday 1 to Sunday 7. */
export const weekdayNames = wordTable({
  'monday mon mondays': 1,
  'tuesday tue tues tuesdays': 2,
  'wednesday wed weds wednesdays': 3,
  'thursday thu thur thurs thursdays': 4,
  'friday fri fridays': 5,
  'saturday sat saturdays': 6,
  'sunday sun sundays': 7,
})

/** Weekday words that may take a point; most are other words as well. */
export const isShortWeekday = wordSet('mon tue tues wed weds thu thur thurs fri sat sun')

/** "Mondays": every Monday, no day of the calendar. */
export const isPluralWeekday = wordSet('mondays tuesdays wednesdays thursdays fridays saturdays sundays')

/** Spring 1, summer 2, autumn 3, winter 4. */
export const seasonOf = wordTable({ spring: 1, summer: 2, 'autumn fall': 3, winter: 4 })

/** "last" -1, "this" 0, "next" 1. */
export const deixisOf = wordTable<-1 | 0 | 1>({
  'last past previous preceding': -1,
  'this current present': 0,
  'next coming following upcoming': 1,
})

/** Of {@link deixisOf}, those that count from the date that the text spoke of before. */
export const isAnaphoric = wordSet('previous preceding following')

/** Units of time, in any number. */
export const unitOf = wordTable<ShiftUnit>({
  'minute minutes min mins': 'minute',
  'hour hours hr hrs': 'hour',
  'day days': 'day',
  'weekend weekends': 'weekend',
  'week weeks wk wks': 'week',
  'month months': 'month',
  'quarter quarters': 'quarter',
  'half halves': 'half',
  'year years yr yrs': 'year',
  'decade decades': 'decade',
  'century centuries': 'century',
})

/** Parts of the day. */
export const dayPartOf = wordTable<DayPart>({
  'morning mornings': 'MO',
  'noon midday lunchtime': 'MI',
  'afternoon afternoons': 'AF',
  'evening evenings': 'EV',
  'night nights overnight': 'NI',
})

/** Days from today. */
export const adverbOf = wordTable<{ readonly day: number; readonly part?: DayPart }>({
  today: { day: 0 },
  yesterday: { day: -1 },
  'tomorrow tmrw': { day: 1 },
  tonight: { day: 0, part: 'NI' },
})

/** Numbers up to ninety; "a" is one. */
export const cardinalOf = wordTable({ ...cardinalWords, 'a an': 1 })

/** Ordinals up to the ninetieth. */
export const ordinalOf = wordTable(ordinalWords)

/** What stands after digits in "10th". */
export const isOrdinalSuffix = wordSet('st nd rd th')

/** Decades of a century by name: "the eighties". */
export const decadeOf = wordTable({
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
})

/** "early", "mid", "late" before a date, and "beginning", "middle", "end" before "of" and a date. */
export const modifierOf = wordTable<Modifier>({
  'early beginning start opening': 'START',
  'mid middle': 'MID',
  'late end close later rest remainder': 'END',
  'circa approximately around': 'APPROX',
})

/** Of {@link modifierOf}, those that take "of". */
export const takesOf = wordSet('beginning start opening middle end close rest remainder')

/** Time zones by name, as TIMEX3 writes the offset. Where a name has several, the one that news in English means. */
export const zoneOf = wordTable({
  'utc gmt z': 'Z',
  'bst cet wat': '+01:00',
  'cest eet cat sast': '+02:00',
  'eest msk eat ast': '+03:00',
  ist: '+05:30',
  'hkt sgt awst': '+08:00',
  'jst kst': '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  'est et': '-05:00',
  edt: '-04:00',
  'cst ct': '-06:00',
  cdt: '-05:00',
  'mst mt': '-07:00',
  mdt: '-06:00',
  'pst pt': '-08:00',
  pdt: '-07:00',
})

/** Words that stand before a date and show that a doubtful word is one. */
export const leadsDate = wordSet(
  'in on since until till by of from between before after during through throughout early late mid last next this past coming to and or for around about circa each every',
)

// single words that several readers ask for

/** "the" */
export const isThe = wordSet('the')
/** "of" */
export const isOf = wordSet('of')
/** "in" */
export const isIn = wordSet('in')
/** "on" */
export const isOn = wordSet('on')
/** "and" */
export const isAnd = wordSet('and')
/** The "s" of "1940s" and "year's". */
export const isS = wordSet('s')
/** "year" */
export const isYearWord = wordSet('year')
/** "weekend" */
export const isWeekend = wordSet('weekend')

/** "fiscal year", "financial year". */
export const isFiscal = wordSet('fiscal financial')

/** Units in the plural: stretches of time rather than one unit. */
export const isPluralUnit = wordSet('days weeks weekends months quarters halves years decades centuries minutes hours mins hrs yrs wks')
