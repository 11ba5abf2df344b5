import type { Tree, TreeCursor } from '@lezer/common'
import type { Prose } from '../prose'
import { readInline } from './inline'
import type { LeafBlock } from './leafBlock'

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

const hasDigit = /\d/

const joined = (texts: readonly string[]): string | undefined => (texts.length === 0 ? undefined : texts.join(', '))

/** What cells say in words, figures and dates left out. */
const saidBy = (cells: readonly Cell[]): string[] =>
  cells.map(({ prose }) => prose.text).filter(text => text !== '' && !hasDigit.test(text))

/** The rows of a table, the one of its headings first. */
type Rows = readonly (readonly Cell[])[]

/**
 * What the row of a cell is about: its first cell, and what others say in words; of the first itself all others, since a row that begins
 * with a date or figure says of it what they hold.
 */
function rowHeading(cells: readonly Cell[], { column }: Cell): string | undefined {
  const others = cells.filter(cell => cell.column > 0 && cell.column !== column)
  if (column === 0) return joined(others.map(cell => cell.prose.text))
  const first = cells.find(cell => cell.column === 0)?.prose.text ?? ''
  return joined([...saidBy(others), first].filter(text => text !== ''))
}

/** The cells of each column of some rows, from the top. */
function columnsOf(rows: Rows): Cell[][] {
  const columns: Cell[][] = []
  for (const cell of rows.flat()) (columns[cell.column] ??= []).push(cell)
  return columns
}

const isMixed = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter(({ prose }) => prose.text !== '')
  const withDigits = filled.filter(({ prose }) => hasDigit.test(prose.text)).length
  return withDigits > 0 && withDigits < filled.length
}

/**
 * Whether each column of a table tells of one thing, as rows mostly do: what stands in a row is of one kind then, words or figures, and
 * what stands in a column is not.
 */
const tellsByColumn = (rows: Rows, columns: readonly Cell[][]): boolean =>
  columns.length > 2 &&
  !rows.some(cells => isMixed(cells.filter(({ column }) => column > 0))) &&
  columns.slice(1).some(cells => isMixed(cells))

/**
 * What each column is about: its heading, and what it says in words where each column tells of one thing.
 */
function columnHeadings([headings, ...rows]: Rows): (string | undefined)[] {
  const columns = columnsOf(rows)
  const byColumn = tellsByColumn(rows, columns)
  const texts: (string | undefined)[] = []
  for (const { column, prose } of headings)
    texts[column] = byColumn && column > 0 ? joined([prose.text, ...saidBy(columns[column] ?? [])]) : prose.text
  return texts
}

/** What the headings of columns that tell a date or figure are about: what stands under each, and the heading of them all. */
function aboutHeadings([headings, ...rows]: Rows): (cell: Cell) => string[] {
  const columns = columnsOf(rows)
  const ofAll = saidBy(headings.filter(({ column }) => column === 0))
  return ({ column, prose }) =>
    column === 0 || !hasDigit.test(prose.text) ? [] : [joined(saidBy(columns[column] ?? [])), ...ofAll].filter(text => text !== undefined)
}

function readRows(cursor: TreeCursor, text: string): Rows {
  const rows: Cell[][] = []
  if (!cursor.firstChild()) return rows
  do if (cursor.name === 'TableHeader' || cursor.name === 'TableRow') rows.push(readRow(cursor, text))
  while (cursor.nextSibling())
  return rows
}

/** The cells of a table, row by row, each with what its row and its column are about. */
export function readTable(table: Tree, text: string): LeafBlock[] {
  const rows = readRows(table.cursor(), text)
  if (rows.length === 0) return []
  const headings = columnHeadings(rows)
  const aboutHeading = aboutHeadings(rows)
  const headingsOf = (cells: readonly Cell[], cell: Cell): string[] =>
    cells === rows[0] ? aboutHeading(cell) : [rowHeading(cells, cell), headings[cell.column]].filter(heading => heading !== undefined)
  return rows.flatMap(cells => cells.filter(({ prose }) => prose.text !== '').map(cell => asBlock(cell, headingsOf(cells, cell))))
}
