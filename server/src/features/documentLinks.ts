import type { DocumentLink } from 'vscode-languageserver'
import type { Span } from '../core/text/span'
import { rangeOf, type DraftView } from './view'

/** A citation key in a draft, without its @. */
interface Citation extends Span {
  readonly key: string
}

// Pandoc's form: @key or @{key}, not within a word (an address). A key ends with a letter, digit or underscore.
const keys = /(?<![\p{L}\p{N}_.@])@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]{0,200}))/gu

/** The citation keys in a stretch of Markdown that starts at `offset`. */
function citationsIn(markdown: string, offset: number): Citation[] {
  return [...markdown.matchAll(keys)].map(({ 0: match, 1: braced, 2: plain, index }) => {
    const key = braced ?? plain.replace(/[^\p{L}\p{N}_]+$/u, '')
    const start = offset + index + match.indexOf(key)
    return { key, start, end: start + key.length }
  })
}

/** Links from citations (`[@key]`) to the articles that have these keys. Code and front matter hold no citations. */
export function provideDocumentLinks({ document, draft, groundcheck }: DraftView): DocumentLink[] {
  const citations = draft.blocks.flatMap(({ span }) => citationsIn(draft.text.slice(span.start, span.end), span.start))
  return citations.flatMap(citation => {
    const article = groundcheck.articleCited(citation.key)
    return article ? [{ range: rangeOf(document, citation), target: article.uri, tooltip: article.title ?? citation.key }] : []
  })
}
