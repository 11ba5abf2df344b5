import type { Prose } from './prose'
import type { Span } from './span'

/** What a block of a document is. A table is given cell by cell. */
export type BlockKind = 'heading' | 'paragraph' | 'listItem' | 'tableCell' | 'quote' | 'caption'

/** One block of prose of a document, draft or article. */
export interface Block {
  readonly kind: BlockKind
  /** The block in its document, markup included. */
  readonly span: Span
  readonly prose: Prose
  /**
   * Words elsewhere in the document that give the block its subject, nearest first: the headings above it; for a table cell its
   * row and column headings and the table's caption before those; for a list item the sentence that leads the list in.
   */
  readonly context: readonly string[]
}
