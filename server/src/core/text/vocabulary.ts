import { lowerUnit } from './characters'

/**
 * The words that rules know, each with a small number, so that the tokeniser looks a word up once, without making a string, and
 * every recogniser asks arrays. Rules fill it while modules load; after that it does not change.
 */
const words: string[] = ['']
const ids = new Map<string, number>()
/** Room for three times the words that rules know: it grows where they become more. */
let slots = new Int32Array(1 << 15)
/** The hashes of the words in `slots`, so that other words are told apart without reading their letters. */
let slotHashes = new Int32Array(slots.length)

/** Case-folded FNV-1a hash of a stretch of text: the identity of a word across articles. 32 bits, signed. */
export function hashWord(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(at)), 0x01000193)
  return hash
}

function place(id: number): void {
  const mask = slots.length - 1
  const hash = hashWord(words[id])
  let slot = hash & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = id
  slotHashes[slot] = hash
}

/** The number of a word (lower case, letters only), new or known. Numbers begin at 1. */
export function internWord(word: string): number {
  const known = ids.get(word)
  if (known !== undefined) return known
  const id = words.length
  words.push(word)
  ids.set(word, id)
  if (words.length * 3 > slots.length) {
    slots = new Int32Array(slots.length * 2)
    slotHashes = new Int32Array(slots.length)
    for (let each = 1; each < words.length; each++) place(each)
  } else place(id)
  return id
}

/** The number of the word that stands in `text` from `start` to `end` and hashes to `hash`, in any case; 0 for a word no rule knows. */
export function lookUpWord(text: string, start: number, end: number, hash: number): number {
  const mask = slots.length - 1
  for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    if (slotHashes[slot] !== hash) continue
    const word = words[slots[slot]]
    if (word.length !== end - start) continue
    let at = 0
    while (at < word.length && lowerUnit(text.charCodeAt(start + at)) === word.charCodeAt(at)) at++
    if (at === word.length) return slots[slot]
  }
  return 0
}

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

/** Remembers what is found out about words, by word number. */
export function oncePerWord<T extends NonNullable<unknown>>(find: (id: number) => T): (id: number) => T {
  const found: (T | undefined)[] = []
  return id => {
    // without gaps, as a list with gaps is a slow one
    while (found.length <= id) found.push(undefined)
    return (found[id] ??= find(id))
  }
}
