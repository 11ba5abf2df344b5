import type { Sentence } from '../../text/sentences'
import { TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Role } from '../entity'
import { isHyphen, isOneOf, isWord, lowerTextAt } from '../scan'
import { isCapital, isLower } from './atoms'
import { placeMeant } from './demonyms'
import { WordClass, classOf, wordClass } from './lexicon'
import { nameKey } from './nameKey'
import { isPersonNoun } from './personNouns'

/** "the Treasury secretary", "the ministry": a description that may stand for a name. */
export interface Description {
  /** Tokens from "the" on, `last` not included. */
  readonly first: number
  readonly last: number
  /** What is described: "secretary". */
  readonly head: string
  /** What more is said, places by their names: "treasury". */
  readonly details: readonly string[]
  readonly former: boolean
}

/** Words before the head at most. */
const MOST_MODIFIERS = 4

const the = wordSet('the')
const links = wordSet('of for at')

/** Heads of descriptions of organisations: those that names end in ("the ministry"), and those of companies and clubs. */
const bodies = wordSet(
  'ministry department agency university committee commission court council parliament senate congress airline airlines association federation organization organisation institute treasury bureau bank club union foundation museum authority board',
)
const firmWords =
  'company firm carmaker automaker retailer manufacturer startup drugmaker chipmaker planemaker developer charity brewer insurer lender'
const firms = wordSet(firmWords)
const firmHeads = new Set(firmWords.split(' '))

const isHead = (tokens: Tokens, at: number): boolean =>
  isLower(tokens, at) && (isPersonNoun(tokens, at) || bodies(tokens.words[at]) || firms(tokens.words[at]))

/** Whether a description says "company" or the like, which any company may be. */
export const isFirm = (head: string): boolean => firmHeads.has(head)

/** Whether a word before the head goes with it: "the vice premier", "the French president", "the club president". */
const isModifier = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) && (isCapital(tokens, at) || (classOf(tokens, at) & (WordClass.function | WordClass.saying)) === 0)

/** Words as they are compared in descriptions and roles: small, a place by its name. */
const detail = (word: string): string => placeMeant(word) ?? nameKey(word)

/** Where what "of" or "for" adds to a head ends, and its words; the head's end where nothing can be made of it. */
function complement(tokens: Tokens, sentence: Sentence, at: number): { last: number; words: string[] } {
  if (!isOneOf(tokens, at, links)) return { last: at, words: [] }
  const words: string[] = []
  let last = isOneOf(tokens, at + 1, the) ? at + 2 : at + 1
  while (last < sentence.last && (isCapital(tokens, last) || (classOf(tokens, last) & WordClass.topic) !== 0)) {
    words.push(detail(lowerTextAt(tokens, last)))
    last++
  }
  return { last, words }
}

/** Reads the description that begins with "the" at `at`; null without one. */
export function readDescription(tokens: Tokens, sentence: Sentence, at: number): Description | null {
  if (!isOneOf(tokens, at, the)) return null
  let head = -1
  for (let next = at + 1; next < sentence.last && next <= at + 1 + MOST_MODIFIERS; next++) {
    if (tokens.kinds[next] !== TokenKind.word) {
      if (isHyphen(tokens, next)) continue
      break
    }
    if (isHead(tokens, next)) head = next
    else if (head >= 0 || !isModifier(tokens, next)) break
  }
  if (head < 0) return null
  const after = head + 1
  // "the police officer's", "the minister responsible", "the secretary general": more may belong to the head
  if (after < sentence.last && isCapital(tokens, after)) return null
  const { last, words } = complement(tokens, sentence, after)
  if (last > after && words.length === 0) return null
  const before: string[] = []
  let former = false
  for (let each = at + 1; each < head; each++) {
    if (!isWord(tokens, each)) continue
    if ((classOf(tokens, each) & WordClass.former) !== 0) former = true
    else before.push(detail(lowerTextAt(tokens, each)))
  }
  return { first: at, last, head: lowerTextAt(tokens, head), details: [...before, ...words], former }
}

/** A role taken apart as descriptions are. */
export interface RoleWords {
  readonly head: string
  readonly details: ReadonlySet<string>
  readonly former: boolean
}

const small = new Set(['of', 'for', 'at', 'in', 'to', 'from', 'with', 'on', 'under'])
const empty = new Set(['a', 'an', 'the', 'of', 'for', 'at', 'and', 's', ''])

/** The head of a role and its other words: "US Treasury Secretary" is a "secretary" with "united states" and "treasury". */
export function roleWords({ text, former }: Pick<Role, 'text' | 'former'>): RoleWords {
  const words = text.split(/[\s\-’']+/).map(nameKey)
  const link = words.findIndex(word => small.has(word))
  const end = link > 0 ? link : words.length
  const head = words[end - 1] ?? ''
  return { head, details: new Set(words.filter((word, at) => at !== end - 1 && !empty.has(word)).map(detail)), former }
}

/** "The mayor" is no deputy mayor. */
const deputies = ['deputy', 'vice', 'assistant', 'under']

/** Whether a description can mean the holder of a role: the same head, and nothing said of it that the role does not say. */
export const describes = ({ head, details, former }: Description, role: RoleWords): boolean =>
  head === role.head &&
  former === role.former &&
  deputies.every(word => role.details.has(word) === details.includes(word)) &&
  details.every(word => role.details.has(word) || (wordClass(word) & WordClass.former) !== 0)
