import type { Passage } from '../../text/passage'
import { TokenKind } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { Mention, Role } from '../entity'
import { isApostrophe, isOneOf, lowerTextAt } from '../scan'
import { describes, isFirm, readDescription, roleWords, type Description, type RoleWords } from './descriptions'
import { genderOf, genderOfFlags, type Gender } from './gender'
import { classOf } from './lexicon'
import { isPersonNoun } from './personNouns'
import { bodyMeant, personMeant, pronounAt } from './pronouns'
import type { WrittenRoles } from './roles'
import { forEachQuoted } from '../quotations'
import { Mark, NOBODY, beginsClause, onlyGroup, type Salient, type Scene } from './salience'
import type { NameGroup } from './candidate'

/** Words that stand for a name, found after it. */
export interface Reference {
  /** Index of the group it stands for. */
  readonly group: number
  readonly mention: Mention
}

/** Sentences without people after which a pronoun still means those before them. */
const SENTENCES_KEPT = 1
/** People of one sentence beyond whom no pronoun is safe. */
const CROWD = 12

const being = wordSet('is was are were be been being become became as like')
const articles = wordSet('a an the')
const possessives = wordSet('his her')
const told = wordSet('told by')
/** Words that pronouns and descriptions begin with. */
const pointing = wordSet('he him his himself she her hers herself it its they their the')

/** What is known of the names of a document before their references are looked for. */
interface Cast {
  readonly groups: readonly NameGroup[]
  readonly genders: readonly Gender[]
  /** The roles of each group, taken apart. */
  readonly roles: readonly (readonly RoleWords[])[]
  /** Groups by the heads of their roles and names: "secretary", "ministry". */
  readonly byHead: ReadonlyMap<string, readonly number[]>
}

function castOf(groups: readonly NameGroup[], given: readonly (readonly Role[])[]): Cast {
  const byHead = new Map<string, number[]>()
  const enter = (head: string, group: number): void => {
    const known = byHead.get(head)
    if (!known) byHead.set(head, [group])
    else if (!known.includes(group)) known.push(group)
  }
  const roles = given.map(each => each.map(roleWords))
  groups.forEach(({ kind, words }, group) => {
    if (kind === 'organization' && words.length > 1) enter(words[words.length - 1], group)
    for (const { head } of roles[group]) enter(head, group)
  })
  return { groups, genders: groups.map(group => (group.kind === 'person' ? genderOf(group) : null)), roles, byHead }
}

/** A name where it stands in its sentence. */
interface PlacedName {
  readonly group: number
  readonly first: number
  readonly last: number
}

const NO_NAMES: PlacedName[] = []

/** The names of each sentence of each passage, in order, and the {@link Mark} flags of all tokens. */
function placeNames(
  passages: readonly Passage[],
  groups: readonly NameGroup[],
  written: readonly WrittenRoles[],
): { readonly names: readonly (readonly PlacedName[])[][]; readonly marks: readonly Uint8Array[] } {
  const names = passages.map(({ sentences }) => sentences.map(() => NO_NAMES))
  const marks = passages.map(({ tokens }) => new Uint8Array(tokens.count))
  const mark = (passage: number, first: number, last: number, flag: number): void => {
    for (let at = first; at < last; at++) marks[passage][at] |= flag
  }
  passages.forEach(({ tokens }, passage) => {
    forEachQuoted(tokens, at => {
      marks[passage][at] |= Mark.quoted
    })
  })
  groups.forEach(({ members }, group) => {
    members.forEach(({ passage, sentence, first, last }, index) => {
      const others = names[passage][sentence]
      if (others === NO_NAMES) names[passage][sentence] = [{ group, first, last }]
      else others.push({ group, first, last })
      mark(passage, first, last, Mark.name)
      for (const role of written[group][index] ?? []) mark(passage, role.first, role.last, Mark.role)
    })
  })
  for (const passage of names) for (const sentence of passage) if (sentence.length > 1) sentence.sort((a, b) => a.first - b.first)
  return { names, marks }
}

