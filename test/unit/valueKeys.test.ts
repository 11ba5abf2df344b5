import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keysOf, valueKey } from '../../server/src/core/values/keys'
import type { Value } from '../../server/src/core/values/value'
import { dateIn } from './datesIn'
import { figureIn } from './figureIn'

const figure = (text: string): Value => ({ kind: 'figure', figure: figureIn(text) })
const date = (text: string, day: number | null = null): Value => ({ kind: 'date', date: day === null ? dateIn(text, null) : dateIn(text) })

describe('the key of a value', () => {
  const same: readonly (readonly [Value, Value])[] = [
    [figure('19%'), figure('nineteen percent')],
    [figure('up to 7%'), figure('7 per cent')],
    [figure('the fifth round'), figure('5 rounds')],
    [figure('€2.8bn'), figure('2.8 billion euros')],
    [date('on 10 November'), date('on Nov. 10, 2025')],
    [date('on Saturday'), date('on Saturday evening')],
  ]
  for (const [a, b] of same) it(`is ${valueKey(a)} however it is written`, () => assert.equal(valueKey(a), valueKey(b)))

  const others: readonly (readonly [Value, Value])[] = [
    [figure('19%'), figure('19 crowns')],
    [figure('2-1'), figure('2-2')],
    [date('on 10 November'), date('on 10 October')],
    [date('in May 2025'), date('in May 2026')],
    [date('on Saturday'), date('on Sunday')],
  ]
  for (const [a, b] of others) it(`tells ${valueKey(a)} from ${valueKey(b)}`, () => assert.notEqual(valueKey(a), valueKey(b)))

  it('is told of both ends of a range too', () => {
    const keys = keysOf(date('from 24 to 27 October'))
    for (const end of ['on 24 October', 'on Oct. 27, 2025']) assert.ok(keys.includes(valueKey(date(end))), end)
  })
})
