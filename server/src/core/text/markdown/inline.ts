import type { SyntaxNode, Tree, TreeCursor } from '@lezer/common'
import { proseBuilder, type Prose, type ProseBuilder } from '../prose'
import { decodeEntity } from './entities'

/** An image's place in the leaf and its alternative text, which is a caption. */
export interface Image {
  readonly from: number
  readonly to: number
  readonly prose: Prose
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

// markup, and what is not in the page's text or not the writer's own words there
const silent = names(
  'EmphasisMark StrikethroughMark HeaderMark QuoteMark LinkMark CodeMark TaskMarker TableDelimiter URL LinkTitle LinkLabel Autolink ' +
    'Comment ProcessingInstruction Strikethrough',
)
// silent too, and set behind a word with a space that belongs to them
const references = names('FootnoteReference Citation')
// a gap stands in their place, so that the words on both sides stay apart
const replaced = names('InlineCode Math')

interface Reading {
  /** The leaf's text; offsets count from its start. */
  readonly text: string
  readonly out: ProseBuilder
  readonly images: Image[]
  /** Whether the prose is at the start of a line, where white space is indentation. */
  lineStart: boolean
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0d

/** Adds source text as it is, without the white space around line breaks. */
function addText(reading: Reading, from: number, to: number): void {
  const { text, out } = reading
  for (let start = from; start < to;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline > to ? to : newline
    let last = end
    if (end < to) while (last > start && isBlank(text.charCodeAt(last - 1))) last--
    if (reading.lineStart) while (start < last && isBlank(text.charCodeAt(start))) start++
    if (last > start) {
      out.literal(text.slice(start, last), start)
      reading.lineStart = false
    }
    if (end < to) {
      out.literal('\n', end)
      reading.lineStart = true
    }
    start = end + 1
  }
}

function addReplacement(reading: Reading, words: string, from: number, to: number): void {
  reading.out.replacement(words, from, to - from)
  reading.lineStart = words === '\n'
}

function withoutBlanksAtEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

/** Adds what stands between `from` and `to` in the node under the cursor. */
function addChildren(cursor: TreeCursor, reading: Reading, from: number, to: number): void {
  let at = from
  if (cursor.firstChild()) {
    do {
      if (cursor.from >= to) break
      const end = references.has(cursor.name) ? withoutBlanksAtEnd(reading.text, at, cursor.from) : cursor.from
      addText(reading, at, end)
      addNode(cursor, reading)
      at = Math.max(at, cursor.to)
    } while (cursor.nextSibling())
    cursor.parent()
  }
  addText(reading, at, to)
}

/** Whether `[words]` is only brackets around words: a link has a target or a label behind them. */
const isBareBracket = (link: SyntaxNode): boolean => link.getChildren('LinkMark').length === 2 && link.getChild('LinkLabel') === null

function addNode(cursor: TreeCursor, reading: Reading): void {
  const { name, from, to } = cursor
  const { text } = reading
  if (silent.has(name) || references.has(name)) return
  if (replaced.has(name)) return addReplacement(reading, ' ', from, to)
  switch (name) {
    case 'Escape':
      return addReplacement(reading, text.slice(from + 1, to), from, to)
    case 'Entity':
      return addReplacement(reading, decodeEntity(text.slice(from, to)), from, to)
    case 'HardBreak':
      return addReplacement(reading, '\n', from, to)
    case 'HTMLTag':
      return /^<br\b/i.test(text.slice(from, from + 4)) ? addReplacement(reading, '\n', from, to) : undefined
    case 'Image':
      return addImage(cursor, reading)
    case 'Link':
      if (!isBareBracket(cursor.node)) break
      addText(reading, from, from + 1)
      addChildren(cursor, reading, from + 1, to - 1)
      return addText(reading, to - 1, to)
  }
  addChildren(cursor, reading, from, to)
}

function addImage(cursor: TreeCursor, { text, images }: Reading): void {
  const { from, to } = cursor
  const labelEnd = cursor.node.getChildren('LinkMark')[1]?.from ?? to
  const out = proseBuilder()
  addChildren(cursor, { text, out, images, lineStart: true }, from + 2, labelEnd)
  const prose = out.finish()
  if (prose.text.trim() !== '') images.push({ from, to, prose })
}

/**
 * Reads the inline content of a block: what a reader of the rendered page sees as its words.
 * @param cursor at the node with the content, which may be part of a leaf; it is left there
 * @param text the leaf's text
 * @returns the prose, and the images in it, whose alternative texts are not part of the prose
 */
export function readInline(cursor: TreeCursor, text: string): { prose: Prose; images: readonly Image[] } {
  const reading: Reading = { text, out: proseBuilder(), images: [], lineStart: true }
  addChildren(cursor, reading, cursor.from, cursor.to)
  return { prose: reading.out.finish(), images: reading.images }
}

/** {@link readInline} of a whole leaf. */
export const readInlineLeaf = (leaf: Tree, text: string): { prose: Prose; images: readonly Image[] } => readInline(leaf.cursor(), text)
