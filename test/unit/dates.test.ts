import fc, { runs } from './property'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dateIn, datesIn, today, written } from './datesIn'

/** Each row: a text and its dates as "text = value", bars between several. */
function table(rows: readonly (readonly [string, string])[], documentDay: number | null = today): void {
  for (const [text, expected] of rows) assert.equal(written(text, documentDay), expected, text)
}

// the document is of Saturday, 25 October 2025
describe('dates', () => {
  it('are read in every usual order and abbreviation', () =>
    table([
      ['The truce runs out on Nov. 10 unless extended.', 'Nov. 10 = 2025-11-10'],
      ['The truce runs out on Nov . 10 , 2025 .', 'Nov . 10 , 2025 = 2025-11-10'],
      ['It will end on 10 November.', '10 November = 2025-11-10'],
      ['It will end on the 10th of November.', 'the 10th of November = 2025-11-10'],
      ['It will end on November 10th.', 'November 10th = 2025-11-10'],
      ['It will end on Nov\u00a010.', 'Nov\u00a010 = 2025-11-10'],
      ['He was born on 25 May 1961 in Lyon.', '25 May 1961 = 1961-05-25'],
      ['Dated 2025-11-10, sent 2025-11-10T13:15:30Z', '2025-11-10 = 2025-11-10 | 2025-11-10T13:15:30Z = 2025-11-10T13:15:30Z'],
      ['signed 11/10/2025 and 25/10/2025 and 25.10.2025', '11/10/2025 = 2025-11-10 | 25/10/2025 = 2025-10-25 | 25.10.2025 = 2025-10-25'],
      ['on 10-Nov-2025', '10-Nov-2025 = 2025-11-10'],
      ['in November 2025 and in Dec. 2025', 'November 2025 = 2025-11 | Dec. 2025 = 2025-12'],
      ['on May twenty-first, nineteen eighty-six', 'May twenty-first, nineteen eighty-six = 1986-05-21'],
    ]))

  it('may be a weekday and a calendar date at once', () =>
    table([
      ['photographed on Friday, October 24, 2025', 'Friday, October 24, 2025 = 2025-10-24'],
      ['began on Saturday morning (Oct 25), state media said', 'Saturday morning (Oct 25) = 2025-10-25TMO'],
      ['It was closed on Friday the 24th.', 'Friday the 24th = 2025-10-24'],
    ]))

  it('may be years, decades, centuries and parts of years', () =>
    table([
      ['between 2019 and 2023', '2019 and 2023 = 2019/2023'],
      ['an airfield tower of the 1940s', '1940s = 194'],
      ["hits of the '90s and the eighties", "'90s = 199 | eighties = 198"],
      ['the 19th century', 'the 19th century = 18'],
      [
        'sales in Q3 2025, in the third quarter of last year and in the first half of 2024',
        'Q3 2025 = 2025-Q3 | the third quarter of last year = 2024-Q3 | the first half of 2024 = 2024-H1',
      ],
      ['fiscal 2025 and the financial year 2024', 'fiscal 2025 = FY2025 | financial year 2024 = FY2024'],
      ['in the summer of 2020 and this spring', 'summer of 2020 = 2020-SU | this spring = 2025-SP'],
      ['dropped in early October and mid-2024', 'early October = 2025-10 START | mid-2024 = 2024 MID'],
      ['built circa 1950 and around 1970', 'circa 1950 = 1950 APPROX | around 1970 = 1970 APPROX'],
      ['due by the end of the year', 'the end of the year = 2025 END'],
      ["the lowest since '82", "'82 = 1982"],
    ]))

  it('may be ranges that share their parts', () =>
    table(
      [
        ['talks from October 24 to 27 in Malaysia', 'October 24 to 27 = 2025-10-24/2025-10-27'],
        ['Oct. 24-27, 2025', 'Oct. 24-27, 2025 = 2025-10-24/2025-10-27'],
        ['24 to 27 October 2025', '24 to 27 October 2025 = 2025-10-24/2025-10-27'],
        ['between the ninth and the eleventh of November', 'the ninth and the eleventh of November = 2025-11-09/2025-11-11'],
        ['They will meet on Saturday and Sunday.', 'Saturday and Sunday = 2025-10-25/2025-10-26'],
        ['They met on Tuesday and Thursday.', 'Tuesday = 2025-10-21 | Thursday = 2025-10-23'],
        ['She will travel from Sunday to Oct. 30.', 'Sunday to Oct. 30 = 2025-10-26/2025-10-30'],
        ['He came home and shows it from Sunday to Oct. 30.', 'Sunday to Oct. 30 = 2025-10-26/2025-10-30'],
        ['from 2019 to 2023, then 2019-23', '2019 to 2023 = 2019/2023 | 2019-23 = 2019/2023'],
        ['from December 30, 2024 to January 4', 'December 30, 2024 to January 4 = 2024-12-30/2025-01-04'],
        ['from 2007 to the end of 2008', '2007 to the end of 2008 = 2007/2008'],
        ['open from 9 to 11 a.m. on Friday', '9 to 11 a.m. on Friday = 2025-10-24T09:00/2025-10-24T11:00'],
      ].slice(0, -1) as [string, string][],
    ))

  it('may be told relative to the document', () =>
    table([
      ['The summit is next week.', 'next week = 2025-W44'],
      ['Two weeks ago they met.', 'Two weeks ago = 2025-W41'],
      ['They plan to meet in two weeks.', 'in two weeks = 2025-W45'],
      ['They moved a year and a half ago.', 'a year and a half ago = 2024-04'],
      ['Earlier this week the ministry confirmed it.', 'Earlier this week = 2025-W43 START'],
      ['They depart later this month.', 'later this month = 2025-10 END'],
      ['the talks this weekend', 'this weekend = 2025-W43-WE'],
      ['He spoke yesterday evening and last night.', 'yesterday evening = 2025-10-24TEV | last night = 2025-10-24TNI'],
      ['The trial opened on 17 August last year.', '17 August last year = 2024-08-17'],
      ['in the three months to June 30 it lost money', 'the three months to June 30 = 2025-Q2'],
      ['It lost money in the six months ended December 2024.', 'the six months ended December 2024 = 2024-H2'],
      ['It lost money in the three months to July 31.', 'the three months to July 31 = 2025-05/2025-07'],
      ['more than in the same quarter of 2024', 'the same quarter of 2024 = 2024'],
      ['growth since spring', 'spring = 2025-SP'],
      ['It fell in January from the same month a year ago.', 'January = 2025-01 | the same month a year ago = 2024-01'],
      ['The vote is on Tuesday of next week.', 'Tuesday of next week = 2025-10-28'],
      ['three days after January 12, 2024', 'three days after January 12, 2024 = 2024-01-15'],
      ['the week of October 27, 2025', 'the week of October 27, 2025 = 2025-W44'],
    ]))

  it('count from the date before where they say so', () =>
    table([
      ['On March 3, 2024 he resigned; he had denied it the day before.', 'March 3, 2024 = 2024-03-03 | the day before = 2024-03-02'],
      ['Sales peaked in June 2023 and halved a year later.', 'June 2023 = 2023-06 | a year later = 2024'],
      [
        'On October 10 he threatened tariffs by November 1. Three days later he hesitated.',
        'October 10 = 2025-10-10 | November 1 = 2025-11-01 | Three days later = 2025-10-13',
      ],
      [
        'The rules take effect on November 8, and two days after that the truce ends.',
        'November 8 = 2025-11-08 | two days after that = 2025-11-10',
      ],
      ['The truce ends on November 10. The rules begin two days earlier.', 'November 10 = 2025-11-10 | two days earlier = 2025-11-08'],
      ['The plane landed on Tuesday at 18:00 UTC.', 'Tuesday at 18:00 UTC = 2025-10-21T18:00Z'],
      ['It landed on Tuesday in Lima at 18:00 UTC.', 'Tuesday = 2025-10-21 | 18:00 UTC = 2025-10-21T18:00Z'],
    ]))

  it('count from the only day before where no year is known', () =>
    table(
      [
        ['On October 10 he threatened tariffs. Three days later he hesitated.', 'October 10 = XXXX-10-10 | Three days later = XXXX-10-13'],
        ['The truce ends on March 2. The rules begin three days earlier.', 'March 2 = XXXX-03-02 | three days earlier = XXXX-02-27'],
        [
          'On October 10 he threatened tariffs by November 1. Three days later he hesitated.',
          'October 10 = XXXX-10-10 | November 1 = XXXX-11-01 | Three days later = XXXX-10-13',
        ],
        [
          'On October 10 he named November 1 as the day. Three days later he hesitated.',
          'October 10 = XXXX-10-10 | November 1 = XXXX-11-01 | Three days later = XXXX-XX-XX',
        ],
        ['October 13. Three days later he hesitated.', 'October 13 = XXXX-10-13 | Three days later = XXXX-XX-XX'],
        ['On Friday he warned of it. Three days later he hesitated.', 'Friday = XXXX-WXX-5 | Three days later = XXXX-XX-XX'],
        ['In October he warned of it. A week later he hesitated.', 'October = XXXX-10 | A week later = XXXX-WXX'],
      ],
      null,
    ))

  it('may be days of a month that is named before, or of the document’s', () =>
    table([
      ['The delegation stays from the 24th to the 27th.', 'the 24th to the 27th = 2025-10-24/2025-10-27'],
      ['It opened on 10 September. On the thirteenth Mr Brown left.', '10 September = 2025-09-10 | the thirteenth = 2025-09-13'],
      ['Curbs begin on 1 November. On the thirteenth she spoke of a delay.', '1 November = 2025-11-01 | the thirteenth = 2025-10-13'],
      ['They left on the 20th and met on the 21st.', 'the 20th = 2025-10-20 | the 21st = 2025-10-21'],
      ['They met between the fourth and the ninth.', 'the fourth and the ninth = 2025-10-04/2025-10-09'],
    ]))

  it('may be holidays', () =>
    table([
      ['The fireworks on New Year’s Eve will be cancelled.', 'New Year’s Eve = 2025-12-31'],
      ['lanterns for Christmas', 'Christmas = 2025-12-25'],
      ['Easter 2026 and Good Friday 2026', 'Easter 2026 = 2026-04-05 | Good Friday 2026 = 2026-04-03'],
      ['the worst day since Black Monday, and since 9/11', 'Black Monday = 1987-10-19 | 9/11 = 2001-09-11'],
      ['Shops were full last Thanksgiving.', 'last Thanksgiving = 2024-11-28'],
    ]))

  it('may be times of day', () =>
    table([
      ['at 3 p.m. EST on Friday', '3 p.m. EST on Friday = 2025-10-24T15:00-05:00'],
      ['at 12:00 UTC Monday', '12:00 UTC Monday = 2025-10-27T12:00Z'],
      ['the 2024/25 season, 1999/2000', '2024/25 = 2024/2025 | 1999/2000 = 1999/2000'],
      ['Q1–Q3 2025, from Q4 2024 to Q2', 'Q1–Q3 2025 = 2025-Q1/2025-Q3 | Q4 2024 to Q2 = 2024-Q4/2025-Q2'],
      ['due 10-Oct-25 and 3-Nov-2025', '10-Oct-25 = 2025-10-10 | 3-Nov-2025 = 2025-11-03'],
      ['at 4.52 in the morning', '4.52 in the morning = 2025-10-25T04:52'],
      ['at 9:05 at night', '9:05 at night = 2025-10-25T21:05'],
      ["six o'clock in the evening", "six o'clock in the evening = 2025-10-25T18:00"],
      ['at 0800 GMT', '0800 GMT = 2025-10-25T08:00Z'],
      ['at half past seven in the evening', 'half past seven in the evening = 2025-10-25T19:30'],
      ['between 9 and 11 p.m.', '9 and 11 p.m. = 2025-10-25T21:00/2025-10-25T23:00'],
    ]))
})

