import { countryMeant } from '../../recognize/names/demonyms'
import { WordClass, wordClass } from '../../recognize/names/lexicon'
import { nameKey } from '../../recognize/names/nameKey'
import type { Span } from '../../text/span'
import { dayOfIso } from '../isoDay'
import type { CardRole } from './entityCard'
import { entityInfo } from './entityInfo'
import { entityNamed } from './links'
import type { EntityRegistry } from './registry'
import { isTitle } from './roleText'
import type { WrittenNames } from './writtenNames'

/** A role in a draft that no source gives, where all sources that give one of the kind agree on another. */
export interface ContradictedRole {
  readonly span: Span
  readonly entity: number
  readonly role: string
  readonly suggestion: string
}

/** A role taken apart: "US Treasury Secretary" is a secretary of the field treasury and the country United States. */
interface RoleParts {
  readonly head: string
  /** What the office is for. */
  readonly fields: readonly string[]
  readonly countries: readonly string[]
  /** The town or state that a mayor or governor is of. */
  readonly seats: readonly string[]
  readonly deputy: boolean
}

const deputies = new Set(['vice', 'deputy', 'under', 'undersecretary', 'assistant', 'associate'])
/** Offices that the word before tells apart, whatever word it is: "Fishery Minister". */
const portfolios = new Set(['minister'])
/** Offices that are of one place. */
const local = new Set(['mayor', 'governor'])
/** Words before an office that say nothing of what it is for. */
const neutral = new Set(
  'a an the s of for and to in at new senior junior cabinet government state acting interim former then late outgoing incoming longtime current first second prime lord lieutenant republican democratic conservative labour liberal green socialist party'.split(
    ' ',
  ),
)
/** Countries that others are part of or that are called by a part of them. */
const nested = new Set(['united kingdom', 'england', 'scotland', 'wales', 'northern ireland'])

/** Words that mean one field of government. */
const sameField: ReadonlyMap<string, string> = new Map([
  ['defence', 'defense'],
  ['labour', 'labor'],
  ['economic', 'economy'],
  ['transportation', 'transport'],
  ['fisheries', 'fishery'],
  ['fishing', 'fishery'],
  ['harbor', 'harbour'],
  ['harbours', 'harbour'],
  ['mining', 'mines'],
  ['ports', 'port'],
  ['home', 'interior'],
  ['environmental', 'environment'],
  ['agricultural', 'agriculture'],
  ['industrial', 'industry'],
  ['industries', 'industry'],
])

const is = (word: string, flag: number): boolean => (wordClass(word) & flag) !== 0

/** Where the head of a role stands: before "of", "for" and the like, or last. */
function headAt(words: readonly string[]): number {
  const link = words.findIndex(word => word === 'of' || word === 'for' || word === 'at' || word === 'to' || word === 'in')
  return (link > 0 ? link : words.length) - 1
}

