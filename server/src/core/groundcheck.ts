import { readFrontMatter } from './articles/frontMatter'
import { analyzeArticle } from './evidence/articleAnalysis'
import { addArticle, createEvidenceIndex, removeArticle } from './evidence/evidenceIndex'
import { analyzePassage, type PassageAnalysis } from './evidence/passageAnalysis'
import { judgePassage, type PassageJudgement } from './grounding/judge'
import type { Judgement } from './grounding/judgement'
import type { TextOf } from './grounding/quote'
import { conceptsOf } from './grounding/words/concepts'
import { dayOfIso } from './evidence/isoDay'
import type { Draft, Groundcheck, Sensitivity } from './service'
import type { Block } from './text/blocks'
import { ignoredSpans } from './text/directives'
import { editMarkdown, readMarkdown, type MarkdownDocument } from './text/markdown'
import { toSource } from './text/prose'
import { overlaps, type Span } from './text/span'
import { tokenize } from './text/tokens'

/** A draft with what was reckoned of its blocks, by their text, so that an edit reckons only what it touches. */
interface ReadDraft extends Draft {
  readonly document: MarkdownDocument
  readonly documentDay: number | null
  readonly analyses: ReadonlyMap<string, PassageAnalysis>
  readonly judgements: Map<string, readonly PassageJudgement[]>
  judgedAt: number
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

function readDraft(text: string, previous?: ReadDraft): ReadDraft {
  const document = previous ? editMarkdown(previous.document, text) : readMarkdown(text)
  const documentDay = documentDayOf(text)
  const known = previous?.documentDay === documentDay ? previous.analyses : undefined
  const analyses = new Map<string, PassageAnalysis>()
  for (const { prose } of document.blocks) {
    if (!analyses.has(prose.text)) analyses.set(prose.text, known?.get(prose.text) ?? analyzePassage(prose.text, documentDay))
  }
  return {
    text,
    document,
    blocks: document.blocks,
    documentDay,
    analyses,
    judgements: new Map(),
    judgedAt: -1,
    ...(known && carried(previous!)),
  }
}

const carried = ({ judgements, judgedAt }: ReadDraft): Pick<ReadDraft, 'judgements' | 'judgedAt'> => ({ judgements, judgedAt })

const contextConcepts = (block: Block): number[] => block.context.flatMap(text => [...conceptsOf(tokenize(text))])

const inSource = (block: Block, judgement: PassageJudgement): Judgement => ({ ...judgement, span: toSource(block.prose, judgement.span) })

/** Creates the language service over an empty set of articles. */
export function createGroundcheck(host: GroundcheckHost): Groundcheck {
  const index = createEvidenceIndex()
  let sensitivity: Sensitivity = 'balanced'
  let generation = 0

  const judgeBlock = (draft: ReadDraft, block: Block): readonly PassageJudgement[] => {
    const key = [block.prose.text, ...block.context].join('\n')
    let judged = draft.judgements.get(key)
    if (judged === undefined) {
      judged = judgePassage(index, host.textOf, draft.analyses.get(block.prose.text)!, contextConcepts(block), sensitivity)
      draft.judgements.set(key, judged)
    }
    return judged
  }

  return {
    get generation() {
      return generation
    },
    setArticle(article) {
      addArticle(index, analyzeArticle(article))
      generation++
    },
    removeArticle(uri) {
      const removed = removeArticle(index, uri)
      if (removed) generation++
      return removed
    },
    articles: () => index.slots.flatMap(slot => (slot === null ? [] : [{ uri: slot.uri, ...slot.metadata }])),
    setSensitivity(wanted) {
      if (wanted === sensitivity) return
      sensitivity = wanted
      generation++
    },
    readDraft: (text, previous) => readDraft(text, previous as ReadDraft | undefined),
    judge(given) {
      const draft = given as ReadDraft
      if (draft.judgedAt !== generation) {
        draft.judgements.clear()
        draft.judgedAt = generation
      }
      const ignored: readonly Span[] = ignoredSpans(draft.document)
      const judgements = draft.blocks.flatMap(block => judgeBlock(draft, block).map(judgement => inSource(block, judgement)))
      return judgements.filter(judgement => !ignored.some(span => overlaps(span, judgement.span)))
    },
    namesIn: () => [],
    card: () => null,
    mentionsOf: () => [],
    complete: () => null,
    findEntities: () => [],
  }
}
