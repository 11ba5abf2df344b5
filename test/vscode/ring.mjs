// Runs the tests inside VS Code: desktop VS Code where it can be had, the stand-in of host.mjs everywhere else.
import { runTests } from '@vscode/test-electron'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { desktopProgram } from './desktop.mjs'
import { cacheFolder, projectRoot } from './install.mjs'
import { makeSampleWorkspace } from './sample.mjs'

const standIn = process.platform === 'win32' ? undefined : fileURLToPath(new URL('host.mjs', import.meta.url))

/**
 * Runs dist/test/vscode/**\/*.test.js on a fresh sample workspace.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runInVSCode() {
  mkdirSync(cacheFolder, { recursive: true })
  const folder = mkdtempSync(join(cacheFolder, 'run-'))
  const results = join(folder, 'results.json')
  const { folder: workspace } = makeSampleWorkspace(join(folder, 'workspace'))
  try {
    await runTests({
      vscodeExecutablePath: desktopProgram() ?? standIn,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: join(projectRoot, 'dist/test/vscode/suite.js'),
      extensionTestsEnv: { GROUNDCHECK_TEST_RESULTS: results },
      launchArgs: [workspace, `--user-data-dir=${join(folder, 'user')}`, `--extensions-dir=${join(folder, 'extensions')}`],
    })
  } catch (error) {
    console.error(error.message)
  }
  try {
    // no results: the tests were never reached, which is a failure like any other
    return existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
