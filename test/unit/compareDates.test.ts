import fc from './property'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { civilDay, dayNumber, isoOfDay, weekdayOf } from '../../server/src/core/recognize/dates/calendar'
import { compareClaimedDate, compareDates } from '../../server/src/core/values/compareDates'
import { dateIn } from './datesIn'

/** Each row: a draft's text, an article's text, how the dates stand. The draft has no date of its own, the article is of 25 October 2025. */
function table(rows: readonly (readonly [string, string, string])[]): void {
  for (const [draft, article, expected] of rows) {
    assert.equal(compareDates(dateIn(draft, null), dateIn(article)), expected, `${draft} / ${article}`)
  }
}

describe('comparing dates', () => {
  it('compares days', () =>
    table([
      ['on 10 November 2025', 'It expires on Nov. 10', 'equal'],
      ['on Nov. 10', 'It expires on Nov. 10', 'compatible'],
      ['on Nov. 15', 'It expires on Nov. 10', 'different'],
      ['on Nov. 10, 2024', 'It expires on Nov. 10', 'different'],
    ]))

  it('takes a coarser date for the finer one it holds', () =>
    table([
      ['in November', 'It expires on Nov. 10', 'compatible'],
      ['in December', 'It expires on Nov. 10', 'different'],
      ['in 2025', 'It expires on Nov. 10', 'compatible'],
      ['in 2024', 'It expires on Nov. 10', 'different'],
      ['in the third quarter of 2025', 'in August 2025', 'compatible'],
      ['in the 1940s', 'in 1943', 'compatible'],
      ['in the 1920s', 'in the 1940s', 'different'],
      ['in the 20th century', 'in 1943', 'compatible'],
      ['around 1950', 'in 1951', 'compatible'],
      ['around 1950', 'in 1960', 'different'],
      ['in fiscal 2025', 'in 2025', 'equal'],
      ['in fiscal 2024', 'in 2025', 'different'],
    ]))

  it('compares weekdays with the days they fall on', () =>
    table([
      ['on Saturday', 'began on Saturday morning (Oct 25)', 'compatible'],
      ['on Tuesday', 'began on Saturday morning (Oct 25)', 'different'],
      ['on Friday', 'he said on October 24', 'compatible'],
      ['on Friday', 'he said yesterday', 'compatible'],
      ['on Thursday', 'he said yesterday', 'different'],
      ['on Friday', 'in November', 'incomparable'],
      ['on Friday, 24 October', 'he said on Friday', 'compatible'],
      ['on Thursday, 24 October', 'he said on Friday', 'different'],
    ]))

  it('finds the days of a range within what lies around them', () =>
    table([
      ['between 22 and 24 October', 'earlier this week', 'compatible'],
      ['between 22 and 24 October', 'this year', 'compatible'],
      ['between 2 and 4 October', 'earlier this week', 'different'],
      ['between 22 and 24 October', 'from October 22 to 23', 'different'],
      ['from Sunday until October 24', 'from Sunday to Oct. 26', 'different'],
    ]))

  it('compares a day with a range in an article without a date', () => {
    for (const [draft, article, expected] of [
      ['on Oct. 30', 'from Sunday to Oct. 30', 'compatible'],
      ['on Oct. 28', 'from Sunday to Oct. 30', 'incomparable'],
      ['on Oct. 28', 'from Oct. 26 to Oct. 30', 'compatible'],
      ['on Nov. 3', 'from Oct. 26 to Oct. 30', 'different'],
    ] as const)
      assert.equal(compareDates(dateIn(draft), dateIn(article, null)), expected, `${draft} / ${article}`)
  })

  it('compares an end with the end of a range', () =>
    table([
      ['until 28 October', 'They travel from Sunday to Oct. 30', 'different'],
      ['until 30 October', 'They travel from Sunday to Oct. 30', 'compatible'],
      ['since October 24', 'They talk from October 24 to 27', 'compatible'],
      ['since October 26', 'They talk from October 24 to 27', 'different'],
    ]))

  it('compares ranges, weekends and seasons', () =>
    table([
      ['from October 24 to 27, 2025', 'from October 24 to 27', 'equal'],
      ['from October 20 to 27', 'from October 24 to 27', 'different'],
      ['on October 25', 'from October 24 to 27', 'compatible'],
      ['on October 20', 'from October 24 to 27', 'different'],
      ['from 2019 to 2023', 'from 2018 to 2023', 'different'],
      ['in 2021', 'from 2018 to 2023', 'compatible'],
      ['this weekend', 'They will meet on Saturday and Sunday', 'compatible'],
      ['this weekend', 'They met on Tuesday', 'different'],
      ['this weekend', 'They met in March 2025', 'incomparable'],
      ['since spring', 'since spring', 'compatible'],
      ['since spring', 'since last autumn', 'different'],
      ['since spring', 'since April', 'compatible'],
    ]))

  it('takes numbers for month and day or day and month', () =>
    table([
      ['on 11/10/2025', 'It expires on Nov. 10', 'equal'],
      ['on 10/11/2025', 'It expires on Nov. 10', 'equal'],
      ['on 10/12/2025', 'It expires on Nov. 10', 'different'],
      ['on 10.11.2025', 'It expires on Oct. 11', 'different'],
    ]))

  it('minds the early, middle and late part of a month or year', () =>
    table([
      ['in late November 2025', 'It ends on Nov. 8', 'different'],
      ['in late November', 'It ends on Nov. 24', 'compatible'],
      ['in mid-November 2025', 'It ends on Nov. 10', 'compatible'],
      ['at the end of October 2025', 'It ended on Oct. 3', 'different'],
      ['in early 2025', 'It ended in March 2025', 'compatible'],
      ['in early 2025', 'It ended on Oct. 3', 'different'],
      ['earlier in October 2025', 'It ended on Oct. 24', 'compatible'],
    ]))

  it('does not insist on the week that a weekday was put into', () => {
    const compare = (claim: string, evidence: string): string => compareDates(dateIn(claim), dateIn(evidence))
    // the 23rd and the 30th: nothing says whether it is past or to come
    assert.equal(compare('talks in Velm on Thursday', 'They will meet next week'), 'compatible')
    assert.equal(compare('talks in Velm on Thursday', 'They will meet in three weeks'), 'different')
  })

  it('takes a named week as it is, with its Sunday on either side, and a counted one roughly', () =>
    table([
      ['on 1 November 2025', 'It ends next week', 'compatible'],
      ['on 3 November 2025', 'It ends next week', 'compatible'],
      ['on 4 November 2025', 'It ends next week', 'different'],
      ['on 5 November 2025', 'It ends in a week', 'compatible'],
    ]))

  it('compares times of day, with their zones where told', () =>
    table([
      ['on Friday morning', 'on Friday afternoon', 'different'],
      ['on Friday', 'on Friday afternoon', 'compatible'],
      ['at 3 p.m.', 'at 4 p.m.', 'different'],
      ['at 15:00', 'at 3 p.m.', 'equal'],
      ['at 10:00 EST', 'at 15:00 UTC', 'equal'],
      ['at 3 p.m.', 'on Friday', 'incomparable'],
      ['Friday morning', 'at 10:00 on Friday', 'compatible'],
    ]))

  it('says so where nothing can be compared', () =>
    table([
      ['next week', 'in two weeks', 'incomparable'],
      ['now', 'on October 24', 'incomparable'],
      ['on Friday', 'in 2025', 'incomparable'],
    ]))

  it('does not hold a year against a draft that tells none', () => {
    const in2025 = (text: string) => dateIn(text, dayNumber(2025, 11, 20))
    assert.equal(compareClaimedDate(in2025('on 3 November'), dateIn('on 3 November 2023')), 'compatible')
    assert.equal(compareClaimedDate(in2025('in May'), dateIn('in May 2013')), 'compatible')
    assert.equal(compareClaimedDate(in2025('on 4 November'), dateIn('on 3 November 2023')), 'different')
    assert.equal(compareClaimedDate(in2025('last May'), dateIn('in May 2013')), 'different')
    assert.equal(compareClaimedDate(in2025('on 3 November 2023'), dateIn('on 3 November')), 'different')
  })

  it('does not hold the week or year that no text wrote against a draft', () => {
    const draft = dateIn('He said on Friday', dayNumber(2025, 11, 20))
    assert.equal(compareDates(draft, dateIn('He said on Friday')), 'compatible')
    const deadline = dateIn('It will expire on Nov 10', dayNumber(2026, 3, 1))
    assert.equal(compareDates(deadline, dateIn('It will expire on Nov 10')), 'compatible')
  })
})

