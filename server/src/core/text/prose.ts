import type { Span } from './span'

/**
 * Plain text taken out of marked-up text, with the way back.
 *
 * `runs` holds triples `[proseStart, sourceStart, sourceLength]` in ascending order: the prose from `proseStart` up to the next
 * run's start stands in the source at `sourceStart`. Where the prose run is as long as `sourceLength` its characters correspond
 * one to one; otherwise (an HTML entity, an escape) the run is one indivisible piece.
 */
export interface Prose {
  readonly text: string
  readonly runs: Int32Array
}

/** Text that stands in its source as it is, from `offset` on. */
export const plainProse = (text: string, offset: number): Prose => ({ text, runs: Int32Array.of(0, offset, text.length) })

/** Collects pieces of prose in order. */
export interface ProseBuilder {
  /** Adds source text unchanged. */
  literal(text: string, sourceStart: number): void
  /** Adds prose that stands for `sourceLength` units of different source text, such as `&amp;`. */
  replacement(text: string, sourceStart: number, sourceLength: number): void
  finish(): Prose
}

/** A builder of {@link Prose}. Adjacent literal pieces become one run. */
export function proseBuilder(): ProseBuilder {
  let text = ''
  const runs: number[] = []
  const add = (piece: string, sourceStart: number, sourceLength: number): void => {
    if (piece.length === 0) return
    runs.push(text.length, sourceStart, sourceLength)
    text += piece
  }
  return {
    literal(piece, sourceStart) {
      const last = runs.length - 3
      const adjoins = last >= 0 && text.length - runs[last] === runs[last + 2] && runs[last + 1] + runs[last + 2] === sourceStart
      if (!adjoins) return add(piece, sourceStart, piece.length)
      runs[last + 2] += piece.length
      text += piece
    },
    replacement: add,
    finish: () => ({ text, runs: Int32Array.from(runs) }),
  }
}

/** Index of the run that holds the prose offset. */
function runAt(runs: Int32Array, offset: number): number {
  let low = 0
  let high = runs.length / 3 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runs[middle * 3] <= offset) low = middle
    else high = middle - 1
  }
  return low * 3
}

function proseLength(prose: Prose, run: number): number {
  return (run + 3 < prose.runs.length ? prose.runs[run + 3] : prose.text.length) - prose.runs[run]
}

/** The source span of a non-empty span of the prose. */
export function toSource(prose: Prose, span: Span): Span {
  const { runs } = prose
  if (runs.length === 0) return { start: 0, end: 0 }
  const first = runAt(runs, span.start)
  const last = runAt(runs, Math.max(span.start, span.end - 1))
  const exact = (run: number): boolean => proseLength(prose, run) === runs[run + 2]
  const start = runs[first + 1] + (exact(first) ? span.start - runs[first] : 0)
  const end = runs[last + 1] + (exact(last) ? span.end - runs[last] : runs[last + 2])
  return { start, end: Math.max(start, end) }
}

/** The prose offset that stands for a source offset, or -1 when the source offset is markup between runs. */
export function toProse(prose: Prose, sourceOffset: number): number {
  const { runs } = prose
  for (let run = 0; run < runs.length; run += 3) {
    const inside = sourceOffset - runs[run + 1]
    if (inside >= 0 && inside <= runs[run + 2]) {
      const length = proseLength(prose, run)
      return runs[run] + (length === runs[run + 2] ? inside : inside === 0 ? 0 : length)
    }
  }
  return -1
}
