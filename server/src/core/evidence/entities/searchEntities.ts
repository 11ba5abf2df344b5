import { nameKey } from '../../recognize/names/nameKey'
import { bestOf } from './best'
import { byKey, representative } from './links'
import { allNodes, articlesOf, namesInitialled, nodesCalled, type EntityRegistry } from './registry'
import { eachWordFrom } from './wordIndex'

/** Nodes that have every word of a query at the beginning of one of theirs, or the query for their initials. */
function nodesFor(registry: EntityRegistry, query: string): Iterable<number> {
  if (query === '') return allNodes(registry)
  const words = query.split(' ')
  const found = new Set<number>()
  const add = (key: string): void => {
    for (const node of nodesCalled(registry, key)) found.add(node)
  }
  eachWordFrom(registry.words, words[0], (_, keys) => {
    for (const key of keys()) if (words.every(word => key.startsWith(word) || key.includes(` ${word}`))) add(key)
  })
  for (const key of namesInitialled(registry, query)) add(key)
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
