// Trains the alignment and decision weights on the labelled claims and prints cross-validated figures.
//   npm run train -- [--data ../shared/bench/grounding] [--write server/src/core/grounding/weights.json]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../../../server/src/core/articles/readArticle'
import { analyzeArticle, type ArticleAnalysis } from '../../../server/src/core/evidence/articleAnalysis'
import { addArticle, createEvidenceIndex, type EvidenceIndex } from '../../../server/src/core/evidence/evidenceIndex'
import { analyzePassage, claimsOf, type PassageAnalysis, type PlacedValue } from '../../../server/src/core/evidence/passageAnalysis'
import { alignmentFeatureNames } from '../../../server/src/core/grounding/alignment'
import { findCandidates, searchPassage, type Candidate } from '../../../server/src/core/grounding/candidates'
import {
  contradictionScore,
  scoreCandidates,
  supportingShare,
  supports,
  decisionFeatureNames,
  decisionFeatures,
  seemsSupported,
  sidesOf,
  type ScoredCandidate,
  type Sides,
} from '../../../server/src/core/grounding/decision'
import type { Derivation } from '../../../server/src/core/grounding/derivation'
import { thresholds } from '../../../server/src/core/grounding/judge'
import type { Linear } from '../../../server/src/core/grounding/linear'
import type { Trees } from '../../../server/src/core/grounding/trees'
import { apart, compareValues, signedApart, valueSpan, type Value } from '../../../server/src/core/values/value'
import { boost, meanOf, randomFrom, type BoostOptions } from './boost'
import { trainSoftmax, type Choice, type SoftmaxOptions } from './softmax'

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const data = option('data', '../shared/bench/grounding')
const sets = option('sets', 'bump,summedits,defacto,fm2').split(',')

interface Row {
  id: string
  dataset: string
  label: 'ok' | 'contradicted_figure' | 'unsupported_figure'
  source_id: string
  claim_text: string
  original_claim: string | null
  spans: { start: number; end: number; text: string; expected: string }[]
}
type Mode = 'single' | 'pooled' | 'absent' | 'removed'

interface ClaimCase {
  readonly claim: PlacedValue
  readonly candidates: readonly Candidate[]
  readonly derivation: Derivation | null
  readonly wrong: boolean
}
interface Instance {
  readonly row: Row
  readonly set: string
  readonly mode: Mode
  readonly fold: number
  readonly claims: readonly ClaimCase[]
}

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
  return hash % 5
}

const read = (id: string, text: string): ArticleAnalysis => analyzeArticle(readArticle(id, text, 'text'))

function indexOf(articles: Iterable<ArticleAnalysis>): EvidenceIndex {
  const index = createEvidenceIndex()
  for (const article of articles) addArticle(index, article)
  return index
}

const drafts = new Map<string, PassageAnalysis>()
function analyzeDraft(text: string): PassageAnalysis {
  let known = drafts.get(text)
  if (known === undefined) drafts.set(text, (known = analyzePassage(text, null)))
  return known
}

function instance(index: EvidenceIndex, row: Row, set: string, mode: Mode): Instance {
  const analysis = analyzeDraft(row.claim_text)
  const search = searchPassage(index, analysis)
  const claims = claimsOf(analysis).map(claim => {
    const span = valueSpan(claim.value)
    const wrong =
      row.label === 'contradicted_figure' &&
      mode !== 'absent' &&
      mode !== 'removed' &&
      row.spans.some(s => s.start < span.end && span.start < s.end)
    return { claim, ...findCandidates(search, claim), wrong }
  })
  return { row, set, mode, fold: foldOf(row.source_id), claims }
}

function load(set: string): Instance[] {
  const rows = readRows<Row>(join(data, `${set}.claims.jsonl`))
  const texts = new Map(
    readRows<{ source_id: string; text: string }>(join(data, `${set}.sources.jsonl`)).map(source => [source.source_id, source.text]),
  )
  const ids = [...texts.keys()]
  const analyses = new Map(ids.map(id => [id, read(id, texts.get(id)!)]))
  const pooled = indexOf(analyses.values())
  const halves = [0, 1].map(side => indexOf(ids.filter((_, at) => at % 2 !== side).map(id => analyses.get(id)!)))
  const singles = new Map(ids.map(id => [id, indexOf([analyses.get(id)!])]))
  const instances: Instance[] = []
  for (const row of rows) {
    instances.push(instance(singles.get(row.source_id)!, row, set, 'single'), instance(pooled, row, set, 'pooled'))
    if (row.label !== 'ok') continue
    instances.push(instance(halves[ids.indexOf(row.source_id) % 2], row, set, 'absent'))
    const removed = read(row.source_id, withoutEvidence(texts.get(row.source_id)!, row.claim_text))
    instances.push(instance(indexOf([removed]), row, set, 'removed'))
  }
  return instances
}

