import type { ArticleAnalysis, ArticleValue } from '../../evidence/articleAnalysis'
import { dayOfIso } from '../../evidence/isoDay'
import { WordRole, type PassageAnalysis, type PlacedValue } from '../../evidence/passageAnalysis'
import { isOneOf, isWord, wordAt } from '../../recognize/scan'
import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'

/** Dates of what is still to come, which a day that was over says nothing of. */

const looksAhead = wordSet('will ll shall expires lapses')
const isToBe = wordSet('is are be falls fall')
const isTo = wordSet('to')
const isPlanned = wordSet('due set scheduled slated expected likely unlikely')
const isNegation = wordSet('not now still also')
const looksBack = wordSet('was were had did would has have said told')

/** What the word at a place says of when its clause happens: 1 to come, -1 over, 0 nothing. */
function timeOf(tokens: Tokens, at: number): number {
  if (!isWord(tokens, at)) return 0
  const word = wordAt(tokens, at)
  if (looksAhead(word) || (isTo(word) && isOneOf(tokens, at - 1, isToBe))) return 1
  if (looksBack(word)) return -1
  const before = isOneOf(tokens, at - 1, isNegation) ? at - 2 : at - 1
  if (isPlanned(word) && isOneOf(tokens, before, isToBe)) return 1
  return isPlanned(word) && isOneOf(tokens, before, looksBack) ? -1 : 0
}

/** What the words of a clause in one direction from a date say of when it happens, the nearest first. */
function clauseTime({ passage, roles }: PassageAnalysis, from: number, step: 1 | -1, first: number, last: number): number {
  for (let at = from; at >= first && at < last && roles[at] < WordRole.border; at += step) {
    const time = timeOf(passage.tokens, at)
    if (time !== 0) return time
  }
  return 0
}

/** Whether a claim is a date whose clause tells of what is still to come: "is due on 9 November", "will begin on Nov. 9". */
export function isAhead(analysis: PassageAnalysis, { value, first, last, sentence }: PlacedValue): boolean {
  if (value.kind !== 'date') return false
  const bounds = analysis.passage.sentences[sentence]
  const before = clauseTime(analysis, first - 1, -1, bounds.first, bounds.last)
  return (before === 0 ? clauseTime(analysis, last, 1, bounds.first, bounds.last) : before) > 0
}

/** Whether a date was over on a day. */
const isOver = ({ value }: ArticleValue, day: number): boolean =>
  value.kind === 'date' && value.date.days !== null && value.date.days.last < day

/** Whether a date was still to come on a day. */
const isToCome = ({ value }: ArticleValue, day: number): boolean =>
  value.kind === 'date' && value.date.days !== null && value.date.days.first > day

/**
 * Whether a date was over when its article was published, and stands beside one that was still to come: a claim of what is still to come
 * means the latter ("on June 10 she threatened to do so by July 1").
 */
export function isOverBesideAhead(value: ArticleValue, { values, metadata: { publishedOn } }: ArticleAnalysis): boolean {
  const published = publishedOn === null ? null : dayOfIso(publishedOn)
  if (published === null || !isOver(value, published)) return false
  return values.some(other => other.sentence === value.sentence && isToCome(other, published))
}
