import type { EntityKind } from '../../recognize/entity'
import { entityKey, familyName, keyInitials } from '../../recognize/names/nameForms'
import { nameKey } from '../../recognize/names/nameKey'
import { eachInSteps, type Steps } from '../../steps'
import { detached } from '../../text/prose'
import { memoryStore, type ByteStore } from '../storage/byteStore'
import { rowAt, type Columns } from '../storage/columns'
import { changedList, createLists, listOf, settleLists, tidyList, type Lists } from '../storage/lists'
import { pack, unpack, type Packable } from '../storage/packing'
import { createSlotTable, entryAt, removeEntry, setEntry, settleSlots, slotColumns, slotOf, type SlotTable } from '../storage/slotTable'
import { allTexts, byUnits, placeOfText, textAt, textBegins, textCount } from '../storage/texts'
import type { EntityInfo } from './entityInfo'
import { MENTION_FIELDS, type LocatedEntity } from './locate'
import { entityKinds, type ChangingNode, type NameNode, type Tally } from './nameNode'
import { documentShape, type RegisteredDocument } from './registeredDocument'
import {
  fromStore,
  keyInRow,
  nameColumns,
  namesIn,
  namesWithInitials,
  nodeInRow,
  nodesWithForm,
  nodeWithKey,
  numberOfKey,
  rowOfNode,
  toStore,
  type KeyToStore,
  type NodeToStore,
  type StoredNames,
} from './storedNames'
import { addName, createWordIndex, keyOfName, removeName, settleWords, type WordIndex, type WordName } from './wordIndex'

/** What an article calls somebody. */
export interface EntityNames {
  readonly kind: EntityKind
  /** The full name first. */
  readonly forms: readonly string[]
  /** The keys by which somebody of these names can be called; for a person the family name is one. The full name's is the first. */
  readonly keys: readonly string[]
}

/**
 * All names of all articles: those of a snapshot, and before them those that changed since. Plain data; only the functions of this file
 * change it.
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

/** A copy of a text that does not keep the article alive that it is a part of. */
function kept({ texts }: EntityRegistry, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  const copy = detached(text)
  texts.set(copy, copy)
  return copy
}

/** Counts a text up or down; true where it is new or gone. */
function tally({ texts, counts }: Tally, text: string, by: 1 | -1): boolean {
  const at = texts.indexOf(text)
  if (at < 0) {
    texts.push(text)
    counts.push(1)
    return true
  }
  counts[at] += by
  if (counts[at] > 0) return false
  texts.splice(at, 1)
  counts.splice(at, 1)
  return true
}

/** The names of an entity with their keys. */
function namesOf(registry: EntityRegistry, { name, kind, aliases }: LocatedEntity): EntityNames {
  const id = aliases.length === 0 ? `${kind}\n${name}` : [kind, name, ...aliases].join('\n')
  const known = registry.names.get(id)
  if (known) return known
  const forms = [name, ...aliases].map(form => kept(registry, form))
  const keys = new Set(forms.map(entityKey))
  if (kind === 'person') keys.add(nameKey(familyName(name)))
  const names = { kind, forms, keys: Array.from(keys, key => kept(registry, key)) }
  registry.names.set(forms.length === 1 ? `${kind}\n${forms[0]}` : id, names)
  return names
}

const copied = ({ texts, counts }: Tally): Tally => ({ texts: [...texts], counts: [...counts] })

/** A node to be changed: a copy of the one of the snapshot at first. */
function changingNode(registry: EntityRegistry, id: number): ChangingNode {
  const known = registry.changed.get(id)
  if (known) return known
  const { key, kinds, documents, mentions, forms, keys, roles } = nodeOf(registry, id)!
  const node = { id, key, kinds: Array.from(kinds), documents: Array.from(documents), mentions, forms: copied(forms), keys: copied(keys), roles: [...roles] } // prettier-ignore
  registry.changed.set(id, node)
  registry.opened.delete(id)
  return node
}

function nodeFor(registry: EntityRegistry, key: string): ChangingNode {
  const known = nodeNamed(registry, key)
  if (known !== 0) return changingNode(registry, known)
  const node: ChangingNode = {
    id: registry.nextNode++,
    key,
    forms: { texts: [], counts: [] },
    keys: { texts: [], counts: [] },
    kinds: [0, 0, 0, 0],
    documents: [],
    roles: [],
    mentions: 0,
  }
  registry.changed.set(node.id, node)
  registry.changedKeys.set(node.key, node.id)
  return node
}

