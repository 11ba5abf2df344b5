import type { Span } from '../../text/span'
import { entityNamed } from './links'
import type { EntityRegistry } from './registry'
import type { WrittenNames } from './writtenNames'

/** A name of the sources in a draft's passage; offsets are in the passage's text. */
export interface FoundName extends Span {
  readonly entity: number
}

/** The entity of the first of some keys that the sources know; 0 for none. */
function firstNamed(registry: EntityRegistry, keys: readonly string[]): number {
  for (const key of keys) {
    const entity = entityNamed(registry, key)
    if (entity !== 0) return entity
  }
  return 0
}

/** The names of a draft's passage that the sources know, in order, the longest where several begin alike. */
export function findNames(registry: EntityRegistry, { places }: WrittenNames): FoundName[] {
  const found: FoundName[] = []
  let free = 0
  for (const { start, end, keys } of places) {
    if (start < free) continue
    const entity = firstNamed(registry, keys)
    if (entity === 0) continue
    found.push({ start, end, entity })
    free = end
  }
  return found
}
