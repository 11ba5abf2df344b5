import type { ArticleMetadata } from '../../articles/article'
import { placeOf } from '../../text/lines'
import type { Span } from '../../text/span'
import type { Quote, QuotedText } from '../judgement'

/** Longest quote shown, in characters; more is cut on both sides of what it is about. */
const LONGEST = 400

/** Gives an article's text by its URI; undefined where it cannot be had any more. */
export type TextOf = (uri: string) => string | undefined

function window(sentence: Span, span: Span): Span {
  if (sentence.end - sentence.start <= LONGEST) return sentence
  const start = Math.max(sentence.start, Math.min(span.start - LONGEST / 2, sentence.end - LONGEST))
  return { start, end: Math.min(sentence.end, Math.max(start + LONGEST, span.end)) }
}

function readQuote(text: string, sentence: Span, span: Span): QuotedText {
  const shown = window(sentence, span)
  const fold = (part: string): string => part.replace(/\s+/g, ' ')
  const before = (shown.start > sentence.start ? '… ' : '') + fold(text.slice(shown.start, span.start)).trimStart()
  const about = fold(text.slice(span.start, span.end))
  const after = fold(text.slice(span.end, shown.end)).trimEnd() + (shown.end < sentence.end ? ' …' : '')
  return {
    quote: before + about + after,
    within: { start: before.length, end: before.length + about.length },
    range: { start: placeOf(text, span.start), end: placeOf(text, span.end) },
  }
}

const textsRead = new WeakMap<Quote, QuotedText>()

/** What a quote says, if it was asked for; undefined as long as its article was not read for it. */
export const textRead = (quote: Quote): QuotedText | undefined => textsRead.get(quote)

/**
 * Quotes a sentence of an article, with line breaks and runs of spaces as single spaces. The article is read when the text is first
 * asked for, since most evidence is never shown; where it cannot be read any more the text is empty.
 * @param span what the quote is about, in the article's text; it lies in `sentence`
 */
export function quoteSentence(textOf: TextOf, uri: string, metadata: ArticleMetadata, sentence: Span, span: Span): Quote {
  const read = (): QuotedText => {
    const known = textsRead.get(quote)
    if (known) return known
    const text = readQuote(textOf(uri) ?? '', sentence, span)
    textsRead.set(quote, text)
    return text
  }
  const quote: Quote = {
    uri,
    metadata,
    span,
    sentence,
    get quote() {
      return read().quote
    },
    get within() {
      return read().within
    },
    get range() {
      return read().range
    },
  }
  return quote
}

/** The same with its text as it was read before. */
export function quoteRead(read: QuotedText, uri: string, metadata: ArticleMetadata, sentence: Span, span: Span): Quote {
  const quote: Quote = { uri, metadata, span, sentence, ...read }
  textsRead.set(quote, read)
  return quote
}
