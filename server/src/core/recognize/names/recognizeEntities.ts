import type { BlockKind } from '../../text/blocks'
import type { Passage } from '../../text/passage'
import type { DocumentEntity, EntityKind, Mention, Role } from '../entity'
import { bracketedAcronyms } from './acronyms'
import type { NameCandidate } from './candidate'
import { findCandidates } from './findCandidates'
import { knownName } from './lexicon'
import { nameKey } from './nameKey'
import { findReferences } from './references'
import { rolesOf, writtenRoles } from './roles'
import type { NameGroup } from './candidate'
import { unifyNames } from './unify'

/** Letters from which on capitals throughout are taken for shouting, as in date lines, and not for an acronym. */
const SHOUTED = 6

const isShouted = (text: string): boolean => text.length >= SHOUTED && text === text.toUpperCase()

/** A name in capitals as it is written elsewhere, where that is known: "Hanoi" for "HANOI", but "US" for "US"; a place of a date line too. */
function calm(text: string, kind: EntityKind): string {
  if (text !== text.toUpperCase()) return text
  const name = knownName(nameKey(text))?.name
  if (name !== undefined) return name.toUpperCase() === text ? name : text
  return kind === 'place' && isShouted(text) ? text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase()) : text
}

/** The forms of a name in a group, fullest first: most words, then most frequent, then first in the document. */
function formsOf(group: NameGroup): string[] {
  const [{ text: first }] = group.members
  if (group.members.every(({ text }) => text === first)) return [calm(first, group.kind)]
  const written = new Map<string, number>()
  for (const { text } of group.members) written.set(text, (written.get(text) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const [text, times] of written) {
    const form = calm(text, group.kind)
    counts.set(form, (counts.get(form) ?? 0) + times)
  }
  if (counts.size === 1) return [...counts.keys()]
  const words = (text: string): number => text.split(/[\s-]/).length
  const shouted = (text: string): number => (isShouted(text) ? 1 : 0)
  return [...counts.keys()].sort((a, b) => shouted(a) - shouted(b) || words(b) - words(a) || counts.get(b)! - counts.get(a)!)
}

function entityOf(group: NameGroup, roles: readonly Role[], references: readonly Mention[]): DocumentEntity {
  const [name, ...aliases] = formsOf(group)
  const named = group.members.map(({ passage, start, end }): Mention => ({ passage, start, end, form: 'name' }))
  const mentions = references.length === 0 ? named : [...named, ...references].sort((a, b) => a.passage - b.passage || a.start - b.start)
  return { name, kind: group.kind, aliases, roles, mentions }
}

/** The names of a document by who they name, with what is written of their roles and the roles themselves. */
function groupNames(candidates: readonly NameCandidate[], passages: readonly Passage[]) {
  const groups = unifyNames(
    candidates,
    bracketedAcronyms(passage => passages[passage].tokens, candidates),
  )
  const written = writtenRoles(groups, passages)
  return { groups, written, roles: groups.map((group, index) => rolesOf(group, written[index], passages)) }
}

/** The names of a document as {@link recognizeEntities} gives them, but without the words that stand for them. */
export function recognizeNames(passages: readonly Passage[]): DocumentEntity[] {
  const { groups, roles } = groupNames(findCandidates(passages), passages)
  return groups.map((group, index) => entityOf(group, roles[index], []))
}

/**
 * Finds the people, organisations, places and other names of a document and puts the forms of each name together.
 * @param passages all passages of one document, in order
 * @param kinds what block each passage is, where known
 * @returns one entity for each, in the order of first mention; mentions in order
 */
export function recognizeEntities(passages: readonly Passage[], kinds?: readonly BlockKind[]): DocumentEntity[] {
  const candidates = findCandidates(passages, kinds)
  const { groups, written, roles } = groupNames(candidates, passages)
  const references: Mention[][] = groups.map(() => [])
  for (const { group, mention } of findReferences(passages, groups, roles, written)) references[group].push(mention)
  return groups.map((group, index) => entityOf(group, roles[index], references[index]))
}
