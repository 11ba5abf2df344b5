import { entityKey, keyInitials } from '../../recognize/names/nameForms'
import { changedList, tidyList } from '../storage/lists'
import { pack, type Packable } from '../storage/packing'
import { entryAt, removeEntry, setEntry, slotOf } from '../storage/slotTable'
import { entitiesAt, kept, mentionCount, mergedByKey, type NamedEntity } from './documentEntities'
import type { LocatedEntity } from './locate'
import { entityKinds, type ChangingNode, type NameNode, type Tally } from './nameNode'
import type { RegisteredDocument } from './registeredDocument'
import { forgetAnswers, nodeNamed, nodeOf, type EntityNames, type EntityRegistry } from './registry'
import { nodeWithKey, numberOfKey, rowOfNode } from './storedNames'
import { addName, removeName } from './wordIndex'

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

const saysTheSame = (a: NamedEntity, b: NamedEntity): boolean =>
  a.names === b.names &&
  mentionCount(a.entity) === mentionCount(b.entity) &&
  a.entity.roles.length === b.entity.roles.length &&
  a.entity.roles.every(({ text, former }, at) => text === b.entity.roles[at].text && former === b.entity.roles[at].former)

/**
 * Replaces an article after an edit that left its names and what it says about them unchanged, as most edits do: then only the places of
 * mentions are new. @returns whether it was such an edit
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
 * Adds an article's entities, or replaces those it had. The time depends only on the size of the article.
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

/** Sets the names that the writer declares to be the same entity, replacing those set before. */
export function setAliases(registry: EntityRegistry, sets: readonly (readonly string[])[]): void {
  registry.aliasSets.clear()
  forgetAnswers(registry)
  for (const set of sets) {
    const keys = [...new Set(set.map(entityKey))]
    for (const key of keys) registry.aliasSets.set(key, keys)
  }
}
