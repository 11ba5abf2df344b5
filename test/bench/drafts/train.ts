// Learns which value of the sources a claim means where they tell its draft, from the bench's reports, and prints what would be flagged of
// the claims of each story by what is learned from the other stories.
//   npm run train:drafts [-- --write server/src/core/grounding/weights.json] [--cases FILE]
import { readFileSync, writeFileSync } from 'node:fs'
import { scoreLinear, type Linear } from '../../../server/src/core/grounding/linear'
import { meantFeatureNames } from '../../../server/src/core/grounding/told/meant'
import { draftFeatureNames } from '../../../server/src/core/grounding/told/standing'
import { thresholds } from '../../../server/src/core/grounding/decision/verdict'
import { trainLogistic } from '../grounding/logistic'
import { print, table } from '../scale/measure'
import { storiesToLearnFrom } from './stories'
import { toldCases, type ToldCase } from './toldCases'

type Label = ToldCase['label']

/** What all cases of a label together count of what the mistakes do. */
const TOTAL: Readonly<Record<Label, number>> = { wrong: 1, swapped: 0.5, right: 5, beside: 2, own: 1.2 }

/** What a value counts that a mistake does not mean: less than one that a right claim does not. */
const ANOTHER = 0.3

const PENALTY = 30

/** Which share of the right claims of other stories may be flagged. */
const FALSE_ALARMS = 0.025

type Kind = 'figure stated' | 'figure unstated' | 'date stated' | 'date unstated'
const KINDS: readonly Kind[] = ['figure stated', 'figure unstated', 'date stated', 'date unstated']

const kindOf = ({ kind, isStated }: ToldCase): Kind => `${kind} ${isStated ? 'stated' : 'unstated'}`

type Model = Readonly<Record<Kind, Linear>>

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

const isMistake = ({ label }: ToldCase): boolean => label === 'wrong' || label === 'swapped'

/** How often each label comes up. */
const countsOf = (cases: readonly ToldCase[]): Record<Label, number> => {
  const counts = { wrong: 0, swapped: 0, right: 0, beside: 0, own: 0 }
  for (const { label } of cases) counts[label]++
  return counts
}

function learn(cases: readonly ToldCase[]): Model {
  const counts = countsOf(cases)
  const learnKind = (kind: Kind): Linear => {
    const rows = cases
      .filter(each => each.isAmidTold && kindOf(each) === kind)
      .flatMap(each =>
        each.meant.map(({ features, isRight }) => ({
          features,
          isRight,
          weight: ((TOTAL[each.label] * counts.wrong) / counts[each.label]) * (isMistake(each) && !isRight ? ANOTHER : 1),
        })),
      )
    const data = { features: rows.map(row => row.features), labels: rows.map(row => row.isRight), weights: rows.map(row => row.weight) }
    return trainLogistic(data, PENALTY)
  }
  return Object.fromEntries(KINDS.map(kind => [kind, learnKind(kind)])) as Model
}

/** The log-odds that a claim means its likeliest other value, and whether that is the right one. */
function oddsOf(model: Model, each: ToldCase): { odds: number; isRight: boolean } {
  const linear = model[kindOf(each)]
  let best = { odds: -Infinity, isRight: false }
  for (const { features, isRight } of each.meant) {
    const odds = scoreLinear(linear, features)
    if (odds > best.odds) best = { odds, isRight }
  }
  return best
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability))

const cases = storiesToLearnFrom().flatMap(toldCases)
const dump = option('--cases')
if (dump !== undefined) {
  const rows = cases.map(({ story, ...rest }) => ({ story: story.name, isFamiliar: story.isFamiliar, ...rest }))
  writeFileSync(dump, JSON.stringify({ features: [...meantFeatureNames, ...draftFeatureNames], rows }))
}

/** How many groups the stories make; what is learned from the others tells of each. */
const FOLDS = 4

/** Each case with what stories of other groups say of it. */
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const stories = [...new Set(cases.map(({ story }) => story))].filter((_, at) => at % FOLDS === fold)
  const model = learn(cases.filter(({ story }) => !stories.includes(story)))
  return cases.filter(({ story }) => stories.includes(story)).map(each => ({ each, ...oddsOf(model, each) }))
}).flat()
type Judged = (typeof judged)[number]

/** From which log-odds on as many right claims are flagged as may be; those that no source tells the draft of as by their passage alone. */
function leastOdds(all: readonly Judged[]): number {
  const right = all.filter(({ each }) => each.label === 'right')
  const alone = right.filter(({ each }) => !each.isAmidTold && each.isFlaggedAlone).length
  const odds = right.filter(({ each }) => each.isAmidTold).map(each => each.odds).sort((a, b) => b - a) // prettier-ignore
  return odds[Math.max(0, Math.floor(FALSE_ALARMS * right.length) - alone)]
}

const others = judged.filter(({ each }) => !each.story.isFamiliar)
/** What the log-odds are moved by for the default threshold to be where the false alarms are as many as may be. */
const shift = logOdds(thresholds.balanced) - leastOdds(others)

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

function rowOf(name: string, all: readonly Judged[], isFlagged: (one: Judged) => boolean): string[] {
  const flaggedOf = (label: Label): string => {
    const labelled = all.filter(({ each }) => each.label === label)
    return percent(labelled.filter(isFlagged).length, labelled.length)
  }
  const found = all.filter(one => one.each.label === 'wrong' && isFlagged(one))
  return [
    name,
    ...(['right', 'beside', 'own', 'wrong', 'swapped'] as const).map(flaggedOf),
    percent(found.filter(one => one.isRight).length, found.length),
  ]
}

const isFlaggedAt =
  (threshold: number) =>
  ({ each, odds }: Judged): boolean =>
    each.isAmidTold ? odds + shift >= logOdds(threshold) : each.isFlaggedAlone
print(
  table(
    `What is flagged of ${cases.length} claims, by what is learned from the other stories`,
    ['', 'right', 'beside', 'own', 'mistakes', 'exchanged', 'fix right'],
    [
      rowOf('by the passage alone', others, ({ each }) => each.isFlaggedAlone),
      ...Object.entries(thresholds).map(([name, threshold]) => rowOf(name, others, isFlaggedAt(threshold))),
      rowOf(
        'familiar stories, balanced',
        judged.filter(({ each }) => each.story.isFamiliar),
        isFlaggedAt(thresholds.balanced),
      ),
    ],
  ),
)

const file = option('--write')
if (file !== undefined) {
  const model = learn(cases)
  const moved = (kind: Kind): Linear => ({ base: Number((model[kind].base + shift).toPrecision(5)), weights: model[kind].weights })
  const known = JSON.parse(readFileSync(file, 'utf8')) as object
  const told = {
    figure: { stated: moved('figure stated'), unstated: moved('figure unstated') },
    date: { stated: moved('date stated'), unstated: moved('date unstated') },
  }
  writeFileSync(file, `${JSON.stringify({ ...known, toldFeatures: [...meantFeatureNames, ...draftFeatureNames], told })}\n`)
}
