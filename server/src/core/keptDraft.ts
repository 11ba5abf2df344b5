import type { ArticleMetadata } from './articles/article'
import type { SearchBasis } from './evidence/articleSearch'
import type { Objection, Standing } from './grounding/told/standing'
import type { PassageJudgement } from './grounding/judge'
import type { Evidence, QuotedText } from './grounding/judgement'
import { quoteRead, quoteSentence, textRead, type TextOf } from './grounding/findings/quote'
import { analysisOf, neighboursOf, newReading, type BlockReading, type Judged, type KeptReadings } from './readDraft'
import type { NameProblem, Sensitivity, StateOnDisk } from './service'
import type { BlockKind } from './text/blocks'

/** What a draft's blocks came to, for articles and settings that are known to whoever keeps it. Plain data, written as JSON. */
export interface KeptDraft {
  /** What the writer declares to be one name. */
  readonly aliases: string
  readonly documentDay: number | null
  readonly blocks: readonly KeptBlock[]
}

/** Evidence without what the articles can tell; what was read of them for it, if that was. */
interface KeptEvidence extends Omit<Evidence, 'metadata' | keyof QuotedText> {
  readonly read?: QuotedText | undefined
}

interface KeptJudgement extends Omit<PassageJudgement, 'evidence'> {
  readonly evidence: readonly KeptEvidence[]
}

interface KeptStanding extends Omit<Standing, 'alone' | 'objections' | 'acquitted'> {
  readonly objections: readonly KeptObjection[]
  /** Null where it is the judgement on the claim alone. */
  readonly acquitted: KeptJudgement | null
}

interface KeptObjection extends Omit<Objection, 'judgement'> {
  readonly judgement: KeptJudgement
}

interface KeptBlock {
  readonly text: string
  readonly context: readonly string[]
  readonly kind: BlockKind
  readonly alone: readonly KeptJudgement[]
  readonly standings: readonly KeptStanding[]
  readonly sensitivity: Sensitivity
  readonly basis: Omit<SearchBasis, 'concepts'> & { readonly concepts: readonly number[] }
  readonly problems: readonly NameProblem[]
}

/** What quotes are made of. */
export interface QuoteSource {
  readonly textOf: TextOf
  metadataOf(uri: string): ArticleMetadata
}

function keepEvidence(evidence: Evidence): KeptEvidence {
  const { uri, span, sentence, text, stance, alignment } = evidence
  return { uri, span, sentence, text, stance, alignment, read: textRead(evidence) }
}

const keepJudgement = (judgement: PassageJudgement): KeptJudgement => ({ ...judgement, evidence: judgement.evidence.map(keepEvidence) })

const keepStanding = ({ alone, objections, acquitted, ...rest }: Standing): KeptStanding => ({
  ...rest,
  objections: objections.map(each => ({ ...each, judgement: keepJudgement(each.judgement) })),
  acquitted: acquitted === alone ? null : keepJudgement(acquitted),
})

/** A block that was judged and its names looked at. */
export type KnownReading = BlockReading & Required<Pick<BlockReading, 'judged' | 'problems'>>

/** What is kept of the blocks of which all is known as things are now. */
export function keepBlocks(
  readings: readonly BlockReading[],
  isKnown: (reading: BlockReading, at: number, readings: readonly BlockReading[]) => reading is KnownReading,
): KeptBlock[] {
  return readings.filter(isKnown).map(({ text, context, kind, judged, problems }) => ({
    text,
    context,
    kind,
    alone: judged.alone.map(keepJudgement),
    standings: judged.standings.map(keepStanding),
    sensitivity: judged.sensitivity,
    basis: { ...judged.basis, concepts: [...judged.basis.concepts] },
    problems: problems.found,
  }))
}

function keptEvidence({ uri, span, sentence, read, ...rest }: KeptEvidence, { textOf, metadataOf }: QuoteSource): Evidence {
  const metadata = metadataOf(uri)
  const quote = read ? quoteRead(read, uri, metadata, sentence, span) : quoteSentence(textOf, uri, metadata, sentence, span)
  return Object.assign(quote, rest)
}

/** A judgement as it was kept; its evidence is made when it is first asked for. */
function keptJudgement(kept: KeptJudgement, source: QuoteSource): PassageJudgement {
  let evidence: readonly Evidence[] | undefined
  return {
    ...kept,
    get evidence() {
      return (evidence ??= kept.evidence.map(each => keptEvidence(each, source)))
    },
  }
}

const keptStanding = ({ objections, acquitted, ...rest }: KeptStanding, alone: PassageJudgement, source: QuoteSource): Standing => ({
  alone,
  ...rest,
  objections: objections.map(each => ({ ...each, judgement: keptJudgement(each.judgement, source) })),
  acquitted: acquitted === null ? alone : keptJudgement(acquitted, source),
})

/** What a search rested on, as it was kept; the set of its concepts is made when it is first asked for. */
class KeptBasis implements SearchBasis {
  readonly terms: SearchBasis['terms']
  readonly slots: SearchBasis['slots']
  readonly least: number
  readonly #kept: readonly number[]
  #concepts: ReadonlySet<number> | undefined

  constructor({ concepts, terms, slots, least }: KeptBlock['basis']) {
    this.terms = terms
    this.slots = slots
    this.least = least
    this.#kept = concepts
  }

  get concepts(): ReadonlySet<number> {
    return (this.#concepts ??= new Set(this.#kept))
  }
}

function keptJudged(
  of: BlockReading,
  neighbours: readonly BlockReading[],
  { alone: keptAlone, standings, sensitivity, basis }: KeptBlock,
  source: QuoteSource,
  revision: number,
): Judged {
  const alone = keptAlone.map(judgement => keptJudgement(judgement, source))
  return {
    of,
    neighbours,
    alone,
    standings: standings.map((standing, at) => keptStanding(standing, alone[at], source)),
    sensitivity,
    basis: new KeptBasis(basis),
    generation: 0,
    revision,
  }
}

/** A block as it was kept, but for what was found out about it. */
function keptReading({ text, context, kind }: KeptBlock, documentDay: number | null): BlockReading {
  const block = { text, context, kind, documentDay }
  return newReading(block, analysisOf(block))
}

/** Whether all that is known of a block is what is kept with the articles that are on disk under an id. */
export const isAsKept = ({ judged, problems, kept }: BlockReading, id: string): boolean =>
  kept?.id === id && kept.judged === judged && kept.problems === problems

/**
 * The readings of a draft as it was kept.
 * @param state of the service whose articles and settings they were kept for
 */
export function keptReadings(
  { documentDay, blocks }: KeptDraft,
  source: QuoteSource,
  { id, revision, namesRevision }: StateOnDisk,
): KeptReadings {
  const readings = blocks.map(block => keptReading(block, documentDay))
  readings.forEach((reading, at) => {
    const judged = keptJudged(reading, neighboursOf(readings, at), blocks[at], source, revision)
    const problems = { revision: namesRevision, found: blocks[at].problems }
    Object.assign(reading, { judged, problems, kept: { id, judged, problems } })
  })
  return { documentDay, readings }
}
