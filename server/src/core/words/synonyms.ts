import { hashWord } from '../text/vocabulary'
import { conceptNamed, conceptOf, isOfOneMeaning } from './equivalence'
import { keyedNumbers, numberOf, setNumber } from './keyedNumbers'
import { closeMeaning, opposites } from './newsWords'
import wordnet from './wordnet.json'

/** How near two concepts are. Of several relations of one pair the first of these counts: an opposite is never near. */
const Nearness = { opposite: -1, close: 0.8, derived: 0.7, synonym: 0.6 } as const

/** Relations between concepts, one after another; the most telling of a pair comes first. */
interface Relations {
  readonly from: number[]
  readonly to: number[]
  readonly degree: number[]
}

function relate({ from, to, degree }: Relations, a: number, b: number, nearness: number): void {
  if (a === b) return
  from.push(a, b)
  to.push(b, a)
  degree.push(nearness, nearness)
}

/** Relates the first stem of each line to the others, save where our own lists have judged of both: "expire" is not "die" in news. */
function relateWordnet(relations: Relations, lines: readonly string[], nearness: number): void {
  for (const line of lines) {
    let end = line.indexOf(' ')
    const first = hashWord(line, 0, end)
    while (end < line.length) {
      const start = end + 1
      end = line.indexOf(' ', start)
      if (end < 0) end = line.length
      const other = hashWord(line, start, end)
      if (!isOfOneMeaning(first) || !isOfOneMeaning(other)) relate(relations, conceptOf(first), conceptOf(other), nearness)
    }
  }
}

const linesOf = (list: string): string[] => list.trim().split('\n')
const membersOf = (list: string): number[] => list.split(', ').map(conceptNamed)

function readRelations(): Relations {
  const relations: Relations = { from: [], to: [], degree: [] }
  for (const line of linesOf(opposites)) {
    const [left, right] = line.split(' / ').map(membersOf)
    for (const a of left) for (const b of right) relate(relations, a, b, Nearness.opposite)
  }
  relateWordnet(relations, wordnet.opposites, Nearness.opposite)
  for (const line of linesOf(closeMeaning)) {
    const members = membersOf(line)
    for (let a = 0; a < members.length; a++) for (let b = 0; b < a; b++) relate(relations, members[a], members[b], Nearness.close)
  }
  relateWordnet(relations, wordnet.derived, Nearness.derived)
  relateWordnet(relations, wordnet.synonyms, Nearness.synonym)
  return relations
}

/** Relations by concept: those of row `i` are `partners` and `degrees` from `starts[i]` to `starts[i + 1]`, in the order given. */
function byConcept({ from, to, degree }: Relations) {
  const rowOf = keyedNumbers(from.length)
  const rows = new Int32Array(from.length)
  for (let at = 0; at < from.length; at++) {
    const known = numberOf(rowOf, from[at])
    rows[at] = known < 0 ? rowOf.count : known
    if (known < 0) setNumber(rowOf, from[at], rowOf.count)
  }
  const starts = new Int32Array(rowOf.count + 1)
  for (let at = 0; at < rows.length; at++) starts[rows[at] + 1]++
  for (let row = 0; row < rowOf.count; row++) starts[row + 1] += starts[row]
  const next = starts.slice()
  const partners = new Int32Array(rows.length)
  const degrees = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const place = next[rows[at]]++
    partners[place] = to[at]
    degrees[place] = degree[at]
  }
  return { rowOf, starts, partners, degrees }
}

let known: ReturnType<typeof byConcept> | null = null

/** The relations, read when they are first asked for: who only reads articles needs none. */
const relationsByConcept = () => (known ??= byConcept(readRelations()))

function degreeOf(a: number, b: number): number {
  const table = relationsByConcept()
  const row = numberOf(table.rowOf, a)
  if (row < 0) return 0
  for (let at = table.starts[row]; at < table.starts[row + 1]; at++) if (table.partners[at] === b) return table.degrees[at]
  return 0
}

/**
 * How near in meaning two concepts are.
 * @param a a concept, as {@link conceptOf} and `conceptsOf` give them
 * @param b another
 * @returns 1 for the same concept, 0 for unrelated ones and for opposites; between them, the nearer the more readily one stands for the
 * other in news
 */
export const related = (a: number, b: number): number => (a === b ? 1 : Math.max(0, degreeOf(a, b)))

/** Whether two concepts are opposites: "rise" and "fall", "buy" and "sell". */
export const areAntonyms = (a: number, b: number): boolean => degreeOf(a, b) === Nearness.opposite

/** Whether two words mean the same: they are one concept. Takes stem hashes. */
export const areSynonyms = (a: number, b: number): boolean => conceptOf(a) === conceptOf(b)

/** The concepts near to one (never its opposites), to look for what it says in other words. */
export function relatedConcepts(concept: number): number[] {
  const { rowOf, starts, partners, degrees } = relationsByConcept()
  const row = numberOf(rowOf, concept)
  const near: number[] = []
  if (row < 0) return near
  for (let at = starts[row]; at < starts[row + 1]; at++) {
    const isFirst = partners.indexOf(partners[at], starts[row]) === at
    if (isFirst && degrees[at] > 0) near.push(partners[at])
  }
  return near
}