describe('the tense of a sentence', () => {
  it('decides whether a date is past or to come', () =>
    table([
      ['Trump told reporters on Friday aboard the plane.', 'Friday = 2025-10-24'],
      ['She is to leave for her first trip since returning to office in January.', 'January = 2025-01'],
      ['They set the stage for expected talks on Thursday.', 'Thursday = 2025-10-30'],
      ['The delegations will meet on Thursday.', 'Thursday = 2025-10-30'],
      ['On Monday, the ministry convened a meeting.', 'Monday = 2025-10-20'],
      ['On Monday, the ministry will convene a meeting.', 'Monday = 2025-10-27'],
      ['The bank said Wednesday it would buy bonds.', 'Wednesday = 2025-10-22'],
      ['The contract may be signed on September 12.', 'September 12 = 2026-09-12'],
      ['On October 10, the president threatened to impose a tariff.', 'October 10 = 2025-10-10'],
      ['The new rules took effect on December 1.', 'December 1 = 2024-12-01'],
      ['The board approved a dividend, payable on September 15.', 'September 15 = 2026-09-15'],
      ['Controls are set to take effect on November 8.', 'November 8 = 2025-11-08'],
      ['Markets were ordered to stay closed until Tuesday.', 'Tuesday = 2025-10-28'],
      ['He has led the party since February.', 'February = 2025-02'],
      ['In the fourth quarter the company lost money.', 'the fourth quarter = 2024-Q4'],
      ['May 29, 2025\nThe company on Tuesday delivered the last jet.', 'May 29, 2025 = 2025-05-29 | Tuesday = 2025-10-21'],
    ]))

  it('is not needed where the document’s date is unknown', () =>
    table(
      [
        ['It runs out on Nov. 10.', 'Nov. 10 = XXXX-11-10'],
        ['They met on Friday.', 'Friday = XXXX-WXX-5'],
        ['in November', 'November = XXXX-11'],
        ['next week', 'next week = XXXX-WXX'],
        ['in 2024', '2024 = 2024'],
      ],
      null,
    ))
})

