import type { EntityKind } from '../../recognize/entity'
import { entityKey, familyName, keyInitials } from '../../recognize/names/nameForms'
import { nameKey } from '../../recognize/names/nameKey'
import type { EntityInfo } from './entityInfo'
import { MENTION_FIELDS, type LocatedEntity } from './locate'
import { addName, removeName, type WordIndex } from './wordIndex'

export const entityKinds: readonly EntityKind[] = ['person', 'organization', 'place', 'other']

/** Texts with how many articles use each. */
export interface Tally {
  readonly texts: string[]
  readonly counts: number[]
}

/**
 * One name across all articles: every article that names somebody so adds to it. Short names ("Bessent") are nodes of their own,
 * which the rules of `links.ts` lead to the full name while the articles leave no doubt, so that articles may come and go in any order.
 */
export interface NameNode {
  readonly id: number
  readonly key: string
  /** The name as it is written. */
  readonly forms: Tally
  /** Keys of the names it may go by ("bessent" for "Scott Bessent"). */
  readonly keys: Tally
  /** Number of articles that take it for each of {@link entityKinds}. */
  readonly kinds: number[]
  /** Numbers of the articles that have it. */
  readonly documents: number[]
  /** The roles that articles give it. */
  roles: GivenRole[]
  mentions: number
}

/** A role as one article gives it. */
export interface GivenRole {
  readonly text: string
  readonly former: boolean
  /** Number of the article. */
  readonly document: number
}

/** What an article calls somebody. */
export interface EntityNames {
  readonly kind: EntityKind
  /** The full name first. */
  readonly forms: readonly string[]
  /** The keys by which somebody of these names can be called; for a person the family name is one. The full name's is the first. */
  readonly keys: readonly string[]
}

/** What is kept of an article: its entities in parallel arrays, their mentions in one. */
export interface RegisteredDocument {
  readonly uri: string
  readonly publishedOn: string | null
  /** Node of each entity. */
  readonly nodes: readonly number[]
  readonly names: readonly EntityNames[]
  /** For each entity the index of its first mention in `mentions`, and the end at last. */
  readonly firstMentions: Int32Array
  /** {@link MENTION_FIELDS} numbers a mention. */
  readonly mentions: Int32Array
}

/** All names of all articles. Plain data; only the functions of this file change it. */
export interface EntityRegistry {
  readonly nodes: Map<number, NameNode>
  readonly byKey: Map<string, number>
  /** Nodes by each of {@link NameNode.keys}. */
  readonly byForm: Map<string, number[]>
  readonly words: WordIndex
  /** Keys of names of several words by their initials: "sb", "wto". */
  readonly byInitials: Map<string, string[]>
  readonly documents: Map<number, RegisteredDocument>
  readonly documentOf: Map<string, number>
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
  nextDocument: number
}

/** A registry without articles. */
export const createEntityRegistry = (): EntityRegistry => ({
  nodes: new Map(),
  byKey: new Map(),
  byForm: new Map(),
  words: new Map(),
  byInitials: new Map(),
  documents: new Map(),
  documentOf: new Map(),
  aliasSets: new Map(),
  representatives: new Map(),
  infos: new Map(),
  texts: new Map(),
  names: new Map(),
  nextNode: 1,
  nextDocument: 1,
})

function forgetAnswers({ representatives, infos }: EntityRegistry): void {
  representatives.clear()
  infos.clear()
}

/** A copy of a text that does not keep the article alive that it is a part of. */
function kept({ texts }: EntityRegistry, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  const copy = Array.from(text).join('')
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
  const id = [kind, name, ...aliases].join('\n')
  const known = registry.names.get(id)
  if (known) return known
  const forms = [name, ...aliases].map(form => kept(registry, form))
  const keys = new Set(forms.map(entityKey))
  if (kind === 'person') keys.add(nameKey(familyName(name)))
  const names = { kind, forms, keys: Array.from(keys, key => kept(registry, key)) }
  registry.names.set(forms.length === 1 ? `${kind}\n${forms[0]}` : id, names)
  return names
}

