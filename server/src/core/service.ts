import type { Article } from './articles/article'
import type { EntityCard, NameCompletion } from './evidence/entities/entityCard'
import type { Columns } from './evidence/storage/columns'
import type { PackedArticle } from './evidence/storage/packedArticle'
import type { Judgement, Quote } from './grounding/judgement'
import type { Sensitivity } from './grounding/decision/verdict'
import type { Steps } from './steps'
import type { Block } from './text/blocks'
import type { Span } from './text/span'

export type { Sensitivity }

/** A draft as read. */
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

/** A name in a draft that looks misspelt, or a role in front of a name that the sources give differently. */
export interface NameProblem {
  readonly kind: 'misspelled' | 'role'
  readonly span: Span
  readonly text: string
  readonly entity: number
  /** What the sources write instead. */
  readonly suggestion: string
}

/**
 * What was found in one block of a draft, each list in order, with spans in the block's prose. It stays the same object as long as none of
 * it changes, wherever the block moves.
 */
export interface BlockFindings {
  readonly judgements: readonly Judgement[]
  readonly problems: readonly NameProblem[]
}

/** Findings with their block. */
export interface PlacedFindings {
  readonly block: Block
  readonly findings: BlockFindings
}

/** The names that complete what was typed at a place of a draft. */
export interface CompletionOffer {
  /** The part of the draft that an accepted name replaces. */
  readonly replace: Span
  readonly items: readonly NameCompletion[]
  /** Whether more names fit than are listed. */
  readonly incomplete: boolean
}

/** The state of a service: of its articles, and of the names in them. */
export interface ServiceState {
  readonly revision: number
  readonly namesRevision: number
}

/** The state of a service whose articles are on disk under an id. */
export interface StateOnDisk extends ServiceState {
  readonly id: string
}

/**
 * The language service: articles and drafts in, answers out. It does no input or output of its own and does not throw on any text.
 * All offsets are UTF-16 code units of the document they belong to.
 */
export interface Groundcheck {
  /** Adds an article, or replaces the one with the same URI. */
  setArticle(article: Article): void
  /** The same for an article that was analysed elsewhere. */
  setPackedArticle(article: PackedArticle): void
  /** Removes an article. @returns false if there was none */
  removeArticle(uri: string): boolean
  articles(): readonly ArticleSummary[]
  /** The article with a citation key; the last if there are several. */
  articleCited(citekey: string): ArticleSummary | undefined
  /** Everything known of the articles, as long arrays to be saved. The articles must not change between two steps. */
  columns(): Steps<Columns>
  /** Adopts what {@link columns} has just returned, which frees the memory of what it replaces. No answer changes. */
  settle(columns: Columns): void
  /** Replaces all articles by those that {@link columns} returned, perhaps in another process with the same byte store. */
  replace(columns: Columns): void
  /** Grows with every article that is added, changed or removed. */
  readonly revision: number
  /** The state of the articles, to which kept drafts belong. */
  state(): ServiceState
  /** Grows with every change of articles or settings: with the same generation, answers are the same. */
  readonly generation: number
  setSensitivity(sensitivity: Sensitivity): void

  /**
   * Reads a draft.
   * @param previous the draft as it was before: what did not change is not read again
   * @param kept what {@link keepDraft} returned at an earlier start, with the state of this service that has the same articles
   */
  readDraft(text: string, previous?: Draft, kept?: StateOnDisk & { readonly draft: string }): Draft
  /** What is known of a draft, to be kept along with the index saved under `id`; undefined if exactly that is kept already. */
  keepDraft(draft: Draft, id: string): string | undefined
  /** The verdict on every figure and date of a draft, in order. */
  judge(draft: Draft): readonly Judgement[]
  /** The verdict on the figure or date at an offset, its end included; undefined if there is none. */
  judgementAt(draft: Draft, offset: number): Judgement | undefined
  /** The names in a draft that the sources know, in order. */
  namesIn(draft: Draft): readonly NameInDraft[]
  /** The name at an offset, its end included; for a misspelt name, the one that is meant. */
  nameAt(draft: Draft, offset: number): NameInDraft | undefined
  /** Judges a draft block by block until `enough` says to stop. @returns whether all is judged, so that {@link findings} takes no time */
  prepare(draft: Draft, enough: () => boolean): boolean
  /**
   * The same, but leaves out blocks of which only the headings or the draft's date changed: editing the title would otherwise have all of
   * them judged again at every keystroke. Until they are prepared too, {@link findings} has what was found in them before.
   */
  prepareEdited(draft: Draft, enough: () => boolean): boolean
  /** Finds a draft's names block by block until `enough` says to stop. @returns whether all are found, so that {@link complete} need not */
  prepareNames(draft: Draft, enough: () => boolean): boolean
  /** What there is to say about a draft: the verdicts in blocks where not everything is supported, and problems with names. */
  findings(draft: Draft): readonly PlacedFindings[]
  /** Sets the names that the writer declares to be the same entity: `[["WTO", "World Trade Organization"]]`. */
  setAliases(sets: readonly (readonly string[])[]): void
  /** Who or what an entity is, with quotes; those closest to the draft's sentence first if `near` is given. Null for an unknown entity. */
  card(entity: number, near?: { readonly draft: Draft; readonly offset: number }): EntityCard | null
  /** Every mention of an entity in the articles. */
  mentionsOf(entity: number): Iterable<Quote>
  /** The names that fit at an offset of a draft; null where names are not offered (code, link targets, front matter). */
  complete(draft: Draft, offset: number): CompletionOffer | null
  /** Entities whose name matches a query, best first. */
  findEntities(query: string): readonly EntityCard[]
}
