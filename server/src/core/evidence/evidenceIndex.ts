import { conceptsOfArticle, type ArticleAnalysis } from './articleAnalysis'
import { conceptWeight, searchCost } from './conceptWeight'
import { insertSlot, removeSlot } from './postings'
import { openArticle, openWords, storeArticle, type StoredArticle } from './storedArticle'

/** The evidence of all articles, by concept. Articles have slots; a slot is used again after its article is gone. */
export interface EvidenceIndex {
  readonly slots: (StoredArticle | null)[]
  /** Articles that were lately asked for, unpacked, by slot; the last asked for at the end. */
  readonly opened: Map<number, ArticleAnalysis>
  readonly slotOf: Map<string, number>
  /** The slots of the articles that use a concept, ascending. */
  readonly articlesWith: Map<number, number[]>
  /** Slots without an article. */
  readonly free: number[]
  /** The latest changes, oldest first, at most {@link REMEMBERED}. */
  readonly changes: IndexChange[]
  /** How many changes there were. */
  revision: number
  /** Room for one score a slot, all zero between searches. */
  scores: Float64Array
}

/** What the coming, changing or going of one article means to what was found before. */
export interface IndexChange {
  readonly slot: number
  /** Concepts that weigh, or cost to search, otherwise since then. */
  readonly concepts: readonly number[]
  /** Whether all concepts weigh otherwise, because the articles have become so many more or fewer. */
  readonly all: boolean
}

/** How many changes are remembered. Whoever looks less often than that begins anew. */
const REMEMBERED = 64

/** How many articles are kept unpacked. */
const OPENED = 128

/** An index without articles. */
export const createEvidenceIndex = (): EvidenceIndex => ({
  slots: [],
  opened: new Map(),
  slotOf: new Map(),
  articlesWith: new Map(),
  free: [],
  changes: [],
  revision: 0,
  scores: new Float64Array(64),
})

/** The article of a slot that has one. */
export function articleAt({ slots, opened }: EvidenceIndex, slot: number): ArticleAnalysis {
  const article = opened.get(slot) ?? openArticle(slots[slot]!)
  opened.delete(slot)
  opened.set(slot, article)
  if (opened.size > OPENED) opened.delete(opened.keys().next().value!)
  return article
}

/** Number of articles that use a concept. */
const frequencyOf = (index: EvidenceIndex, concept: number): number => index.articlesWith.get(concept)?.length ?? 0

/** How telling a concept is in the articles of an index, 0 or more. */
export const weightIn = (index: EvidenceIndex, concept: number): number =>
  conceptWeight(concept, frequencyOf(index, concept), index.slotOf.size)

function addPosting({ articlesWith }: EvidenceIndex, concept: number, slot: number): void {
  const list = articlesWith.get(concept)
  if (list === undefined) articlesWith.set(concept, [slot])
  else insertSlot(list, slot)
}

function removePosting({ articlesWith }: EvidenceIndex, concept: number, slot: number): void {
  const list = articlesWith.get(concept)!
  if (list.length === 1) articlesWith.delete(concept)
  else removeSlot(list, slot)
}

/** Moves a slot's postings from the concepts of one article to those of another: only where the two differ. */
function changePostings(index: EvidenceIndex, slot: number, before: ReadonlySet<number>, after: ReadonlySet<number>): number[] {
  const changed: number[] = []
  const change = (concept: number, move: typeof addPosting, by: 1 | -1): void => {
    move(index, concept, slot)
    const frequency = frequencyOf(index, concept)
    const count = index.slotOf.size
    const alike =
      conceptWeight(concept, frequency, count) === conceptWeight(concept, frequency - by, count) &&
      searchCost(frequency) === searchCost(frequency - by)
    if (!alike) changed.push(concept)
  }
  for (const concept of before) if (!after.has(concept)) change(concept, removePosting, -1)
  for (const concept of after) if (!before.has(concept)) change(concept, addPosting, 1)
  return changed
}

function remember(index: EvidenceIndex, change: IndexChange): void {
  index.revision++
  index.changes.push(change)
  if (index.changes.length > REMEMBERED) index.changes.shift()
}

/** Puts an article in a slot; `conceptsAfter` are its {@link conceptsOfArticle}. */
function replaceArticle(
  index: EvidenceIndex,
  slot: number,
  countBefore: number,
  article: StoredArticle | null,
  conceptsAfter: Iterable<number>,
): void {
  const before = index.slots[slot]
  const conceptsBefore = before ? conceptsOfArticle(openWords(before)) : new Set<number>()
  const concepts = changePostings(index, slot, conceptsBefore, new Set(conceptsAfter))
  index.slots[slot] = article
  index.opened.delete(slot)
  remember(index, { slot, concepts, all: conceptWeight(0, 0, countBefore) !== conceptWeight(0, 0, index.slotOf.size) })
}

/** Adds an article, or puts it in the place of the one with the same URI. */
export const addArticle = (index: EvidenceIndex, article: ArticleAnalysis): void =>
  addStoredArticle(index, storeArticle(article), conceptsOfArticle(article))

/** The same with an article that is packed already; `concepts` are its {@link conceptsOfArticle}. */
export function addStoredArticle(index: EvidenceIndex, article: StoredArticle, concepts: Iterable<number>): void {
  const count = index.slotOf.size
  const slot = index.slotOf.get(article.uri) ?? index.free.pop() ?? index.slots.push(null) - 1
  if (index.scores.length < index.slots.length) index.scores = new Float64Array(index.slots.length * 2)
  index.slotOf.set(article.uri, slot)
  replaceArticle(index, slot, count, article, concepts)
}

/** Takes an article out. @returns whether there was one */
export function removeArticle(index: EvidenceIndex, uri: string): boolean {
  const count = index.slotOf.size
  const slot = index.slotOf.get(uri)
  if (slot === undefined) return false
  index.slotOf.delete(uri)
  replaceArticle(index, slot, count, null, [])
  index.free.push(slot)
  return true
}

/** The changes since a revision, oldest first; null where they are not remembered any more. */
export function changesSince({ changes, revision }: EvidenceIndex, since: number): readonly IndexChange[] | null {
  const count = revision - since
  return count > changes.length ? null : changes.slice(changes.length - count)
}