function partsOf(role: string): RoleParts | null {
  const written = role.split(/[\s’'-]+/).filter(word => word !== '')
  const words = written.map(nameKey)
  const at = headAt(words)
  const head = words[at] ?? ''
  if (!is(head, WordClass.title | WordClass.roleNoun) || is(head, WordClass.courtesy) || words.includes('born')) return null
  // what a role is "to" or "in" is not what it is for
  const end = words.findIndex((word, index) => index > at && (word === 'to' || word === 'in' || word === 'at'))
  const others = words.flatMap((word, index) => (index === at || (end > 0 && index >= end) ? [] : [{ word, written: written[index] }]))
  const telling = others.filter(({ word }) => !neutral.has(word) && !deputies.has(word))
  const fields = telling.flatMap(({ word }) => (isField(word, head) ? [sameField.get(word) ?? word] : []))
  const prime = head === 'minister' && fields.length === 0 && words[at - 1] === 'prime'
  return {
    head,
    fields: prime ? ['prime'] : fields,
    countries: others.flatMap(({ word }) => countryMeant(word) ?? []).filter(country => !nested.has(country)),
    seats: local.has(head) ? telling.flatMap(each => (each.written !== each.written.toLowerCase() ? [each.word] : [])) : [],
    deputy: words.some(word => deputies.has(word)),
  }
}

/** Whether a word says what an office is for. */
function isField(word: string, head: string): boolean {
  if (countryMeant(word) !== null || is(word, WordClass.nationality)) return false
  return is(word, WordClass.topic) || (portfolios.has(head) && !is(word, WordClass.title | WordClass.roleModifier))
}

const differ = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && !a.some(each => b.includes(each))

/**
 * Whether one role of a head denies another: a different field, country or seat, or a deputy against none; null where they say too
 * little to tell ("Secretary" denies no secretary, "minister" no finance minister).
 */
function denies(role: RoleParts, other: RoleParts): boolean | null {
  if (differ(role.fields, other.fields) || differ(role.countries, other.countries) || differ(role.seats, other.seats)) return true
  const comparable = role.fields.length > 0 === other.fields.length > 0
  return comparable ? role.deputy !== other.deputy : null
}

/** Days between two articles from which on a different role is a new one. */
const SAME_TIME = 60

function areOfOneTime(a: string | null, b: string | null): boolean {
  const [day, other] = [a, b].map(date => (date === null ? null : dayOfIso(date)))
  return day === null || other === null || Math.abs(day - other) <= SAME_TIME
}

/** Whether two of the roles that somebody holds deny each other, in articles of one time. */
export function rolesDisagree(roles: readonly CardRole[]): boolean {
  const held = roles.flatMap(({ text, former, publishedOn }) => {
    const parts = former ? null : partsOf(text)
    return parts === null ? [] : [{ parts, publishedOn }]
  })
  return held.some((role, at) =>
    held
      .slice(at + 1)
      .some(
        other =>
          other.parts.head === role.parts.head &&
          denies(role.parts, other.parts) === true &&
          areOfOneTime(role.publishedOn, other.publishedOn),
      ),
  )
}

const leads = WordClass.topic | WordClass.roleModifier | WordClass.title

/** A role of the sources without the country or organisation that the draft leaves out, and in small letters where the draft has them. */
function likeWritten(role: string, written: string): string {
  const lead = (text: string): number => text.split(' ').findIndex(word => is(nameKey(word), leads))
  const isPortfolio = portfolios.has(nameKey(role.split(' ').at(-1) ?? '')) && role.split(' ').length === 2
  const own = role.split(' ')
  const kept = lead(written) > 0 || isPortfolio ? own : own.slice(Math.max(0, lead(role)))
  const small = written.split(' ').every(word => word === word.toLowerCase() || countryMeant(word) !== null)
  const lower = (word: string): string => (word === word.toUpperCase() || countryMeant(word) !== null ? word : word.toLowerCase())
  return small ? kept.map(lower).join(' ') : kept.join(' ')
}

function contradiction(registry: EntityRegistry, entity: number, written: string): string | null {
  const role = partsOf(written)
  const given = role === null ? [] : (entityInfo(registry, entity)?.roles ?? [])
  const same = given.flatMap(source => {
    const parts = partsOf(source.text)
    const denial = role && parts?.head === role.head ? denies(role, parts) : null
    return denial === null || (source.former && denial) ? [] : [{ text: source.text, denial }]
  })
  if (same.length === 0 || !same.every(({ denial }) => denial)) return null
  return likeWritten((same.find(({ text }) => isTitle(text)) ?? same[0]).text, written)
}

/**
 * The roles in a draft's passage that the sources contradict: "Commerce Secretary Scott Bessent", "Ada Quill, the fishery minister,".
 * Silence of the sources is no contradiction, nor is a role that is wider or narrower than theirs, or held once.
 */
export function contradictedRoles(registry: EntityRegistry, { names }: WrittenNames): ContradictedRole[] {
  return names.flatMap(({ key, roles }) => {
    const current = roles.filter(({ former }) => !former)
    const entity = current.length > 0 ? entityNamed(registry, key) : 0
    return current.flatMap(({ text, span }) => {
      const suggestion = entity === 0 ? null : contradiction(registry, entity, text)
      return suggestion === null ? [] : [{ span, entity, role: text, suggestion }]
    })
  })
}
