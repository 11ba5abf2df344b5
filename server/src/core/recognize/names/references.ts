import type { Passage } from '../../text/passage'
import type { Sentence } from '../../text/sentences'
import { TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Mention, Role } from '../entity'
import { isWord, lowerTextAt } from '../scan'
import { isLower } from './atoms'
import type { NameCandidate } from './candidate'
import { WordClass, classOf, givenName, wordClass } from './lexicon'
import type { NameGroup } from './unify'

/** Words that stand for a name, found behind it. */
export interface Reference {
  /** Index of the group it stands for. */
  readonly group: number
  readonly mention: Mention
}

type Gender = 'he' | 'she' | null

const he = wordSet('he his')
const she = wordSet('she')
const the = wordSet('the')

/** Heads of descriptions that an organisation's name may end in: "the ministry". */
const describable = wordSet(
  'ministry department agency university committee commission court council parliament senate congress airline airlines association federation organization organisation institute treasury bureau',
)

/** Flags of the words of an office, such as "Ms" and "Congressman". */
function officeFlags({ tokens }: Passage, { office }: NameCandidate): number {
  let flags = 0
  if (office) for (let at = office.first; at < office.last; at++) flags |= classOf(tokens, at)
  return flags
}

/** The pronoun of a person, from titles and given names; null where they do not tell. */
function genderOf({ members }: NameGroup, passages: readonly Passage[]): Gender {
  let flags = 0
  for (const member of members) {
    if (member.atoms.length > 1) flags |= member.atoms[0].word & givenName
    flags |= officeFlags(passages[member.passage], member) & (WordClass.male | WordClass.female)
  }
  const man = (flags & (WordClass.maleName | WordClass.male)) !== 0
  const woman = (flags & (WordClass.femaleName | WordClass.female)) !== 0
  return man === woman ? null : man ? 'he' : 'she'
}

/** A person named in a sentence, or meant by a pronoun in it. */
interface Named {
  readonly group: number
  readonly token: number
}

/** Who is named where: for each passage and sentence the people, in order. */
function peopleBySentence(groups: readonly NameGroup[], passages: readonly Passage[]): Named[][][] {
  const table = passages.map(({ sentences }) => sentences.map((): Named[] => []))
  groups.forEach(({ kind, members }, group) => {
    if (kind === 'person') for (const { passage, sentence, first } of members) table[passage][sentence].push({ group, token: first })
  })
  for (const passage of table) for (const sentence of passage) sentence.sort((a, b) => a.token - b.token)
  return table
}

/** Whether each token of a passage stands inside a quotation, where "he" may be anybody. */
function quotedTokens(tokens: Tokens): Uint8Array {
  const quoted = new Uint8Array(tokens.count)
  let open = false
  for (let at = 0; at < tokens.count; at++) {
    const sign = tokens.kinds[at] === TokenKind.symbol ? tokens.words[at] : 0
    if (sign === 0x201c) open = true
    else if (sign === 0x201d) open = false
    else if (sign === 0x22) open = !open
    quoted[at] = open ? 1 : 0
  }
  return quoted
}

/** Marks the tokens of a passage's names: "He" in "Vice Premier He Lifeng" stands for nobody else. */
function markNames(marked: readonly Uint8Array[], groups: readonly NameGroup[]): void {
  for (const { members } of groups) for (const { passage, first, last } of members) marked[passage].fill(1, first, last)
}

const fits = (gender: Gender, pronoun: Gender): boolean => gender === null || gender === pronoun

/**
 * Whom a pronoun means, where that is safe: the only fitting person of its sentence so far and the sentence before, or else,
 * at the start of its sentence, the fitting person that the sentence before began with.
 */
function antecedent(before: readonly Named[], previous: readonly Named[], opens: boolean, fit: (named: Named) => boolean): number {
  const near = [...previous, ...before].filter(fit)
  const groups = new Set(near.map(({ group }) => group))
  if (groups.size === 1) return near[0].group
  const subject = previous.find(fit)
  return opens && before.length === 0 && subject !== undefined && subject === previous[0] ? subject.group : -1
}

/** People named in one sentence beyond whom no pronoun is safe. */
const CROWD = 12

function pronounAt(tokens: Tokens, at: number): Gender {
  if (!isWord(tokens, at)) return null
  return he(tokens.words[at]) ? 'he' : she(tokens.words[at]) ? 'she' : null
}

