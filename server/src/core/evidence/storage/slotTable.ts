import { eachInSteps, type Steps } from '../../steps'
import { textColumns, textsIn, type Columns } from './columns'
import { byUnits, findText, textAt, textCount, textsInSteps, type Texts } from './texts'

/** What is kept in memory of an article; all else is where `place` says, in a byte store. */
export interface SlotEntry {
  readonly uri: string
  readonly place: number
}

/** How the entries of a table are kept. */
export interface SlotShape<E extends SlotEntry> {
  /** What the names of the table's columns begin with. */
  readonly name: string
  /** How many texts an entry has beside its URI. */
  readonly fields: number
  readonly textsOf: (entry: E) => readonly (string | null)[]
  readonly entryOf: (kept: SlotEntry, texts: readonly (string | null)[]) => E
}

/** The entries of a snapshot. */
interface StoredSlots {
  /** Of each slot the URI and the other texts. */
  readonly texts: Texts
  /** Below 0 for a slot without article. */
  readonly places: Float64Array
  /** URIs in ascending order, and the slot of each. */
  readonly uris: Texts
  readonly slots: Int32Array
  /** Of each slot the place of its URI among `uris`; made when two are first compared. */
  ranks: Int32Array | null
}

/** Articles by small numbers, their slots: those of a snapshot, and before them those that came, changed (or went: null) since. */
export interface SlotTable<E extends SlotEntry> {
  readonly shape: SlotShape<E>
  stored: StoredSlots | null
  readonly changed: Map<number, E | null>
  /** Slots by URI of what changed; -1 for an article that went. */
  readonly changedSlots: Map<string, number>
  /** Slots without an article. */
  free: number[]
  /** Number of slots, with and without articles. */
  slots: number
  /** Number of articles. */
  count: number
}

/** Stands for a text that is null: no text of an article is this. */
const NULL = '\0'

/** A table without articles. */
export const createSlotTable = <E extends SlotEntry>(shape: SlotShape<E>): SlotTable<E> => ({
  shape,
  stored: null,
  changed: new Map(),
  changedSlots: new Map(),
  free: [],
  slots: 0,
  count: 0,
})

function storedText<E extends SlotEntry>({ fields }: SlotShape<E>, { texts }: StoredSlots, slot: number, field: number): string | null {
  const text = textAt(texts, slot * (1 + fields) + 1 + field)
  return text === NULL ? null : text
}

const storedUri = <E extends SlotEntry>({ fields }: SlotShape<E>, { texts }: StoredSlots, slot: number): string =>
  textAt(texts, slot * (1 + fields))

const isStored = ({ places }: StoredSlots, slot: number): boolean => places[slot] >= 0

function storedEntry<E extends SlotEntry>(shape: SlotShape<E>, stored: StoredSlots, slot: number): E | null {
  if (!isStored(stored, slot)) return null
  const texts = Array.from({ length: shape.fields }, (_, field) => storedText(shape, stored, slot, field))
  return shape.entryOf({ uri: storedUri(shape, stored, slot), place: stored.places[slot] }, texts)
}

/** The article of a slot; null for none. */
export function entryAt<E extends SlotEntry>({ shape, stored, changed }: SlotTable<E>, slot: number): E | null {
  const entry = changed.get(slot)
  return entry !== undefined || stored === null ? (entry ?? null) : storedEntry(shape, stored, slot)
}

/** The URI of the article in a slot that has one. */
export const uriAt = <E extends SlotEntry>({ shape, stored, changed }: SlotTable<E>, slot: number): string =>
  changed.get(slot)?.uri ?? storedUri(shape, stored!, slot)

function ranksOf(stored: StoredSlots): Int32Array {
  if (stored.ranks !== null) return stored.ranks
  const ranks = new Int32Array(stored.places.length)
  stored.slots.forEach((slot, rank) => (ranks[slot] = rank))
  return (stored.ranks = ranks)
}

/** Orders slots that have articles by their URIs. No text is made of those of the snapshot: many articles alike are compared by it often. */
export function byUri<E extends SlotEntry>(table: SlotTable<E>, a: number, b: number): number {
  const { stored, changed } = table
  if (stored === null || changed.has(a) || changed.has(b)) return byUnits(uriAt(table, a), uriAt(table, b))
  const ranks = ranksOf(stored)
  return ranks[a] - ranks[b]
}