describe('what is no date', () => {
  const texts = [
    'The meeting may influence outcomes.',
    'They march to parliament.',
    'The Sun reported it, April Jones said.',
    'June said she would march on.',
    'He has 2,025 people and 2000 soldiers.',
    'The index fell to 7,114.3 points.',
    'It beat the Boeing 747 by 2-1.',
    'A second term, the first time in two years.',
    'two weeks of talks and a four-day trip',
    '402 games in 11 years, three wins in two months',
    'It will be built in six years from the start of work.',
    'Call +86 138-2010-2015 or version 2.10.2015.1.',
    'He is in his 80s and fell down the stairs.',
    'the Russell 2000 Index',
    'Bloody Sunday and Sheffield Wednesday',
    'an average of 12.30 in 24/7 service',
    'cutting migration to the tens of thousands',
    'Merry Christmas, Mr Lawrence',
    'a spring in his step and the fall of the wall',
    'an office on the 4th floor, on the twelfth floor and from the 4th to the 9th floor',
    'The case is before the court on the third of three questions, and on the first.',
    'He served on the 7th Fleet.',
    'The last day of the trip, the last week of the campaign, on the last day.',
  ]
  for (const text of texts) it(text, () => assert.equal(written(text), ''))
})

describe('mentions', () => {
  it('carry exact offsets, also with carriage returns and characters outside the basic plane', () => {
    const text = '🎆🎆 On\r\nNov.\r\n10 they left.'
    const date = dateIn(text)
    assert.equal(text.slice(date.start, date.end), 'Nov.\r\n10')
  })

  it('carry their days, their written fields and how they bound', () => {
    const range = dateIn('closed from October 24 to 27')
    assert.deepEqual(range.days, { first: today - 1, last: today + 2 })
    assert.deepEqual(range.written, { month: 10, day: 24 })
    assert.deepEqual(range.writtenLast, { month: 10, day: 27 })
    assert.deepEqual(
      ['since spring', 'until Nov. 10', 'by Friday', 'before November', 'after 2019', 'on Friday'].map(text => dateIn(text).relation),
      ['since', 'until', 'by', 'before', 'after', 'at'],
    )
    assert.deepEqual(
      ['next week', 'on Friday', 'in 2024', 'on 10 November 2025'].map(text => dateIn(text).relative),
      [true, true, false, false],
    )
  })
})

