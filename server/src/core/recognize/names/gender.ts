import type { Passage } from '../../text/passage'
import type { NameCandidate } from './candidate'
import { WordClass, classOf, givenName } from './lexicon'
import type { NameGroup } from './unify'

/** The pronoun that fits somebody; null where titles and given names do not tell. */
export type Gender = 'he' | 'she' | null

/** The gender that {@link WordClass} flags of titles and given names speak for. */
export function genderOfFlags(flags: number): Gender {
  const man = (flags & (WordClass.maleName | WordClass.male)) !== 0
  const woman = (flags & (WordClass.femaleName | WordClass.female)) !== 0
  return man === woman ? null : man ? 'he' : 'she'
}

/** Flags of the words of an office, such as "Ms" and "Congressman". */
function officeFlags({ tokens }: Passage, { office }: NameCandidate): number {
  let flags = 0
  if (office) for (let at = office.first; at < office.last; at++) flags |= classOf(tokens, at)
  return flags
}

/** The gender of a person by all that the document writes before the name and of it. */
export function genderOf({ members }: NameGroup, passages: readonly Passage[]): Gender {
  let flags = 0
  for (const member of members) {
    if (member.atoms.length > 1) flags |= member.atoms[0].word & givenName
    flags |= officeFlags(passages[member.passage], member) & (WordClass.male | WordClass.female)
  }
  return genderOfFlags(flags)
}
