import type { BlockKind } from '../blocks'
import type { Prose } from '../prose'

/** One block of prose within a leaf of the syntax tree: a paragraph, a cell of a table. Offsets count from the leaf's start. */
export interface LeafBlock {
  readonly kind: BlockKind
  readonly from: number
  readonly to: number
  readonly prose: Prose
  /** The headings of the cell's row and column; empty for other kinds. */
  readonly headings: readonly string[]
}
