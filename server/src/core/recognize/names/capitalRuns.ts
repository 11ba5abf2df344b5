import { signSet } from '../../text/characters'
import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { Sign, isOneOf, isSymbol, isWord } from '../scan'
import { type Atom, type Join, isCapital, isLower, readAtom, textOfTokens } from './atoms'
import { isFamilyHe } from './familyHe'
import { WordClass, classOf, givenName, knownName, has } from './lexicon'
import { nameKey } from './nameKey'
import { opensClause, type Casing, type WordUse } from './wordUse'

/** Capitalised words that stand together, and the small words that join them. */
export type Run = readonly Atom[]

const LONGEST = 20
/** Words that begin another name after "and". */
const anew = WordClass.ofHead | WordClass.organizationHead | WordClass.title
const of = wordSet('of for')
const the = wordSet('the')
const and = wordSet('and')
const may = wordSet('may')
const upperNames = wordSet('us who')

/** What the runs of one sentence are read with. */
interface Reading {
  readonly tokens: Tokens
  readonly sentence: Sentence
  readonly casing: Casing
  readonly use: WordUse
  /** Whether the document names somebody whose family name is He. */
  readonly namesHe: boolean
}

/** A capitalised function word that is a name all the same: "US", "Will Smith", "Theresa May". */
function isNameDespite(reading: Reading, at: number): boolean {
  const { tokens, sentence, namesHe } = reading
  if (tokens.cases[at] === LetterCase.upper && upperNames(tokens.words[at]))
    return !(isSymbol(tokens, at + 1, Sign.dollar) && tokens.gaps[at + 1] === Gap.none)
  if (isFamilyHe(tokens, sentence, at, namesHe)) return true
  if (has(classOf(tokens, at), givenName)) return isCapital(tokens, at + 1) && !opensClause(tokens, sentence, at)
  return isOneOf(tokens, at, may) && at > sentence.first && has(classOf(tokens, at - 1), givenName)
}

const isCurrency = signSet('$£€¥')

/** "160GB" and "GB £20": capitals that go with a number. */
function isUnit(tokens: Tokens, at: number): boolean {
  if (at > 0 && tokens.gaps[at] === Gap.none && tokens.kinds[at - 1] === TokenKind.digits) return true
  const next = at + 1
  return next < tokens.count && tokens.kinds[next] === TokenKind.symbol && isCurrency(tokens.words[next])
}

/** Whether a capitalised token can be part of a name. */
function isNameWord(reading: Reading, at: number): boolean {
  const { tokens } = reading
  if (!isCapital(tokens, at) || isUnit(tokens, at)) return false
  // "U.S.": the letters are judged together
  const dotted = tokens.ends[at] - tokens.starts[at] === 1 && isSymbol(tokens, at + 1, 0x2e) && tokens.gaps[at + 1] === Gap.none
  if (dotted && isCapital(tokens, at + 2)) return !currencyFollows(tokens, at)
  return !has(classOf(tokens, at), WordClass.function) || isNameDespite(reading, at)
}

const currencyFollows = (tokens: Tokens, at: number): boolean => isSymbol(tokens, at + 4, Sign.dollar) && tokens.gaps[at + 4] === Gap.none

/** Where the next atom of a run begins and how it is joined, or null where the run ends. */
function next(reading: Reading, run: readonly Atom[]): { at: number; join: Join } | null {
  const { tokens, sentence } = reading
  const last = run[run.length - 1]
  const at = last.last
  if (at >= sentence.last) return null
  if (last.possessive) return possessedFollows(reading, run)
  if (isCapital(tokens, at) && completesKnown(reading, run, at)) return { at, join: 'space' }
  const reach = (target: number, join: Join): { at: number; join: Join } | null =>
    target < sentence.last && isNameWord(reading, target) ? { at: target, join } : null
  if (tokens.gaps[at] === Gap.none) return closesBracket(reading, run) ? reach(at + 1, 'space') : commaSuffix(reading, at)
  if (isCapital(tokens, at)) return reach(at, 'space')
  if (isSymbol(tokens, at, 0x26)) return reach(at + 1, 'and')
  if (!isLower(tokens, at)) return null
  if (isOneOf(tokens, at, of) && has(last.word, WordClass.ofHead | WordClass.title)) {
    const article = isLower(tokens, at + 1) && isOneOf(tokens, at + 1, the)
    return reach(at + (article ? 2 : 1), 'of')
  }
  if (isOneOf(tokens, at, and) && (has(last.word, WordClass.topic) || run.some(atom => atom.join === 'of')))
    return topicFollows(reading, run, at + 1)
  if (has(classOf(tokens, at), WordClass.particle)) return particleFollows(reading, at)
  return null
}

/** "Air Force One": a function word that a known name ends in. */
function completesKnown({ tokens }: Reading, run: readonly Atom[], at: number): boolean {
  return has(classOf(tokens, at), WordClass.function) && knownName(nameKey(textOfTokens(tokens, run[0].first, at + 1))) !== undefined
}

