import type { Article, ArticleBlock, ArticleMetadata } from '../articles/article'
import { isInCreditLine, isInDateLine } from '../articles/publicationDay'
import { recognizeEntities } from '../recognize/names/recognizeEntities'
import { sourceEnd, sourceStart, toSource, type Prose } from '../text/prose'
import { clearRoom, createRoom } from '../text/room'
import type { Span } from '../text/span'
import { keyedNumbers, numberOf, setNumber } from '../words/keyedNumbers'
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
  /** For each sentence the first token and the one after the last of what says elsewhere whose words it is; 0 and 0 for nothing. */
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

/** What is gathered of an article block by block. */
interface Gathered {
  /** How many tokens the blocks so far have. */
  tokens: number
  readonly sentences: number[]
  readonly spans: number[]
  readonly attributions: number[]
  readonly values: ArticleValue[]
}

function addSentences(gathered: Gathered, { passage, attributions }: PassageAnalysis, prose: Prose): void {
  const { tokens } = gathered
  passage.sentences.forEach(({ first, start, end }, at) => {
    gathered.sentences.push(tokens + first)
    gathered.spans.push(sourceStart(prose, start), sourceEnd(prose, start, end))
    const last = attributions[2 * at + 1]
    gathered.attributions.push(last === 0 ? 0 : tokens + attributions[2 * at], last === 0 ? 0 : tokens + last)
  })
}

/** Lets the last sentence so far end with the sentences of a block. */
function extendSentence({ spans }: Gathered, { passage }: PassageAnalysis, prose: Prose): void {
  for (const { start, end } of passage.sentences) spans[spans.length - 1] = sourceEnd(prose, start, end)
}

/** Whether a date tells when its article was published. */
const isPublication = ({ text }: Prose, value: Value, documentDay: number | null): boolean =>
  value.kind === 'date' && (isInDateLine(text, value.date) || (value.date.days?.first === documentDay && isInCreditLine(text, value.date)))

/** Adds the values of a block; `sentenceOf` gives the article's sentence for one of the block's. */
function addValues(
  gathered: Gathered,
  { values }: PassageAnalysis,
  prose: Prose,
  documentDay: number | null,
  sentenceOf: (sentence: number) => number,
): void {
  const { tokens } = gathered
  for (const { value, first, last, sentence, noun } of values) {
    if (isPublication(prose, value, documentDay)) continue
    const span = toSource(prose, valueSpan(value))
    gathered.values.push({ value, first: tokens + first, last: tokens + last, sentence: sentenceOf(sentence), noun, span })
  }
}

/** Puts together what alignment needs of an article's blocks. */
function gather(text: string, blocks: readonly ArticleBlock[], analyses: readonly PassageAnalysis[], documentDay: number | null): Gathered {
  const gathered: Gathered = { tokens: 0, sentences: [], spans: [], attributions: [], values: [] }
  blocks.forEach((block, at) => {
    const { prose } = block
    const analysis = analyses[at]
    const count = gathered.sentences.length
    const goesOn = at > 0 && analyses[at - 1].passage.sentences.length > 0 && isSameRow(text, blocks[at - 1], block)
    if (goesOn) extendSentence(gathered, analysis, prose)
    else addSentences(gathered, analysis, prose)
    addValues(gathered, analysis, prose, documentDay, goesOn ? () => count - 1 : sentence => count + sentence)
    gathered.tokens += analysis.concepts.length
  })
  gathered.sentences.push(gathered.tokens)
  return gathered
}

/** Reads an article for evidence. Blocks that are web noise give none. */
export function analyzeArticle(article: Article): AnalyzedArticle {
  const { uri, metadata, text } = article
  const documentDay = metadata.publishedOn === null ? null : dayOfIso(metadata.publishedOn)
  const blocks = article.blocks.filter(block => block.noise === null)
  clearRoom(room)
  const analyses = blocks.map(({ prose }) => analyzePassage(prose.text, documentDay, room))
  const { tokens, sentences, spans, attributions, values } = gather(text, blocks, analyses, documentDay)
  const passages = analyses.map(({ passage }) => passage)
  const kinds = blocks.map(({ kind }) => kind)
  const proses = blocks.map(({ prose }) => prose)
  const entities = recognizeEntities(passages, kinds)
  nameReferences(entities, analyses)
  const concepts = analyses.map(analysis => analysis.concepts)
  const roles = analyses.map(analysis => analysis.roles)
  return {
    uri,
    metadata,
    concepts: joined(concepts, new Int32Array(tokens)),
    roles: joined(roles, new Uint8Array(tokens)),
    sentences: new Int32Array(sentences),
    attributions: new Int32Array(attributions),
    sentenceSpans: new Int32Array(spans),
    values,
    entities: locateEntities(entities, passages, proses),
  }
}

/** Fills `whole` with the parts, one after another. */
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
