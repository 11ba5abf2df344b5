/**
 * The first few of many items by an order, in order. Takes time linear in the items as long as few are wanted.
 * @param compare as for `Array.prototype.sort`
 */
export function bestOf<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  const best: T[] = []
  for (const item of items) {
    if (best.length === count && compare(item, best[count - 1]) >= 0) continue
    let low = 0
    let high = best.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(item, best[middle]) < 0) high = middle
      else low = middle + 1
    }
    best.splice(low, 0, item)
    if (best.length > count) best.pop()
  }
  return best
}
