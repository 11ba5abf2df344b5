import type { Tree, TreeCursor } from '@lezer/common'
import type { Prose } from '../prose'
import { readInline } from './inline'
import type { LeafBlock } from './leaf'

interface Cell {
  readonly column: number
  readonly from: number
  readonly to: number
  readonly prose: Prose
}

/** The cells of the row under the cursor. Empty cells have no node; the bars between cells count the columns. */
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

const asBlock = ({ from, to, prose }: Cell, headings: readonly string[]): LeafBlock => ({ kind: 'tableCell', from, to, prose, headings })

/**
 * What the row of a cell is about: its first cell, and what others say in words; of the first itself all others, since a row that begins
 * with a date or figure says of it what they hold.
 */
function rowHeading(cells: readonly Cell[], { column }: Cell): string | undefined {
  const others = cells.filter(cell => cell.column > 0 && cell.column !== column).map(cell => cell.prose.text)
  if (column === 0) return others.length === 0 ? undefined : others.join(', ')
  const first = cells.find(cell => cell.column === 0)?.prose.text ?? ''
  const said = [...others.filter(text => !hasDigit.test(text)), first].filter(text => text !== '')
  return said.length === 0 ? undefined : said.join(', ')
}

const hasDigit = /\d/

/** The cells of a table, row by row, each with what its row is about and the heading of its column. */
export function readTable(table: Tree, text: string): LeafBlock[] {
  const cursor = table.cursor()
  const blocks: LeafBlock[] = []
  const columns: string[] = []
  if (!cursor.firstChild()) return blocks
  do {
    if (cursor.name !== 'TableHeader' && cursor.name !== 'TableRow') continue
    const isHeader = cursor.name === 'TableHeader'
    const cells = readRow(cursor, text)
    for (const cell of cells) {
      const headings = isHeader ? [] : [rowHeading(cells, cell), columns[cell.column]]
      if (isHeader) columns[cell.column] = cell.prose.text
      if (cell.prose.text !== '')
        blocks.push(
          asBlock(
            cell,
            headings.filter(heading => heading !== undefined),
          ),
        )
    }
  } while (cursor.nextSibling())
  return blocks
}
