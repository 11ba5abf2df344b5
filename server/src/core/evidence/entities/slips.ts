/**
 * Number of slips between two words: letters left out, added, changed, or two neighbours swapped (optimal string alignment
 * distance), as far as `limit`; `limit + 1` for more.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) cost = Math.min(cost, before[column - 2] + 1)
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(above[b.length], limit + 1)
}

/** Whether two words are just one slip apart. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  if (endA - start <= 1 && endB - start <= 1) return true
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}

/** Whether two words differ in nothing but that two neighbours are swapped. */
export const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && isOneSlip(a, b) && [...a].sort().join('') === [...b].sort().join('')

/** Whether `typed` is the beginning of `word` but for one slip, its first letter right. */
export function beginsWithSlip(typed: string, word: string): boolean {
  let at = 0
  while (at < typed.length && at < word.length && typed[at] === word[at]) at++
  if (at === 0 || at === typed.length) return at === typed.length
  const rest = (skipTyped: number, skipWord: number): boolean => word.startsWith(typed.slice(at + skipTyped), at + skipWord)
  if (rest(1, 1) || rest(1, 0) || rest(0, 1)) return true
  return typed[at] === word[at + 1] && typed[at + 1] === word[at] && rest(2, 2)
}
