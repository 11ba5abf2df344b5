import type { Tree, TreeCursor } from '@lezer/common'
import type { BlockKind } from '../blocks'
import type { Prose } from '../prose'
import { readInline } from './inline'

/** One block of prose within a leaf of the syntax tree; offsets count from the leaf's start. */
export interface LeafBlock {
  readonly kind: BlockKind
  readonly from: number
  readonly to: number
  readonly prose: Prose
  /** The cell's row and column headings; empty for other kinds. */
  readonly headings: readonly string[]
}

const FIGURE_LINE = /^(?:fig(?:ure)?|table|chart|map|photo|source)\b\.?\s?\d*\s?[:.–—-]/i

const shifted = (prose: Prose, by: number): Prose => ({ text: prose.text, runs: prose.runs, origin: prose.origin - by })

function paragraphKind(text: string): BlockKind {
  return FIGURE_LINE.test(text) ? 'caption' : 'paragraph'
}

function readParagraph(cursor: TreeCursor, text: string, heading: boolean): LeafBlock[] {
  const { from, to } = cursor
  const { prose, images } = readInline(cursor, text)
  const blocks: LeafBlock[] = images.map(image => ({
    kind: 'caption',
    from: image.from - from,
    to: image.to - from,
    prose: shifted(image.prose, from),
    headings: [],
  }))
  if (prose.text.trim() !== '') {
    const kind = heading ? 'heading' : paragraphKind(prose.text)
    blocks.unshift({ kind, from: 0, to: to - from, prose: shifted(prose, from), headings: [] })
  }
  return blocks
}

interface Cell {
  readonly column: number
  readonly from: number
  readonly to: number
  readonly prose: Prose
}

function readRow(cursor: TreeCursor, text: string): Cell[] {
  const cells: Cell[] = []
  let column = text[cursor.from] === '|' ? -1 : 0
  if (!cursor.firstChild()) return cells
  do {
    if (cursor.name === 'TableDelimiter') column++
    else if (cursor.name === 'TableCell') cells.push({ column, from: cursor.from, to: cursor.to, prose: readInline(cursor, text).prose })
  } while (cursor.nextSibling())
  cursor.parent()
  return cells
}

function readTable(cursor: TreeCursor, text: string): LeafBlock[] {
  const { from } = cursor
  const blocks: LeafBlock[] = []
  const columns: string[] = []
  const add = (cell: Cell, headings: readonly string[]): void => {
    const kind = 'tableCell'
    blocks.push({ kind, from: cell.from - from, to: cell.to - from, prose: shifted(cell.prose, from), headings })
  }
  if (!cursor.firstChild()) return blocks
  do {
    const cells = cursor.name === 'TableHeader' || cursor.name === 'TableRow' ? readRow(cursor, text) : []
    if (cursor.name === 'TableHeader') {
      for (const cell of cells) {
        columns[cell.column] = cell.prose.text
        add(cell, [])
      }
      continue
    }
    const row = cells.find(cell => cell.column === 0)?.prose.text
    for (const cell of cells) {
      const column = columns[cell.column]
      add(cell, [cell.column === 0 ? undefined : row, column].filter(heading => heading !== undefined))
    }
  } while (cursor.nextSibling())
  cursor.parent()
  return blocks
}

const read = new WeakMap<Tree, readonly LeafBlock[]>()

function readLeafAnew(cursor: TreeCursor, text: string): readonly LeafBlock[] {
  const { name } = cursor
  if (name === 'Table') return readTable(cursor, text)
  if (name === 'Paragraph' || name === 'Task') return readParagraph(cursor, text, false)
  if (/Heading/.test(name)) return readParagraph(cursor, text, true)
  return []
}

/**
 * The prose of a leaf block: a paragraph, heading or table; empty for code, rules, comments and the like. The parser gives the same
 * tree object again where neither text nor markup changed, and such a leaf is read once.
 */
export function readLeaf(cursor: TreeCursor, text: string): readonly LeafBlock[] {
  const { tree } = cursor
  const known = tree && read.get(tree)
  if (known) return known
  const blocks = readLeafAnew(cursor, text)
  if (tree) read.set(tree, blocks)
  return blocks
}
