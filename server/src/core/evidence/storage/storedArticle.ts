import type { ArticleMetadata } from '../../articles/article'
import { detached } from '../../text/prose'
import type { ArticleAnalysis, ArticleWords } from '../articleAnalysis'
import type { ArticleEntry } from './articleTable'
import { packValues, unpackValues } from './packedValues'
import { pack, unpack } from './packing'

/** What is kept of an article: packed, as there is no room for objects in an archive of many articles. */
export interface StoredArticle {
  readonly uri: string
  readonly metadata: ArticleMetadata
  /** {@link ArticleWords}. */
  readonly words: Uint8Array
  /** {@link ArticleAnalysis.values}. */
  readonly values: Uint8Array
}

/** A copy: the texts of the original are pieces of the article. */
function copied({ title, publisher, author, publishedOn, url, citekey }: ArticleMetadata): ArticleMetadata {
  const copy = (text: string | null): string | null => (text === null ? null : detached(text))
  return {
    title: copy(title),
    publisher: copy(publisher),
    author: copy(author),
    publishedOn: copy(publishedOn),
    url: copy(url),
    citekey: copy(citekey),
  }
}

/** Packs what is kept of an article. None of it keeps the article's text in memory. */
export function storeArticle({ uri, metadata, values, ...article }: ArticleAnalysis): StoredArticle {
  const { concepts, roles, sentences, attributions, sentenceSpans } = article
  return {
    uri,
    metadata: copied(metadata),
    words: pack({ concepts, roles, sentences, attributions, sentenceSpans }),
    values: packValues(values),
  }
}

/** Bytes that say how long the words are. */
const HEAD = 4

/** Words and values in one piece, as a {@link ByteStore} keeps them. */
export function joinParts({ words, values }: StoredArticle): Uint8Array {
  const bytes = new Uint8Array(HEAD + words.length + values.length)
  new DataView(bytes.buffer).setUint32(0, words.length)
  bytes.set(words, HEAD)
  bytes.set(values, HEAD + words.length)
  return bytes
}

function parts(bytes: Uint8Array): Pick<StoredArticle, 'words' | 'values'> {
  const end = HEAD + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return { words: bytes.subarray(HEAD, end), values: bytes.subarray(end) }
}

/** Unpacks the words of an article from what {@link joinParts} made. */
export const openWords = (bytes: Uint8Array): ArticleWords => unpack(parts(bytes).words) as unknown as ArticleWords

/** Unpacks an article from what {@link joinParts} made. */
export function openArticle({ uri, metadata }: ArticleEntry, bytes: Uint8Array): ArticleAnalysis {
  const { words, values } = parts(bytes)
  return {
    uri,
    metadata,
    ...(unpack(words) as unknown as ArticleWords),
    values: unpackValues(values),
  }
}