function nodeFor(registry: EntityRegistry, key: string): NameNode {
  const known = registry.byKey.get(key)
  if (known !== undefined) return registry.nodes.get(known)!
  const node: NameNode = {
    id: registry.nextNode++,
    key,
    forms: { texts: [], counts: [] },
    keys: { texts: [], counts: [] },
    kinds: [0, 0, 0, 0],
    documents: [],
    roles: [],
    mentions: 0,
  }
  registry.nodes.set(node.id, node)
  registry.byKey.set(node.key, node.id)
  return node
}

/** Enters a key's name in the indexes of words and initials, or takes it out. */
function indexName({ words, byInitials }: EntityRegistry, key: string, by: 1 | -1): void {
  if (by > 0) addName(words, key)
  else removeName(words, key)
  const initials = keyInitials(key)
  if (initials.length < 2) return
  const keys = byInitials.get(initials) ?? []
  if (by > 0) keys.push(key)
  else keys.splice(keys.indexOf(key), 1)
  if (keys.length > 0) byInitials.set(initials, keys)
  else byInitials.delete(initials)
}

function indexKey(registry: EntityRegistry, node: NameNode, key: string, by: 1 | -1): void {
  const nodes = registry.byForm.get(key)
  if (by > 0) {
    if (nodes) nodes.push(node.id)
    else {
      registry.byForm.set(key, [node.id])
      indexName(registry, key, by)
    }
    return
  }
  nodes?.splice(nodes.indexOf(node.id), 1)
  if (nodes?.length !== 0) return
  registry.byForm.delete(key)
  indexName(registry, key, by)
}

/** Counts what an article says of a node in (`by` 1) or out (`by` -1). */
function countNames(registry: EntityRegistry, node: NameNode, { kind, forms, keys }: EntityNames, by: 1 | -1): void {
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

/**
 * Adds an article's entities, in the place of those it had. Takes time by the size of the article alone.
 * @param info `publishedOn` is an ISO date, or null
 */
export function addDocument(
  registry: EntityRegistry,
  uri: string,
  entities: readonly LocatedEntity[],
  info: { readonly publishedOn: string | null },
): void {
  removeDocument(registry, uri)
  const merged = mergedByKey(registry, entities)
  const nodes = merged.map(({ names }) => nodeFor(registry, names.keys[0]))
  const number = registry.nextDocument++
  const document: RegisteredDocument = {
    uri,
    publishedOn: info.publishedOn,
    nodes: nodes.map(({ id }) => id),
    names: merged.map(({ names }) => names),
    firstMentions: Int32Array.from(runningTotals(merged.map(({ entity }) => entity.mentions.length / MENTION_FIELDS))),
    mentions: joined(merged.map(({ entity }) => entity.mentions)),
  }
  merged.forEach(({ names, entity }, index) => {
    const node = nodes[index]
    countNames(registry, node, names, 1)
    node.documents.push(number)
    node.mentions += entity.mentions.length / MENTION_FIELDS
    for (const { text, former } of entity.roles) node.roles.push({ text: kept(registry, text), former, document: number })
  })
  registry.documents.set(number, document)
  registry.documentOf.set(uri, number)
  forgetAnswers(registry)
}

function runningTotals(counts: readonly number[]): number[] {
  const totals = [0]
  for (const count of counts) totals.push(totals[totals.length - 1] + count)
  return totals
}

/** Takes an article's entities out; false when there were none. */
export function removeDocument(registry: EntityRegistry, uri: string): boolean {
  const number = registry.documentOf.get(uri)
  const document = number === undefined ? undefined : registry.documents.get(number)
  if (number === undefined || !document) return false
  document.nodes.forEach((id, index) => {
    const node = registry.nodes.get(id)!
    countNames(registry, node, document.names[index], -1)
    node.mentions -= document.firstMentions[index + 1] - document.firstMentions[index]
    node.documents.splice(node.documents.indexOf(number), 1)
    node.roles = node.roles.filter(role => role.document !== number)
    if (node.documents.length > 0) return
    registry.nodes.delete(id)
    registry.byKey.delete(node.key)
  })
  registry.documents.delete(number)
  registry.documentOf.delete(uri)
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
