import type { ArticleValue } from '../../evidence/articleAnalysis'
import type { PlacedValue } from '../../evidence/passageAnalysis'
import { conceptNamed } from '../../words/concepts'

/** Concepts of a text's words, and where its sentences begin; the last entry is its end. */
interface Sentences {
  readonly concepts: Int32Array
  readonly starts: ArrayLike<number>
}

/** What leads to the value that something had before it changed. */
const leadsToFormer = ['from', 'instead of', 'rather than', 'compared with', 'compared to', 'against', 'versus'].map(inConcepts)

/** What follows it. */
const followsFormer = ['a year earlier', 'a year before', 'a year ago', 'in the year before', 'the year before', 'previously'].map(
  inConcepts,
)

function inConcepts(phrase: string): readonly number[] {
  return phrase.split(' ').map(conceptNamed)
}

/** Whether words follow each other from a token on, in one direction. */
function follow(words: readonly number[], concepts: Int32Array, from: number, step: 1 | -1, low: number, high: number): boolean {
  let followed = 0
  for (let at = from; at >= low && at < high && followed < words.length; at += step) {
    if (concepts[at] === 0) continue
    if (concepts[at] !== words[followed]) return false
    followed++
  }
  return followed === words.length
}

/** Whether a value is what something was before it changed: "from 11% to 21%", "$3.5 billion, compared with $3.1 billion". */
function isFormer({ concepts, starts }: Sentences, { first, last, sentence }: PlacedValue | ArticleValue): boolean {
  const low = starts[sentence]
  const high = starts[sentence + 1]
  return (
    leadsToFormer.some(words => follow([...words].reverse(), concepts, first - 1, -1, low, high)) ||
    followsFormer.some(words => follow(words, concepts, last, 1, low, high))
  )
}

/**
 * Which of two values of a text tells of the time before a change: "rose from 11% to 21%".
 * @returns -1 for the first, 1 for the second, 0 if the words do not tell
 */
export function formerOf(text: Sentences, a: PlacedValue | ArticleValue, b: PlacedValue | ArticleValue): -1 | 0 | 1 {
  const first = isFormer(text, a)
  return first === isFormer(text, b) ? 0 : first ? -1 : 1
}
