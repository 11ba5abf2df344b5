/**
 * A boosted ensemble of regression trees as flat arrays, so that it is small, readable as JSON and fast to ask.
 * Method: J. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001).
 */
export interface Trees {
  /** The score before any tree, as log-odds. */
  readonly base: number
  /** Index of each tree's root in the node arrays. */
  readonly roots: readonly number[]
  /** For an inner node the feature asked; -1 for a leaf. */
  readonly features: readonly number[]
  /** For an inner node the greatest feature value that goes left; for a leaf its share of the score. */
  readonly values: readonly number[]
  /** For an inner node the index of its left child; the right child follows it. */
  readonly children: readonly number[]
}

/** The log-odds that an ensemble gives to a row of features. */
export function scoreTrees(trees: Trees, row: ArrayLike<number>): number {
  const { roots, features, values, children } = trees
  let score = trees.base
  for (const root of roots) {
    let node = root
    while (features[node] >= 0) node = children[node] + (row[features[node]] <= values[node] ? 0 : 1)
    score += values[node]
  }
  return score
}

/** The probability that belongs to log-odds. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))
