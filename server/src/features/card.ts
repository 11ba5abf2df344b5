import type { MarkupContent } from 'vscode-languageserver'
import type { Quote } from '../core/grounding/judgement'
import { MarkupKind } from '../protocol/library'
import { excerptOf, onOneLine, sourceOf, type Excerpt } from './wording'

/** A quoted sentence on a card. */
export interface CardQuote extends Excerpt {
  readonly source: string
  /** Opens the article at the quote's line. */
  readonly link: string
}

/** What a hover or completion shows, as plain data. */
export interface Card {
  readonly heading: string
  /** Follows the heading on the same line, not in bold. */
  readonly remark: string
  readonly lines: readonly string[]
  readonly quotes: readonly CardQuote[]
  readonly footer: string
}

/** A quote in the form that cards show. */
export function cardQuote(quote: Quote): CardQuote {
  const { line, character } = quote.range.start
  return {
    ...excerptOf(quote.quote, quote.within),
    source: sourceOf(quote),
    link: `${quote.uri}#L${line + 1},${character + 1}`,
  }
}

/**
 * Escapes text from a draft or article so that Markdown shows it as it is: every character that CommonMark or GitHub's extension of it
 * could read as markup (CommonMark 0.31, 2.4), including those of an address that would become a link.
 */
export const escapeMarkdown = (text: string): string =>
  onOneLine(text)
    .trim()
    .replace(/[\\`*_{}[\]()<>#+\-.!|~&:@$=^/]/g, '\\$&')

/** An excerpt with its value in bold. Bold does not work next to spaces, so these stay outside. */
function markdownExcerpt({ before, value, after }: Excerpt): string {
  const gap = (text: string, at: number): string => (/\s/.test(text.at(at) ?? '') ? ' ' : '')
  return `${escapeMarkdown(before)}${gap(before, -1)}**${escapeMarkdown(value)}**${gap(after, 0)}${escapeMarkdown(after)}`.trim()
}

const isFilled = (text: string): boolean => text !== ''

/** Compact, because editors show little of a card at once: the facts as lines of one paragraph, then a paragraph per quote. */
function markdownOf(card: Card): string {
  const heading = `**${escapeMarkdown(card.heading)}**${card.remark && ` · ${escapeMarkdown(card.remark)}`}`
  const facts = [heading, ...card.lines.map(escapeMarkdown)].filter(isFilled).join('  \n')
  const quotes = card.quotes.map(quote => `“${markdownExcerpt(quote)}” — [${escapeMarkdown(quote.source)}](${quote.link})`)
  const footer = card.footer && `*${escapeMarkdown(card.footer)}*`
  return [facts, ...quotes, footer].filter(isFilled).join('\n\n')
}

function plainTextOf(card: Card): string {
  const heading = [card.heading, card.remark].filter(isFilled).join(' · ')
  const quotes = card.quotes.map(({ before, value, after, source }) => `“${`${before}${value}${after}`.trim()}” — ${source}`)
  const facts = [heading, ...card.lines].filter(isFilled).join('\n')
  return [facts, ...quotes, card.footer].filter(isFilled).join('\n\n')
}

/** The card in the format that the client can show. */
export const renderCard = (card: Card, markdown: boolean): MarkupContent =>
  markdown ? { kind: MarkupKind.Markdown, value: markdownOf(card) } : { kind: MarkupKind.PlainText, value: plainTextOf(card) }
