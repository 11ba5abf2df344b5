import { Gap, LetterCase, TokenKind, tokenize, type Tokens } from '../text/tokens'
import { numbersIn, type Room } from '../text/room'
import { hashWord } from '../text/vocabulary'
import { keyedNumbers, numberOf, setNumber, slotOf } from './keyedNumbers'
import { closeMeaning, countries, opposites, sameMeaning } from './newsWords'
import { stemHash } from './stem'

/** Words that make one concept together: "run out", "vice premier", "U.S.". */
interface Expression {
  /** Stem hashes of its words; symbols by their own hash. */
  readonly stems: readonly number[]
  readonly concept: number
  /** Whether it counts only where it is written in capitals: "US", but not "us". */
  readonly capitals: boolean
}

/** A hash as a concept: the lowest bit is always 0, so that those who keep concepts may mark them in it. */
const asConcept = (hash: number): number => hash & ~1

const isOneWord = (text: string): boolean => /^[a-z]+$/.test(text)
const linesOf = (list: string): string[] => list.trim().split('\n')

/** Concepts of single words that mean the same as others, by stem hash. */
const conceptOfStem = keyedNumbers(2048)
/** Concepts of expressions, as written in the lists. */
const conceptOfExpression = new Map<string, number>()

for (const line of [...linesOf(sameMeaning), ...linesOf(countries)]) {
  const members = line.split(', ')
  const concept = asConcept(isOneWord(members[0]) ? stemHash(members[0]) : hashWord(members[0]))
  for (const member of members) {
    if (isOneWord(member)) setNumber(conceptOfStem, stemHash(member), concept)
    else conceptOfExpression.set(member, concept)
  }
}
for (const line of [...linesOf(closeMeaning), ...linesOf(opposites)]) {
  for (const member of line.split(/, | \/ /)) {
    if (!isOneWord(member) && !conceptOfExpression.has(member)) conceptOfExpression.set(member, asConcept(hashWord(member)))
  }
}

/** Whether a word (by its stem hash) belongs to words that mean the same. */
export const isOfOneMeaning = (stemmed: number): boolean => conceptOfStem.keys[slotOf(conceptOfStem, stemmed)] === stemmed

/**
 * The concept of a single word: words of one meaning ("tariff", "levy") have the same.
 * @param stemmed the word's {@link stemHash}
 * @returns a 32-bit number whose lowest bit is 0; from the stem hash itself for a word without equals
 */
export function conceptOf(stemmed: number): number {
  const slot = slotOf(conceptOfStem, stemmed)
  return conceptOfStem.keys[slot] === stemmed ? conceptOfStem.values[slot] : asConcept(stemmed)
}

/** The concept of a word or of an expression that the lists know, as they write it: "tariff", "run out", "US". */
export const conceptNamed = (text: string): number => conceptOfExpression.get(text) ?? conceptOf(stemHash(text))

/** The concepts of words, which spaces part. */
export const conceptSet = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(conceptNamed))

/** The stem hash of a token; a number's or symbol's own hash. */
const stemOfToken = (tokens: Tokens, at: number): number =>
  tokens.kinds[at] === TokenKind.word ? stemHash(tokens.text.slice(tokens.starts[at], tokens.ends[at])) : tokens.hashes[at]

/** Expressions by the place that `expressionsFrom` gives the stem of their first word; longest first. */
const expressions: Expression[][] = []
const expressionsFrom = keyedNumbers(512)

for (const [text, concept] of conceptOfExpression) {
  const tokens = tokenize(text)
  const stems = Array.from({ length: tokens.count }, (_, at) => stemOfToken(tokens, at))
  const known = numberOf(expressionsFrom, stems[0])
  const place = known < 0 ? expressions.push([]) - 1 : known
  setNumber(expressionsFrom, stems[0], place)
  expressions[place].push({ stems, concept, capitals: text === text.toUpperCase() })
}
for (const each of expressions) each.sort((a, b) => b.stems.length - a.stems.length)

/** Stems of the words met, by word hash, so that a word is stemmed once. Cleared when it is full: archives have no end of names. */
let stemOfWord = keyedNumbers(1 << 12)
/** Concepts of the same words; the lowest bit is 1 where an expression may begin with them. */
let conceptOfWord = keyedNumbers(1 << 12)
const MOST_WORDS = 1 << 17

function stemAt(tokens: Tokens, at: number): number {
  if (tokens.kinds[at] !== TokenKind.word) return tokens.hashes[at]
  const word = tokens.hashes[at]
  const slot = slotOf(stemOfWord, word)
  if (word !== 0 && stemOfWord.keys[slot] === word) return stemOfWord.values[slot]
  const stemmed = stemOfToken(tokens, at)
  if (stemOfWord.count >= MOST_WORDS) {
    stemOfWord = keyedNumbers(1 << 12)
    conceptOfWord = keyedNumbers(1 << 12)
  }
  setNumber(stemOfWord, word, stemmed)
  return stemmed
}

/** The concept of a word that is met, with the mark of {@link conceptOfWord}. */
function markedConcept(tokens: Tokens, at: number): number {
  const word = tokens.hashes[at]
  const slot = slotOf(conceptOfWord, word)
  if (word !== 0 && conceptOfWord.keys[slot] === word) return conceptOfWord.values[slot]
  const stemmed = stemAt(tokens, at)
  const marked = conceptOf(stemmed) | (numberOf(expressionsFrom, stemmed) < 0 ? 0 : 1)
  setNumber(conceptOfWord, word, marked)
  return marked
}

const hyphen = hashWord('-')

/** Where an expression that begins at a token ends; 0 where it does not stand there. Its words may be joined by hyphens. */
function endOfExpression(tokens: Tokens, first: number, { stems, capitals }: Expression): number {
  if (capitals && tokens.cases[first] !== LetterCase.upper && stems.length === 1) return 0
  let at = first + 1
  for (let index = 1; index < stems.length; index++, at++) {
    if (tokens.hashes[at] === hyphen && tokens.gaps[at] === Gap.none && at < tokens.count) at++
    if (at >= tokens.count || stemAt(tokens, at) !== stems[index]) return 0
  }
  return at
}

/** The longest expression that begins at a token with the given stem. */
function expressionAt(tokens: Tokens, first: number, stemmed: number): Expression | undefined {
  const place = numberOf(expressionsFrom, stemmed)
  if (place < 0) return undefined
  for (const each of expressions[place]) if (endOfExpression(tokens, first, each) > 0) return each
  return undefined
}

/**
 * What each token of a text means, so that texts in different words can be compared.
 * @param tokens the tokens of a text
 * @param room for the numbers, where these are not needed for long
 * @returns one number a token, its lowest bit 0: the concept of its word or of the expression that begins with it, for digits one of
 * their own; 0 for symbols and for the further words of an expression
 */
export function conceptsOf(tokens: Tokens, room?: Room): Int32Array {
  const found = numbersIn(room, tokens.count)
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] === TokenKind.word) {
      const marked = markedConcept(tokens, at)
      if ((marked & 1) === 0) {
        found[at] = marked
        continue
      }
    }
    const stemmed = stemAt(tokens, at)
    const expression = expressionAt(tokens, at, stemmed)
    if (expression !== undefined) {
      found[at] = expression.concept
      at = endOfExpression(tokens, at, expression) - 1
    } else if (tokens.kinds[at] !== TokenKind.symbol) found[at] = conceptOf(stemmed)
  }
  return found
}
