import type { Location, Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Judgement, Quote } from '../core/grounding/judgement'
import type { Draft, Groundcheck, NameInDraft } from '../core/service'
import type { Span } from '../core/text/span'
import type { ClientProfile } from '../protocol/clientProfile'
import type { Settings } from '../settings/settings'
import type { ArticleTexts } from '../sources/articleTexts'

/** What features need besides a draft. */
export interface Surroundings {
  readonly groundcheck: Groundcheck
  readonly articles: ArticleTexts
  readonly client: ClientProfile
}

/** A draft with everything that a feature needs to answer questions about it. */
export interface DraftView extends Surroundings {
  readonly document: TextDocument
  readonly draft: Draft
  readonly settings: Settings
}

/** The range of a span of a document. */
export const rangeOf = (document: TextDocument, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
})

/** The verdict on the figure or date at a place of the draft, its end included. */
export const judgementAt = ({ document, draft, groundcheck }: DraftView, position: Position): Judgement | undefined =>
  groundcheck.judgementAt(draft, document.offsetAt(position))

/** The name at a place of the draft, its end included; for a misspelt name, the one that is meant. */
export const nameAt = ({ document, draft, groundcheck }: DraftView, position: Position): NameInDraft | undefined =>
  groundcheck.nameAt(draft, document.offsetAt(position))

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** The range of a span of an article; the top of the article if its text can no longer be read. */
export function articleRange(articles: ArticleTexts, uri: string, span: Span): Range {
  const document = articles.document(uri)
  return document ? rangeOf(document, span) : top
}

/** The location in a source of the name, figure or date that a quote is about. */
export const locationOf = ({ uri, range }: Quote): Location => ({ uri, range })
