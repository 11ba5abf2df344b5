import type { DocumentEntity, EntityKind, Role } from '../../recognize/entity'
import { isCapital, textOfTokens } from '../../recognize/names/atoms'
import { isApostrophe, isGlued } from '../../recognize/scan'
import { WordClass, classOf, givenName, knownName } from '../../recognize/names/lexicon'
import { keyOfEntity } from '../../recognize/names/nameForms'
import { nameKey } from '../../recognize/names/nameKey'
import { recognizeNames } from '../../recognize/names/recognizeEntities'
import { isFamilyHe } from '../../recognize/names/familyHe'
import { opensClause } from '../../recognize/names/wordUse'
import type { Passage } from '../../text/passage'
import type { Sentence } from '../../text/sentences'
import type { Span } from '../../text/span'
import { LetterCase, TokenKind, type Tokens } from '../../text/tokens'

/** Where a name is written, and how, as a key. */
export interface WrittenMention extends Span {
  readonly key: string
}

/** What looks like a name by itself. */
export interface WrittenName {
  /** The key of its fullest form in the passage. */
  readonly key: string
  readonly kind: EntityKind
  readonly roles: readonly Role[]
  readonly mentions: readonly WrittenMention[]
}

/** A stretch that is a name if the sources know it by one of its keys, the first that they know. */
export interface NamePlace extends Span {
  readonly keys: readonly string[]
}

/**
 * All that is written in a draft's passage of names, before any source is asked: read once, and held against the sources as they come
 * and go. Offsets are in the passage's text.
 */
export interface WrittenNames {
  /** In order; of those that begin alike the longest first. */
  readonly places: readonly NamePlace[]
  readonly names: readonly WrittenName[]
}

/** Tokens that a name may have. */
const LONGEST = 12

/** Whether a name may end before token `end`: not inside "Boeing's" but before the mark, not inside "U.S." */
function endsWord(tokens: Tokens, end: number): boolean {
  if (!isGlued(tokens, end)) return true
  if (tokens.kinds[end] !== TokenKind.symbol) return false
  const apostrophe = isApostrophe(tokens, end)
  const hyphen = tokens.words[end] === 0x2d
  const letterFollows = isGlued(tokens, end + 1) && tokens.kinds[end + 1] === TokenKind.word
  if (apostrophe && letterFollows) return tokens.text.slice(tokens.starts[end + 1], tokens.ends[end + 1]) === 's'
  return !(letterFollows && !hyphen && tokens.words[end] === 0x2e)
}

/** Whether the last token belongs to a name: a letter, a digit, the point of "U.S." or "Jr." */
function closesName(tokens: Tokens, end: number): boolean {
  const last = end - 1
  if (tokens.kinds[last] !== TokenKind.symbol) return true
  if (tokens.words[last] !== 0x2e || !isGlued(tokens, last)) return false
  return tokens.ends[last - 1] - tokens.starts[last - 1] === 1 || (classOf(tokens, last - 1) & WordClass.abbreviation) !== 0
}

/** Whether a single word is written as a name where it stands: everyday words at the start of a sentence are not. */
function isWrittenAsName(tokens: Tokens, sentence: Sentence, at: number): boolean {
  const flags = classOf(tokens, at)
  if ((flags & WordClass.function) !== 0) return tokens.cases[at] === LetterCase.upper || isFamilyHe(tokens, sentence, at, true)
  if ((flags & (WordClass.common | WordClass.topic)) === 0) return true
  return !opensClause(tokens, sentence, at) || knownName(tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase()) !== undefined
}

/** Whether a name may begin at a capital: with "He" or "US" but with no other function word. */
function mayBegin(tokens: Tokens, sentence: Sentence, at: number): boolean {
  if ((classOf(tokens, at) & WordClass.function) === 0) return true
  if (tokens.cases[at] === LetterCase.upper || isFamilyHe(tokens, sentence, at, true) || isInitials(tokens, at)) return true
  return (classOf(tokens, at) & givenName) !== 0 && isCapital(tokens, at + 1)
}

/** "U.S." is letters of a name, "A." is not looked at. */
const isInitials = (tokens: Tokens, at: number): boolean =>
  isGlued(tokens, at + 1) && tokens.words[at + 1] === 0x2e && isCapital(tokens, at + 2)

/** The stretches from a capital on that may be names, longest first. */
function placesAt(tokens: Tokens, sentence: Sentence, at: number): NamePlace[] {
  if (!mayBegin(tokens, sentence, at)) return []
  const places: NamePlace[] = []
  for (let last = Math.min(sentence.last, at + LONGEST); last > at; last--) {
    if (!endsWord(tokens, last) || !closesName(tokens, last)) continue
    if (last === at + 1 && !isWrittenAsName(tokens, sentence, at)) continue
    const key = nameKey(textOfTokens(tokens, at, last))
    const other = keyOfEntity(key)
    places.push({ start: tokens.starts[at], end: tokens.ends[last - 1], keys: key === other ? [key] : [key, other] })
  }
  return places
}

function placesIn({ tokens, sentences }: Passage): NamePlace[] {
  const places: NamePlace[] = []
  for (const sentence of sentences)
    for (let at = sentence.first; at < sentence.last; at++) if (isCapital(tokens, at)) places.push(...placesAt(tokens, sentence, at))
  return places
}

/**
 * Reads a draft's passage for names and roles.
 * @param entities of the passage, where they are known
 */
export function readNames(passage: Passage, entities: readonly DocumentEntity[] = recognizeNames([passage])): WrittenNames {
  const keyAt = ({ start, end }: Span): string => nameKey(passage.tokens.text.slice(start, end))
  const names = entities.map(({ name, kind, roles, mentions }) => ({
    key: nameKey(name),
    kind,
    roles,
    mentions: mentions.filter(({ form }) => form === 'name').map(({ start, end }) => ({ start, end, key: keyAt({ start, end }) })),
  }))
  return { places: placesIn(passage), names }
}
