// Learns which of a claim's candidates speaks of the same thing: a conditional logit over the candidates and "none of them".
import type { Linear } from '../../../server/src/core/grounding/linear'

/** The candidates of one claim. */
export interface Choice {
  readonly candidates: readonly (readonly number[])[]
  /** Which of them may be the right one; none where the evidence was taken away. Which of several it is, the learner finds out. */
  readonly right: readonly boolean[]
}

export interface SoftmaxOptions {
  readonly steps: number
  readonly rate: number
  readonly penalty: number
  /** Per feature: +1 its weight may not be negative, -1 not positive, 0 free. */
  readonly directions: readonly (1 | -1 | 0)[]
}

interface Scale {
  readonly mean: Float64Array
  readonly spread: Float64Array
}

function scaleOf(choices: readonly Choice[], width: number): Scale {
  const mean = new Float64Array(width)
  const spread = new Float64Array(width)
  let count = 0
  for (const { candidates } of choices)
    for (const row of candidates) {
      count++
      for (let at = 0; at < width; at++) mean[at] += row[at]
    }
  for (let at = 0; at < width; at++) mean[at] /= count
  for (const { candidates } of choices)
    for (const row of candidates) for (let at = 0; at < width; at++) spread[at] += (row[at] - mean[at]) ** 2
  for (let at = 0; at < width; at++) spread[at] = Math.sqrt(spread[at] / count) || 1
  return { mean, spread }
}

/** How likely an equal value stands in a source by chance, roughly. */
const CHANCE = 0.05

/** Adds a choice's gradient of the log-likelihood that the right candidate is chosen. */
function addGradient(
  rows: readonly Float64Array[],
  right: readonly boolean[],
  weights: Float64Array,
  base: number,
  gradient: Float64Array,
): void {
  const width = weights.length
  const masses = rows.map(row => {
    let score = base
    for (let at = 0; at < width; at++) score += weights[at] * row[at]
    return Math.exp(score)
  })
  const total = masses.reduce((sum, mass) => sum + mass, 1)
  const wanted = masses.reduce((sum, mass, at) => sum + (right[at] ? mass : 0), 0)
  // an equal value may stand there by chance: what the others make unlikely pulls less
  const trust = wanted === 0 ? 1 : wanted / total / (wanted / total + CHANCE)
  rows.forEach((row, index) => {
    const pull = trust * ((right[index] ? masses[index] / wanted : 0) - masses[index] / total)
    for (let at = 0; at < width; at++) gradient[at] += pull * row[at]
    gradient[width] += pull
  })
}

/** Trains the weights by gradient steps with momentum and per-weight rates (Adam: Kingma and Ba 2015), kept within their directions. */
export function trainSoftmax(choices: readonly Choice[], options: SoftmaxOptions): Linear {
  const width = options.directions.length
  const { mean, spread } = scaleOf(choices, width)
  const scaled = choices.map(({ candidates }) =>
    candidates.map(row => Float64Array.from(row, (value, at) => (value - mean[at]) / spread[at])),
  )
  const weights = new Float64Array(width)
  const first = new Float64Array(width + 1)
  const second = new Float64Array(width + 1)
  let base = -2
  for (let step = 1; step <= options.steps; step++) {
    const gradient = new Float64Array(width + 1)
    scaled.forEach((rows, index) => addGradient(rows, choices[index].right, weights, base, gradient))
    for (let at = 0; at <= width; at++) {
      const slope = gradient[at] / choices.length - (at < width ? options.penalty * weights[at] : 0)
      first[at] = 0.9 * first[at] + 0.1 * slope
      second[at] = 0.99 * second[at] + 0.01 * slope * slope
      const move = (options.rate * first[at]) / (1 - 0.9 ** step) / (Math.sqrt(second[at] / (1 - 0.99 ** step)) + 1e-9)
      if (at === width) base += move
      else {
        const direction = options.directions[at]
        const next = weights[at] + move
        weights[at] = direction !== 0 && next * direction < 0 ? 0 : next
      }
    }
  }
  const raw = Array.from(weights, (weight, at) => Number((weight / spread[at]).toPrecision(4)))
  const shift = raw.reduce((sum, weight, at) => sum + weight * mean[at], 0)
  return { base: Number((base - shift).toPrecision(5)), weights: raw }
}
