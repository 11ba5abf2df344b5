import { detached } from '../../text/prose'
import { WordClass, canonicalName, wordClass } from './lexicon'
import { nameKey } from './nameKey'

const has = (word: string, flag: number): boolean => (wordClass(word.toLowerCase()) & flag) !== 0

const isSuffix = (word: string): boolean => has(word.replace(/\W/g, ''), WordClass.suffix)

/**
 * The key of what a name names, as far as the name alone tells: variants of one state or organisation share a key, and what
 * companies add to their names is left out ("Apple Inc." and "Apple").
 */
export function entityKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  if (keys.size >= MOST_KEYS) keys.clear()
  const key = keyOfEntity(nameKey(name))
  keys.set(detached(name), key)
  return key
}

/** Keys of names met, as the same names come again and again. Cleared when it is full: archives have no end of names. */
const keys = new Map<string, string>()
const MOST_KEYS = 1 << 14

/**
 * {@link entityKey} of a name by its {@link nameKey}, reckoned each time: for what is mostly no name, and would be remembered in the place
 * of names.
 */
export function keyOfEntity(key: string): string {
  const canonical = canonicalName(key)
  if (canonical) return nameKey(canonical)
  const lastWord = key.lastIndexOf(' ') + 1
  if (!(lastWord > 0 && isSuffix(key.slice(lastWord))) && !mayVary.test(key)) return key
  const words = key.split(' ')
  while (words.length > 1 && isSuffix(words[words.length - 1])) words.pop()
  const core = withHeadLast(words).map(inOneSpelling).join(' ')
  const known = core === key ? undefined : canonicalName(core)
  return known ? nameKey(known) : core
}

/** British spellings as the American ones, so that "Organisation" and "Organization" are one word. */
function inOneSpelling(word: string): string {
  const known = spellings.get(word)
  if (known !== undefined) return known
  const end = word.lastIndexOf('isation')
  return end > 0 && end >= word.length - 8 ? `${word.slice(0, end)}ization${word.slice(end + 7)}` : word
}

const spellings: ReadonlyMap<string, string> = new Map([
  ['centre', 'center'],
  ['centres', 'centers'],
  ['defence', 'defense'],
  ['labour', 'labor'],
  ['harbour', 'harbor'],
  ['theatre', 'theater'],
  ['programme', 'program'],
])

/** What {@link keyOfEntity} may change in a key besides the suffix at its end: mostly nothing, and then it need not be taken apart. */
const mayVary = new RegExp(`isation|^(?:ministry|department) of |\\b(?:${[...spellings.keys()].join('|')})\\b`)

/** "Ministry of Commerce" in the order of "Commerce Ministry". */
const withHeadLast = (words: readonly string[]): readonly string[] =>
  words[1] === 'of' && words.length > 2 && (words[0] === 'ministry' || words[0] === 'department') ? [...words.slice(2), words[0]] : words

/** Whether the family name of a person stands first, as in "Xi Jinping", judged by the family name. */
function isFamilyNameFirst(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 3 || !has(words[0], WordClass.familyFirst)) return false
  return !has(words[0], WordClass.maleName | WordClass.femaleName) || has(words[words.length - 1], WordClass.familyFirst)
}

/** The family name of a person, particles included: "van der Leyen" of "Ursula von der Leyen", "Xi" of "Xi Jinping". */
export function familyName(name: string): string {
  const words = name.split(' ')
  if (isFamilyNameFirst(words)) return words[0]
  while (words.length > 1 && isSuffix(words[words.length - 1])) words.pop()
  const particle = words.findIndex((word, index) => index > 0 && word === word.toLowerCase() && has(word.split('-')[0], WordClass.particle))
  return particle > 0 ? words.slice(particle).join(' ') : words[words.length - 1]
}

const unlettered = new Set(['of', 'the', 'and', 'for', 'on', 'in', '&', 'de', 'la'])

/** Initials of a name's key, small words left out: "wto" of "world trade organization", "sb" of "scott bessent". */
export const keyInitials = (key: string): string =>
  key
    .split(' ')
    .filter(word => !unlettered.has(word))
    .map(word => word.slice(0, 1))
    .join('')
