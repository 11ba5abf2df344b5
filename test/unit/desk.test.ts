import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import { formatOf, readArticle } from '../../server/src/core/articles/readArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Draft } from '../../server/src/core/service'

const FOLDER = 'test/fixtures/desk'

/** The files of a folder, by name. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(name => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
      .map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  )

const articles = filesIn(FOLDER)
const groundcheck = createGroundcheck({ textOf: uri => articles[uri] })
for (const [uri, text] of Object.entries(articles)) groundcheck.setArticle(readArticle(uri, text, formatOf(uri)))

/** A draft as judged: what is flagged, each with its fix ("29 percent → 19 percent"), and the draft with these fixes. */
function judged(text: string, draft: Draft): { flags: string[]; fixed: string } {
  const flagged = groundcheck.judge(draft).filter(({ verdict }) => verdict === 'contradicted' || verdict === 'disputed')
  return {
    flags: flagged.map(claim => `${claim.text} → ${claim.suggestions[0]?.text}`),
    fixed: flagged.reduceRight(
      (rest, { span, suggestions }) => rest.slice(0, span.start) + suggestions[0].text + rest.slice(span.end),
      text,
    ),
  }
}

const mark = /«([^→»]+)→([^»]+)»/g

/** A marked draft without its mistakes, and with each of them alone. */
function versions(marked: string): { right: string; wrong: { change: string; text: string }[] } {
  const marks = [...marked.matchAll(mark)]
  const withMistake = (at: number): string => {
    let index = 0
    return marked.replace(mark, (_, right: string, wrong: string) => (index++ === at ? wrong : right))
  }
  return {
    right: withMistake(-1),
    wrong: marks.map(([, right, wrong], at) => ({ change: `${right} → ${wrong}`, text: withMistake(at) })),
  }
}

for (const [name, marked] of Object.entries(filesIn(`${FOLDER}/drafts`))) {
  const { right, wrong } = versions(marked)
  const draft = groundcheck.readDraft(right)
  describe(`the report ${name}`, () => {
    it('has nothing flagged as long as it is right', () => assert.deepEqual(judged(right, draft).flags, []))
    for (const { change, text } of wrong)
      it(`is put right after ${change}`, () => {
        const { flags, fixed } = judged(text, groundcheck.readDraft(text, draft))
        assert.equal(flags.length, 1, flags.join(', '))
        assert.equal(fixed, right)
      })
  })
}