/** A value that a source's many claims repeat is learned from this many times at the most, so that no one story weighs too much. */
const ALIGNMENT_REPEATS = 2
const DECISION_REPEATS = 2

/** Whether something has come up at most so many times. */
function limiter(most: number): (key: string) => boolean {
  const counts = new Map<string, number>()
  return key => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= most
  }
}

const textOf = (value: Value): string => (value.kind === 'figure' ? value.figure.text : value.date.text)

function choicesOf(instances: readonly Instance[]): Choice[] {
  const isNew = limiter(ALIGNMENT_REPEATS)
  return instances.flatMap(({ row, mode, claims }) => {
    if (row.label === 'unsupported_figure' || mode === 'single') return []
    return claims.flatMap(({ claim, candidates, wrong }) => {
      const right = candidates.map(candidate => mode === 'pooled' && supports(candidate))
      if (wrong || candidates.length === 0 || (mode === 'pooled' && !right.includes(true))) return []
      return isNew(row.source_id + mode + textOf(claim.value)) ? [{ candidates: candidates.map(each => each.features), right }] : []
    })
  })
}

/** Whether the right evidence for a claim is found well enough that a wrong value in its place should be noticed. */
const isWellSupported = (candidates: readonly ScoredCandidate[]): boolean => supportingShare(candidates) >= 0.4

interface Edit {
  readonly candidates: ScoredCandidate[]
  /** By how much the new value differs from an article's, as the absolute logarithm of their ratio. */
  readonly apartFrom: (value: Value) => number
}

/** Share of made-up mistakes that put another of the article's values in a value's place. */
const SWAPS = 0.5

/** The claim with another value put in its place, one of the article or a new one: comparisons turned accordingly. */
function edited(claim: PlacedValue, candidates: readonly ScoredCandidate[], random: () => number): Edit | null {
  if (!candidates.some(supports)) return null
  const others = candidates.filter(candidate => candidate.comparison === 'different')
  if (others.length > 0 && random() < SWAPS) {
    const chosen = others[Math.floor(random() * others.length)]
    const turned = candidates.map(candidate => {
      const comparison = compareValues(chosen.value.value, candidate.value.value)
      return { ...candidate, comparison: comparison === 'incomparable' ? ('different' as const) : comparison }
    })
    return { candidates: turned, apartFrom: value => apart(chosen.value.value, value) }
  }
  const turned = candidates.map(candidate => (supports(candidate) ? { ...candidate, comparison: 'different' as const } : candidate))
  // people who get a figure wrong mostly stay near it
  const shift = (random() < 0.8 ? 0.01 + 0.7 * random() : 0.7 + 2 * random()) * (random() < 0.5 ? -1 : 1)
  return { candidates: turned, apartFrom: value => Math.abs(signedApart(claim.value, value) + shift) }
}

interface Decision {
  readonly instance: Instance
  readonly at: number
  readonly features: Float32Array
  readonly wrong: boolean
  readonly synthetic: boolean
  readonly sides: Sides
  readonly derivation: Derivation | null
}

function decisions(alignment: Linear, instances: readonly Instance[], synthetic: boolean): Decision[] {
  const random = randomFrom(11)
  const all: Decision[] = []
  for (const instance of instances) {
    const sides = instance.claims.map(({ candidates }) => scoreCandidates(alignment, candidates))
    const supported = sides.map(seemsSupported)
    instance.claims.forEach(({ claim, derivation, wrong }, at) => {
      const others = supported.filter((_, other) => other !== at)
      const surroundings = {
        supportedShare: others.length === 0 ? 0.5 : others.filter(Boolean).length / others.length,
        otherClaims: others.length,
      }
      const make = (
        candidates: readonly ScoredCandidate[],
        isWrong: boolean,
        isSynthetic: boolean,
        apartFrom = (value: Value): number => apart(claim.value, value),
      ): Decision => ({
        instance,
        at,
        features: decisionFeatures(claim, candidates, isSynthetic ? null : derivation, surroundings, apartFrom),
        wrong: isWrong,
        synthetic: isSynthetic,
        sides: sidesOf(candidates),
        derivation: isSynthetic ? null : derivation,
      })
      all.push(make(sides[at], wrong, false))
      if (synthetic && !wrong && (instance.mode === 'single' || instance.mode === 'pooled') && isWellSupported(sides[at])) {
        const edit = edited(claim, sides[at], random)
        if (edit !== null) all.push(make(edit.candidates, true, true, edit.apartFrom))
      }
    })
  }
  return all
}

