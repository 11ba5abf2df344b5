/**
 * Small numbers by 32-bit keys (hashes of words), in open addressing: no object is made to ask it. The key 0 marks an empty slot and
 * cannot be kept.
 */
export interface KeyedNumbers {
  keys: Int32Array
  values: Int32Array
  count: number
}

/** An empty table with room for about `expected` keys before it grows. */
export function keyedNumbers(expected: number): KeyedNumbers {
  let size = 16
  while (size < expected * 2) size *= 2
  return { keys: new Int32Array(size), values: new Int32Array(size), count: 0 }
}

/** Where a key stands in the table, or would stand: `table.keys[slot]` is then 0. */
export function slotOf(table: KeyedNumbers, key: number): number {
  const mask = table.keys.length - 1
  let slot = (key ^ (key >>> 15)) & mask
  while (table.keys[slot] !== 0 && table.keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

/** The number of a key; -1 for an unknown one. */
export function numberOf(table: KeyedNumbers, key: number): number {
  const slot = slotOf(table, key)
  return key !== 0 && table.keys[slot] === key ? table.values[slot] : -1
}

/** Keeps a number for a key, new or known. */
export function setNumber(table: KeyedNumbers, key: number, value: number): void {
  if (key === 0) return
  let slot = slotOf(table, key)
  if (table.keys[slot] === 0) {
    if (table.count * 2 >= table.keys.length) {
      grow(table)
      slot = slotOf(table, key)
    }
    table.keys[slot] = key
    table.count++
  }
  table.values[slot] = value
}

function grow(table: KeyedNumbers): void {
  const { keys, values } = table
  table.keys = new Int32Array(keys.length * 2)
  table.values = new Int32Array(keys.length * 2)
  for (let at = 0; at < keys.length; at++) {
    if (keys[at] === 0) continue
    const slot = slotOf(table, keys[at])
    table.keys[slot] = keys[at]
    table.values[slot] = values[at]
  }
}
