// Runs every check and every ring of tests, from the cheapest to the dearest, and ends with one line of counts.
//   node test/run.mjs [typecheck | lint | unit | lsp | bench | vscode]...
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run as runTestFiles } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const nothing = { passed: 0, failed: 0, skipped: 0 }

/** Each takes nothing and gives the counts of its tests; a check gives a failure or nothing, as it is no test. */
const rings = {
  typecheck: () => check('npm', ['run', '--silent', 'typecheck']),
  lint: () => check('npm', ['run', '--silent', 'lint']),
  unit: () => nodeTests('unit', 2),
  lsp: () => nodeTests('lsp', 2),
  bench: () => nodeTests('bench', 1),
  vscode: vscodeTests,
}
const checks = ['typecheck', 'lint']

async function runRings(names) {
  const results = []
  for (const name of names.filter(name => checks.includes(name))) results.push(await report(name, rings[name]))
  const testRings = names.filter(name => !checks.includes(name))
  if (testRings.length > 0) results.push(await report('build', () => check('node', ['esbuild.mjs', '--tests'])))
  for (const name of testRings) results.push(await report(name, rings[name]))

  const total = results.reduce(add, nothing)
  console.log(`\n${describe(total)}`)
  return total.failed > 0 || (testRings.length > 0 && total.passed === 0) ? 1 : 0
}

async function report(name, ring) {
  console.log(`\n── ${name} ──`)
  const started = performance.now()
  const counts = await ring()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const outcome = counts.passed + counts.failed + counts.skipped > 0 ? describe(counts) : 'done'
  console.log(`── ${name}: ${outcome} (${seconds} s)`)
  return counts
}

function check(command, parameters) {
  const { status } = spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
  return { ...nothing, failed: status === 0 ? 0 : 1 }
}

async function nodeTests(folder, concurrency) {
  const files = globSync(`dist/test/${folder}/**/*.test.js`, { absolute: true }).sort()
  if (files.length === 0) return nothing
  const counts = { ...nothing }
  const tests = runTestFiles({ files, concurrency, timeout: 300_000 })
  tests.on('test:pass', event => isTest(event) && (isLeftOut(event) ? counts.skipped++ : counts.passed++))
  tests.on('test:fail', event => isOwnFailure(event) && (isLeftOut(event) ? counts.skipped++ : counts.failed++))
  for await (const text of tests.compose(new spec())) process.stdout.write(text)
  return counts
}

const isTest = event => event.details.type !== 'suite'
const isLeftOut = event => event.skip !== undefined || event.todo !== undefined
// a group fails with its tests, which are counted themselves
const isOwnFailure = event => event.details.error?.failureType !== 'subtestsFailed'

async function vscodeTests() {
  if (!existsSync('dist/test/vscode/suite.js')) return nothing
  const { runInVSCode } = await import('./vscode/ring.mjs')
  try {
    return await runInVSCode()
  } catch (error) {
    console.error(error.message)
    return { ...nothing, failed: 1 }
  }
}

function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !Object.hasOwn(rings, name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from ${Object.keys(rings).join(', ')}, or name none for all.`)
  process.exit(2)
}
process.exit(await runRings(wanted.length > 0 ? wanted : Object.keys(rings)))
