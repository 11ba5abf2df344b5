import { textColumns, textsIn, type Columns } from '../columns'
import { eachInSteps, type Steps } from '../steps'
import { byUnits, findText, textAt, textsInSteps, type Texts } from '../texts'

/** What is kept in memory of an article's names. */
export interface RegisteredDocument {
  readonly uri: string
  readonly publishedOn: string | null
  /** Where its entities are in the byte store. */
  readonly place: number
}

/** The articles of a snapshot by number. */
interface StoredDocuments {
  /** URI and date of each. */
  readonly texts: Texts
  /** Below 0 for a number without article. */
  readonly places: Float64Array
  /** URIs in ascending order, and the number of each. */
  readonly uris: Texts
  readonly numbers: Int32Array
}

/** Articles by number: those of a snapshot, and before them those that came or went (null) since. */
export interface RegisteredDocuments {
  stored: StoredDocuments | null
  readonly changed: Map<number, RegisteredDocument | null>
  /** Numbers by URI; 0 for an article that went. */
  readonly changedNumbers: Map<string, number>
  /** Numbers without article. */
  free: number[]
  /** The number after the last one. Numbers begin at 1. */
  next: number
}

export const createDocuments = (): RegisteredDocuments => ({
  stored: null,
  changed: new Map(),
  changedNumbers: new Map(),
  free: [],
  next: 1,
})

function storedDocument({ texts, places }: StoredDocuments, number: number): RegisteredDocument | null {
  if (number >= places.length || places[number] < 0) return null
  return { uri: textAt(texts, number * 2), publishedOn: textAt(texts, number * 2 + 1) || null, place: places[number] }
}

/** The article with a number; null for none. */
export function documentAt({ stored, changed }: RegisteredDocuments, number: number): RegisteredDocument | null {
  const document = changed.get(number)
  return document !== undefined || stored === null ? (document ?? null) : storedDocument(stored, number)
}

/** The number of an article; 0 for none. */
export function numberOfDocument({ stored, changedNumbers }: RegisteredDocuments, uri: string): number {
  const number = changedNumbers.get(uri)
  if (number !== undefined || stored === null) return number ?? 0
  const at = findText(stored.uris, uri)
  return at < 0 ? 0 : stored.numbers[at]
}

/** Adds an article that is not there. @returns its number */
export function putDocument(documents: RegisteredDocuments, document: RegisteredDocument): number {
  const number = documents.free.pop() ?? documents.next++
  documents.changed.set(number, document)
  documents.changedNumbers.set(document.uri, number)
  return number
}

/** Takes an article out. */
export function dropDocument({ stored, changed, changedNumbers, free }: RegisteredDocuments, number: number, uri: string): void {
  free.push(number)
  if (stored !== null && number < stored.places.length) changed.set(number, null)
  else changed.delete(number)
  if (stored !== null && findText(stored.uris, uri) >= 0) changedNumbers.set(uri, 0)
  else changedNumbers.delete(uri)
}

/** The articles as columns. */
export function* documentColumns(documents: RegisteredDocuments): Steps<Columns> {
  const places = new Float64Array(documents.next).fill(-1)
  const texts: string[] = []
  const uris: { readonly uri: string; readonly number: number }[] = []
  yield* eachInSteps(places, (_, number) => {
    const document = documentAt(documents, number)
    texts.push(document?.uri ?? '', document?.publishedOn ?? '')
    if (document === null) return
    places[number] = document.place
    uris.push({ uri: document.uri, number })
  })
  uris.sort((a, b) => byUnits(a.uri, b.uri))
  return {
    ...textColumns('document', yield* textsInSteps(texts)),
    'document.places': places,
    ...textColumns('document.uri', yield* textsInSteps(uris.map(({ uri }) => uri))),
    'document.numbers': Int32Array.from(uris, ({ number }) => number),
  }
}

/** Begins anew from columns that hold all that was changed. */
export function settleDocuments(documents: RegisteredDocuments, columns: Columns): void {
  const places = columns['document.places'] as Float64Array
  documents.stored = {
    texts: textsIn(columns, 'document'),
    places,
    uris: textsIn(columns, 'document.uri'),
    numbers: columns['document.numbers'] as Int32Array,
  }
  documents.changed.clear()
  documents.changedNumbers.clear()
  documents.free = Array.from(places.keys()).filter(number => number > 0 && places[number] < 0)
  documents.next = places.length
}
