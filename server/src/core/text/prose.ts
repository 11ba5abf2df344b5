import type { Span } from './span'

/**
 * Plain text taken out of marked-up text, with the way back.
 *
 * `runs` holds triples `[proseStart, sourceStart, sourceLength]` in ascending order: the prose from `proseStart` up to the next
 * run's start stands in the source at `origin + sourceStart`. Where the prose run is as long as `sourceLength` its characters
 * correspond one to one; otherwise (an HTML entity, an escape) the run is one indivisible piece.
 *
 * When text before a block grows or shrinks, only `origin` changes: `text` and `runs` stay the same objects, so an analysis of the
 * text may be kept by either.
 */
export interface Prose {
  readonly text: string
  readonly runs: Int32Array
  readonly origin: number
}

// soft hyphens, joiners, marks of direction, variants of signs: pages have them within words, and copying takes them along
const invisible = /\p{Default_Ignorable_Code_Point}/u
const allInvisible = /\p{Default_Ignorable_Code_Point}+/gu
const visible = /\P{Default_Ignorable_Code_Point}+/gu

/** Text that stands in its source as it is, from `offset` on; without what no reader sees. */
export function plainProse(text: string, offset: number): Prose {
  if (!invisible.test(text)) return { text, runs: Int32Array.of(0, 0, text.length), origin: offset }
  const out = proseBuilder()
  out.literal(text, 0)
  return out.finish(offset)
}

/** The same prose where its source has moved to begin at `origin`. */
export const movedProse = (prose: Prose, origin: number): Prose =>
  prose.origin === origin ? prose : { text: prose.text, runs: prose.runs, origin }

/** The same text in memory of its own: a piece of a text otherwise keeps the whole text in memory for as long as it lives. */
export const detached = (text: string): string => ` ${text}`.slice(1)

/** Collects pieces of prose in order, but for characters that no reader sees. Source offsets count from the prose's origin. */
export interface ProseBuilder {
  /** Adds source text unchanged. */
  literal(text: string, sourceStart: number): void
  /** Adds prose that stands for `sourceLength` units of different source text, such as `&amp;`. */
  replacement(text: string, sourceStart: number, sourceLength: number): void
  finish(origin?: number): Prose
}

/** A builder of {@link Prose}. Adjacent literal pieces become one run. */
export function proseBuilder(): ProseBuilder {
  let text = ''
  const runs: number[] = []
  let exact = false
  const add = (piece: string, sourceStart: number, sourceLength: number): void => {
    if (piece.length === 0) return
    runs.push(text.length, sourceStart, sourceLength)
    text += piece
  }
  const addExact = (piece: string, sourceStart: number): void => {
    const last = runs.length - 3
    if (exact && last >= 0 && runs[last + 1] + runs[last + 2] === sourceStart) {
      runs[last + 2] += piece.length
      text += piece
    } else add(piece, sourceStart, piece.length)
    exact = true
  }
  return {
    literal(piece, sourceStart) {
      if (!invisible.test(piece)) return addExact(piece, sourceStart)
      for (const { 0: seen, index } of piece.matchAll(visible)) addExact(seen, sourceStart + index)
    },
    replacement(piece, sourceStart, sourceLength) {
      add(piece.replace(allInvisible, ''), sourceStart, sourceLength)
      exact = false
    },
    finish: (origin = 0) => ({ text: detached(text), runs: new Int32Array(runs), origin }),
  }
}

/** Index in `runs` of the last run that begins in the prose at or before `offset`; 0 if none. */
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

/** Whether the characters of a run correspond one to one to those of its source. */
function isExact({ text, runs }: Prose, run: number): boolean {
  return (run + 3 < runs.length ? runs[run + 3] : text.length) - runs[run] === runs[run + 2]
}

/** Where a place of the prose stands in the source. */
export function sourceStart(prose: Prose, offset: number): number {
  const { runs, origin } = prose
  if (runs.length === 0) return origin
  const run = runAt(runs, offset)
  return origin + runs[run + 1] + (isExact(prose, run) ? offset - runs[run] : 0)
}

/** Where the source of a non-empty stretch of the prose ends. */
export function sourceEnd(prose: Prose, start: number, end: number): number {
  const { runs, origin } = prose
  if (runs.length === 0) return origin
  const run = runAt(runs, Math.max(start, end - 1))
  const behind = isExact(prose, run) ? end - runs[run] : runs[run + 2]
  return Math.max(sourceStart(prose, start), origin + runs[run + 1] + behind)
}

/** The source span of a non-empty span of the prose. */
export const toSource = (prose: Prose, { start, end }: Span): Span => ({
  start: sourceStart(prose, start),
  end: sourceEnd(prose, start, end),
})
