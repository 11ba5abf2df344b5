import type { ArticleMetadata } from '../articles/article'
import { conceptsOfArticle, type ArticleAnalysis, type ArticleWords } from './articleAnalysis'
import {
  articleColumns,
  createArticleTable,
  entryAt,
  removeEntry,
  setEntry,
  settleArticles,
  slotOf,
  takeSlot,
  type ArticleEntry,
  type ArticleTable,
} from './articleTable'
import { memoryStore, type ByteStore } from './byteStore'
import { rowAt, rowColumns, rowsIn, rowsInSteps, type Columns } from './columns'
import { conceptWeight, searchCost } from './conceptWeight'
import { changedList, createLists, listOf, noLists, settleLists, tidyList, type Lists } from './lists'
import { insertSlot, placeOf, removeSlot } from './postings'
import type { Steps } from './steps'
import { joinParts, openArticle, openWords, storeArticle, type StoredArticle } from './storedArticle'

/** The evidence of all articles, by concept. Articles have slots; a slot is used again after its article is gone. */
export interface EvidenceIndex {
  readonly articles: ArticleTable
  /** Their analyses. */
  readonly bytes: ByteStore
  /** Articles that were lately asked for, unpacked, by slot; the last asked for at the end. */
  readonly opened: Map<number, ArticleAnalysis>
  /** The slots of the articles that use a concept, ascending. */
  readonly postings: Lists<number, number>
  /** The concepts that the snapshot has postings for, ascending. */
  storedConcepts: Int32Array
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

/**
 * An index without articles.
 * @param bytes where analyses are kept
 */
export const createEvidenceIndex = (bytes: ByteStore = memoryStore()): EvidenceIndex => ({
  articles: createArticleTable(),
  bytes,
  opened: new Map(),
  postings: createLists(),
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

/** The slots of the articles that use a concept, ascending. */
export const postingsOf = ({ postings }: EvidenceIndex, concept: number): ArrayLike<number> => listOf(postings, concept)

/** Number of articles that use a concept. */
const frequencyOf = (index: EvidenceIndex, concept: number): number => postingsOf(index, concept).length

/** How telling a concept is in the articles of an index, 0 or more. */
export const weightIn = (index: EvidenceIndex, concept: number): number =>
  conceptWeight(concept, frequencyOf(index, concept), index.articles.count)

/** Moves a slot's postings from the concepts of one article to those of another: only where the two differ. */
function changePostings(index: EvidenceIndex, slot: number, before: ReadonlySet<number>, after: ReadonlySet<number>): number[] {
  const changed: number[] = []
  const change = (concept: number, move: typeof insertSlot, by: 1 | -1): void => {
    move(changedList(index.postings, concept), slot)
    tidyList(index.postings, concept)
    const frequency = frequencyOf(index, concept)
    const { count } = index.articles
    const alike =
      conceptWeight(concept, frequency, count) === conceptWeight(concept, frequency - by, count) &&
      searchCost(frequency) === searchCost(frequency - by)
    if (!alike) changed.push(concept)
  }
  for (const concept of before) if (!after.has(concept)) change(concept, removeSlot, -1)
  for (const concept of after) if (!before.has(concept)) change(concept, insertSlot, 1)
  return changed
}

function remember(index: EvidenceIndex, change: IndexChange): void {
  index.revision++
  index.changes.push(change)
  if (index.changes.length > REMEMBERED) index.changes.shift()
}

/** What follows from another article in a slot, or none. */
function moveSlot(
  index: EvidenceIndex,
  slot: number,
  countBefore: number,
  before: ArticleEntry | null,
  conceptsAfter: ReadonlySet<number>,
): void {
  const conceptsBefore = before ? conceptsOfArticle(openWords(index.bytes.read(before.place))) : new Set<number>()
  const concepts = changePostings(index, slot, conceptsBefore, conceptsAfter)
  index.opened.delete(slot)
  remember(index, { slot, concepts, all: conceptWeight(0, 0, countBefore) !== conceptWeight(0, 0, index.articles.count) })
}

function makeRoom(index: EvidenceIndex): void {
  if (index.scores.length < index.articles.slots) index.scores = new Float64Array(index.articles.slots * 2)
}

/** Adds an article, or puts it in the place of the one with the same URI. */
export const addArticle = (index: EvidenceIndex, article: ArticleAnalysis): void =>
  addStoredArticle(index, storeArticle(article), conceptsOfArticle(article))

/** The same with an article that is packed already; `concepts` are its {@link conceptsOfArticle}. */
export function addStoredArticle(index: EvidenceIndex, article: StoredArticle, concepts: Iterable<number>): void {
  const { articles, bytes } = index
  const { count } = articles
  const slot = takeSlot(articles, article.uri)
  const before = entryAt(articles, slot)
  setEntry(articles, slot, { uri: article.uri, metadata: article.metadata, place: bytes.keep(joinParts(article)) })
  makeRoom(index)
  moveSlot(index, slot, count, before, new Set(concepts))
}

/** Takes an article out. @returns whether there was one */
export function removeArticle(index: EvidenceIndex, uri: string): boolean {
  const { articles } = index
  const { count } = articles
  const slot = slotOf(articles, uri)
  if (slot < 0) return false
  const before = entryAt(articles, slot)!
  removeEntry(articles, slot, before)
  moveSlot(index, slot, count, before, new Set())
  return true
}

/** The changes since a revision, oldest first; null where they are not remembered any more. */
export function changesSince({ changes, revision }: EvidenceIndex, since: number): readonly IndexChange[] | null {
  const count = revision - since
  return count > changes.length ? null : changes.slice(changes.length - count)
}

/** The index as columns. */
export function* evidenceColumns(index: EvidenceIndex): Steps<Columns> {
  const { postings, storedConcepts } = index
  const fresh = Array.from(postings.changed.keys()).filter(concept => postings.stored(concept).length === 0)
  const concepts = Int32Array.from([...storedConcepts, ...fresh])
    .filter(concept => frequencyOf(index, concept) > 0)
    .sort()
  yield
  const rows = yield* rowsInSteps(concepts, concept => postingsOf(index, concept))
  return { ...(yield* articleColumns(index.articles)), concepts, ...rowColumns('postings', rows) }
}

/** Remembers that all articles may be others. */
export function changeAll(index: EvidenceIndex): void {
  index.opened.clear()
  remember(index, { slot: -1, concepts: [], all: true })
}

/** Begins anew from columns that hold all that was changed. What was found and remembered before stays true. */
export function settleEvidence(index: EvidenceIndex, columns: Columns): void {
  const concepts = columns.concepts as Int32Array
  const rows = rowsIn(columns, 'postings')
  settleArticles(index.articles, columns)
  makeRoom(index)
  index.storedConcepts = concepts
  settleLists(index.postings, concept => {
    const row = placeOf(concepts, concept)
    return concepts[row] === concept ? rowAt(rows, row) : noLists()
  })
}
