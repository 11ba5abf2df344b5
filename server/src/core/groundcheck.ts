import { searchBlock } from './blockSearch'
import { completeAt } from './completion'
import { createDraftNames } from './draftNames'
import { holds, isIgnored } from './draftPlaces'
import { createEntityCards } from './entityCards'
import { analyzeArticle } from './evidence/articleAnalysis'
import { basisOf, isTouched, type SearchBasis } from './evidence/articleSearch'
import { createEntityRegistry, forgetAnswers } from './evidence/entities/registry'
import { addDocument, removeDocument, setAliases } from './evidence/entities/registryChanges'
import { registryColumns, settleRegistry } from './evidence/entities/registryColumns'
import {
  addStoredArticle,
  changeAll,
  changesSince,
  createEvidenceIndex,
  evidenceColumns,
  metadataOf,
  removeArticle,
  settleEvidence,
} from './evidence/evidenceIndex'
import { slotsByCitekey } from './evidence/storage/articleTable'
import type { ByteStore } from './evidence/storage/byteStore'
import type { Columns } from './evidence/storage/columns'
import { entitiesOf as entitiesOfArticle, packArticle, type PackedArticle } from './evidence/storage/packedArticle'
import { allEntries, entryAt } from './evidence/storage/slotTable'
import { judgedAmid } from './grounding/told/amidTold'
import { judgePassage, type PassageJudgement } from './grounding/judge'
import type { TextOf } from './grounding/findings/quote'
import { hangsOnDraft } from './grounding/told/standing'
import { thresholds } from './grounding/decision/verdict'
import { isAsKept, keepBlocks, keptReadings, type KnownReading, type KeptDraft, type QuoteSource } from './keptDraft'
import {
  blocksAround,
  endAround,
  firstAround,
  inSource,
  neighboursOf,
  OUTDATED,
  readDraft,
  type BlockReading,
  type Judged,
  type ReadDraft,
} from './readDraft'
import type { BlockFindings, Groundcheck, PlacedFindings, Sensitivity } from './service'
import type { Block } from './text/blocks'
import { toSource } from './text/prose'
import type { Span } from './text/span'

/** What the service needs from outside: the texts of articles, to quote from, and a place for their analyses. */
export interface GroundcheckHost {
  readonly textOf: TextOf
  /** Where analyses are kept; in memory if undefined. */
  readonly bytes?: ByteStore
}

/** The basis for a block without claims: no change of the articles affects it, unless all of them change. */
const NO_SEARCH: SearchBasis = { concepts: new Set(), terms: [], slots: [], least: 0 }

/** The list for blocks without claims: always the same, so that it counts as unchanged. */
const NOTHING: readonly never[] = []

/** What a block of a draft, by its place, is judged to be, for those around it. */
type JudgedAt = (draft: ReadDraft, at: number) => Judged

/** Which blocks of a draft are brought up to date, by what they are `knownFor`, and how those around them are seen. */
interface Thoroughness {
  isMissing(knownFor: number): boolean
  readonly judgedAt: JudgedAt
}

const isRemarkable = ({ verdict }: PassageJudgement): boolean => verdict !== 'supported'

const areSame = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((each, at) => each === b[at])

/** The list of judgements as last found, if the new one is equal: findings that stay the same object need no new flags. */
function asBefore({ findings }: BlockReading, judgements: readonly PassageJudgement[]): readonly PassageJudgement[] {
  const before = findings?.of?.judgements
  return before && areSame(before, judgements) ? before : judgements
}

