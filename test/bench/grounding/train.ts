// Trains the weights of alignment and decision on labelled claims and prints cross-validated figures.
//   npm run train -- [--data ../shared/bench/grounding] [--sets bump,…] [--thresholds 0.3,…] [--errors FILE]
//     [--write server/src/core/grounding/weights.json]
import { writeFileSync } from 'node:fs'
import { alignmentFeatureNames } from '../../../server/src/core/grounding/alignment/alignment'
import { contradictionScore } from '../../../server/src/core/grounding/decision/contradiction'
import {
  coveredElsewhere,
  decisionFeatureNames,
  decisionFeatures,
  scoreCandidates,
  supportingShare,
  supports,
  tellingCoverage,
  type ScoredCandidate,
} from '../../../server/src/core/grounding/decision/decision'
import { thresholds } from '../../../server/src/core/grounding/decision/verdict'
import type { Linear } from '../../../server/src/core/grounding/linear'
import { compareValues } from '../../../server/src/core/values/value'
import { FOLDS, readClaims, textOf, type ClaimCase, type Instance, type Row } from './claims'
import { trainLogistic } from './logistic'
import { errorLines, printFigures, unseenLines, type ScoredClaim } from './report'
import { trainSoftmax, type Choice, type SoftmaxOptions } from './softmax'

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}

/** Whether something has come up at most so many times. */
function limiter(most: number): (key: string) => boolean {
  const counts = new Map<string, number>()
  return key => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= most
  }
}

/** Whether a row can be learned from: the labels of one set do not tell which figure is wrong, and what no source holds is neither. */
const isLabelled = (set: string, row: Row): boolean => set !== 'fm2' && row.label !== 'unsupported_figure'

/** A value that a source's many claims repeat is learned from this many times at the most, so that no one story weighs too much. */
const REPEATS = 2

/** What alignment learns from: right claims with their evidence, and without, where silence is right. */
function choicesOf(instances: readonly Instance[]): Choice[] {
  const isNew = limiter(REPEATS)
  return instances.flatMap(({ row, set, mode, claims }) => {
    if (!isLabelled(set, row) || mode === 'single') return []
    return claims.flatMap(({ claim, candidates, wrong }) => {
      const right = candidates.map(candidate => mode === 'pooled' && supports(candidate))
      if (wrong || candidates.length === 0 || (mode === 'pooled' && !right.includes(true))) return []
      return isNew(row.source_id + mode + textOf(claim.value)) ? [{ candidates: candidates.map(each => each.features), right }] : []
    })
  })
}

/** A small generator of even chances, the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Share of made-up mistakes that put another of the article's values in a value's place. */
const SWAPS = 0.5

/** Candidates as they would be if the claim had another value, one of the article's or a new one. */
function withMistake(candidates: readonly ScoredCandidate[], random: () => number): ScoredCandidate[] {
  const others = candidates.filter(candidate => candidate.comparison === 'different')
  if (others.length === 0 || random() >= SWAPS)
    return candidates.map(candidate => (supports(candidate) ? { ...candidate, comparison: 'different' as const } : candidate))
  const chosen = others[Math.floor(random() * others.length)].value.value
  return candidates.map(candidate => {
    const comparison = compareValues(chosen, candidate.value.value)
    return { ...candidate, comparison: comparison === 'incomparable' ? ('different' as const) : comparison }
  })
}

/** From which share on the right evidence for a claim is found well enough that a wrong value in its place should be noticed. */
const WELL_SUPPORTED = 0.4

/** A claim, right, wrong or made wrong, with what its verdict rests on. */
interface Decision {
  readonly instance: Instance
  readonly claim: ClaimCase
  readonly candidates: readonly ScoredCandidate[]
  readonly features: readonly number[]
  readonly wrong: boolean
  readonly madeUp: boolean
}

