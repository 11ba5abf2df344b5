import type { SyntaxNode, TreeCursor } from '@lezer/common'
import { proseBuilder, type Prose, type ProseBuilder } from '../prose'
import { decodeEntity } from './entities'

/** An image: its place in the document and its alternative text, which is a caption. */
export interface Image {
  readonly from: number
  readonly to: number
  readonly prose: Prose
}

// markup and what readers do not read as the writer's own words
const silent = new Set(
  (
    'EmphasisMark StrikethroughMark HeaderMark QuoteMark ListMark LinkMark CodeMark TaskMarker TableDelimiter FootnoteMark ' +
    'URL LinkTitle LinkLabel Autolink Comment ProcessingInstruction FootnoteReference Citation Strikethrough'
  ).split(' '),
)
// a gap stands in their place, so that the words on both sides stay apart
const replaced = new Set(['InlineCode', 'Math'])

interface Reading {
  readonly text: string
  /** Where the block begins: prose counts source offsets from here. */
  readonly origin: number
  readonly out: ProseBuilder
  readonly images: Image[]
}

/** Adds source text as it is, without the white space at line breaks: indentation and quote marks are markup there. */
function addText(reading: Reading, from: number, to: number): void {
  const { text, origin, out } = reading
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline > to ? to : newline
    let last = end
    if (end === newline) while (last > start && isBlank(text.charCodeAt(last - 1))) last--
    if (start > from || startsLine(text, from)) while (start < last && isBlank(text.charCodeAt(start))) start++
    if (last > start) out.literal(text.slice(start, last), start - origin)
    if (end < to) out.literal('\n', end - origin)
    start = end + 1
  }
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0d

function startsLine(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 0x0a
}

/** Whether `[words]` is only brackets around words: a link has a target or a label behind them. */
const isBareBracket = (link: SyntaxNode): boolean => link.getChildren('LinkMark').length === 2 && link.getChild('LinkLabel') === null

/** Adds what stands between `from` and `to` in the node under the cursor. */
function addChildren(cursor: TreeCursor, reading: Reading, from: number, to: number): void {
  let at = from
  if (cursor.firstChild()) {
    do {
      if (cursor.from >= to) break
      if (cursor.from > at) addText(reading, at, cursor.from)
      addNode(cursor, reading)
      at = Math.max(at, cursor.to)
    } while (cursor.nextSibling())
    cursor.parent()
  }
  if (at < to) addText(reading, at, to)
}

function addNode(cursor: TreeCursor, reading: Reading): void {
  const { name, from, to } = cursor
  const { text, origin, out } = reading
  if (silent.has(name)) return
  if (replaced.has(name)) out.replacement(' ', from - origin, to - from)
  else if (name === 'Escape') out.replacement(text.slice(from + 1, to), from - origin, to - from)
  else if (name === 'Entity') out.replacement(decodeEntity(text.slice(from, to)), from - origin, to - from)
  else if (name === 'HardBreak') out.replacement('\n', from - origin, to - from)
  else if (name === 'HTMLTag') {
    if (/^<br\b/i.test(text.slice(from, from + 4))) out.replacement('\n', from - origin, to - from)
  } else if (name === 'Image') addImage(cursor, reading)
  else if (name === 'Link' && isBareBracket(cursor.node)) {
    out.literal('[', from - origin)
    addChildren(cursor, reading, from + 1, to - 1)
    out.literal(']', to - 1 - origin)
  } else addChildren(cursor, reading, from, to)
}

function addImage(cursor: TreeCursor, reading: Reading): void {
  const { from, to } = cursor
  const out = proseBuilder()
  const labelEnd = cursor.node.getChildren('LinkMark')[1]?.from ?? to
  const alone: Reading = { text: reading.text, origin: from, out, images: reading.images }
  addChildren(cursor, alone, from + 2, labelEnd)
  const prose = out.finish(from)
  if (prose.text.trim() !== '') reading.images.push({ from, to, prose })
}

/**
 * Reads the inline content of a block: what a reader of the rendered page sees as its words.
 * @param cursor at the block's node; it is left there
 * @param text the document
 * @returns the prose, its origin at the block's start, and the images in it, whose alternative texts are not part of the prose
 */
export function readInline(cursor: TreeCursor, text: string): { prose: Prose; images: Image[] } {
  const { from, to } = cursor
  const reading: Reading = { text, origin: from, out: proseBuilder(), images: [] }
  addChildren(cursor, reading, from, to)
  return { prose: reading.out.finish(from), images: reading.images }
}
