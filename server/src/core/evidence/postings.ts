/** Index of a number in an ascending list, or of the first one behind it. */
export function placeOf(list: ArrayLike<number>, slot: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] < slot) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether an ascending list has a slot. */
export const hasSlot = (list: ArrayLike<number>, slot: number): boolean => list[placeOf(list, slot)] === slot

/** Adds a slot to an ascending list that does not have it. */
export function insertSlot(list: number[], slot: number): void {
  if (list.length === 0 || list[list.length - 1] < slot) list.push(slot)
  else list.splice(placeOf(list, slot), 0, slot)
}

/** Takes a slot out of an ascending list that has it. */
export function removeSlot(list: number[], slot: number): void {
  list.splice(placeOf(list, slot), 1)
}
