// The language server as a program. --stdio, --node-ipc, --socket=PORT or --pipe=NAME say how the client talks to it, --cache-dir DIR and
// --no-cache where to keep what is analysed. With --stdio the library sends what is written to the console to the client, so that
// nothing strays into the protocol.
import { setFlagsFromString } from 'node:v8'
import { createConnection } from 'vscode-languageserver/node'
import { serverCacheFolder } from './cache/cacheFolder'
import { startServer } from './server'

// V8 lets a heap grow to several times what is alive before it collects again: memory that the editor's machine has better uses for
setFlagsFromString('--heap-growing-percent=60')
// and the room for what is short-lived to 48 MB: a tenth of it serves, for a few hundredths of the time
setFlagsFromString('--semi-space-growth-factor=1')

const connection = createConnection()
process.on('unhandledRejection', error => connection.console.error(`unhandled: ${error instanceof Error ? error.stack : String(error)}`))
startServer(connection, ({ cacheFolder }) => serverCacheFolder(process.argv.slice(2), cacheFolder))
