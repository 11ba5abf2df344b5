import type { ArticleMetadata } from '../articles/article'
import { eachInSteps, type Steps } from '../steps'
import { conceptsOfArticle, type ArticleAnalysis, type ArticleWords } from './articleAnalysis'
import { conceptWeight, weighsAlike } from './conceptWeight'
import { articleShape, type ArticleEntry } from './storage/articleTable'
import { memoryStore, type ByteStore } from './storage/byteStore'
import { rowAt, rowColumns, rowsIn, type Columns, type Rows } from './storage/columns'
import {
  addPosting,
  createPostings,
  placeOf,
  postingCount,
  postingsOf,
  removePosting,
  settlePostings,
  type Postings,
} from './storage/postings'
import { createSlotTable, entryAt, removeEntry, setEntry, settleSlots, slotColumns, slotOf, type SlotTable } from './storage/slotTable'
import { joinParts, openArticle, openWords, storeArticle, type StoredArticle } from './storage/storedArticle'

/** The evidence of all articles, by concept. Each article has a slot, which is reused after the article is removed. */
export interface EvidenceIndex {
  readonly articles: SlotTable<ArticleEntry>
  /** Their analyses. */
  readonly bytes: ByteStore
  /** The most recently used articles, unpacked, by slot; the latest comes last. */
  readonly opened: Map<number, ArticleAnalysis>
  readonly postings: Postings
  /** The concepts that the snapshot has postings for, ascending. */
  storedConcepts: Int32Array
  /** The latest changes, oldest first, up to {@link REMEMBERED}. */
  readonly changes: IndexChange[]
  /** How many changes there were. */
  revision: number
  /** One score per slot, all zero between searches. */
  scores: Float64Array
}

/** The effect of adding, changing or removing one article on earlier search results. */
export interface IndexChange {
  readonly slot: number
  /** Concepts whose weight, or cost to search for, changed. */
  readonly concepts: readonly number[]
  /** Whether the weight of all concepts changed, because there are so many more or fewer articles. */
  readonly all: boolean
}

/** How many changes are remembered. A search result that is older is done again. */
const REMEMBERED = 64

/** How many articles are kept unpacked. */
const OPENED = 128

/**
 * An index without articles.
 * @param bytes where analyses are kept
 */
export const createEvidenceIndex = (bytes: ByteStore = memoryStore()): EvidenceIndex => ({
  articles: createSlotTable(articleShape),
  bytes,
  opened: new Map(),
  postings: createPostings(),
  storedConcepts: new Int32Array(),
  changes: [],
  revision: 0,
  scores: new Float64Array(64),
})

/** The article of a slot that has one. */
export function articleAt({ articles, bytes, opened }: EvidenceIndex, slot: number): ArticleAnalysis {
  const article = opened.get(slot) ?? openEntry(entryAt(articles, slot)!, bytes)
  opened.delete(slot)
  opened.set(slot, article)
  if (opened.size > OPENED) opened.delete(opened.keys().next().value!)
  return article
}

const openEntry = (entry: ArticleEntry, bytes: ByteStore): ArticleAnalysis => openArticle(entry, bytes.read(entry.place))

/** The words of an article that is in the index. */
export const wordsOf = ({ articles, bytes }: EvidenceIndex, uri: string): ArticleWords =>
  openWords(bytes.read(entryAt(articles, slotOf(articles, uri))!.place))

/** What is known of an article that is in the index. */
export const metadataOf = ({ articles }: EvidenceIndex, uri: string): ArticleMetadata => entryAt(articles, slotOf(articles, uri))!.metadata

/** How telling a concept is in the articles of an index; 0 or more. */
export const weightIn = (index: EvidenceIndex, concept: number): number =>
  conceptWeight(concept, postingCount(index.postings, concept), index.articles.count)

/** The numbers in both lists. */
function inBoth(a: Int32Array, b: Int32Array): ReadonlySet<number> {
  if (a.length === 0 || b.length === 0) return new Set()
  const all = new Set(a)
  return new Set(b.filter(each => all.has(each)))
}

/** Replaces the postings of a slot's concepts where the old and the new ones differ. @returns the concepts whose weight changed */
function changePostings(index: EvidenceIndex, slot: number, before: Int32Array, after: Int32Array): number[] {
  const { postings } = index
  const { count } = index.articles
  const stays = inBoth(before, after)
  const changed: number[] = []
  for (const concept of before) {
    if (stays.has(concept)) continue
    const frequency = removePosting(postings, concept, slot)
    if (!weighsAlike(concept, frequency, frequency + 1, count)) changed.push(concept)
  }
  for (const concept of after) {
    if (stays.has(concept)) continue
    const frequency = addPosting(postings, concept, slot)
    if (!weighsAlike(concept, frequency, frequency - 1, count)) changed.push(concept)
  }
  return changed
}

