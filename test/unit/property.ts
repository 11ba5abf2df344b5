// Properties are tried on the same examples each time, so that a commit never passes or fails by luck.
//   GROUNDCHECK_SEED=2 GROUNDCHECK_RUNS=20 node test/run.mjs unit     tries others, twenty times as many
import fc from 'fast-check'

const numberOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)

/** How often a property is tried that asks for so many examples. */
export const runs = (count: number): number => count * numberOf('GROUNDCHECK_RUNS', 1)

fc.configureGlobal({ seed: numberOf('GROUNDCHECK_SEED', 1), numRuns: runs(100) })

export default fc
