/** Lists by key: those of a snapshot, which do not change, and in front of them those that changed since. */
export interface Lists<K, V> {
  /** The list of a key in the snapshot; empty for none. */
  stored: (key: K) => ArrayLike<V>
  /** Lists that differ from the stored ones. */
  readonly changed: Map<K, V[]>
}

const none: readonly never[] = []

/** The snapshot without lists. */
export const noLists = (): readonly never[] => none

/** Lists without a snapshot. */
export const createLists = <K, V>(): Lists<K, V> => ({ stored: noLists, changed: new Map() })

/** The list of a key; empty for none. */
export const listOf = <K, V>({ stored, changed }: Lists<K, V>, key: K): ArrayLike<V> => changed.get(key) ?? stored(key)

/** The list of a key, to be changed; at first a copy of the stored one. Call {@link tidyList} afterwards. */
export function changedList<K, V>({ stored, changed }: Lists<K, V>, key: K): V[] {
  let list = changed.get(key)
  if (list === undefined) changed.set(key, (list = Array.from(stored(key))))
  return list
}

/** Forgets a list that became empty if the snapshot has none either. */
export function tidyList<K, V>({ stored, changed }: Lists<K, V>, key: K): void {
  if (changed.get(key)?.length === 0 && stored(key).length === 0) changed.delete(key)
}

/** Adopts a snapshot that includes all changes. */
export function settleLists<K, V>(lists: Lists<K, V>, stored: (key: K) => ArrayLike<V>): void {
  lists.stored = stored
  lists.changed.clear()
}
