import type { Span } from '../../text/span'
import { entityNamed } from './links'
import type { EntityRegistry } from './registry'
import type { WrittenNames } from './writtenNames'

/** A name of the sources in a draft's passage; offsets are in the passage's text. */
export interface FoundName extends Span {
  readonly entity: number
}

/** The names of a draft's passage that the sources know, in order, the longest where several begin alike. */
export function findNames(registry: EntityRegistry, { places }: WrittenNames): FoundName[] {
  const found: FoundName[] = []
  let free = 0
  for (const { start, end, keys } of places) {
    if (start < free) continue
    const key = keys.find(each => entityNamed(registry, each) !== 0)
    if (key === undefined) continue
    found.push({ start, end, entity: entityNamed(registry, key) })
    free = end
  }
  return found
}
