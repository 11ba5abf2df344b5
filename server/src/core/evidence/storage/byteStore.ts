/** Where what is kept of articles lies as bytes, so that it need not be in memory: the port to a file. */
export interface ByteStore {
  /** Keeps bytes. @returns the place to ask for them by */
  keep(bytes: Uint8Array): number
  /** The bytes that were kept at a place; not to be changed. */
  read(place: number): Uint8Array
}

/** A store in memory. What is kept there stays. */
export function memoryStore(): ByteStore {
  const kept: Uint8Array[] = []
  return { keep: bytes => kept.push(bytes) - 1, read: place => kept[place] }
}
