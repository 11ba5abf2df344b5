import { nameKey } from '../../recognize/names/nameKey'
import type { NameCompletion } from '../entityCard'
import { entityInfo, type EntityInfo } from './entityInfo'
import { articlesOf, byKey, representative } from './links'
import type { EntityRegistry } from './registry'
import { isTitle } from './roleText'
import { shortName } from './shortName'
import { beginsWithSlip } from './slips'
import { eachWordFrom } from './wordIndex'

/** What ranks completions beyond the letters typed. */
export interface CompletionContext {
  /** Entities named in the paragraph around: who is written of together stands first. */
  readonly paragraph: readonly number[]
  /** Entities named in the draft so far, who go by their short names from now on. */
  readonly draft: ReadonlySet<number>
}

/** How well a name fits what is typed; the higher the better. */
const Fit = { slip: 1, initials: 3, word: 4, start: 5 } as const

/** Letters from which on a slip is forgiven. */
const LETTERS_FOR_SLIP = 4
const MOST = 50

/** Names by fit: each entity with the best of its names. */
function fits(registry: EntityRegistry, typed: string): Map<number, number> {
  const found = new Map<number, number>()
  const add = (key: string, fit: number): void => {
    for (const node of registry.byForm.get(key) ?? []) {
      const entity = representative(registry, node)
      if ((found.get(entity) ?? 0) < fit) found.set(entity, fit)
    }
  }
  const words = typed.split(' ')
  const last = words[words.length - 1]
  const whole = (key: string): boolean => words.length === 1 || key.includes(typed)
  eachWordFrom(registry.words, last, (_, keys) => {
    for (const key of keys) if (whole(key)) add(key, key.startsWith(typed) ? Fit.start : Fit.word)
  })
  for (const key of registry.byInitials.get(typed) ?? []) add(key, Fit.initials)
  if (typed.length >= LETTERS_FOR_SLIP && found.size === 0) addSlips(registry, typed, key => add(key, Fit.slip))
  return found
}

function addSlips(registry: EntityRegistry, typed: string, add: (key: string) => void): void {
  eachWordFrom(registry.words, typed[0], (word, keys) => {
    for (const key of keys) if (beginsWithSlip(typed, word) || (key.startsWith(typed[0]) && beginsWithSlip(typed, key))) add(key)
  })
}

/** Share of an entity's articles that speak of the paragraph's entities too, 0 to 1. */
function nearness(registry: EntityRegistry, entity: number, near: ReadonlySet<number>): number {
  const documents = registry.nodes.get(entity)?.documents ?? []
  return near.size === 0 || documents.length === 0 ? 0 : documents.filter(number => near.has(number)).length / documents.length
}

function documentsNear(registry: EntityRegistry, paragraph: readonly number[]): Set<number> {
  return new Set(paragraph.flatMap(id => registry.nodes.get(representative(registry, id))?.documents ?? []))
}

/** The role to put before a name: the latest that is held. */
const currentRole = ({ roles }: EntityInfo): string | null => roles.find(role => !role.former && isTitle(role.text))?.text ?? null

/** What may be inserted for an entity, likeliest first: with its role at first mention, its short name afterwards. */
function insertions(info: EntityInfo, named: boolean): string[] {
  const short = shortName(info.name, info.kind, info.aliases)
  if (named && short !== info.name) return [short, info.name]
  const role = currentRole(info)
  return role !== null && info.kind === 'person' ? [info.name, `${role} ${info.name}`] : [info.name]
}

function completionsOf(info: EntityInfo, named: boolean): NameCompletion[] {
  const filterText = [info.name, ...info.aliases].join(' ')
  const { id, name, kind, articles, mentions } = info
  return insertions(info, named).map(insertText => ({
    id,
    name,
    kind,
    role: currentRole(info),
    articles,
    mentions,
    filterText,
    insertText,
  }))
}

/**
 * Names that fit what is typed: the beginning of the name or of any of its words, its initials, or a beginning with one slip.
 * @param typed the letters before the caret, at least one
 * @returns completions, best first, and whether there are more
 */
export function completeNames(
  registry: EntityRegistry,
  typed: string,
  context: CompletionContext,
): { readonly items: readonly NameCompletion[]; readonly incomplete: boolean } {
  const key = nameKey(typed)
  if (key.length === 0) return { items: [], incomplete: false }
  const near = documentsNear(registry, context.paragraph)
  const named = (entity: number): boolean => context.draft.has(entity)
  const rough = [...fits(registry, key)].map(([entity, fit]) => ({ entity, score: fit + Math.log10(1 + articlesOf(registry, entity)) }))
  rough.sort((a, b) => b.score - a.score || byKey(registry, a.entity, b.entity))
  const ranked = rough.slice(0, MOST * 2).map(({ entity, score }) => ({
    entity,
    score: score + nearness(registry, entity, near) + (named(entity) ? 0.5 : 0),
  }))
  ranked.sort((a, b) => b.score - a.score || byKey(registry, a.entity, b.entity))
  const items = ranked.slice(0, MOST).flatMap(({ entity }) => {
    const info = entityInfo(registry, entity)
    return info ? completionsOf(info, named(entity)) : []
  })
  return { items, incomplete: rough.length > MOST }
}
