import { WordClass, wordClass } from '../../recognize/names/lexicon'
import { findCandidates } from '../../recognize/names/findCandidates'
import { nameKey } from '../../recognize/names/nameKey'
import type { Passage } from '../../text/passage'
import type { Span } from '../../text/span'
import { entityInfo } from './entityInfo'
import { entityNamed } from './links'
import type { EntityRegistry } from './registry'
import { isTitle } from './roleText'

/** A role before a name of a draft that no source gives, where all sources that give one of the kind agree on another. */
export interface ContradictedRole {
  readonly span: Span
  readonly entity: number
  readonly role: string
  readonly suggestion: string
}

/** A role taken apart: "US Treasury Secretary" is a secretary, of the field treasury. */
interface RoleParts {
  readonly title: string
  readonly fields: readonly string[]
  readonly deputy: boolean
}

const deputies = new Set(['vice', 'deputy', 'under', 'undersecretary', 'assistant'])
const words = (role: string): string[] => nameKey(role).split(' ')
const is = (word: string, flag: number): boolean => (wordClass(word) & flag) !== 0

/** Words that mean one field of government. */
const sameField: Readonly<Record<string, string>> = {
  defence: 'defense',
  labour: 'labor',
  economic: 'economy',
  transportation: 'transport',
}

function partsOf(role: string): RoleParts | null {
  const all = words(role)
  const of = all.indexOf('of')
  const end = of > 0 ? of : all.length
  const title = all[end - 1]
  if (!is(title, WordClass.title) || is(title, WordClass.courtesy)) return null
  const fields = all.filter(word => word !== title && is(word, WordClass.topic)).map(word => sameField[word] ?? word)
  return { title, fields, deputy: all.some(word => deputies.has(word)) }
}

const disjoint = (a: readonly string[], b: readonly string[]): boolean => !a.some(each => b.includes(each))

/**
 * Whether one role of a title denies another: a different field, or a deputy against none; null where they say too little to tell
 * ("Secretary" denies no secretary).
 */
function denies(role: RoleParts, other: RoleParts): boolean | null {
  if (role.fields.length > 0 && other.fields.length > 0) return disjoint(role.fields, other.fields)
  if (role.fields.length === 0 && other.fields.length === 0) return role.deputy !== other.deputy
  return null
}

/** A role of the sources without the country or organisation that the draft leaves out: "Treasury Secretary" of "US Treasury Secretary". */
function likeWritten(role: string, written: string): string {
  const own = role.split(' ')
  const lead = (text: string): number =>
    text.split(' ').findIndex(word => is(nameKey(word), WordClass.topic | WordClass.roleModifier | WordClass.title))
  return lead(written) > 0 ? role : own.slice(Math.max(0, lead(role))).join(' ')
}

function contradiction(registry: EntityRegistry, entity: number, written: string): string | null {
  const role = partsOf(written)
  const given = entityInfo(registry, entity)?.roles ?? []
  const same = given.flatMap(source => {
    const parts = partsOf(source.text)
    const denial = role && parts?.title === role.title ? denies(role, parts) : null
    return denial === null ? [] : [{ text: source.text, denial }]
  })
  if (same.length === 0 || !same.every(({ denial }) => denial)) return null
  return likeWritten((same.find(({ text }) => isTitle(text)) ?? same[0]).text, written)
}

/** The roles in a draft's passage ("Commerce Secretary Scott Bessent") that the sources contradict. Silence of the sources is none. */
export function contradictedRoles(registry: EntityRegistry, passage: Passage): ContradictedRole[] {
  const { tokens } = passage
  return findCandidates([passage]).flatMap(({ key, office }) => {
    const entity = office ? entityNamed(registry, key) : 0
    if (!office || entity === 0) return []
    const span = { start: tokens.starts[office.first], end: tokens.ends[office.last - 1] }
    const role = tokens.text.slice(span.start, span.end)
    const suggestion = contradiction(registry, entity, role)
    return suggestion === null ? [] : [{ span, entity, role, suggestion }]
  })
}
