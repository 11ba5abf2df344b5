import fc from './property'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  civilDay,
  dayNumber,
  daysInMonth,
  isCivilDay,
  isoOfDay,
  isoWeek,
  mondayOf,
  mondayOfWeek,
  nthWeekday,
  weekdayOf,
} from '../../server/src/core/recognize/dates/calendar'
import { easterSunday } from '../../server/src/core/recognize/dates/holidays'

const someDay = fc.integer({ min: -500_000, max: 500_000 })

describe('the calendar', () => {
  it('counts days from 1970-01-01', () => {
    assert.equal(dayNumber(1970, 1, 1), 0)
    assert.equal(dayNumber(1969, 12, 31), -1)
    assert.equal(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28), 2)
    assert.equal(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28), 1)
  })

  it('agrees with the calendar of the platform on any day', () => {
    fc.assert(
      fc.property(someDay, day => {
        const date = new Date(day * 86_400_000)
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        assert.deepEqual(civilDay(day), { year, month, day: dayOfMonth })
        assert.equal(dayNumber(year, month, dayOfMonth), day)
        assert.equal(weekdayOf(day), date.getUTCDay() === 0 ? 7 : date.getUTCDay())
      }),
    )
  })

  it('puts a day into one ISO week, which begins on its Monday', () => {
    fc.assert(
      fc.property(someDay, day => {
        const { year, week } = isoWeek(day)
        assert.equal(mondayOfWeek(year, week), mondayOf(day))
        assert.ok(mondayOf(day) <= day && day <= mondayOf(day) + 6)
      }),
    )
    assert.deepEqual(isoWeek(dayNumber(2020, 12, 31)), { year: 2020, week: 53 })
    assert.deepEqual(isoWeek(dayNumber(2018, 12, 31)), { year: 2019, week: 1 })
    assert.deepEqual(isoWeek(dayNumber(2025, 10, 25)), { year: 2025, week: 43 })
  })

  it('knows which days exist', () => {
    assert.equal(daysInMonth(2024, 2), 29)
    assert.equal(daysInMonth(2100, 2), 28)
    assert.ok(isCivilDay(2024, 2, 29))
    assert.ok(!isCivilDay(2025, 2, 29))
    assert.ok(!isCivilDay(2025, 13, 1))
  })

  it('finds weekdays by number in a month', () => {
    assert.equal(isoOfDay(nthWeekday(2025, 11, 4, 4)), '2025-11-27')
    assert.equal(isoOfDay(nthWeekday(2025, 5, 1, -1)), '2025-05-26')
  })

  it('finds Easter', () => {
    const sundays = [2019, 2020, 2024, 2025, 2026, 2038].map(year => isoOfDay(easterSunday(year)))
    assert.deepEqual(sundays, ['2019-04-21', '2020-04-12', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25'])
  })
})
