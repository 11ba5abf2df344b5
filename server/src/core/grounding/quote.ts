import type { ArticleMetadata } from '../articles/article'
import type { Span } from '../text/span'
import type { Quote } from './judgement'

/** Longest quote shown, in characters; more is cut on both sides of what it is about. */
const LONGEST = 400

/** Gives an article's text by its URI; undefined where it cannot be had any more. */
export type TextOf = (uri: string) => string | undefined

function window(sentence: Span, span: Span): Span {
  if (sentence.end - sentence.start <= LONGEST) return sentence
  const start = Math.max(sentence.start, Math.min(span.start - LONGEST / 2, sentence.end - LONGEST))
  return { start, end: Math.min(sentence.end, Math.max(start + LONGEST, span.end)) }
}

/**
 * Quotes a sentence of an article.
 * @param span what the quote is about, in the article's text; it lies in `sentence`
 * @returns the quote, with line breaks and runs of spaces as single spaces; empty text where the article cannot be read any more
 */
export function quoteSentence(textOf: TextOf, uri: string, metadata: ArticleMetadata, sentence: Span, span: Span): Quote {
  const text = textOf(uri) ?? ''
  const shown = window(sentence, span)
  const fold = (part: string): string => part.replace(/\s+/g, ' ')
  const before = (shown.start > sentence.start ? '… ' : '') + fold(text.slice(shown.start, span.start)).trimStart()
  const about = fold(text.slice(span.start, span.end))
  const after = fold(text.slice(span.end, shown.end)).trimEnd() + (shown.end < sentence.end ? ' …' : '')
  return {
    uri,
    metadata,
    span,
    sentence,
    quote: before + about + after,
    within: { start: before.length, end: before.length + about.length },
  }
}
