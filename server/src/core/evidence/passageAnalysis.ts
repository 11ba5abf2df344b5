import type { DateMention } from '../recognize/date'
import { recognizeDates } from '../recognize/dates/recognizeDates'
import type { Figure } from '../recognize/figure'
import { recognizeFigures } from '../recognize/figures/recognizeFigures'
import { signSet } from '../text/characters'
import { passageOf, type Passage } from '../text/passage'
import { bytesIn, type Room } from '../text/room'
import type { Sentence } from '../text/sentences'
import { overlaps } from '../text/span'
import { Gap, LetterCase, TokenKind, tokenAt, tokenize, type Tokens } from '../text/tokens'
import { wordSet } from '../text/vocabulary'
import { valueSpan, type Value } from '../values/value'
import { conceptsOf } from '../words/concepts'
import { isFunctionWord } from '../words/stopwords'
import { attributionsOf } from './attribution'

/** A value and its tokens in the passage, from `first` up to but not including `last`. */
export interface PlacedValue {
  readonly value: Value
  readonly first: number
  readonly last: number
  /** Index of its sentence in the passage. */
  readonly sentence: number
  /** The concept of the noun that a figure counts; 0 for none. */
  readonly noun: number
}

/** Everything alignment needs to know about a passage of a draft or article. Plain data that depends on the passage's text alone. */
export interface PassageAnalysis {
  readonly passage: Passage
  /** One number per token: what its word means, so that synonyms and inflections are equal; 0 for symbols. */
  readonly concepts: Int32Array
  /** {@link WordRole} of each token. */
  readonly roles: Uint8Array
  /** Figures and dates, in the order of the text. */
  readonly values: readonly PlacedValue[]
  /** Whose words the sentences of quotations are, as {@link attributionsOf} gives it. */
  readonly attributions: Int32Array
  /** What was put after the text to read it: the unit that the heading of a column gives. */
  readonly addition?: string
}

/**
 * What a token is to alignment: a word written as a name; a function word, which says nothing about a sentence's subject; a sign or
 * function word at the border of two clauses; a colon, which leads from one clause to the next.
 */
export const WordRole = { plain: 0, name: 1, function: 2, border: 3, colon: 4 } as const

/** Whether a word says something by itself. */
export const saysSomething = (role: number): boolean => role < WordRole.function

const opensClause = wordSet('who whom whose which that where when while whereas because although though but if unless')

const closesClause = signSet(',;:()–—…')

const COLON = 0x3a

/** Whether a token separates clauses. The comma in a number does not: the next digit follows it directly. */
const isBorder = ({ kinds, words, gaps }: Tokens, at: number): boolean =>
  kinds[at] === TokenKind.symbol ? closesClause(words[at]) && gaps[at + 1] !== Gap.none : opensClause(words[at])

function rolesOf({ tokens, sentences }: Passage, room?: Room): Uint8Array {
  const { cases, words, count } = tokens
  const roles = bytesIn(room, count)
  for (const sentence of sentences) {
    let opens = true
    for (let at = sentence.first; at < sentence.last; at++) {
      if (isBorder(tokens, at)) roles[at] = words[at] === COLON ? WordRole.colon : WordRole.border
      if (cases[at] === LetterCase.none || roles[at] >= WordRole.border) continue
      const named = cases[at] >= LetterCase.upper || (cases[at] === LetterCase.capitalised && !opens)
      if (words[at] !== 0 && isFunctionWord(words[at]) && cases[at] !== LetterCase.upper) roles[at] = WordRole.function
      else if (named) roles[at] = WordRole.name
      opens = false
    }
  }
  return roles
}

/** The concepts of words and numbers; symbols have none. */
function wordConcepts({ tokens }: Passage, room?: Room): Int32Array {
  const concepts = conceptsOf(tokens, room)
  for (let at = 0; at < tokens.count; at++) if (tokens.kinds[at] === TokenKind.symbol) concepts[at] = 0
  return concepts
}

/** Words elsewhere that say what a claim is about. */
export interface SubjectWords {
  readonly concepts: Int32Array
  readonly roles: Uint8Array
}

function placeValues(passage: Passage, concepts: Int32Array, values: readonly Value[]): PlacedValue[] {
  const { tokens, sentences } = passage
  const nounOf = (value: Value): number =>
    value.kind === 'figure' && value.figure.nounSpan !== null ? concepts[tokenAt(tokens, value.figure.nounSpan.end - 1)] : 0
  let sentence = 0
  return values.map(value => {
    const span = valueSpan(value)
    while (sentence + 1 < sentences.length && span.start >= sentences[sentence].end) sentence++
    return { value, first: tokenAt(tokens, span.start), last: tokenAt(tokens, span.end - 1) + 1, sentence, noun: nounOf(value) }
  })
}

const durationUnit = /(?:second|minute|hour|day|week|month|year|decade)s?\b/i

/** "within six months", "two years ago": whether a date is given by a duration, which is then a figure, too. */
const holdsDuration = (date: DateMention): boolean => date.relative && date.text.includes(' ') && durationUnit.test(date.text)

