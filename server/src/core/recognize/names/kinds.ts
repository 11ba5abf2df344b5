import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { Sign, isApostrophe, isDash, isOneOf, isSymbol } from '../scan'
import { isCapital, isLower } from './atoms'
import type { KindVotes } from './candidate'
import type { Run } from './capitalRuns'
import { WordClass, classOf, givenName, knownWord, has } from './lexicon'
import { loneVotes } from './loneVotes'
import type { NameInRun } from './namesInAtoms'
import { isPersonNoun } from './personNouns'

const inPlace = wordSet('in near across throughout outside inside within')
const toPlace = wordSet('from to toward towards via')
const atName = wordSet('at')
const byName = wordSet('by with told')
const ofCompany = wordSet(
  'spokesman spokeswoman spokesperson ceo chairman shares employees executives headquarters stock shareholders customers lawyers website subsidiary products users software plc boss bosses parent rival unit jets planes phones cars trucks buys sells files filed sues sued unveils unveiled launches launched acquires acquired orders delivers operates',
)
const ofPlace = wordSet(
  'mayor governor officials government authorities residents border capital economy troops soldiers airport market markets exports',
)
const companyBefore = wordSet(
  'company firm maker giant bank airline group manufacturer newspaper magazine agency carrier retailer startup automaker automobile broadcaster publisher website',
)
const placeBefore = wordSet('river lake mount city town village province region state island capital country district county')
const ledPlace = wordSet('mayor governor')
const whereOf = wordSet(
  'mayor governor city town village province region state island county district people residents outskirts suburb streets north south east west',
)
const of = wordSet('of')
const relativeWho = wordSet('who whose whom')
const relativeWhich = wordSet('which')
const article = wordSet('the')

/** Family names that are also words for things: "Tyra Banks" is no bank. */
const surnameHeads = wordSet(
  'banks park church house hill hills day bridge court knights fields rivers lake street forest ford cove booth rose',
)

/** What a name that is known by heart speaks for its kind. */
export const KNOWN_VOTES = 8

/** Votes from the name itself: known names, given names, words that end names of things, acronyms. */
function voteByForm(tokens: Tokens, name: NameInRun, votes: KindVotes): void {
  const { atoms, known } = name
  if (known) votes[known.kind] += KNOWN_VOTES
  const first = atoms[0]
  const last = atoms[atoms.length - 1]
  const several = atoms.length > 1
  const given = has(first.word, givenName) && !first.possessive
  if (given) votes.person += several ? 3 : 1.5
  if (last.join === 'particle') votes.person += 2
  if (several && has(first.word, WordClass.familyFirst)) votes.person += 1
  headVotes(tokens, atoms, given, votes)
  if (atoms.some(atom => atom.coded)) votes.other += 5
  if (!known && first.upper && last.upper && tokens.ends[last.last - 1] - tokens.starts[first.first] < 7) votes.organization += 2
  if (several) votes.person += atoms.length <= 3 && atoms.every(isPlain) ? 1 : 0
  else votes.organization += 0.7
}

/** An atom that could be a person's given or family name. */
const isPlain = (atom: Run[number]): boolean =>
  !atom.upper &&
  !atom.coded &&
  atom.join !== 'of' &&
  atom.join !== 'and' &&
  !has(atom.word, WordClass.common | WordClass.nationality | WordClass.topic)

function headVotes(tokens: Tokens, atoms: Run, given: boolean, votes: KindVotes): void {
  if (atoms.length === 1) return
  const first = atoms[0]
  const last = atoms.findLast(atom => !has(atom.word, WordClass.suffix) || has(atom.word, WordClass.organizationHead)) ?? first
  const weight = given && atoms.length === 2 && surnameHeads(tokens.words[last.first]) ? 1 : 6
  if (has(last.word, WordClass.otherHead)) votes.other += weight
  else if (has(last.word, WordClass.organizationHead)) votes.organization += weight
  else if (has(last.word, WordClass.placeHead)) votes.place += weight
  if (atoms.some(atom => atom.join === 'of')) {
    const placeLike = has(first.word, WordClass.placeStart | WordClass.placeHead)
    if (has(first.word, WordClass.ofHead | WordClass.organizationHead)) votes[placeLike ? 'place' : 'organization'] += 5
  } else if (has(first.word, WordClass.placeStart)) votes.place += 3
  if (has(first.word, WordClass.organizationHead) && !given) votes.organization += 3
  if (atoms.some(atom => atom.join === 'and')) votes.organization += 2
  // "Bayern Munich", "Virgin Atlantic"
  if (!given && atoms.length === 2 && knownWord(tokens, last.first)?.kind === 'place') votes.organization += 2
}

/** "HARNICK, Oct 23 –", "HARNICK (Reuters) -": a place in capitals that a report begins with. */
function isDateLine(tokens: Tokens, first: number, last: number): boolean {
  if (first > 0 || tokens.cases[first] !== LetterCase.upper || tokens.ends[first] - tokens.starts[first] < 4) return false
  if (isDash(tokens, last) && tokens.gaps[last] !== Gap.none) return true
  return (isSymbol(tokens, last, Sign.comma) && isCapital(tokens, last + 1)) || isSymbol(tokens, last, Sign.openParen)
}

