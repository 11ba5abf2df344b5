import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recognizeFigures } from '../../server/src/core/recognize/figures/recognizeFigures'
import { readPassage } from '../../server/src/core/text/passage'

const SMALL = 20_000
const GROWTH = 8
/** Eight times the text may take more than eight times the time on a busy machine, but never sixty-four times. */
const LIMIT = 32

/** Milliseconds below which a timer says nothing. */
const NOISE = 5

/** The processor time that reading a text takes, which other programs do not lengthen. */
function milliseconds(unit: string, length: number): number {
  const { tokens, sentences } = readPassage(unit.repeat(length / unit.length))
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage()
    recognizeFigures(tokens, sentences, [])
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

describe('time grows with the text, whatever it repeats', () => {
  const units = [
    '7',
    ',',
    'and ',
    'one ',
    '1 ',
    '1,',
    '1.',
    '1-',
    '1:',
    '$',
    '1,000,',
    'a ',
    'hundred ',
    'twenty-',
    'half ',
    '1 to ',
    '1/',
    '/1',
    'a1',
    '5, ',
    'Boeing 7 ',
    'dozens of ',
    'between 1 and ',
    'point one ',
    '1\u00a0111 ',
    '5 million ',
    '[1,',
  ]
  for (const unit of units)
    it(JSON.stringify(unit), () => {
      milliseconds(unit, SMALL)
      const small = milliseconds(unit, SMALL)
      const large = milliseconds(unit, GROWTH * SMALL)
      assert.ok(large < LIMIT * Math.max(small, NOISE), `${small.toFixed(1)} ms for ${SMALL}, ${large.toFixed(1)} ms for ${GROWTH * SMALL}`)
    })
})
