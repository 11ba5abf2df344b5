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
import { addStoredArticle, changesSince, createEvidenceIndex, removeArticle } from './evidence/evidenceIndex'
import { dayOfIso } from './evidence/isoDay'
import { analyzePassage, readWords, type PassageAnalysis } from './evidence/passageAnalysis'
import { entitiesOf as entitiesOfArticle, packArticle, type PackedArticle } from './evidence/packedArticle'
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
  /** By the `runs` of the block's prose, which are its own and stay when it moves. */
  readonly readings: ReadonlyMap<Int32Array, BlockReading>
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

/** Reads the blocks of a draft; what was read before by the same text is taken over. */
function readBlocks(
  blocks: readonly Block[],
  documentDay: number | null,
  before: ReadonlyMap<Int32Array, BlockReading>,
): Map<Int32Array, BlockReading> {
  let byText: Map<string, BlockReading> | undefined
  const read = ({ prose: { text, runs }, context, kind }: Block): BlockReading => {
    const stays = (known: BlockReading): boolean => known.kind === kind && sameTexts(known.context, context)
    const known = before.get(runs)
    if (known && stays(known)) return known
    byText ??= new Map([...before.values()].map(reading => [reading.text, reading]))
    const like = byText.get(text)
    if (like === undefined) return { text, context, kind, analysis: analyzePassage(text, documentDay) }
    return stays(like) ? like : { text, context, kind, analysis: like.analysis }
  }
  return new Map(blocks.map(block => [block.prose.runs, read(block)]))
}

function readDraft(text: string, previous?: ReadDraft): ReadDraft {
  const document = previous ? editMarkdown(previous.document, text) : readMarkdown(text)
  const documentDay = documentDayOf(text)
  const before = previous?.documentDay === documentDay ? previous.readings : new Map<Int32Array, BlockReading>()
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

const blockAt = (draft: Draft, offset: number): Block | undefined =>
  draft.blocks.find(block => block.span.start <= offset && offset <= block.span.end)

const readingOf = ({ readings }: ReadDraft, { prose }: Block): BlockReading => readings.get(prose.runs)!

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

  const judgeBlock = (draft: ReadDraft, block: Block): readonly Judgement[] => {
    const reading = readingOf(draft, block)
    if (reading.analysis.values.length === 0) return []
    const judged = reading.judged && stillHolds(reading.judged) ? reading.judged : (reading.judged = judge(reading))
    if (reading.placed?.block !== block || reading.placed.judged !== judged)
      reading.placed = { block, judged, judgements: judged.judgements.map(inSource(block)) }
    return reading.placed.judgements
  }

  const namesOf = (draft: ReadDraft, block: Block): readonly FoundName[] => {
    const reading = readingOf(draft, block)
    if (reading.names?.generation !== generation) reading.names = { generation, found: findNames(registry, reading.analysis.passage) }
    return reading.names.found
  }

  const findProblems = (draft: ReadDraft, block: Block): readonly NameProblem[] => {
    const { passage } = readingOf(draft, block).analysis
    const textOf = (span: Span): string => block.prose.text.slice(span.start, span.end)
    const misspelt = misspeltNames(registry, passage, namesOf(draft, block))
    const roles = contradictedRoles(registry, passage)
    return [
      ...misspelt.map(each => ({ kind: 'misspelled' as const, ...each, text: textOf(each.span) })),
      ...roles.map(each => ({ kind: 'role' as const, ...each, text: textOf(each.span) })),
    ]
  }

  const problemsOf = (draft: ReadDraft, block: Block): readonly NameProblem[] => {
    const reading = readingOf(draft, block)
    if (reading.problems?.generation !== generation) reading.problems = { generation, found: findProblems(draft, block) }
    return reading.problems.found
  }

  const quoteMention = ({ uri, span, sentence }: EntityMention): Quote =>
    quoteSentence(host.textOf, uri, index.slots[index.slotOf.get(uri)!]!.metadata, sentence, span)

  /** How many words of a draft's block a mention's sentence shares. */
  const nearnessTo = (draft: ReadDraft, offset: number) => {
    const block = blockAt(draft, offset)
    const words = new Set(block ? readingOf(draft, block).analysis.concepts : [])
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

  const entitiesOf = (draft: ReadDraft, blocks: readonly Block[]): number[] => [
    ...new Set(blocks.flatMap(block => namesOf(draft, block).map(name => name.entity))),
  ]

  const outsideIgnored = <T extends { readonly span: Span }>(draft: Draft, found: readonly T[]): T[] => {
    const ignored = ignoredSpans((draft as ReadDraft).document)
    return found.filter(each => !ignored.some(span => overlaps(span, each.span)))
  }

  const setPackedArticle = (article: PackedArticle): void => {
    const { uri, metadata, words, values, concepts } = article
    addStoredArticle(index, { uri, metadata, words, values }, concepts)
    addDocument(registry, uri, entitiesOfArticle(article), { publishedOn: metadata.publishedOn })
    generation++
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
        draft.blocks.flatMap(block => judgeBlock(draft as ReadDraft, block)),
      )
    },
    namesIn: draft =>
      draft.blocks.flatMap(block =>
        namesOf(draft as ReadDraft, block).map(({ start, end, entity }) => inSource(block)({ span: { start, end }, entity })),
      ),
    nameProblems(draft) {
      return outsideIgnored(
        draft,
        draft.blocks.flatMap(block => problemsOf(draft as ReadDraft, block).map(inSource(block))),
      )
    },
    card: (entity, near) => entityCard(registry, entity, quoteMention, near ? nearnessTo(near.draft as ReadDraft, near.offset) : () => 0),
    mentionsOf: entity => entityMentions(registry, entity).map(quoteMention),
    complete(given, offset) {
      const draft = given as ReadDraft
      if (isOffLimits(draft.document, offset)) return null
      const block = blockAt(draft, offset)
      const context = {
        paragraph: block ? entitiesOf(draft, [block]) : [],
        draft: new Set(entitiesOf(draft, draft.blocks)),
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
