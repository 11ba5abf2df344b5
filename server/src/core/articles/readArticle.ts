import { readMarkdown } from '../text/markdown'
import { readPlainText } from '../text/plainText'
import type { Article } from './article'
import { decodeText } from './decode'
import { readFrontMatter } from './frontMatter'
import { findMetadata } from './metadata'
import { findNoise } from './noise'

/** How an article's text is written. */
export type ArticleFormat = 'markdown' | 'text'

/** An article read from a file's bytes, or why it could not be. */
export type ReadOutcome = { readonly article: Article; readonly warning: string | null } | { readonly skipped: string }

function read(uri: string, text: string, format: ArticleFormat): { article: Article; warning: string | null } {
  const { metadata: given, warning, end } = readFrontMatter(text)
  const blocks = format === 'markdown' ? readMarkdown(text).blocks : readPlainText(text, end)
  const noise = findNoise(blocks)
  const metadata = findMetadata(given, uri, blocks, noise)
  const told = blocks.map(({ kind, span, prose, context }, at) => ({ kind, span, prose, context, noise: noise[at] }))
  return { article: { uri, text, metadata, blocks: told }, warning }
}

/**
 * Reads a source document.
 * @param uri what the article is called by
 * @param text its decoded text; any text is an article, and nothing makes it throw
 * @param format Markdown, or plain text as copied from a page
 */
export function readArticle(uri: string, text: string, format: ArticleFormat): Article {
  return read(uri, text, format).article
}

/** The format that a file's name tells. */
export const formatOf = (uri: string): ArticleFormat => (/\.(?:md|markdown|mdown|mkd|mkdn|mdx|qmd|rmd)$/i.test(uri) ? 'markdown' : 'text')

/**
 * Reads a source document from a file's bytes.
 * @returns the article, or in words for the writer why there is none: empty, or not text
 */
export function readArticleBytes(uri: string, bytes: Uint8Array): ReadOutcome {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { skipped: decoded.problem }
  if (decoded.text.trim() === '') return { skipped: 'the file is empty' }
  return read(uri, decoded.text, formatOf(uri))
}
