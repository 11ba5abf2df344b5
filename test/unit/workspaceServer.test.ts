import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver'
import { breathe } from '../../server/src/clock'
import { createRequests } from '../../server/src/lsp/requests'
import { initialFolders } from '../../server/src/lsp/sourceKeeper'
import { createArticleTexts } from '../../server/src/sources/articleTexts'
import type { Log } from '../../server/src/workspace'

function log(): Log & { readonly errors: string[] } {
  const errors: string[] = []
  return { errors, info() {}, warn() {}, error: message => void errors.push(message) }
}

const clock = (): number => performance.now()
const token = new CancellationTokenSource().token

test('a request gets the result of its work', async () => {
  assert.equal(await createRequests(log(), clock).answer('hover', null, token, () => 5), 5)
})

for (const [what, work] of [
  ['throws', () => assert.fail('broken')],
  ['rejects', () => Promise.reject(new Error('broken'))],
] as const)
  test(`work that ${what} is logged and answered with the empty result`, async () => {
    const said = log()
    assert.equal(await createRequests(said, clock).answer('hover', 'nothing', token, work), 'nothing')
    assert.match(said.errors[0], /^hover: .*broken/)
  })

test('an answer that is thrown is the answer; a notification that would get it is passed over', async () => {
  const said = log()
  const refused = new ResponseError<never>(-32600, 'too late')
  const refuse = (): never => {
    throw refused
  }
  const requests = createRequests(said, clock)
  assert.equal(await requests.answer('hover', null, token, refuse), refused)
  requests.follow('change', refuse)
  await new Promise(resolve => setImmediate(resolve))
  assert.deepEqual(said.errors, [])
})

test('a notification whose work throws is logged', async () => {
  const said = log()
  createRequests(said, clock).follow('change', () => assert.fail('broken'))
  await new Promise(resolve => setImmediate(resolve))
  assert.match(said.errors[0], /^change: .*broken/)
})

test('the folders that a client opens, however old it is and however it spells them', () => {
  const folder = (uri: string) => ({ uri, name: '' })
  const rows: [Parameters<typeof initialFolders>[0], string[]][] = [
    [{ workspaceFolders: [folder('file:///a'), folder('file:///b/')], rootUri: 'file:///c' }, ['/a', '/b']],
    [{ workspaceFolders: null, rootUri: 'file:///c/' }, ['/c']],
    [{ rootUri: null, rootPath: '/d/' }, ['/d']],
    [{ workspaceFolders: null, rootUri: null, rootPath: null }, []],
    [{ workspaceFolders: [folder('vscode-vfs://github/e')], rootUri: null }, []],
  ]
  for (const [params, expected] of rows)
    assert.deepEqual(
      initialFolders(params),
      expected.map(path => resolve(path)),
    )
})

test('a cancellation that came with the request is heard before the work begins', async () => {
  const source = new CancellationTokenSource()
  const answer = createRequests(log(), clock).answer('hover', null, source.token, () => assert.fail('the work began'))
  source.cancel()
  assert.ok((await answer) instanceof ResponseError)
})

test('it is told when the last of several requests is answered', async () => {
  let told = 0
  const requests = createRequests(log(), clock, () => void told++)
  const slow = requests.answer('check', null, token, () => new Promise(resolve => setTimeout(() => resolve(null), 20)))
  await requests.answer('hover', null, token, () => null)
  await breathe()
  assert.equal(told, 0)
  await slow
  assert.equal(told, 0)
  await breathe()
  assert.equal(told, 1)
})

test('a result that comes after a cancellation is not sent', async () => {
  const source = new CancellationTokenSource()
  const answer = await createRequests(log(), clock).answer('hover', 'nothing', source.token, () => {
    source.cancel()
    return 'late'
  })
  assert.ok(answer instanceof ResponseError)
})

test('other work lets requests through first, those too that come while it waits', async () => {
  const requests = createRequests(log(), clock)
  const done: string[] = []
  void requests.answer('first', null, token, async () => {
    await new Promise(resolve => setImmediate(resolve))
    done.push('first')
    void requests.answer('second', null, token, () => void done.push('second'))
    return null
  })
  await requests.letThrough()
  assert.deepEqual(done, ['first', 'second'])
})

test('a request that does not come to an end is not waited for', async () => {
  let time = 0
  const requests = createRequests(log(), () => (time += 20))
  void requests.answer('endless', null, token, () => new Promise<null>(() => {}))
  await requests.letThrough()
  assert.ok(time < 200)
})

test('work that nobody asked for waits until the client has been silent for a moment', async () => {
  let time = 0
  const requests = createRequests(log(), () => time)
  let hasRest = false
  const resting = requests.rest().then(() => (hasRest = true))
  const keystrokes = 3
  for (let key = 0; key < keystrokes; key++) {
    time += 40
    await requests.answer('hover', null, token, () => new Promise(resolve => setTimeout(resolve, 60, null)))
    assert.equal(hasRest, false)
  }
  time += 60
  await resting
  await requests.rest()
})

test('of article texts the least recently used are forgotten first', () => {
  const read: string[] = []
  const texts = createArticleTexts(uri => {
    read.push(uri)
    return '0123456789'
  }, 25)
  for (const uri of ['a', 'b', 'a', 'c', 'a', 'b']) texts.document(uri)
  assert.deepEqual(read, ['a', 'b', 'c', 'b'])
})

test('a text that may have changed is read again', () => {
  let text = 'before'
  const texts = createArticleTexts(() => text)
  texts.document('a')
  text = 'after'
  assert.equal(texts.document('a')?.getText(), 'before')
  texts.forget('a')
  assert.equal(texts.document('a')?.getText(), 'after')
})

test('an article that cannot be read has no text, and one larger than the store is still given', () => {
  assert.equal(createArticleTexts(() => undefined).document('a'), undefined)
  assert.equal(
    createArticleTexts(() => 'long text', 3)
      .document('a')
      ?.getText(),
    'long text',
  )
})
