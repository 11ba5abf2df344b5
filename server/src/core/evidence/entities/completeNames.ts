import { WordClass, wordClass } from '../../recognize/names/lexicon'
import { nameKey } from '../../recognize/names/nameKey'
import { bestOf } from './best'
import type { EntityInfo, NameCompletion } from './entityCard'
import { entityInfo } from './entityInfo'
import { representative } from './links'
import { byKey, documentsOf, namesInitialled, namesInitialledFrom, nodesWithName, type EntityRegistry } from './registry'
import { isTitle } from './roleText'
import { shortName } from './shortName'
import { beginsWithSlip } from './slips'
import { eachWordFrom, keyOfName, nameBegins, namesWithWord, type WordIndex, type WordName } from './wordIndex'

/** What ranks completions beyond the letters typed. */
export interface CompletionContext {
  /** Entities named in the paragraph around: who is written of together stands first. */
  readonly paragraph: Iterable<number>
  /** Whether the draft names an entity already, which goes by its short name from now on. */
  readonly isNamed: (entity: number) => boolean
}

/** How well a name fits what is typed; the higher the better. */
const Fit = { slip: 1, initials: 3, word: 4, start: 5 } as const

/** Letters from which on a slip is forgiven. */
const LETTERS_FOR_SLIP = 4
/** Names that a word may be in before it is too common to find them by, such as "Group". */
const GENERIC = 500
/** Entities that are offered at once. */
const MOST = 20
/** What an entity gains that the draft names already. */
const NAMED = 0.5
/** What somebody gains who has the role that is typed. */
const TITLED = 2

/** Calls back with the nodes of a name. */
type AddName = (name: WordName, fit: number) => void

/** Whether capitals are typed, as of "WT" for the WTO. */
const isAcronym = (text: string): boolean => /^\p{Lu}{2,}$/u.test(text)

/** Nodes whose names fit what is typed, each with its best fit. */
function fits(registry: EntityRegistry, text: string): Map<number, number> {
  const typed = nameKey(text)
  const found = new Map<number, number>()
  const add: AddName = (name, fit) => {
    const nodes = nodesWithName(registry, name)
    for (let at = 0; at < nodes.length; at++) if ((found.get(nodes[at]) ?? 0) < fit) found.set(nodes[at], fit)
  }
  addFits(registry.words, typed, add)
  const initialled = isAcronym(text) ? namesInitialledFrom(registry, typed) : namesInitialled(registry, typed)
  for (const key of initialled) add(key, Fit.initials)
  if (typed.length >= LETTERS_FOR_SLIP && found.size === 0) addSlips(registry.words, typed, add)
  return found
}

/** Names that begin with what is typed, or have it after their first word. */
function addFits(words: WordIndex, typed: string, add: AddName): void {
  const [first, ...others] = typed.split(' ')
  const goesOn = (name: WordName): boolean => others.length === 0 || keyOfName(words, name).includes(` ${typed}`)
  eachWordFrom(words, first, (_, names) => {
    const startsOnly = typed.length < 2 || names.length > GENERIC
    for (let at = 0; at < names.length; at++) {
      if (nameBegins(words, names[at], typed)) add(names[at], Fit.start)
      else if (!startsOnly && goesOn(names[at])) add(names[at], Fit.word)
    }
  })
}

/** Names that begin with what is typed but for a slip, and where one word is typed those of which a word does. */
function addSlips(words: WordIndex, typed: string, add: AddName): void {
  const written = typed.split(' ')
  if (written.length === 1) {
    eachWordFrom(words, typed[0], (word, names) => {
      if (beginsWithSlip(typed, word)) Array.from(names, name => add(name, Fit.slip))
    })
    return
  }
  // of one slip only, either the first word is right or the last one
  const addSlipped = (name: WordName): void => {
    if (nameBegins(words, name, typed[0]) && beginsWithSlip(typed, keyOfName(words, name))) add(name, Fit.slip)
  }
  namesWithWord(words, written[0]).forEach(addSlipped)
  eachWordFrom(words, written[written.length - 1], (_, names) => Array.from(names, addSlipped))
}

/** Marks the articles that name any of the paragraph's entities. */
function articlesNear(registry: EntityRegistry, paragraph: Iterable<number>): Uint8Array {
  const near = new Uint8Array(registry.documents.slots)
  for (const id of paragraph) {
    const documents = documentsOf(registry, representative(registry, id))
    for (let at = 0; at < documents.length; at++) near[documents[at]] = 1
  }
  return near
}

/** What a name gains by how many articles have it, and by what share of them speaks of the paragraph's entities too. */
function weightOf(documents: ArrayLike<number>, near: Uint8Array): number {
  let shared = 0
  for (let at = 0; at < documents.length; at++) shared += near[documents[at]]
  return Math.log10(1 + documents.length) + shared / Math.max(documents.length, 1)
}

/** An entity that fits what is typed. */
interface Scored {
  readonly entity: number
  readonly score: number
}

/** The letters before the caret: "Treasury Secretary Sco" is a role and the beginning of a name, which is there as a key too. */
interface Typed {
  readonly role: string
  readonly text: string
  readonly name: string
}

const isTitleWord = (word: string): boolean => (wordClass(nameKey(word)) & (WordClass.title | WordClass.roleNoun)) !== 0

