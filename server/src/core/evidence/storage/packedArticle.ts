import { conceptsOfArticle, type AnalyzedArticle } from '../articleAnalysis'
import type { LocatedEntity } from '../entities/locate'
import { pack, unpack, type Packable } from './packing'
import { storeArticle, type StoredArticle } from './storedArticle'

/** All that is kept of an analysed article, as plain bytes and short texts: to be sent between threads and written down. */
export interface PackedArticle extends StoredArticle {
  /** Its different concepts, function words left out. */
  readonly concepts: Int32Array
  /** Its {@link LocatedEntity}s. */
  readonly entities: Uint8Array
}

/** Packs an analysed article. None of it keeps the article's text in memory. */
export const packArticle = (article: AnalyzedArticle): PackedArticle => ({
  ...storeArticle(article),
  concepts: conceptsOfArticle(article),
  entities: pack(article.entities as unknown as Packable),
})

/** The entities of a packed article. */
export const entitiesOf = ({ entities }: PackedArticle): readonly LocatedEntity[] => unpack(entities) as unknown as readonly LocatedEntity[]
