// The language server as a program. --stdio, --node-ipc, --socket=PORT or --pipe=NAME select the transport, --cache-dir DIR and --no-cache
// where analyses are kept.
import { Console } from 'node:console'
import { createConnection, type Connection } from 'vscode-languageserver/node'
import { serverCacheFolder } from '../cache/cacheFolder'
import { startServer } from '../lsp/server'
import { collectBetween } from './collecting'
import { StreamWriter } from './messageWriter'

/** Keeps compiled code; defined by `start.ts` if that started this program. */
declare const keepCompiled: (() => Promise<void>) | undefined

/** A connection over standard input and output. Console output goes to standard error, so that it does not stray into the protocol. */
function connectStdio(): Connection {
  globalThis.console = new Console(process.stderr)
  // the library accepts a stream and a writer, though its types only allow two of a kind
  return createConnection(process.stdin, new StreamWriter(process.stdout) as unknown as NodeJS.WritableStream)
}

const connection = process.argv.includes('--stdio') ? connectStdio() : createConnection()
process.on('unhandledRejection', error => connection.console.error(`unhandled: ${error instanceof Error ? error.stack : String(error)}`))
startServer(
  connection,
  ({ cacheFolder }) => serverCacheFolder(process.argv.slice(2), cacheFolder),
  typeof keepCompiled === 'function' ? keepCompiled : undefined,
  collectBetween(),
)
