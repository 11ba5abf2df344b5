import { readFrontMatter } from './articles/frontMatter'
import { typedNames } from './completionPlace'
import { analyzeArticle, type ArticleWords } from './evidence/articleAnalysis'
import { entityCard } from './evidence/entities/card'
import { completeNames } from './evidence/entities/completeNames'
import { contradictedRoles } from './evidence/entities/contradictedRoles'
import { entityMentions, type EntityMention } from './evidence/entities/entityInfo'
import { findNames, type FoundName } from './evidence/entities/findNames'
import { misspeltNames } from './evidence/entities/misspelt'
import { addDocument, createEntityRegistry, removeDocument, setAliases } from './evidence/entities/registry'
import { searchEntities } from './evidence/entities/searchEntities'
import { basisOf, isTouched, type SearchBasis } from './evidence/articleSearch'
import { addArticle, changesSince, createEvidenceIndex, removeArticle } from './evidence/evidenceIndex'
import { dayOfIso } from './evidence/isoDay'
import { analyzePassage, readWords, type PassageAnalysis } from './evidence/passageAnalysis'
import { openWords } from './evidence/storedArticle'
import { searchPassage } from './grounding/candidates'
import { judgePassage, type PassageJudgement } from './grounding/judge'
import type { Judgement, Quote } from './grounding/judgement'
import { quoteSentence, type TextOf } from './grounding/quote'
import { conceptsOf } from './grounding/words/concepts'
import type { Draft, Groundcheck, NameProblem, Sensitivity } from './service'
import type { Block, BlockKind } from './text/blocks'
import { ignoredSpans } from './text/directives'
import { editMarkdown, isOffLimits, readMarkdown, type MarkdownDocument } from './text/markdown'
import { toSource } from './text/prose'
import { overlaps, type Span } from './text/span'
import { tokenize } from './text/tokens'

/** The judgements of a block, their spans in its prose, and what they hold for. */
interface Judged {
  readonly judgements: readonly PassageJudgement[]
  readonly sensitivity: Sensitivity
  readonly basis: SearchBasis
  /** The state of the evidence up to which nothing touched them. */
  revision: number
}

/** A block as read, with what was last found out about it. */
interface BlockReading {
  readonly text: string
  readonly context: readonly string[]
  readonly kind: BlockKind
  readonly analysis: PassageAnalysis
  judged?: Judged
  /** The judgements with their spans in the document, for where the block stood then. */
  placed?: { readonly block: Block; readonly judged: Judged; readonly judgements: readonly Judgement[] }
  names?: { readonly generation: number; readonly found: readonly FoundName[] }
  problems?: { readonly generation: number; readonly found: readonly NameProblem[] }
}

/** A draft with the readings of its blocks, so that an edit reads only what it touches. */
interface ReadDraft extends Draft {
  readonly document: MarkdownDocument
  readonly documentDay: number | null
  /** Of each of the blocks. */
  readonly readings: readonly BlockReading[]
}

/** What the service needs from outside: the text of an article, to quote from. */
export interface GroundcheckHost {
  readonly textOf: TextOf
}

function documentDayOf(text: string): number | null {
  if (!text.startsWith('---')) return null
  const { publishedOn } = readFrontMatter(text).metadata
  return publishedOn === null ? null : dayOfIso(publishedOn)
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, at) => text === b[at]))

/** Whether a block is the one that was read, moved at most: its prose keeps its runs. */
const isUnchanged = (block: Block, before: Block): boolean =>
  block === before || (block.prose.runs === before.prose.runs && block.kind === before.kind && sameTexts(block.context, before.context))

/** Reads blocks that an edit reached; what was read before by the same text is taken over. */
function readChanged(blocks: readonly Block[], documentDay: number | null, before: readonly BlockReading[]): BlockReading[] {
  const byText = new Map(before.map(reading => [reading.text, reading]))
  return blocks.map(({ prose: { text }, context, kind }) => {
    const like = byText.get(text)
    if (like === undefined) return { text, context, kind, analysis: analyzePassage(text, documentDay) }
    return like.kind === kind && sameTexts(like.context, context) ? like : { text, context, kind, analysis: like.analysis }
  })
}

