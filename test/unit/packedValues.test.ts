import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readArticleBytes } from '../../server/src/core/articles/readArticle'
import { analyzeArticle } from '../../server/src/core/evidence/articleAnalysis'
import { packValues, unpackValues } from '../../server/src/core/evidence/storage/packedValues'

const text = `Budget day

The council spent $3.5 million, up 12% from 2023, on 47 marginal wards between Nov. 3 and 10 November 2025.
It won 2-1 on Friday at 6 p.m., in the first vote since spring, three years after "dozens" of talks under Section 301.
Early in 2009 more than half of 1,200 to 1,400 homes cost up to 40 pounds a month; late last week it was 1 in 16.`

describe('packed values', () => {
  it('are those that were packed', () => {
    const outcome = readArticleBytes('file:///budget.txt', new TextEncoder().encode(text))
    assert.ok('article' in outcome)
    const { values } = analyzeArticle(outcome.article)
    assert.ok(values.filter(({ value }) => value.kind === 'figure').length >= 8)
    assert.ok(values.filter(({ value }) => value.kind === 'date').length >= 6)
    assert.deepEqual(unpackValues(packValues(values)), values)
  })
})
