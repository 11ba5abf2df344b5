import type { Span } from '../text/span'

/** What a name names. */
export type EntityKind = 'person' | 'organization' | 'place' | 'other'

/** One occurrence of an entity: which passage of the document, and where in it. */
export interface Mention extends Span {
  readonly passage: number
  /** A name as such, or words that stand for it ("he", "the secretary"). */
  readonly form: 'name' | 'reference'
}

/** A role as the text gives it: "US Treasury Secretary". */
export interface Role {
  readonly text: string
  readonly passage: number
  readonly span: Span
  /** "former", "then", "late": held once. */
  readonly former: boolean
}

/** An entity as one document knows it. */
export interface DocumentEntity {
  /** The fullest form of the name in the document. */
  readonly name: string
  readonly kind: EntityKind
  /** Other forms of the name in the document, acronyms among them. */
  readonly aliases: readonly string[]
  readonly roles: readonly Role[]
  readonly mentions: readonly Mention[]
}
