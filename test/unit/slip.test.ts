import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isOffCalendar, slipBetween, slipBetweenDates } from '../../server/src/core/values/slip'
import { dateIn } from './datesIn'
import { figureIn } from './figureIn'

const between = (a: string, b: string): number =>
  slipBetween({ kind: 'figure', figure: figureIn(a) }, { kind: 'figure', figure: figureIn(b) })

describe('one figure is another gone wrong in copying', () => {
  const slips = [
    ['63.7%', '67.3%', 'two digits changed places'],
    ['410,000 homes', '140,000 homes', 'two digits changed places'],
    ['€8.2bn', '2.8 billion euros', 'two digits changed places'],
    ['11.0%', '10.1%', 'two digits changed places'],
    ['17,500 workers', '27,500 workers', 'a digit is another'],
    ['3.5 million euros', '€3.5bn', 'a scale is another'],
    ['$13.6bn to $14.8bn', '$13.6bn to $13.8bn', 'one end of a range'],
  ]
  for (const [a, b, why] of slips) it(`${a} for ${b}: ${why}`, () => assert.equal(between(a, b), 1))

  it('26 seats for 29 seats: may be chance too', () => {
    assert.ok(between('26 seats', '29 seats') > 0)
    assert.ok(between('26 seats', '29 seats') < 1)
  })

  const others = [
    ['19%', '157%', 'nothing in common'],
    ['4 days', '5 days', 'no more than a digit'],
    ['300 houses', '3,000 houses', 'no more than a digit'],
    ['19%', '19%', 'the same'],
    ['25 minutes', '20 seconds', 'units'],
    ['140,000 people', '14 people', 'the same digits four orders of magnitude apart'],
    ['2-1', '1-2', 'scores'],
    ['$12.6bn to $14.8bn', '$13.6bn to $13.8bn', 'both ends of a range'],
    ['$13.6bn to $14.8bn', '$13.6bn', 'a range for its end'],
  ]
  for (const [a, b, why] of others) it(`not ${a} for ${b}: ${why}`, () => assert.equal(between(a, b), 0))
})

describe('one date is another gone wrong in copying', () => {
  const rows: readonly (readonly [string, string, number, string])[] = [
    ['on 12 November', 'It expires on Nov. 10', 1, 'two days off'],
    ['on 18 November', 'It starts on Nov. 8', 1, 'another digit'],
    ['on 21 June', 'It starts on June 12', 1, 'two digits changed places'],
    ['on 10 October', 'It expires on Nov. 10', 1, 'another month'],
    ['on 10 November 2024', 'It expires on Nov. 10', 1, 'another year'],
    ['on 12 November 2007', 'It expires on Nov. 10', 0, 'another day of another year'],
    ['in May 2026', 'in May 2027', 0.3, 'another year'],
    ['in March 2027', 'in May 2027', 0.3, 'another month of the year'],
    ['in 2029', 'in 2027', 0.3, 'a digit of the year'],
    ['on 27 November', 'It expires on Nov. 10', 0, 'nothing in common'],
    ['on 3 April', 'It starts on Nov. 8', 0, 'another day of another month'],
    ['on Friday', 'on Saturday', 0, 'weekdays all look alike'],
    ['in November', 'It expires on Nov. 10', 0, 'a month and a day'],
  ]
  for (const [a, b, expected, why] of rows)
    it(`${a} / ${b}: ${why}`, () => assert.equal(slipBetweenDates(dateIn(a, null), dateIn(b)), expected))
})

describe('a weekday and a day of the month that do not go together', () => {
  // the articles are of October 2025, in which the 22nd is a Wednesday
  const rows: readonly (readonly [claim: string, meant: string, expected: boolean, why: string])[] = [
    ['on Wednesday, October 20', 'on October 22', true, 'the other has the weekday'],
    ['on Wednesday, October 20', 'on October 20', true, 'the other has the day'],
    ['on Wednesday, October 20', 'on October 24', false, 'the other has neither'],
    ['on Wednesday, October 20', 'on September 10', false, 'the weekday of quite another week'],
    ['on Wednesday, October 22', 'on October 22', false, 'they go together'],
    ['on Wednesday', 'on October 22', false, 'no day is told'],
    ['on October 20', 'on October 22', false, 'no weekday is told'],
    ['on Wednesday, October 20, 2021', 'on October 20', false, 'they go together in the year that is told'],
    ['on Wednesday, October 20', 'in October', false, 'the other is no day'],
  ]
  for (const [claim, meant, expected, why] of rows)
    it(`${claim} / ${meant}: ${why}`, () => assert.equal(isOffCalendar(dateIn(claim, null), dateIn(meant)), expected))
})