/** "People's Daily", "St. Brigid's School", "Citizens' Alliance": what belongs to somebody goes on the name. */
function possessedFollows({ tokens, sentence }: Reading, run: readonly Atom[]): { at: number; join: Join } | null {
  const last = run[run.length - 1]
  const plural = !isWord(tokens, last.last + 1) || tokens.gaps[last.last + 1] !== Gap.none
  const at = plural ? last.last + 1 : last.last + 2
  if (at >= sentence.last || !isCapital(tokens, at) || has(classOf(tokens, at), WordClass.function)) return null
  if (has(last.word, WordClass.possessor)) return { at, join: 'space' }
  const isHead = has(classOf(tokens, at), WordClass.organizationHead | WordClass.placeHead)
  const ofSaint = run.length > 1 && saint(tokens.words[run[0].first])
  return isHead && (ofSaint || (plural && has(last.word, WordClass.common))) ? { at, join: 'space' } : null
}

const saint = wordSet('st saint')

/** "Apple, Inc.", "King, Jr." */
function commaSuffix({ tokens, sentence }: Reading, at: number): { at: number; join: Join } | null {
  const suffix = at + 1 < sentence.last && isSymbol(tokens, at, 0x2c) && isCapital(tokens, at + 1)
  return suffix && has(classOf(tokens, at + 1), WordClass.suffix) ? { at: at + 1, join: 'comma' } : null
}

/** "(Russian President Vladimir) Putin": a note in brackets that completes a quoted name. */
function closesBracket({ tokens, sentence }: Reading, run: readonly Atom[]): boolean {
  const at = run[run.length - 1].last
  if (!isSymbol(tokens, at, 0x29) || !isSymbol(tokens, run[0].first - 1, 0x28)) return false
  return at + 1 < sentence.last && has(run[run.length - 1].word, givenName) && tokens.gaps[at + 1] === Gap.space
}

/** "Health and Human Services", "Food and Drug Administration": "and" between fields of one body. */
function topicFollows(reading: Reading, run: readonly Atom[], at: number): { at: number; join: Join } | null {
  const { tokens, sentence } = reading
  if (at >= sentence.last || !isNameWord(reading, at)) return null
  const flags = classOf(tokens, at)
  if (has(flags, WordClass.topic)) return { at, join: 'and' }
  if (run.some(atom => atom.join === 'of')) return has(flags, WordClass.common) && !has(flags, anew) ? { at, join: 'and' } : null
  for (let head = at; head < sentence.last && head < at + 4 && isCapital(tokens, head); head++)
    if (has(classOf(tokens, head), WordClass.organizationHead)) return { at, join: 'and' }
  return null
}

/** "van der Leyen": one or two particles and a capital. */
function particleFollows(reading: Reading, at: number): { at: number; join: Join } | null {
  const { tokens, sentence } = reading
  for (let target = at + 1; target < sentence.last && target <= at + 3; target++) {
    if (isCapital(tokens, target)) return isNameWord(reading, target) ? { at: target, join: 'particle' } : null
    const hyphen = tokens.kinds[target] === TokenKind.symbol && tokens.gaps[target] === Gap.none && tokens.words[target] === 0x2d
    if (!hyphen && !(isLower(tokens, target) && has(classOf(tokens, target), WordClass.particle))) return null
  }
  return null
}

/** The first of the particles that stand before a capital at `at`: "al-Assad", "van der Leyen said". */
function withParticles({ tokens, sentence }: Reading, at: number): number {
  let first = at
  while (first > sentence.first) {
    const before = first - 1
    const hyphen = isSymbol(tokens, before, Sign.hyphen) && tokens.gaps[first] === Gap.none
    const word = hyphen ? before - 1 : before
    if (word < sentence.first || (hyphen && tokens.gaps[before] !== Gap.none)) break
    if (!isLower(tokens, word) || !has(classOf(tokens, word), WordClass.particle)) break
    first = word
  }
  return first
}

/** Reads the runs of capitalised words of a sentence. */
export function capitalRuns(tokens: Tokens, sentence: Sentence, casing: Casing, use: WordUse, namesHe: boolean): Run[] {
  const reading: Reading = { tokens, sentence, casing, use, namesHe }
  const runs: Run[] = []
  let at = sentence.first
  while (at < sentence.last) {
    if (!isNameWord(reading, at)) {
      at++
      continue
    }
    const start = withParticles(reading, at)
    const head = readAtom(tokens, at, sentence.last, 'start')
    const run: Atom[] = [start < at ? { ...head, first: start } : head]
    for (let step = next(reading, run); step && run.length < LONGEST; step = next(reading, run)) {
      run.push(readAtom(tokens, step.at, sentence.last, step.join))
    }
    runs.push(run)
    at = run[run.length - 1].last
  }
  return runs
}
