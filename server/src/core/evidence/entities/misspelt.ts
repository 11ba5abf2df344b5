import { WordClass, givenName, knownName, wordClass } from '../../recognize/names/lexicon'
import { familyName } from '../../recognize/names/nameForms'
import { nameKey } from '../../recognize/names/nameKey'
import { overlaps, type Span } from '../../text/span'
import { displayName } from './entityInfo'
import { entityNamed, representative } from './links'
import { nodeOf, nodesCalled, type EntityRegistry } from './registry'
import { slipsBetween } from './slips'
import { eachWordFrom, namesWithWord } from './wordIndex'
import type { WrittenName, WrittenNames } from './writtenNames'

/** A name of a draft that is a slip or two away from one of the sources. */
export interface MisspeltName {
  readonly span: Span
  readonly entity: number
  readonly suggestion: string
}

/** Letters that a lone word needs to be told from another name that happens to look alike. */
const LONE_LETTERS = 7
const LETTERS_FOR_SLIP = 4
const LETTERS_FOR_TWO = 8

/** Whether a word may be a slip for another: rare words only, the first letter right; short words are too alike. */
function mayBeSlip(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || word.length < LETTERS_FOR_SLIP) return false
  if ((wordClass(word) & (WordClass.function | WordClass.common | WordClass.nationality | WordClass.title | givenName)) !== 0) return false
  if (knownName(word) !== undefined || isPlural(word, meant)) return false
  return slipsBetween(word, meant, 2) <= (word.length >= LETTERS_FOR_TWO ? 2 : 1)
}

const isPlural = (word: string, meant: string): boolean => word === `${meant}s` || meant === `${word}s`

/** Names of the sources with the same words but one, which may be a slip. */
function alike(registry: EntityRegistry, words: readonly string[]): string[] {
  const keys = new Set(words.flatMap(word => namesWithWord(registry.words, word)))
  return [...keys].filter(key => {
    const other = key.split(' ')
    if (other.length !== words.length) return false
    const different = words.flatMap((word, index) => (word === other[index] ? [] : [index]))
    return different.length === 1 && mayBeSlip(words[different[0]], other[different[0]])
  })
}

/** Names of one long word that a long word may be a slip for. */
function alikeLone(registry: EntityRegistry, word: string): string[] {
  const keys: string[] = []
  if (word.length < LONE_LETTERS) return keys
  eachWordFrom(registry.words, word.slice(0, 2), (other, names) => {
    if (names.includes(other) && mayBeSlip(word, other) && slipsBetween(word, other, 1) === 1) keys.push(other)
  })
  return keys
}

/** A name of the sources as they write it. */
function writtenName(registry: EntityRegistry, key: string): string | null {
  const nodes = Array.from(nodesCalled(registry, key), id => nodeOf(registry, id)!)
  const forms = nodes.flatMap(node => [...node.forms.texts, familyName(displayName(node))])
  // the first in the alphabet, so that the order in which articles came makes no difference
  return forms.filter(form => nameKey(form) === key).sort()[0] ?? null
}

function correct(registry: EntityRegistry, name: WrittenName): MisspeltName | null {
  const words = name.key.split(' ')
  const keys = words.length > 1 ? alike(registry, words) : alikeLone(registry, name.key)
  const entities = new Set(keys.flatMap(key => [...nodesCalled(registry, key)]).map(id => representative(registry, id)))
  if (entities.size !== 1) return null
  const suggestion = writtenName(registry, [...keys].sort()[0])
  return suggestion === null ? null : { span: { start: name.start, end: name.end }, entity: [...entities][0], suggestion }
}

/**
 * Names of a draft's passage that look like slips for names of the sources. A name that is known, or of which no word stands in
 * the sources, is left alone.
 * @param known spans of the names that the sources know, from `findNames`
 */
export function misspeltNames(registry: EntityRegistry, { names }: WrittenNames, known: readonly Span[]): MisspeltName[] {
  return names.flatMap(name => {
    const isKnown = entityNamed(registry, name.key) !== 0 || known.some(span => span.start <= name.start && name.end <= span.end)
    const partial = known.some(span => overlaps(span, name) && !(name.start <= span.start && span.end <= name.end))
    return isKnown || partial ? [] : (correct(registry, name) ?? [])
  })
}
