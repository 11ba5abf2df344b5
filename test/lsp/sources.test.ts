import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { reindexMethod, statusMethod, trustedMethod, type Status } from '../../server/src/protocol/messages'
import { fullCapabilities, messageOf, plainCapabilities, pushed, startClient, type ClientOptions, type TestClient } from './client'

const bridge = (cost: number): string =>
  `The Harbour Bridge\n\nThe new Harbour Bridge in Port Ellis cost ${cost} million dollars, the city council said on Monday.\n`
const report = 'The Harbour Bridge in Port Ellis cost 36 million dollars, the city council said.\n'

async function started(context: TestContext, options: ClientOptions): Promise<TestClient> {
  const client = await startClient(options)
  context.after(() => client.close())
  return client
}

const articles = (client: TestClient, count: number): Promise<Status> =>
  client.received<Status>(statusMethod, status => status.phase === 'ready' && status.articles === count)

test('indexing begins after the answer to initialize, tells how far it is and can be stopped', async context => {
  const files = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`seeds/${at}.txt`, `Article ${at}\n\n${bridge(at).repeat(40)}`]))
  const client = await started(context, { files })
  const { token } = await client.received<{ token: string }>('window/workDoneProgress/create')
  const begin = await client.received<{ token: string; value: { kind: string; cancellable?: boolean } }>('$/progress')
  assert.deepEqual([begin.token, begin.value.kind, begin.value.cancellable], [token, 'begin', true])
  await client.received<{ value: { kind: string; message?: string } }>('$/progress', ({ value }) => / of 120$/.test(value.message ?? ''))
  await client.connection.sendNotification('window/workDoneProgress/cancel', { token })
  const stopped = await client.received<Status>(statusMethod, ({ phase }) => phase === 'stopped')
  assert.ok(stopped.done < 120, `${stopped.done} articles were read`)
  await client.connection.sendRequest(reindexMethod)
  await articles(client, 120)
})

test('a draft is judged again when an article comes, changes, is edited, saved and goes', async context => {
  const client = await started(context, { capabilities: plainCapabilities })
  await client.ready()
  const draft = await client.open('report.md', report)
  await client.writeFile('seeds/bridge.txt', bridge(31))
  assert.match(messageOf((await pushed(client, draft.uri, 1)).diagnostics[0]), /31 million/)

  client.forget()
  await client.writeFile('seeds/bridge.txt', bridge(36))
  await pushed(client, draft.uri, 0)

  client.forget()
  const article = await client.open('seeds/bridge.txt', bridge(36), 'plaintext')
  await article.edit('36 million', '29 million')
  assert.match(messageOf((await pushed(client, draft.uri, 1)).diagnostics[0]), /29 million/)

  // closed without saving: what is on disk counts again
  client.forget()
  await article.close()
  await pushed(client, draft.uri, 0)

  client.forget()
  await client.writeFile('seeds/bridge.txt', bridge(31))
  await pushed(client, draft.uri, 1)
  client.forget()
  await client.deleteFile('seeds/bridge.txt')
  await pushed(client, draft.uri, 0)
})

test('an article that the client spells in its own way is the same article', async context => {
  const client = await started(context, { files: { 'seeds/bridge (1).txt': bridge(36) }, capabilities: plainCapabilities })
  await articles(client, 1)
  const draft = await client.open('report.md', report)
  const article = await client.open(
    client.uri('seeds/bridge (1).txt').replaceAll('%28', '(').replaceAll('%29', ')'),
    bridge(36),
    'plaintext',
  )
  await article.edit('36 million', '31 million')
  assert.match(messageOf((await pushed(client, draft.uri, 1)).diagnostics[0]), /31 million/)
  assert.equal((await client.ready()).articles, 1)
})

test('a client that asks for diagnostics is told to ask again when an article changes', async context => {
  const client = await started(context, { files: { 'seeds/bridge.txt': bridge(36) } })
  await client.ready()
  const draft = await client.open('report.md', report)
  await client.received('workspace/diagnostic/refresh')
  assert.deepEqual(await draft.diagnostics(), [])
  client.forget()
  await client.writeFile('seeds/bridge.txt', bridge(31))
  await client.received('workspace/diagnostic/refresh')
  assert.equal((await draft.diagnostics()).length, 1)
})

test('a folder that goes takes its articles with it', async context => {
  const client = await started(context, { files: { 'seeds/old/a.txt': bridge(1), 'seeds/old/b.txt': bridge(2), 'seeds/c.txt': bridge(3) } })
  await articles(client, 3)
  await client.deleteFile('seeds/old')
  await articles(client, 1)
})

