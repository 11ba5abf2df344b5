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

function rowGradients(rows: Rows, scores: Float64Array, gradients: Float64Array, hessians: Float64Array): void {
  for (let row = 0; row < scores.length; row++) {
    const p = logistic(scores[row])
    gradients[row] = (rows.labels[row] - p) * rows.weights[row]
    hessians[row] = Math.max(1e-6, p * (1 - p)) * rows.weights[row]
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

  /** Sums of gradients and hessians by feature and bin. */
  const histogramOf = (members: Int32Array): Float64Array => {
    const sums = new Float64Array(width * BINS * 2)
    for (let feature = 0; feature < width; feature++) {
      const column = bins[feature]
      const offset = feature * BINS * 2
      for (const row of members) {
        const at = offset + column[row] * 2
        sums[at] += gradients[row]
        sums[at + 1] += hessians[row]
      }
    }
    return sums
  }

  interface Split {
    readonly gain: number
    readonly feature: number
    readonly bin: number
    readonly middle: number
  }

  const bestSplit = (sums: Float64Array, g: number, h: number): Split | null => {
    let best: Split | null = null
    for (let feature = 0; feature < width; feature++) {
      const offset = feature * BINS * 2
      const direction = options.monotone?.[feature] ?? 0
      let leftG = 0
      let leftH = 0
      for (let bin = 0; bin < edges[feature].length; bin++) {
        leftG += sums[offset + bin * 2]
        leftH += sums[offset + bin * 2 + 1]
        if (leftH < options.minWeight || h - leftH < options.minWeight) continue
        const leftValue = leftG / (leftH + options.lambda)
        const rightValue = (g - leftG) / (h - leftH + options.lambda)
        if (direction !== 0 && (rightValue - leftValue) * direction < 0) continue
        const found = gain(leftG, leftH) + gain(g - leftG, h - leftH) - gain(g, h)
        if (found > (best?.gain ?? 1e-6)) best = { gain: found, feature, bin, middle: (leftValue + rightValue) / 2 }
      }
    }
    return best
  }

  const grow = (node: number, members: Int32Array, depth: number, lowest: number, highest: number, known: Float64Array | null): void => {
    let g = 0
    let h = 0
    for (const row of members) {
      g += gradients[row]
      h += hessians[row]
    }
    const leaf = Math.min(highest, Math.max(lowest, g / (h + options.lambda)))
    const sums = depth > 0 && h > 2 * options.minWeight ? (known ?? histogramOf(members)) : null
    const best = sums && bestSplit(sums, g, h)
    if (sums === null || best === null) {
      features[node] = -1
      values[node] = Number((leaf * options.rate).toPrecision(4))
      children[node] = 0
      return
    }
    const column = bins[best.feature]
    const left = members.filter(row => column[row] <= best.bin)
    const right = members.filter(row => column[row] > best.bin)
    features[node] = best.feature
    values[node] = Number(edges[best.feature][best.bin].toPrecision(5))
    const child = features.length
    children[node] = child
    features.push(-1, -1)
    values.push(0, 0)
    children.push(0, 0)
    const direction = options.monotone?.[best.feature] ?? 0
    const smaller = left.length < right.length ? left : right
    let few: Float64Array | null = null
    let many: Float64Array | null = null
    if (depth > 1) {
      few = histogramOf(smaller)
      many = sums
      for (let at = 0; at < many.length; at++) many[at] -= few[at]
    }
    grow(child, left, depth - 1, direction < 0 ? best.middle : lowest, direction > 0 ? best.middle : highest, smaller === left ? few : many)
    grow(
      child + 1,
      right,
      depth - 1,
      direction > 0 ? best.middle : lowest,
      direction < 0 ? best.middle : highest,
      smaller === left ? many : few,
    )
  }

  for (let tree = 0; tree < options.trees; tree++) {
    const members: number[] = []
    for (let row = 0; row < count; row++) {
      if (subsample < 1 && random() >= subsample) continue
      members.push(row)
    }
    rowGradients(rows, scores, gradients, hessians)
    const root = features.length
    roots.push(root)
    features.push(-1)
    values.push(0)
    children.push(0)
    grow(root, Int32Array.from(members), options.depth, -Infinity, Infinity, null)
    for (let row = 0; row < count; row++) {
      let node = root
      while (features[node] >= 0) node = children[node] + (rows.features[row][features[node]] <= values[node] ? 0 : 1)
      scores[row] += values[node]
    }
  }
  return { base, roots, features, values, children }
}

/** Several ensembles as one that gives their mean score. */
export function meanOf(ensembles: readonly Trees[]): Trees {
  const roots: number[] = []
  const features: number[] = []
  const values: number[] = []
  const children: number[] = []
  const share = (value: number): number => Number((value / ensembles.length).toPrecision(4))
  for (const each of ensembles) {
    const offset = features.length
    roots.push(...each.roots.map(root => root + offset))
    features.push(...each.features)
    values.push(...each.values.map((value, node) => (each.features[node] < 0 ? share(value) : value)))
    children.push(...each.children.map(child => child + offset))
  }
  return { base: ensembles.reduce((sum, { base }) => sum + base, 0) / ensembles.length, roots, features, values, children }
}