/** Words that end the names of public bodies, which are no companies. */
const publicBodies = new Set(
  'ministry department government parliament senate congress court tribunal council commission police army navy university committee agency treasury nations union organization organisation house'.split(
    ' ',
  ),
)

const isCompany = ({ kind, words }: NameGroup): boolean => kind === 'organization' && !words.some(word => publicBodies.has(word))

/** Whether what a description says is said of a group: by a role, or by the name of a body. */
function isDescribed({ groups, roles }: Cast, group: number, description: Description): boolean {
  if (roles[group].some(role => describes(description, role))) return true
  const { kind, words } = groups[group]
  if (kind !== 'organization' || description.former || words[words.length - 1] !== description.head) return false
  return description.details.every(word => words.includes(word))
}

/** A walk through a document from name to name. */
interface Walk {
  readonly cast: Cast
  /** 1 for groups that have been named. */
  readonly named: Uint8Array
  /** The people named so far, each once. */
  readonly everybody: Salient[]
  /** The people and bodies of the last sentence that had people. */
  people: readonly Salient[]
  bodies: readonly Salient[]
  /** Sentences without people since. */
  silent: number
}

/** The name that a description stands for: the only one it fits, of all so far or of those nearby. */
function described({ cast, named, people, bodies }: Walk, scene: Scene, description: Description): number {
  const nearby = [...people, ...scene.people, ...bodies, ...scene.bodies]
  const another = nearby.some(({ group, noun }) => group === NOBODY && noun === description.head)
  if (another && description.details.length === 0 && !description.former) return NOBODY
  const owners = (cast.byHead.get(description.head) ?? []).filter(group => named[group] === 1 && isDescribed(cast, group, description))
  if (owners.length === 1) return owners[0]
  if (owners.length > 1) return onlyGroup(nearby.filter(({ group }) => owners.includes(group)))
  const anyFirm = isFirm(description.head) && description.details.length === 0
  return anyFirm ? onlyGroup(nearby.filter(({ group }) => group !== NOBODY && isCompany(cast.groups[group]))) : NOBODY
}

/** Whether a description has the name in it that it would stand for: "the Kestrel company". */
const holdsName = (names: readonly PlacedName[], group: number, { first, last }: Description): boolean =>
  names.some(name => name.group === group && name.first < last && first < name.last)

/** Whether a noun for a person brings somebody to mind: "a spokesman", but not "he is a lawyer" or "lawyer Jane Doe". */
function bringsSomebody({ tokens, sentence, marks }: Scene, at: number): boolean {
  if (at + 1 < sentence.last && (isPersonNoun(tokens, at + 1) || (marks[at + 1] & Mark.name) !== 0)) return false
  let before = at - 1
  while (before > sentence.first && tokens.kinds[before] === TokenKind.word && !isOneOf(tokens, before, articles) && at - before < 5)
    before--
  return !isOneOf(tokens, before, articles) || !isOneOf(tokens, before - 1, being)
}

const isHeadline = ({ tokens, sentences }: Passage): boolean =>
  sentences.length === 1 && tokens.count > 0 && tokens.kinds[tokens.count - 1] === TokenKind.word

/** The only person named so far whom a pronoun fits, as long as there is only one. */
function soleFitting({ cast, everybody }: Walk, gender: Gender): Salient[] {
  const fitting = everybody.filter(({ group }) => cast.genders[group] === null || cast.genders[group] === gender)
  return fitting.length === 1 ? fitting : []
}