/** The figures of a passage that are not part of a date, and the durations by which dates are given. */
function figuresBeside(dates: readonly DateMention[], { tokens, sentences }: Passage): Figure[] {
  const reckoned = dates.filter(holdsDuration)
  if (reckoned.length === 0) return recognizeFigures(tokens, sentences, dates)
  const taken = dates.filter(date => !reckoned.includes(date))
  return recognizeFigures(tokens, sentences, taken).filter(
    figure => figure.dimension === 'duration' || !reckoned.some(date => overlaps(date, figure)),
  )
}

/** How many function words a bare answer may have: a sentence has a verb as well. */
const BARE = 2

/**
 * Whether a sentence holds values and says nothing beside them: "On 12 November.", "Five.", the answer to what stands before it.
 * @param next index of the first value that ends in the sentence or after it
 */
function isBareAnswer({ first, last }: Sentence, { concepts, roles, values }: Words, next: number): boolean {
  if (next >= values.length || values[next].last > last) return false
  let value = next
  let words = 0
  for (let at = first; at < last; at++) {
    if (value < values.length && at >= values[value].first) at = values[value++].last - 1
    else if (concepts[at] !== 0 && (saysSomething(roles[at]) || ++words > BARE)) return false
  }
  return true
}

type Words = Pick<PassageAnalysis, 'concepts' | 'roles' | 'values'>

/**
 * The sentences of a passage for alignment: an answer that holds a value and nothing else belongs to what it answers, and a date that
 * leads a passage in ("10 October. The president …") to what it dates.
 */
function withAnswers(sentences: readonly Sentence[], words: Words): Sentence[] {
  const { values } = words
  const joined: Sentence[] = []
  let value = 0
  let isLedIn = false
  for (const sentence of sentences) {
    while (value < values.length && values[value].last <= sentence.first) value++
    const before = joined.at(-1)
    const isBare = isBareAnswer(sentence, words, value)
    if (before && (isBare || isLedIn)) joined[joined.length - 1] = { ...before, last: sentence.last, end: sentence.end }
    else joined.push(sentence)
    isLedIn = isBare && (before === undefined || isLedIn)
  }
  return joined
}

/** Whether a value is too loose to be held against sources ("recently"). */
const isLoose = (value: Value): boolean => value.kind === 'date' && value.date.granularity === 'vague'

const countsFromText = /^within\b|\b(?:years?|quarters?|months?|decades?) (?:earlier|later|before|after|previously)(?: that)?$/i

/**
 * Whether a date's place in the calendar is known well enough to be compared: not that of "a year earlier", whatever that counts from,
 * nor of "within two days", which says how long something takes.
 */
const isPlaced = (date: DateMention): boolean => (date.days !== null || isReckoned(date)) && !countsFromText.test(date.text)

/** Whether a date's day is reckoned from one of an open year: "two days later". */
const isReckoned = (date: DateMention): boolean => date.relative && date.written.day !== undefined && holdsDuration(date)

/**
 * The values of a passage that can be right or wrong. Of a date and the duration by which it is given ("two years ago") only one is
 * kept: the date if its day is known, otherwise the duration.
 */
export function claimsOf({ values }: PassageAnalysis): PlacedValue[] {
  const dates = values.flatMap(({ value }) => (value.kind === 'date' ? [value.date] : []))
  const figures = values.flatMap(({ value }) => (value.kind === 'figure' ? [value.figure] : []))
  return values.filter(({ value }) => {
    if (value.kind === 'figure') return !dates.some(date => isPlaced(date) && overlaps(date, value.figure))
    return !isLoose(value) && (isPlaced(value.date) || !figures.some(figure => overlaps(figure, value.date)))
  })
}

/**
 * Analyses a passage of prose: its figures, dates and telling words.
 * @param text plain prose
 * @param documentDay the day its document was published, as days since 1970-01-01, or null
 * @param room memory for the passage, if only the findings are needed and not its tokens
 */
export function analyzePassage(text: string, documentDay: number | null, room?: Room): PassageAnalysis {
  const passage = passageOf(tokenize(text, room))
  const { tokens, sentences } = passage
  const dates = recognizeDates(tokens, sentences, { documentDay })
  const figures = figuresBeside(dates, passage)
  const values: Value[] = [
    ...dates.map((date): Value => ({ kind: 'date', date })),
    ...figures.map((figure): Value => ({ kind: 'figure', figure })),
  ]
  values.sort((a, b) => valueSpan(a).start - valueSpan(b).start)
  const concepts = wordConcepts(passage, room)
  const roles = rolesOf(passage, room)
  const placed = placeValues(passage, concepts, values)
  const joined = withAnswers(sentences, { concepts, roles, values: placed })
  const isSame = joined.length === sentences.length
  const answered: Passage = isSame ? passage : { tokens, sentences: joined }
  return {
    passage: answered,
    concepts,
    roles,
    values: isSame ? placed : placeValues(answered, concepts, values),
    attributions: attributionsOf(answered),
  }
}
