import type { ArticleMetadata } from '../articles/article'
import type { ArticleAnalysis, ArticleValue, ArticleWords } from './articleAnalysis'
import { pack, unpack, type Packable } from './packing'

/** What is kept of an article: packed, as there is no room for objects in an archive of many articles. */
export interface StoredArticle {
  readonly uri: string
  readonly metadata: ArticleMetadata
  /** {@link ArticleWords}. */
  readonly words: Uint8Array
  /** {@link ArticleAnalysis.values}. */
  readonly values: Uint8Array
}

/** Packs what is kept of an article. None of it keeps the article's text in memory. */
export function storeArticle({ uri, metadata, values, ...article }: ArticleAnalysis): StoredArticle {
  const { concepts, roles, sentences, sentenceSpans } = article
  return {
    uri,
    // a copy: the texts of the original are pieces of the article
    metadata: unpack(pack({ ...metadata })) as unknown as ArticleMetadata,
    words: pack({ concepts, roles, sentences, sentenceSpans }),
    values: pack(values as unknown as Packable),
  }
}

/** Unpacks the words of an article. */
export const openWords = ({ words }: StoredArticle): ArticleWords => unpack(words) as unknown as ArticleWords

/** Unpacks an article. */
export const openArticle = (stored: StoredArticle): ArticleAnalysis => ({
  uri: stored.uri,
  metadata: stored.metadata,
  ...openWords(stored),
  values: unpack(stored.values) as unknown as readonly ArticleValue[],
})
