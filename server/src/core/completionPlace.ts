import type { Span } from './text/span'

/** Words of a name that are looked at together before the caret. */
const MOST_WORDS = 4
const LONGEST = 80

/**
 * The stretches before a caret that may be the beginning of a name, longest first: the word being written, and with it the
 * capitalised words before it ("Scott Be").
 */
export function typedNames(text: string, offset: number): Span[] {
  const line = text.slice(Math.max(0, offset - LONGEST), offset)
  const base = offset - line.length
  const word = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.&'’-]*$/u.exec(line)
  if (word === null) return []
  const spans: Span[] = [{ start: base + word.index, end: offset }]
  let at = word.index
  while (spans.length < MOST_WORDS) {
    const before = /\p{Lu}[\p{L}\p{M}.&'’-]{0,30} $/u.exec(line.slice(0, at))
    if (before === null) break
    at = before.index
    spans.unshift({ start: base + at, end: offset })
  }
  return spans
}
