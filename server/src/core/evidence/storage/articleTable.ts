import type { ArticleMetadata } from '../../articles/article'
import type { Columns } from './columns'
import { placesIn, textOfSlot, uriInColumns, type SlotEntry, type SlotShape, type SlotTable } from './slotTable'

/** What is kept in memory of an article; its analysis is in the byte store. */
export interface ArticleEntry extends SlotEntry {
  readonly metadata: ArticleMetadata
}

const fields = ['title', 'publisher', 'author', 'publishedOn', 'url', 'citekey'] as const

/** How articles are kept. */
export const articleShape: SlotShape<ArticleEntry> = {
  name: 'articles',
  fields: fields.length,
  textsOf: ({ metadata }) => fields.map(field => metadata[field]),
  entryOf: ({ uri, place }, texts) => ({
    uri,
    place,
    metadata: Object.fromEntries(fields.map((field, at) => [field, texts[at]])) as unknown as ArticleMetadata,
  }),
}

/** The slots of the articles that have citation keys, by these; the last of several. */
export function slotsByCitekey(table: SlotTable<ArticleEntry>): Map<string, number> {
  const slots = new Map<string, number>()
  for (let slot = 0; slot < table.slots; slot++) {
    const citekey = textOfSlot(table, slot, fields.indexOf('citekey'))
    if (citekey !== null) slots.set(citekey, slot)
  }
  return slots
}

/** Where the articles of columns are in the byte store, by slot; below 0 for a slot without article. */
export const articlePlacesIn = (columns: Columns): Float64Array => placesIn(articleShape, columns)

/** The URI of a slot in columns; null for a slot without article. */
export const articleUriIn = (columns: Columns, slot: number): string | null => uriInColumns(articleShape, columns, slot)
