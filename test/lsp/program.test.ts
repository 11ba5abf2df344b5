import assert from 'node:assert/strict'
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type MessageConnection,
} from 'vscode-languageserver/node'

const program = resolve('dist/server.js')
const skip = existsSync(program) ? false : 'the server is not built'

/** Says hello and good-bye to a server; its exit code. */
async function converse(server: ChildProcess, client: MessageConnection): Promise<number> {
  client.listen()
  const parameters = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null }
  const { capabilities, serverInfo } = await client.sendRequest<InitializeResult>('initialize', parameters)
  assert.equal(serverInfo?.name, 'Groundcheck')
  assert.match(serverInfo!.version!, /^\d+\.\d+\.\d+/)
  assert.equal(capabilities.hoverProvider, true)
  await client.sendNotification('initialized', {})
  await client.sendRequest('shutdown')
  const exit = once(server, 'exit')
  await client.sendNotification('exit')
  const [code] = await exit
  return code
}

test('the bundled server speaks over standard input and output', { skip }, async () => {
  const server = spawn(process.execPath, [program, '--stdio', '--no-cache'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  assert.equal(await converse(server, client), 0)
})

test('the bundled server speaks over the channel of Node', { skip }, async () => {
  const server = fork(program, ['--node-ipc', '--no-cache'], { stdio: 'ignore' })
  const client = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server))
  assert.equal(await converse(server, client), 0)
})
