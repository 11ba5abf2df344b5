import { nameKey } from '../../recognize/names/nameKey'
import { articlesOf, byKey, representative } from './links'
import type { EntityRegistry } from './registry'
import { eachWordFrom } from './wordIndex'

/** Entities that have every word of a query at the beginning of one of theirs, the most used first; for a list of symbols. */
export function searchEntities(registry: EntityRegistry, query: string): number[] {
  const words = nameKey(query).split(' ')
  const found = new Set<number>()
  eachWordFrom(registry.words, words[0], (_, keys) => {
    for (const key of keys) {
      const own = key.split(' ')
      if (!words.every(word => own.some(each => each.startsWith(word)))) continue
      for (const node of registry.byForm.get(key) ?? []) found.add(representative(registry, node))
    }
  })
  for (const key of registry.byInitials.get(words[0]) ?? []) {
    if (words.length === 1) for (const node of registry.byForm.get(key) ?? []) found.add(representative(registry, node))
  }
  return [...found].sort((a, b) => articlesOf(registry, b) - articlesOf(registry, a) || byKey(registry, a, b))
}
