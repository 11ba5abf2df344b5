import type { Passage } from '../../text/passage'
import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Role } from '../entity'
import { Sign, isApostrophe, isDigits, isOneOf, isSymbol, isWord, lowerTextAt } from '../scan'
import { isCapital, isLower, textOfTokens } from './atoms'
import type { NameCandidate, TokenRange } from './candidate'
import { WordClass, classOf, has } from './lexicon'
import { nameKey } from './nameKey'
import { isPersonNoun, mayBePersonNoun } from './personNouns'
import type { NameGroup } from './candidate'

/** Tokens that a role may have. */
const LONGEST = 16

const heads = WordClass.title | WordClass.roleNoun
const inRole = heads | WordClass.roleModifier | WordClass.topic | WordClass.former | WordClass.nationality

const prepositions = wordSet('of for at in to from with on under since and by against')
const articles = wordSet('a an the')
const strong = wordSet('the')
const of = wordSet('of')
const timeWords = wordSet('in on since until from after before during')
const links = wordSet('of for at and')
const relatives = wordSet('who whose which that where')
const who = wordSet('who')
const was = wordSet('was were')
const is = wordSet('is remains')
const became = wordSet('became')
const as = wordSet('as')
const appointed = wordSet('named appointed elected chosen reelected sworn made')
const verbs = wordSet('said says told added was is were are has have had will would could can may might but when while')

/** Whether a token may stand in a role before its title: "Northrop Grumman chief executive", "U.S.-born", "vice-president". */
function belongs(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] === TokenKind.symbol) return isInnerSign(tokens, at)
  if (isCapital(tokens, at)) return !has(classOf(tokens, at), WordClass.function) || tokens.cases[at] === LetterCase.upper
  return isLower(tokens, at) && (has(classOf(tokens, at), inRole) || isPersonNoun(tokens, at))
}

/** A hyphen inside a word, or the point of "U.S." */
function isInnerSign(tokens: Tokens, at: number): boolean {
  if (at === 0 || tokens.gaps[at] !== Gap.none || !isWord(tokens, at - 1)) return false
  if (isSymbol(tokens, at, Sign.hyphen)) return tokens.gaps[at + 1] === Gap.none
  return isSymbol(tokens, at, Sign.point) && isCapital(tokens, at - 1) && tokens.ends[at - 1] - tokens.starts[at - 1] === 1
}

/** Verbs of which the past does not end in -ed, and others that stand before a person. */
const irregularVerbs = wordSet(
  'met left went came took made gave won lost led ran saw sold bought sent set put kept began hit beat drew paid fought found held told chose hired urged sued did wrote shot cut let drove brought taught caught swore spoke',
)

/** Whether a word written small may say more of the head of a role: "harbour" in "harbour master", "chess" in "chess champion". */
function isModifier(tokens: Tokens, at: number): boolean {
  if (!isLower(tokens, at) || has(classOf(tokens, at), WordClass.function | WordClass.saying) || isOneOf(tokens, at, irregularVerbs))
    return false
  const word = lowerTextAt(tokens, at)
  return word.length > 2 && !verbEndings.some(ending => word.endsWith(ending))
}

const verbEndings = ['ed', 'ing', 's', 'ly']

/** Where "founder and" begins before "chief executive", so that both are one role; `at` without such. */
function startOfPair(tokens: Tokens, from: number, at: number): number {
  const and = at - 1
  const paired = and > from && isOneOf(tokens, and, ands) && has(classOf(tokens, and - 1), WordClass.title)
  return paired ? startOfWords(tokens, from, and) : at
}

const ands = wordSet('and')

/** Goes back from `end` over words that belong to roles, not past `from`. */
function startOfWords(tokens: Tokens, from: number, end: number): number {
  let first = end
  while (first > from && end - first < LONGEST && belongs(tokens, first - 1)) first--
  return first
}

/** Goes back from `end` over the words of a role, not past `from`. */
function startOfRole(tokens: Tokens, from: number, end: number): number {
  let first = startOfWords(tokens, from, end)
  const modified = first > from && first < end && isLower(tokens, first) && isModifier(tokens, first - 1)
  if (modified) first = startOfWords(tokens, from, first - 1)
  first = startOfPair(tokens, from, first)
  while (first < end && (tokens.kinds[first] === TokenKind.symbol || isOneOf(tokens, first, articles))) first++
  return first
}

