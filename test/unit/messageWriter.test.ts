import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import type { Diagnostic } from 'vscode-languageserver'
import { StreamMessageReader, type Message } from 'vscode-languageserver/node'
import { StreamWriter } from '../../server/src/program/messageWriter'

const diagnostic = (line: number, message: string): Diagnostic => ({
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
  message,
})

const answer = (id: number, result: unknown): Message => ({ jsonrpc: '2.0', id, result }) as Message

const first = diagnostic(1, 'The sources say “19%” – not 24%')
const second = diagnostic(2, 'Nov. 10')

const messages: [what: string, message: Message][] = [
  ['a notification', { jsonrpc: '2.0', method: 'window/logMessage', params: { type: 3, message: 'naïve' } } as Message],
  ['an answer that is null', answer(1, null)],
  ['diagnostics as they were', answer(2, { kind: 'unchanged', resultId: 'a.1' })],
  ['no diagnostics', answer(3, { kind: 'full', resultId: 'a.2', items: [] })],
  ['one diagnostic', answer(4, { kind: 'full', resultId: 'a.3', items: [first] })],
  ['the same one again, and another', answer(5, { kind: 'full', resultId: 'a.4', items: [first, second] })],
  ['one at another place', answer(6, { kind: 'full', resultId: 'a.5', items: [{ ...first, range: second.range }] })],
]

test('what is written is read again as it was, each message from one piece of bytes', async () => {
  const stream = new PassThrough()
  const pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  const read: Message[] = []
  new StreamMessageReader(stream).listen(message => void read.push(message))
  const writer = new StreamWriter(stream)
  for (const [, message] of messages) await writer.write(message)
  await new Promise(resolve => setImmediate(resolve))
  while (read.length < messages.length) await new Promise(resolve => setImmediate(resolve))
  for (const [at, [what, message]] of messages.entries()) {
    assert.deepEqual(read[at], message, what)
    const [head, body] = pieces[at].toString().split('\r\n\r\n')
    assert.equal(head, `Content-Length: ${Buffer.byteLength(body)}`, what)
    assert.equal(body, JSON.stringify(message), what)
  }
})

test('a stream that takes nothing any more is reported, to the connection and to who writes', async () => {
  const stream = new PassThrough()
  const writer = new StreamWriter(stream)
  const errors: string[] = []
  writer.onError(([error]) => void errors.push(error.message))
  stream.destroy()
  await assert.rejects(writer.write(messages[0][1]))
  assert.ok(errors.length > 0)
})
