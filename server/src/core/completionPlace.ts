import { WordClass, wordClass } from './recognize/names/lexicon'
import type { Span } from './text/span'

/** Words that are looked at together before the caret. */
const MOST_WORDS = 6
const LONGEST = 120

const roleWords = WordClass.title | WordClass.roleNoun | WordClass.roleModifier | WordClass.topic

/** Whether a word may belong to a name or to the role before it: "Scott", "Treasury", "secretary", but not "Under". */
function belongs(word: string): boolean {
  const flags = wordClass(word.toLowerCase())
  if (word === word.toLowerCase()) return (flags & roleWords) !== 0
  return (
    (flags & WordClass.function) === 0 ||
    word === word.toUpperCase() ||
    word === 'He' ||
    (flags & (WordClass.maleName | WordClass.femaleName)) !== 0
  )
}

/**
 * The stretches before a caret that may be the beginning of a name, longest first: the word being written, and with it the
 * capitalised words before it ("Scott Be") and those of a role ("Treasury Secretary Sco", "harbour minister Ad").
 */
export function typedNames(text: string, offset: number): Span[] {
  const line = text.slice(Math.max(0, offset - LONGEST), offset)
  const base = offset - line.length
  const word = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.&'’-]*$/u.exec(line)
  if (word === null) return []
  const spans: Span[] = [{ start: base + word.index, end: offset }]
  let at = word.index
  while (spans.length < MOST_WORDS) {
    const before = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}.&'’-]{0,30} $/u.exec(line.slice(0, at))
    if (before === null || !belongs(before[0].trim())) break
    at = before.index
    spans.unshift({ start: base + at, end: offset })
  }
  return spans
}
