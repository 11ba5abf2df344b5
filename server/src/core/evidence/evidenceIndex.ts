import type { ArticleAnalysis } from './articleAnalysis'
import { WordRole } from './passageAnalysis'

/** A sentence of an indexed article. */
export interface SentenceRef {
  readonly article: ArticleAnalysis
  readonly sentence: number
}

/**
 * The evidence of all articles, by concept. Articles have slots; a slot is used again after its article is gone. Sentences are counted
 * over all articles in the order of their coming, so that a posting is one number.
 */
export interface EvidenceIndex {
  readonly slots: (ArticleAnalysis | null)[]
  readonly slotOf: Map<string, number>
  readonly articlesWith: Map<number, number[]>
  sentenceCount: number
}

export const createEvidenceIndex = (): EvidenceIndex => ({ slots: [], slotOf: new Map(), articlesWith: new Map(), sentenceCount: 0 })

/** The different concepts of an article, function words left out. */
function conceptsOfArticle(article: ArticleAnalysis): Set<number> {
  const concepts = new Set<number>()
  article.concepts.forEach((concept, at) => {
    if (concept !== 0 && article.roles[at] !== WordRole.function) concepts.add(concept)
  })
  return concepts
}

/** Adds an article, or puts it in the place of the one with the same URI. Time grows with the article alone. */
export function addArticle(index: EvidenceIndex, article: ArticleAnalysis): void {
  removeArticle(index, article.uri)
  const slot = index.slots.length
  index.slots.push(article)
  index.slotOf.set(article.uri, slot)
  index.sentenceCount += article.sentences.length - 1
  for (const concept of conceptsOfArticle(article)) {
    const list = index.articlesWith.get(concept)
    if (list === undefined) index.articlesWith.set(concept, [slot])
    else list.push(slot)
  }
}

/** Takes an article out. @returns whether there was one */
export function removeArticle(index: EvidenceIndex, uri: string): boolean {
  const slot = index.slotOf.get(uri)
  if (slot === undefined) return false
  const article = index.slots[slot]!
  index.slots[slot] = null
  index.slotOf.delete(uri)
  index.sentenceCount -= article.sentences.length - 1
  for (const concept of conceptsOfArticle(article)) {
    const list = index.articlesWith.get(concept)!
    const kept = list.filter(other => other !== slot)
    if (kept.length === 0) index.articlesWith.delete(concept)
    else index.articlesWith.set(concept, kept)
  }
  return true
}

/** Number of articles that use a concept. */
export const articleFrequency = (index: EvidenceIndex, concept: number): number => index.articlesWith.get(concept)?.length ?? 0
