import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** After how much new memory garbage is collected, in bytes: half the room for short-lived objects that `start.ts` leaves. */
const MUCH = 2_000_000

const heapUsed = (): number => getHeapStatistics().used_heap_size

/** V8's own collection of short-lived objects alone; does nothing if V8 does not offer it. */
export function minorCollection(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('globalThis.gc')
  setFlagsFromString('--no-expose-gc')
  return typeof collect === 'function' ? () => void collect({ type: 'minor' }) : () => {}
}

/**
 * Creates a function that collects garbage if there is much of it. Left to itself, V8 collects when the room for short-lived objects is
 * full, mostly in the middle of a long keystroke. Called after an answer is sent, it keeps nobody waiting.
 * @param used gives the memory in use, in bytes
 * @param find finds a way to collect, when one is first needed
 */
export function collectBetween(used = heapUsed, find = minorCollection): () => void {
  let collect: (() => void) | undefined
  let left = 0
  return () => {
    left = Math.min(left, used())
    if (used() - left < MUCH) return
    collect ??= find()
    collect()
    left = used()
  }
}