/** Where "of law" begins before `end`, as in "professor of law"; `end` without such. */
const withoutField = (tokens: Tokens, end: number): number =>
  isLower(tokens, end - 1) && isOneOf(tokens, end - 2, of) && has(classOf(tokens, end - 3), heads) ? end - 2 : end

/** The role written right before a name: "US Treasury Secretary Scott Bessent", "Japan's finance minister Taro Aso". */
function before(tokens: Tokens, sentence: Sentence, { first, office }: NameCandidate): TokenRange | null {
  if (office) return { first: startOfRole(tokens, sentence.first, office.first), last: office.last }
  const end = isSymbol(tokens, first - 1, Sign.closeParen) ? first - 1 : first
  const title = withoutField(tokens, end) - 1
  if (title < sentence.first || !isWord(tokens, title)) return null
  if (!has(classOf(tokens, title), heads) && !isPersonNoun(tokens, title)) return null
  if (end === first && !isLower(tokens, title)) return null
  const start = isLower(tokens, title)
    ? Math.min(title, startOfRole(tokens, sentence.first, end))
    : startOfRole(tokens, sentence.first, end)
  return ownerBefore(tokens, sentence, start, end) ?? { first: start, last: end }
}

/** Whether the words from `first` up to the first preposition or `last` end as a role does, by a test of its last word. */
function hasHead(tokens: Tokens, first: number, last: number, isHead: (tokens: Tokens, at: number) => boolean): boolean {
  let end = first
  while (end < last && !isOneOf(tokens, end, prepositions)) end++
  return end > first && (has(classOf(tokens, end - 1), heads) || isHead(tokens, end - 1))
}

const closes = (tokens: Tokens, at: number): boolean => {
  if (at >= tokens.count) return true
  if (tokens.kinds[at] !== TokenKind.symbol) return false
  const sign = tokens.text[tokens.starts[at]]
  return ',;:)—–'.includes(sign) || ('.!?'.includes(sign) && !isInnerSign(tokens, at)) || (sign === '-' && tokens.gaps[at] !== Gap.none)
}

/** Where an age in apposition ends: after "52," in "Jonas Reve, 52, a welder". */
function behindAge(tokens: Tokens, at: number): number {
  const age = isDigits(tokens, at) && tokens.ends[at] - tokens.starts[at] === 2 && isSymbol(tokens, at + 1, Sign.comma)
  return age ? at + 2 : at
}

/** "in May", "since 2019": when somebody has a role is no part of it. */
const beginsTime = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at, timeWords) &&
  (isDigits(tokens, at + 1) || (isCapital(tokens, at + 1) && has(classOf(tokens, at + 1), WordClass.function)))

/** The role whose words begin at `first` and go on to the next comma or relative clause; null where they are none. */
function roleFrom(tokens: Tokens, sentence: Sentence, from: number): TokenRange | null {
  let first = from
  let end = first
  const ends = (at: number): boolean =>
    at >= sentence.last || closes(tokens, at) || isOneOf(tokens, at, relatives) || beginsTime(tokens, at)
  while (!ends(end) && end - first < LONGEST) {
    if (isLower(tokens, end) && isOneOf(tokens, end, verbs)) return null
    end++
  }
  if (end === first || !ends(end)) return null
  const possessed = afterPossessive(tokens, first, end)
  const introduced = isOneOf(tokens, first, articles) || possessed > first
  if (!introduced && !has(classOf(tokens, first), inRole) && !isCapital(tokens, first) && !isPersonNoun(tokens, end - 1)) return null
  if (!hasHead(tokens, possessed, end, introduced ? mayBePersonNoun : isPersonNoun)) return null
  if (isOneOf(tokens, first, strong) && possessed === first) first++
  return { first, last: end }
}

/** The role in apposition after a name: ", a longtime associate of President Xi Jinping," */
function behind(tokens: Tokens, sentence: Sentence, { last: comma }: NameCandidate): TokenRange | null {
  if (comma >= sentence.last || !isSymbol(tokens, comma, Sign.comma)) return null
  return roleFrom(tokens, sentence, behindAge(tokens, comma + 1))
}

