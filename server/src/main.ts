// The language server as a program. --stdio, --node-ipc, --socket=PORT or --pipe=NAME say how the client talks to it, --cache-dir DIR and
// --no-cache where to keep what is analysed. With --stdio the library sends what is written to the console to the client, so that
// nothing strays into the protocol.
import { createConnection } from 'vscode-languageserver/node'
import { serverCacheFolder } from './cache/cacheFolder'
import { startServer } from './server'

const connection = createConnection()
process.on('unhandledRejection', error => connection.console.error(`unhandled: ${error instanceof Error ? error.stack : String(error)}`))
startServer(connection, ({ cacheFolder }) => serverCacheFolder(process.argv.slice(2), cacheFolder))
