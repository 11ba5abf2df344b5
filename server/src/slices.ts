import type { Steps } from './core/steps'
import type { Workspace } from './workspace'

/** How long steps are done before everything else gets its turn, in milliseconds. */
const SLICE = 4

/**
 * Does steps in slices, so that requests come between.
 * @param goesOn whether what they do is still wanted, asked after each turn of the others
 * @returns what they come to; undefined when it is not wanted any more
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
