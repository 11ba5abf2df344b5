import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const program = resolve('dist/cli.js')
const skip = existsSync(program) ? false : 'the command line is not built'

function run(folder: string, ...parameters: string[]) {
  // the user's caches are not touched
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, '.cache') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], { cwd: folder, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('the bundled command line: output, errors and exit codes', { skip }, context => {
  const folder = mkdtempSync(join(tmpdir(), 'groundcheck-program-'))
  context.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'article.txt'), 'The new Harbour Bridge in Port Ellis cost 31 million dollars, the city council said.\n')
  writeFileSync(join(folder, 'right.md'), 'The Harbour Bridge in Port Ellis cost 31 million dollars.\n')
  writeFileSync(join(folder, 'wrong.md'), 'The Harbour Bridge in Port Ellis cost 36 million dollars.\n')
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

  assert.deepEqual(run(folder, '--version'), { status: 0, stdout: `${version}\n`, stderr: '' })
  assert.match(run(folder, '--help').stdout, /^Usage: groundcheck check/)
  assert.equal(run(folder, 'check', '--sources', 'article.txt', 'right.md').status, 0)

  const wrong = run(folder, 'check', '--sources', 'article.txt', 'wrong.md')
  assert.equal(wrong.status, 1)
  assert.match(wrong.stdout, /^wrong\.md:1:39 contradicted 36 million dollars/)
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(wrong.stdout, /\u001b/, 'no colours where there is no terminal')

  const missing = run(folder, 'check', '--format', 'json', 'missing.md')
  assert.deepEqual([missing.status, missing.stdout], [2, ''])
  assert.match(missing.stderr, /^groundcheck: missing\.md: there is no such file\n/m)
  assert.equal(run(folder).status, 2)
})
