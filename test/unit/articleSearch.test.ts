import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ArticleAnalysis } from '../../server/src/core/evidence/articleAnalysis'
import { basisOf, isTouched, searchArticles } from '../../server/src/core/evidence/articleSearch'
import { addArticle, changesSince, createEvidenceIndex, removeArticle, weightIn } from '../../server/src/core/evidence/evidenceIndex'
import { seededRandom } from '../bench/scale/random'

const noMetadata = { title: null, publisher: null, author: null, publishedOn: null, url: null, citekey: null }

/** An article of one sentence with these concepts. */
const articleOf = (uri: string, concepts: readonly number[]): ArticleAnalysis => ({
  uri,
  metadata: noMetadata,
  concepts: Int32Array.from(concepts),
  roles: new Uint8Array(concepts.length),
  sentences: Int32Array.of(0, concepts.length),
  attributions: Int32Array.of(0, 0),
  sentenceSpans: Int32Array.of(0, 1),
  values: [],
})

describe('searching articles', () => {
  it('puts those first that share the rarest concepts, and equals in the order of their URIs', () => {
    const index = createEvidenceIndex()
    for (const [uri, ...concepts] of [['c', 2, 4], ['b', 2, 6], ['d', 8], ['a', 2, 6]] as const) addArticle(index, articleOf(uri, concepts)) // prettier-ignore
    const uris = (...concepts: number[]): string[] => searchArticles(index, new Set(concepts)).found.map(({ article }) => article.uri)
    assert.deepEqual(uris(2, 4), ['c', 'a', 'b'])
    assert.deepEqual(uris(6), ['a', 'b'])
    assert.deepEqual(uris(8, 10), ['d'])
    assert.deepEqual(uris(10), [])
    removeArticle(index, 'a')
    addArticle(index, articleOf('e', [6]))
    assert.deepEqual(uris(6), ['b', 'e'])
  })

  it('comes out the same, and all words weigh the same, unless a change is said to touch it', () => {
    const random = seededRandom(5)
    const index = createEvidenceIndex()
    // few concepts are in many articles and many in few, as words are
    const concept = (): number => 2 * Math.ceil(1 / (random.next() + 0.004))
    const some = (count: number): number[] => Array.from({ length: count }, concept)
    const add = (): void => addArticle(index, articleOf(`${random.whole(0, 300)}`, some(random.whole(1, 12))))
    for (let count = 0; count < 200; count++) add()
    const seen = { touched: 0, untouched: 0 }
    for (let turn = 0; turn < 4000; turn++) {
      const passage = new Set(some(random.whole(1, 6)))
      const weighIn = (articles: readonly ArticleAnalysis[]): number[] =>
        [...passage, ...articles.flatMap(article => [...article.concepts])].map(each => weightIn(index, each))
      const answer = () => {
        const search = searchArticles(index, passage)
        const articles = search.found.map(({ article }) => article)
        return { search, told: [articles, search.found.map(({ score }) => score), search.totalWeight, weighIn(articles)] }
      }
      const before = answer()
      const { revision } = index
      if (random.chance(0.2)) removeArticle(index, `${random.whole(0, 300)}`)
      else add()
      const touched = changesSince(index, revision)!.some(change => isTouched(index, basisOf(before.search), change))
      seen[touched ? 'touched' : 'untouched']++
      if (!touched) assert.deepEqual(answer().told, before.told)
    }
    assert.ok(seen.untouched > 400 && seen.touched > 400, JSON.stringify(seen))
  })
})
