import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckedEvidence, CheckResult } from '../../server/src/cli/checkResult'
import { textReport } from '../../server/src/cli/textReport'

const start = { line: 0, character: 4 }
const range = { start, end: { line: 0, character: 14 } }

const resultWith = (path: string, evidence: CheckedEvidence): CheckResult => ({
  schemaVersion: 1,
  sources: { articles: 1, skipped: [{ path: `${path}.pdf`, reason: 'PDF files are not read' }] },
  drafts: [
    {
      path,
      claims: [
        {
          offset: { start: 4, end: 14 },
          range,
          text: '24 percent',
          kind: 'figure',
          verdict: 'contradicted',
          contradiction: 0.9,
          suggestion: '19 percent',
          evidence: [evidence],
          explanation: [`Differs: ${path}`],
        },
      ],
    },
  ],
})

test('neither names of files nor texts bring control characters to the terminal', () => {
  const odd = 'a\u001b[2J\nb\u202e.md'
  const report = textReport(resultWith(odd, { path: odd, range, quote: 'It is\u001b 19%.', text: '19%', stance: 'contradicts' }), false)
  assert.deepEqual(report.split('\n'), [
    'a [2J b.md:1:5 contradicted 24 percent → 19 percent',
    '    “It is  19%.”',
    '    contradicts · a [2J b.md:1:5',
    '    Differs: a [2J b.md',
    '',
    'skipped a [2J b.md.pdf: PDF files are not read',
    '1 figure or date checked against 1 article: 1 contradicted, 0 supported, 0 unverified',
    '',
  ])
})

test('a long quote is cut around its value', () => {
  const quote = `${'After many years of talks '.repeat(20)}the duty is 19% now${' and a good deal of patience'.repeat(20)}.`
  const [, shown] = textReport(resultWith('a.md', { path: 'b.txt', range, quote, text: '19%', stance: 'contradicts' }), true).split('\n')
  assert.ok(shown.startsWith('    “… '))
  assert.ok(shown.includes(' the duty is \u001b[1m19%\u001b[22m now '))
  assert.ok(shown.endsWith(' …”'))
  assert.ok(shown.length < 340)
})
