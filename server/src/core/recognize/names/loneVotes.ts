import type { Sentence } from '../../text/sentences'
import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { Sign, isApostrophe, isGlued, isOneOf, isSymbol, isWord } from '../scan'
import { isCapital, isLower } from './atoms'
import type { KindVotes } from './candidate'
import { WordClass, classOf, has } from './lexicon'
import { isPersonNoun, mayBePersonNoun } from './personNouns'

/** What only people do, or is done to them alone. */
const personVerbs = wordSet(`
  smiled laughed cried wept sobbed grinned nodded sighed shrugged shouted whispered joked quipped remembered thought felt knew wanted hoped
  died dies married divorced wed retired retires resigned resigns testified testifies pleaded pleads confessed apologised apologized swore
  sang danced drove walked ran ate drank slept sat stood wore lived lives grew studied graduated
`)
/** What companies and other bodies do. */
const companyVerbs = wordSet(
  'announced announces plans planned bought buys sold sells acquired acquires merged merges reported reports posted offers offered operates operated produces produced makes manufactures manufactured expects forecast pays provides supplies supplied recalled owns publishes published',
)
const beingDone = wordSet('was is were be been being')
const personStates = wordSet(`
  born arrested jailed imprisoned sentenced convicted acquitted remanded handcuffed stabbed shot beaten killed hospitalised hospitalized rushed airlifted
  married divorced single pregnant elected re-elected knighted buried cremated survived asked quoted pictured sworn
`)
const auxiliaries = wordSet('was is had has will would could did')
const adverbs = wordSet('also then later never once now still just even already again')

/** What only people have. */
const personBelongings = wordSet(`
  wife husband son daughter mother father brother sister parents family girlfriend boyfriend fiancee fiancé partner widow children child cousin nephew niece
  death arrest funeral birthday resignation memoir career childhood body face head hand hands arm leg voice smile hair lawyer lawyers attorney solicitor
  house home car phone testimony trial sentence conviction injury contract team-mate teammate tenure predecessor successor
`)
const companyNouns = wordSet(
  'company firm maker giant bank airline group manufacturer newspaper magazine agency carrier retailer startup automaker broadcaster publisher website developer builder lender insurer supplier operator party club league charity union',
)
const placeNouns = wordSet('city town village suburb port island province region state county capital district resort river lake valley')

const article = wordSet('a an the')
const onto = wordSet('on')
const young = wordSet('young old little poor')
const prepositions = wordSet(
  'in of on at to from for with against off over under into across near around between among through per via than like',
)
const placeBefore = wordSet('from into through around north south east west northern southern eastern western central rural')
const of = wordSet('of')
const told = wordSet('told tells tell')
const isS = wordSet('s')
const personPronouns = wordSet('he she his her him himself herself')
const thingPronouns = wordSet('it its itself')
const personAfter = wordSet('he she')
const thingAfter = wordSet('it')

const weekdays = wordSet('monday tuesday wednesday thursday friday saturday sunday')

/** Tokens after a name in which a pronoun may be its own. */
const REACH = 14
/** Tokens of an apposition in which its noun stands. */
const APPOSED = 6

/** The verb that a name before `at` is the subject of, as far as its form tells: adverbs and an auxiliary before it are passed. */
function votesOfVerb(tokens: Tokens, at: number, votes: KindVotes): void {
  let verb = at
  while (isOneOf(tokens, verb, adverbs)) verb++
  if (!isLower(tokens, verb)) return
  if (isOneOf(tokens, verb, companyVerbs)) votes.organization += 0.8
  else if (has(classOf(tokens, verb), WordClass.saying)) votes.person += 1.4
  else if (isOneOf(tokens, verb, personVerbs)) votes.person += 2.5
  else if (isOneOf(tokens, verb, beingDone) && isOneOf(tokens, verb + 1, personStates)) votes.person += 2.5
  else if (isOneOf(tokens, verb, auxiliaries)) votes.person += 0.8
  else if (tokens.text.endsWith('ed', tokens.ends[verb])) votes.person += 1.2
}

/** ", the harbour master,": what a name is called after a comma before `at`. */
function votesOfApposition(tokens: Tokens, sentence: Sentence, at: number, votes: KindVotes): void {
  if (isOneOf(tokens, at, of) && isCapital(tokens, at + 1)) votes.person += 2
  const limit = Math.min(sentence.last, at + APPOSED)
  for (let noun = at; noun < limit && isWord(tokens, noun); noun++) {
    if (isWord(tokens, noun + 1) && isLower(tokens, noun + 1) && !has(classOf(tokens, noun + 1), WordClass.function)) continue
    const isPerson = isOneOf(tokens, at, article) ? mayBePersonNoun : isPersonNoun
    if (isOneOf(tokens, noun, companyNouns)) votes.organization += 3
    else if (isOneOf(tokens, noun, placeNouns)) votes.place += 3
    else if (isPerson(tokens, noun)) votes.person += 3
    return
  }
}

/** The first pronoun after a name that may be its own: no other name stands between. */
function votesOfPronoun(tokens: Tokens, { last: limit }: Sentence, last: number, isSubject: boolean, votes: KindVotes): void {
  for (let at = last; at < limit && at < last + REACH; at++) {
    if (isCapital(tokens, at) && !isOneOf(tokens, at, weekdays)) return
    if (isOneOf(tokens, at, personPronouns)) votes.person += 1.5
    else if (isOneOf(tokens, at, thingPronouns)) votes.organization += 0.7
    else continue
    return
  }
  if (!isSubject) return
  if (isOneOf(tokens, limit, personAfter)) votes.person += 1.5
  else if (isOneOf(tokens, limit, thingAfter)) votes.organization += 0.7
}

/**
 * What stands around a name of one word of which nothing is known says of its kind: nothing but that tells "Garnett said" from
 * "Zentix unveiled".
 */
export function loneVotes(tokens: Tokens, sentence: Sentence, first: number, last: number, votes: KindVotes): void {
  if (isSymbol(tokens, first + 1, Sign.point) && last > first + 2) votes.organization += 2 // "Zentix.com"
  const before = first - 1
  if (before >= sentence.first) {
    if (isOneOf(tokens, before, young)) votes.person += 2.5
    else if (isOneOf(tokens, before, article)) votes.person -= 1
    else if (isOneOf(tokens, before, onto)) votes.organization += 1
    else if (isOneOf(tokens, before, placeBefore)) votes.place += 0.9
    else if (isOneOf(tokens, before, of)) votes.place += 0.3
    else if (has(classOf(tokens, before), WordClass.saying) && isLower(tokens, before) && !isOneOf(tokens, before, told))
      votes.person += 1.4
  }
  if (isApostrophe(tokens, last)) {
    const owned = isOneOf(tokens, last + 1, isS) && isGlued(tokens, last + 1) ? last + 2 : last + 1
    if (isOneOf(tokens, owned, personBelongings)) votes.person += 2.5
    return
  }
  if (isSymbol(tokens, last, Sign.comma)) votesOfApposition(tokens, sentence, last + 1, votes)
  if (before >= sentence.first && (isOneOf(tokens, before, prepositions) || isOneOf(tokens, before, article))) return
  votesOfVerb(tokens, last, votes)
  votesOfPronoun(tokens, sentence, last, first === sentence.first, votes)
}