/** One of the texts of the article in a slot, without making its entry; null where it is null or there is no article. */
export function textOfSlot<E extends SlotEntry>({ shape, stored, changed }: SlotTable<E>, slot: number, field: number): string | null {
  const entry = changed.get(slot)
  if (entry !== undefined) return entry === null ? null : shape.textsOf(entry)[field]
  return stored !== null && isStored(stored, slot) ? storedText(shape, stored, slot, field) : null
}

/** The slot of an article; -1 for none. */
export function slotOf<E extends SlotEntry>({ stored, changedSlots }: SlotTable<E>, uri: string): number {
  const slot = changedSlots.get(uri)
  if (slot !== undefined || stored === null) return slot ?? -1
  const at = findText(stored.uris, uri)
  return at < 0 ? -1 : stored.slots[at]
}

/** All articles, in order of their slots. */
export function* allEntries<E extends SlotEntry>(table: SlotTable<E>): Iterable<E> {
  for (let slot = 0; slot < table.slots; slot++) {
    const entry = entryAt(table, slot)
    if (entry !== null) yield entry
  }
}

/** Puts an article in its slot, or in a free one where it has none. @returns the slot */
export function setEntry<E extends SlotEntry>(table: SlotTable<E>, entry: E): number {
  const known = slotOf(table, entry.uri)
  const slot = known >= 0 ? known : (table.free.pop() ?? table.slots++)
  if (known < 0) table.count++
  table.changed.set(slot, entry)
  table.changedSlots.set(entry.uri, slot)
  return slot
}

/** Takes an article out of its slot. */
export function removeEntry<E extends SlotEntry>(table: SlotTable<E>, slot: number, { uri }: E): void {
  table.changed.set(slot, null)
  table.changedSlots.set(uri, -1)
  table.free.push(slot)
  table.count--
}

/** A table as columns. */
export function* slotColumns<E extends SlotEntry>(table: SlotTable<E>): Steps<Columns> {
  const { name, fields, textsOf } = table.shape
  const none = Array.from({ length: 1 + fields }, () => '')
  const texts: string[] = []
  const places = new Float64Array(table.slots).fill(-1)
  const uris: { readonly uri: string; readonly slot: number }[] = []
  yield* eachInSteps(places, (_, slot) => {
    const entry = entryAt(table, slot)
    texts.push(...(entry === null ? none : [entry.uri, ...textsOf(entry).map(text => text ?? NULL)]))
    if (entry === null) return
    places[slot] = entry.place
    uris.push({ uri: entry.uri, slot })
  })
  uris.sort((a, b) => byUnits(a.uri, b.uri))
  return {
    ...textColumns(`${name}.texts`, yield* textsInSteps(texts)),
    ...textColumns(`${name}.uris`, yield* textsInSteps(uris.map(({ uri }) => uri))),
    [`${name}.places`]: places,
    [`${name}.slots`]: Int32Array.from(uris, ({ slot }) => slot),
  }
}

const storedIn = (name: string, columns: Columns): StoredSlots => ({
  texts: textsIn(columns, `${name}.texts`),
  places: columns[`${name}.places`] as Float64Array,
  uris: textsIn(columns, `${name}.uris`),
  slots: columns[`${name}.slots`] as Int32Array,
  ranks: null,
})

/** Adopts columns that include all changes. */
export function settleSlots<E extends SlotEntry>(table: SlotTable<E>, columns: Columns): void {
  const stored = storedIn(table.shape.name, columns)
  table.stored = stored
  table.changed.clear()
  table.changedSlots.clear()
  table.slots = stored.places.length
  table.count = textCount(stored.uris)
  table.free = Array.from(stored.places.keys()).filter(slot => !isStored(stored, slot))
}

/** Where the articles of columns are in the byte store, by slot; below 0 for a slot without article. */
export const placesIn = <E extends SlotEntry>({ name }: SlotShape<E>, columns: Columns): Float64Array =>
  columns[`${name}.places`] as Float64Array

/** The URI of a slot in columns; null for a slot without article. */
export function uriInColumns<E extends SlotEntry>(shape: SlotShape<E>, columns: Columns, slot: number): string | null {
  const stored = storedIn(shape.name, columns)
  return isStored(stored, slot) ? storedUri(shape, stored, slot) : null
}
