import type { EntityCard, SourcedRole } from '../core/evidence/entities/entityCard'
import type { EntityKind } from '../core/recognize/entity'
import { cardQuote, type Card } from './card'
import { counted, sourceOf } from './wording'

const kindWords: Record<EntityKind, string> = { person: 'person', organization: 'organization', place: 'place', other: '' }

const MOST_ROLES = 4

const plain = (role: string): string => role.replaceAll('.', '').toLowerCase()

/** Whether `other` says everything that `role` says, as "US Treasury Secretary" does for "Treasury Secretary". */
const includesRole = (other: string, role: string): boolean => other === role || other.endsWith(` ${role}`)

/** The roles without those that another one includes; the first of equal ones. */
const tellingRoles = (roles: readonly string[]): string[] =>
  roles.filter(
    (role, at) =>
      !roles.some(
        (other, place) => (place < at || plain(other) !== plain(role)) && place !== at && includesRole(plain(other), plain(role)),
      ),
  )

/** One line per role, with its source: "former captain (Harbour Post, 2024-03-02)". */
function roleLines({ roles, rolesDisagree }: EntityCard): string[] {
  const written = ({ text, former }: SourcedRole): string => (former && !/^(former|ex-|then|late)\b/i.test(text) ? `former ${text}` : text)
  const texts = roles.map(written)
  const telling = new Set(tellingRoles(texts))
  const shown = roles.filter((_, at) => telling.has(texts[at]) && texts.indexOf(texts[at]) === at).slice(0, MOST_ROLES)
  return [...(rolesDisagree ? ['Sources disagree on the role:'] : []), ...shown.map(role => `${written(role)} (${sourceOf(role)})`)]
}

/** How often the name is mentioned: "3 of 14 mentions in 5 articles, 2025-10-23 to 2025-10-28". */
function countLine({ quotes, mentions, articles, firstOn, latestOn }: EntityCard): string {
  const amount = quotes.length < mentions ? `${quotes.length} of ${counted(mentions, 'mention')}` : counted(mentions, 'mention')
  const days = firstOn === null || latestOn === null ? '' : firstOn === latestOn ? `, ${firstOn}` : `, ${firstOn} to ${latestOn}`
  return `${amount} in ${counted(articles, 'article')}${days}`
}

/** Who or what a name is, and what the sources say about it. */
export function nameCard(card: EntityCard): Card {
  const aliases = card.aliases.filter(alias => alias !== card.name)
  return {
    heading: card.name,
    remark: kindWords[card.kind],
    lines: [...roleLines(card), aliases.length > 0 ? `Also: ${aliases.join(', ')}` : '', countLine(card)],
    quotes: card.quotes.map(cardQuote),
    footer: '',
  }
}
