import type { SlotEntry, SlotShape } from '../storage/slotTable'

/** What is kept in memory of an article's names; its entities are in the byte store. */
export interface RegisteredDocument extends SlotEntry {
  readonly publishedOn: string | null
}

/** How the articles of a registry are kept. */
export const documentShape: SlotShape<RegisteredDocument> = {
  name: 'documents',
  fields: 1,
  textsOf: ({ publishedOn }) => [publishedOn],
  entryOf: ({ uri, place }, [publishedOn]) => ({ uri, place, publishedOn }),
}
