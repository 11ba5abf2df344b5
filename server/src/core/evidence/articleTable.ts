import type { ArticleMetadata } from '../articles/article'
import { textColumns, textsIn, type Columns } from './columns'
import { eachInSteps, type Steps } from './steps'
import { byUnits, findText, textAt, textCount, textsInSteps, type Texts } from './texts'

/** What is kept in memory of an article. */
export interface ArticleEntry {
  readonly uri: string
  readonly metadata: ArticleMetadata
  /** Where its analysis is in the byte store. */
  readonly place: number
}

/** The articles of a snapshot, by slot. */
interface StoredArticles {
  /** {@link FIELDS} texts a slot. */
  readonly texts: Texts
  readonly places: Float64Array
  /** URIs in ascending order, and the slot of each. */
  readonly uris: Texts
  readonly slots: Int32Array
}

/** All articles by slot: those of a snapshot, and before them those that came, changed (or went: null) since. */
export interface ArticleTable {
  stored: StoredArticles | null
  readonly changed: Map<number, ArticleEntry | null>
  /** Slots by URI of what changed; -1 for an article that went. */
  readonly changedSlots: Map<string, number>
  /** Slots without an article. */
  free: number[]
  /** Number of slots, with and without articles. */
  slots: number
  /** Number of articles. */
  count: number
}

const fields = ['title', 'publisher', 'author', 'publishedOn', 'url', 'citekey'] as const
const FIELDS = 1 + fields.length

/** Stands for a field that is null: no text of an article's metadata is this. */
const NULL = '\0'

/** A table without articles. */
export const createArticleTable = (): ArticleTable => ({
  stored: null,
  changed: new Map(),
  changedSlots: new Map(),
  free: [],
  slots: 0,
  count: 0,
})

function storedField({ texts }: StoredArticles, slot: number, field: number): string | null {
  const text = textAt(texts, slot * FIELDS + field)
  return text === NULL ? null : text
}

function storedEntry(stored: StoredArticles, slot: number): ArticleEntry | null {
  if (slot >= stored.places.length || stored.places[slot] < 0) return null
  const metadata = Object.fromEntries(fields.map((name, at) => [name, storedField(stored, slot, at + 1)]))
  return { uri: storedField(stored, slot, 0)!, metadata: metadata as unknown as ArticleMetadata, place: stored.places[slot] }
}

/** The article of a slot; null for none. */
export function entryAt({ stored, changed }: ArticleTable, slot: number): ArticleEntry | null {
  const entry = changed.get(slot)
  return entry !== undefined || stored === null ? (entry ?? null) : storedEntry(stored, slot)
}

/** The URI of the article in a slot that has one. */
export const uriAt = ({ stored, changed }: ArticleTable, slot: number): string => changed.get(slot)?.uri ?? storedField(stored!, slot, 0)!

/** The slot of an article; -1 for none. */
export function slotOf({ stored, changedSlots }: ArticleTable, uri: string): number {
  const slot = changedSlots.get(uri)
  if (slot !== undefined || stored === null) return slot ?? -1
  const at = findText(stored.uris, uri)
  return at < 0 ? -1 : stored.slots[at]
}

/** All articles, in order of their slots. */
export function* allEntries(table: ArticleTable): Iterable<ArticleEntry> {
  for (let slot = 0; slot < table.slots; slot++) {
    const entry = entryAt(table, slot)
    if (entry !== null) yield entry
  }
}

/** The slots of the articles that have citation keys, by these; the last of several. */
export function slotsByCitekey(table: ArticleTable): Map<string, number> {
  const { stored, changed } = table
  const slots = new Map<string, number>()
  const field = fields.indexOf('citekey')
  for (let slot = 0; slot < table.slots; slot++) {
    const isStored = !changed.has(slot) && stored !== null && slot < stored.places.length && stored.places[slot] >= 0
    const citekey = isStored ? storedField(stored, slot, field + 1) : (changed.get(slot)?.metadata.citekey ?? null)
    if (citekey !== null) slots.set(citekey, slot)
  }
  return slots
}

/** The slot for an article that comes or changes. */
export function takeSlot(table: ArticleTable, uri: string): number {
  const known = slotOf(table, uri)
  return known >= 0 ? known : (table.free.pop() ?? table.slots++)
}

/** Puts an article in a slot of {@link takeSlot}. */
export function setEntry(table: ArticleTable, slot: number, entry: ArticleEntry): void {
  if (slotOf(table, entry.uri) < 0) table.count++
  table.changed.set(slot, entry)
  table.changedSlots.set(entry.uri, slot)
}

/** Takes an article out of its slot. */
export function removeEntry(table: ArticleTable, slot: number, { uri }: ArticleEntry): void {
  table.changed.set(slot, null)
  table.changedSlots.set(uri, -1)
  table.free.push(slot)
  table.count--
}

/** The table as columns. */
export function* articleColumns(table: ArticleTable): Steps<Columns> {
  const texts: string[] = []
  const places = new Float64Array(table.slots).fill(-1)
  const uris: { readonly uri: string; readonly slot: number }[] = []
  yield* eachInSteps(places, (_, slot) => {
    const entry = entryAt(table, slot)
    texts.push(entry?.uri ?? NULL, ...fields.map(name => entry?.metadata[name] ?? NULL))
    if (entry === null) return
    places[slot] = entry.place
    uris.push({ uri: entry.uri, slot })
  })
  uris.sort((a, b) => byUnits(a.uri, b.uri))
  return {
    ...textColumns('article', yield* textsInSteps(texts)),
    ...textColumns('uri', yield* textsInSteps(uris.map(({ uri }) => uri))),
    places,
    uriSlots: Int32Array.from(uris, ({ slot }) => slot),
  }
}

/** Begins anew from columns that hold all that was changed. */
export function settleArticles(table: ArticleTable, columns: Columns): void {
  const places = columns.places as Float64Array
  const uris = textsIn(columns, 'uri')
  table.stored = { texts: textsIn(columns, 'article'), places, uris, slots: columns.uriSlots as Int32Array }
  table.changed.clear()
  table.changedSlots.clear()
  table.slots = places.length
  table.count = textCount(uris)
  table.free = Array.from(places.keys()).filter(slot => places[slot] < 0)
}

/** The URI of a slot in columns; null for a slot without article. */
export const uriInColumns = (columns: Columns, slot: number): string | null =>
  columns.places[slot] < 0 ? null : textAt(textsIn(columns, 'article'), slot * FIELDS)
