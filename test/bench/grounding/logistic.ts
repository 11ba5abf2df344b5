// Learns log-odds as a weighted sum: logistic regression with a penalty on large weights.
import { logistic, scoreLinear, type Linear } from '../../../server/src/core/grounding/linear'

/** Rows of features with what is to be told from them. */
export interface LabelledRows {
  readonly features: readonly (readonly number[])[]
  readonly labels: readonly boolean[]
  readonly weights: readonly number[]
}

const STEPS = 25

/** How far the last step may move a weight. */
const PRECISION = 1e-7

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]])
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot++)
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row][pivot] / rows[pivot][pivot]
      for (let column = pivot; column <= size; column++) rows[row][column] -= factor * rows[pivot][column]
    }
  const solution = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    let rest = rows[row][size]
    for (let column = row + 1; column < size; column++) rest -= rows[row][column] * solution[column]
    solution[row] = rest / rows[row][row]
  }
  return solution
}

/** What one step of Newton's method towards the weights of greatest likelihood takes off the base and each weight. */
function step(rows: readonly (readonly number[])[], { labels, weights }: LabelledRows, linear: Linear, penalty: number): number[] {
  const width = linear.weights.length + 1
  const slope = [0, ...linear.weights.map(weight => penalty * weight)]
  const curvature = Array.from({ length: width }, (_, a) => Array.from({ length: width }, (_, b) => (a === b && a > 0 ? penalty : 0)))
  rows.forEach((row, index) => {
    const chance = logistic(scoreLinear(linear, row))
    const error = weights[index] * (chance - (labels[index] ? 1 : 0))
    const bend = weights[index] * chance * (1 - chance)
    const value = (at: number): number => (at === 0 ? 1 : row[at - 1])
    for (let a = 0; a < width; a++) {
      slope[a] += error * value(a)
      const bent = bend * value(a)
      for (let b = 0; b <= a; b++) curvature[a][b] += bent * value(b)
    }
  })
  for (let a = 0; a < width; a++) for (let b = a + 1; b < width; b++) curvature[a][b] = curvature[b][a]
  return solve(curvature, slope)
}

/**
 * Trains a logistic regression by Newton's method.
 * @param penalty on the squares of the weights of features brought to one scale; 0 for none
 */
export function trainLogistic(data: LabelledRows, penalty: number): Linear {
  const { features } = data
  const width = features[0].length
  const columns = Array.from({ length: width }, (_, at) => features.map(row => row[at]))
  const means = columns.map(column => column.reduce((sum, value) => sum + value, 0) / column.length)
  const spreads = columns.map((column, at) => Math.sqrt(column.reduce((sum, v) => sum + (v - means[at]) ** 2, 0) / column.length) || 1)
  const scaled = features.map(row => row.map((value, at) => (value - means[at]) / spreads[at]))
  let linear: Linear = { base: 0, weights: new Array<number>(width).fill(0) }
  for (let count = 0; count < STEPS; count++) {
    const move = step(scaled, data, linear, penalty)
    linear = { base: linear.base - move[0], weights: linear.weights.map((weight, at) => weight - move[at + 1]) }
    if (move.every(each => Math.abs(each) < PRECISION)) break
  }
  const weights = linear.weights.map((weight, at) => Number((weight / spreads[at]).toPrecision(4)))
  return { base: Number((linear.base - weights.reduce((sum, weight, at) => sum + weight * means[at], 0)).toPrecision(5)), weights }
}
