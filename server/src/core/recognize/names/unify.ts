import { genderOf, genderOfFlags, type Gender } from './gender'
import { entityKey } from './nameForms'
import { givenName, knownName, WordClass, wordClass } from './lexicon'
import { KNOWN_VOTES } from './kinds'
import { bestKind, type KindVotes, type NameCandidate, type NameGroup } from './candidate'

const isInitialOf = (short: string, long: string): boolean => short.length === 1 && long.startsWith(short)

/** Puts occurrences of the same name together; names that are known as variants of one are the same. */
function groupByKey(candidates: readonly NameCandidate[]): Map<string, NameGroup> {
  const groups = new Map<string, NameGroup>()
  for (const candidate of candidates) {
    const key = candidate.entity
    let group = groups.get(key)
    if (!group) {
      group = { key, words: key.split(' '), kind: 'other', votes: { person: 0, organization: 0, place: 0, other: 0 }, members: [] }
      groups.set(key, group)
    }
    group.members.push(candidate)
  }
  for (const group of groups.values()) {
    group.votes = votesOf(group.members)
    group.kind = bestKind(group.votes)
  }
  return groups
}

/**
 * What speaks for each kind of a name: each of its forms once, and what stands around it more the more often it stands there, but by
 * the root, so that weak hints in many places do not outweigh what is known.
 */
function votesOf(members: readonly NameCandidate[]): KindVotes {
  const sum: KindVotes = { person: 0, organization: 0, place: 0, other: 0 }
  const texts = new Set<string>()
  const weight = 1 / Math.sqrt(members.length)
  for (const { text, form, context } of members) {
    const own = texts.has(text) ? NO_VOTES : form
    sum.person += context.person * weight + own.person
    sum.organization += context.organization * weight + own.organization
    sum.place += context.place * weight + own.place
    sum.other += context.other * weight + own.other
    texts.add(text)
  }
  return sum
}

const NO_VOTES: Readonly<KindVotes> = { person: 0, organization: 0, place: 0, other: 0 }

/** Moves all of `short` into `long`; the kind stays that of `long`. */
function absorb(groups: Map<string, NameGroup>, short: NameGroup, long: NameGroup): void {
  if (short === long) return
  long.members.push(...short.members)
  groups.delete(short.key)
}

const order = (a: NameCandidate, b: NameCandidate): number => a.passage - b.passage || a.start - b.start

const areInOrder = (members: readonly NameCandidate[]): boolean => members.every((each, at) => at === 0 || order(members[at - 1], each) < 0)

const firstMention = (group: NameGroup): NameCandidate => group.members.reduce((first, each) => (order(each, first) < 0 ? each : first))

/** The groups found under each of the given words. */
function indexBy(groups: Iterable<NameGroup>, wordsOf: (group: NameGroup) => readonly string[]): Map<string, NameGroup[]> {
  const index = new Map<string, NameGroup[]>()
  for (const group of groups) {
    for (const word of wordsOf(group)) {
      const list = index.get(word)
      if (!list) index.set(word, [group])
      else if (list[list.length - 1] !== group) list.push(group)
    }
  }
  return index
}

/** Letters of the capitalised words of a name: "wto" of "World Trade Organization". */
const initialsOf = (words: readonly string[]): string =>
  words
    .filter(word => !minor.has(word))
    .map(word => word[0])
    .join('')
const minor = new Set(['of', 'the', 'and', 'for', 'on', 'in', '&', 'de'])

/** Joins acronyms to the names they abbreviate: those in brackets after the name, and those whose letters fit one name only. */
function joinAcronyms(groups: Map<string, NameGroup>, bracketed: ReadonlyMap<string, string>): void {
  const byInitials = indexBy(
    [...groups.values()].filter(group => group.words.length > 1 && group.kind !== 'person'),
    group => [initialsOf(group.words)],
  )
  for (const group of [...groups.values()]) {
    if (group.words.length > 1) continue
    const full = bracketed.get(group.key)
    const named = full !== undefined ? groups.get(entityKey(full)) : undefined
    const upper = group.members.some(member => member.atoms[0].upper)
    const fitting = upper && group.key.length >= 3 ? (byInitials.get(group.key) ?? []) : []
    const target = named ?? (fitting.length === 1 ? fitting[0] : undefined)
    if (target && groups.has(target.key)) absorb(groups, group, target)
  }
}

/** The short forms under which a person of several names goes: the last, with its particles, and the first. */
function personShortForms(group: NameGroup): string[] {
  const { words } = group
  if (words.length < 2) return []
  const forms = [words[words.length - 1], words[0]]
  const tail = words.findIndex((word, index) => index > 0 && (wordClass(word) & WordClass.particle) !== 0)
  if (tail > 0) forms.push(words.slice(tail).join(' '))
  const hyphened = group.members[0].atoms[group.members[0].atoms.length - 1]
  const parts = hyphened.join === 'space' ? group.members[0].key.split(' ').slice(group.members[0].atoms.length - 1) : []
  if (parts.length > 1) forms.push(parts.join(' '))
  return forms
}

