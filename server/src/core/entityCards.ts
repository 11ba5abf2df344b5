import { blockAt } from './draftPlaces'
import type { ArticleWords } from './evidence/articleAnalysis'
import type { EntityCard } from './evidence/entities/entityCard'
import { entityMentions, type EntityMention } from './evidence/entities/entityInfo'
import { makeCard } from './evidence/entities/makeCard'
import type { EntityRegistry } from './evidence/entities/registry'
import { searchEntities } from './evidence/entities/searchEntities'
import { metadataOf, wordsOf, type EvidenceIndex } from './evidence/evidenceIndex'
import type { Quote } from './grounding/judgement'
import { quoteSentence, type TextOf } from './grounding/findings/quote'
import type { ReadDraft } from './readDraft'
import type { Span } from './text/span'

/** What the sources say of entities, with quotes. */
export interface EntityCards {
  /** The card of an entity; quotes nearest to the draft's sentence at `offset` where a draft is given. Null for an unknown entity. */
  card(entity: number, near?: { readonly draft: ReadDraft; readonly offset: number }): EntityCard | null
  /** Every mention of an entity in the articles. */
  mentionsOf(entity: number): Iterable<Quote>
  /** The cards of entities whose name matches a query, best first. */
  find(query: string): readonly EntityCard[]
}

/** The concepts of the sentence of an article that begins where `sentence` does. */
function sentenceConcepts({ concepts, sentences, sentenceSpans }: ArticleWords, sentence: Span): Int32Array {
  for (let at = 0; at * 2 < sentenceSpans.length; at++)
    if (sentenceSpans[at * 2] === sentence.start) return concepts.subarray(sentences[at], sentences[at + 1])
  return new Int32Array()
}

/**
 * Makes the cards of entities.
 * @param textOf the text of an article, to quote from
 */
export function createEntityCards(registry: EntityRegistry, index: EvidenceIndex, textOf: TextOf): EntityCards {
  const metadataAt = (uri: string): ReturnType<typeof metadataOf> => metadataOf(index, uri)

  const quoteMention = ({ uri, span, sentence }: EntityMention): Quote => quoteSentence(textOf, uri, metadataAt(uri), sentence, span)

  /** Tells how many words a mention's sentence shares with a draft's block. */
  const nearnessTo = (draft: ReadDraft, offset: number): ((mention: EntityMention) => number) => {
    const words = new Set(draft.readings[blockAt(draft, offset)]?.analysis().concepts)
    const opened = new Map<string, ArticleWords>()
    const wordsAt = (uri: string): ArticleWords => {
      let found = opened.get(uri)
      if (found === undefined) opened.set(uri, (found = wordsOf(index, uri)))
      return found
    }
    return ({ uri, sentence }) => {
      let shared = 0
      for (const concept of sentenceConcepts(wordsAt(uri), sentence)) if (concept !== 0 && words.has(concept)) shared++
      return shared
    }
  }

  const card = (entity: number, nearness: (mention: EntityMention) => number): EntityCard | null =>
    makeCard(registry, entity, metadataAt, quoteMention, nearness)

  return {
    card: (entity, near) => card(entity, near ? nearnessTo(near.draft, near.offset) : () => 0),
    *mentionsOf(entity) {
      for (const mention of entityMentions(registry, entity)) yield quoteMention(mention)
    },
    find: query => searchEntities(registry, query).flatMap(id => card(id, () => 0) ?? []),
  }
}
