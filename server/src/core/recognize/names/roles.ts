import type { Passage } from '../../text/passage'
import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Role } from '../entity'
import { Sign, isApostrophe, isOneOf, isSymbol, isWord, lowerTextAt } from '../scan'
import { isCapital, isLower, textOfTokens } from './atoms'
import type { NameCandidate, TokenRange } from './candidate'
import { WordClass, classOf, has } from './lexicon'
import { nameKey } from './nameKey'
import type { NameGroup } from './unify'

/** Tokens that a role may have. */
const LONGEST = 16

const heads = WordClass.title | WordClass.roleNoun
const inRole = heads | WordClass.roleModifier | WordClass.topic | WordClass.former | WordClass.nationality

const prepositions = wordSet('of for at in to from with on under since and by against')
const articles = wordSet('a an the')
const strong = wordSet('the')
const verbs = wordSet(
  'who whose which said says told added was is were are has have had will would could can may might that but when where while',
)

/** Whether a token may stand in a role before its title: "Northrop Grumman chief executive", "U.S.-born", "vice-president". */
function belongs(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] === TokenKind.symbol) return isInnerSign(tokens, at)
  if (isCapital(tokens, at)) return !has(classOf(tokens, at), WordClass.function) || tokens.cases[at] === LetterCase.upper
  return isLower(tokens, at) && has(classOf(tokens, at), inRole)
}

/** A hyphen inside a word, or the point of "U.S." */
function isInnerSign(tokens: Tokens, at: number): boolean {
  if (at === 0 || tokens.gaps[at] !== Gap.none || !isWord(tokens, at - 1)) return false
  if (isSymbol(tokens, at, Sign.hyphen)) return tokens.gaps[at + 1] === Gap.none
  return isSymbol(tokens, at, Sign.point) && isCapital(tokens, at - 1) && tokens.ends[at - 1] - tokens.starts[at - 1] === 1
}

/** Goes back from `end` over the words of a role, not past `from`. */
function startOfRole(tokens: Tokens, from: number, end: number): number {
  let first = end
  while (first > from && end - first < LONGEST && belongs(tokens, first - 1)) first--
  while (first < end && (tokens.kinds[first] === TokenKind.symbol || isOneOf(tokens, first, articles))) first++
  return first
}

/** The role written right before a name: "US Treasury Secretary Scott Bessent", "Boeing spokesman Jim Proulx". */
function before(tokens: Tokens, sentence: Sentence, { first, office }: NameCandidate): TokenRange | null {
  if (office) return { first: startOfRole(tokens, sentence.first, office.first), last: office.last }
  const end = isSymbol(tokens, first - 1, 0x29) ? first - 1 : first
  const title = end - 1
  if (title < sentence.first || !isWord(tokens, title) || !has(classOf(tokens, title), heads)) return null
  if (end === first && !isLower(tokens, title)) return null
  return { first: startOfRole(tokens, sentence.first, end), last: end }
}

/** Whether the words from `first` up to the first preposition or `last` end as a role does. */
function hasHead(tokens: Tokens, first: number, last: number): boolean {
  let end = first
  while (end < last && !isOneOf(tokens, end, prepositions)) end++
  return end > first && has(classOf(tokens, end - 1), heads)
}

const closes = (tokens: Tokens, at: number): boolean => {
  if (at >= tokens.count) return true
  if (tokens.kinds[at] !== TokenKind.symbol) return false
  const sign = tokens.text[tokens.starts[at]]
  return ',;:)—–'.includes(sign) || ('.!?'.includes(sign) && !isInnerSign(tokens, at)) || (sign === '-' && tokens.gaps[at] !== Gap.none)
}

/** The role in apposition behind a name: ", a longtime associate of President Xi Jinping," */
function behind(tokens: Tokens, sentence: Sentence, { last }: NameCandidate): TokenRange | null {
  const comma = last
  if (comma >= sentence.last || !isSymbol(tokens, comma, Sign.comma)) return null
  let first = comma + 1
  let end = first
  while (end < sentence.last && end - first < LONGEST && !closes(tokens, end)) {
    if (isOneOf(tokens, end, verbs)) return null
    end++
  }
  if (end === first || (end < sentence.last && !closes(tokens, end))) return null
  const possessed = afterPossessive(tokens, first, end)
  const opening = isOneOf(tokens, first, articles) || possessed > first || has(classOf(tokens, first), inRole) || isCapital(tokens, first)
  if (!opening || !hasHead(tokens, possessed, end)) return null
  if (isOneOf(tokens, first, strong)) first++
  return { first, last: end }
}