/** Reads the blocks of a draft; unchanged ones at both ends are taken over as they are. */
function readBlocks(blocks: readonly Block[], documentDay: number | null, before: ReadDraft | undefined): readonly BlockReading[] {
  const [old, readings] = before ? [before.blocks, before.readings] : [[], []]
  const shorter = Math.min(blocks.length, old.length)
  let head = 0
  while (head < shorter && isUnchanged(blocks[head], old[head])) head++
  let tail = 0
  while (tail < shorter - head && isUnchanged(blocks[blocks.length - 1 - tail], old[old.length - 1 - tail])) tail++
  const changed = blocks.slice(head, blocks.length - tail)
  const read = changed.length === 0 ? [] : readChanged(changed, documentDay, readings)
  return [...readings.slice(0, head), ...read, ...readings.slice(readings.length - tail)]
}

function readDraft(text: string, previous?: ReadDraft): ReadDraft {
  const document = previous ? editMarkdown(previous.document, text) : readMarkdown(text)
  const documentDay = documentDayOf(text)
  const before = previous?.documentDay === documentDay ? previous : undefined
  return { text, document, blocks: document.blocks, documentDay, readings: readBlocks(document.blocks, documentDay, before) }
}

/** The words elsewhere that a claim in a block is about: a cell's row and column headings, or what leads a list in. */
function subjectOf(kind: BlockKind, context: readonly string[]): string {
  if (kind === 'tableCell') return context.slice(0, 2).join('\n')
  return kind === 'listItem' ? (context[0] ?? '') : ''
}

const contextConcepts = (context: readonly string[]): number[] =>
  context.flatMap(text => [...conceptsOf(tokenize(text))]).filter(concept => concept !== 0)

/** The same thing with its span in the document instead of its block's prose. */
const inSource =
  (block: Block) =>
  <T extends { readonly span: Span }>(found: T): T => ({ ...found, span: toSource(block.prose, found.span) })

/** Concepts of the sentence of an article that holds a span. */
function sentenceConcepts({ concepts, sentences, sentenceSpans }: ArticleWords, sentence: Span): Int32Array {
  for (let at = 0; at * 2 < sentenceSpans.length; at++)
    if (sentenceSpans[at * 2] === sentence.start) return concepts.subarray(sentences[at], sentences[at + 1])
  return new Int32Array()
}

const readingAt = ({ blocks, readings }: ReadDraft, offset: number): BlockReading | undefined =>
  readings[blocks.findIndex(({ span }) => span.start <= offset && offset <= span.end)]