/** Resolves the pronouns of one sentence; people they mean count as named in it. */
function pronounsIn(
  tokens: Tokens,
  sentence: Sentence,
  closed: Uint8Array,
  named: Named[],
  previous: readonly Named[],
  genders: readonly Gender[],
): Named[] {
  const found: Named[] = []
  if (previous.length > CROWD) return found
  for (let at = sentence.first; at < sentence.last && named.length <= CROWD; at++) {
    const pronoun = pronounAt(tokens, at)
    if (pronoun === null || closed[at] === 1) continue
    const before = named.filter(({ token }) => token < at)
    const group = antecedent(before, previous, at === sentence.first, each => fits(genders[each.group], pronoun))
    if (group < 0) continue
    const meant = { group, token: at }
    found.push(meant)
    named.push(meant)
    named.sort((a, b) => a.token - b.token)
  }
  return found
}

/** Groups by the last word of their roles or names: "secretary", "ministry"; those that share a word are left out. */
function describedBy(groups: readonly NameGroup[], roles: readonly (readonly Role[])[]): Map<string, number> {
  const owners = new Map<string, Set<number>>()
  const add = (word: string, group: number): void => {
    const set = owners.get(word)
    if (set) set.add(group)
    else owners.set(word, new Set([group]))
  }
  groups.forEach((group, index) => {
    if (group.kind === 'organization' && group.words.length > 1) add(group.words[group.words.length - 1], index)
    for (const { text, former } of roles[index]) {
      if (former) continue
      for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) if ((wordClass(word) & WordClass.title) !== 0) add(word, index)
    }
  })
  return new Map([...owners].flatMap(([word, set]) => (set.size === 1 ? [[word, [...set][0]] as const] : [])))
}

/** Where "the" and a description begin and end: "the secretary", not "the secretary of the club". */
function descriptionAt(tokens: Tokens, sentence: Sentence, at: number): number {
  const head = at + 1
  if (head >= sentence.last || !isWord(tokens, at) || !the(tokens.words[at]) || !isLower(tokens, head)) return -1
  const known = (classOf(tokens, head) & WordClass.title) !== 0 || describable(tokens.words[head])
  if (!known) return -1
  const next = head + 1
  if (next < sentence.last && tokens.kinds[next] === TokenKind.word) {
    const follows = lowerTextAt(tokens, next)
    if (follows === 'of' || follows === 'for' || (classOf(tokens, next) & (WordClass.title | WordClass.roleModifier)) !== 0) return -1
    if (!isLower(tokens, next)) return -1
  }
  return head
}

/**
 * Finds the pronouns and descriptions of a document that stand for its people and organisations, where there is no doubt.
 * @param roles the roles of each group
 */
export function findReferences(
  passages: readonly Passage[],
  groups: readonly NameGroup[],
  roles: readonly (readonly Role[])[],
): Reference[] {
  const people = peopleBySentence(groups, passages)
  const genders = groups.map(group => genderOf(group, passages))
  const described = describedBy(groups, roles)
  const references: Reference[] = []
  const refer = (group: number, passage: number, tokens: Tokens, first: number, last: number): void => {
    references.push({ group, mention: { passage, start: tokens.starts[first], end: tokens.ends[last], form: 'reference' } })
  }
  // where no pronoun is looked for
  const closed = passages.map(({ tokens }) => quotedTokens(tokens))
  markNames(closed, groups)
  let previous: readonly Named[] = []
  passages.forEach(({ tokens, sentences }, passage) => {
    sentences.forEach((sentence, number) => {
      const named = people[passage][number]
      for (const { group, token } of pronounsIn(tokens, sentence, closed[passage], named, previous, genders))
        refer(group, passage, tokens, token, token)
      for (let at = sentence.first; at < sentence.last; at++) {
        const head = descriptionAt(tokens, sentence, at)
        const group = head < 0 ? undefined : described.get(lowerTextAt(tokens, head))
        if (group !== undefined && isNamedBefore(groups[group], passage, tokens.starts[at])) refer(group, passage, tokens, at, head)
      }
      previous = named
    })
  })
  return references
}

function isNamedBefore({ members }: NameGroup, passage: number, start: number): boolean {
  const [first] = members
  return first.passage < passage || (first.passage === passage && first.start < start)
}
