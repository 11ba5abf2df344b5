import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyzeHere } from '../../server/src/analysis/analyzeHere'
import type { PackedArticle } from '../../server/src/core/evidence/storage/packedArticle'
import type { Groundcheck } from '../../server/src/core/service'
import { createIndexing, type IndexState } from '../../server/src/sources/indexing'
import type { AnalyzedFile, Files, SkippedFile, SourceFile, Workspace } from '../../server/src/workspace'

/** The text of a file that is listed and is gone when it is read. */
const VANISHES = 'vanishes'

/** How files are read and analysed, in the place of one after another. */
type Analyze = (files: Files, list: readonly SourceFile[]) => AsyncIterable<AnalyzedFile>

/** Files in memory that count how often they are read, and a service that only keeps the articles. */
function world(texts: Record<string, string>, analyze: Analyze = analyzeHere) {
  const files = new Map(Object.entries(texts))
  const read: string[] = []
  const skipped: SkippedFile[] = []
  const sourceFile = (uri: string): SourceFile => ({ uri, path: uri.slice(1), size: files.get(uri)!.length, stamp: files.get(uri)! })
  const store: Files = {
    list: async () => ({ files: [...files.keys()].map(sourceFile), skipped }),
    look: async uri => (files.has(uri) ? sourceFile(uri) : null),
    async read(uri) {
      read.push(uri)
      const text = files.get(uri)
      if (text === undefined || text === VANISHES) throw new Error('it is no longer there')
      return new TextEncoder().encode(text)
    },
    readNow: () => undefined,
  }
  const progress = { reports: [] as string[], stopped: false, ended: 0 }
  let time = 0
  const workspace: Workspace = {
    files: store,
    analyze: list => analyze(store, list),
    log: { info() {}, warn() {}, error() {} },
    // every look at the clock takes longer than a slice of work and the time between two tellings
    now: () => (time += 200),
    breathe: () => new Promise(resolve => setImmediate(resolve)),
    beginProgress: () => ({
      report: (done, total) => void progress.reports.push(`${done}/${total}`),
      get stopped() {
        return progress.stopped
      },
      end: () => void progress.ended++,
    }),
  }
  const articles = new Map<string, PackedArticle>()
  const groundcheck = {
    setPackedArticle: (article: PackedArticle) => void articles.set(article.uri, article),
    removeArticle: (uri: string) => articles.delete(uri),
  } as Groundcheck
  const states: IndexState[] = []
  const indexing = createIndexing({ groundcheck, workspace, touched() {}, changed: state => void states.push(state) })
  return { files, read, skipped, progress, articles, states, indexing }
}

const request = { folders: [], maxFileSize: 1000 }
const three = { '/a.txt': 'Article a.', '/b.txt': 'Article b.', '/c.txt': 'Article c.' }

test('all files are read once, with progress, and the state says so', async () => {
  const { indexing, articles, progress, states } = world(three)
  await indexing.refresh(request)
  assert.deepEqual([...articles.keys()], ['/a.txt', '/b.txt', '/c.txt'])
  assert.deepEqual(progress.reports, ['1/3', '2/3', '3/3'])
  assert.equal(progress.ended, 1)
  assert.deepEqual(
    states.map(({ phase, done }) => `${phase} ${done}`),
    ['indexing 0', 'indexing 1', 'indexing 2', 'indexing 3', 'ready 3'],
  )
  assert.equal(indexing.state().articles, 3)
})

test('a second refresh reads only what changed and drops what is gone', async () => {
  const { indexing, articles, files, read } = world(three)
  await indexing.refresh(request)
  read.length = 0
  files.set('/b.txt', 'Article b, second edition.').delete('/c.txt')
  await indexing.refresh(request)
  assert.deepEqual(read, ['/b.txt'])
  assert.deepEqual([...articles.keys()], ['/a.txt', '/b.txt'])
})

test('after invalidation everything is read again, and what is gone still goes', async () => {
  const { indexing, articles, files, read } = world(three)
  await indexing.refresh(request)
  read.length = 0
  files.delete('/c.txt')
  indexing.invalidate()
  await indexing.refresh(request)
  assert.deepEqual(read, ['/a.txt', '/b.txt'])
  assert.equal(articles.size, 2)
})

test('a later refresh takes the place of one under way', async () => {
  const { indexing, articles, files, states } = world(three)
  const first = indexing.refresh(request)
  files.set('/d.txt', 'Article d.')
  await Promise.all([first, indexing.refresh(request)])
  assert.equal(articles.size, 4)
  assert.deepEqual(
    states.filter(({ phase }) => phase === 'ready').map(({ articles }) => articles),
    [4],
  )
})

