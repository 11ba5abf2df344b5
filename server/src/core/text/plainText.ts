import type { Block, BlockKind } from './blocks'
import { plainProse, proseBuilder, type Prose } from './prose'
import type { Span } from './span'

/** A line of text without its line break and without white space around. */
type Line = Span

/** A line longer than this is a paragraph of its own: text wrapped by hand keeps below it. */
const LONGEST_WRAPPED = 120
/** Text wrapped by hand fills its lines: where all are shorter they are headings, list entries or verse. */
const SHORTEST_WRAPPED = 45
/** By how much a wrapped line may be shorter than its paragraph's longest, counting the word that did not fit. */
const RAGGED = 12
const LONGEST_HEADING = 120

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0xfeff || unit === 0x0b || unit === 0x0c
}

const isLineBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029

function trimmed(text: string, from: number, to: number): Line {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** The lines of a text from an offset on. */
function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = []
  for (let at = from; at <= text.length;) {
    let end = at
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++
    lines.push(trimmed(text, at, end))
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  return lines
}

/** Groups of lines with no empty line between. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  let group: Line[] = []
  for (const line of [...lines, { start: 0, end: 0 }]) {
    if (line.start < line.end) group.push(line)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  return groups
}

const lengthOf = (line: Line): number => line.end - line.start

/** Whether a line ends as a sentence or clause does. */
const endsClause = (text: string, line: Line): boolean => /[.!?…:;,"”’')\]]/.test(text.charAt(line.end - 1))

const endsSentence = (text: string, line: Line): boolean => /[.!?…"”]/.test(text.charAt(line.end - 1))

function firstWordLength(text: string, line: Line): number {
  let end = line.start
  while (end < line.end && !isBlank(text.charCodeAt(end))) end++
  return end - line.start
}

/** What stands before an entry of a list, up to its first word; null for other lines. */
function listMark(text: string, line: Line): string | null {
  return /^(?:[-–—*•‣·▪●]|\d{1,2}[.)])\s{1,10}(?=\S)/.exec(text.slice(line.start, Math.min(line.end, line.start + 20)))?.[0] ?? null
}

/** Whether the lines of a group are one paragraph wrapped by hand: each so full that the next line's first word did not fit. */
function isWrapped(text: string, group: readonly Line[]): boolean {
  if (group.length < 2 || group.some(line => listMark(text, line) !== null)) return false
  if (group.length === 2 && endsSentence(text, group[0])) return false
  const longest = group.reduce((most, line) => Math.max(most, lengthOf(line)), 0)
  if (longest > LONGEST_WRAPPED || longest < SHORTEST_WRAPPED) return false
  return group.slice(1).every((line, at) => lengthOf(group[at]) + 1 + firstWordLength(text, line) > longest - RAGGED)
}

function joined(text: string, lines: readonly Line[]): Prose {
  if (lines.length === 1) return plainProse(text.slice(lines[0].start, lines[0].end), lines[0].start)
  const origin = lines[0].start
  const out = proseBuilder()
  lines.forEach((line, at) => {
    if (at > 0) out.replacement(' ', lines[at - 1].end - origin, line.start - lines[at - 1].end)
    out.literal(text.slice(line.start, line.end), line.start - origin)
  })
  return out.finish(origin)
}

/** Whether a line could be a heading: short, begun with a capital or figure, ended without a sign. */
function looksLikeHeading(text: string, line: Line): boolean {
  if (lengthOf(line) > LONGEST_HEADING || endsClause(text, line)) return false
  const words = text.slice(line.start, line.end)
  return /^[\p{Lu}\p{N}"“‘'(]/u.test(words) && /\p{L}{2}/u.test(words)
}

interface Paragraph {
  readonly lines: readonly Line[]
  readonly kind: BlockKind
}

/** The paragraphs of a text, each a line or joined of lines. A line without a letter or digit is none. */
function paragraphsOf(text: string, from: number): Paragraph[] {
  const paragraphs: Line[][] = groupsOf(linesOf(text, from)).flatMap(group =>
    isWrapped(text, group) ? [group] : group.map(line => [line]),
  )
  const spoken = paragraphs.filter(([line]) => /[\p{L}\p{N}]/u.test(text.slice(line.start, line.end)))
  return spoken.map((lines, at) => {
    const mark = lines.length === 1 ? listMark(text, lines[0]) : null
    if (mark !== null) return { kind: 'listItem', lines: [{ start: lines[0].start + mark.length, end: lines[0].end }] }
    return { kind: isHeading(text, lines, spoken[at + 1]) ? 'heading' : 'paragraph', lines }
  })
}

/** A heading stands before something that is none: of several short lines, as in a list of links, only the last is one. */
function isHeading(text: string, lines: readonly Line[], next: readonly Line[] | undefined): boolean {
  if (lines.length > 1 || !next || !looksLikeHeading(text, lines[0])) return false
  return next.length > 1 || !looksLikeHeading(text, next[0])
}

/**
 * Reads plain text into blocks: paragraphs set apart by empty lines or, as text copied from web pages has them, one on each line.
 * Lines wrapped by hand are joined. A short line without a sign at its end before a longer one is a heading.
 * @param from where the text proper begins
 */
export function readPlainText(text: string, from = 0): Block[] {
  let heading: readonly string[] = []
  return paragraphsOf(text, from).map(({ kind, lines }) => {
    const prose = joined(text, lines)
    const context = kind === 'heading' ? [] : heading
    if (kind === 'heading') heading = [prose.text]
    return { kind, span: { start: lines[0].start, end: lines[lines.length - 1].end }, prose, context }
  })
}
