import type { Article } from './articles/article'
import type { EntityCard, NameCompletion } from './evidence/entities/entityCard'
import type { Columns } from './evidence/storage/columns'
import type { PackedArticle } from './evidence/storage/packedArticle'
import type { Judgement, Quote } from './grounding/judgement'
import type { Sensitivity } from './grounding/verdict'
import type { ServiceState, StateOnDisk } from './keptDraft'
import type { Steps } from './steps'
import type { Block } from './text/blocks'
import type { Span } from './text/span'

export type { Sensitivity }

/** A draft as read: its blocks, and the ranges that directives take out of judgement. */
export interface Draft {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** One article in the index. */
export interface ArticleSummary {
  readonly uri: string
  readonly title: string | null
  readonly publisher: string | null
  readonly publishedOn: string | null
  readonly citekey: string | null
}

/** A name in a draft that the sources know. */
export interface NameInDraft {
  readonly span: Span
  readonly entity: number
}

/** A name in a draft that looks misspelt, or a role that the sources give to somebody else. */
export interface NameProblem {
  readonly kind: 'misspelled' | 'role'
  readonly span: Span
  readonly text: string
  readonly entity: number
  /** What the sources write in its place. */
  readonly suggestion: string
}

/**
 * What was found in one block of a draft, each part in order, with spans in the block's prose. The same object as long as nothing of it
 * changes, wherever the block moves.
 */
export interface BlockFindings {
  readonly judgements: readonly Judgement[]
  readonly problems: readonly NameProblem[]
}

/** Findings and the block that they are in. */
export interface PlacedFindings {
  readonly block: Block
  readonly findings: BlockFindings
}

/** A stretch of a draft that takes part in completion, and what fits there. */
export interface CompletionOffer {
  /** The part of the draft that an accepted name replaces. */
  readonly replace: Span
  readonly items: readonly NameCompletion[]
  /** Whether more would fit than are listed. */
  readonly incomplete: boolean
}

/**
 * The language service: articles in, drafts in, answers out. It does no input or output of its own and never throws on any text.
 * All offsets are UTF-16 code units of the document they are in.
 */
export interface Groundcheck {
  /** Adds an article or puts it in the place of the one with the same URI. */
  setArticle(article: Article): void
  /** The same with an article that was analysed elsewhere. */
  setPackedArticle(article: PackedArticle): void
  /** Takes an article out; false when there was none. */
  removeArticle(uri: string): boolean
  articles(): readonly ArticleSummary[]
  /** The article with a citation key; the last of several. */
  articleCited(citekey: string): ArticleSummary | undefined
  /** All that is known of the articles, as long arrays: to be written down. No article may come or go between two steps. */
  columns(): Steps<Columns>
  /** Takes over what {@link columns} gave just now, so that what it holds need not be kept besides. No answer changes. */
  settle(columns: Columns): void
  /** Takes over the articles that {@link columns} gave, maybe in another process over the same bytes, in the place of all others. */
  replace(columns: Columns): void
  /** Grows with every article that comes, changes or goes. */
  readonly revision: number
  /** The state that what is kept of drafts belongs to. */
  state(): ServiceState
  /** Grows with every change of articles or settings: equal generations give equal answers. */
  readonly generation: number
  setSensitivity(sensitivity: Sensitivity): void

  /**
   * Reads a draft. With the draft as it was before, what did not change is not read again.
   * @param kept what {@link keepDraft} gave at an earlier start, with the state of this service that has the articles of then
   */
  readDraft(text: string, previous?: Draft, kept?: StateOnDisk & { readonly draft: string }): Draft
  /** What is known of a draft, to be kept with the articles that are on disk under an id; undefined where just that is kept already. */
  keepDraft(draft: Draft, id: string): string | undefined
  /** The verdict on every figure and date of a draft, in order. */
  judge(draft: Draft): readonly Judgement[]
  /** The verdict on the figure or date at an offset, its end included; undefined where there is none. */
  judgementAt(draft: Draft, offset: number): Judgement | undefined
  /** The names in a draft that the sources know, in order. */
  namesIn(draft: Draft): readonly NameInDraft[]
  /** The name at an offset, its end included; of a misspelt one the name that is meant. */
  nameAt(draft: Draft, offset: number): NameInDraft | undefined
  /** Judges a draft block by block until all is judged or it is `enough`; true when all is, and {@link findings} takes no time. */
  prepare(draft: Draft, enough: () => boolean): boolean
  /**
   * The same without blocks of which only the headings above or the day of the draft changed: an edit of the title would have all of
   * them judged again with every keystroke. {@link findings} has what was found of them before until they are prepared too.
   */
  prepareEdited(draft: Draft, enough: () => boolean): boolean
  /** Reads a draft for names block by block until all are read or it is `enough`; true when all are, and {@link complete} need not. */
  prepareNames(draft: Draft, enough: () => boolean): boolean
  /** What is to be said of a draft: the verdicts of the blocks where not all is supported, names and roles that the sources write otherwise. */
  findings(draft: Draft): readonly PlacedFindings[]
  /** Takes forms of one name, given by the writer, for one entity: `[["WTO", "World Trade Organization"]]`. */
  setAliases(sets: readonly (readonly string[])[]): void
  /** Who or what an entity is; quotes nearest to the draft's sentence at `offset` where a draft is given. */
  card(entity: number, near?: { readonly draft: Draft; readonly offset: number }): EntityCard | null
  /** Every mention of an entity in the articles. */
  mentionsOf(entity: number): Iterable<Quote>
  /** Names that fit at a place in a draft; null where names are not offered (code, link targets, front matter). */
  complete(draft: Draft, offset: number): CompletionOffer | null
  /** Entities whose name matches a query, best first. */
  findEntities(query: string): readonly EntityCard[]
}
