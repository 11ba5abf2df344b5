import { eachInSteps, type Steps } from '../../steps'
import { rowAt, type Rows } from '../storage/columns'
import { noLists } from '../storage/lists'
import { findText, placeOfText, textAt, textBegins, textCount, type Texts } from '../storage/texts'

/** The words of a snapshot's names. */
export interface StoredWords {
  /** Ascending. */
  readonly words: Texts
  /** For each word the names it is in, by their number in `keys`. */
  readonly names: Rows
  readonly keys: Texts
}

/**
 * The words of names, each with the names it is in: those of a snapshot, and before them those that changed since, in small
 * buckets by their first two letters.
 */
export interface WordIndex {
  stored: StoredWords | null
  /** A word without names is gone. */
  readonly changed: Map<string, Map<string, string[]>>
}

/** An index without names. */
export const createWordIndex = (): WordIndex => ({ stored: null, changed: new Map() })

const bucketOf = (word: string): string => word.slice(0, 2)

function storedNamesWith(stored: StoredWords | null, word: string): readonly string[] {
  const row = stored === null ? -1 : findText(stored.words, word)
  return stored === null || row < 0 ? noLists() : Array.from(rowAt(stored.names, row), name => textAt(stored.keys, name))
}

/** The names with a word, to be changed. */
function changedNames({ stored, changed }: WordIndex, word: string): string[] {
  let bucket = changed.get(bucketOf(word))
  if (bucket === undefined) changed.set(bucketOf(word), (bucket = new Map<string, string[]>()))
  let names = bucket.get(word)
  if (names === undefined) bucket.set(word, (names = [...storedNamesWith(stored, word)]))
  return names
}

/** Adds a name under each of its words. */
export function addName(index: WordIndex, key: string): void {
  for (const word of new Set(key.split(' '))) changedNames(index, word).push(key)
}

/** Takes back one {@link addName}. */
export function removeName(index: WordIndex, key: string): void {
  for (const word of new Set(key.split(' '))) {
    const names = changedNames(index, word)
    names.splice(names.indexOf(key), 1)
    if (names.length > 0 || storedNamesWith(index.stored, word).length > 0) continue
    const bucket = index.changed.get(bucketOf(word))!
    bucket.delete(word)
    if (bucket.size === 0) index.changed.delete(bucketOf(word))
  }
}

/** A name that a word is in: its number among the snapshot's keys, or, where the word's names changed since, its key. */
export type WordName = number | string

const namesOf = ({ stored, changed }: WordIndex, word: string): ArrayLike<WordName> => {
  const names = changed.get(bucketOf(word))?.get(word)
  if (names !== undefined || stored === null) return names ?? noLists()
  const row = findText(stored.words, word)
  return row < 0 ? noLists() : rowAt(stored.names, row)
}

/** The key of a name. */
export const keyOfName = ({ stored }: WordIndex, name: WordName): string => (typeof name === 'string' ? name : textAt(stored!.keys, name))

/** Whether the key of a name begins with `beginning`. */
export const nameBegins = ({ stored }: WordIndex, name: WordName, beginning: string): boolean =>
  typeof name === 'string' ? name.startsWith(beginning) : textBegins(stored!.keys, name, beginning)

/** The keys of the names that have exactly this word. */
export const namesWithWord = (index: WordIndex, word: string): readonly string[] =>
  Array.from(namesOf(index, word), name => keyOfName(index, name))

/** Calls back with each word that begins with `prefix`, which is not empty, and the names it is in; words in any order. */
export function eachWordFrom(
  { stored, changed }: WordIndex,
  prefix: string,
  found: (word: string, names: ArrayLike<WordName>) => void,
): void {
  const isChanged = (word: string): boolean => changed.get(bucketOf(word))?.has(word) ?? false
  if (stored !== null) {
    const { words } = stored
    for (let row = placeOfText(words, prefix); row < textCount(words) && textBegins(words, row, prefix); row++) {
      const word = textAt(words, row)
      if (!isChanged(word)) found(word, rowAt(stored.names, row))
    }
  }
  const visit = (bucket: Map<string, string[]> | undefined): void => {
    for (const [word, keys] of bucket ?? []) if (keys.length > 0 && word.startsWith(prefix)) found(word, keys)
  }
  if (prefix.length >= 2) visit(changed.get(bucketOf(prefix)))
  else for (const [start, bucket] of changed) if (start.startsWith(prefix)) visit(bucket)
}

/** Adopts a snapshot that includes all changes. */
export function settleWords(index: WordIndex, stored: StoredWords): void {
  index.stored = stored
  index.changed.clear()
}

/** The words of some names, in ascending order, each with the numbers of the names it is in. */
export function* wordsOfNames(names: readonly string[]): Steps<{ readonly words: string[]; readonly names: number[][] }> {
  const found = new Map<string, number[]>()
  yield* eachInSteps(names, (name, number) => {
    for (const word of new Set(name.split(' '))) {
      const list = found.get(word)
      if (list) list.push(number)
      else found.set(word, [number])
    }
  })
  const words = [...found.keys()].sort()
  return { words, names: words.map(word => found.get(word)!) }
}
