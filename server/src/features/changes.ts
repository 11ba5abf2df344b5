import { toSource, type Prose } from '../core/text/prose'
import type { Span } from '../core/text/span'

/** A replacement: a stretch of text, and what to put in its place. */
export interface Change {
  readonly span: Span
  readonly text: string
}

/** Where two different texts differ: all but their common beginning and end, including at least one character of the first. */
function difference(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  if (start + tail === before.length) {
    if (start > 0) start--
    else tail--
  }
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) }
}

/** The words that differ between two texts of equally many words, each with its place in the first; otherwise the texts as a whole. */
function differentWords(before: string, after: string): Change[] {
  const words = [...before.matchAll(/\S+/g)]
  const others = after.match(/\S+/g) ?? []
  if (words.length !== others.length) return [{ span: { start: 0, end: before.length }, text: after }]
  return words.flatMap(({ 0: word, index: start }, at) =>
    word === others[at] ? [] : [{ span: { start, end: start + word.length }, text: others[at] }],
  )
}

const SPECIAL_SPACE = /[^\S ]/

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

/**
 * The changes to a draft that make a span of its prose read as another text. Where there is markup between (“**175** percent”) only what
 * differs is changed, so that the markup stays whole; so do line breaks and spaces that hold words together.
 * @param source the draft's text
 */
export function changesTo(source: string, prose: Prose, span: Span, text: string): Change[] {
  const isPlain = ({ start, end }: Span): boolean => {
    const place = toSource(prose, { start, end })
    return source.slice(place.start, place.end) === prose.text.slice(start, end)
  }
  const change = (place: Span, by: string): Change => ({ span: toSource(prose, place), text: by })
  const written = prose.text.slice(span.start, span.end)
  if (isPlain(span) && !SPECIAL_SPACE.test(written)) return [change(span, text)]
  return differentWords(written, text).map(word => {
    const place = moved(word.span, span.start)
    if (isPlain(place)) return change(place, word.text)
    const inner = difference(prose.text.slice(place.start, place.end), word.text)
    return change(moved(inner.span, place.start), inner.text)
  })
}