/** Takes out a node that no article has any more. */
function dropNode({ stored, changed, changedKeys }: EntityRegistry, { id, key }: NameNode): void {
  if (stored !== null && rowOfNode(stored, id) >= 0) changed.set(id, null)
  else changed.delete(id)
  if (stored !== null && nodeWithKey(stored, key) !== 0) changedKeys.set(key, 0)
  else changedKeys.delete(key)
}

/** Enters a key's name in the indexes of words and initials, or takes it out. */
function indexName({ words, byInitials }: EntityRegistry, key: string, by: 1 | -1): void {
  if (by > 0) addName(words, key)
  else removeName(words, key)
  const initials = keyInitials(key)
  if (initials.length < 2) return
  const keys = changedList(byInitials, initials)
  if (by > 0) keys.push(key)
  else keys.splice(keys.indexOf(key), 1)
  tidyList(byInitials, initials)
}

function indexKey(registry: EntityRegistry, node: NameNode, key: string, by: 1 | -1): void {
  const nodes = changedList(registry.byForm, key)
  const number = registry.stored === null ? -1 : numberOfKey(registry.stored, key)
  if (number >= 0) registry.changedForms.add(number)
  const before = nodes.length
  if (by > 0) nodes.push(node.id)
  else nodes.splice(nodes.indexOf(node.id), 1)
  if (before === 0 || nodes.length === 0) indexName(registry, key, by)
  tidyList(registry.byForm, key)
}

/** Counts what an article says of a node in (`by` 1) or out (`by` -1). */
function countNames(registry: EntityRegistry, node: ChangingNode, { kind, forms, keys }: EntityNames, by: 1 | -1): void {
  node.kinds[entityKinds.indexOf(kind)] += by
  for (const form of forms) tally(node.forms, form, by)
  for (const key of keys) if (tally(node.keys, key, by)) indexKey(registry, node, key, by)
}

/** An entity of an article with its names. */
interface NamedEntity {
  readonly names: EntityNames
  readonly entity: LocatedEntity
}

