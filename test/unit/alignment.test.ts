import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { analyzeArticle } from '../../server/src/core/evidence/articleAnalysis'
import { addArticle, createEvidenceIndex } from '../../server/src/core/evidence/evidenceIndex'
import { analyzeDraftPassage } from '../../server/src/core/evidence/namedReferences'
import { searchPassage } from '../../server/src/core/grounding/candidates/candidates'
import { weighPassage } from '../../server/src/core/grounding/decision/weigh'
import { valueSpan, valueText } from '../../server/src/core/values/value'

/** The value of the sources that a claim, in brackets in its passage, is most likely about. */
function meant(sources: readonly string[], passage: string): string | undefined {
  const index = createEvidenceIndex()
  sources.forEach((text, at) => addArticle(index, analyzeArticle(readArticle(`${at}.txt`, text, 'text'))))
  const start = passage.indexOf('[')
  const analysis = analyzeDraftPassage(passage.replace(/[[\]]/g, ''), null)
  const claim = weighPassage(searchPassage(index, analysis)).find(({ claim: { value } }) => valueSpan(value).start === start)!
  const [best] = [...claim.candidates].sort((a, b) => b.alignment - a.alignment)
  return best && valueText(best.value.value)
}

describe('what a claim is held against first', () => {
  it('is no figure of another size', () => {
    const fair = ['The Tarn book fair began on Friday, when 12 authors read. By Sunday evening 3,850 had passed through the gates.']
    assert.equal(meant(fair, 'Over the weekend [2,950] came and listened, which the fair had hoped for.'), '3,850')
  })

  it('is one of another size where the source says the very thing', () => {
    const hall = ['The old hall on Mill Street seats 1,200 people. Its roof was mended for 90 days.']
    assert.equal(meant(hall, 'The old hall on Mill Street seats [60] people.'), '1,200')
  })

  it('is of the article that tells what the passage tells beside it', () => {
    const fire = [
      'The forest fire near Brill burned 40 hectares by Monday noon. Crews fought it by night for 9 hours, and 300 people had to leave.',
      'The forest fire near Brill burned 62 hectares before rain came. All 450 people who had to leave are back; crews were busy for 16 hours.',
    ]
    const report = 'The forest fire near Brill burned 62 hectares, and 450 people had to leave. Crews fought it for [14 hours].'
    assert.equal(meant(fire, report), '16 hours')
  })
})
