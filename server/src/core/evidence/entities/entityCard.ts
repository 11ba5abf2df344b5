import type { ArticleMetadata } from '../../articles/article'
import type { Quote } from '../../grounding/judgement'
import type { EntityKind } from '../../recognize/entity'

/** A role of an entity with the article that gives it. */
export interface CardRole {
  readonly text: string
  readonly former: boolean
  readonly uri: string
  readonly publishedOn: string | null
}

/** A role with what is known of the article that gives it. */
export interface SourcedRole extends CardRole {
  readonly metadata: ArticleMetadata
}

/** What the articles together know of an entity. */
export interface EntityInfo {
  readonly id: number
  readonly name: string
  readonly kind: EntityKind
  /** Other forms of the name, the most used first. */
  readonly aliases: readonly string[]
  /** Each role with the latest article that gives it, the latest first. */
  readonly roles: readonly CardRole[]
  /** References ("he", "the ministry") included. */
  readonly mentions: number
  readonly articles: number
  /** ISO dates of the first and latest article that mentions it. */
  readonly firstOn: string | null
  readonly latestOn: string | null
}

/** Everything that a hover card shows of an entity. */
export interface EntityCard extends EntityInfo {
  readonly roles: readonly SourcedRole[]
  /** Whether articles of the same time give roles that cannot both be true. */
  readonly rolesDisagree: boolean
  /** Up to three: the one closest to the draft's sentence, the one that introduces the entity, the latest. */
  readonly quotes: readonly Quote[]
}

/** An offer to complete a name. */
export interface NameCompletion {
  readonly id: number
  readonly name: string
  readonly kind: EntityKind
  readonly role: string | null
  readonly articles: number
  readonly mentions: number
  /** The texts it may be found by: every word of name and aliases, initials. */
  readonly filterText: string
  /** What is inserted. */
  readonly insertText: string
}
