import type { EvidenceIndex } from './evidence/evidenceIndex'
import { searchPassage, type Neighbour, type PassageSearch } from './grounding/candidates/candidates'
import { subjectOf, type Subject } from './grounding/alignment/subject'
import { conceptsOf } from './words/concepts'
import type { BlockReading } from './readDraft'
import { tokenize } from './text/tokens'

const conceptsOfContexts = new WeakMap<readonly string[], readonly number[]>()

/** The concepts of a block's context, read once: paragraphs below one heading share theirs. */
function contextConcepts(context: readonly string[]): readonly number[] {
  const known = conceptsOfContexts.get(context)
  if (known) return known
  const concepts = context.flatMap(text => [...conceptsOf(tokenize(text))]).filter(concept => concept !== 0)
  conceptsOfContexts.set(context, concepts)
  return concepts
}

const subjectIn = ({ kind, context, analysis }: BlockReading): Subject | null => subjectOf(kind, context, analysis())

const asNeighbour = (reading: BlockReading): Neighbour => ({ analysis: reading.analysis(), subject: subjectIn(reading) })

/**
 * Makes a draft's block ready to be held against the sources, with what stands around it.
 * @param neighbours the other items of its list, or cells of its table
 */
export function searchBlock(index: EvidenceIndex, reading: BlockReading, neighbours: readonly BlockReading[]): PassageSearch {
  return searchPassage(index, reading.analysis(), contextConcepts(reading.context), subjectIn(reading), neighbours.map(asNeighbour))
}
