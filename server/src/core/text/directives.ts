import type { MarkdownDocument } from './markdown'
import type { Span } from './span'
import { firstPlace } from './firstPlace'

/** What a `groundcheck-…` comment asks for. */
export type DirectiveName = 'ignore' | 'ignore-next-line' | 'disable' | 'enable'

/** A directive in an HTML comment. */
export interface Directive {
  readonly name: DirectiveName
  /** The whole comment. */
  readonly span: Span
}

const OPEN = '<!--'
const CLOSE = '-->'
const LONGEST = 200
const NAMES: readonly DirectiveName[] = ['ignore', 'ignore-next-line', 'disable', 'enable']

/** The directives of a draft, in order. A reason may follow the name: `<!-- groundcheck-ignore: own survey -->`. */
export function findDirectives(text: string): Directive[] {
  const directives: Directive[] = []
  // needed at every keystroke, and most drafts have no comment: a quick test for its beginning comes first
  if (!text.includes(OPEN)) return directives
  for (let at = text.indexOf('groundcheck-'); at >= 0; at = text.indexOf('groundcheck-', at + 1)) {
    const before = text.slice(Math.max(0, at - 40), at).trimEnd()
    const close = text.slice(at, at + LONGEST).indexOf(CLOSE)
    if (!before.endsWith(OPEN) || close < 0) continue
    const name = /^groundcheck-([a-z-]*[a-z])/.exec(text.slice(at, at + 40))?.[1]
    const known = NAMES.find(each => each === name)
    const start = text.lastIndexOf(OPEN, at)
    if (known) directives.push({ name: known, span: { start, end: at + close + CLOSE.length } })
  }
  return directives
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

function lineEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at
  return text.length
}

function nextLineStart(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(text.length, end + 1)
}

const isAlone = (text: string, { span }: Directive): boolean =>
  text.slice(lineStart(text, span.start), span.start).trim() === '' && text.slice(span.end, lineEnd(text, span.end)).trim() === ''

/** The next line that is not empty. */
function nextLine(text: string, offset: number): Span {
  let start = nextLineStart(text, offset)
  while (start < text.length && text.slice(start, lineEnd(text, start)).trim() === '') start = nextLineStart(text, start)
  return { start, end: lineEnd(text, start) }
}

/** Index of the first block that begins at or after an offset. */
function firstBlockFrom({ blocks }: MarkdownDocument, offset: number): number {
  return firstPlace(blocks.length, place => blocks[place].span.start >= offset)
}

/** From the next line to the end of the blocks that begin in it: a paragraph may have many lines, a table row has many cells. */
function nextBlock(document: MarkdownDocument, offset: number): Span {
  const { start, end } = nextLine(document.text, offset)
  let last = end
  for (let at = firstBlockFrom(document, start); at < document.blocks.length && document.blocks[at].span.start <= end; at++) {
    last = Math.max(last, document.blocks[at].span.end)
  }
  return { start, end: last }
}

/**
 * The parts of a draft that its writer exempted from judgement:
 * - `<!-- groundcheck-ignore -->` after text: that line; on a line of its own: the paragraph, list item or table row that follows
 * - `<!-- groundcheck-ignore-next-line -->`: the line after
 * - `<!-- groundcheck-disable -->` up to `<!-- groundcheck-enable -->` or the end
 * @returns spans in order of their directives
 */
export function ignoredSpans(document: MarkdownDocument): Span[] {
  const { text } = document
  const spans: Span[] = []
  let disabledFrom: number | null = null
  for (const directive of findDirectives(text)) {
    const { name, span } = directive
    if (name === 'disable') disabledFrom ??= span.end
    else if (name === 'enable') {
      if (disabledFrom !== null) spans.push({ start: disabledFrom, end: span.start })
      disabledFrom = null
    } else if (name === 'ignore-next-line') spans.push(nextLine(text, span.end))
    else if (isAlone(text, directive)) spans.push(nextBlock(document, span.end))
    else spans.push({ start: lineStart(text, span.start), end: lineEnd(text, span.end) })
  }
  if (disabledFrom !== null) spans.push({ start: disabledFrom, end: text.length })
  return spans
}
