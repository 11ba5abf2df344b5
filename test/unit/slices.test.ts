import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Steps } from '../../server/src/core/steps'
import { doInSlices } from '../../server/src/slices'

function* counting(to: number, done: number[]): Steps<string> {
  for (let at = 0; at < to; at++) {
    done.push(at)
    yield
  }
  return 'all done'
}

/** A machine on which every look at the clock takes a millisecond. */
function machine() {
  let time = 0
  let turns = 0
  return { now: () => time++, breathe: async () => void turns++, turns: () => turns }
}

test('steps are done in slices, with a turn for others between them', async () => {
  const done: number[] = []
  const others = machine()
  assert.equal(await doInSlices(counting(20, done), others, () => true), 'all done')
  assert.equal(done.length, 20)
  assert.ok(others.turns() > 3 && others.turns() < 20)
})

test('steps that are not wanted any more are left off', async () => {
  const done: number[] = []
  const others = machine()
  assert.equal(await doInSlices(counting(20, done), others, () => others.turns() < 2), undefined)
  assert.ok(done.length > 0 && done.length < 20)
})
