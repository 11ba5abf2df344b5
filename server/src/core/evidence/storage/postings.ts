/** Index of a number in an ascending list, or of the first one after it. */
export function placeOf(list: ArrayLike<number>, slot: number): number {
  // a binary search of its own: it is asked for every word of every article
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] >= slot) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether an ascending list has a slot. */
function hasSlot(list: ArrayLike<number>, slot: number): boolean {
  const place = placeOf(list, slot)
  return place < list.length && list[place] === slot
}

/** Adds a slot to an ascending list that does not have it. */
function insertSlot(list: number[], slot: number): void {
  if (list.length === 0 || list[list.length - 1] < slot) list.push(slot)
  else list.splice(placeOf(list, slot), 0, slot)
}

/** Takes a slot out of an ascending list that has it. */
function removeSlot(list: number[], slot: number): void {
  list.splice(placeOf(list, slot), 1)
}

/** The slots of the articles that use a concept: those of a snapshot, and what came and went since. All lists are ascending. */
export interface Postings {
  /** The slots in the snapshot; empty for none. */
  stored: (concept: number) => Int32Array
  readonly changed: Map<number, PostingChange>
}

/** How the slots of a concept differ from those of the snapshot. */
interface PostingChange {
  readonly stored: Int32Array
  readonly added: number[]
  readonly removed: number[]
}

const none = new Int32Array()

/** Postings without a snapshot. */
export const createPostings = (): Postings => ({ stored: () => none, changed: new Map() })

/** Adopts a snapshot that includes all changes. */
export function settlePostings(postings: Postings, stored: Postings['stored']): void {
  postings.stored = stored
  postings.changed.clear()
}

function changeOf({ stored, changed }: Postings, concept: number): PostingChange {
  let change = changed.get(concept)
  if (change === undefined) changed.set(concept, (change = { stored: stored(concept), added: [], removed: [] }))
  return change
}

const countOf = ({ stored, added, removed }: PostingChange): number => stored.length + added.length - removed.length

/** Adds a slot that a concept does not have. @returns how many it has now */
export function addPosting(postings: Postings, concept: number, slot: number): number {
  const change = changeOf(postings, concept)
  if (hasSlot(change.removed, slot)) removeSlot(change.removed, slot)
  else insertSlot(change.added, slot)
  return countOf(change)
}

/** Takes out a slot that a concept has. @returns how many it has now */
export function removePosting(postings: Postings, concept: number, slot: number): number {
  const change = changeOf(postings, concept)
  if (hasSlot(change.added, slot)) removeSlot(change.added, slot)
  else insertSlot(change.removed, slot)
  return countOf(change)
}

/** How many slots a concept has. */
export function postingCount({ stored, changed }: Postings, concept: number): number {
  const change = changed.get(concept)
  return change === undefined ? stored(concept).length : countOf(change)
}

/** Whether a concept has a slot. */
export function hasPosting({ stored, changed }: Postings, concept: number, slot: number): boolean {
  const change = changed.get(concept)
  if (change === undefined) return hasSlot(stored(concept), slot)
  return hasSlot(change.added, slot) || (hasSlot(change.stored, slot) && !hasSlot(change.removed, slot))
}

/** The slots of a concept. */
export function postingsOf({ stored, changed }: Postings, concept: number): ArrayLike<number> {
  const change = changed.get(concept)
  if (change === undefined) return stored(concept)
  return change.stored.length === 0 ? change.added : merged(change)
}

function merged({ stored, added, removed }: PostingChange): Int32Array {
  const slots = new Int32Array(stored.length + added.length - removed.length)
  let at = 0
  let next = 0
  let gone = 0
  for (const slot of stored) {
    while (next < added.length && added[next] < slot) slots[at++] = added[next++]
    if (gone < removed.length && removed[gone] === slot) gone++
    else slots[at++] = slot
  }
  while (next < added.length) slots[at++] = added[next++]
  return slots
}
