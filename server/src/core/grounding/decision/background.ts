import { conceptNamed } from '../../words/concepts'

/** How a sentence turns from what is told to what was before it. */
const turns = [
  'before that',
  'before this',
  'earlier this year',
  'last year',
  'previously',
  'in the past',
  'is not the first',
  'was not the first',
].map(phrase => phrase.split(' ').map(conceptNamed))

/** Within how many words from its beginning on a sentence turns: "This is not the first …". */
const OPENING = 3

/**
 * Whether a sentence turns to what was before its story: "Before that, three attacks killed 50 people", "It is not the first fire here".
 * @param concepts those of a text's tokens
 * @param low the sentence's first token
 * @param high the token after its last
 */
export function tellsOfBefore(concepts: Int32Array, low: number, high: number): boolean {
  const opening: number[] = []
  for (let at = low; at < high && opening.length < OPENING + 3; at++) if (concepts[at] !== 0) opening.push(concepts[at])
  return turns.some(turn => {
    for (let start = 0; start < OPENING; start++) if (turn.every((concept, at) => opening[start + at] === concept)) return true
    return false
  })
}
