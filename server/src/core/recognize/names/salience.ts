import type { Sentence } from '../../text/sentences'
import { TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { Sign, isOneOf, isSymbol } from '../scan'
import type { Gender } from './gender'
import { WordClass, classOf } from './lexicon'

/** Somebody or something that a sentence brings to mind. */
export interface Salient {
  /** Index of the group of its name; {@link NOBODY} for somebody without a name, such as "a spokesman". */
  readonly group: number
  /** Its tokens, `last` not included. */
  readonly token: number
  readonly last: number
  readonly gender: Gender
  /** Whether its sentence or a clause of it begins with this. */
  readonly subject: boolean
  /** Whether something of theirs is spoken of ("Bessent's aides"). */
  readonly possessor: boolean
  readonly quoted: boolean
  /** What somebody without a name is called; '' for the others. */
  readonly noun: string
}

/** The group of whoever is not named. */
export const NOBODY = -1

/** What tokens are part of. */
export const Mark = { quoted: 1, name: 2, role: 4 } as const

/** A sentence as it is walked through, with whom it has brought to mind so far. */
export interface Scene {
  readonly tokens: Tokens
  readonly sentence: Sentence
  /** {@link Mark} flags of the tokens of the passage. */
  readonly marks: Uint8Array
  readonly people: Salient[]
  readonly bodies: Salient[]
}

const articles = wordSet('a an the')
const clauseWords = wordSet('that but and when while after before because although though if as who whom which where since until so or')
const prepositions = wordSet(
  'of for at in to from with on under by against about over between into through around like including near than via among behind without',
)

/** Whether what stands at a token begins its sentence or a clause of it; its role and article may stand before it. */
export function beginsClause({ tokens, sentence, marks }: Scene, at: number): boolean {
  let before = at - 1
  while (before >= sentence.first && ((marks[before] & Mark.role) !== 0 || isOneOf(tokens, before, articles))) before--
  return before < sentence.first || tokens.kinds[before] === TokenKind.symbol || isOneOf(tokens, before, clauseWords)
}

/** Whether a clause ends between two tokens: who acts in one clause may be "him" of the next. */
export function clauseEnds(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    if (isSymbol(tokens, at, Sign.comma) || isOneOf(tokens, at, clauseWords)) return true
    if ((classOf(tokens, at) & WordClass.saying) !== 0) return true
  }
  return false
}

/** Whether nothing but small words or a quotation stands before a token in its sentence: "But he", "“…,” he said". */
export function opensSentence({ tokens, sentence, marks }: Scene, at: number): boolean {
  for (let before = sentence.first; before < at; before++) {
    if ((marks[before] & Mark.quoted) !== 0 || tokens.kinds[before] === TokenKind.symbol) continue
    if ((classOf(tokens, before) & WordClass.function) === 0 || isOneOf(tokens, before, prepositions)) return false
  }
  return true
}

/** The one group that all of them are; {@link NOBODY} where there are several, none, or somebody without a name. */
export function onlyGroup(salients: readonly Salient[]): number {
  const [first, ...others] = salients
  return first !== undefined && others.every(({ group }) => group === first.group) ? first.group : NOBODY
}
