import type { SearchBasis } from './evidence/articleSearch'
import { analyzeDraftPassage } from './evidence/namedReferences'
import type { PassageAnalysis } from './evidence/passageAnalysis'
import type { PassageJudgement } from './grounding/judge'
import type { BlockReading, Judged, KeptReadings } from './readDraft'
import type { NameProblem, Sensitivity } from './service'
import type { BlockKind } from './text/blocks'

/** What a draft's blocks came to, for articles and settings that are known to whoever keeps it. Plain data, written as JSON. */
export interface KeptDraft {
  /** What the writer declares to be one name. */
  readonly aliases: string
  readonly documentDay: number | null
  readonly blocks: readonly KeptBlock[]
}

interface KeptBlock {
  readonly text: string
  readonly context: readonly string[]
  readonly kind: BlockKind
  readonly judgements: readonly PassageJudgement[]
  readonly sensitivity: Sensitivity
  readonly basis: Omit<SearchBasis, 'concepts'> & { readonly concepts: readonly number[] }
  readonly problems: readonly NameProblem[]
}

/** The state of a service: of its articles, and of the names in them. */
export interface ServiceState {
  readonly revision: number
  readonly namesRevision: number
}

/** What is kept of the blocks of which all is known as things are now. */
export function keepBlocks(
  readings: readonly BlockReading[],
  isKnown: (reading: BlockReading) => reading is BlockReading & Required<Pick<BlockReading, 'judged' | 'problems'>>,
): KeptBlock[] {
  return readings.filter(isKnown).map(({ text, context, kind, judged, problems }) => ({
    text,
    context,
    kind,
    judgements: judged.judgements,
    sensitivity: judged.sensitivity,
    basis: { ...judged.basis, concepts: [...judged.basis.concepts] },
    problems: problems.found,
  }))
}

/** A block as it was kept; it is analysed when that is first asked for. */
function keptReading(kept: KeptBlock, documentDay: number | null, { revision, namesRevision }: ServiceState): BlockReading {
  const { text, context, kind, judgements, sensitivity, basis, problems } = kept
  let analysis: PassageAnalysis | undefined
  const judged: Judged = { judgements, sensitivity, basis: { ...basis, concepts: new Set(basis.concepts) }, revision }
  return {
    text,
    context,
    kind,
    get analysis() {
      return (analysis ??= analyzeDraftPassage(text, documentDay))
    },
    judged,
    problems: { revision: namesRevision, found: problems },
  }
}

/**
 * The readings of a draft as it was kept.
 * @param state of the service whose articles and settings they were kept for
 */
export const keptReadings = ({ documentDay, blocks }: KeptDraft, state: ServiceState): KeptReadings => ({
  documentDay,
  readings: blocks.map(block => keptReading(block, documentDay, state)),
})
