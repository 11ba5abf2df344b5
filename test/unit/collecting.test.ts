import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getHeapSpaceStatistics } from 'node:v8'
import { collectBetween, minorCollection } from '../../server/src/program/collecting'

const MB = 1_000_000

/** What is in use at each call, and whether it is collected then: 10 MB stay. */
const calls: readonly (readonly [what: string, used: readonly number[], collected: readonly boolean[]])[] = [
  ['at first, whatever is there', [30 * MB], [true]],
  ['not again before there is much', [30 * MB, 11 * MB, 11.9 * MB], [true, false, false]],
  ['again when there is much', [30 * MB, 12 * MB, 11 * MB, 13 * MB], [true, true, false, true]],
  ['counted from the least since, where V8 collected by itself', [30 * MB, 5 * MB, 7 * MB], [true, false, true]],
]

for (const [what, memory, collected] of calls)
  test(`garbage is collected ${what}`, () => {
    let used = 0
    let count = 0
    const collect = (): void => {
      count++
      used = Math.min(used, 10 * MB)
    }
    const answered = collectBetween(
      () => used,
      () => collect,
    )
    const happened = memory.map(now => {
      used = now
      const before = count
      answered()
      return count > before
    })
    assert.deepEqual(happened, collected)
  })

test('V8 gives a way to collect what is short-lived', () => {
  const newSpace = (): number => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')!.space_used_size
  const collect = minorCollection()
  collect()
  const before = newSpace()
  assert.ok(Array.from({ length: 1000 }, (_, at) => ({ at })).length === 1000)
  assert.ok(newSpace() > before)
  collect()
  collect()
  assert.ok(newSpace() <= before)
})
