import type { Steps } from './core/steps'
import type { Workspace } from './workspace'

/** How long a slice takes before everything else gets its turn, in milliseconds. */
const SLICE = 4

/**
 * Does steps in slices, so that requests are handled in between.
 * @param goesOn whether the result is still wanted; asked after each slice
 * @returns the result of the steps; undefined if it is no longer wanted
 */
export async function doInSlices<T>(
  steps: Steps<T>,
  { now, breathe }: Pick<Workspace, 'now' | 'breathe'>,
  goesOn: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const end = now() + SLICE
    while (now() < end) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await breathe()
    if (!goesOn()) return undefined
  }
}
