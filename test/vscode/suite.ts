// The entry point that VS Code calls: runs all test files beside it and hands the counts to the process that started VS Code.
import Mocha from 'mocha'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'

/** Runs the tests; rejects when one fails, so that VS Code ends with an exit code other than 0. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: LineReporter })
  for (const file of globSync('**/*.test.js', { cwd: __dirname }).sort()) mocha.addFile(join(__dirname, file))
  const stats = await new Promise<Mocha.Stats>(resolve => {
    const runner = mocha.run(() => resolve(runner.stats!))
  })
  const counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending }
  if (process.env.GROUNDCHECK_TEST_RESULTS) writeFileSync(process.env.GROUNDCHECK_TEST_RESULTS, JSON.stringify(counts))
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`)
}

/** One line a test. The mark at their beginning tells them from what else VS Code prints. */
class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.on('suite', suite => suite.title && print(suite.title))
    runner.on('pass', test => print(`  ✔ ${test.title} (${test.duration} ms)`))
    runner.on('pending', test => print(`  - ${test.title}`))
    runner.on('fail', (test, error) => print(`  ✖ ${test.title}`, ...(error.stack ?? error.message).split('\n')))
  }
}

function print(...lines: string[]): void {
  for (const line of lines) console.log('%s', `[test] ${line}`)
}
