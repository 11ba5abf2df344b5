import type { Linear } from './linear'
import { meantFeatureNames } from './told/meant'
import weights from './weights.json'

/** How likely a source value speaks of the same thing as a claim, against all others and none; learned by `test/bench/grounding/train.ts`. */
export const alignmentWeights: Linear = weights.alignment

/** How likely a claim is contradicted, given what is aligned with it; learned by the same script. */
export const decisionWeights: Linear = weights.decision

/** What a claim's passage and the rest of its draft say for a value that it may mean. */
export interface ToldWeights {
  readonly passage: Linear
  readonly draft: Linear
}

const split = ({ base, weights: all }: Linear): ToldWeights => ({
  passage: { base, weights: all.slice(0, meantFeatureNames.length) },
  draft: { base: 0, weights: all.slice(meantFeatureNames.length) },
})

/**
 * How likely a claim means a value of the sources where they tell its draft, by its kind and whether a source states its own value; learned
 * by `test/bench/drafts/train.ts`.
 */
export const toldWeights: Readonly<Record<'figure' | 'date', Readonly<Record<'stated' | 'unstated', ToldWeights>>>> = {
  figure: { stated: split(weights.told.figure.stated), unstated: split(weights.told.figure.unstated) },
  date: { stated: split(weights.told.date.stated), unstated: split(weights.told.date.unstated) },
}
