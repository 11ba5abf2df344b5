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
  readonly votes: KindVotes
  /** The role written before the name ("US Treasury Secretary"), as a token range. */
  readonly office: TokenRange | null
}

export interface TokenRange {
  readonly first: number
  readonly last: number
}

const kinds: readonly EntityKind[] = ['person', 'organization', 'place', 'other']

/** The kind that most speaks for; the earlier of equals in the order person, organisation, place, other. */
export const bestKind = (votes: KindVotes): EntityKind => kinds.reduce((best, kind) => (votes[kind] > votes[best] ? kind : best))
