/**
 * The first place at which something holds that then holds at all later places, too (binary search).
 * @param count how many places there are
 * @param holds whether it holds at a place, 0 up to, not including, `count`
 * @returns the place; `count` where it holds nowhere
 */
export function firstPlace(count: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