test('folders whose names look like those of files come and go with all that is in them', async context => {
  const client = await started(context, {
    files: { 'seeds/2025.10/a.txt': bridge(1), 'seeds/c.txt': bridge(3), 'later.com/b.txt': bridge(2) },
  })
  await articles(client, 2)
  renameSync(join(client.folder, 'later.com'), join(client.folder, 'seeds/later.com'))
  await client.fileCame('seeds/later.com')
  await articles(client, 3)
  client.forget()
  await client.deleteFile('seeds/2025.10')
  await articles(client, 2)
})

test('the client is asked to watch the source folders and the settings file', async context => {
  const client = await started(context, {})
  type Registration = { registrations: { method: string; registerOptions: { watchers: { globPattern: { pattern: string } }[] } }[] }
  const watches = ({ registrations }: Registration): boolean => registrations[0].method === 'workspace/didChangeWatchedFiles'
  const { registrations } = await client.received<Registration>('client/registerCapability', watches)
  const patterns = registrations[0].registerOptions.watchers.map(({ globPattern }) => globPattern.pattern)
  assert.deepEqual(patterns, ['groundcheck.json', 'seeds', 'seeds/**', 'sources', 'sources/**'])
})

test('bad sources are skipped, each with a reason, and the rest works', async context => {
  const outside = mkdtempSync(join(tmpdir(), 'groundcheck-outside-'))
  context.after(() => rmSync(outside, { recursive: true }))
  writeFileSync(join(outside, 'secret.txt'), bridge(99))
  const folder = mkdtempSync(join(tmpdir(), 'groundcheck-links-'))
  context.after(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'seeds'))
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, 'seeds', name), content)
  write('bridge.txt', bridge(31))
  write('empty.txt', '  \n')
  write('picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3))
  write('large.txt', bridge(5).repeat(100))
  write('paper.pdf', '%PDF-1.7')
  write('README.md', '# about')
  write('photo.jpg', 'no article')
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'seeds/secret.txt'))
  symlinkSync(outside, join(folder, 'seeds/elsewhere'))
  symlinkSync(join(folder, 'nowhere.txt'), join(folder, 'seeds/broken.txt'))

  const client = await started(context, { openFolder: false, settings: { sources: [join(folder, 'seeds/**')], maxFileSize: 0.005 } })
  const { skipped } = await articles(client, 1)
  const reasons = Object.fromEntries(skipped.map(({ path, reason }) => [path.slice(path.lastIndexOf('/') + 1), reason]))
  assert.deepEqual(Object.keys(reasons).sort(), [
    'broken.txt',
    'elsewhere',
    'empty.txt',
    'large.txt',
    'paper.pdf',
    'picture.txt',
    'secret.txt',
  ])
  assert.match(reasons['broken.txt'], /broken symbolic link/)
  assert.match(reasons['elsewhere'], /leads outside/)
  assert.match(reasons['empty.txt'], /empty/)
  assert.match(reasons['large.txt'], /over the limit .* groundcheck\.maxFileSize/)
  assert.match(reasons['paper.pdf'], /PDF/)
  assert.match(reasons['picture.txt'], /PNG/)
  assert.match(reasons['secret.txt'], /leads outside/)
})

test('odd names of files: every article is read, or told why it is not', { skip: process.platform !== 'linux' }, async context => {
  const names = [
    'a b.txt',
    'c#d?.txt',
    'e%20f.txt',
    'g\nh.txt',
    'i:j.txt',
    'k\\l.txt',
    '"m".txt',
    '[n] (o) {p}.md',
    '\u202eq.txt',
    '😀%.txt',
  ]
  const client = await started(context, { files: Object.fromEntries(names.map(name => [`seeds/${name}`, bridge(31)])) })
  await articles(client, names.length)
  const notUtf8 = Buffer.concat([Buffer.from(join(client.folder, 'seeds/r')), Buffer.of(0xff), Buffer.from('.txt')])
  writeFileSync(notUtf8, bridge(31))
  await client.connection.sendRequest(reindexMethod)
  const { skipped } = await client.received<Status>(statusMethod, status => status.phase === 'ready' && status.skipped.length > 0)
  assert.deepEqual(skipped, [{ path: 'seeds/r\ufffd.txt', reason: 'its name is not valid UTF-8; rename it' }])
})

test('a pipe in the place of the settings file is not waited for', { skip: process.platform === 'win32' }, async context => {
  const client = await started(context, { files: { 'seeds/bridge.txt': bridge(31) } })
  await articles(client, 1)
  execFileSync('mkfifo', [join(client.folder, 'groundcheck.json')])
  client.forget()
  await client.fileCame('groundcheck.json')
  await articles(client, 1)
})

