import type { EntityKind } from '../../recognize/entity'
import { knownName } from '../../recognize/names/lexicon'
import { entityKinds, type NameNode } from './nameNode'
import { nodeNamed, nodeOf, nodesCalled, type EntityRegistry } from './registry'

/** How many times as many articles a name needs than the next to be what a shared short form means. */
const DOMINANCE = 5

const wordCount = (key: string): number => key.split(' ').length

/** What most articles take a name for; of equals the first of {@link entityKinds}. */
export const kindOf = ({ kinds }: NameNode): EntityKind => entityKinds[Array.prototype.indexOf.call(kinds, Math.max(...Array.from(kinds)))]

const byWeight = (a: NameNode, b: NameNode): number => b.documents.length - a.documents.length || (a.key < b.key ? -1 : 1)

/** The one of several nodes that a shared name means, or null where that is open. */
function dominant(nodes: readonly NameNode[]): NameNode | null {
  if (nodes.length < 2) return nodes[0] ?? null
  const [first, second] = [...nodes].sort(byWeight)
  return first.documents.length >= DOMINANCE * second.documents.length ? first : null
}

const nodesByForm = (registry: EntityRegistry, key: string): NameNode[] =>
  Array.from(nodesCalled(registry, key), id => nodeOf(registry, id)!)

const nodeByKey = (registry: EntityRegistry, key: string): NameNode | undefined => nodeOf(registry, nodeNamed(registry, key))

/** Whether a name may be short for a longer one that goes by it. */
function mayStandFor(short: NameNode, long: NameNode): boolean {
  if (wordCount(long.key) <= wordCount(short.key)) return false
  if (kindOf(short) === kindOf(long)) return true
  return knownName(short.key) === undefined && short.documents.length <= DOMINANCE * long.documents.length
}

/** The node that stands for all of a set of aliases: the one of most words. */
function aliasTarget(registry: EntityRegistry, key: string): NameNode | undefined {
  const set = registry.aliasSets.get(key)
  if (set === undefined) return undefined
  const nodes = set.flatMap(other => nodeByKey(registry, other) ?? [])
  return nodes.sort((a, b) => wordCount(b.key) - wordCount(a.key) || byWeight(a, b))[0]
}

function targetOf(registry: EntityRegistry, node: NameNode): NameNode | null {
  const alias = aliasTarget(registry, node.key)
  if (alias && alias !== node) return alias
  return dominant(nodesByForm(registry, node.key).filter(other => mayStandFor(node, other)))
}

/**
 * The id of the entity that a node belongs to, which is the node of its fullest name; 0 for an id that no article has any more.
 * Ids of nodes are ids of entities too: each keeps leading to its entity as long as an article has its name.
 */
export function representative(registry: EntityRegistry, id: number): number {
  const cached = registry.representatives.get(id)
  if (cached !== undefined) return cached
  const node = nodeOf(registry, id)
  if (!node) return 0
  registry.representatives.set(id, id) // a circle of aliases ends here
  const target = targetOf(registry, node)
  const found = target ? representative(registry, target.id) : id
  registry.representatives.set(id, found)
  return found
}

/** All nodes of an entity: its fullest name first, the others by key. Empty for an id that no article has any more. */
export function membersOf(registry: EntityRegistry, id: number): NameNode[] {
  const main = nodeOf(registry, representative(registry, id))
  if (!main) return []
  const members = new Set<NameNode>([main])
  for (const member of members) {
    for (const key of [...member.keys.texts, ...(registry.aliasSets.get(member.key) ?? [])]) {
      const other = nodeByKey(registry, key)
      if (other && representative(registry, other.id) === main.id) members.add(other)
    }
  }
  return [main, ...[...members].filter(member => member !== main).sort((a, b) => (a.key < b.key ? -1 : 1))]
}

/** The entity that a name means by itself, by its key; 0 for none and for one of several. */
export function entityNamed(registry: EntityRegistry, key: string): number {
  const exact = nodeByKey(registry, key) ?? aliasTarget(registry, key)
  if (exact) return representative(registry, exact.id)
  // most of what a draft writes in capitals no article has: nothing is made for that
  const named = nodesCalled(registry, key)
  if (named.length === 0) return 0
  const entities = new Set(Array.from(named, id => representative(registry, id)))
  return dominant([...entities].map(id => nodeOf(registry, id)!))?.id ?? 0
}