/** Takes a role off that stands before the beginning of a name; it is '' without one, and where the role may be the name itself ("King Cha"). */
function readTyped(registry: EntityRegistry, text: string): Typed {
  const words = text.trim().split(/\s+/)
  const title = words.findLastIndex((word, at) => at < words.length - 1 && isTitleWord(word))
  if (title < 0 || fits(registry, text).size > 0) return { role: '', text, name: nameKey(text) }
  const name = words.slice(title + 1).join(' ')
  return { role: words.slice(0, title + 1).join(' '), text: name, name: nameKey(name) }
}

/** Whether the sources give somebody a role of the head that is typed. */
const holds = ({ roles }: EntityInfo, role: string): boolean => {
  const head = nameKey(role.slice(role.lastIndexOf(' ') + 1))
  return roles.some(({ text }) => nameKey(text).split(' ').includes(head))
}

/** Entities that are ranked where a role is typed, which some of them have. */
const RANKED = 60

/** The entities that fit, best first: `most` of them, and whether there are more. */
function bestFits(
  registry: EntityRegistry,
  text: string,
  context: CompletionContext,
  most: number,
): { readonly best: Scored[]; readonly more: boolean } {
  const near = articlesNear(registry, context.paragraph)
  const found = fits(registry, text)
  const scored = Array.from(found, ([entity, fit]): Scored => {
    const named = context.isNamed(entity) ? NAMED : 0
    return { entity, score: fit + weightOf(documentsOf(registry, entity), near) + named }
  })
  // an entity has several names that may fit
  const nodes = bestOf(scored, 2 * most, better(registry))
  const entities = new Map<number, Scored>()
  for (const { entity: node, score } of nodes) {
    if (entities.size === most) break
    const entity = representative(registry, node)
    if (!entities.has(entity)) entities.set(entity, { entity, score })
  }
  return { best: [...entities.values()], more: entities.size === most || found.size > nodes.length }
}

/** Those of some entities that may have the role that is typed, those first that the sources give it. */
function withRole(registry: EntityRegistry, role: string, entities: readonly Scored[]): Scored[] {
  return entities
    .flatMap(({ entity, score }) => {
      const info = entityInfo(registry, entity)
      return info?.kind === 'person' ? [{ entity, score: score + (holds(info, role) ? TITLED : 0) }] : []
    })
    .sort(better(registry))
}

const better =
  (registry: EntityRegistry) =>
  (a: Scored, b: Scored): number =>
    b.score - a.score || byKey(registry, a.entity, b.entity)

/** The latest role that is held, however the sources write it. */
const currentRole = ({ roles }: EntityInfo): string | null => roles.find(role => !role.former)?.text ?? null

/** The role to put before a name: the latest that is held and written as a title. */
const currentTitle = ({ roles }: EntityInfo): string | null => roles.find(role => !role.former && isTitle(role.text))?.text ?? null

const hasWordFrom = (key: string, beginning: string): boolean => key.split(' ').some(word => word.startsWith(beginning))

/**
 * Whether the short name is what is being typed: not where it is there already ("He"), and not where the last word typed begins
 * another part of the name ("life" for He Lifeng).
 */
function isShortWanted(short: string, info: EntityInfo, typed: string): boolean {
  const key = nameKey(short)
  const last = typed.slice(typed.lastIndexOf(' ') + 1)
  return key !== typed && (hasWordFrom(key, last) || !hasWordFrom(nameKey(info.name), last))
}

/** What may be inserted for an entity, likeliest first: with its role at first mention, its short name afterwards. A role that is typed stays. */
function insertions(info: EntityInfo, named: boolean, { role, name }: Typed): string[] {
  const titled = (form: string): string => (role === '' ? form : `${role} ${form}`)
  const short = shortName(info.name, info.kind, info.aliases)
  if (named && short !== info.name) return (isShortWanted(short, info, name) ? [short, info.name] : [info.name, short]).map(titled)
  const title = currentTitle(info)
  const withTitle = title !== null && info.kind === 'person' && nameKey(title) !== nameKey(role) ? [`${title} ${info.name}`] : []
  return [titled(info.name), ...withTitle]
}

function completionsOf(info: EntityInfo, named: boolean, typed: Typed): NameCompletion[] {
  const filterText = [typed.role, info.name, ...info.aliases].join(' ').trim()
  const { id, name, kind, articles, mentions } = info
  return insertions(info, named, typed).map(insertText => ({
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
 * @param text the letters before the caret, at least one; a role may stand before the name and stays as it is
 * @returns completions, best first, and whether there are more
 */
export function completeNames(
  registry: EntityRegistry,
  text: string,
  context: CompletionContext,
): { readonly items: readonly NameCompletion[]; readonly incomplete: boolean } {
  const typed = readTyped(registry, text)
  if (typed.name.length === 0) return { items: [], incomplete: false }
  const isTitled = typed.role !== ''
  const { best, more } = bestFits(registry, typed.text, context, isTitled ? RANKED : MOST)
  const ranked = isTitled ? withRole(registry, typed.role, best) : best
  const items = ranked.slice(0, MOST).flatMap(({ entity }) => {
    const info = entityInfo(registry, entity)
    return info ? completionsOf(info, context.isNamed(entity), typed) : []
  })
  return { items, incomplete: more || ranked.length > MOST }
}
