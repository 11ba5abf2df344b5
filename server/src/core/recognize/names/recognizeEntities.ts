import type { BlockKind } from '../../text/blocks'
import type { Passage } from '../../text/passage'
import type { DocumentEntity, Role } from '../entity'
import { bracketedAcronyms } from './acronyms'
import { findCandidates } from './findCandidates'
import { rolesOf } from './roles'
import { unifyNames, type NameGroup } from './unify'

/** The forms of a name in a group, fullest first: most words, then most frequent, then first in the document. */
function formsOf(group: NameGroup): string[] {
  const counts = new Map<string, number>()
  for (const member of group.members) counts.set(member.text, (counts.get(member.text) ?? 0) + 1)
  const words = (text: string): number => text.split(/[\s-]/).length
  const shouted = (text: string): number => (text.length > 5 && text === text.toUpperCase() ? 1 : 0)
  return [...counts.keys()].sort((a, b) => shouted(a) - shouted(b) || words(b) - words(a) || counts.get(b)! - counts.get(a)!)
}

function entityOf(group: NameGroup, roles: readonly Role[]): DocumentEntity {
  const [name, ...aliases] = formsOf(group)
  const mentions = group.members.map(({ passage, start, end }) => ({ passage, start, end, form: 'name' as const }))
  return { name, kind: group.kind, aliases, roles, mentions }
}

/**
 * Finds the people, organisations, places and other names of a document and puts the forms of each name together.
 * @param passages all passages of one document, in order
 * @param kinds what block each passage is, where known
 * @returns one entity for each, in the order of first mention; mentions in order
 */
export function recognizeEntities(passages: readonly Passage[], kinds?: readonly BlockKind[]): DocumentEntity[] {
  const candidates = findCandidates(passages, kinds)
  const bracketed = bracketedAcronyms(passage => passages[passage].tokens, candidates)
  return unifyNames(candidates, bracketed).map(group => entityOf(group, rolesOf(group, passages)))
}
