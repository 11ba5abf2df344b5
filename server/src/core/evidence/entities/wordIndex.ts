/** The words of names, each with the keys of the names it is in. Words are kept in small buckets by their first two letters. */
export type WordIndex = Map<string, Map<string, string[]>>

const bucketOf = (word: string): string => word.slice(0, 2)

/** Adds a name under each of its words. */
export function addName(index: WordIndex, key: string): void {
  for (const word of new Set(key.split(' '))) {
    let bucket = index.get(bucketOf(word))
    if (!bucket) index.set(bucketOf(word), (bucket = new Map()))
    const keys = bucket.get(word)
    if (keys) keys.push(key)
    else bucket.set(word, [key])
  }
}

/** Takes back one {@link addName}. */
export function removeName(index: WordIndex, key: string): void {
  for (const word of new Set(key.split(' '))) {
    const bucket = index.get(bucketOf(word))
    const keys = bucket?.get(word)
    if (!bucket || !keys) continue
    keys.splice(keys.indexOf(key), 1)
    if (keys.length === 0) bucket.delete(word)
    if (bucket.size === 0) index.delete(bucketOf(word))
  }
}

/** The keys of the names that have exactly this word. */
export const namesWithWord = (index: WordIndex, word: string): readonly string[] => index.get(bucketOf(word))?.get(word) ?? []

/** Calls back with each word that begins with `prefix`, which is not empty, and the keys of the names it is in. */
export function eachWordFrom(index: WordIndex, prefix: string, found: (word: string, keys: readonly string[]) => void): void {
  const visit = (bucket: Map<string, string[]>): void => {
    for (const [word, keys] of bucket) if (word.startsWith(prefix)) found(word, keys)
  }
  if (prefix.length >= 2) {
    const bucket = index.get(bucketOf(prefix))
    if (bucket) visit(bucket)
    return
  }
  for (const [start, bucket] of index) if (start.startsWith(prefix)) visit(bucket)
}
