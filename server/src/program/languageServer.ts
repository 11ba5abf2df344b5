// The language server as a program. --stdio, --node-ipc, --socket=PORT or --pipe=NAME say how the client talks to it, --cache-dir DIR and
// --no-cache where to keep what is analysed.
import { Console } from 'node:console'
import { createConnection, type Connection } from 'vscode-languageserver/node'
import { serverCacheFolder } from '../cache/cacheFolder'
import { startServer } from '../lsp/server'
import { collectBetween } from './collecting'
import { StreamWriter } from './messageWriter'

/** Keeps what was compiled, given by the program that starts this one; undefined where nothing did. */
declare const keepCompiled: (() => Promise<void>) | undefined

/** A connection over standard input and output. What is written to the console goes to standard error: it must not stray into the protocol. */
function connectStdio(): Connection {
  globalThis.console = new Console(process.stderr)
  // the library takes a stream or a writer beside a stream; its types have two of a kind only
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
