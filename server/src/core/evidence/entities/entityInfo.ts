import { canonicalName } from '../../recognize/names/lexicon'
import { entityKey } from '../../recognize/names/nameForms'
import { nameKey } from '../../recognize/names/nameKey'
import type { Span } from '../../text/span'
import { entryAt, uriAt } from '../storage/slotTable'
import { byUnits } from '../storage/texts'
import { bestOf } from './best'
import { mentionsInDocument } from './documentEntities'
import type { CardRole, EntityInfo } from './entityCard'
import { kindOf, membersOf, representative } from './links'
import { MENTION_FIELDS } from './locate'
import type { NameNode } from './nameNode'
import { days, earliestFirst, publishedOn } from './publication'
import type { EntityRegistry } from './registry'

/** A mention in an article; spans are in the article's text. */
export interface EntityMention {
  readonly uri: string
  readonly publishedOn: string | null
  readonly span: Span
  readonly sentence: Span
  readonly form: 'name' | 'reference'
}

const byUse = (a: [string, number], b: [string, number]): number => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)

const formsOf = ({ forms }: NameNode): [string, number][] => forms.texts.map((text, index) => [text, forms.counts[index]])

/** The name an entity's main node is shown by: of the forms that are the full name the most used one. */
export function displayName(node: NameNode): string {
  const full = formsOf(node).filter(([form]) => entityKey(form) === node.key)
  const [most] = (full.length > 0 ? full : formsOf(node)).sort(byUse)[0]
  return canonicalName(nameKey(most)) ?? most
}

function aliasesOf(members: readonly NameNode[], name: string): string[] {
  const counts = new Map<string, number>()
  for (const [form, count] of members.flatMap(formsOf)) counts.set(form, (counts.get(form) ?? 0) + count)
  counts.delete(name)
  return [...counts].sort(byUse).map(([form]) => form)
}

/** The slots of the articles that have any of the nodes, each once. */
function documentsOf(registry: EntityRegistry, members: readonly NameNode[]): number[] {
  const seen = new Uint8Array(registry.documents.slots)
  const slots: number[] = []
  for (const { documents } of members)
    for (let at = 0; at < documents.length; at++) {
      if (seen[documents[at]] === 0) slots.push(documents[at])
      seen[documents[at]] = 1
    }
  return slots
}

/**
 * The roles that articles give any of the nodes, each with the latest article that gives it, the latest first. A role that says
 * no more than another is left out: "Secretary" beside "Treasury Secretary".
 */
function cardRoles(registry: EntityRegistry, members: readonly NameNode[]): CardRole[] {
  const { documents } = registry
  const inOrder = earliestFirst(documents)
  const latest = [new Map<string, number>(), new Map<string, number>()]
  for (const { roles } of members) {
    for (const { text, former, document } of roles) {
      const slots = latest[former ? 1 : 0]
      const before = slots.get(text)
      if (before === undefined || inOrder(before, document) < 0) slots.set(text, document)
    }
  }
  const roles = latest.flatMap((slots, former) => Array.from(slots, ([text, slot]) => ({ text, former: former === 1, slot })))
  roles.sort((a, b) => inOrder(b.slot, a.slot) || byUnits(a.text, b.text))
  return withoutRepeats(
    roles.map(({ text, former, slot }) => ({ text, former, uri: uriAt(documents, slot), publishedOn: publishedOn(documents, slot) })),
  )
}

/** Roles that are told apart; an entity of more is no person. */
const MOST_ROLES = 60

function withoutRepeats(roles: readonly CardRole[]): CardRole[] {
  const distinct = new Map<string, CardRole>()
  for (const role of roles) {
    const key = `${role.former ? 'former' : 'holds'} ${nameKey(role.text)}`
    if (distinct.size < MOST_ROLES && !distinct.has(key)) distinct.set(key, role)
  }
  const keys = [...distinct.keys()]
  const endsOther = (key: string): boolean => {
    const space = key.indexOf(' ')
    return keys.some(other => other !== key && other.startsWith(key.slice(0, space)) && other.endsWith(key.slice(space)))
  }
  return keys.filter(key => !endsOther(key)).map(key => distinct.get(key)!)
}

/** The first and last of the articles' dates. */
function dateRange({ documents }: EntityRegistry, slots: readonly number[]): { firstOn: string | null; latestOn: string | null } {
  const day = days(documents)
  let first = -1
  let latest = -1
  for (const slot of slots) {
    const here = day(slot)
    if (here === 0) continue
    if (first < 0 || here < day(first)) first = slot
    if (latest < 0 || here > day(latest)) latest = slot
  }
  const dateOf = (slot: number): string | null => (slot < 0 ? null : publishedOn(documents, slot))
  return { firstOn: dateOf(first), latestOn: dateOf(latest) }
}

function gatherInfo(registry: EntityRegistry, members: readonly NameNode[]): EntityInfo {
  const [main] = members
  const name = displayName(main)
  const documents = documentsOf(registry, members)
  return {
    id: main.id,
    name,
    kind: kindOf(main),
    aliases: aliasesOf(members, name),
    roles: cardRoles(registry, members),
    mentions: members.reduce((sum, { mentions }) => sum + mentions, 0),
    articles: documents.length,
    ...dateRange(registry, documents),
  }
}

/** All that is known of an entity but its mentions one by one; null for an id that no article has any more. */
export function entityInfo(registry: EntityRegistry, id: number): EntityInfo | null {
  const main = representative(registry, id)
  if (main === 0) return null
  const known = registry.infos.get(main)
  if (known) return known
  const info = gatherInfo(registry, membersOf(registry, main))
  registry.infos.set(main, info)
  return info
}

function mentionsIn(registry: EntityRegistry, slot: number, ids: ReadonlySet<number>): EntityMention[] {
  const document = entryAt(registry.documents, slot)
  // it may have gone since the list was made
  if (document === null) return []
  const { uri, publishedOn } = document
  const found: EntityMention[] = []
  for (const { node, mentions } of mentionsInDocument(registry, document)) {
    if (!ids.has(node)) continue
    for (let at = 0; at < mentions.length; at += MENTION_FIELDS) {
      found.push({
        uri,
        publishedOn,
        span: { start: mentions[at], end: mentions[at + 1] },
        sentence: { start: mentions[at + 2], end: mentions[at + 3] },
        form: mentions[at + 4] === 1 ? 'reference' : 'name',
      })
    }
  }
  return ids.size > 1 ? found.sort((a, b) => a.span.start - b.span.start) : found
}

/** Every mention of an entity: the earliest article first, and in order within an article. Each article is read when it is its turn. */
export function* entityMentions(registry: EntityRegistry, id: number): Iterable<EntityMention> {
  const members = membersOf(registry, id)
  const ids = new Set(members.map(member => member.id))
  for (const slot of documentsOf(registry, members).sort(earliestFirst(registry.documents))) yield* mentionsIn(registry, slot, ids)
}

/** The mentions in the first article that has an entity and in the latest few, in order: enough to choose quotes from. */
export function tellingMentions(registry: EntityRegistry, id: number, articles: number): EntityMention[] {
  const members = membersOf(registry, id)
  const ids = new Set(members.map(member => member.id))
  const slots = documentsOf(registry, members)
  const inOrder = earliestFirst(registry.documents)
  const first = bestOf(slots, 1, inOrder)
  const latest = bestOf(slots, articles - 1, (a, b) => inOrder(b, a)).reverse()
  return [...new Set([...first, ...latest])].flatMap(slot => mentionsIn(registry, slot, ids))
}