/** Features that may only speak for one side: more shared words never make an alignment less likely, and so on. */
const direction = (names: readonly string[], up: string, down: string): number[] =>
  names.map(name => (up.split(' ').includes(name) ? 1 : down.split(' ').includes(name) ? -1 : 0))

const alignmentDirections = direction(
  alignmentFeatureNames,
  'near nearBoth coverage wideCoverage nameCoverage wideNameCoverage sourceCoverage mass peak nearMass articleCoverage articleShare before1 before2 after1 after2 nounSame nounPresent otherShare otherCount unitSame boundSame granularitySame formSame order relationSame nounNear contentBefore contentAfter sameSpot',
  'nounClash strangerShare taken',
)
const decisionDirections = direction(
  decisionFeatureNames,
  'opposing margin opposingMass opposingValueMass runnerUp near nearBoth coverage wideCoverage nameCoverage wideNameCoverage articleCoverage articleShare sourceCoverage mass before1 after1 nounSame otherShare otherCount unitSame granularitySame supportedShare',
  'supporting supportingMass equalCount equalSameArticle equalSameSentence weak nounClash taken strangerShare apart derivedSum derivedDifference',
)

const skipped = new Set(['valueClass', 'claimWords', 'sourceWords', 'sentenceIndex'])

const alignmentOptions: SoftmaxOptions = {
  steps: 200,
  rate: 0.05,
  penalty: 0.0005,
  directions: alignmentDirections.map((direction, at) => (skipped.has(alignmentFeatureNames[at]) ? null : direction)),
}
const decisionOptions: BoostOptions = {
  monotone: decisionDirections,
  trees: 80,
  depth: 2,
  rate: 0.1,
  minWeight: 4,
  lambda: 6,
  subsample: 0.5,
}
const ENSEMBLES = 4

const trainDecision = (all: readonly Decision[]): Trees => {
  const rows = decisionRows(all)
  return meanOf(Array.from({ length: ENSEMBLES }, (_, at) => boost(rows, { ...decisionOptions, seed: at + 1 })))
}

function decisionRows(all: readonly Decision[]): { features: Float32Array[]; labels: number[]; weights: number[] } {
  const isNew = limiter(DECISION_REPEATS)
  const usable = all.filter(({ instance, at, wrong, synthetic }) => {
    if (instance.set === 'fm2' || instance.row.label === 'unsupported_figure') return false
    return isNew([instance.row.source_id, instance.mode, textOf(instance.claims[at].claim.value), wrong, synthetic].join('|'))
  })
  const weightOf = ({ instance, synthetic }: Decision): number => {
    if (synthetic) return 0.1
    return instance.mode === 'absent' || instance.mode === 'removed' ? 0.5 : 1
  }
  return { features: usable.map(d => d.features), labels: usable.map(d => (d.wrong ? 1 : 0)), weights: usable.map(weightOf) }
}

const auc = (positive: number[], negative: number[]): number => {
  let wins = 0
  for (const p of positive) for (const n of negative) wins += p > n ? 1 : p === n ? 0.5 : 0
  return wins / (positive.length * negative.length)
}

interface Scored {
  readonly decision: Decision
  readonly score: number
}

function report(all: readonly Scored[], threshold: number): void {
  const table: Record<string, Record<string, number | string>> = {}
  for (const set of sets)
    for (const mode of ['single', 'pooled', 'absent', 'removed'] as const) {
      const byRow = new Map<Row, Scored[]>()
      for (const entry of all) {
        const { instance } = entry.decision
        if (instance.set !== set || instance.mode !== mode) continue
        if (!byRow.has(instance.row)) byRow.set(instance.row, [])
        byRow.get(instance.row)!.push(entry)
      }
      const rowsOfSet = rowCount.get(`${set} ${mode}`)!
      const max = (entries: Scored[]): number => Math.max(0, ...entries.map(e => e.score))
      const positives: number[] = []
      const negatives: number[] = []
      let hits = 0
      let contradicted = 0
      let alarms = 0
      let oks = 0
      const scoreOf = new Map<Row, number>()
      for (const row of rowsOfSet) {
        const entries = byRow.get(row) ?? []
        scoreOf.set(row, max(entries))
        if (row.label === 'ok') {
          oks++
          negatives.push(max(entries))
          if (max(entries) >= threshold) alarms++
        } else if (row.label === 'contradicted_figure') {
          contradicted++
          positives.push(max(entries))
          if (entries.some(e => (e.decision.wrong || row.spans.length === 0) && e.score >= threshold)) hits++
        }
      }
      const originals = new Map(rowsOfSet.filter(r => r.label === 'ok').map(r => [r.claim_text, r]))
      const pairs = rowsOfSet.filter(r => r.label === 'contradicted_figure' && r.original_claim !== null && originals.has(r.original_claim))
      const right = pairs.filter(r => scoreOf.get(r)! > scoreOf.get(originals.get(r.original_claim!)!)!).length
      const sorted = [...negatives].sort((a, b) => b - a)
      const at5 = sorted[Math.floor(negatives.length * 0.05)] ?? 0
      table[`${set} ${mode}`] =
        mode === 'single' || mode === 'pooled'
          ? {
              recall: Number((hits / contradicted).toFixed(3)),
              alarms: Number((alarms / oks).toFixed(3)),
              auc: Number(auc(positives, negatives).toFixed(3)),
              pairs: Number((right / pairs.length).toFixed(3)),
              r5: Number((positives.filter(p => p > at5).length / positives.length).toFixed(3)),
              of: contradicted,
            }
          : { alarms: Number((alarms / oks).toFixed(3)) }
    }
  console.log('threshold', threshold.toFixed(3))
  console.table(table)
}