function decisionsOf(alignment: Linear, instances: readonly Instance[]): Decision[] {
  const random = randomFrom(11)
  return instances.flatMap(instance => {
    const scored = instance.claims.map(({ claim, candidates }) => ({
      claim: claim.value,
      candidates: scoreCandidates(alignment, claim.value, candidates),
    }))
    const coverages = scored.map(each => tellingCoverage(each.claim, each.candidates))
    return instance.claims.flatMap((claim, at) => {
      const make = (candidates: readonly ScoredCandidate[], wrong: boolean, madeUp: boolean): Decision => {
        const features = decisionFeatures(claim.claim.value, candidates, coveredElsewhere(coverages, at))
        return { instance, claim, candidates, features, wrong, madeUp }
      }
      const found = make(scored[at].candidates, claim.wrong, false)
      const hasEvidence = instance.mode === 'single' || instance.mode === 'pooled'
      const mayBeMadeWrong = !claim.wrong && hasEvidence && supportingShare(scored[at].candidates) >= WELL_SUPPORTED
      return mayBeMadeWrong ? [found, make(withMistake(scored[at].candidates, random), true, true)] : [found]
    })
  })
}

/** Features that may only speak for one side: more shared words never make an alignment less likely, and so on. */
const direction = (names: readonly string[], up: string, down: string): (1 | -1 | 0)[] =>
  names.map(name => (up.split(' ').includes(name) ? 1 : down.split(' ').includes(name) ? -1 : 0))

const alignmentDirections = direction(
  alignmentFeatureNames,
  'near sourceNear names contextNames sourceCoverage articleCoverage before1 before2 after1 after2 contentBefore contentAfter nounSame otherShare otherCount order unitSame boundSame formSame relationSame',
  'nounClash strangers taken',
)

const alignmentOptions: SoftmaxOptions = {
  steps: 200,
  rate: 0.05,
  penalty: 0.0005,
  directions: alignmentDirections,
}

/** What a made-up mistake counts of a real one. */
const MADE_UP = 0.1
const DECISION_PENALTY = 3

function trainDecision(decisions: readonly Decision[]): Linear {
  const isNew = limiter(REPEATS)
  const usable = decisions.filter(({ instance: { row, set, mode }, claim, wrong, madeUp }) => {
    if (!isLabelled(set, row)) return false
    return isNew([row.source_id, mode, textOf(claim.claim.value), wrong, madeUp].join('|'))
  })
  const rows = {
    features: usable.map(({ features }) => features),
    labels: usable.map(({ wrong }) => wrong),
    weights: usable.map(({ madeUp }) => (madeUp ? MADE_UP : 1)),
  }
  return trainLogistic(rows, DECISION_PENALTY)
}

const instances = option('sets', 'bump,summedits,defacto,fm2')
  .split(',')
  .flatMap(set => readClaims(option('data', '../shared/bench/grounding'), set))
console.log(`${instances.length} rows read`)

// the candidates of a fold are scored by what was learned without its sources, and the decision learns from such scores
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const alignment = trainSoftmax(choicesOf(instances.filter(instance => instance.fold !== fold)), alignmentOptions)
  return decisionsOf(
    alignment,
    instances.filter(instance => instance.fold === fold),
  )
})
const scored = folds.flatMap((decisions, fold): ScoredClaim[] => {
  const decision = trainDecision(folds.filter((_, other) => other !== fold).flat())
  return decisions
    .filter(({ madeUp }) => !madeUp)
    .map(({ instance, claim, candidates, features }) => {
      return { instance, claim, candidates, score: contradictionScore(decision, features, claim.claim.value, candidates, claim.derivation) }
    })
})
for (const threshold of option('thresholds', Object.values(thresholds).join(',')).split(','))
  printFigures(instances, scored, Number(threshold))
for (const line of unseenLines(instances)) console.log(line)
if (process.argv.includes('--errors')) writeFileSync(option('errors', ''), `${errorLines(scored, thresholds.balanced).join('\n')}\n`)
if (process.argv.includes('--write')) {
  const alignment = trainSoftmax(choicesOf(instances), alignmentOptions)
  const decision = trainDecision(folds.flat())
  const weights = { alignmentFeatures: alignmentFeatureNames, alignment, decisionFeatures: decisionFeatureNames, decision }
  writeFileSync(option('write', ''), `${JSON.stringify(weights)}\n`)
}
