/** Milliseconds on a clock that only goes forward. */
export const monotonicNow = (): number => performance.now()

/** Lets waiting timers, messages and file events be handled first. */
export const breathe = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
