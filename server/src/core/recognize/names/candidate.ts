import type { EntityKind } from '../entity'
import type { Run } from './capitalRuns'

/** How much speaks for each kind of name. */
export interface KindVotes {
  person: number
  organization: number
  place: number
  other: number
}

/** One occurrence of a name, before occurrences are put together. */
export interface NameCandidate {
  readonly passage: number
  readonly sentence: number
  /** Tokens of the passage, `last` not included. */
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly atoms: Run
  readonly text: string
  readonly key: string
  /** The key of what it names, as far as the name alone tells. */
  readonly entity: string
  /** What the name says of its kind by itself, and what the words around it say. */
  readonly form: KindVotes
  readonly context: KindVotes
  /** The role written before the name ("US Treasury Secretary"), as a token range. */
  readonly office: TokenRange | null
  /** {@link WordClass} flags of the office that tell a woman or a man: "Mrs", "Congressman". */
  readonly genderOfOffice: number
}

export interface TokenRange {
  readonly first: number
  readonly last: number
}

const kinds: readonly EntityKind[] = ['organization', 'person', 'place', 'other']

/** The kind that most speaks for; of equals the first in the order organisation, person, place, other. */
export const bestKind = (votes: KindVotes): EntityKind => kinds.reduce((best, kind) => (votes[kind] > votes[best] ? kind : best))

/** Occurrences of names that mean one thing. */
export interface NameGroup {
  /** The words of its fullest form, by {@link nameKey}. */
  words: readonly string[]
  key: string
  kind: EntityKind
  votes: KindVotes
  readonly members: NameCandidate[]
}
