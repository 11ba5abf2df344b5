import type { Prose } from './prose'
import type { Span } from './span'

/** What a block of a document is. A table consists of its cells. */
export type BlockKind = 'heading' | 'paragraph' | 'listItem' | 'tableCell' | 'quote' | 'caption'

/** One block of prose of a document, draft or article. */
export interface Block {
  readonly kind: BlockKind
  /** Where the block is in its document, markup included. */
  readonly span: Span
  readonly prose: Prose
  /**
   * Text elsewhere in the document that says what the block is about, nearest first: the headings above it; before those, for a table
   * cell, its row and column headings and the table's caption, and for a list item, the sentence that leads into the list.
   */
  readonly context: readonly string[]
}
