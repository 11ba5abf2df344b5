import type { Passage } from '../../text/passage'
import type { Role } from '../entity'
import { textOfTokens } from './atoms'
import type { NameGroup } from './unify'

/** The roles written before the names of a group: "US Treasury Secretary" in "US Treasury Secretary Scott Bessent". */
export function rolesOf(group: NameGroup, passages: readonly Passage[]): Role[] {
  return group.members.flatMap(({ office, passage }) => {
    if (!office) return []
    const { tokens } = passages[passage]
    const span = { start: tokens.starts[office.first], end: tokens.ends[office.last - 1] }
    return [{ text: textOfTokens(tokens, office.first, office.last), passage, span, former: false }]
  })
}
