import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pack, unpack, type Packable } from '../../server/src/core/evidence/storage/packing'
import fc from './property'

const data = fc.letrec<{ any: Packable }>(tie => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -0, 1, 223, 224, 127, 128, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, NaN, -Infinity),
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('percent', 'share', '\ud83d', '½'),
    fc.uint8Array(),
    fc.int32Array(),
    fc.array(tie('any')),
    fc.record({ start: tie('any'), end: tie('any'), text: tie('any') }, { requiredKeys: ['text'], noNullPrototype: true }),
  ),
})).any

describe('packing', () => {
  it('gives back any plain data', () => {
    fc.assert(fc.property(data, value => assert.deepEqual(unpack(pack(value)), value)))
  })

  it('leaves keys without a value out', () => {
    assert.deepEqual(unpack(pack({ first: 1, second: undefined })), { first: 1 })
  })

  it('takes few bytes for what occurs again', () => {
    const figure = { text: '24 percent', low: 24, high: 24, unit: '%', amount: { start: 100, end: 110 }, vague: false }
    const [one, two] = [[figure], [figure, figure]].map(list => pack(list).length)
    assert.ok(one < JSON.stringify(figure).length, `${one} bytes`)
    assert.ok(two - one < 20, `${two - one} bytes more`)
  })

  it('tells when bytes end too early or are no packed data', () => {
    const whole = pack([{ text: 'seven', low: 7 }, Int32Array.of(1, 2), 0.5])
    for (let length = 0; length < whole.length; length++) assert.throws(() => unpack(whole.slice(0, length)), RangeError)
    assert.throws(() => unpack(Uint8Array.of(0xff)), RangeError)
  })
})
