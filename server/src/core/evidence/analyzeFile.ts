import { digestOf } from '../articles/digest'
import { readArticleBytes } from '../articles/readArticle'
import { analyzeArticle } from './articleAnalysis'
import { packArticle, type PackedArticle } from './storage/packedArticle'

/** What comes of a file: an article, with a word for the writer where something is odd about it, or why it is none. */
export type FileAnalysis =
  | {
      readonly article: PackedArticle
      /** {@link digestOf} the file. */
      readonly digest: string
      readonly warning: string | null
    }
  | { readonly skipped: string }

/** Reads and analyses a file's bytes: all the work on a source that needs nothing but itself, and so can be done anywhere. */
export function analyzeFile(uri: string, bytes: Uint8Array): FileAnalysis {
  const outcome = readArticleBytes(uri, bytes)
  if ('skipped' in outcome) return outcome
  return { article: packArticle(analyzeArticle(outcome.article)), digest: digestOf(bytes), warning: outcome.warning }
}
