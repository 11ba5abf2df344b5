import { nameKey } from '../../recognize/names/nameKey'
import { bestOf } from './best'
import { representative } from './links'
import { allNodes, articlesOf, byKey, namesInitialled, nodesCalled, nodesWithName, type EntityRegistry } from './registry'
import { eachWordFrom, keyOfName } from './wordIndex'

/** Nodes that have every word of a query at the beginning of one of theirs, or the query for their initials. */
function nodesFor(registry: EntityRegistry, query: string): Iterable<number> {
  if (query === '') return allNodes(registry)
  const [first, ...others] = query.split(' ')
  const found = new Set<number>()
  const add = (nodes: ArrayLike<number>): void => {
    for (let at = 0; at < nodes.length; at++) found.add(nodes[at])
  }
  const hasOthers = (key: string): boolean => others.every(word => key.startsWith(word) || key.includes(` ${word}`))
  eachWordFrom(registry.words, first, (_, names) => {
    for (let at = 0; at < names.length; at++)
      if (others.length === 0 || hasOthers(keyOfName(registry.words, names[at]))) add(nodesWithName(registry, names[at]))
  })
  for (const key of namesInitialled(registry, query)) add(nodesCalled(registry, key))
  return found
}

/**
 * Entities that a query finds by the beginnings of their words or their initials; all for an empty query.
 * @param limit how many at most
 * @returns ids, the most used first
 */
export function searchEntities(registry: EntityRegistry, query: string, limit = 200): number[] {
  const order = (a: number, b: number): number => articlesOf(registry, b) - articlesOf(registry, a) || byKey(registry, a, b)
  const nodes = bestOf(nodesFor(registry, nameKey(query)), limit, order)
  return [...new Set(nodes.map(node => representative(registry, node)))].sort(order)
}
