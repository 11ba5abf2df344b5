import type { DocumentEntity } from '../recognize/entity'
import { recognizeEntities } from '../recognize/names/recognizeEntities'
import { resolvedReferences } from '../recognize/names/resolvedReferences'
import type { Passage } from '../text/passage'
import { withEnds, type EndTold } from './endTold'
import { analyzePassage, WordRole, type PassageAnalysis } from './passageAnalysis'

/** The words of a passage, as {@link PassageAnalysis} has them. */
type Words = Pick<PassageAnalysis, 'passage' | 'concepts' | 'roles'>

/** The last word of a name: of a person that is mostly the family name. */
function lastWord({ concepts }: Words, first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) if (concepts[at] !== 0) return concepts[at]
  return 0
}

/**
 * Puts names in the place of the pronouns and descriptions that stand for them, in the words of a document's passages: "he" becomes
 * the family name of the one who is meant, so that what is said of him is found by it.
 * @param entities the entities of the document
 * @param words the words of its passages, in order; changed
 */
export function nameReferences(entities: readonly DocumentEntity[], words: readonly Words[]): void {
  const passages = words.map(({ passage }): Passage => passage)
  const referredTo = entities.filter(({ mentions }) => mentions.some(({ form }) => form === 'reference'))
  resolvedReferences(referredTo, passages).forEach((references, at) => {
    const { concepts, roles } = words[at]
    for (const { form, first, name } of references) {
      const concept = form === 'reference' ? lastWord(words[name.passage], name.first, name.last) : 0
      if (concept === 0) continue
      concepts[first] = concept
      roles[first] = WordRole.name
    }
  })
}

/** The analysis of a passage that stands for itself. */
export interface DraftPassage extends PassageAnalysis {
  readonly entities: readonly DocumentEntity[]
}

/** Whether a text is a number alone: "480", "+3.4". */
const isBareNumber = ({ values }: PassageAnalysis, text: string): boolean =>
  values.length === 1 &&
  values[0].value.kind === 'figure' &&
  values[0].value.figure.end === text.length &&
  values[0].value.figure.unit === null

/** Reads a text, and where it is a bare number that number with its unit. */
function analyzeWithUnit(text: string, documentDay: number | null, unit: string): PassageAnalysis {
  const analysis = analyzePassage(text, documentDay)
  if (unit === '' || !isBareNumber(analysis, text)) return analysis
  return { addition: unit, ...analyzePassage(text + unit, documentDay) }
}

/**
 * Reads a passage that stands for itself: {@link analyzePassage}, with its own names in the place of their pronouns.
 * @param unit of a bare number, if something outside gives one
 * @param end whether something outside says that its dates are when something ends, or begins
 */
export function analyzeDraftPassage(text: string, documentDay: number | null, unit = '', end: EndTold | null = null): DraftPassage {
  const analysis = withEnds(analyzeWithUnit(text, documentDay, unit), end)
  const entities = recognizeEntities([analysis.passage])
  nameReferences(entities, [analysis])
  return { entities, ...analysis }
}
