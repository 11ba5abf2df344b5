import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provideExplanation } from '../../server/src/features/explain'
import { evidenceOf, judgementOn, viewOf, type FakeArticle } from './features.fixture'

const draft = 'The bridge cost 5 million.\n'
const sentence = `${'After many years of talks '.repeat(5)}the bridge cost 3 million${' and a good deal of patience'.repeat(5)}.`
const post: FakeArticle = { uri: 'file:///seeds/post.txt', text: sentence, metadata: { publisher: 'Harbour Post' } }

test('a long source sentence is told around its value, on one line', () => {
  const judgement = judgementOn(draft, '5 million', {
    verdict: 'contradicted',
    evidence: [evidenceOf(post, sentence, '3 million', 'contradicts')],
  })
  const explanation = provideExplanation(viewOf({ draft, articles: [post], judgements: [judgement] }), { line: 0, character: 18 })
  assert.equal(
    explanation?.evidence[0].quote,
    '… After many years of talks the bridge cost 3 million and a good deal of patience and a good deal …',
  )
})
