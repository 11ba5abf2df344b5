import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { folderPattern, withPattern } from '../../client/src/folderPattern'
import { statusText } from '../../client/src/statusText'
import { whyItems } from '../../client/src/whyItems'
import type { Explanation, Status } from '../../server/src/protocol/messages'

const skipped = [{ path: 'seeds/scan.pdf', reason: 'PDF files are not read' }]

const states: [what: string, status: Partial<Status>, text: string, detail: string, command: string][] = [
  ['starting', { phase: 'idle' }, 'Groundcheck: starting', '', 'showOutput'],
  ['looking', { phase: 'indexing' }, 'Looking for source articles', '', 'showOutput'],
  ['indexing', { phase: 'indexing', done: 3, total: 8 }, 'Indexing 3 of 8', '', 'showOutput'],
  ['stopped', { phase: 'stopped', done: 3, total: 8, articles: 3 }, 'Indexing stopped at 3 of 8', '', 'reindex'],
  ['ready', { articles: 5 }, '5 articles', '', 'showOutput'],
  ['one article', { articles: 1 }, '1 article', '', 'showOutput'],
  ['skipped files', { articles: 5, skipped }, '5 articles', '1 file skipped', 'showSkippedFiles'],
  ['a bad setting', { articles: 5, problems: ['x is bad'] }, '5 articles', '1 problem in the settings', 'showOutput'],
  [
    'both',
    { articles: 5, skipped, problems: ['x is bad', 'y'] },
    '5 articles',
    '1 file skipped · 2 problems in the settings',
    'showSkippedFiles',
  ],
  ['nothing found', {}, 'No source articles', 'Nothing was found in the source folders', 'chooseSourceFolder'],
  ['only unreadable files', { skipped }, 'No source articles', '1 file skipped', 'showSkippedFiles'],
]

for (const [what, status, text, detail, command] of states)
  test(`the status item: ${what}`, () => {
    const shown = statusText({ phase: 'ready', done: 0, total: 0, articles: 0, skipped: [], problems: [], ...status })
    assert.deepEqual([shown.text, shown.detail, shown.command.command], [text, detail, `groundcheck.${command}`])
    assert.equal(shown.busy, what === 'starting' || status.phase === 'indexing')
  })

const workspace = resolve('/home/writer/report')
const folders: [folder: string, pattern: string][] = [
  ['/home/writer/report', '**'],
  ['/home/writer/report/articles', 'articles/**'],
  ['/home/writer/report/..articles', '..articles/**'],
  ['/home/writer/report/!press', './!press/**'],
  ['/home/writer/report/press (2025)', 'press (2025)/**'],
  ['/home/writer/articles', '/home/writer/articles/**'],
  ['/home/writer', '/home/writer/**'],
]

for (const [folder, pattern] of folders)
  test(`the source pattern of ${folder}`, { skip: process.platform === 'win32' }, () =>
    assert.equal(folderPattern(workspace, resolve(folder)), pattern),
  )

test('a chosen folder is added to those that count already', () => {
  const rows: [written: string[] | undefined, inUse: string[], expected: string[]][] = [
    [undefined, [], ['press/**']],
    [undefined, ['seeds/**', 'sources/**'], ['seeds/**', 'sources/**', 'press/**']],
    [['archive/**'], ['seeds/**'], ['archive/**', 'press/**']],
    [['press/**'], [], ['press/**']],
  ]
  for (const [written, inUse, expected] of rows) assert.deepEqual(withPattern(written, inUse, 'press/**'), expected)
})

test('why a verdict: source sentences first, then reasons, none cut off and nothing taken for an icon', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
  const explanation: Explanation = {
    claim: '24%',
    verdict: 'contradicted',
    reasons: [
      'No source value agrees.',
      'Differs: “$(bug) 19%” speaks of the same thing with a likelihood of 66%: 100% of the telling words are in its sentence.',
    ],
    evidence: [{ value: '$(bug) 19%', stance: 'contradicts', quote: 'It is $(bug) 19%.', source: 'Post', uri: 'file:///a.txt', range }],
  }
  assert.deepEqual(
    whyItems(explanation).map(({ evidence: opened, ...row }) => ({ ...row, opens: opened !== undefined })),
    [
      { label: 'Source sentences', isSeparator: true, opens: false },
      { label: '$(go-to-file) $ (bug) 19%', description: 'contradicts · Post', detail: 'It is $ (bug) 19%.', opens: true },
      { label: 'Reasons', isSeparator: true, opens: false },
      { label: 'No source value agrees.', opens: false },
      {
        label: 'Differs: “$ (bug) 19%” speaks of the same thing with a likelihood of 66%',
        detail: '100% of the telling words are in its sentence.',
        opens: false,
      },
    ],
  )
})
