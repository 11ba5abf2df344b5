import type { Block } from './blocks'
import { proseBuilder, type Prose } from './prose'
import type { Span } from './span'

/** A line of text without its line break and without white space around. */
type Line = Span

/** A line this long is a paragraph of its own: text wrapped by hand keeps below it. */
const LONGEST_WRAPPED = 120
/** Text wrapped by hand fills its lines: below this a line is a heading, a list entry or a verse. */
const SHORTEST_WRAPPED = 45
const LONGEST_HEADING = 120

const isSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0xfeff || unit === 0x0c || unit === 0x0b

/** The lines of a text, white space cut off; `\n`, `\r\n` and `\r` end a line. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at <= text.length;) {
    let end = at
    while (end < text.length && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) end++
    const next = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1
    let start = at
    let last = end
    while (start < last && isSpace(text.charCodeAt(start))) start++
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--
    lines.push({ start, end: last })
    at = next
  }
  return lines
}

const isEmpty = (line: Line): boolean => line.start === line.end

/** Groups of lines with no empty line between. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  let group: Line[] = []
  for (const line of lines) {
    if (!isEmpty(line)) group.push(line)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  if (group.length > 0) groups.push(group)
  return groups
}

const endsSentence = (text: string, line: Line): boolean =>
  /[.!?…:;,"”’')\]]$/.test(text.slice(Math.max(line.start, line.end - 2), line.end))

/** Whether the lines of a group are one paragraph wrapped by hand: all but the last well filled and none longer than a screen. */
function isWrapped(text: string, group: readonly Line[]): boolean {
  if (group.length < 2) return false
  const lengths = group.map(line => line.end - line.start)
  const longest = Math.max(...lengths.slice(0, 2000))
  if (longest > LONGEST_WRAPPED || longest < SHORTEST_WRAPPED) return false
  // a wrapped line is full: the next line's first word would not have fitted
  return group.slice(0, -1).every((_line, at) => {
    const next = group[at + 1]
    const word = firstWordLength(text, next)
    return lengths[at] + 1 + word > longest - 12
  })
}

function firstWordLength(text: string, line: Line): number {
  let end = line.start
  while (end < line.end && !isSpace(text.charCodeAt(end))) end++
  return end - line.start
}

function joined(text: string, lines: readonly Line[]): Prose {
  const origin = lines[0].start
  const out = proseBuilder()
  lines.forEach((line, at) => {
    out.literal(text.slice(line.start, line.end), line.start - origin)
    if (at + 1 < lines.length) out.replacement('\n', line.end - origin, lines[at + 1].start - line.end)
  })
  return out.finish(origin)
}

/** Whether a line reads like a heading: short, begun with a capital or figure, ended without a sentence's sign. */
function looksLikeHeading(text: string, line: Line): boolean {
  const words = text.slice(line.start, line.end)
  return words.length <= LONGEST_HEADING && /^[\p{Lu}\p{N}"“‘'(]/u.test(words) && !endsSentence(text, line) && /\p{L}/u.test(words)
}

/**
 * Reads plain text into blocks: paragraphs set apart by empty lines or, as copied web pages have them, one on each line. Lines
 * wrapped by hand are joined. A short line without a sentence's end before a longer one is a heading.
 * @param from where the text proper begins
 */
export function readPlainText(text: string, from = 0): Block[] {
  const lines = linesOf(text.slice(from)).map(line => ({ start: line.start + from, end: line.end + from }))
  const paragraphs = groupsOf(lines).flatMap(group => (isWrapped(text, group) ? [group] : group.map(line => [line])))
  let heading: string | null = null
  return paragraphs.map((paragraph, at) => {
    const next = paragraphs[at + 1]
    const [line] = paragraph
    const isHeading =
      paragraph.length === 1 &&
      next !== undefined &&
      looksLikeHeading(text, line) &&
      !(next.length === 1 && looksLikeHeading(text, next[0]))
    const prose = joined(text, paragraph)
    const context = heading === null ? [] : [heading]
    if (isHeading) heading = prose.text
    const span = { start: line.start, end: paragraph[paragraph.length - 1].end }
    return { kind: isHeading ? 'heading' : 'paragraph', span, prose, context: isHeading ? [] : context }
  })
}
