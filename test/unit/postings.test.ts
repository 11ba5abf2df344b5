import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { conceptWeight, searchCost, weighsAlike } from '../../server/src/core/evidence/conceptWeight'
import {
  addPosting,
  createPostings,
  hasPosting,
  postingCount,
  postingsOf,
  removePosting,
  settlePostings,
} from '../../server/src/core/evidence/storage/postings'
import { createGroundcheck } from '../../server/src/core/groundcheck'

const CONCEPT = 6

describe('the articles of a concept', () => {
  const cases: readonly (readonly [stored: readonly number[], change: string, after: readonly number[]])[] = [
    [[], '+3 +1 +2', [1, 2, 3]],
    [[1, 4, 9], '', [1, 4, 9]],
    [[1, 4, 9], '+0 +5 +12', [0, 1, 4, 5, 9, 12]],
    [[1, 4, 9], '-4', [1, 9]],
    [[1, 4, 9], '-4 +4', [1, 4, 9]],
    [[1, 4, 9], '+5 -5', [1, 4, 9]],
    [[1, 4, 9], '-1 -4 -9 +2', [2]],
    [[1, 4, 9], '-1 -4 -9', []],
  ]
  for (const [stored, change, after] of cases) {
    test(`${stored.join(' ') || 'none'}, ${change || 'no change'}: ${after.join(' ') || 'none'}`, () => {
      const postings = createPostings()
      settlePostings(postings, concept => Int32Array.from(concept === CONCEPT ? stored : []))
      for (const step of change.split(' ').filter(Boolean)) {
        const move = step.startsWith('+') ? addPosting : removePosting
        const count = move(postings, CONCEPT, Number(step.slice(1)))
        assert.equal(count, postingCount(postings, CONCEPT))
      }
      assert.deepEqual(Array.from(postingsOf(postings, CONCEPT)), after)
      assert.equal(postingCount(postings, CONCEPT), after.length)
      for (let slot = 0; slot < 15; slot++) assert.equal(hasPosting(postings, CONCEPT, slot), after.includes(slot))
    })
  }
})

test('a concept weighs alike with two frequencies where weight and cost are the same', () => {
  for (const articles of [10, 5000, 100_000])
    for (let frequency = 0; frequency < 3000; frequency += 1 + (frequency >> 5)) {
      const [weight, other] = [frequency, frequency + 1].map(each => conceptWeight(CONCEPT, each, articles))
      const alike = weight === other && searchCost(frequency) === searchCost(frequency + 1)
      assert.equal(weighsAlike(CONCEPT, frequency, frequency + 1, articles), alike, `${frequency} of ${articles}`)
    }
})

test('an article is found by its citation key, the last of several, as long as it is there', () => {
  const groundcheck = createGroundcheck({ textOf: () => undefined })
  const add = (uri: string, citekey: string): void =>
    groundcheck.setArticle(readArticle(uri, `---\ncitekey: ${citekey}\n---\n\nThe port hired 12 people.\n`, 'markdown'))
  add('file:///a.md', 'port24')
  add('file:///b.md', 'ferry24')
  assert.equal(groundcheck.articleCited('port24')?.uri, 'file:///a.md')
  assert.equal(groundcheck.articleCited('ferry'), undefined)
  add('file:///c.md', 'port24')
  assert.equal(groundcheck.articleCited('port24')?.uri, 'file:///c.md')
  groundcheck.removeArticle('file:///c.md')
  assert.equal(groundcheck.articleCited('port24')?.uri, 'file:///a.md')
})
