import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeDate } from '../../server/src/core/values/writeDate'
import { dateIn, datesIn } from './datesIn'

/** Each row: a draft, an article of 25 October 2025, and the draft with the article's date written into it. */
function table(rows: readonly (readonly [string, string, string])[]): void {
  for (const [draft, article, expected] of rows) {
    const date = dateIn(draft, null)
    const replacement = writeDate(dateIn(article), date, draft)
    assert.equal(draft.slice(0, date.start) + replacement + draft.slice(date.end), expected, `${draft} / ${article}`)
  }
}

describe('writing a source’s date into a draft', () => {
  it('keeps the order and form of days', () =>
    table([
      ['It runs out on Nov. 15.', 'expires on Nov 10', 'It runs out on Nov. 10.'],
      ['It runs out on Nov 15.', 'expires on 10 November', 'It runs out on Nov 10.'],
      ['It runs out on 15 November 2025.', 'expires on Nov 10', 'It runs out on 10 November 2025.'],
      ['It runs out on the 15th of November.', 'expires on Nov 22', 'It runs out on the 22nd of November.'],
      ['It runs out on November 15th.', 'expires on Nov 3', 'It runs out on November 3rd.'],
      ['It runs out on the fifteenth of November.', 'expires on Nov 21', 'It runs out on the twenty-first of November.'],
      ['It runs out on 2025-11-15.', 'expires on Nov 10', 'It runs out on 2025-11-10.'],
      ['It runs out on 11/15/2025.', 'expires on Nov 10', 'It runs out on 11/10/2025.'],
      ['It runs out on 15/11/25.', 'expires on Nov 10', 'It runs out on 10/11/25.'],
      ['It runs out on 15.11.2025.', 'expires on Dec 1', 'It runs out on 01.12.2025.'],
      ['IT RUNS OUT ON NOV. 15', 'expires on Dec 1', 'IT RUNS OUT ON DEC. 1'],
    ]))

  it('shortens months the way the draft does', () =>
    table([
      ['signed Nov. 15', 'signed on September 3', 'signed Sept. 3'],
      ['signed Nov. 15', 'signed on June 3', 'signed June 3'],
      ['signed Nov 15', 'signed on June 3', 'signed Jun 3'],
      ['signed in Sept. 2024', 'signed in June 2025', 'signed in June 2025'],
    ]))

  it('keeps weekdays, years and parts of the day only where the draft has them', () =>
    table([
      ['They met on Tuesday.', 'began on Saturday morning (Oct 25)', 'They met on Saturday.'],
      ['They met on Tues morning.', 'began on Saturday morning (Oct 25)', 'They met on Sat morning.'],
      ['They met on Friday morning.', 'on Friday afternoon', 'They met on Friday afternoon.'],
      ['They met on Friday morning.', 'They met on Thursday', 'They met on Thursday.'],
      ['on Tuesday, Nov. 15', 'on Nov 10', 'on Monday, Nov. 10'],
      ['It ended in early October.', 'in late September', 'It ended in late September.'],
      ['It ended in mid-2024.', 'in 2023', 'It ended in 2023.'],
      ['It ended in 2024.', 'will expire on Nov 10', 'It ended in 2025.'],
      ['It ended in October 2024.', 'will expire on Nov 10', 'It ended in November 2025.'],
    ]))

  it('writes ranges as ranges', () =>
    table([
      ['from October 20 to 27', 'from October 24 to 27', 'from October 24 to 27'],
      ['from October 20-26, 2025', 'from October 24 to 27', 'from October 24-27, 2025'],
      ['on October 20', 'from October 24 to 27', 'on October 24 to 27'],
      ['on 20 October 2025', 'from October 24 to 27', 'on 24 to 27 October 2025'],
      ['October 20 to 27, 2025', 'on October 24', 'October 24, 2025'],
      ['from 2019 to 2023', 'from 2018 to 2023', 'from 2018 to 2023'],
      ['in 2019-23', 'from 2018 to 2022', 'in 2018-22'],
      ['They meet on Tuesday.', 'They will meet on Saturday and Sunday', 'They meet on Saturday and Sunday.'],
    ]))

  it('writes periods', () =>
    table([
      ['in the 1920s', 'in the 1940s', 'in the 1940s'],
      ['in Q3 2025', 'in the second quarter of 2025', 'in Q2 2025'],
      ['in the third quarter of 2025', 'in Q2 2025', 'in the second quarter of 2025'],
      ['in the spring of 2024', 'in summer 2025', 'in the summer of 2025'],
      ['since spring', 'since last autumn', 'since autumn'],
    ]))

  it('writes what a coarser source has, and plain words where the draft’s form cannot take it', () =>
    table([
      ['due by October 20', 'due in November', 'due by November'],
      ['They meet next week.', 'They will meet on Thursday', 'They meet Thursday.'],
      ['They meet next week.', 'in two weeks', 'They meet the week of November 3, 2025.'],
      ['on Nov. 15', 'on the day before New Year’s Eve 2025', 'on Dec. 30'],
      ['He will play in 11 years', 'will leave on June 30', 'He will play June 30'],
      ['It opens at midnight on Friday', 'at noon on Friday', 'It opens at noon on Friday'],
      ['It opens at 3 p.m.', 'at 4 p.m.', 'It opens at 4 p.m.'],
    ]))

  it('gives the source’s words for a range of years that an undated source gives a day for', () => {
    for (const draft of ['from 2019 to 2023', 'in 2019-23'])
      assert.equal(writeDate(dateIn('expires on Nov 10', null), dateIn(draft, null), draft), 'Nov 10', draft)
  })

  it('writes days in numbers alone as such, two of a range too', () =>
    table([
      ['on 23/10/2025', 'on Saturday and Sunday', 'on 25/10/2025 to 26/10/2025'],
      ['on 2025-10-23', 'from October 24 to 27', 'on 2025-10-24 to 2025-10-27'],
      ['2025-10-23 to 2025-10-28', 'from October 24 to 27', '2025-10-24 to 2025-10-27'],
      ['24/10/2025–28/10/2025', 'on October 24', '24/10/2025'],
      ['It ends on 12/11/2025.', 'ends on November 10', 'It ends on 10/11/2025.'],
      ['It ends on 11/12/2025.', 'ends on November 10', 'It ends on 11/10/2025.'],
    ]))

  it('counts days as the draft does', () => {
    const rows = [
      ['On October 10 he warned of it. Five days later he hesitated.', 'He hesitated on October 13', 'Three days later'],
      ['On October 10 he warned of it. Two days later he hesitated.', 'He hesitated on October 11', 'One day later'],
      ['On October 10 he warned of it, and 14 days later he hesitated.', 'He hesitated on October 13', '3 days later'],
      ['On October 10 he warned of it. Five days later he hesitated.', 'He hesitated on October 9', 'October 9'],
    ]
    for (const [draft, article, expected] of rows)
      for (const day of [undefined, null])
        assert.equal(writeDate(dateIn(article), datesIn(draft, day)[1], draft), expected, `${draft} ${day}`)
  })
})
