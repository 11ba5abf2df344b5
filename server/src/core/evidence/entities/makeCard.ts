import type { ArticleMetadata } from '../../articles/article'
import type { Quote } from '../../grounding/judgement'
import { rolesDisagree } from './contradictedRoles'
import type { EntityCard } from './entityCard'
import { entityInfo, tellingMentions, type EntityMention } from './entityInfo'
import type { EntityRegistry } from './registry'

const QUOTES = 3

/** Articles whose mentions are looked at: a bound for names that are everywhere. */
const MOST_ARTICLES = 60

/** The mentions that tell most: the one nearest to what the draft says, the one that introduces, and the first of the latest article. */
function telling(mentions: readonly EntityMention[], nearness: (mention: EntityMention) => number): EntityMention[] {
  const names = mentions.filter(({ form }) => form === 'name')
  const candidates = names.length > 0 ? names : mentions
  const nearest = candidates.map(mention => ({ mention, near: nearness(mention) })).reduce((a, b) => (b.near > a.near ? b : a))
  const latest = candidates.find(({ uri }) => uri === candidates[candidates.length - 1].uri)!
  const wanted = [...(nearest.near > 0 ? [nearest.mention] : []), candidates[0], latest, ...candidates]
  const bySentence = new Map<string, EntityMention>()
  for (const mention of wanted) {
    const id = `${mention.uri}\n${mention.sentence.start}`
    if (bySentence.size < QUOTES && !bySentence.has(id)) bySentence.set(id, mention)
  }
  return [...bySentence.values()]
}

/**
 * All that a hover card shows of an entity.
 * @param metadataOf what is known of an article
 * @param quoteOf quotes a mention's sentence
 * @param nearness how much a mention's sentence has to do with what the draft says, 0 or more
 * @returns null for an entity that is not there
 */
export function makeCard(
  registry: EntityRegistry,
  id: number,
  metadataOf: (uri: string) => ArticleMetadata,
  quoteOf: (mention: EntityMention) => Quote,
  nearness: (mention: EntityMention) => number,
): EntityCard | null {
  const info = entityInfo(registry, id)
  if (!info) return null
  return {
    ...info,
    roles: info.roles.map(role => ({ ...role, metadata: metadataOf(role.uri) })),
    rolesDisagree: rolesDisagree(info.roles),
    quotes: telling(tellingMentions(registry, id, MOST_ARTICLES), nearness).map(quoteOf),
  }
}
