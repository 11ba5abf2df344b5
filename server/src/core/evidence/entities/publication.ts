import { byUri, textOfSlot, type SlotTable } from '../storage/slotTable'
import type { RegisteredDocument } from './registeredDocument'

/** Articles by slot, as a registry has them. */
type Documents = SlotTable<RegisteredDocument>

/** The days of a snapshot's articles, by slot: a name that is everywhere asks for all of them. */
const daysOfSnapshots = new WeakMap<object, Int32Array>()

/** A number that orders ISO dates; 0 for none. */
const numberOf = (day: string | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')) | 0)

/** The ISO date on which the article of a slot was published. */
export const publishedOn = (documents: Documents, slot: number): string | null => textOfSlot(documents, slot, 0)

const dayOf = (documents: Documents, slot: number): number => numberOf(publishedOn(documents, slot))

function daysOf(documents: Documents, stored: object): Int32Array {
  const known = daysOfSnapshots.get(stored)
  if (known) return known
  const days = Int32Array.from({ length: documents.slots }, (_, slot) => dayOf(documents, slot))
  daysOfSnapshots.set(stored, days)
  return days
}

/** Gives the days of articles as numbers that order them, 0 where there is none; no text is made of those of the snapshot. */
export function days(documents: Documents): (slot: number) => number {
  const { stored, changed } = documents
  if (stored === null) return slot => dayOf(documents, slot)
  const known = daysOf(documents, stored)
  return slot => (changed.has(slot) ? dayOf(documents, slot) : known[slot])
}

/** An order of articles: the earliest first, those without a day before all; of the same day by URI. */
export function earliestFirst(documents: Documents): (a: number, b: number) => number {
  const day = days(documents)
  return (a, b) => day(a) - day(b) || byUri(documents, a, b)
}
