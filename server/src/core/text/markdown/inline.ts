import type { SyntaxNode, Tree, TreeCursor } from '@lezer/common'
import { detached, plainProse, proseBuilder, type Prose, type ProseBuilder } from '../prose'
import { decodeEntity } from './entities'
import { closingsIn, struckBy, type Closings } from './html'

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
    'Comment ProcessingInstruction Strikethrough Aside',
)
// a gap stands in their place, so that the words on both sides stay apart
const replaced = names('InlineCode Math')

/** White space or a mark between words, which becomes prose only when a word follows. */
interface Gap {
  readonly words: ' ' | '\n'
  readonly from: number
  readonly to: number
}

interface Reading {
  /** The leaf's text; offsets count from its start. */
  readonly text: string
  readonly out: ProseBuilder
  readonly images: Image[]
  /** The closing tags of what is read. */
  readonly closings: Closings
  /** Where struck-out text ends that began before: what stands before that is withdrawn. */
  withdrawnTo: number
  /** What stands between the prose so far and the next word. */
  gap: Gap | null
  /** Whether the prose has a word yet: no gap comes before the first. */
  begun: boolean
}

const reading = (text: string, end: number, images: Image[]): Reading => ({
  text,
  out: proseBuilder(),
  images,
  closings: closingsIn(text, end),
  withdrawnTo: 0,
  gap: null,
  begun: false,
})

const NEWLINE = 0x0a

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0d

/** A line shorter than this is not full: what ends it is a list entry, verse or layout, not wrapping. */
const SHORTEST_WRAPPED = 45

