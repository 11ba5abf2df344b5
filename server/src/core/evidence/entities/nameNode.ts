import type { EntityKind } from '../../recognize/entity'
import { pack, unpack } from '../storage/packing'

export const entityKinds: readonly EntityKind[] = ['person', 'organization', 'place', 'other']

/** Texts with how many articles use each. */
export interface Tally {
  readonly texts: string[]
  readonly counts: number[]
}

/** A role as one article gives it. */
export interface GivenRole {
  readonly text: string
  readonly former: boolean
  /** Number of the article. */
  readonly document: number
}

/** What only cards and the like ask of a name. */
export interface NameDetails {
  /** The name as it is written. */
  readonly forms: Tally
  /** Keys of the names it may go by ("bessent" for "Scott Bessent"). */
  readonly keys: Tally
  /** The roles that articles give it. */
  readonly roles: readonly GivenRole[]
}

/**
 * One name across all articles: every article that names somebody so adds to it. Short names ("Bessent") are nodes of their own,
 * which the rules of `links.ts` lead to the full name while the articles leave no doubt, so that articles may come and go in any order.
 */
export interface NameNode extends NameDetails {
  readonly id: number
  readonly key: string
  /** Number of articles that take it for each of {@link entityKinds}. */
  readonly kinds: ArrayLike<number>
  /** Numbers of the articles that have it. */
  readonly documents: ArrayLike<number>
  readonly mentions: number
}

/** A node that articles come to and go from. */
export interface ChangingNode extends NameNode {
  readonly kinds: number[]
  readonly documents: number[]
  roles: GivenRole[]
  mentions: number
}

/** Packs details; {@link unpackDetails} undoes it. */
export const packDetails = ({ forms, keys, roles }: NameDetails): Uint8Array =>
  pack([forms.texts, forms.counts, keys.texts, keys.counts, roles.flatMap(({ text, former, document }) => [text, former, document])])

type PackedDetails = [string[], number[], string[], number[], readonly (string | boolean | number)[]]

/** The details that {@link packDetails} packed. */
export function unpackDetails(bytes: Uint8Array): NameDetails {
  const [formTexts, formCounts, keyTexts, keyCounts, packedRoles] = unpack(bytes) as unknown as PackedDetails
  const roles: GivenRole[] = []
  for (let at = 0; at < packedRoles.length; at += 3)
    roles.push({ text: packedRoles[at] as string, former: packedRoles[at + 1] as boolean, document: packedRoles[at + 2] as number })
  return { forms: { texts: formTexts, counts: formCounts }, keys: { texts: keyTexts, counts: keyCounts }, roles }
}