function remember(index: EvidenceIndex, change: IndexChange): void {
  index.revision++
  index.changes.push(change)
  if (index.changes.length > REMEMBERED) index.changes.shift()
}

/** Updates postings and remembers the change, after the article of a slot was replaced or removed. */
function moveSlot(index: EvidenceIndex, slot: number, countBefore: number, before: ArticleEntry | null, conceptsAfter: Int32Array): void {
  const conceptsBefore = before ? conceptsOfArticle(openWords(index.bytes.read(before.place))) : new Int32Array()
  const concepts = changePostings(index, slot, conceptsBefore, conceptsAfter)
  index.opened.delete(slot)
  remember(index, { slot, concepts, all: conceptWeight(0, 0, countBefore) !== conceptWeight(0, 0, index.articles.count) })
}

function makeRoom(index: EvidenceIndex): void {
  if (index.scores.length < index.articles.slots) index.scores = new Float64Array(index.articles.slots * 2)
}

/** Adds an article, or replaces the one with the same URI. */
export const addArticle = (index: EvidenceIndex, article: ArticleAnalysis): void =>
  addStoredArticle(index, storeArticle(article), conceptsOfArticle(article))

/** The same for an article that is already packed; `concepts` are its {@link conceptsOfArticle}. */
export function addStoredArticle(index: EvidenceIndex, article: StoredArticle, concepts: Int32Array): void {
  const { articles, bytes } = index
  const { count } = articles
  const before = entryAt(articles, slotOf(articles, article.uri))
  const slot = setEntry(articles, { uri: article.uri, metadata: article.metadata, place: bytes.keep(joinParts(article)) })
  makeRoom(index)
  moveSlot(index, slot, count, before, concepts)
}

/** Removes an article. @returns whether there was one */
export function removeArticle(index: EvidenceIndex, uri: string): boolean {
  const { articles } = index
  const { count } = articles
  const slot = slotOf(articles, uri)
  if (slot < 0) return false
  const before = entryAt(articles, slot)!
  removeEntry(articles, slot, before)
  moveSlot(index, slot, count, before, new Int32Array())
  return true
}

/** The changes since a revision, oldest first; null if they are no longer remembered. */
export function changesSince({ changes, revision }: EvidenceIndex, since: number): readonly IndexChange[] | null {
  const count = revision - since
  return count > changes.length ? null : changes.slice(changes.length - count)
}

/** All concepts that any article uses, ascending. */
function usedConcepts({ postings, storedConcepts }: EvidenceIndex): Int32Array {
  const fresh = Array.from(postings.changed.keys()).filter(concept => postings.stored(concept).length === 0)
  return Int32Array.from([...storedConcepts, ...fresh])
    .filter(concept => postingCount(postings, concept) > 0)
    .sort()
}

/** The postings of concepts, one after another. */
function* postingRows({ postings }: EvidenceIndex, concepts: Int32Array): Steps<Rows> {
  const starts = new Int32Array(concepts.length + 1)
  yield* eachInSteps(concepts, (concept, row) => (starts[row + 1] = starts[row] + postingCount(postings, concept)))
  const items = new Int32Array(starts[concepts.length])
  yield* eachInSteps(concepts, (concept, row) => items.set(postingsOf(postings, concept), starts[row]))
  return { items, starts }
}

/** The index as columns. */
export function* evidenceColumns(index: EvidenceIndex): Steps<Columns> {
  const concepts = usedConcepts(index)
  yield
  const rows = yield* postingRows(index, concepts)
  return { ...(yield* slotColumns(index.articles)), concepts, ...rowColumns('postings', rows) }
}

/** Remembers that every article may have changed. */
export function changeAll(index: EvidenceIndex): void {
  index.opened.clear()
  remember(index, { slot: -1, concepts: [], all: true })
}

/** Adopts columns that include all changes. Search results and remembered changes stay valid. */
export function settleEvidence(index: EvidenceIndex, columns: Columns): void {
  const concepts = columns.concepts as Int32Array
  const rows = rowsIn(columns, 'postings')
  settleSlots(index.articles, columns)
  makeRoom(index)
  index.storedConcepts = concepts
  settlePostings(index.postings, concept => {
    const row = placeOf(concepts, concept)
    return concepts[row] === concept ? rowAt(rows, row) : rows.items.subarray(0, 0)
  })
}
