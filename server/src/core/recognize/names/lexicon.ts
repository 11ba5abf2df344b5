import { TokenKind, type Tokens } from '../../text/tokens'
import { hashWord, internWord, numberOfWord } from '../../text/vocabulary'
import { keyedNumbers, numberOf, setNumber } from '../../words/keyedNumbers'
import type { EntityKind } from '../entity'
import { lowerTextAt } from '../scan'
import { nameKey } from './nameKey'
import { commonWords, functionWords, sayingVerbs } from './words/commonWords'
import { ofHeads, organizationHeads, organizations, otherHeads, others, topics } from './words/organizations'
import { familyFirst, femaleNames, maleNames, particles } from './words/people'
import { countries, nationalities, otherPlaces, placeHeads, placeStarts, placeVariants } from './words/places'
import { compoundTitles, courtesies, femaleTitles, formerWords, maleTitles, roleModifiers, roleNouns, titles } from './words/titles'

/** What the rules for names know of a word; a word may be several of these. */
export const WordClass = {
  function: 1 << 0,
  common: 1 << 1,
  nationality: 1 << 2,
  title: 1 << 3,
  compoundTitle: 1 << 4,
  courtesy: 1 << 5,
  roleModifier: 1 << 6,
  roleNoun: 1 << 7,
  former: 1 << 8,
  male: 1 << 9,
  female: 1 << 10,
  maleName: 1 << 11,
  femaleName: 1 << 12,
  familyFirst: 1 << 13,
  particle: 1 << 14,
  organizationHead: 1 << 15,
  ofHead: 1 << 16,
  topic: 1 << 17,
  placeHead: 1 << 18,
  placeStart: 1 << 19,
  otherHead: 1 << 20,
  saying: 1 << 21,
  abbreviation: 1 << 22,
  suffix: 1 << 23,
  possessor: 1 << 24,
  /** The first word of a known name of several words. */
  knownStart: 1 << 25,
} as const

export const givenName = WordClass.maleName | WordClass.femaleName

const abbreviations =
  'st jr sr dr mr mrs ms gov sen rep gen lt col capt sgt cmdr adm maj rev hon prof inc corp co ltd bros mt ft amb pres supt messrs'
/** Words whose possessive goes on into a name: "People's Daily", "Veterans' Affairs". */
const possessors = 'people women men children workers veterans year valentine patrick mother father lloyd'
const suffixes = 'jr sr ii iii iv inc corp co ltd plc llc nv sa ag gmbh'

let classes = new Int32Array(1 << 13)

function mark(list: string, flag: number): void {
  for (const word of list.trim().split(/[\s]+/)) {
    const id = internWord(word)
    if (id >= classes.length) {
      const wider = new Int32Array(id * 2)
      wider.set(classes)
      classes = wider
    }
    classes[id] |= flag
  }
}

/** The flags of a word by its number. */
const flagsOf = (id: number): number => (id < classes.length ? classes[id] : 0)

mark(functionWords, WordClass.function)
mark(commonWords, WordClass.common)
mark(nationalities, WordClass.nationality)
mark(titles.replaceAll('-', ' '), WordClass.title)
mark(compoundTitles, WordClass.compoundTitle)
mark(courtesies, WordClass.courtesy | WordClass.title)
mark(roleModifiers, WordClass.roleModifier)
mark(roleNouns.replaceAll('-', ' '), WordClass.roleNoun)
mark(formerWords, WordClass.former)
mark(maleTitles, WordClass.male)
mark(femaleTitles, WordClass.female)
mark(maleNames, WordClass.maleName)
mark(femaleNames, WordClass.femaleName)
mark(familyFirst, WordClass.familyFirst)
mark(particles, WordClass.particle)
mark(organizationHeads, WordClass.organizationHead)
mark(ofHeads, WordClass.ofHead)
mark(topics, WordClass.topic)
mark(placeHeads, WordClass.placeHead)
mark(placeStarts, WordClass.placeStart)
mark(otherHeads, WordClass.otherHead)
mark(sayingVerbs, WordClass.saying)
mark(abbreviations, WordClass.abbreviation)
mark(suffixes, WordClass.suffix)
mark(possessors, WordClass.possessor)

/** The {@link WordClass} flags of a token; 0 for what is no word or not known. */
export const classOf = (tokens: Tokens, at: number): number => (tokens.kinds[at] === TokenKind.word ? flagsOf(tokens.words[at]) : 0)

/** Whether any of the wanted flags is set. */
export const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0

/** The {@link WordClass} flags of a word in small letters. */
export const wordClass = (word: string): number => flagsOf(numberOfWord(word))

/** A name that the rules know by heart. */
export interface KnownName {
  readonly name: string
  readonly kind: EntityKind
}

const known = new Map<string, KnownName>()
/** The hashes of their keys. */
const knownHashes = keyedNumbers(2048)

function knowLines(lines: string, kind: EntityKind): void {
  for (const line of lines.trim().split('\n')) {
    const [name, variants] = line.split('=')
    const entry = { name, kind }
    for (const form of [name, ...(variants?.split(',') ?? [])]) {
      const key = nameKey(form)
      known.set(key, entry)
      setNumber(knownHashes, hashWord(key), 1)
      const [first, ...others] = key.split(/[^\p{L}]+/u)
      if (others.length > 0 && first.length > 0) mark(first, WordClass.knownStart)
    }
  }
}

knowLines(otherPlaces.replaceAll('\n', '').replace(/,\s*/g, '\n'), 'place')
knowLines(placeVariants, 'place')
knowLines(countries, 'place')
knowLines(organizations, 'organization')
knowLines(others, 'other')

/** What is known of a name by its {@link nameKey}. */
export const knownName = (key: string): KnownName | undefined => known.get(key)

/**
 * Whether the rules may know a name of one word by heart, by its hash: most names they do not, as is told so without making their keys.
 * The word has no letters but ASCII, as its key has.
 */
export const mayBeKnown = (hash: number): boolean => numberOf(knownHashes, hash) > 0

/** What is known of a name that is one token, a word. */
export const knownWord = (tokens: Tokens, at: number): KnownName | undefined =>
  mayBeKnown(tokens.hashes[at]) ? known.get(lowerTextAt(tokens, at)) : undefined

/** The families of names that mean one thing: "US", "U.S." and "America" have one canonical name. */
export const canonicalName = (key: string): string | undefined => known.get(key)?.name
