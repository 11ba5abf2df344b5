import { eachInSteps, type Steps } from '../../steps'
import { pack, unpack } from './packing'
import type { Texts } from './texts'

/** One long array of numbers. */
export type Column = Uint8Array | Uint16Array | Int32Array | Float64Array

/** Arrays by name: what a snapshot of the index is made of. Loaded, they are views of one stretch of memory, so that nothing is built. */
export type Columns = Readonly<Record<string, Column>>

const makers = {
  u8: (buffer: ArrayBuffer, offset: number, length: number) => new Uint8Array(buffer, offset, length),
  u16: (buffer: ArrayBuffer, offset: number, length: number) => new Uint16Array(buffer, offset, length),
  i32: (buffer: ArrayBuffer, offset: number, length: number) => new Int32Array(buffer, offset, length),
  f64: (buffer: ArrayBuffer, offset: number, length: number) => new Float64Array(buffer, offset, length),
} as const

type Kind = keyof typeof makers

/** All columns begin at a multiple of this, as the widest of them has to. */
const ALIGNMENT = 8

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return 'u8'
  if (column instanceof Uint16Array) return 'u16'
  return column instanceof Int32Array ? 'i32' : 'f64'
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Column): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

/** Bytes in parts whose lengths are multiples of {@link ALIGNMENT}, zeros after them. */
function padded(bytes: Uint8Array): Uint8Array[] {
  const rest = bytes.length % ALIGNMENT
  if (rest === 0) return [bytes]
  const last = new Uint8Array(ALIGNMENT)
  last.set(bytes.subarray(bytes.length - rest))
  return [bytes.subarray(0, bytes.length - rest), last]
}

/** The name of a column, its {@link Kind}, where it begins after the directory, and its length in numbers. */
type Entry = readonly [name: string, kind: Kind, offset: number, length: number]

/**
 * Columns as bytes, to be written one part after another: the length of a directory, the directory, the columns. All parts have lengths
 * that are multiples of 8.
 */
export function writeColumns(columns: Columns): Uint8Array[] {
  let offset = 0
  const directory = Object.entries(columns).map(([name, column]): Entry => {
    const entry: Entry = [name, kindOf(column), offset, column.length]
    offset += aligned(column.byteLength)
    return entry
  })
  const packed = pack(directory)
  const length = new Uint8Array(Int32Array.of(packed.length, 0).buffer)
  return [length, ...padded(packed), ...Object.values(columns).flatMap(column => padded(bytesOf(column)))]
}

/** The columns in bytes that {@link writeColumns} wrote. Throws a RangeError for other bytes. */
export function readColumns(buffer: ArrayBuffer): Columns {
  const [length] = new Int32Array(buffer, 0, 1)
  const start = ALIGNMENT + aligned(length)
  const directory = unpack(new Uint8Array(buffer, ALIGNMENT, length)) as unknown as readonly Entry[]
  return Object.fromEntries(directory.map(([name, kind, offset, count]) => [name, makers[kind](buffer, start + offset, count)]))
}

/** Texts as two columns. */
export const textColumns = (name: string, { units, starts }: Texts): Columns => ({ [name]: units, [`${name}.starts`]: starts })

/** Texts of two columns. */
export const textsIn = (columns: Columns, name: string): Texts => ({
  units: columns[name] as Texts['units'],
  starts: columns[`${name}.starts`] as Int32Array,
})

/** Lists of numbers, one after another: those of row `i` are `items` from `starts[i]` to `starts[i + 1]`. */
export interface Rows {
  readonly items: Int32Array
  readonly starts: Int32Array
}

/** The list of a row, as a view. */
export const rowAt = ({ items, starts }: Rows, row: number): Int32Array => items.subarray(starts[row], starts[row + 1])

/** Puts lists together: `listOf` gives the one for each of some sources. */
export function* rowsInSteps<T>(sources: ArrayLike<T> & Iterable<T>, listOf: (source: T) => ArrayLike<number>): Steps<Rows> {
  const starts = new Int32Array(sources.length + 1)
  yield* eachInSteps(sources, (source, row) => (starts[row + 1] = starts[row] + listOf(source).length))
  const items = new Int32Array(starts[sources.length])
  yield* eachInSteps(sources, (source, row) => items.set(listOf(source), starts[row]))
  return { items, starts }
}

/** Lists as two columns. */
export const rowColumns = (name: string, { items, starts }: Rows): Columns => ({ [name]: items, [`${name}.starts`]: starts })

/** Lists of two columns. */
export const rowsIn = (columns: Columns, name: string): Rows => ({
  items: columns[name] as Int32Array,
  starts: columns[`${name}.starts`] as Int32Array,
})