test('the writer can stop it; what was read stays, and the next refresh goes on', async () => {
  const { indexing, articles, progress, read } = world(three)
  progress.stopped = true
  await indexing.refresh(request)
  assert.equal(indexing.state().phase, 'stopped')
  progress.stopped = false
  read.length = 0
  await indexing.refresh(request)
  assert.equal(indexing.state().phase, 'ready')
  assert.equal(articles.size, 3)
})

test('files that are too large, empty, or vanish while they are read are skipped with a reason', async () => {
  const { indexing, articles } = world({ '/large.txt': 'x'.repeat(1001), '/empty.txt': ' ', '/gone.txt': VANISHES, '/good.txt': 'good' })
  await indexing.refresh(request)
  assert.deepEqual([...articles.keys()], ['/good.txt'])
  assert.deepEqual(
    indexing.state().skipped.map(({ path }) => path),
    ['large.txt', 'empty.txt', 'gone.txt'],
  )
})

test('another limit counts at once: what it lets in is read, what it shuts out goes', async () => {
  const { indexing, articles } = world({ '/small.txt': 'A small one.', '/large.txt': 'A larger one than that.' })
  for (const [maxFileSize, expected] of [
    [15, ['/small.txt']],
    [1000, ['/small.txt', '/large.txt']],
    [15, ['/small.txt']],
  ] as const) {
    await indexing.refresh({ ...request, maxFileSize })
    assert.deepEqual([...articles.keys()], expected)
    assert.equal(indexing.state().skipped.length, 2 - expected.length)
  }
})

test('a skipped file that is put right becomes an article, and the other way round', async () => {
  const { indexing, articles, files } = world({ '/a.txt': '' })
  await indexing.refresh(request)
  assert.equal(indexing.state().skipped.length, 1)
  files.set('/a.txt', 'Now there is text.')
  await indexing.update(['/a.txt'], request)
  assert.deepEqual([indexing.state().skipped.length, articles.size], [0, 1])
  files.set('/a.txt', '')
  await indexing.update(['/a.txt'], request)
  assert.deepEqual([indexing.state().skipped.length, articles.size, indexing.state().articles], [1, 0, 0])
})

test('nothing is told when an update changed nothing', async () => {
  const { indexing, states } = world(three)
  await indexing.refresh(request)
  states.length = 0
  await indexing.update(['/a.txt', '/unknown.txt'], request)
  assert.deepEqual(states, [])
})

test('a folder that is gone takes along what was in it, and nothing beside it', async () => {
  const { indexing, articles, files } = world({ '/old/a.txt': 'a', '/old/b.txt': 'b', '/older.txt': 'c' })
  await indexing.refresh(request)
  files.delete('/old/a.txt')
  files.delete('/old/b.txt')
  await indexing.update(['/old'], request)
  assert.deepEqual([...articles.keys()], ['/older.txt'])
})

test('a draft under check is no article', async () => {
  const { indexing, articles } = world(three)
  await indexing.refresh({ ...request, except: new Set(['/b.txt']) })
  assert.deepEqual([...articles.keys()], ['/a.txt', '/c.txt'])
})

/** Analyses nothing that is read before the gate opens; what was read meanwhile is old by then. */
function behindGate() {
  let open = (): void => {}
  const opened = new Promise<void>(resolve => (open = resolve))
  let isFirst = true
  const analyze: Analyze = async function* (files, list) {
    const waits = isFirst
    isFirst = false
    for await (const analyzed of analyzeHere(files, list)) {
      if (waits) await opened
      yield analyzed
    }
  }
  return { open, analyze }
}

const wordsOf = (articles: ReadonlyMap<string, PackedArticle>, uri: string): number => articles.get(uri)!.concepts.length

test('an article that changes while it is analysed is what it is now, not what was read first', async () => {
  const gate = behindGate()
  const { indexing, articles, files } = world({ '/a.txt': 'Ferry.' }, gate.analyze)
  const refresh = indexing.refresh(request)
  await new Promise(resolve => setTimeout(resolve, 5))
  files.set('/a.txt', 'Ferry harbour lighthouse.')
  await indexing.update(['/a.txt'], request)
  assert.equal(wordsOf(articles, '/a.txt'), 3)
  gate.open()
  await refresh
  assert.equal(wordsOf(articles, '/a.txt'), 3)
})

test('an article that goes while it is analysed stays away', async () => {
  const gate = behindGate()
  const { indexing, articles, files } = world({ '/a.txt': 'Ferry.', '/b.txt': 'Harbour.' }, gate.analyze)
  const refresh = indexing.refresh(request)
  await new Promise(resolve => setTimeout(resolve, 5))
  files.delete('/a.txt')
  await indexing.update(['/a.txt'], request)
  gate.open()
  await refresh
  assert.deepEqual([...articles.keys()], ['/b.txt'])
})
