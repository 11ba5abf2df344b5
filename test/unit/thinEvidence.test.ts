import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { analyzePassage } from '../../server/src/core/evidence/passageAnalysis'
import { alignmentFeatureNames } from '../../server/src/core/grounding/alignment/alignment'
import { contradictionScore } from '../../server/src/core/grounding/decision/contradiction'
import { decisionFeatureNames, type ScoredCandidate } from '../../server/src/core/grounding/decision/decision'
import { thresholds } from '../../server/src/core/grounding/decision/verdict'
import type { Value } from '../../server/src/core/values/value'
import { dateIn } from './datesIn'
import { figureIn } from './figureIn'

const figure = (text: string): Value => ({ kind: 'figure', figure: figureIn(text) })
const date = (text: string): Value => ({ kind: 'date', date: dateIn(text) })

/** How a value of an article lies to the claim: all that the rules look at, and nothing else. */
interface Lie {
  readonly value: Value
  readonly share: number
  readonly near?: number
  readonly words?: number
  readonly clash?: boolean
  /** The sentence that holds it. */
  readonly sentence?: string
}

function opposing({ value, share, near = 0.5, words = 0.5, clash = false, sentence = '' }: Lie): ScoredCandidate {
  const told: Partial<Record<string, number>> = { near, nounClash: clash ? 1 : 0, nounSame: clash ? 0 : 1 }
  const { concepts } = analyzePassage(sentence, null)
  return {
    article: { concepts, sentences: Int32Array.of(0, concepts.length) },
    value: { value, sentence: 0 },
    comparison: 'different',
    features: alignmentFeatureNames.map(name => told[name] ?? 0),
    match: { coverage: words, nameCoverage: 0 },
    alignment: 0,
    share,
  } as unknown as ScoredCandidate
}

/** A decision that finds any contradiction likely, so that what is told below comes of the rules alone. */
const likely = { base: 2, weights: decisionFeatureNames.map(() => 0) }

const isContradicted = (claim: Value, lie: Lie): boolean =>
  contradictionScore(
    likely,
    decisionFeatureNames.map(() => 0),
    claim,
    [opposing(lie)],
    null,
  ) >= thresholds.balanced

describe('evidence too thin for a contradiction', () => {
  const rows: readonly (readonly [claim: Value, lie: Lie, contradicted: boolean, why: string])[] = [
    [figure('£5.2m'), { value: figure('£6m'), share: 0.4 }, true, 'a figure of the same size'],
    [figure('£110,000'), { value: figure('£6m'), share: 0.4 }, false, 'two magnitudes apart is mostly another thing'],
    [figure('£110,000'), { value: figure('£6m'), share: 0.8 }, true, 'but not where it is surely the one meant'],
    [figure('£6bn'), { value: figure('£6m'), share: 0.4 }, true, 'the same digits: only the scale was mistaken'],
    [
      figure('three countries'),
      { value: figure('two economies'), share: 0.4, near: 0.3, clash: true },
      false,
      'so small a number is met with anything',
    ],
    [figure('three countries'), { value: figure('two countries'), share: 0.4, near: 0.3 }, true, 'but not of the same things'],
    [figure('12,000 children'), { value: figure('12 guns'), share: 0.4, clash: true }, false, 'the same digits of other things'],
    [figure('25 minutes'), { value: figure('20 seconds'), share: 0.4 }, true, 'the unit was mistaken'],
    [date('in 1959'), { value: date('in 1968'), share: 0.4 }, true, 'nine years apart'],
    [date('in 1959'), { value: date('in 2018'), share: 0.4 }, false, 'two generations apart'],
    [figure('30%'), { value: figure('40%'), share: 0.25 }, true, 'a part told in the same way'],
    [figure('One in four'), { value: figure('29%'), share: 0.25 }, false, 'a part told in another way'],
    [figure('One in four'), { value: figure('29%'), share: 0.5 }, true, 'the same part, told in another way'],
    [figure('the third test'), { value: figure('the first test'), share: 0.5, near: 0.2 }, false, 'the rank of another happening'],
    [figure('the third test'), { value: figure('the first test'), share: 0.5, words: 0.2 }, true, 'the rank among alike words'],
    [date('on Monday'), { value: date('on Tuesday'), share: 0.5, words: 0.2 }, false, 'the weekday of another happening'],
    [
      figure('12 people'),
      { value: figure('50 people'), share: 0.5, words: 0.4, sentence: 'Before that, bombs killed 50 people.' },
      false,
      'what was before',
    ],
    [
      figure('12 people'),
      { value: figure('50 people'), share: 0.5, words: 0.4, sentence: 'The bomb killed 50 people.' },
      true,
      'what was then',
    ],
    [
      figure('12 people'),
      { value: figure('50 people'), share: 0.5, words: 0.6, sentence: 'Before that, bombs killed 50 people.' },
      true,
      'what was before, in an alike sentence',
    ],
    [figure('20 machines'), { value: figure('25 machines'), share: 0.05 }, false, 'one of many values'],
    [figure('20 machines'), { value: figure('25 machines'), share: 0.05, near: 0.9 }, true, 'one of many, closely surrounded'],
  ]
  for (const [claim, lie, contradicted, why] of rows) {
    const text = (value: Value): string => (value.kind === 'figure' ? value.figure.text : value.date.text)
    it(`${text(claim)} against ${text(lie.value)}: ${why}`, () => assert.equal(isContradicted(claim, lie), contradicted))
  }
})
