/** Work in small steps, so that whoever does it can let others have their turn between two of them, or leave off. */
export type Steps<T> = Generator<undefined, T>

/** Items between two steps. */
const STRIDE = 200

/** Does something with each of some items, a step every now and then. */
export function* eachInSteps<T>(items: Iterable<T>, work: (item: T, at: number) => void): Steps<void> {
  let at = 0
  for (const item of items) {
    work(item, at++)
    if (at % STRIDE === 0) yield
  }
}

/** Does all steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
