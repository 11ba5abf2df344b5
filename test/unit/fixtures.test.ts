import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, it } from 'node:test'
import type { Article } from '../../server/src/core/articles/article'
import { readArticleBytes } from '../../server/src/core/articles/readArticle'
import report from '../fixtures/report.expected.json'
import toll from '../fixtures/toll/draft.expected.json'

const read = (folder: string, name: string): Article => {
  const outcome = readArticleBytes(`file:///${folder}/${name}`, readFileSync(resolve(folder, name)))
  assert.ok('article' in outcome)
  assert.equal(outcome.warning, null)
  return outcome.article
}

describe('sample articles', () => {
  const articles = (folder: string): Article[] =>
    readdirSync(folder)
      .filter(name => /\.(?:md|txt)$/.test(name) && !/^(?:README|draft)/.test(name))
      .sort()
      .map(name => read(folder, name))

  const summary = ({ metadata }: Article): unknown[] => [metadata.publisher, metadata.publishedOn, metadata.title !== null]

  it('of the talks are read with publisher, day and title', () => {
    assert.deepEqual(articles('seeds').map(summary), [
      ['Washington report (unsigned)', '2025-10-17', true],
      ['News site (not named)', '2025-10-25', true],
      ['Bloomberg', '2025-10-25', true],
      ['News blog (unsigned)', '2025-10-18', true],
      [null, '2025-10-23', true],
    ])
  })

  it('of the flood too', () => {
    assert.deepEqual(articles('test/fixtures/toll').map(summary), [
      ['Velm Courier', '2024-06-03', true],
      ['Brand Valley Post', '2024-06-04', true],
      ['Velm Courier', '2024-06-05', true],
      ['Brand Valley Post', '2024-06-06', true],
    ])
  })

  it('give no evidence in other stories at their end', () => {
    const article = read('seeds', 'talks-open.txt')
    const story = article.blocks.filter(block => block.noise === null).map(block => block.prose.text)
    assert.match(story.at(-1)!, /^To calm foreign companies/)
    assert.equal(article.blocks.length - story.length, 12)
  })
})

describe('expectations of sample drafts', () => {
  const once = (draft: string, within: string, claim: string): void => {
    assert.equal(draft.split(within).length - 1, 1, `"${within}" stands once in the draft`)
    assert.ok(within.includes(claim) || draft.slice(draft.indexOf(within)).slice(0, 80).includes(claim), claim)
  }

  it('name claims of the report', () => {
    const draft = readFileSync('test/fixtures/report.md', 'utf8')
    for (const { in: within, claim } of [...report.contradicted, ...report.notFlagged]) once(draft, within, claim)
  })

  it('name claims of the draft on the flood', () => {
    const draft = readFileSync('test/fixtures/toll/draft.md', 'utf8')
    for (const { in: within, claim } of toll.claims) once(draft, within, claim)
  })
})
