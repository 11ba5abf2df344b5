import { lowerUnit } from './characters'

/**
 * The words that rules know, each with a small number: the tokeniser looks a word up once, without creating a string, and the
 * recognisers look into arrays. Rules fill it while modules load; after that it does not change.
 */
const words: string[] = ['']
const ids = new Map<string, number>()

/**
 * An entry of four numbers for each place: the two hashes of a word and its number, so that one look tells a word. Room for three times
 * the words that rules know: it grows where they become more.
 */
let entries = new Int32Array(1 << 16)
const ENTRY = 4

/** The beginning of the hashes, and what a unit is multiplied with: FNV-1a, and the same with another prime. */
export const HASH = 0x811c9dc5
export const FIRST_PRIME = 0x01000193
export const SECOND_PRIME = 0x85ebca6b

/** Case-folded FNV-1a hash of a stretch of text: the identity of a word across articles. 32 bits, signed. */
export function hashWord(text: string, start = 0, end = text.length): number {
  let hash = HASH
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(at)), FIRST_PRIME)
  return hash
}

/** Another hash of the same kind: two words that share both are one, but for one case in 2^64. */
function secondHash(text: string): number {
  let hash = HASH
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(at)), SECOND_PRIME)
  return hash
}

/** Where the entry of a word is, or would be. */
function entryOf(hash: number, second: number): number {
  const mask = entries.length - 1
  let at = (hash << 2) & mask
  while (entries[at + 2] !== 0 && (entries[at] !== hash || entries[at + 1] !== second)) at = (at + ENTRY) & mask
  return at
}

/** Enters a word, which is in lower case: thousands of them while the rules load. */
function place(id: number): void {
  const word = words[id]
  let hash = HASH
  let second = HASH
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    hash = Math.imul(hash ^ unit, FIRST_PRIME)
    second = Math.imul(second ^ unit, SECOND_PRIME)
  }
  const at = entryOf(hash, second)
  entries[at] = hash
  entries[at + 1] = second
  entries[at + 2] = id
}

/** The number of a word (lower case, letters only), new or known. Numbers begin at 1. */
export function internWord(word: string): number {
  const known = ids.get(word)
  if (known !== undefined) return known
  const id = words.length
  words.push(word)
  ids.set(word, id)
  if (words.length * 3 * ENTRY > entries.length) {
    entries = new Int32Array(entries.length * 2)
    for (let each = 1; each < words.length; each++) place(each)
  } else place(id)
  return id
}

/** The number of a word by its two hashes, 0 for a word no rule knows. */
export const wordOfHashes = (hash: number, second: number): number => entries[entryOf(hash, second) + 2]

/** The number of a word in any case; 0 for a word no rule knows. */
export const numberOfWord = (word: string): number => wordOfHashes(hashWord(word), secondHash(word))

/** A value for each of some words, asked by word number: `undefined` for any other word. */
export type WordTable<T> = (id: number) => T | undefined

/**
 * A table from words to values.
 * @param entries words in lower case, letters only; several words of one value may stand in one key, separated by spaces
 */
export function wordTable<T>(entries: Record<string, T>): WordTable<T> {
  const values: (T | undefined)[] = [undefined]
  const placed: [id: number, place: number][] = []
  for (const [keys, value] of Object.entries(entries)) {
    const place = values.push(value) - 1
    for (const word of keys.split(' ')) placed.push([internWord(word), place])
  }
  // numbers of words are far apart: a list of values by number would be a slow one
  const places = new Uint16Array(1 + Math.max(0, ...placed.map(([id]) => id)))
  for (const [id, place] of placed) places[id] = place
  return id => (id < places.length ? values[places[id]] : undefined)
}

/** A set of words, given as one string with spaces between: whether a word number is one of them. */
export function wordSet(list: string): (id: number) => boolean {
  const ids = list.trim().split(/\s+/).map(internWord)
  const members = new Uint8Array(1 + Math.max(...ids))
  for (const id of ids) members[id] = 1
  return id => id < members.length && members[id] === 1
}

/** Caches which words are of a kind, by word number: {@link oncePerWord} for questions asked of every token. */
export function wordsThat(are: (id: number) => boolean): (id: number) => boolean {
  const NO = 1
  const YES = 2
  let found = new Uint8Array()
  return id => {
    if (id >= found.length) {
      const wider = new Uint8Array(Math.max(words.length, id + 1))
      wider.set(found)
      found = wider
    }
    if (found[id] === 0) found[id] = are(id) ? YES : NO
    return found[id] === YES
  }
}

/** Caches an answer about words, by word number. */
export function oncePerWord<T extends NonNullable<unknown>>(find: (id: number) => T): (id: number) => T {
  const found: (T | undefined)[] = []
  return id => {
    // without gaps, as a list with gaps is a slow one
    while (found.length <= id) found.push(undefined)
    return (found[id] ??= find(id))
  }
}
