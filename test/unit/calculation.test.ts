import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import { clauseOf } from '../../server/src/features/wording'

const articles: Record<string, string> = {
  'poll.txt': `VELM, March 4, 2024 – The Harbour Party took 31 of the 70 seats in the council of Velm on Sunday, up from 26. The Reeds of Ada Holm won 12 seats, the Mill List nine.`,
  'yard.txt': `VELM, May 7, 2024 – Revenue of the Tarn yard climbed to 3.46 billion crowns in the first quarter, from 3.08 billion a year earlier.`,
  'ferry.txt': `VELM, June 9, 2024 – The ferry Brita carries 53 sailors on deck and 38 sailors below, its owner said.`,
  'goals.txt': `VELM, August 1, 2024 – Ana Holm with 300 only trails Lena Torvald (323) and Per Aalto (307) in goals in the league of Velm.`,
  'mill.txt': `VELM, July 2, 2024 – The mill of Orrin cut its use of water by 4% last year. Wages at the mill rose by 7.5%.`,
  'wharf.txt': `VELM, July 9, 2024 – The wharf of Tarn has filled 31 contracts this year, its owner Lena Torvald said on Tuesday.`,
}

const groundcheck = createGroundcheck({ textOf: uri => articles[uri] })
for (const [uri, text] of Object.entries(articles)) groundcheck.setArticle(readArticle(uri, text, 'text'))

/** The draft's `«claim»`: its verdict and what is said of it. */
function said(marked: string): string {
  const draft = marked.replace(/[«»]/g, '')
  const judgement = groundcheck.judgementAt(groundcheck.readDraft(draft), marked.indexOf('«'))!
  const fix = judgement.suggestions.map(({ text }) => ` → ${text}`).join('')
  return `${judgement.verdict}: ${judgement.calculation ? clauseOf(judgement) : 'not calculated'}${fix}`
}

describe('a figure that is worked out', () => {
  const cases: [name: string, draft: string, expected: string][] = [
    [
      'from what a source counts one by one',
      'The ferry Brita carries «91» sailors, its owner said.',
      "supported: The sources' figures come to 91 (53 + 38)",
    ],
    [
      'as a sum that the draft tells',
      'In the council of Velm the Harbour Party took 31 of the 70 seats and the Reeds won 12 seats; together they hold «43».',
      "supported: The sources' figures come to 43 (31 + 12)",
    ],
    [
      'as a wrong sum',
      'In the council of Velm the Harbour Party took 31 of the 70 seats and the Reeds won 12 seats; together they hold «34».',
      "contradicted: The sources' figures come to 43, not 34 (31 + 12) → 43",
    ],
    [
      'as a sum of the sentence before, in words',
      'In the council of Velm the Harbour Party took 31 seats and the Reeds won twelve seats. Combined, they hold «forty-five».',
      "contradicted: The sources' figures come to forty-three, not forty-five (31 + 12) → forty-three",
    ],
    [
      'as a change, to the precision of the figures that it comes from',
      'Revenue of the Tarn yard climbed to 3.46 billion crowns in the first quarter, from 3.08 billion a year earlier. That is «380 million crowns» more.',
      "supported: The sources' figures come to 380 million crowns (3.46 billion crowns − 3.08 billion)",
    ],
    [
      'as a wrong change',
      'Revenue of the Tarn yard climbed to 3.46 billion crowns in the first quarter, from 3.08 billion a year earlier. That is «480 million crowns» more.',
      "contradicted: The sources' figures come to 380 million crowns, not 480 million crowns (3.46 billion crowns − 3.08 billion) → 380 million crowns",
    ],
    [
      'may be rounded as its parts are',
      'Revenue of the Tarn yard climbed to 3.46 billion crowns in the first quarter, from 3.08 billion a year earlier. That is «375 million crowns» more.',
      "supported: The sources' figures come to 380 million crowns (3.46 billion crowns − 3.08 billion)",
    ],
    [
      'is not judged by figures that the sources do not bear out',
      'In the council of Velm the Harbour Party took 33 seats and the Reeds won 12 seats; together they hold «45».',
      'unverified: not calculated',
    ],
    [
      'is not judged where the draft adds more than it tells',
      'In the council of Velm the Harbour Party took 31 seats and the Reeds won 12 seats; together with others they hold «55».',
      'unverified: not calculated',
    ],
    [
      'is no sum where it is an average',
      'In the council of Velm the Harbour Party took 31 seats and the Reeds won 12 seats. Together they average «21» seats.',
      'unverified: not calculated',
    ],
    [
      'is no sum of numbers that count nothing',
      'In the league of Velm Ana Holm only trails Per Aalto («607») in goals.',
      'contradicted: not calculated → 307',
    ],
    [
      'is no mistake where a figure beside it makes up the rest',
      'The wharf of Tarn has filled «13» contracts for the state this year and 18 contracts for others.',
      'unverified: not calculated',
    ],
    [
      'is one where the two come to something else',
      'The wharf of Tarn has filled «14» contracts for the state this year and 18 contracts for others.',
      'contradicted: not calculated → 31',
    ],
    [
      'is no sum of percentages of two things',
      'Wages at the mill of Orrin rose by «11.5%» last year.',
      'contradicted: not calculated → 7.5% → 4%',
    ],
  ]
  for (const [name, draft, expected] of cases) it(name, () => assert.equal(said(draft), expected))
})
