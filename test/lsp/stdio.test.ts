import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type InitializeResult } from 'vscode-languageserver/node'

const program = resolve('dist/server.js')

test(
  'the bundled server speaks over standard input and output and ends when asked',
  { skip: !existsSync(program) && 'not built' },
  async () => {
    const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
    client.listen()
    const parameters = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null }
    const { capabilities, serverInfo } = await client.sendRequest<InitializeResult>('initialize', parameters)
    assert.equal(serverInfo?.name, 'Groundcheck')
    assert.match(serverInfo!.version!, /^\d+\.\d+\.\d+/)
    assert.equal(capabilities.hoverProvider, true)
    await client.sendNotification('initialized', {})
    await client.sendRequest('shutdown')
    await client.sendNotification('exit')
    const [code] = await once(server, 'exit')
    assert.equal(code, 0)
  },
)
