import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { isLower } from './atoms'
import { WordClass, classOf } from './lexicon'

/** Endings of words for what a person is: "spokeswoman", "harbour master", "cellist", "goalkeeper". */
const surely = ['man', 'woman', 'person', 'master', 'mistress', 'keeper', 'ist', 'eer', 'player', 'holder', 'grapher']

/** Endings that words for people have, and others too: "welder", "conductor", "librarian", "tenant". */
const mostly = ['er', 'or', 'ian', 'ess', 'ant', 'ee', 'mate']

/** Words that say what somebody is besides other things: "a native of Brand", "a Dutch international". */
const people = wordSet('native international regular great veteran mainstay')

/** Words that end so and are nobody. */
const things = wordSet(`
  human german roman list twist fist mist wrist gist exist persist assist insist consist resist checklist shortlist waitlist playlist blacklist
  beer deer cheer sheer steer career veneer
  water paper letter matter weather power order offer quarter chapter center corner border counter factor sector error color floor
  terror tumor minor major rumor humor honor labor harbor river tower over under after other another rather whether however
  never ever former later earlier higher lower greater larger bigger smaller newer older younger better longer shorter stronger weaker faster slower
  closer further farther wider deeper richer poorer cheaper safer easier harder harsher tougher tighter warmer colder hotter cooler
  number december november october september summer winter finger dinner supper silver copper timber lumber rubber butter sugar pepper
  shoulder liver bladder cancer fever trigger filter meter liter computer printer scanner server router tracker tanker bomber
  helicopter freighter trawler cruiser destroyer carrier airliner steamer container trailer tractor motor rotor elevator escalator generator reactor
  detector sensor monitor mirror door corridor interior exterior superior inferior prior behavior favor flavor vapor armor odor
  newspaper manner gender layer prayer disorder murder slander wonder thunder ladder folder surrender fender
  cover recover deliver discover moreover whenever wherever forever together altogether
  transfer buffer differ suffer prefer refer infer confer defer per super hyper proper upper inner outer utter latter bitter
  monster disaster poster cluster register semester theater chamber encounter shooter indicator
  process access success excess address stress press dress congress business illness darkness fitness wilderness progress express less unless
  important significant restaurant grant plant giant variant elephant distant instant constant relevant vacant
  committee fee agree degree three coffee guarantee tree free knee jubilee median
  climate estimate ultimate intimate animate approximate legitimate
`)

/** The last two letters of a word, as a number. */
const lastTwo = (text: string, end: number): number => (text.charCodeAt(end - 2) << 8) | text.charCodeAt(end - 1)

/** Endings by their last two letters, and which letters these are: it is asked of every word. */
interface Endings {
  readonly letters: Uint8Array
  readonly byLetters: ReadonlyMap<number, readonly string[]>
}

/** Endings by their last two letters, so that most words are told by them alone. */
function byLastLetters(endings: readonly string[]): Endings {
  const lettersOf = (ending: string): number => lastTwo(ending, ending.length)
  const byLetters = new Map(endings.map(each => [lettersOf(each), endings.filter(other => lettersOf(other) === lettersOf(each))]))
  const letters = new Uint8Array(1 << 15)
  for (const each of byLetters.keys()) letters[each] = 1
  return { letters, byLetters }
}

const sureEndings = byLastLetters(surely)
// family names end in -man: "Goldman"
const capitalEndings = byLastLetters(surely.filter(ending => ending !== 'man'))
const possibleEndings = byLastLetters(mostly)

function endsIn({ text, starts, ends }: Tokens, at: number, { letters, byLetters }: Endings): boolean {
  const last = lastTwo(text, ends[at])
  if (letters[last] !== 1) return false
  for (const ending of byLetters.get(last)!) if (ends[at] - starts[at] > ending.length + 1 && text.endsWith(ending, ends[at])) return true
  return false
}

const isWordFor = (tokens: Tokens, at: number, endings: Endings): boolean => {
  const unfit = WordClass.function | WordClass.nationality
  return isLower(tokens, at) && endsIn(tokens, at, endings) && (classOf(tokens, at) & unfit) === 0 && !things(tokens.words[at])
}

/** Whether a word, however it is written, ends as words for people do that are nothing else: "Goalkeeper", "Violinist". */
export const endsAsPerson = (tokens: Tokens, at: number): boolean => endsIn(tokens, at, capitalEndings) && !things(tokens.words[at])

/** Whether a word written small says by itself what somebody is: "mayor", "goalkeeper", "cellist". */
export const isPersonNoun = (tokens: Tokens, at: number): boolean =>
  isLower(tokens, at) && ((classOf(tokens, at) & (WordClass.title | WordClass.roleNoun)) !== 0 || isWordFor(tokens, at, sureEndings))

/** Whether a word may say what somebody is where its place speaks for it, as in apposition to a person's name: "welder", "tenant". */
export const mayBePersonNoun = (tokens: Tokens, at: number): boolean =>
  isPersonNoun(tokens, at) || isWordFor(tokens, at, possibleEndings) || (isLower(tokens, at) && people(tokens.words[at]))