/** The role that a sentence says outright: "Ada Quill, who is the mayor of Harnick,", "Ada Quill was named head coach". */
function said(tokens: Tokens, sentence: Sentence, { last }: NameCandidate): TokenRange | null {
  let at = isSymbol(tokens, last, Sign.comma) ? last + 1 : last
  if (isOneOf(tokens, at, who)) at++
  else if (at > last) return null
  const named = isOneOf(tokens, at, was) && isOneOf(tokens, at + 1, appointed)
  if (named) at += isOneOf(tokens, at + 2, as) ? 3 : 2
  else if (isOneOf(tokens, at, became) || (isOneOf(tokens, at, is) && isOneOf(tokens, at + 1, strong))) at++
  else return null
  return at < sentence.last ? roleFrom(tokens, sentence, at) : null
}

/** Where the words after "China's" or "the company's" begin; `first` without a possessive. */
function afterPossessive(tokens: Tokens, first: number, last: number): number {
  for (let at = first; at + 2 < last && at < first + 6; at++) {
    if (isApostrophe(tokens, at) && tokens.gaps[at] === Gap.none) return lowerTextAt(tokens, at + 1) === 's' ? at + 2 : at + 1
    if (isOneOf(tokens, at, prepositions)) return first
  }
  return first
}

/** The role that a name stands in apposition to: "Japan's prime minister, Taro Aso, said", "the mayor of Harnick, Jonas Reve, said". */
function ahead(tokens: Tokens, sentence: Sentence, { first: name, last }: NameCandidate): TokenRange | null {
  const comma = name - 1
  if (comma <= sentence.first || !isSymbol(tokens, comma, Sign.comma) || (last < sentence.last && !closes(tokens, last))) return null
  const end = beforeComplement(tokens, sentence, comma)
  if (!has(classOf(tokens, end - 1), WordClass.title) && !isPersonNoun(tokens, end - 1)) return null
  const first = startOfRole(tokens, sentence.first, end)
  if (first >= end) return null
  const owned = ownerBefore(tokens, sentence, first, comma)
  if (owned) return owned
  const opened = first === sentence.first || isOneOf(tokens, first - 1, articles) || isApostrophe(tokens, first - 2)
  return opened ? { first, last: comma } : null
}

/** Where the head of a role ends that "of Harnick" or "at the University of Oregon" follows, up to `end`; `end` without such. */
function beforeComplement(tokens: Tokens, sentence: Sentence, end: number): number {
  let start = end
  for (let at = end - 1; at > sentence.first && end - at < LONGEST; at--) {
    if (isOneOf(tokens, at, links) && isLower(tokens, at - 1)) start = at
    const inside = isCapital(tokens, at) || isOneOf(tokens, at, links) || isOneOf(tokens, at, articles) || isInnerSign(tokens, at)
    if (!inside && !(isLower(tokens, at) && has(classOf(tokens, at), WordClass.topic))) break
  }
  return start
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

/** Takes courtesies off the end: "hydrologist" of "hydrologist Dr." */
function withoutCourtesy(tokens: Tokens, { first, last }: TokenRange): TokenRange {
  let end = last
  while (end > first && (has(classOf(tokens, end - 1), WordClass.courtesy) || isSymbol(tokens, end - 1, Sign.point))) end--
  return end > first ? { first, last: end } : { first, last }
}

function isCourtesyOnly(tokens: Tokens, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++) if (isWord(tokens, at) && !has(classOf(tokens, at), WordClass.courtesy)) return false
  return true
}

/** Where the roles of a person are written, for each of the names that the person goes by. */
export type WrittenRoles = readonly (readonly TokenRange[])[]

const finders = [before, behind, ahead, said]

/** Where the roles of each person of a document are written; nothing for what is no person. */
export function writtenRoles(groups: readonly NameGroup[], passages: readonly Passage[]): WrittenRoles[] {
  return groups.map(({ kind, members }) => {
    if (kind !== 'person') return []
    return members.map(member => {
      const { tokens, sentences } = passages[member.passage]
      const sentence = sentences[member.sentence]
      const found: TokenRange[] = []
      for (const find of finders) {
        const role = find(tokens, sentence, member)
        if (role !== null) found.push(role)
      }
      return found
    })
  })
}

const NO_ROLES: Role[] = []

/** The roles that a document gives the person of a group, in order, each once; the more telling form of "Secretary". */
export function rolesOf({ members }: NameGroup, written: WrittenRoles, passages: readonly Passage[]): Role[] {
  if (written.every(ranges => ranges.length === 0)) return NO_ROLES
  const roles = written.flatMap((ranges, index) => {
    const { passage } = members[index]
    const { tokens } = passages[passage]
    return ranges.flatMap(each => {
      const { range, former } = withoutFormer(tokens, withoutCourtesy(tokens, each))
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
