import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyzeFile } from '../../server/src/core/evidence/analyzeFile'
import type { PackedArticle } from '../../server/src/core/evidence/storage/packedArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Groundcheck } from '../../server/src/core/service'
import { makeArticles, makeDraft } from '../bench/scale/corpus'
import { seededRandom } from '../bench/scale/random'

// Threads finish in any order, and an archive is read in another order each time: nothing that is shown may depend on it.

const ARTICLES = 150
const texts = new Map([...makeArticles(ARTICLES)].map(({ name, text }) => [name, text]))

const articles = [...texts].map(([name, text]): PackedArticle => {
  const analysis = analyzeFile(name, new TextEncoder().encode(text))
  assert.ok('article' in analysis)
  return analysis.article
})

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed)
  const order = [...list]
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.whole(0, last)
    ;[order[last], order[other]] = [order[other], order[last]]
  }
  return order
}

function archiveOf(order: readonly PackedArticle[]): Groundcheck {
  const groundcheck = createGroundcheck({ textOf: uri => texts.get(uri) })
  order.forEach(groundcheck.setPackedArticle)
  return groundcheck
}

/** All that a writer can be shown, without the numbers that the service knows entities by. */
function answers(groundcheck: Groundcheck) {
  const draft = groundcheck.readDraft(makeDraft(3000, ARTICLES).text)
  const names = groundcheck.namesIn(draft)
  const entities = [...new Set(names.map(({ entity }) => entity))]
  const card = (entity: number): unknown => ({ ...groundcheck.card(entity, { draft, offset: draft.text.length >> 1 }), id: null })
  const typed = groundcheck.readDraft(`${draft.text}\n\nIt was said by Ma`)
  return {
    judgements: groundcheck.judge(draft),
    names: names.map(({ span, entity }) => ({ span, name: groundcheck.card(entity)?.name })),
    problems: groundcheck.findings(draft).map(({ findings }) => findings.problems.map(problem => ({ ...problem, entity: null }))),
    cards: entities.map(card),
    mentions: entities.map(entity => [...groundcheck.mentionsOf(entity)]),
    completions: groundcheck.complete(typed, typed.text.length)?.items.map(item => ({ ...item, id: null })),
    found: groundcheck.findEntities('ma').map(found => ({ ...found, id: null })),
  }
}

const inOrder = answers(archiveOf(articles))

test('there is something to compare', () => {
  assert.ok(inOrder.judgements.length > 50 && inOrder.names.length > 50 && inOrder.completions!.length > 0 && inOrder.found.length > 0)
})

for (const seed of [1, 2, 3]) {
  const shown = answers(archiveOf(shuffled(articles, seed)))
  for (const what of Object.keys(inOrder) as (keyof typeof inOrder)[]) {
    test(`articles that arrive in another order (${seed}) give the same ${what}`, () => assert.deepEqual(shown[what], inOrder[what]))
  }
}

test('articles that arrive twice, or go and come back, give the same answers', () => {
  const groundcheck = archiveOf([...shuffled(articles, 4), ...articles.slice(0, 50)])
  for (const { uri } of articles.slice(30, 80)) groundcheck.removeArticle(uri)
  articles.slice(30, 80).reverse().forEach(groundcheck.setPackedArticle)
  assert.deepEqual(answers(groundcheck), inOrder)
})
