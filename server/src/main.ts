// The language server as a program: --stdio, --node-ipc, --socket=PORT or --pipe=NAME say how the client talks to it. With --stdio
// the library sends what is written to the console to the client, so that nothing strays into the protocol.
import { createConnection } from 'vscode-languageserver/node'
import { startServer } from './server'

const connection = createConnection()
process.on('unhandledRejection', error => connection.console.error(`unhandled: ${error instanceof Error ? error.stack : String(error)}`))
startServer(connection)