/** Whether a name of one word may stand for a person rather than for what it names elsewhere: "Jordan", where no place is spoken of. */
function mayBePerson({ key, votes }: NameGroup): boolean {
  if (votes.person >= 4) return true
  const known = knownName(key)
  if (known) return known.kind === 'place' && votes.place <= KNOWN_VOTES
  return Math.max(votes.organization, votes.place, votes.other) - votes.person < 4
}

/** Joins "Bessent" to "Scott Bessent". Of two people of one name each mention goes to the one named last before it. */
function joinPeople(groups: Map<string, NameGroup>): void {
  const people = [...groups.values()].filter(group => group.kind === 'person')
  const index = indexBy(people, personShortForms)
  for (const group of [...groups.values()]) {
    const full = index.get(group.key)?.filter(person => person !== group && groups.has(person.key))
    if (!full || full.length === 0 || !mayBePerson(group)) continue
    if (full.length === 1) absorb(groups, group, full[0])
    else distribute(groups, group, full)
  }
}

/** Gives each mention of a shared name to the person named last before it; "Mrs Clinton" to one of whom that can be said. */
function distribute(groups: Map<string, NameGroup>, group: NameGroup, people: readonly NameGroup[]): void {
  const named = people.flatMap(person => person.members.map(member => ({ person, member }))).sort((a, b) => order(a.member, b.member))
  const genders = new Map(people.map(person => [person, genderOf(person)]))
  const fits = (person: NameGroup, gender: Gender): boolean => gender === null || (genders.get(person) ?? gender) === gender
  // whom "Clinton", "Mr Clinton" and "Mrs Clinton" mean
  const meant = new Map<Gender, NameGroup>()
  for (const gender of [null, 'he', 'she'] as const)
    meant.set(gender, (named.find(({ person }) => fits(person, gender)) ?? named[0]).person)
  let next = 0
  for (const member of [...group.members].sort(order)) {
    for (; next < named.length && order(named[next].member, member) < 0; next++) {
      const { person } = named[next]
      for (const gender of [null, 'he', 'she'] as const) if (fits(person, gender)) meant.set(gender, person)
    }
    meant.get(genderOfFlags(member.genderOfOffice))!.members.push(member)
  }
  groups.delete(group.key)
}

/** "Donald J. Trump" and "Donald Trump", "J. Powell" and "Jerome Powell". */
function joinInitials(groups: Map<string, NameGroup>): void {
  const people = [...groups.values()].filter(group => group.kind === 'person' && group.words.length > 1)
  for (const same of indexBy(people, group => [group.words[group.words.length - 1]]).values()) {
    if (same.length < 2 || same.length > 50) continue
    for (const short of same) {
      const long = same.filter(other => other !== short && groups.has(other.key) && abbreviatesPerson(short.words, other.words))
      if (long.length === 1 && groups.has(short.key)) absorb(groups, short, long[0])
    }
  }
}

function abbreviatesPerson(short: readonly string[], long: readonly string[]): boolean {
  if (short[0] !== long[0]) return isInitialOf(short[0], long[0]) && short.length <= long.length
  return short.length < long.length
}

/** Joins "Lockheed" to "Lockheed Martin" and "Treasury" to "US Treasury", where the long form came first and is the only one. */
function joinOrganizations(groups: Map<string, NameGroup>): void {
  const long = [...groups.values()].filter(group => group.kind === 'organization' && group.words.length > 1)
  const index = indexBy(long, group => shortOrganizations(group.words))
  for (const group of [...groups.values()]) {
    const full = index.get(group.key)?.filter(each => groups.has(each.key))
    if (full?.length !== 1 || full[0] === group) continue
    if (knownName(group.key) || group.votes.place >= 4 || group.votes.person >= 4) continue
    if (order(firstMention(full[0]), firstMention(group)) < 0) absorb(groups, group, full[0])
  }
}

function shortOrganizations(words: readonly string[]): string[] {
  const forms: string[] = []
  for (let length = 1; length < words.length; length++) {
    const lead = words.slice(0, length).join(' ')
    if (knownName(lead)?.kind === 'place' || (wordClass(lead) & WordClass.nationality) !== 0) forms.push(words.slice(length).join(' '))
    else if ((wordClass(lead) & (WordClass.common | WordClass.topic | givenName)) === 0) forms.push(lead)
  }
  // "the Rovers" of "Harnick Rovers"
  const last = words[words.length - 1]
  if (last.length > 4 && last.endsWith('s') && (wordClass(last) & (WordClass.common | WordClass.title)) === 0) forms.push(last)
  return forms
}

/**
 * Puts the names of a document together, so that each person, organisation or place is one group.
 * @param candidates occurrences in order
 * @param bracketed keys of acronyms explained in brackets, with the keys of the names they stand for
 */
export function unifyNames(candidates: readonly NameCandidate[], bracketed: ReadonlyMap<string, string>): NameGroup[] {
  const groups = groupByKey(candidates)
  joinAcronyms(groups, bracketed)
  joinInitials(groups)
  joinPeople(groups)
  joinOrganizations(groups)
  const all = [...groups.values()]
  for (const { members } of all) if (!areInOrder(members)) members.sort(order)
  return all.sort((a, b) => order(a.members[0], b.members[0]))
}
