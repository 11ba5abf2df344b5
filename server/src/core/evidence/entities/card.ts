import type { Quote } from '../../grounding/judgement'
import type { EntityCard } from '../entityCard'
import { entityInfo, entityMentions, type EntityMention } from './entityInfo'
import type { EntityRegistry } from './registry'

/** Mentions looked at for the one nearest to the draft: enough for any card, and a bound for names that are everywhere. */
const MOST_COMPARED = 400

const byDate = (a: EntityMention, b: EntityMention): number => {
  const [x, y] = [a.publishedOn ?? '', b.publishedOn ?? '']
  if (x !== y) return x < y ? -1 : 1
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.span.start - b.span.start
}

/** The mentions that tell most: the one that introduces, the latest, and the one nearest to what the draft says. */
function telling(mentions: readonly EntityMention[], nearness: (mention: EntityMention) => number): EntityMention[] {
  const ordered = [...mentions].sort(byDate)
  const named = ordered.filter(mention => mention.form === 'name')
  const candidates = named.length > 0 ? named : ordered
  const chosen: EntityMention[] = []
  const add = (mention: EntityMention | undefined): void => {
    const known = chosen.some(other => other.uri === mention?.uri && other.sentence.start === mention.sentence.start)
    if (mention !== undefined && !known) chosen.push(mention)
  }
  const compared = candidates.slice(0, MOST_COMPARED).map(mention => ({ mention, near: nearness(mention) }))
  compared.sort((a, b) => b.near - a.near)
  if (compared.length > 0 && compared[0].near > 0) add(compared[0].mention)
  add(candidates[0])
  const latest = candidates[candidates.length - 1]
  add(candidates.find(mention => mention.uri === latest?.uri))
  for (const mention of candidates) if (chosen.length < 3) add(mention)
  return chosen.slice(0, 3)
}

/**
 * All that a hover card shows of an entity.
 * @param quoteOf quotes a mention's sentence
 * @param nearness how much a mention's sentence has to do with what the draft says, 0 or more
 * @returns null for an entity that is not there
 */
export function entityCard(
  registry: EntityRegistry,
  id: number,
  quoteOf: (mention: EntityMention) => Quote,
  nearness: (mention: EntityMention) => number,
): EntityCard | null {
  const info = entityInfo(registry, id)
  return info && { ...info, quotes: telling(entityMentions(registry, id), nearness).map(quoteOf) }
}
