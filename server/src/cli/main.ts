// The command line: the same service as in the editor. Exit codes: 0 nothing contradicted, 1 something contradicted, 2 usage or internal
// error.
import { userCacheFolder } from '../cache/cacheFolder'
import { version } from '../version'
import { readArguments, usage } from './arguments'
import { UserError, type Terminal } from './terminal'

// each command's code is loaded on demand, so that --help is quick
async function run(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const request = readArguments(parameters)
  switch (request.command) {
    case 'check':
      return (await import('./check')).runCheck(request, terminal)
    case 'inspect':
      return (await import('./inspect')).runInspect(request, terminal)
    case 'help':
      terminal.print(usage)
      return 0
    case 'version':
      terminal.print(`${version}\n`)
      return 0
  }
}

/** A message without what would control the terminal: it may tell names out of files. */
const withoutControls = (message: string): string =>
  // eslint-disable-next-line no-control-regex
  message.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')

const terminal: Terminal = {
  print: text => void process.stdout.write(text),
  complain: message => void process.stderr.write(`groundcheck: ${withoutControls(message)}\n`),
  folder: process.cwd(),
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  cacheFolder: userCacheFolder(process.platform, process.env),
}

// whoever reads our output through a pipe may stop reading
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))

run(process.argv.slice(2), terminal).then(
  // not process.exit: long output may not be written yet
  code => void (process.exitCode = code),
  (error: unknown) => {
    terminal.complain(error instanceof UserError ? error.message : `internal error: ${(error as Error).stack ?? String(error)}`)
    process.exitCode = 2
  },
)