/** Entities of one article that have one key become one. */
function mergedByKey(registry: EntityRegistry, entities: readonly LocatedEntity[]): NamedEntity[] {
  const byKey = new Map<string, NamedEntity>()
  for (const entity of entities) {
    const names = namesOf(registry, entity)
    const before = byKey.get(names.keys[0])
    const whole = before && mergedEntities(before.entity, entity)
    byKey.set(names.keys[0], whole ? { names: namesOf(registry, whole), entity: whole } : { names, entity })
  }
  return [...byKey.values()]
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function mergedEntities(a: LocatedEntity, b: LocatedEntity): LocatedEntity {
  const aliases = new Set([...a.aliases, b.name, ...b.aliases])
  aliases.delete(a.name)
  return { ...a, aliases: [...aliases], roles: [...a.roles, ...b.roles], mentions: joined([a.mentions, b.mentions]) }
}

const mentionCount = ({ mentions }: LocatedEntity): number => mentions.length / MENTION_FIELDS

function entitiesAt(registry: EntityRegistry, place: number): NamedEntity[] {
  return mergedByKey(registry, unpack(registry.bytes.read(place)) as unknown as readonly LocatedEntity[])
}

/** The mentions of a node in an article: {@link MENTION_FIELDS} numbers each. */
export interface NodeMentions {
  readonly node: number
  readonly mentions: Int32Array
}

/** Which nodes an article mentions, and where. */
export const mentionsInDocument = (registry: EntityRegistry, { place }: RegisteredDocument): readonly NodeMentions[] =>
  entitiesAt(registry, place).map(({ names, entity }) => ({ node: nodeNamed(registry, names.keys[0]), mentions: entity.mentions }))

const saysTheSame = (a: NamedEntity, b: NamedEntity): boolean =>
  a.names === b.names &&
  mentionCount(a.entity) === mentionCount(b.entity) &&
  a.entity.roles.length === b.entity.roles.length &&
  a.entity.roles.every(({ text, former }, at) => text === b.entity.roles[at].text && former === b.entity.roles[at].former)

/**
 * Puts an article in the place of itself before an edit that left its names and what it says of them alone, as most do: then nothing but
 * the places of mentions is new.
 */
function replaceMentions(registry: EntityRegistry, article: RegisteredDocument, entities: readonly NamedEntity[]): boolean {
  const before = entryAt(registry.documents, slotOf(registry.documents, article.uri))
  if (before === null || before.publishedOn !== article.publishedOn) return false
  const known = entitiesAt(registry, before.place)
  if (known.length !== entities.length || !known.every((entity, at) => saysTheSame(entity, entities[at]))) return false
  setEntry(registry.documents, article)
  return true
}

/**
 * Adds an article's entities, in the place of those it had. Takes time by the size of the article alone.
 * @param info `publishedOn` is an ISO date, or null
 * @param packed the entities, packed
 */
export function addDocument(
  registry: EntityRegistry,
  uri: string,
  entities: readonly LocatedEntity[],
  info: { readonly publishedOn: string | null },
  packed: Uint8Array = pack(entities as unknown as Packable),
): void {
  const merged = mergedByKey(registry, entities)
  const article = { uri, publishedOn: info.publishedOn, place: registry.bytes.keep(packed) }
  if (replaceMentions(registry, article, merged)) return
  removeDocument(registry, uri)
  const slot = setEntry(registry.documents, article)
  for (const { names, entity } of merged) {
    const node = nodeFor(registry, names.keys[0])
    countNames(registry, node, names, 1)
    node.documents.push(slot)
    node.mentions += mentionCount(entity)
    for (const { text, former } of entity.roles) node.roles.push({ text: kept(registry, text), former, document: slot })
  }
  forgetAnswers(registry)
}

/** Takes an article's entities out; false when there were none. */
export function removeDocument(registry: EntityRegistry, uri: string): boolean {
  const slot = slotOf(registry.documents, uri)
  const document = entryAt(registry.documents, slot)
  if (document === null) return false
  for (const { names, entity } of entitiesAt(registry, document.place)) {
    const node = changingNode(registry, nodeNamed(registry, names.keys[0]))
    countNames(registry, node, names, -1)
    node.mentions -= mentionCount(entity)
    node.documents.splice(node.documents.indexOf(slot), 1)
    node.roles = node.roles.filter(role => role.document !== slot)
    if (node.documents.length === 0) dropNode(registry, node)
  }
  removeEntry(registry.documents, slot, document)
  forgetAnswers(registry)
  return true
}

/** Sets the names that the writer declares to mean one thing, in the place of those set before. */
export function setAliases(registry: EntityRegistry, sets: readonly (readonly string[])[]): void {
  registry.aliasSets.clear()
  forgetAnswers(registry)
  for (const set of sets) {
    const keys = [...new Set(set.map(entityKey))]
    for (const key of keys) registry.aliasSets.set(key, keys)
  }
}

/** All nodes, in order of their ids. */
function* nodesToStore({ stored, changed }: EntityRegistry): Steps<NodeToStore[]> {
  const nodes: NodeToStore[] = []
  if (stored !== null)
    yield* eachInSteps(stored.ids, (id, row) => {
      if (!changed.has(id)) nodes.push(fromStore(stored, row))
    })
  yield* eachInSteps(changed.values(), node => {
    if (node !== null) nodes.push(toStore(node))
  })
  return nodes.sort((a, b) => a.id - b.id)
}

/** All keys, in order. */
function* keysToStore(registry: EntityRegistry): Steps<KeyToStore[]> {
  const { stored, byForm } = registry
  const entries: KeyToStore[] = []
  const enter = (key: string, nodes: ArrayLike<number>): void => void entries.push({ key, own: nodeNamed(registry, key), nodes })
  if (stored !== null)
    yield* eachInSteps(allTexts(stored.keys), (key, at) => {
      if (!byForm.changed.has(key)) enter(key, rowAt(stored.nodesOfKey, at))
    })
  yield* eachInSteps(byForm.changed, ([key, nodes]) => {
    if (nodes.length > 0) enter(key, nodes)
  })
  return entries.sort((a, b) => byUnits(a.key, b.key))
}

/** The registry as columns. */
export function* registryColumns(registry: EntityRegistry): Steps<Columns> {
  const nodes = yield* nodesToStore(registry)
  const keys = yield* keysToStore(registry)
  return {
    'node.next': Int32Array.of(registry.nextNode),
    ...(yield* nameColumns(nodes, keys, keyInitials)),
    ...(yield* slotColumns(registry.documents)),
  }
}

/** Begins anew from columns that hold all that was changed. What was found out before stays true. */
export function settleRegistry(registry: EntityRegistry, columns: Columns): void {
  const stored = namesIn(columns)
  registry.stored = stored
  registry.nextNode = (columns['node.next'] as Int32Array)[0]
  registry.changed.clear()
  registry.opened.clear()
  registry.changedKeys.clear()
  registry.changedForms.clear()
  settleLists(registry.byForm, key => nodesWithForm(stored, key))
  settleLists(registry.byInitials, initials => namesWithInitials(stored, initials))
  settleWords(registry.words, stored.words)
  settleSlots(registry.documents, columns)
  registry.texts.clear()
  registry.names.clear()
}