// marks of a quotation or of inline markup, brackets and quotation marks may stand before it
const CONTINUATION = /[ \t\r>*_~[("'“‘]*\p{Ll}/uy

/** Whether a line break only wraps a sentence, as in text filled to a width: after a full line, before a small letter. */
function isWrap(text: string, newline: number): boolean {
  const lineStart = newline === 0 ? 0 : text.lastIndexOf('\n', newline - 1) + 1
  if (newline - lineStart < SHORTEST_WRAPPED) return false
  CONTINUATION.lastIndex = newline + 1
  return CONTINUATION.test(text)
}

/** Notes a gap; a line break counts more than a blank. */
function addGap(read: Reading, words: ' ' | '\n', from: number, to: number): void {
  if (from < to && (words === '\n' || read.gap?.words !== '\n')) read.gap = { words, from, to }
}

/** Ends the gap: a word follows. */
function closeGap(read: Reading): void {
  const { gap, out } = read
  if (gap && read.begun) {
    // a blank for a line break stands where it does, character for character
    if (gap.to - gap.from === 1) out.literal(gap.words, gap.from)
    else out.replacement(gap.words, gap.from, gap.to - gap.from)
  }
  read.gap = null
  read.begun = true
}

/** Adds a part of a line as it is; blanks at its ends are gaps. */
function addWords(read: Reading, from: number, to: number): void {
  const { text, out } = read
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  addGap(read, ' ', from, start)
  if (start === end) return
  closeGap(read)
  out.literal(text.slice(start, end), start)
  addGap(read, ' ', end, to)
}

/** Where the line that `at` is in ends, `to` at the latest: no further is looked, as text comes in many short pieces. */
function lineEnd(text: string, at: number, to: number): number {
  let end = at
  while (end < to && text.charCodeAt(end) !== NEWLINE) end++
  return end
}

/** Adds source text as it is, line by line: white space around line breaks is layout. */
function addText(read: Reading, from: number, to: number): void {
  for (let start = Math.max(from, read.withdrawnTo); start < to;) {
    const end = lineEnd(read.text, start, to)
    addWords(read, start, end)
    if (end < to) addGap(read, isWrap(read.text, end) ? ' ' : '\n', end, end + 1)
    start = end + 1
  }
}

function addReplacement(read: Reading, words: string, from: number, to: number): void {
  closeGap(read)
  read.out.replacement(words, from, to - from)
}

/** Adds what stands between `from` and `to` in the node under the cursor. */
function addChildren(cursor: TreeCursor, read: Reading, from: number, to: number): void {
  let at = from
  if (cursor.firstChild()) {
    do {
      if (cursor.from >= to) break
      addText(read, at, cursor.from)
      addNode(cursor, read)
      at = Math.max(at, cursor.to)
    } while (cursor.nextSibling())
    cursor.parent()
  }
  addText(read, at, to)
}

/** Whether `[words]` is only brackets around words: a link has a target or a label after them. */
const isBareBracket = (link: SyntaxNode): boolean => link.getChildren('LinkMark').length === 2 && link.getChild('LinkLabel') === null

/** Whether what parses as code is ``a quotation'' as typists of TeX write it, up to where the next one opens. */
const isTypedQuotation = (text: string, from: number, to: number): boolean =>
  text.startsWith('``', from) && text.slice(from, to).includes("''")

function addNode(cursor: TreeCursor, read: Reading): void {
  const { name, from, to } = cursor
  const { text } = read
  if (silent.has(name) || to <= read.withdrawnTo) return
  if (replaced.has(name) && !isTypedQuotation(text, from, to)) return addGap(read, ' ', from, to)
  switch (name) {
    case 'FootnoteReference':
    case 'Citation':
      // set after a word, with a blank that belongs to them
      read.gap = null
      return
    case 'Escape':
      return addReplacement(read, text.slice(from + 1, to), from, to)
    case 'Entity':
      return addReplacement(read, decodeEntity(text.slice(from, to)), from, to)
    case 'HardBreak':
      return addGap(read, '\n', from, to)
    case 'HTMLTag':
      return addTag(read, from, to)
    case 'Image':
      return addImage(cursor, read)
    case 'Link':
      if (!isBareBracket(cursor.node)) break
      addText(read, from, from + 1)
      addChildren(cursor, read, from + 1, to - 1)
      return addText(read, to - 1, to)
  }
  addChildren(cursor, read, from, to)
}

/** A tag is no text; one that breaks the line is a gap, and one that strikes out takes what it holds with it. */
function addTag(read: Reading, from: number, to: number): void {
  const tag = read.text.slice(from, to)
  if (/^<br\b/i.test(tag)) return addGap(read, '\n', from, to)
  const struck = struckBy(tag)
  if (struck !== undefined) read.withdrawnTo = read.closings.from(struck, to)
}

function addImage(cursor: TreeCursor, { text, images }: Reading): void {
  const { from, to } = cursor
  const labelEnd = cursor.node.getChildren('LinkMark')[1]?.from ?? to
  const label = reading(text, labelEnd, images)
  addChildren(cursor, label, from + 2, labelEnd)
  const prose = label.out.finish()
  if (prose.text !== '') images.push({ from, to, prose })
}

/**
 * Reads the inline content of a block: what a reader of the rendered page sees as its words, without white space around.
 * @param cursor at the node with the content, which may be part of a leaf; it is left there
 * @param text the leaf's text
 * @returns the prose, and the images in it, whose alternative texts are not part of the prose
 */
export function readInline(cursor: TreeCursor, text: string): { prose: Prose; images: readonly Image[] } {
  const read = reading(text, cursor.to, [])
  addChildren(cursor, read, cursor.from, cursor.to)
  return { prose: read.out.finish(), images: read.images }
}

/** Whether a text is one line without white space around it. */
const isBareLine = (text: string): boolean =>
  !text.includes('\n') && !isBlank(text.charCodeAt(0)) && !isBlank(text.charCodeAt(text.length - 1))

/** {@link readInline} of a whole leaf. */
export function readInlineLeaf(leaf: Tree, text: string): { prose: Prose; images: readonly Image[] } {
  if (leaf.children.length === 0 && isBareLine(text)) return { prose: plainProse(detached(text), 0), images: [] }
  return readInline(leaf.cursor(), text)
}