describe('the laws of comparing dates', () => {
  const texts = [
    'in 2025', 'in November', 'on Nov. 10', 'on 10 November 2025', 'on Friday', 'on Friday, October 24, 2025', 'next week', 'two weeks ago', 'this weekend',
    'from October 24 to 27', 'from 2019 to 2023', 'in the 1940s', 'the 19th century', 'in Q3 2025', 'since spring', 'in the summer of 2024', 'fiscal 2025',
    'at 3 p.m.', 'on Friday morning', 'at 12:00 UTC Monday', 'at Christmas', 'now', 'in early October', 'by the end of 2024', 'on Saturday and Sunday',
  ] // prettier-ignore
  const mention = fc
    .tuple(fc.constantFrom(...texts), fc.constantFrom(null, dayNumber(2025, 10, 25), dayNumber(2024, 2, 29)))
    .map(([text, day]) => dateIn(text, day))

  it('is symmetric', () => fc.assert(fc.property(mention, mention, (a, b) => assert.equal(compareDates(a, b), compareDates(b, a)))))

  it('finds a date equal to itself, where it can be compared at all', () =>
    fc.assert(
      fc.property(mention, date => {
        const found = compareDates(date, date)
        assert.ok(
          found === 'equal' || (found === 'incomparable' && date.days === null) || date.granularity === 'vague',
          `${date.text}: ${found}`,
        )
      }),
    ))

  it('puts a day into its year, month and week and under its weekday, and a neighbour into none of its own', () =>
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1950, 1, 1), max: dayNumber(2090, 12, 31) }), day => {
        const { year, month } = civilDay(day)
        const months = 'January February March April May June July August September October November December'.split(' ')
        const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
        const date = dateIn(`on ${isoOfDay(day)}`)
        for (const text of [`in ${year}`, `in ${months[month - 1]} ${year}`, `in ${months[month - 1]}`]) {
          assert.equal(compareDates(dateIn(text, null), date), 'compatible', text)
        }
        assert.equal(compareDates(dateIn('this week', day), date), 'compatible')
        assert.equal(compareDates(dateIn(`in ${year + 1}`, null), date), 'different')
        assert.equal(compareDates(dateIn(`on ${weekdays[weekdayOf(day) - 1]}`, null), date), 'compatible')
        assert.equal(compareDates(dateIn(`on ${weekdays[weekdayOf(day) % 7]}`, null), date), 'different')
        assert.equal(compareDates(date, dateIn(`on ${isoOfDay(day + 1)}`)), 'different')
      }),
    ))

  it('puts the days of a range into it and the days around out of it', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 30 }),
        (first, length, day) => {
          const range = dateIn(`from November ${first} to ${first + length}, 2025`)
          const inside = day >= first && day <= first + length
          assert.equal(compareDates(dateIn(`on November ${day}, 2025`), range), inside ? 'compatible' : 'different')
          assert.equal(compareDates(dateIn(`on November ${day}`, null), range), inside ? 'compatible' : 'different')
        },
      ),
    ))
})
