import assert from 'node:assert/strict'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import {
  displayPath,
  isFolderName,
  isInside,
  isSourcePath,
  mayHoldSources,
  plainRoot,
  sourceFolder,
} from '../../server/src/sources/sourceFolders'

const folder = resolve('/work space/report')

const cases: [patterns: string[], path: string, isSource: boolean][] = [
  [['seeds/**'], 'seeds/a.txt', true],
  [['seeds/**'], 'seeds/deep/er/a.MD', true],
  [['seeds/**'], 'report.md', false],
  [['seeds/**'], 'seeds.md', false],
  [['seeds/**'], 'seeds/photo.png', false],
  [['seeds/**'], 'seeds/README.md', false],
  [['seeds/**'], 'seeds/ReadMe', false],
  [['seeds/**'], 'seeds/readme-first.md', true],
  [['seeds/**'], 'seeds/node_modules/a.md', false],
  [['seeds/**'], 'seeds/.hidden/a.md', false],
  [['.notes/**'], '.notes/a.md', true],
  [['seeds'], 'seeds/deep/a.md', true],
  [['./seeds/'], 'seeds/a.md', true],
  [['seeds/a.md'], 'seeds/a.md', true],
  [['seeds/a.md'], 'seeds/b.md', false],
  [['seeds/*.txt'], 'seeds/deep/a.txt', false],
  [['**/*.txt'], 'anywhere/a.txt', true],
  [['seeds/**', '!seeds/old/**'], 'seeds/old/a.txt', false],
  [['seeds/**', '!seeds/old/**'], 'seeds/new/a.txt', true],
  [['../shared/**'], '../shared/a.txt', true],
  [['../shared/**'], '../secret/a.txt', false],
  [[resolve('/archive/**')], '/archive/a.txt', true],
  [['{seeds,notes}/**'], 'notes/a.txt', true],
  [['seeds/**'], 'seeds/old\nnotes/a\nb.txt', true],
  [['press (2025)/**'], 'press (2025)/a.txt', true],
  [['press (2025)'], 'press (2025)/a.txt', true],
  [['press (2025)/*.md'], 'press (2025)/a.txt', false],
  [['*/press (2025)/{x}/!y/**'], 'seeds/press (2025)/{x}/!y/a.txt', true],
  [['{press}/**'], '{press}/a.txt', true],
  [['press [2025]/**'], 'press [2025]/a.txt', true],
  [['press \\[2025\\]/**'], 'press [2025]/a.txt', true],
  [['./!press/**'], '!press/a.txt', true],
  [['press/(a|b).txt'], 'press/b.txt', true],
  [['press/!(a).txt'], 'press/b.txt', true],
  [['press/!(a).txt'], 'press/a.txt', false],
  [['press/a{1..3}.txt'], 'press/a2.txt', true],
  [['seeds/**', '!seeds/old (2024)/**'], 'seeds/old (2024)/a.txt', false],
]
for (const [patterns, path, expected] of cases)
  test(`${path} is ${expected ? '' : 'not '}an article under ${patterns.join(' ')}`, () =>
    assert.equal(isSourcePath([sourceFolder(folder, patterns)], resolve(folder, path)), expected))

const folderCases: [patterns: string[], path: string, mayHold: boolean][] = [
  [['seeds/**'], 'seeds', true],
  [['seeds/deep/**'], 'seeds', true],
  [['seeds/**'], 'seeds/deep', true],
  [['seeds/**'], 'other', false],
  [['seeds/**'], 'seeds/a.txt', false],
  [['**/*.md'], 'anywhere', true],
  [['**/*.md'], '.git/refs', false],
  [['**/*.md'], 'node_modules/some', false],
]
for (const [patterns, path, expected] of folderCases)
  test(`a folder ${path} that comes or goes matters ${expected ? '' : 'not '}under ${patterns.join(' ')}`, () =>
    assert.equal(isFolderName(path) && mayHoldSources([sourceFolder(folder, patterns)], resolve(folder, path)), expected))

test('a plain path means itself, whatever its name', () => {
  const odd = join(folder, 'seeds [2024] {old}')
  const whole = { folder, roots: [plainRoot(odd, true)], excludes: () => false }
  assert.ok(isSourcePath([whole], join(odd, 'a.txt')))
  const one = { folder, roots: [plainRoot(join(odd, 'a (1).txt'), false)], excludes: () => false }
  assert.ok(isSourcePath([one], join(odd, 'a (1).txt')))
  assert.ok(!isSourcePath([one], join(odd, 'a 1.txt')))
})

test('a folder with a name that begins like another is not inside it', () => {
  assert.ok(isInside(folder, folder))
  assert.ok(isInside(folder, join(folder, '..hidden')))
  assert.ok(!isInside(folder, `${folder}s`))
  assert.ok(!isInside(folder, resolve(folder, '..')))
})

test('paths are shown from the folder where they are inside', () => {
  assert.equal(displayPath(folder, join(folder, 'seeds', 'a.txt')), 'seeds/a.txt')
  assert.equal(displayPath(folder, resolve('/archive/a.txt')), resolve('/archive/a.txt').replaceAll('\\', '/'))
})