const rowCount = new Map<string, Row[]>()
const started = Date.now()
const instances = sets.filter(set => existsSync(join(data, `${set}.claims.jsonl`))).flatMap(load)
for (const { row, set, mode } of instances) {
  const key = `${set} ${mode}`
  if (!rowCount.has(key)) rowCount.set(key, [])
  rowCount.get(key)!.push(row)
}
console.log(`${instances.length} instances read in ${((Date.now() - started) / 1000).toFixed(1)} s`)

// alignments of a fold come from trees that did not see its articles; the decision learns from those
const folds = [0, 1, 2, 3, 4]
const decided = folds.map(fold => {
  const alignment = trainSoftmax(choicesOf(instances.filter(instance => instance.fold !== fold)), alignmentOptions)
  return decisions(
    alignment,
    instances.filter(instance => instance.fold === fold),
    true,
  )
})
const evaluated: Scored[] = folds.flatMap(fold => {
  const trees = trainDecision(decided.filter((_, other) => other !== fold).flat())
  return decided[fold]
    .filter(each => !each.synthetic)
    .map(decision => ({ decision, score: contradictionScore(trees, decision.features, decision.derivation) }))
})
console.log(`cross-validated after ${((Date.now() - started) / 1000).toFixed(1)} s`)
for (const threshold of option('thresholds', Object.values(thresholds).join(',')).split(',').map(Number)) report(evaluated, threshold)
if (process.argv.includes('--write')) {
  const alignment = trainSoftmax(choicesOf(instances), alignmentOptions)
  const decision = trainDecision(decided.flat())
  const weights = { alignmentFeatures: alignmentFeatureNames, alignment, decisionFeatures: decisionFeatureNames, decision }
  writeFileSync(option('write', ''), JSON.stringify(weights) + '\n')
}

/** The claims that a threshold gets wrong, for reading. */
function errorLines(all: readonly Scored[], threshold: number): string[] {
  const describe = (each: ScoredCandidate | null): string =>
    each === null
      ? '-'
      : `${each.value.value.kind === 'figure' ? each.value.value.figure.text : each.value.value.date.text} (${each.alignment.toFixed(2)})`
  return all.flatMap(({ decision, score }) => {
    const { instance, at, wrong } = decision
    if (wrong === score >= threshold || instance.row.label === 'unsupported_figure') return []
    const span = valueSpan(instance.claims[at].claim.value)
    const text = instance.row.claim_text
    const kind = wrong ? 'MISS ' : 'ALARM'
    const shown = `${text.slice(Math.max(0, span.start - 70), span.start)}[[${text.slice(span.start, span.end)}]]${text.slice(span.end, span.end + 60)}`
    const { supporting, opposing } = decision.sides
    return [
      `${kind} ${instance.set} ${instance.mode} ${instance.row.id} ${score.toFixed(3)} | ${shown} | + ${describe(supporting)} | - ${describe(opposing)} | ${wrong ? `expected ${instance.row.spans.map(s => s.expected).join('; ')}` : ''}`,
    ]
  })
}
if (process.argv.includes('--errors')) writeFileSync(option('errors', ''), errorLines(evaluated, 0.5).join('\n') + '\n')
const unseen = instances.filter(
  i => i.mode === 'single' && i.row.label === 'contradicted_figure' && i.row.spans.length > 0 && !i.claims.some(c => c.wrong),
)
for (const { row } of unseen)
  console.log(
    `not recognised: ${row.id} ${row.spans.map(s => `${s.text}→${s.expected}`).join('; ')} | ${row.claim_text.slice(Math.max(0, row.spans[0].start - 40), row.spans[0].end + 40)}`,
  )
