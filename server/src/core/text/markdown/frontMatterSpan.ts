const FENCE = /^---[ \t]*(?:\r\n|\n|\r)/
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/

/** Front matter longer than this is none: a rule at the start of a long text. */
const LONGEST = 100_000

/** Where front matter stands in a document: the whole with both fences, and the YAML between them. */
export interface FrontMatterSpan {
  readonly start: number
  readonly end: number
  readonly yaml: { readonly start: number; readonly end: number }
}

/**
 * Finds front matter: YAML between a line `---` at the very start and the next line `---` or `...`.
 * @returns null where there is none, or where it is never closed
 */
export function findFrontMatter(text: string): FrontMatterSpan | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  if (!text.startsWith('---', start)) return null
  const open = FENCE.exec(text.slice(start, start + 200))
  if (!open) return null
  const yamlStart = start + open[0].length
  const limit = Math.min(text.length, yamlStart + LONGEST)
  for (let line = yamlStart; line < limit;) {
    let end = line
    while (end < limit && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) end++
    const crlf = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a
    const next = Math.min(text.length, end + (crlf ? 2 : 1))
    if (end - line >= 3 && end - line < 200 && CLOSE.test(text.slice(line, end))) {
      return { start, end: next, yaml: { start: yamlStart, end: line } }
    }
    line = Math.max(next, line + 1)
  }
  return null
}
