import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatOf, readArticle } from '../../server/src/core/articles/readArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Draft } from '../../server/src/core/service'
import { filesIn, marksOf, versionOf } from '../bench/drafts/stories'

const FOLDER = 'test/fixtures/desk'

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

for (const [name, marked] of Object.entries(filesIn(`${FOLDER}/drafts`))) {
  const right = versionOf(marked).text
  const draft = groundcheck.readDraft(right)
  describe(`the report ${name}`, () => {
    it('has nothing flagged as long as it is right', () => assert.deepEqual(judged(right, draft).flags, []))
    marksOf(marked).forEach((mark, at) => {
      const [wrong] = mark.wrong
      if (mark.missed.includes(wrong)) {
        it(`is not put right yet after ${mark.right} → ${wrong}`, () => {
          const { text } = versionOf(marked, new Map([[at, wrong]]))
          assert.notEqual(judged(text, groundcheck.readDraft(text, draft)).fixed, right)
        })
        return
      }
      it(`is put right after ${mark.right} → ${wrong}`, () => {
        const { text } = versionOf(marked, new Map([[at, wrong]]))
        const { flags, fixed } = judged(text, groundcheck.readDraft(text, draft))
        assert.equal(flags.length, 1, flags.join(', '))
        assert.equal(fixed, right)
      })
    })
  })
}
