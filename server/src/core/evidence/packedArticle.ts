import { digestOf } from '../articles/digest'
import { readArticleBytes } from '../articles/readArticle'
import { analyzeArticle, conceptsOfArticle, type AnalyzedArticle } from './articleAnalysis'
import type { LocatedEntity } from './entities/locate'
import { pack, unpack, type Packable } from './packing'
import { storeArticle, type StoredArticle } from './storedArticle'

/** All that is kept of an analysed article, as plain bytes and short texts: to be sent between threads and written down. */
export interface PackedArticle extends StoredArticle {
  /** Its different concepts, function words left out. */
  readonly concepts: Int32Array
  /** Its {@link LocatedEntity}s. */
  readonly entities: Uint8Array
}

/** What comes of a file: an article, with a word for the writer where something is odd about it, or why it is none. */
export type FileAnalysis =
  | {
      readonly article: PackedArticle
      /** {@link digestOf} the file. */
      readonly digest: string
      readonly warning: string | null
    }
  | { readonly skipped: string }

/** Packs an analysed article. None of it keeps the article's text in memory. */
export const packArticle = (article: AnalyzedArticle): PackedArticle => ({
  ...storeArticle(article),
  concepts: conceptsOfArticle(article),
  entities: pack(article.entities as unknown as Packable),
})

/** The entities of a packed article. */
export const entitiesOf = ({ entities }: PackedArticle): readonly LocatedEntity[] => unpack(entities) as unknown as readonly LocatedEntity[]

/** Reads and analyses a file's bytes: all the work on a source that needs nothing but itself, and so can be done anywhere. */
export function analyzeFile(uri: string, bytes: Uint8Array): FileAnalysis {
  const outcome = readArticleBytes(uri, bytes, { maxBytes: Infinity })
  if ('skipped' in outcome) return outcome
  return { article: packArticle(analyzeArticle(outcome.article)), digest: digestOf(bytes), warning: outcome.warning }
}
