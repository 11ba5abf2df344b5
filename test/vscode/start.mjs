// `npm start`: checks the sample report in the terminal, then opens the sample workspace in VS Code with the extension loaded.
//   npm start [-- --no-editor] [-- --browser]
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { desktopCommand } from './desktop.mjs'
import { cacheFolder, projectRoot } from './install.mjs'
import { makeSampleWorkspace } from './sample.mjs'
import { startServer } from './server.mjs'

const { values: options } = parseArgs({
  options: { 'no-editor': { type: 'boolean', default: false }, browser: { type: 'boolean', default: false } },
})

/** Checks the sample report; ends this process when the check itself does not work. That it finds mistakes is meant to be. */
function checkSample() {
  console.log('groundcheck check --sources seeds test/fixtures/report.md\n')
  const parameters = ['dist/cli.js', 'check', '--no-cache', '--sources', 'seeds', 'test/fixtures/report.md']
  const { status } = spawnSync(process.execPath, parameters, { cwd: projectRoot, stdio: 'inherit' })
  if (status !== 0 && status !== 1) process.exit(status ?? 2)
}

function openDesktop(command, { folder, report }) {
  console.log(`\nOpening ${folder} in VS Code.`)
  const parameters = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, folder, report]
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' })
  process.exit(status ?? 1)
}

async function openInBrowser({ folder, report }) {
  console.log('\nNo desktop VS Code here: starting VS Code in the browser …')
  const server = await startServer({ data: join(cacheFolder, 'start/data'), extensions: join(cacheFolder, 'start/extensions') })
  const payload = [
    ['extensionDevelopmentPath', projectRoot],
    ['openFile', report],
  ]
  console.log(`\nOpen this address in a browser on this machine (Ctrl+C stops it):\n\n  ${server.address({ folder, payload })}\n`)
  process.exit((await server.ended) ?? 1)
}

checkSample()
if (!options['no-editor']) {
  const sample = makeSampleWorkspace(join(cacheFolder, 'sample-workspace'))
  const command = options.browser ? undefined : desktopCommand()
  if (command) openDesktop(command, sample)
  else await openInBrowser(sample)
}
