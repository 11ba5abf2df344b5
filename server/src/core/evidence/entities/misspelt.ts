import { commonness, conceptOf, relatedConcepts, stemHash } from '../../words/concepts'
import { roleWords } from '../../recognize/names/descriptions'
import { WordClass, givenName, knownName, wordClass } from '../../recognize/names/lexicon'
import { entityKey, familyName } from '../../recognize/names/nameForms'
import { nameKey } from '../../recognize/names/nameKey'
import { overlaps, type Span } from '../../text/span'
import { byUnits } from '../storage/texts'
import { displayName, entityInfo } from './entityInfo'
import { entityNamed, representative } from './links'
import { nodeOf, nodesCalled, type EntityRegistry } from './registry'
import { isOneSlip, isSwap, slipsBetween } from './slips'
import { eachWordFrom, namesWithWord } from './wordIndex'
import type { WrittenMention, WrittenName, WrittenNames } from './writtenNames'

/** A name of a draft that is a slip or two away from one of the sources. */
export interface MisspeltName {
  readonly span: Span
  readonly entity: number
  readonly suggestion: string
}

/**
 * Letters that a lone word needs to be told from another name that happens to look alike; fewer for names that everybody knows, and where
 * two neighbours are swapped, as hardly two names differ.
 */
const LONE_LETTERS = 7
const KNOWN_LETTERS = 6
const SWAPPED_LETTERS = 5
const LETTERS_FOR_SLIP = 4
const LETTERS_FOR_TWO = 8
const MOST_SLIPS = 2

/** Words that mean something by themselves: no slips for names. */
const meaningful =
  WordClass.function |
  WordClass.common |
  WordClass.nationality |
  WordClass.title |
  WordClass.familyFirst |
  WordClass.organizationHead |
  givenName