/** Votes from the words before the name. */
function votesBefore(tokens: Tokens, sentence: Sentence, first: number, votes: KindVotes): void {
  let before = first - 1
  if (before < sentence.first) return
  if (isOneOf(tokens, before, article)) {
    votes.person -= 2.5
    votes.organization += 0.7
    votes.other += 0.5
    before--
  }
  if (before < sentence.first) return
  if (isOneOf(tokens, before, inPlace)) votes.place += 2
  else if (isOneOf(tokens, before, toPlace)) votes.place += 0.4
  else if (isOneOf(tokens, before, byName)) votes.person += 0.3
  else if (isOneOf(tokens, before, atName)) {
    votes.organization += 1.5
    votes.place += 0.7
  } else if (isOneOf(tokens, before, companyBefore)) votes.organization += 3
  else if (isOneOf(tokens, before, placeBefore)) votes.place += 2
  else if (isOneOf(tokens, before, of) && isOneOf(tokens, before - 1, whereOf)) votes.place += 2.5
  else if (isPersonNoun(tokens, before)) votes.person += 5
  if (tokens.kinds[before] === TokenKind.digits && isCapital(tokens, before - 1)) votes.other += 3 // "Boeing 787 Dreamliner"
  if (isInsidePlace(tokens, sentence, before)) votes.place += 2
  if (isSymbol(tokens, before, Sign.comma) && before - 1 >= sentence.first && knownWord(tokens, before - 1)?.kind === 'place')
    votes.place += 0.5
}

/** "in Singapore's ": what follows is a place in the place. */
function isInsidePlace(tokens: Tokens, sentence: Sentence, s: number): boolean {
  const owner = s - 2
  if (owner - 1 < sentence.first || !isOneOf(tokens, s, isS) || !isApostrophe(tokens, s - 1)) return false
  return isOneOf(tokens, owner - 1, inPlace) && knownWord(tokens, owner)?.kind === 'place'
}

/** Votes from the words after the name. */
function votesAfter(tokens: Tokens, sentence: Sentence, last: number, votes: KindVotes): void {
  let after = last
  if (after >= sentence.last) return
  if (isApostrophe(tokens, after)) {
    after += isOneOf(tokens, after + 1, isS) && tokens.gaps[after + 1] === 0 ? 2 : 1
    votes.organization += 0.2
  }
  if (isOneOf(tokens, after, ofCompany)) votes.organization += 2
  else if (isOneOf(tokens, after, ledPlace)) votes.place += 2
  else if (isOneOf(tokens, after, ofPlace)) votes.place += 1
  if (after !== last) return
  if (has(classOf(tokens, after), WordClass.saying) && isLower(tokens, after)) {
    votes.person += 1
    votes.organization += 1.1
  }
  if (!isSymbol(tokens, after, Sign.comma)) return
  const next = after + 1
  if (isOneOf(tokens, next, relativeWho)) votes.person += 3
  else if (isOneOf(tokens, next, relativeWhich)) votes.organization += 1
  else if (isAge(tokens, next, sentence.last)) votes.person += 4
  else if (next < sentence.last && knownWord(tokens, next)?.kind === 'place' && !isCapital(tokens, next + 1)) votes.place += 2.5
}

const isS = wordSet('s')

/** ", 45," */
const isAge = (tokens: Tokens, at: number, limit: number): boolean =>
  at + 1 < limit &&
  tokens.kinds[at] === TokenKind.digits &&
  tokens.ends[at] - tokens.starts[at] === 2 &&
  isSymbol(tokens, at + 1, Sign.comma)

const noVotes = (): KindVotes => ({ person: 0, organization: 0, place: 0, other: 0 })

/** What a name says of its kind by itself. */
export function formVotes(tokens: Tokens, name: NameInRun): KindVotes {
  const votes = noVotes()
  voteByForm(tokens, name, votes)
  return votes
}

/** Whether a name is one word that says nothing of its kind by itself. */
const isUnknownWord = ({ atoms: [atom, ...others], known }: NameInRun): boolean =>
  others.length === 0 && !known && !atom.upper && !atom.coded && !has(atom.word, givenName)

/** What the words around one occurrence of a name say of its kind. */
export function contextVotes(tokens: Tokens, sentence: Sentence, name: NameInRun): KindVotes {
  const votes = noVotes()
  if (name.office) votes.person += 6
  if (isDateLine(tokens, name.atoms[0].first, name.atoms[name.atoms.length - 1].last)) votes.place += 4
  votesBefore(tokens, sentence, name.atoms[0].first, votes)
  votesAfter(tokens, sentence, name.atoms[name.atoms.length - 1].last, votes)
  if (isUnknownWord(name)) loneVotes(tokens, sentence, name.atoms[0].first, name.atoms[0].last, votes)
  return votes
}
