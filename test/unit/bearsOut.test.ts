import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bearsOut } from '../../server/src/core/grounding/candidates/speaks'
import type { Value } from '../../server/src/core/values/value'
import { dateIn } from './datesIn'
import { figureIn } from './figureIn'

const figure = (text: string): Value => ({ kind: 'figure', figure: figureIn(text) })
const date = (text: string, documentDay?: null): Value => ({ kind: 'date', date: documentDay === null ? dateIn(text, null) : dateIn(text) })

describe('a value that agrees with a claim bears it out if it tells as much', () => {
  const dates: readonly (readonly [claim: string, evidence: Value, expected: boolean, why: string])[] = [
    ['on 18 November', date('on November 18'), true, 'the same day'],
    ['on 18 November', date('in November'), false, 'a month does not tell the day'],
    ['in November', date('on November 18'), true, 'a day tells the month'],
    ['on 24 October', date('on Friday'), true, 'a weekday of a known week is a day'],
    ['on 24 October', date('on Friday', null), false, 'of an unknown week it is none'],
    ['on Friday', date('on Friday', null), true, 'but a weekday all the same'],
    ['on 24 October', date('from October 24 to 27'), true, 'the first day of a stretch'],
    ['on 25 October', date('from October 24 to 27'), false, 'a day in its midst'],
    ['in March', date('on Friday', null), false, 'a weekday tells no month'],
  ]
  for (const [claim, evidence, expected, why] of dates)
    it(`${claim}: ${why}`, () => assert.equal(bearsOut(date(claim, null), evidence), expected))

  const figures: readonly (readonly [claim: string, evidence: string, expected: boolean, why: string])[] = [
    ['24 ships', '24 ships', true, 'the same'],
    ['24 ships', 'dozens of ships', false, 'an order of magnitude does not tell the number'],
    ['dozens of ships', '24 ships', true, 'the number tells the order of magnitude'],
    ['17 ships', '15 to 20 ships', false, 'a number in the midst of a range'],
    ['20 ships', '15 to 20 ships', true, 'one of its ends'],
  ]
  for (const [claim, evidence, expected, why] of figures)
    it(`${claim} / ${evidence}: ${why}`, () => assert.equal(bearsOut(figure(claim), figure(evidence)), expected))
})