/** Creates the language service over an empty set of articles. */
export function createGroundcheck(host: GroundcheckHost): Groundcheck {
  const index = createEvidenceIndex()
  const registry = createEntityRegistry()
  let sensitivity: Sensitivity = 'balanced'
  let generation = 0

  /** Whether judgements would come out the same now. */
  const stillHolds = (judged: Judged): boolean => {
    if (judged.sensitivity !== sensitivity) return false
    if (judged.revision === index.revision) return true
    const changes = changesSince(index, judged.revision)
    if (changes === null || changes.some(change => isTouched(index, judged.basis, change))) return false
    judged.revision = index.revision
    return true
  }

  const judge = ({ analysis, context, kind }: BlockReading): Judged => {
    const search = searchPassage(index, analysis, contextConcepts(context), readWords(subjectOf(kind, context)))
    const judgements = judgePassage(search, host.textOf, sensitivity)
    return { judgements, sensitivity, basis: basisOf(search.search), revision: index.revision }
  }

  const judgeBlock = (block: Block, reading: BlockReading): readonly Judgement[] => {
    if (reading.analysis.values.length === 0) return []
    const judged = reading.judged && stillHolds(reading.judged) ? reading.judged : (reading.judged = judge(reading))
    if (reading.placed?.block !== block || reading.placed.judged !== judged)
      reading.placed = { block, judged, judgements: judged.judgements.map(inSource(block)) }
    return reading.placed.judgements
  }

  const namesOf = (reading: BlockReading): readonly FoundName[] => {
    if (reading.names?.generation !== generation) reading.names = { generation, found: findNames(registry, reading.analysis.passage) }
    return reading.names.found
  }

  const findProblems = (reading: BlockReading): readonly NameProblem[] => {
    const { passage } = reading.analysis
    const textOf = (span: Span): string => reading.text.slice(span.start, span.end)
    const misspelt = misspeltNames(registry, passage, namesOf(reading))
    const roles = contradictedRoles(registry, passage)
    return [
      ...misspelt.map(each => ({ kind: 'misspelled' as const, ...each, text: textOf(each.span) })),
      ...roles.map(each => ({ kind: 'role' as const, ...each, text: textOf(each.span) })),
    ]
  }

  const problemsOf = (reading: BlockReading): readonly NameProblem[] => {
    if (reading.problems?.generation !== generation) reading.problems = { generation, found: findProblems(reading) }
    return reading.problems.found
  }

  const quoteMention = ({ uri, span, sentence }: EntityMention): Quote =>
    quoteSentence(host.textOf, uri, index.slots[index.slotOf.get(uri)!]!.metadata, sentence, span)

  /** How many words of a draft's block a mention's sentence shares. */
  const nearnessTo = (draft: ReadDraft, offset: number) => {
    const words = new Set(readingAt(draft, offset)?.analysis.concepts)
    const opened = new Map<string, ArticleWords>()
    const wordsOf = (uri: string): ArticleWords => {
      let found = opened.get(uri)
      if (found === undefined) opened.set(uri, (found = openWords(index.slots[index.slotOf.get(uri)!]!)))
      return found
    }
    return ({ uri, sentence }: EntityMention): number => {
      let shared = 0
      for (const concept of sentenceConcepts(wordsOf(uri), sentence)) if (concept !== 0 && words.has(concept)) shared++
      return shared
    }
  }

  const entitiesOf = (readings: readonly BlockReading[]): number[] => [
    ...new Set(readings.flatMap(reading => namesOf(reading).map(name => name.entity))),
  ]

  const outsideIgnored = <T extends { readonly span: Span }>(draft: Draft, found: readonly T[]): T[] => {
    const ignored = ignoredSpans((draft as ReadDraft).document)
    return found.filter(each => !ignored.some(span => overlaps(span, each.span)))
  }

  return {
    get generation() {
      return generation
    },
    setArticle(article) {
      const analysis = analyzeArticle(article)
      addArticle(index, analysis)
      addDocument(registry, article.uri, analysis.entities, { publishedOn: article.metadata.publishedOn })
      generation++
    },
    removeArticle(uri) {
      const removed = removeArticle(index, uri)
      removeDocument(registry, uri)
      if (removed) generation++
      return removed
    },
    articles: () => index.slots.flatMap(slot => (slot === null ? [] : [{ uri: slot.uri, ...slot.metadata }])),
    setSensitivity(wanted) {
      if (wanted === sensitivity) return
      sensitivity = wanted
      generation++
    },
    setAliases(sets) {
      setAliases(registry, sets)
      generation++
    },

    readDraft: (text, previous) => readDraft(text, previous as ReadDraft | undefined),
    judge(draft) {
      return outsideIgnored(
        draft,
        draft.blocks.flatMap((block, at) => judgeBlock(block, (draft as ReadDraft).readings[at])),
      )
    },
    namesIn: draft =>
      draft.blocks.flatMap((block, at) =>
        namesOf((draft as ReadDraft).readings[at]).map(({ start, end, entity }) => inSource(block)({ span: { start, end }, entity })),
      ),
    nameProblems(draft) {
      return outsideIgnored(
        draft,
        draft.blocks.flatMap((block, at) => problemsOf((draft as ReadDraft).readings[at]).map(inSource(block))),
      )
    },
    card: (entity, near) => entityCard(registry, entity, quoteMention, near ? nearnessTo(near.draft as ReadDraft, near.offset) : () => 0),
    mentionsOf: entity => entityMentions(registry, entity).map(quoteMention),
    complete(given, offset) {
      const draft = given as ReadDraft
      if (isOffLimits(draft.document, offset)) return null
      const reading = readingAt(draft, offset)
      const context = {
        paragraph: reading ? entitiesOf([reading]) : [],
        draft: new Set(entitiesOf(draft.readings)),
      }
      for (const replace of typedNames(draft.text, offset)) {
        const { items, incomplete } = completeNames(registry, draft.text.slice(replace.start, replace.end), context)
        if (items.length > 0) return { replace, items, incomplete }
      }
      return { replace: { start: offset, end: offset }, items: [], incomplete: false }
    },
    findEntities: query => searchEntities(registry, query).flatMap(id => entityCard(registry, id, quoteMention, () => 0) ?? []),
  }
}
