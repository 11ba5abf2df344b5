/** A line of a text and a UTF-16 code unit in it, both from 0. */
export interface TextPlace {
  readonly line: number
  readonly character: number
}

/** Where the lines of a text begin. Line feeds, carriage returns and both together end a line, as the language server protocol has it. */
function lineStarts(text: string): number[] {
  const starts = [0]
  if (!text.includes('\r')) for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  else for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length)
  return starts
}

/** Lines are mostly asked for several times in one text before another. */
let latest: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] }

/** The place of an offset in the lines of its text. */
export function placeOf(text: string, offset: number): TextPlace {
  if (latest.text !== text) latest = { text, starts: lineStarts(text) }
  const { starts } = latest
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle] <= offset) low = middle
    else high = middle - 1
  }
  return { line: low, character: Math.min(offset, text.length) - starts[low] }
}