test('a source folder that is a link out of the workspace is not read', async context => {
  const outside = mkdtempSync(join(tmpdir(), 'groundcheck-outside-'))
  context.after(() => rmSync(outside, { recursive: true }))
  writeFileSync(join(outside, 'a.txt'), bridge(31))
  const client = await started(context, { files: { 'seeds/bridge.txt': bridge(31) } })
  await articles(client, 1)
  symlinkSync(outside, join(client.folder, 'sources'))
  await client.connection.sendRequest(reindexMethod)
  const { skipped } = await client.received<Status>(statusMethod, status => status.phase === 'ready' && status.skipped.length > 0)
  assert.deepEqual(skipped, [{ path: 'sources', reason: 'it is a symbolic link that leads outside the workspace folder' }])
})

test('articles outside of a workspace that its own settings name are read once the writer trusts it', async context => {
  const outside = mkdtempSync(join(tmpdir(), 'groundcheck-outside-'))
  context.after(() => rmSync(outside, { recursive: true }))
  writeFileSync(join(outside, 'a.txt'), bridge(31))
  const files = { 'seeds/bridge.txt': bridge(31), 'groundcheck.json': JSON.stringify({ sources: ['seeds/**', `${outside}/**`] }) }
  const client = await started(context, { files, isTrusted: false })
  await articles(client, 1)
  const { message } = await client.received<{ message: string }>('window/showMessage')
  assert.match(message, /^groundcheck\.json: sources outside the workspace folder are read only when you trust the workspace: /)
  await client.connection.sendNotification(trustedMethod)
  await articles(client, 2)
})

test('groundcheck.json counts for more than the editor, and its sources are added', async context => {
  const files = {
    'articles/bridge.txt': bridge(31),
    'more/bridge.txt': bridge(31),
    'groundcheck.json': JSON.stringify({ sources: ['articles/**'], severity: { contradicted: 'error' } }),
  }
  const client = await started(context, { files, settings: { sources: ['more/**'], severity: { contradicted: 'hint' } } })
  await articles(client, 2)
  const draft = await client.open('report.md', report)
  assert.equal((await draft.diagnostics())[0].severity, 1)
})

test('a bad setting is named, and its default is used', async context => {
  const client = await started(context, { files: { 'seeds/bridge.txt': bridge(31) }, settings: { severity: { contradicted: 'loud' } } })
  const { message } = await client.received<{ message: string }>('window/showMessage')
  assert.match(message, /^groundcheck\.severity\.contradicted in the editor settings must be one of .*, not "loud"/)
  await client.ready()
  const draft = await client.open('report.md', report)
  assert.equal((await draft.diagnostics())[0].severity, 2)
})

test('settings take effect when they change', async context => {
  const client = await started(context, { files: { 'seeds/bridge.txt': bridge(31) } })
  await client.ready()
  const draft = await client.open('report.md', report)
  assert.equal((await draft.diagnostics()).length, 1)
  client.forget()
  await client.changeSettings({ checking: { run: 'off' } })
  await client.received('workspace/diagnostic/refresh')
  assert.deepEqual(await draft.diagnostics(), [])
  client.forget()
  await client.changeSettings({ checking: { run: 'onSave' } })
  await client.received('workspace/diagnostic/refresh')
  assert.equal((await draft.diagnostics()).length, 1)
  await draft.edit('The Harbour', 'Our Harbour')
  assert.deepEqual(await draft.diagnostics(), [])
  await draft.save()
  assert.equal((await draft.diagnostics()).length, 1)
})

test('each folder has its own sources', async context => {
  const client = await started(context, { files: { 'one/seeds/a.txt': bridge(31), 'two/sources/b.txt': bridge(31) }, openFolder: false })
  await client.ready()
  const folder = (name: string) => ({ uri: client.uri(name), name })
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [folder('one'), folder('two')], removed: [] },
  })
  await articles(client, 2)
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ ...folder('one'), uri: `${folder('one').uri}/` }] },
  })
  await articles(client, 1)
})

test('a client that cannot watch files has them looked at when it saves', async context => {
  const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, didChangeWatchedFiles: {} } }
  const client = await started(context, { capabilities })
  await client.ready()
  const draft = await client.open('report.md', report)
  mkdirSync(join(client.folder, 'seeds'))
  writeFileSync(join(client.folder, 'seeds/bridge.txt'), bridge(31))
  await draft.save()
  await articles(client, 1)
})
