import type { Article, ArticleBlock, ArticleMetadata } from '../articles/article'
import { isInDateLine } from '../articles/publicationDay'
import { recognizeEntities } from '../recognize/names/recognizeEntities'
import { sourceEnd, sourceStart, toSource } from '../text/prose'
import { clearRoom, createRoom } from '../text/room'
import type { Span } from '../text/span'
import { keyedNumbers, numberOf, setNumber } from '../grounding/words/keyedNumbers'
import { dayOfIso } from './isoDay'
import { valueSpan, type Value } from '../values/value'
import { locateEntities, type LocatedEntity } from './entities/locate'
import { nameReferences } from './namedReferences'
import { analyzePassage, saysSomething, type PassageAnalysis } from './passageAnalysis'

/** A figure or date of an article. */
export interface ArticleValue {
  readonly value: Value
  /** Its tokens in {@link ArticleAnalysis.concepts}, `first` up to, not including, `last`. */
  readonly first: number
  readonly last: number
  /** Index of its sentence in the article. */
  readonly sentence: number
  /** The concept of the noun that a figure counts; 0 for none. */
  readonly noun: number
  /** Its place in the article's text. */
  readonly span: Span
}

/** The words of an article as numbers, and where its sentences are. */
export interface ArticleWords {
  /** The concepts of all tokens of all sentences, one after another. */
  readonly concepts: Int32Array
  /** {@link WordRole} of the same tokens. */
  readonly roles: Uint8Array
  /** For each sentence its first token in `concepts`, and the number of tokens at the end. */
  readonly sentences: Int32Array
  /** For each sentence the first token and the one behind the last of what says elsewhere whose words it is; 0 and 0 for nothing. */
  readonly attributions: Int32Array
  /** For each sentence its start and end in the article's text. */
  readonly sentenceSpans: Int32Array
}

/** What claims are held against of an article: numbers to align with, and where to quote from. Its text is read again only to be shown. */
export interface ArticleAnalysis extends ArticleWords {
  readonly uri: string
  readonly metadata: ArticleMetadata
  readonly values: readonly ArticleValue[]
}

/** An article as analysed. */
export interface AnalyzedArticle extends ArticleAnalysis {
  /** Its people, organisations, places and other names. */
  readonly entities: readonly LocatedEntity[]
}

/** Whether two blocks that follow each other are cells of one row of a table: such a row says one thing, like a sentence. */
const isSameRow = (text: string, before: ArticleBlock, block: ArticleBlock): boolean =>
  before.kind === 'tableCell' && block.kind === 'tableCell' && !text.slice(before.span.end, block.span.start).includes('\n')

/** Room for the tokens of an article of usual length: nothing of them is left when it is analysed. */
const room = createRoom(1 << 18)

/** Reads an article for evidence. Blocks that are web noise give none. */
export function analyzeArticle(article: Article): AnalyzedArticle {
  const documentDay = article.metadata.publishedOn === null ? null : dayOfIso(article.metadata.publishedOn)
  const analyses: PassageAnalysis[] = []
  clearRoom(room)
  const sentences: number[] = []
  const spans: number[] = []
  const attributions: number[] = []
  const values: ArticleValue[] = []
  const evidence = article.blocks.filter(block => block.noise === null)
  let tokens = 0
  evidence.forEach((block, at) => {
    const analysis = analyzePassage(block.prose.text, documentDay, room)
    analyses.push(analysis)
    const goesOn = at > 0 && analyses[at - 1].passage.sentences.length > 0 && isSameRow(article.text, evidence[at - 1], block)
    const firstSentence = goesOn ? sentences.length - 1 : sentences.length
    analysis.passage.sentences.forEach((sentence, index) => {
      const end = sourceEnd(block.prose, sentence.start, sentence.end)
      if (goesOn) {
        spans[spans.length - 1] = end
        return
      }
      sentences.push(tokens + sentence.first)
      spans.push(sourceStart(block.prose, sentence.start), end)
      const last = analysis.attributions[2 * index + 1]
      attributions.push(last === 0 ? 0 : tokens + analysis.attributions[2 * index], last === 0 ? 0 : tokens + last)
    })
    for (const placed of analysis.values) {
      if (placed.value.kind === 'date' && isInDateLine(block.prose.text, placed.value.date)) continue
      values.push({
        value: placed.value,
        first: tokens + placed.first,
        last: tokens + placed.last,
        sentence: firstSentence + (goesOn ? 0 : placed.sentence),
        noun: placed.noun,
        span: toSource(block.prose, valueSpan(placed.value)),
      })
    }
    tokens += analysis.concepts.length
  })
  sentences.push(tokens)
  const passages = analyses.map(({ passage }) => passage)
  const entities = recognizeEntities(
    passages,
    evidence.map(block => block.kind),
  )
  nameReferences(entities, analyses)
  const proses = evidence.map(block => block.prose)
  return {
    uri: article.uri,
    metadata: article.metadata,
    concepts: joined(
      analyses.map(({ concepts }) => concepts),
      new Int32Array(tokens),
    ),
    roles: joined(
      analyses.map(({ roles }) => roles),
      new Uint8Array(tokens),
    ),
    sentences: new Int32Array(sentences),
    attributions: new Int32Array(attributions),
    sentenceSpans: new Int32Array(spans),
    values,
    entities: locateEntities(entities, passages, proses),
  }
}

function joined<T extends Int32Array | Uint8Array>(parts: readonly T[], whole: T): T {
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The different concepts of an article, function words left out, in the order in which they first stand there. */
export function conceptsOfArticle({ concepts, roles }: ArticleWords): Int32Array {
  const known = keyedNumbers(concepts.length)
  const found = new Int32Array(concepts.length)
  let count = 0
  for (let at = 0; at < concepts.length; at++) {
    const concept = concepts[at]
    if (concept === 0 || !saysSomething(roles[at]) || numberOf(known, concept) >= 0) continue
    setNumber(known, concept, count)
    found[count++] = concept
  }
  return found.slice(0, count)
}
