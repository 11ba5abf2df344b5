import type { EntityKind } from '../../recognize/entity'
import { familyName } from '../../recognize/names/nameForms'

/** The form of a name for later mentions: a person's family name, an organisation's acronym where it has one. */
export function shortName(name: string, kind: EntityKind, aliases: readonly string[]): string {
  if (kind === 'person') return familyName(name)
  const acronym = aliases.find(alias => alias.length <= 6 && alias === alias.toUpperCase() && !alias.includes(' '))
  return kind === 'organization' && acronym !== undefined ? acronym : name
}
