import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { Sign, isOneOf, isSymbol, isWord, lowerTextAt } from '../scan'
import { isLower } from './atoms'
import { WordClass, classOf } from './lexicon'
import { NOBODY, clauseEnds, onlyGroup, opensSentence, type Salient, type Scene } from './salience'

/** A pronoun for a person, and how it stands in its clause. */
export interface Pronoun {
  readonly gender: 'he' | 'she'
  readonly use: 'subject' | 'object' | 'possessive' | 'reflexive'
}

const pronounWords = wordSet('he him his himself she her hers herself')
const pronouns: Readonly<Record<string, Pronoun>> = {
  he: { gender: 'he', use: 'subject' },
  him: { gender: 'he', use: 'object' },
  his: { gender: 'he', use: 'possessive' },
  himself: { gender: 'he', use: 'reflexive' },
  she: { gender: 'she', use: 'subject' },
  her: { gender: 'she', use: 'possessive' },
  hers: { gender: 'she', use: 'possessive' },
  herself: { gender: 'she', use: 'reflexive' },
}

/** The pronoun at a token, null where there is none. "Her" is possessive before a word that can be possessed. */
export function pronounAt(tokens: Tokens, at: number): Pronoun | null {
  if (!isOneOf(tokens, at, pronounWords)) return null
  const pronoun = pronouns[lowerTextAt(tokens, at)]
  const word = lowerTextAt(tokens, at)
  const possesses = isWord(tokens, at + 1) && (classOf(tokens, at + 1) & WordClass.function) === 0
  return word === 'her' && !possesses ? { gender: 'she', use: 'object' } : pronoun
}

/**
 * Whom a pronoun means, where that is safe: the only fitting person who acts in its sentence so far, or the only one of it and the
 * sentence before; at the start of its sentence also the one whom the sentence before began with.
 * @param previous the people of the sentence before
 * @returns a group, {@link NOBODY} where there is doubt
 */
export function personMeant(scene: Scene, at: number, { gender, use }: Pronoun, previous: readonly Salient[]): number {
  const { tokens } = scene
  const acts = (salient: Salient): boolean => !salient.possessor && !clauseEnds(tokens, salient.token, at)
  const acting = new Set(use === 'object' ? scene.people.filter(acts).map(({ group }) => group) : [])
  const fits = (salient: Salient): boolean => (salient.gender === null || salient.gender === gender) && !acting.has(salient.group)
  const here = scene.people.filter(salient => fits(salient) && !salient.quoted)
  const near = onlyGroup(here)
  if (use === 'reflexive' || (near !== NOBODY && here.some(({ subject }) => subject))) return near
  const all = onlyGroup([...previous.filter(fits), ...here])
  if (all !== NOBODY) return all
  const first = previous.find(({ possessor }) => !possessor)
  const goesOn = use !== 'object' && here.length === 0 && first?.subject === true && fits(first) && opensSentence(scene, at)
  return goesOn ? first.group : NOBODY
}

const it = wordSet('it they')
const its = wordSet('its their')
const that = wordSet('that')
const being = wordSet('is was be')
const asides = wordSet(
  'on in a statement late earlier separately also monday tuesday wednesday thursday friday saturday sunday today yesterday',
)

/** "it" of "it is clear that": nothing is meant. */
const isEmptyIt = (tokens: Tokens, at: number): boolean =>
  (isOneOf(tokens, at + 1, being) || isOneOf(tokens, at + 2, being) || isSymbol(tokens, at + 1, Sign.quote)) &&
  !(isLower(tokens, at + 2) && lowerTextAt(tokens, at + 2).endsWith('ing'))

/** Whether a pronoun at `at` follows on a word of saying, with "that" or a word on when and where between: "said on Friday that it". */
function wordOfSaying(tokens: Tokens, at: number, from: number): number {
  for (let before = at - 1; before > from; before--) {
    if ((classOf(tokens, before) & WordClass.saying) !== 0) return before
    if (!isOneOf(tokens, before, that) && !isOneOf(tokens, before, asides)) return NOBODY
  }
  return NOBODY
}

/**
 * What body or place "it", "they", "its" or "their" means, where that is safe: the one that speaks in its sentence ("The ministry
 * said it would"), or that alone began the sentence before ("It said").
 * @param previous the bodies of the sentence before
 */
export function bodyMeant(scene: Scene, at: number, previous: readonly Salient[]): number {
  const { tokens } = scene
  const plain = isOneOf(tokens, at, it)
  if (!plain && !isOneOf(tokens, at, its)) return NOBODY
  if (plain && isEmptyIt(tokens, at)) return NOBODY
  const speaker = scene.bodies.at(-1)
  if (speaker !== undefined) {
    const saying = wordOfSaying(tokens, at, speaker.token)
    return saying > 0 && speaker.subject && speaker.last === saying ? speaker.group : NOBODY
  }
  const says = plain && (classOf(tokens, at + 1) & WordClass.saying) !== 0
  const first = previous.at(0)
  return says && scene.people.length === 0 && first?.subject === true && opensSentence(scene, at) ? onlyGroup(previous) : NOBODY
}
