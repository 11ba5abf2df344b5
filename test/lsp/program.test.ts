import assert from 'node:assert/strict'
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
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

/** Starts the server over standard input and output. */
function startOverStdio(...options: string[]): { readonly server: ChildProcess; readonly client: MessageConnection } {
  const server = spawn(process.execPath, [program, '--stdio', ...options], { stdio: ['pipe', 'pipe', 'inherit'] })
  return { server, client: createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)) }
}

test('the bundled server speaks over standard input and output', { skip }, async () => {
  const { server, client } = startOverStdio('--no-cache')
  assert.equal(await converse(server, client), 0)
})

test('what comes before the first request or after the last is refused, and so is a second beginning', { skip }, async () => {
  const { server, client } = startOverStdio('--no-cache')
  client.listen()
  const textDocument = { uri: 'file:///draft.md' }
  const refused = (code: number) => (error: { readonly code?: number }) => error.code === code
  const asked = ['textDocument/hover', 'textDocument/diagnostic', 'workspace/symbol']
  const parameters = { textDocument, position: { line: 0, character: 0 }, query: '@' }
  await client.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'markdown', version: 1, text: '' } })
  for (const method of asked) await assert.rejects(client.sendRequest(method, parameters), refused(-32002), method)
  const hello = { processId: null, rootUri: null, capabilities: {} }
  await client.sendRequest('initialize', hello)
  await assert.rejects(client.sendRequest('initialize', hello), refused(-32600))
  await client.sendNotification('initialized', {})
  await client.sendRequest('shutdown')
  for (const method of asked) await assert.rejects(client.sendRequest(method, parameters), refused(-32600), method)
  const exit = once(server, 'exit')
  await client.sendNotification('exit')
  assert.deepEqual(await exit, [0, null])
})

test('the server keeps what was compiled of it, and starts with it, without it and where it is damaged', { skip }, async context => {
  const folder = mkdtempSync(join(tmpdir(), 'groundcheck-lsp-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const code = join(folder, 'code')
  const first = startOverStdio('--cache-dir', folder)
  assert.equal(await converse(first.server, first.client), 0)
  const kept = readFileSync(code)
  const damages = [
    kept,
    kept.subarray(0, kept.length / 2),
    Buffer.concat([kept.subarray(0, kept.length - 1), Buffer.of(1)]),
    Buffer.from('no'),
  ]
  for (const content of damages) {
    writeFileSync(code, content)
    const { server, client } = startOverStdio('--cache-dir', folder)
    assert.equal(await converse(server, client), 0)
  }
})

test('the bundled server speaks over the channel of Node, and has nothing to complain of in the log of the client', { skip }, async () => {
  const server = fork(program, ['--node-ipc', '--no-cache'], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaints = ''
  server.stderr!.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const client = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server))
  assert.equal(await converse(server, client), 0)
  assert.equal(complaints, '')
})
