import { entityKey, familyName } from '../../recognize/names/nameForms'
import { nameKey } from '../../recognize/names/nameKey'
import { detached } from '../../text/prose'
import { unpack } from '../storage/packing'
import { MENTION_FIELDS, type LocatedEntity } from './locate'
import type { RegisteredDocument } from './registeredDocument'
import { nodeNamed, type EntityNames, type EntityRegistry } from './registry'

/** A copy of a text that does not keep the article alive that it is a part of. */
export function kept({ texts }: EntityRegistry, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  const copy = detached(text)
  texts.set(copy, copy)
  return copy
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

/** An entity of an article with its names. */
export interface NamedEntity {
  readonly names: EntityNames
  readonly entity: LocatedEntity
}

/** The entities of one article with their names; those with the same key are merged. */
export function mergedByKey(registry: EntityRegistry, entities: readonly LocatedEntity[]): NamedEntity[] {
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

/** How many mentions an entity has in its article. */
export const mentionCount = ({ mentions }: LocatedEntity): number => mentions.length / MENTION_FIELDS

/** The entities of an article, read from its place in the byte store. */
export function entitiesAt(registry: EntityRegistry, place: number): NamedEntity[] {
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
