/** A weighted sum of named features: small enough to be read, and as good on unseen sources as anything larger that was tried. */
export interface Linear {
  readonly base: number
  /** One weight for each feature, in the order of their names. */
  readonly weights: readonly number[]
}

/** The score of a row of features. */
export function scoreLinear({ base, weights }: Linear, row: ArrayLike<number>): number {
  let score = base
  for (let at = 0; at < weights.length; at++) score += weights[at] * row[at]
  return score
}

/**
 * Shares of a softmax over some scores and the possibility that none of them is meant, whose score is 0.
 * @returns one share a score, together less than 1
 */
export function shares(scores: readonly number[]): number[] {
  const masses = scores.map(Math.exp)
  const total = masses.reduce((sum, mass) => sum + mass, 1)
  return masses.map(mass => mass / total)
}

/** The probability that belongs to log-odds. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))
