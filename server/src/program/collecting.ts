import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** How much is made before it is collected, in bytes: half the room that V8 gives what is short-lived, as `start.ts` leaves it. */
const MUCH = 2_000_000

const heapUsed = (): number => getHeapStatistics().used_heap_size

/** V8's own way to collect what is short-lived, and nothing else; nothing happens where it does not give it. */
export function minorCollection(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('globalThis.gc')
  setFlagsFromString('--no-expose-gc')
  return typeof collect === 'function' ? () => void collect({ type: 'minor' }) : () => {}
}

/**
 * Gives what collects garbage when it is called and there is much of it. By itself V8 collects when the room for what is short-lived is
 * full: mostly in the midst of a long keystroke. Called when an answer is out, it keeps nobody waiting.
 * @param used how much memory is in use, in bytes
 * @param find finds a way to collect, when it is first needed
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