/** Creates the language service over an empty set of articles. */
export function createGroundcheck(host: GroundcheckHost): Groundcheck {
  const index = createEvidenceIndex(host.bytes)
  const registry = createEntityRegistry(host.bytes)
  const names = createDraftNames(registry)
  const cards = createEntityCards(registry, index, host.textOf)
  let sensitivity: Sensitivity = 'balanced'
  let generation = 0
  /** The articles by citation key, for a revision of the index. */
  let cited: { readonly revision: number; readonly slots: ReadonlyMap<string, number> } | undefined
  let aliases = '[]'

  /** Which blocks of the draft that was last asked for are sure to be judged as they would be in a generation, by their place. */
  let sure: { readonly readings: readonly BlockReading[]; readonly generation: number; readonly judged: (Judged | undefined)[] } = {
    readings: [],
    generation,
    judged: [],
  }

  /** Whether a block would be judged the same now. */
  const stillHolds = (judged: Judged, readings: readonly BlockReading[], at: number): boolean => {
    if (judged.of !== readings[at] || judged.sensitivity !== sensitivity) return false
    if (!areSame(judged.neighbours, neighboursOf(readings, at))) return false
    if (judged.revision === index.revision) return true
    const changes = changesSince(index, judged.revision)
    if (changes === null || changes.some(change => isTouched(index, judged.basis, change))) return false
    judged.revision = index.revision
    return true
  }

  const judge = (readings: readonly BlockReading[], at: number): Judged => {
    const of = readings[at]
    const neighbours = neighboursOf(readings, at)
    const analysis = of.analysis()
    const known = { of, neighbours, sensitivity, generation, revision: index.revision }
    if (analysis.values.length === 0) return { alone: NOTHING, standings: NOTHING, basis: NO_SEARCH, ...known }
    const search = searchBlock(index, of, neighbours)
    const { alone, standings } = judgePassage(search, host.textOf, sensitivity)
    return { alone, standings, basis: basisOf(search.search), ...known }
  }

  const judgedNow = (readings: readonly BlockReading[], at: number): Judged => {
    const reading = readings[at]
    if (!reading.judged || !stillHolds(reading.judged, readings, at)) reading.judged = judge(readings, at)
    return reading.judged
  }

  /** {@link judgedNow}, made sure of once for each block of a draft: all blocks ask for those around them. */
  const judgedOf = (readings: readonly BlockReading[], at: number): Judged => {
    if (sure.readings !== readings || sure.generation !== generation) sure = { readings, generation, judged: new Array(readings.length) }
    return (sure.judged[at] ??= judgedNow(readings, at))
  }

  /** {@link judgedOf}, but of a block that waits until the writer pauses as it was before. */
  const judgedWhileTyping: JudgedAt = ({ readings, knownFor }, at) =>
    (knownFor[at] === OUTDATED ? readings[at].judged : undefined) ?? judgedOf(readings, at)

  const judgedAnew: JudgedAt = ({ readings }, at) => judgedOf(readings, at)

  /** The judgements of a block, given the draft around it. */
  const judgementsOf = (draft: ReadDraft, at: number, judgedAt: JudgedAt): readonly PassageJudgement[] => {
    const { readings } = draft
    const { alone, standings } = judgedOf(readings, at)
    if (!standings.some(hangsOnDraft)) return alone
    const around = blocksAround(readings, at).map(other => judgedAt(draft, other).standings)
    const amid = judgedAmid(standings, around, thresholds[sensitivity])
    return areSame(amid, alone) ? alone : asBefore(readings[at], amid)
  }

  /** Whether judgements and problems of a block are up to date. */
  const isKnown = (reading: BlockReading, at: number, readings: readonly BlockReading[]): reading is KnownReading =>
    reading.judged !== undefined && stillHolds(reading.judged, readings, at) && reading.problems?.revision === registry.revision

  /**
   * The findings of a block as they are now. They stay the same object if nothing is new. Problems with names are shown with quotes, which
   * any change of the articles may change.
   */
  const findingsOf = (draft: ReadDraft, at: number, judgedAt: JudgedAt): BlockFindings | null => {
    const reading = draft.readings[at]
    const judgements = judgementsOf(draft, at, judgedAt)
    const problems = names.problemsOf(reading)
    const known = reading.findings
    const isKnown =
      known?.of?.judgements === judgements && (problems.length + known.of.problems.length === 0 || known.generation === generation)
    if (isKnown) return known.of
    const of = problems.length > 0 || judgements.some(isRemarkable) ? { judgements, problems } : null
    reading.findings = { of, generation }
    return of
  }

  /** Whether a block, and what stands around it, was last judged when its findings were already known. */
  const isAsFound = (draft: ReadDraft, at: number, judgedAt: JudgedAt): boolean => {
    const { readings, knownFor } = draft
    for (let other = firstAround(at); other < endAround(readings, at); other++)
      if (judgedAt(draft, other).generation > knownFor[at]) return false
    return true
  }

  /** Whether a block was found by what stood around it before, and has to be found again when the writer pauses. */
  const awaitsPause = (draft: ReadDraft, at: number, judgedAt: JudgedAt): boolean => {
    const { readings } = draft
    if (!judgedOf(readings, at).standings.some(hangsOnDraft)) return false
    return blocksAround(readings, at).some(other => judgedAt(draft, other) !== sure.judged[other])
  }

  const findBlock = (draft: ReadDraft, at: number, judgedAt: JudgedAt): void => {
    const { readings, findings, knownFor } = draft
    const hasProblems = names.problemsOf(readings[at]).length + (findings[at]?.problems.length ?? 0) > 0
    if (hasProblems || knownFor[at] < 0 || !isAsFound(draft, at, judgedAt)) findings[at] = findingsOf(draft, at, judgedAt)
    knownFor[at] = awaitsPause(draft, at, judgedAt) ? OUTDATED : generation
  }

  /** Updates the findings of blocks until `enough` says to stop. @returns whether all are up to date */
  const findMissing = (draft: ReadDraft, { isMissing, judgedAt }: Thoroughness, enough: () => boolean): boolean => {
    const { knownFor } = draft
    for (let at = 0; at < knownFor.length; at++) {
      if (!isMissing(knownFor[at])) continue
      if (enough()) return false
      findBlock(draft, at, judgedAt)
    }
    return true
  }
  const isStale = (knownFor: number): boolean => knownFor !== generation
  const entirely: Thoroughness = { isMissing: isStale, judgedAt: judgedAnew }
  /** Leaves out blocks that keep their findings until the writer pauses. */
  const whileTyping: Thoroughness = { isMissing: knownFor => isStale(knownFor) && knownFor !== OUTDATED, judgedAt: judgedWhileTyping }

  /** Findings without those that directives exempt from judgement. */
  const openFindings = (findings: BlockFindings, { prose }: Block, ignored: readonly Span[]): BlockFindings => {
    const isOpen = ({ span }: { readonly span: Span }): boolean => !isIgnored(ignored, toSource(prose, span))
    return { judgements: findings.judgements.filter(isOpen), problems: findings.problems.filter(isOpen) }
  }

  const quoteSource: QuoteSource = { textOf: host.textOf, metadataOf: uri => metadataOf(index, uri) }

  const setPackedArticle = (article: PackedArticle): void => {
    const { uri, metadata, words, values, concepts } = article
    addStoredArticle(index, { uri, metadata, words, values }, concepts)
    addDocument(registry, uri, entitiesOfArticle(article), { publishedOn: metadata.publishedOn }, article.entities)
    generation++
  }

  const settle = (columns: Columns): void => {
    settleEvidence(index, columns)
    settleRegistry(registry, columns)
  }

  return {
    get generation() {
      return generation
    },
    setArticle: article => setPackedArticle(packArticle(analyzeArticle(article))),
    setPackedArticle,
    removeArticle(uri) {
      const removed = removeArticle(index, uri)
      removeDocument(registry, uri)
      if (removed) generation++
      return removed
    },
    *columns() {
      return { ...(yield* evidenceColumns(index)), ...(yield* registryColumns(registry)) }
    },
    settle,
    replace(columns) {
      settle(columns)
      changeAll(index)
      forgetAnswers(registry)
      generation++
    },
    get revision() {
      return index.revision
    },
    state: () => ({ revision: index.revision, namesRevision: registry.revision }),
    articles: () => Array.from(allEntries(index.articles), ({ uri, metadata }) => ({ uri, ...metadata })),
    articleCited(citekey) {
      if (cited?.revision !== index.revision) cited = { revision: index.revision, slots: slotsByCitekey(index.articles) }
      const slot = cited.slots.get(citekey)
      const entry = slot === undefined ? null : entryAt(index.articles, slot)
      return entry === null ? undefined : { uri: entry.uri, ...entry.metadata }
    },
    setSensitivity(wanted) {
      if (wanted === sensitivity) return
      sensitivity = wanted
      generation++
    },
    setAliases(sets) {
      setAliases(registry, sets)
      aliases = JSON.stringify(sets)
      generation++
    },

    readDraft(text, previous, kept) {
      const draft = kept === undefined ? undefined : (JSON.parse(kept.draft) as KeptDraft)
      // other aliases make other names
      const isOtherwise = draft?.aliases !== aliases
      return readDraft(
        text,
        previous as ReadDraft | undefined,
        draft && kept && !isOtherwise ? keptReadings(draft, quoteSource, kept) : undefined,
      )
    },
    keepDraft(draft, id) {
      const { documentDay, readings } = draft as ReadDraft
      if (readings.every(reading => isAsKept(reading, id))) return undefined
      const blocks = keepBlocks(readings, isKnown)
      return JSON.stringify({ aliases, documentDay, blocks } satisfies KeptDraft)
    },
    judge(given) {
      const draft = given as ReadDraft
      const { blocks, readings, ignored } = draft
      const judgements = readings.flatMap((_, at) => judgementsOf(draft, at, judgedAnew).map(inSource(blocks[at])))
      return ignored.length === 0 ? judgements : judgements.filter(({ span }) => !isIgnored(ignored, span))
    },
    judgementAt(given, offset) {
      const draft = given as ReadDraft
      const { blocks, ignored } = draft
      for (let at = 0; at < blocks.length; at++) {
        if (!holds(blocks[at].span, offset)) continue
        const found = judgementsOf(draft, at, judgedAnew)
          .map(inSource(blocks[at]))
          .find(({ span }) => holds(span, offset) && !isIgnored(ignored, span))
        if (found) return found
      }
      return undefined
    },
    namesIn: draft => draft.blocks.flatMap((_, at) => names.inBlock(draft as ReadDraft, at)),
    nameAt: (draft, offset) => names.at(draft as ReadDraft, offset),
    prepare: (draft, enough) => findMissing(draft as ReadDraft, entirely, enough),
    prepareEdited: (draft, enough) => findMissing(draft as ReadDraft, whileTyping, enough),
    prepareNames(draft, enough) {
      for (const reading of (draft as ReadDraft).readings) {
        if (names.areKnown(reading)) continue
        if (enough()) return false
        names.namesOf(reading)
      }
      return true
    },
    findings(given) {
      const draft = given as ReadDraft
      const { blocks, ignored, findings } = draft
      findMissing(draft, whileTyping, () => false)
      const placed: PlacedFindings[] = []
      for (let at = 0; at < findings.length; at++) {
        const found = findings[at]
        if (found === null) continue
        const block = blocks[at]
        placed.push({ block, findings: ignored.length > 0 && isIgnored(ignored, block.span) ? openFindings(found, block, ignored) : found })
      }
      return placed
    },
    card: (entity, near) => cards.card(entity, near && { draft: near.draft as ReadDraft, offset: near.offset }),
    mentionsOf: cards.mentionsOf,
    complete: (draft, offset) => completeAt(draft as ReadDraft, offset, registry, names),
    findEntities: cards.find,
  }
}