/** Where the words behind "China's" or "the company's" begin; `first` without a possessive. */
function afterPossessive(tokens: Tokens, first: number, last: number): number {
  for (let at = first; at + 2 < last && at < first + 6; at++) {
    if (isApostrophe(tokens, at) && tokens.gaps[at] === Gap.none) return lowerTextAt(tokens, at + 1) === 's' ? at + 2 : at + 1
    if (isOneOf(tokens, at, prepositions)) return first
  }
  return first
}

/** The role that a name stands in apposition to: "Japan's prime minister, Taro Aso, said". */
function ahead(tokens: Tokens, sentence: Sentence, { first: name, last }: NameCandidate): TokenRange | null {
  const comma = name - 1
  if (comma <= sentence.first || !isSymbol(tokens, comma, Sign.comma) || !has(classOf(tokens, comma - 1), WordClass.title)) return null
  if (last < sentence.last && !closes(tokens, last)) return null
  const first = startOfRole(tokens, sentence.first, comma)
  if (first >= comma) return null
  const opened = first === sentence.first || isOneOf(tokens, first - 1, articles)
  if (opened) return { first, last: comma }
  return ownerBefore(tokens, sentence, first, comma)
}

/** "Japan's prime minister": the owner belongs to the role. */
function ownerBefore(tokens: Tokens, sentence: Sentence, first: number, last: number): TokenRange | null {
  const s = first - 1
  if (s - 2 < sentence.first || !isApostrophe(tokens, s - 1) || lowerTextAt(tokens, s) !== 's') return null
  const owner = startOfRole(tokens, sentence.first, s - 1)
  return owner < s - 1 ? { first: owner, last } : null
}

/** Takes "former", "then" and the like off a role. */
function withoutFormer(tokens: Tokens, range: TokenRange): { range: TokenRange; former: boolean } {
  let { first } = range
  const article = isOneOf(tokens, first, articles)
  const at = article ? first + 1 : first
  const former = at < range.last && has(classOf(tokens, at), WordClass.former) && isWord(tokens, at)
  if (!former) return { range, former }
  first = at + 1
  while (first < range.last && tokens.kinds[first] === TokenKind.symbol) first++
  return { range: { first, last: range.last }, former }
}

function isCourtesyOnly(tokens: Tokens, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++) if (isWord(tokens, at) && !has(classOf(tokens, at), WordClass.courtesy)) return false
  return true
}

/** Where the roles of a person are written, for each of the names that the person goes by. */
export type WrittenRoles = readonly (readonly TokenRange[])[]

/** Where the roles of each person of a document are written; nothing for what is no person. */
export function writtenRoles(groups: readonly NameGroup[], passages: readonly Passage[]): WrittenRoles[] {
  return groups.map(({ kind, members }) => {
    if (kind !== 'person') return []
    return members.map(member => {
      const { tokens, sentences } = passages[member.passage]
      return [before, behind, ahead].flatMap(find => find(tokens, sentences[member.sentence], member) ?? [])
    })
  })
}

/** The roles that a document gives the person of a group, in order, each once; the more telling form of "Secretary". */
export function rolesOf({ members }: NameGroup, written: WrittenRoles, passages: readonly Passage[]): Role[] {
  const roles = written.flatMap((ranges, index) => {
    const { passage } = members[index]
    const { tokens } = passages[passage]
    return ranges.flatMap(each => {
      const { range, former } = withoutFormer(tokens, each)
      if (range.first >= range.last || isCourtesyOnly(tokens, range)) return []
      const span = { start: tokens.starts[range.first], end: tokens.ends[range.last - 1] }
      return [{ text: textOfTokens(tokens, range.first, range.last), passage, span, former }]
    })
  })
  return withoutRepeats(roles)
}

/** Roles of one person that are told apart; beyond that a text is no news. */
const MOST_ROLES = 40

/** Drops roles that say no more than another one: "Secretary" beside "Treasury Secretary". */
function withoutRepeats(roles: readonly Role[]): Role[] {
  const distinct = new Map<string, Role>()
  for (const role of roles) {
    const key = `${role.former} ${nameKey(role.text)}`
    if (distinct.size < MOST_ROLES && !distinct.has(key)) distinct.set(key, role)
  }
  const says = (longer: Role, shorter: Role): boolean =>
    longer !== shorter && longer.former === shorter.former && nameKey(longer.text).endsWith(` ${nameKey(shorter.text)}`)
  const all = [...distinct.values()]
  return all.filter(role => !all.some(other => says(other, role)))
}
