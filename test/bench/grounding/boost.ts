// Gradient boosting on logistic loss with histogram splits: small, deterministic, enough for tens of thousands of rows.
import { logistic, type Trees } from '../../../server/src/core/grounding/trees'

export interface Rows {
  readonly features: readonly Float32Array[]
  readonly labels: readonly number[]
  readonly weights: readonly number[]
}

export interface BoostOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  readonly minWeight: number
  readonly lambda: number
  /** Per feature: +1 the score may only grow with it, -1 only fall, 0 free. */
  readonly monotone?: readonly number[]
  /** Shares of rows that each tree is grown on. */
  readonly subsample?: number
  readonly seed?: number
}

const BINS = 48

function edgesOf(column: Float32Array): Float32Array {
  const sorted = Float32Array.from(column).sort()
  const edges: number[] = []
  for (let bin = 1; bin < BINS; bin++) {
    const value = sorted[Math.floor((bin * sorted.length) / BINS)]
    if (edges.length === 0 || value > edges[edges.length - 1]) edges.push(value)
  }
  const last = sorted[sorted.length - 1]
  // the last bin must be able to hold the greatest values
  while (edges.length && edges[edges.length - 1] >= last) edges.pop()
  return Float32Array.from(edges)
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]) high = middle
    else low = middle + 1
  }
  return low
}

export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Trains an ensemble. Rows' labels are probabilities between 0 and 1. */
export function boost(rows: Rows, options: BoostOptions): Trees {
  const count = rows.features.length
  const width = rows.features[0].length
  const edges: Float32Array[] = []
  const bins: Uint8Array[] = []
  for (let feature = 0; feature < width; feature++) {
    const column = Float32Array.from(rows.features, row => row[feature])
    edges.push(edgesOf(column))
    bins.push(Uint8Array.from(column, value => binOf(edges[feature], value)))
  }
  const totalWeight = rows.weights.reduce((a, b) => a + b, 0)
  const mean = rows.labels.reduce((sum, label, at) => sum + label * rows.weights[at], 0) / totalWeight
  const base = Math.log(Math.max(1e-4, mean) / Math.max(1e-4, 1 - mean))
  const scores = new Float64Array(count).fill(base)
  const gradients = new Float64Array(count)
  const hessians = new Float64Array(count)
  const features: number[] = []
  const values: number[] = []
  const children: number[] = []
  const roots: number[] = []
  const random = randomFrom(options.seed ?? 1)
  const subsample = options.subsample ?? 1

  const gain = (g: number, h: number): number => (g * g) / (h + options.lambda)
  const grow = (node: number, members: Int32Array, depth: number, lowest: number, highest: number): void => {
    let g = 0
    let h = 0
    for (const row of members) {
      g += gradients[row]
      h += hessians[row]
    }
    const leaf = Math.min(highest, Math.max(lowest, g / (h + options.lambda)))
    let best = { gain: 1e-6, feature: -1, bin: 0, middle: 0 }
    if (depth > 0 && h > 2 * options.minWeight) {
      const sumG = new Float64Array(BINS)
      const sumH = new Float64Array(BINS)
      for (let feature = 0; feature < width; feature++) {
        const size = edges[feature].length + 1
        if (size < 2) continue
        sumG.fill(0)
        sumH.fill(0)
        const column = bins[feature]
        for (const row of members) {
          sumG[column[row]] += gradients[row]
          sumH[column[row]] += hessians[row]
        }
        let leftG = 0
        let leftH = 0
        for (let bin = 0; bin < size - 1; bin++) {
          leftG += sumG[bin]
          leftH += sumH[bin]
          if (leftH < options.minWeight || h - leftH < options.minWeight) continue
          const leftValue = leftG / (leftH + options.lambda)
          const rightValue = (g - leftG) / (h - leftH + options.lambda)
          const direction = options.monotone?.[feature] ?? 0
          if (direction !== 0 && (rightValue - leftValue) * direction < 0) continue
          const found = gain(leftG, leftH) + gain(g - leftG, h - leftH) - gain(g, h)
          if (found > best.gain) best = { gain: found, feature, bin, middle: (leftValue + rightValue) / 2 }
        }
      }
    }
    if (best.feature < 0) {
      features[node] = -1
      values[node] = +(leaf * options.rate).toPrecision(4)
      children[node] = 0
      for (const row of members) scores[row] += values[node]
      return
    }
    const column = bins[best.feature]
    const left = members.filter(row => column[row] <= best.bin)
    const right = members.filter(row => column[row] > best.bin)
    features[node] = best.feature
    values[node] = +edges[best.feature][best.bin].toPrecision(5)
    const child = features.length
    children[node] = child
    features.push(-1, -1)
    values.push(0, 0)
    children.push(0, 0)
    const direction = options.monotone?.[best.feature] ?? 0
    grow(child, left, depth - 1, direction < 0 ? best.middle : lowest, direction > 0 ? best.middle : highest)
    grow(child + 1, right, depth - 1, direction > 0 ? best.middle : lowest, direction < 0 ? best.middle : highest)
  }

  for (let tree = 0; tree < options.trees; tree++) {
    const members: number[] = []
    for (let row = 0; row < count; row++) {
      if (subsample < 1 && random() >= subsample) continue
      members.push(row)
    }
    for (let row = 0; row < count; row++) {
      const p = logistic(scores[row])
      gradients[row] = (rows.labels[row] - p) * rows.weights[row]
      hessians[row] = Math.max(1e-6, p * (1 - p)) * rows.weights[row]
    }
    const root = features.length
    roots.push(root)
    features.push(-1)
    values.push(0)
    children.push(0)
    if (subsample < 1) {
      // grow on the sample, then score every row
      const before = Float64Array.from(scores)
      grow(root, Int32Array.from(members), options.depth, -Infinity, Infinity)
      scores.set(before)
      for (let row = 0; row < count; row++) {
        let node = root
        while (features[node] >= 0) node = children[node] + (rows.features[row][features[node]] <= values[node] ? 0 : 1)
        scores[row] += values[node]
      }
    } else grow(root, Int32Array.from(members), options.depth, -Infinity, Infinity)
  }
  return { base, roots, features, values, children }
}
