import type { EntityKind } from '../../recognize/entity'
import { memoryStore, type ByteStore } from '../storage/byteStore'
import { rowAt } from '../storage/columns'
import { createLists, listOf, type Lists } from '../storage/lists'
import { createSlotTable, type SlotTable } from '../storage/slotTable'
import { byUnits, placeOfText, textAt, textBegins, textCount } from '../storage/texts'
import type { EntityInfo } from './entityCard'
import type { ChangingNode, NameNode } from './nameNode'
import { documentShape, type RegisteredDocument } from './registeredDocument'
import { keyInRow, nodeInRow, nodeWithKey, rowOfNode, type StoredNames } from './storedNames'
import { createWordIndex, keyOfName, type WordIndex, type WordName } from './wordIndex'

/** What an article calls somebody. */
export interface EntityNames {
  readonly kind: EntityKind
  /** The full name first. */
  readonly forms: readonly string[]
  /** The keys by which somebody of these names can be called; for a person the family name is one. The full name's is the first. */
  readonly keys: readonly string[]
}

/**
 * All names of all articles: those of a snapshot, and in front of them those that changed since. Plain data; `registryChanges.ts` and
 * `registryColumns.ts` alone change it, apart from what is remembered.
 */
export interface EntityRegistry {
  /** Where the entities of articles are kept. */
  readonly bytes: ByteStore
  stored: StoredNames | null
  /** Nodes that changed; null for one that went. */
  readonly changed: Map<number, ChangingNode | null>
  /** Nodes of the snapshot that were lately asked for. */
  readonly opened: Map<number, NameNode>
  /** Ids of nodes that came or went (0), by key. */
  readonly changedKeys: Map<string, number>
  /** Nodes by each of {@link NameNode.keys}. */
  readonly byForm: Lists<string, number>
  /** Numbers of the keys of the snapshot that other nodes go by since. */
  readonly changedForms: Set<number>
  readonly words: WordIndex
  /** Keys of names of several words by their initials: "sb", "wto". */
  readonly byInitials: Lists<string, string>
  readonly documents: SlotTable<RegisteredDocument>
  /** Keys that the writer calls one thing, each with all keys of its set. */
  readonly aliasSets: Map<string, readonly string[]>
  /** Entities of nodes as last asked for, dropped with every change. */
  readonly representatives: Map<number, number>
  /** What was last told of entities, dropped with every change. */
  readonly infos: Map<number, EntityInfo>
  /** One copy of every text that is kept, cut from its article. */
  readonly texts: Map<string, string>
  /** One copy of every set of names that articles give somebody. */
  readonly names: Map<string, EntityNames>
  nextNode: number
  /** Grows with every change of what the names of the articles are, or what is said of them. */
  revision: number
}

/**
 * A registry without articles.
 * @param bytes where the entities of articles are kept
 */
export const createEntityRegistry = (bytes: ByteStore = memoryStore()): EntityRegistry => ({
  bytes,
  stored: null,
  changed: new Map(),
  opened: new Map(),
  changedKeys: new Map(),
  byForm: createLists(),
  changedForms: new Set(),
  words: createWordIndex(),
  byInitials: createLists(),
  documents: createSlotTable(documentShape),
  aliasSets: new Map(),
  representatives: new Map(),
  infos: new Map(),
  texts: new Map(),
  names: new Map(),
  nextNode: 1,
  revision: 0,
})

/** How many nodes of the snapshot are kept opened. */
const OPENED = 2000

/** The node with an id; undefined for one that no article has any more. */
export function nodeOf({ stored, changed, opened }: EntityRegistry, id: number): NameNode | undefined {
  const node = changed.get(id) ?? opened.get(id)
  if (node !== undefined || stored === null || changed.has(id)) return node
  const row = rowOfNode(stored, id)
  if (row < 0) return undefined
  if (opened.size >= OPENED) opened.clear()
  const read = nodeInRow(stored, row)
  opened.set(id, read)
  return read
}

/** The id of the node that has a key for its own; 0 for none. */
export const nodeNamed = ({ stored, changedKeys }: EntityRegistry, key: string): number =>
  changedKeys.get(key) ?? (stored === null ? 0 : nodeWithKey(stored, key))

/** The ids of the nodes that go by a key. */
export const nodesCalled = ({ byForm }: EntityRegistry, key: string): ArrayLike<number> & Iterable<number> =>
  listOf(byForm, key) as ArrayLike<number> & Iterable<number>

/** The ids of the nodes that go by a name of the index of words; no text is made of a name that did not change. */
export function nodesWithName(registry: EntityRegistry, name: WordName): ArrayLike<number> {
  const { stored, changedForms, words } = registry
  if (typeof name === 'string' || changedForms.has(name)) return nodesCalled(registry, keyOfName(words, name))
  return rowAt(stored!.nodesOfKey, name)
}

/** The keys of the names with some initials. */
export const namesInitialled = ({ byInitials }: EntityRegistry, initials: string): readonly string[] =>
  Array.from(listOf(byInitials, initials))

/** The keys of the names whose initials begin so. */
export function namesInitialledFrom({ stored, byInitials }: EntityRegistry, beginning: string): string[] {
  const names: string[] = []
  for (const [initials, keys] of byInitials.changed) if (initials.startsWith(beginning)) names.push(...keys)
  if (stored === null) return names
  const { initials, namesOfInitials, keys } = stored
  for (let row = placeOfText(initials, beginning); row < textCount(initials) && textBegins(initials, row, beginning); row++)
    if (!byInitials.changed.has(textAt(initials, row))) for (const name of rowAt(namesOfInitials, row)) names.push(textAt(keys, name))
  return names
}

/** The ids of all nodes, in ascending order. */
export function* allNodes({ stored, changed }: EntityRegistry): Iterable<number> {
  for (const id of stored?.ids ?? []) if (!changed.has(id)) yield id
  for (const [id, node] of [...changed].sort(([a], [b]) => a - b)) if (node !== null) yield id
}

/** The key of a node; empty for one that no article has any more. */
function keyOf({ stored, changed }: EntityRegistry, id: number): string {
  const node = changed.get(id)
  if (node !== undefined || stored === null) return node?.key ?? ''
  const row = rowOfNode(stored, id)
  return row < 0 ? '' : keyInRow(stored, row)
}

/** Orders nodes by their keys, the same whatever the order their articles came in. */
export function byKey(registry: EntityRegistry, a: number, b: number): number {
  const { stored, changed } = registry
  // the keys of the snapshot are in order: their numbers say which comes first
  if (stored !== null && !changed.has(a) && !changed.has(b))
    return stored.ownKeys[rowOfNode(stored, a)] - stored.ownKeys[rowOfNode(stored, b)]
  return byUnits(keyOf(registry, a), keyOf(registry, b))
}

/** The slots of the articles that have a node. */
export function documentsOf({ stored, changed }: EntityRegistry, id: number): ArrayLike<number> {
  const node = changed.get(id)
  if (node !== undefined || stored === null) return node?.documents ?? []
  const row = rowOfNode(stored, id)
  return row < 0 ? [] : rowAt(stored.documents, row)
}

/** How many articles have a node. */
export const articlesOf = (registry: EntityRegistry, id: number): number => documentsOf(registry, id).length

/** Forgets what was found out about names: all of it may be otherwise now. */
export function forgetAnswers(registry: EntityRegistry): void {
  registry.representatives.clear()
  registry.infos.clear()
  registry.revision++
}