/** Whether a word may be a slip at all: rare words only; short ones are too alike. The bracket of "Vladimir) Putin" is none. */
const isRare = (word: string): boolean =>
  word.length >= LETTERS_FOR_SLIP && /^[\p{L}\p{M}']+$/u.test(word) && (wordClass(word) & meaningful) === 0 && knownName(word) === undefined

/** Whether a word stands in news or in a dictionary: "Ministry of Commence" may be one. */
function isOrdinary(word: string): boolean {
  const concept = conceptOf(stemHash(word))
  return commonness(concept) > 0 || relatedConcepts(concept).length > 0
}

/** Whether a word may be a slip for another, the first letter right: not where it is an everyday word, or a word of other names. */
function mayBeSlip(registry: EntityRegistry, word: string, meant: string): boolean {
  if (word[0] !== meant[0] || !isRare(word) || isPlural(word, meant)) return false
  if (slipsBetween(word, meant, MOST_SLIPS) > (word.length >= LETTERS_FOR_TWO ? MOST_SLIPS : 1)) return false
  return !isOrdinary(word) && namesWithWord(registry.words, word).length === 0
}

const isPlural = (word: string, meant: string): boolean => word === `${meant}s` || meant === `${word}s`

/** Names of the sources with the same words but one, which may be a slip. */
function alike(registry: EntityRegistry, words: readonly string[]): string[] {
  const { length } = words.join(' ')
  // a word like "ministry" stands in thousands of names: most are longer or shorter by more than slips make them
  const isAsLong = (key: string): boolean => Math.abs(key.length - length) <= MOST_SLIPS
  const keys = new Set(words.flatMap(word => namesWithWord(registry.words, word).filter(isAsLong)))
  return [...keys].filter(key => {
    const other = key.split(' ')
    if (other.length !== words.length) return false
    const different = words.flatMap((word, index) => (word === other[index] ? [] : [index]))
    return different.length === 1 && mayBeSlip(registry, words[different[0]], other[different[0]])
  })
}

/** Names of one long word that a long word may be a slip for. */
function alikeLone(registry: EntityRegistry, word: string): string[] {
  const keys: string[] = []
  if (word.length < SWAPPED_LETTERS || !isRare(word)) return keys
  eachWordFrom(registry.words, word[0], other => {
    if (!isOneSlip(word, other) || isPlural(word, other) || !isTelling(word, other)) return
    if (nodesCalled(registry, other).length > 0) keys.push(other)
  })
  return keys.length > 0 && isOrdinary(word) ? [] : keys
}

/** Whether a lone word is long enough to be a slip for another. */
const isTelling = (word: string, meant: string): boolean =>
  word.length >= LONE_LETTERS || isSwap(word, meant) || (word.length >= KNOWN_LETTERS && knownName(meant) !== undefined)

/** How many words of a form are not those of a name as a draft has it. */
function wordsOff(form: string, wanted: readonly string[]): number {
  const words = nameKey(form).split(' ')
  return wanted.filter((word, at) => word !== words[at]).length + Math.max(0, words.length - wanted.length)
}

/**
 * A name of the sources as they write it.
 * @param wanted the words of the draft's name, whose order is kept where the sources have it
 */
function writtenName(registry: EntityRegistry, key: string, wanted: readonly string[]): string | null {
  const nodes = Array.from(nodesCalled(registry, key), id => nodeOf(registry, id)!)
  const forms = nodes.flatMap(node => [...node.forms.texts, familyName(displayName(node))])
  // the first in the alphabet, so that the order in which articles came makes no difference
  const written = forms.filter(form => entityKey(form) === key).sort((a, b) => wordsOff(a, wanted) - wordsOff(b, wanted) || byUnits(a, b))
  return written[0] ?? null
}

/** Whether more than two capitals says that a name is a person's. */
function isSurelyPerson({ key, kind, roles }: WrittenName): boolean {
  const [first, ...others] = key.split(' ')
  return kind === 'person' && (others.length === 0 || roles.length > 0 || (wordClass(first) & givenName) !== 0)
}

/** Whether what a draft says of somebody rules out that a name of the sources is meant: another kind, or a role of another head. */
function isSomeoneElse(registry: EntityRegistry, name: WrittenName, meant: number): boolean {
  const info = entityInfo(registry, meant)
  if (!info) return true
  const { kind, roles } = name
  if ((info.kind === 'place' && isSurelyPerson(name)) || (info.kind === 'person' && kind === 'place')) return true
  if (roles.length === 0 || info.roles.length === 0) return false
  const heads = new Set(info.roles.map(role => roleWords(role).head))
  return !roles.some(role => heads.has(roleWords(role).head))
}

/** What a slip is meant to be. */
type Meant = Pick<MisspeltName, 'entity' | 'suggestion'>

/** The name of the sources that a name of a draft is a slip for; null for none, and for several. */
function meantBy(registry: EntityRegistry, name: WrittenName, key: string): Meant | null {
  // "Ministry of Commerse" is kept as "commerce ministry" would be
  const words = entityKey(key).split(' ')
  const keys = words.length > 1 ? alike(registry, words) : alikeLone(registry, key)
  const entities = new Set(keys.flatMap(each => Array.from(nodesCalled(registry, each))).map(id => representative(registry, id)))
  const [meant] = entities
  if (entities.size !== 1 || isSomeoneElse(registry, name, meant)) return null
  const suggestion = writtenName(registry, [...keys].sort()[0], key.split(' '))
  return suggestion === null ? null : { entity: meant, suggestion }
}

/**
 * Names of a draft's passage that look like slips for names of the sources. A name that is known, of which no word stands in the
 * sources, or that is short for an unknown one ("Jordon" for "Jordon Ibe") is left alone, and so is one of whom the draft says
 * something else than the sources.
 * @param known spans of the names that the sources know, from `findNames`
 */
export function misspeltNames(registry: EntityRegistry, { names }: WrittenNames, known: readonly Span[]): MisspeltName[] {
  const isKnown = ({ key, start, end }: WrittenMention): boolean =>
    entityNamed(registry, key) !== 0 || known.some(span => span.start <= start && end <= span.end)
  const isPartly = (mention: Span): boolean =>
    known.some(span => overlaps(span, mention) && !(mention.start <= span.start && span.end <= mention.end))
  const found = names.flatMap(name => {
    const meanings = new Map<string, Meant | null>()
    const meantWith = (key: string): Meant | null => {
      const known = meanings.get(key)
      if (known !== undefined) return known
      const meant = meantBy(registry, name, key)
      meanings.set(key, meant)
      return meant
    }
    const isOwnName = entityNamed(registry, name.key) === 0 && meantWith(name.key) === null
    return name.mentions.flatMap(mention => {
      const { key, start, end } = mention
      if (isKnown(mention) || isPartly(mention) || (isOwnName && key !== name.key)) return []
      const meant = meantWith(key)
      return meant === null ? [] : [{ span: { start, end }, ...meant }]
    })
  })
  return found.sort((a, b) => a.span.start - b.span.start)
}
