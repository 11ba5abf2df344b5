// The labelled claims, each held against sources with the evidence and against sources without.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../../../server/src/core/articles/readArticle'
import { analyzeArticle } from '../../../server/src/core/evidence/articleAnalysis'
import { addArticle, createEvidenceIndex, type EvidenceIndex } from '../../../server/src/core/evidence/evidenceIndex'
import { analyzeDraftPassage } from '../../../server/src/core/evidence/namedReferences'
import { claimsOf, type PassageAnalysis, type PlacedValue } from '../../../server/src/core/evidence/passageAnalysis'
import { findCandidates, searchPassage, type Candidate } from '../../../server/src/core/grounding/candidates/candidates'
import type { Derivation } from '../../../server/src/core/grounding/candidates/derivation'
import { valueSpan, type Value } from '../../../server/src/core/values/value'

/** A row of a set of labelled claims. */
export interface Row {
  readonly id: string
  readonly label: 'ok' | 'contradicted_figure' | 'unsupported_figure'
  readonly source_id: string
  readonly claim_text: string
  readonly original_claim: string | null
  readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string; readonly expected: string }[]
}

/**
 * What a row is held against: its source alone, all sources of its set, those sources but its own, or its source without the
 * sentences that hold one of its figures.
 */
export type Mode = 'single' | 'pooled' | 'absent' | 'removed'

/** A figure or date of a row with what the sources have to do with it. */
export interface ClaimCase {
  readonly claim: PlacedValue
  readonly candidates: readonly Candidate[]
  readonly derivation: Derivation | null
  /** Whether the sources contradict it. */
  readonly wrong: boolean
}

/** A row held against sources. */
export interface Instance {
  readonly row: Row
  readonly set: string
  readonly mode: Mode
  /** Which part of the rows it belongs to, by its source, 0 up to {@link FOLDS}. */
  readonly fold: number
  readonly claims: readonly ClaimCase[]
}

/** The number of parts that training is checked by, each by training on the others (cross-validation). */
export const FOLDS = 5

const readRows = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const calendarName =
  /^(january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
const figureTokens = (text: string): string[] =>
  (text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[a-z]+/g) ?? []).flatMap(token => {
    if (/^\d/.test(token)) return [String(Number(token.replace(/,/g, '')))]
    if (words.includes(token)) return [String(words.indexOf(token))]
    if (ordinals.includes(token)) return [String(ordinals.indexOf(token))]
    return calendarName.test(token) ? [token] : []
  })

/** An article without the sentences that share a figure with the claim: evidence taken away. */
function withoutEvidence(article: string, claim: string): string {
  const tokens = new Set(figureTokens(claim))
  return article
    .split(/(?<=[.!?]["”’']?)\s+|\n+/)
    .filter(sentence => !figureTokens(sentence).some(token => tokens.has(token)))
    .join('\n')
}

function foldOf(text: string): number {
  let hash = 7
  for (const character of text) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0
  return hash % FOLDS
}

const read = (id: string, text: string) => analyzeArticle(readArticle(id, text, 'text'))

function indexOf(articles: Iterable<ReturnType<typeof read>>): EvidenceIndex {
  const index = createEvidenceIndex()
  for (const article of articles) addArticle(index, article)
  return index
}

const drafts = new Map<string, PassageAnalysis>()
function analyzeDraft(text: string): PassageAnalysis {
  let known = drafts.get(text)
  if (known === undefined) drafts.set(text, (known = analyzeDraftPassage(text, null)))
  return known
}

function instance(index: EvidenceIndex, row: Row, set: string, mode: Mode): Instance {
  const analysis = analyzeDraft(row.claim_text)
  const search = searchPassage(index, analysis)
  const hasEvidence = mode === 'single' || mode === 'pooled'
  const claims = claimsOf(analysis).map(claim => {
    const span = valueSpan(claim.value)
    const isMarked = row.spans.some(({ start, end }) => start < span.end && span.start < end)
    return { claim, ...findCandidates(search, claim), wrong: row.label === 'contradicted_figure' && hasEvidence && isMarked }
  })
  return { row, set, mode, fold: foldOf(row.source_id), claims }
}

/** Reads a set of labelled claims and holds each against its sources; nothing where the folder has no such set. */
export function readClaims(folder: string, set: string): Instance[] {
  if (!existsSync(join(folder, `${set}.claims.jsonl`))) return []
  const rows = readRows<Row>(join(folder, `${set}.claims.jsonl`))
  const sources = readRows<{ source_id: string; text: string }>(join(folder, `${set}.sources.jsonl`))
  const texts = new Map(sources.map(source => [source.source_id, source.text]))
  const ids = [...texts.keys()]
  const analyses = new Map(ids.map(id => [id, read(id, texts.get(id)!)]))
  const pooled = indexOf(analyses.values())
  const halves = [0, 1].map(side => indexOf(ids.filter((_, at) => at % 2 !== side).map(id => analyses.get(id)!)))
  const singles = new Map(ids.map(id => [id, indexOf([analyses.get(id)!])]))
  return rows.flatMap(row => {
    const kept = [instance(singles.get(row.source_id)!, row, set, 'single'), instance(pooled, row, set, 'pooled')]
    if (row.label !== 'ok') return kept
    const removed = read(row.source_id, withoutEvidence(texts.get(row.source_id)!, row.claim_text))
    return [
      ...kept,
      instance(halves[ids.indexOf(row.source_id) % 2], row, set, 'absent'),
      instance(indexOf([removed]), row, set, 'removed'),
    ]
  })
}

/** A value as it is written. */
export const textOf = (value: Value): string => (value.kind === 'figure' ? value.figure.text : value.date.text)
