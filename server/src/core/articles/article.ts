import type { Block } from '../text/blocks'

/** What is known of an article besides its text. */
export interface ArticleMetadata {
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  /** ISO date, YYYY-MM-DD. */
  readonly publishedOn: string | null
  readonly url: string | null
  readonly citekey: string | null
}

/** Why a block of an article gives no evidence. */
export type Noise = 'share' | 'teaser' | 'credit' | 'comments' | 'boilerplate'

export interface ArticleBlock extends Block {
  /** Set where the block is web noise around the article and not the article itself. */
  readonly noise: Noise | null
}

/** One source document, read. Offsets in blocks are in `text`, the decoded file. */
export interface Article {
  readonly uri: string
  readonly text: string
  readonly metadata: ArticleMetadata
  readonly blocks: readonly ArticleBlock[]
}