/** Walks through one sentence, token by token. */
function walkSentence(
  walk: Walk,
  scene: Scene,
  names: readonly PlacedName[],
  refer: (group: number, first: number, last: number) => void,
): void {
  const { tokens, sentence, marks } = scene
  const { cast } = walk
  const bring = (to: Salient[], group: number, first: number, last: number, gender: Gender, noun: string): void => {
    const possessor = isApostrophe(tokens, last) || isOneOf(tokens, first, possessives)
    const subject = !possessor && beginsClause(scene, first)
    to.push({ group, token: first, last, gender, subject, possessor, quoted: (marks[first] & Mark.quoted) !== 0, noun })
  }
  let next = 0
  for (let at = sentence.first; at < sentence.last; at++) {
    while (next < names.length && names[next].last <= at) walk.named[names[next++].group] = 1 // inside a description
    if (next < names.length && names[next].first <= at) {
      const { group, first, last } = names[next++]
      const person = cast.groups[group].kind === 'person'
      if (person) bring(scene.people, group, first, last, cast.genders[group], '')
      else if (cast.groups[group].kind !== 'other' && !isOneOf(tokens, first - 1, told)) bring(scene.bodies, group, first, last, null, '')
      if (person && walk.named[group] === 0) walk.everybody.push(scene.people[scene.people.length - 1])
      walk.named[group] = 1
      at = last - 1
      continue
    }
    const points = pointing(tokens.words[at])
    if (!points && !isPersonNoun(tokens, at)) continue
    if ((marks[at] & (Mark.quoted | Mark.role)) !== 0 || scene.people.length > CROWD) continue
    if (!points) {
      if (bringsSomebody(scene, at)) bring(scene.people, NOBODY, at, at + 1, genderOfFlags(classOf(tokens, at)), lowerTextAt(tokens, at))
      continue
    }
    const pronoun = pronounAt(tokens, at)
    if (pronoun) {
      const group = personMeant(scene, at, pronoun, walk.people.length > 0 ? walk.people : soleFitting(walk, pronoun.gender))
      if (group !== NOBODY) refer(group, at, at + 1)
      bring(scene.people, group, at, at + 1, pronoun.gender, '')
      continue
    }
    const description = readDescription(tokens, sentence, at)
    if (description && (marks[description.last - 1] & Mark.role) === 0) {
      const group = described(walk, scene, description)
      if (group !== NOBODY && !holdsName(names, group, description)) {
        refer(group, at, description.last)
        const person = cast.groups[group].kind === 'person'
        bring(person ? scene.people : scene.bodies, group, at, description.last, cast.genders[group], '')
        at = description.last - 1
        continue
      }
    }
    const body = bodyMeant(scene, at, walk.bodies)
    if (body !== NOBODY) refer(body, at, at + 1)
  }
}

/** What a sentence leaves in mind for the next. */
function goOn(walk: Walk, { people, bodies }: Scene): void {
  if (people.length > 0) walk.people = people
  else if (walk.silent >= SENTENCES_KEPT) walk.people = []
  walk.silent = people.length > 0 ? 0 : walk.silent + 1
  walk.bodies = bodies
}

/**
 * Finds the pronouns and descriptions of a document that stand for its people and organisations, where there is no doubt.
 * @param roles the roles of each group
 * @param written where they are written
 */
export function findReferences(
  passages: readonly Passage[],
  groups: readonly NameGroup[],
  roles: readonly (readonly Role[])[],
  written: readonly WrittenRoles[],
): Reference[] {
  const { names, marks } = placeNames(passages, groups, written)
  const walk: Walk = {
    cast: castOf(groups, roles),
    named: new Uint8Array(groups.length),
    everybody: [],
    people: [],
    bodies: [],
    silent: 0,
  }
  const references: Reference[] = []
  passages.forEach((each, passage) => {
    const { tokens, sentences } = each
    const headline = isHeadline(each)
    sentences.forEach((sentence, number) => {
      const scene: Scene = { tokens, sentence, marks: marks[passage], people: [], bodies: [] }
      walkSentence(walk, scene, names[passage][number], (group, first, last) => {
        references.push({ group, mention: { passage, start: tokens.starts[first], end: tokens.ends[last - 1], form: 'reference' } })
      })
      if (!headline) goOn(walk, scene)
    })
  })
  return references
}
