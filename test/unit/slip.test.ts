import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { slipBetween } from '../../server/src/core/values/slip'
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
    ['2-1', '1-2', 'scores'],
  ]
  for (const [a, b, why] of others) it(`not ${a} for ${b}: ${why}`, () => assert.equal(between(a, b), 0))
})
