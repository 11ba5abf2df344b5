import type { NameGroup } from './candidate'
import { WordClass, givenName } from './lexicon'

/** The pronoun that fits somebody; null where titles and given names do not tell. */
export type Gender = 'he' | 'she' | null

/** The gender that {@link WordClass} flags of titles and given names speak for. */
export function genderOfFlags(flags: number): Gender {
  const man = (flags & (WordClass.maleName | WordClass.male)) !== 0
  const woman = (flags & (WordClass.femaleName | WordClass.female)) !== 0
  return man === woman ? null : man ? 'he' : 'she'
}

/** The gender of a person by all that the document writes before the name and of it. */
export function genderOf({ members }: NameGroup): Gender {
  let flags = 0
  for (const { atoms, genderOfOffice } of members) flags |= genderOfOffice | (atoms.length > 1 ? atoms[0].word & givenName : 0)
  return genderOfFlags(flags)
}
