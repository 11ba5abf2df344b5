import { readFrontMatter } from './articles/frontMatter'
import { typedNames } from './completionPlace'
import { analyzeArticle, type ArticleAnalysis } from './evidence/articleAnalysis'
import { entityCard } from './evidence/entities/card'
import { completeNames } from './evidence/entities/completeNames'
import { contradictedRoles } from './evidence/entities/contradictedRoles'
import { entityMentions, type EntityMention } from './evidence/entities/entityInfo'
import { findNames, type FoundName } from './evidence/entities/findNames'
import { misspeltNames } from './evidence/entities/misspelt'
import { addDocument, createEntityRegistry, removeDocument, setAliases } from './evidence/entities/registry'
import { searchEntities } from './evidence/entities/searchEntities'
import { addArticle, createEvidenceIndex, removeArticle } from './evidence/evidenceIndex'
import { dayOfIso } from './evidence/isoDay'
import { analyzePassage, type PassageAnalysis } from './evidence/passageAnalysis'
import { judgePassage, type PassageJudgement } from './grounding/judge'
import type { Quote } from './grounding/judgement'
import { quoteSentence, type TextOf } from './grounding/quote'
import { conceptsOf } from './grounding/words/concepts'
import type { Draft, Groundcheck, NameProblem, Sensitivity } from './service'
import type { Block } from './text/blocks'
import { ignoredSpans } from './text/directives'
import { editMarkdown, isOffLimits, readMarkdown, type MarkdownDocument } from './text/markdown'
import { toSource } from './text/prose'
import { overlaps, type Span } from './text/span'
import { tokenize } from './text/tokens'

/** What was reckoned of a draft's blocks against one state of the sources, by the blocks' text. */
interface Reckoned {
  generation: number
  readonly judgements: Map<string, readonly PassageJudgement[]>
  readonly names: Map<string, readonly FoundName[]>
  readonly problems: Map<string, readonly NameProblem[]>
}

/** A draft with what was reckoned of its blocks, so that an edit reckons only what it touches. */
interface ReadDraft extends Draft {
  readonly document: MarkdownDocument
  readonly documentDay: number | null
  readonly analyses: ReadonlyMap<string, PassageAnalysis>
  readonly reckoned: Reckoned
}

/** What the service needs from outside: the text of an article, to quote from. */
export interface GroundcheckHost {
  readonly textOf: TextOf
}

const nothingReckoned = (): Reckoned => ({ generation: -1, judgements: new Map(), names: new Map(), problems: new Map() })

function documentDayOf(text: string): number | null {
  if (!text.startsWith('---')) return null
  const { publishedOn } = readFrontMatter(text).metadata
  return publishedOn === null ? null : dayOfIso(publishedOn)
}

function readDraft(text: string, previous?: ReadDraft): ReadDraft {
  const document = previous ? editMarkdown(previous.document, text) : readMarkdown(text)
  const documentDay = documentDayOf(text)
  const before = previous?.documentDay === documentDay ? previous : undefined
  const analyses = new Map<string, PassageAnalysis>()
  for (const { prose } of document.blocks) {
    if (!analyses.has(prose.text)) analyses.set(prose.text, before?.analyses.get(prose.text) ?? analyzePassage(prose.text, documentDay))
  }
  return { text, document, blocks: document.blocks, documentDay, analyses, reckoned: before?.reckoned ?? nothingReckoned() }
}

const contextConcepts = (block: Block): number[] =>
  block.context.flatMap(text => [...conceptsOf(tokenize(text))]).filter(concept => concept !== 0)

/** The same thing with its span in the document instead of its block's prose. */
const inSource =
  (block: Block) =>
  <T extends { readonly span: Span }>(found: T): T => ({ ...found, span: toSource(block.prose, found.span) })

/** Concepts of the sentence of an article that holds a span. */
function sentenceConcepts(article: ArticleAnalysis, sentence: Span): Int32Array {
  const { sentenceSpans } = article
  for (let at = 0; at * 2 < sentenceSpans.length; at++)
    if (sentenceSpans[at * 2] === sentence.start) return article.concepts.subarray(article.sentences[at], article.sentences[at + 1])
  return new Int32Array()
}

const blockAt = (draft: Draft, offset: number): Block | undefined =>
  draft.blocks.find(block => block.span.start <= offset && offset <= block.span.end)

/** Creates the language service over an empty set of articles. */
export function createGroundcheck(host: GroundcheckHost): Groundcheck {
  const index = createEvidenceIndex()
  const registry = createEntityRegistry()
  let sensitivity: Sensitivity = 'balanced'
  let generation = 0

  const current = (draft: ReadDraft): Reckoned => {
    const { reckoned } = draft
    if (reckoned.generation !== generation) {
      reckoned.judgements.clear()
      reckoned.names.clear()
      reckoned.problems.clear()
      reckoned.generation = generation
    }
    return reckoned
  }

  const judgeBlock = (draft: ReadDraft, block: Block): readonly PassageJudgement[] => {
    const { judgements } = current(draft)
    const key = [block.prose.text, ...block.context].join('\n')
    let judged = judgements.get(key)
    if (judged === undefined) {
      const analysis = draft.analyses.get(block.prose.text)!
      judgements.set(key, (judged = judgePassage(index, host.textOf, analysis, contextConcepts(block), sensitivity)))
    }
    return judged
  }

  const namesOf = (draft: ReadDraft, block: Block): readonly FoundName[] => {
    const { names } = current(draft)
    const { text } = block.prose
    let found = names.get(text)
    if (found === undefined) names.set(text, (found = findNames(registry, draft.analyses.get(text)!.passage)))
    return found
  }

  const problemsOf = (draft: ReadDraft, block: Block): readonly NameProblem[] => {
    const { problems } = current(draft)
    const { text } = block.prose
    const known = problems.get(text)
    if (known !== undefined) return known
    const { passage } = draft.analyses.get(text)!
    const textOf = (span: Span): string => text.slice(span.start, span.end)
    const misspelt = misspeltNames(registry, passage, namesOf(draft, block))
    const roles = contradictedRoles(registry, passage)
    const found: NameProblem[] = [
      ...misspelt.map(each => ({ kind: 'misspelled' as const, ...each, text: textOf(each.span) })),
      ...roles.map(each => ({ kind: 'role' as const, ...each, text: textOf(each.span) })),
    ]
    problems.set(text, found)
    return found
  }

  const quoteMention = ({ uri, span, sentence }: EntityMention): Quote =>
    quoteSentence(host.textOf, uri, index.slots[index.slotOf.get(uri)!]!.metadata, sentence, span)

  /** How many words of a draft's block a mention's sentence shares. */
  const nearnessTo = (draft: ReadDraft, offset: number) => {
    const block = blockAt(draft, offset)
    const words = new Set(block ? draft.analyses.get(block.prose.text)?.concepts : [])
    return ({ uri, sentence }: EntityMention): number => {
      const slot = index.slotOf.get(uri)
      let shared = 0
      if (slot !== undefined)
        for (const concept of sentenceConcepts(index.slots[slot]!, sentence)) if (concept !== 0 && words.has(concept)) shared++
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
        draft.blocks.flatMap(block => judgeBlock(draft as ReadDraft, block).map(inSource(block))),
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