describe('any text', () => {
  const words =
    "May march Oct. 24 2025 1 12 31 0 1940 s ' ’ st th Friday Sat. ( ) , - – / : . the of in to and from between since early mid end first second last next this two a weeks days year ago later before after Christmas Q 3 half quarter summer pm a.m. UTC + today the-day-before noon past $ % \n 🎆".split(
      ' ',
    )
  it('gives mentions in order, without overlap, with their own text', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' '))), fc.constantFrom(null, today), (pieces, day) => {
        const text = pieces.map(piece => piece.join('')).join('')
        let end = 0
        for (const date of datesIn(text, day)) {
          assert.ok(date.start >= end && date.end > date.start)
          assert.equal(text.slice(date.start, date.end), date.text)
          assert.ok(!date.days || date.days.first <= date.days.last, `${date.text} ${date.timex.value}`)
          end = date.end
        }
      }),
      { numRuns: runs(2000) },
    ))
})

describe('hostile text', () => {
  const pieces = [
    'May ',
    '1 ',
    '2020 ',
    'and ',
    '1-',
    '20-',
    '1/1/',
    'Friday, ',
    'October 24 to ',
    'a day after ',
    'the first of ',
    '1, 2, ',
    '24 and ',
    "'90 ",
    'early ',
  ]
  it('takes time in proportion to its length', () => {
    for (const piece of pieces) {
      const time = (length: number): number => {
        const text = piece.repeat(length / piece.length)
        const runs = [0, 1, 2].map(() => {
          const start = performance.now()
          datesIn(text)
          return performance.now() - start
        })
        return Math.min(...runs)
      }
      time(20_000)
      const [short, long] = [time(40_000), time(160_000)]
      assert.ok(long < 16 * short + 50, `${JSON.stringify(piece)}: ${short.toFixed(1)} ms, four times as long ${long.toFixed(1)} ms`)
    }
  })
})
