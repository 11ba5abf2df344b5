import type { Linear } from './linear'
import weights from './weights.json'

/** How likely a source value speaks of the same thing as a claim, against all others and none; learned by `test/bench/grounding/train.ts`. */
export const alignmentWeights: Linear = weights.alignment

/** How likely a claim is contradicted, given what is aligned with it; learned by the same script. */
export const decisionWeights: Linear = weights.decision
