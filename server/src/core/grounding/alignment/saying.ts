import { isInDateLine } from '../../articles/publicationDay'
import { saysSomething, WordRole, type PassageAnalysis, type PlacedValue, type SubjectWords } from '../../evidence/passageAnalysis'
import type { ArticleValue } from '../../evidence/articleAnalysis'
import { conceptSet } from '../../words/concepts'

/** What a writer puts before the day on which somebody spoke. */
const saying = conceptSet('said told statement interview')

/** What else a writer calls it. */
const reports = conceptSet(
  'said told announced confirmed suggested hinted declared stated warned spoke reported added statement interview signal float',
)

/** How many words may stand between a verb and its date: "told reporters on". */
const REACH = 3

/** Whether a value stands right after a word of saying: "said Wednesday" tells when somebody spoke, not when it happened. */
export function isOfSaying({ concepts, roles }: SubjectWords, { first }: PlacedValue | ArticleValue, low: number): boolean {
  for (let at = first - 1, words = 0; at >= low && words < REACH; at--) {
    if (roles[at] >= WordRole.border) return false
    if (concepts[at] === 0) continue
    if (saying.has(concepts[at])) return true
    words++
  }
  return false
}

/** What is published, and so has a date that says nothing of what it tells. */
const publications = conceptSet('article story piece dispatch edition issue newspaper text')

/** What leads from a publication to its date. */
const dated = conceptSet('of from dated published the on')

/** Whether a date is that of a publication: "according to the article of 23 October". */
export function datesPublication({ concepts }: SubjectWords, { first }: PlacedValue): boolean {
  let at = first - 1
  while (at >= 0 && dated.has(concepts[at])) at--
  return at >= 0 && at < first - 1 && publications.has(concepts[at])
}

/** What a draft says of itself beside its date: "Week to 26 October", "Updated 26 October", "Position as of 26 October". */
const ofDraft = conceptSet('week month quarter fortnight year end update report status position edition issue')

/**
 * Whether a claim is the day or time that the draft is of: the date of its date line, "VELM, Oct 23 –", or of a sentence that says
 * nothing else, "Week to Sunday 26 October".
 */
export function datesDraft({ passage, concepts, roles, values }: PassageAnalysis, { sentence, value: claim }: PlacedValue): boolean {
  if (claim.kind === 'date' && isInDateLine(passage.tokens.text, claim.date)) return true
  const { first, last } = passage.sentences[sentence]
  const isWritten = (at: number): boolean => values.some(value => value.first <= at && at < value.last)
  let found = false
  for (let at = first; at < last; at++) {
    if (concepts[at] === 0 || !saysSomething(roles[at]) || isWritten(at)) continue
    if (!ofDraft.has(concepts[at])) return false
    found = true
  }
  return found
}

/** Whether a stretch of tokens tells of somebody saying something. */
export const tellsOfSaying = ({ concepts }: SubjectWords, low: number, high: number): boolean =>
  concepts.subarray(low, high).some(concept => reports.has(concept))
