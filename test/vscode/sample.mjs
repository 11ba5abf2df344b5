// The sample workspace: the sample articles and the sample report, copied so that trying things out never changes the project.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, projectRoot } from './install.mjs'

/**
 * Makes a fresh sample workspace, in place of what stood there.
 * @param {string} folder
 * @returns {{ folder: string, report: string }} the workspace and the report in it
 */
export function makeSampleWorkspace(folder) {
  const report = join(folder, 'report.md')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(projectRoot, 'seeds'), join(folder, 'seeds'), { recursive: true })
  cpSync(join(projectRoot, 'test/fixtures/report.md'), report)
  return { folder, report }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) makeSampleWorkspace(join(cacheFolder, 'sample-workspace'))
