import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, test } from 'node:test'
import { createAnalyzer } from '../../server/src/analysis/analyzer'
import { createAnalysisPool, NoThreads } from '../../server/src/analysis/pool'
import { analyzeFile } from '../../server/src/core/evidence/analyzeFile'
import { diskFiles } from '../../server/src/sources/diskFiles'
import { pathOf, uriOf } from '../../server/src/uris'
import type { AnalyzedFile, SourceFile } from '../../server/src/workspace'

const worker = resolve('dist/worker.js')
const skip = existsSync(worker) ? false : 'the worker is not built'

const folder = mkdtempSync(join(tmpdir(), 'groundcheck-pool-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): SourceFile {
  const path = join(folder, name)
  writeFileSync(path, text)
  return { uri: uriOf(path), path: name, size: text.length, stamp: text }
}

/** The worker's program, with a file on whose name the thread that reads it dies. */
function fragileWorker(dies: string, how: string): string {
  const path = join(folder, `dies-of-${dies}.js`)
  writeFileSync(
    path,
    `const fs = require('node:fs')
     const read = fs.readFileSync
     fs.readFileSync = (path, ...options) => {
       if (String(path).endsWith(${JSON.stringify(`${dies}.txt`)})) { ${how} }
       return read(path, ...options)
     }
     require(${JSON.stringify(worker)})`,
  )
  return path
}

const article = (at: number): string =>
  `Ferry ${at}\n\nThe ferry to Brenholm carried ${100 + at} passengers on May ${(at % 28) + 1}, 2024, said Ada Brand.`
const articles = Array.from({ length: 60 }, (_, at) => write(`article-${at}.txt`, article(at)))

const contentOf = ({ uri }: SourceFile): string => pathOf(uri)!

async function all(results: AsyncIterable<AnalyzedFile>): Promise<AnalyzedFile[]> {
  const list: AnalyzedFile[] = []
  for await (const each of results) list.push(each)
  return list.sort((a, b) => (a.file.uri < b.file.uri ? -1 : 1))
}

const reasons = (results: readonly AnalyzedFile[]): string[] =>
  results.flatMap(({ file, analysis }) => ('skipped' in analysis ? [`${file.path}: ${analysis.skipped}`] : []))

describe('a pool of threads', { skip }, () => {
  test('gives for every file what analysing it here gives', async () => {
    const pool = createAnalysisPool({ script: worker, threads: 2 })
    const results = await all(pool.run(articles, contentOf))
    assert.equal(results.length, articles.length)
    for (const { file, analysis } of results) assert.deepEqual(analysis, analyzeFile(file.uri, readFileSync(pathOf(file.uri)!)))
  })

  test('reads the bytes it is given in the place of those on disk', async () => {
    const pool = createAnalysisPool({ script: worker, threads: 1 })
    const bytes = new TextEncoder().encode('Another story altogether, of 77 lighthouses.')
    const [{ analysis }] = await all(pool.run([articles[0]], () => bytes))
    assert.deepEqual(analysis, analyzeFile(articles[0].uri, bytes))
  })

  test('says why a file cannot be read, or is no article', async () => {
    const pool = createAnalysisPool({ script: worker, threads: 1 })
    const gone: SourceFile = { ...articles[0], uri: uriOf(join(folder, 'gone.txt')), path: 'gone.txt' }
    const results = await all(pool.run([gone, write('empty.txt', ' '), articles[1]], contentOf))
    assert.deepEqual(reasons(results), ['empty.txt: the file is empty', 'gone.txt: it is no longer there'])
  })

  for (const [dies, how] of [
    ['exit', 'process.exit(3)'],
    ['memory', 'const hog = []; for (;;) hog.push(new Array(100_000).fill(hog.length + 0.5))'],
  ]) {
    test(`skips the file that a thread dies of and no other: ${dies}`, { timeout: 60_000 }, async () => {
      const pool = createAnalysisPool({ script: fragileWorker(dies, how), threads: 2, memory: 64 })
      const fatal = write(`${dies}.txt`, 'A text that no thread survives.')
      const results = await all(pool.run([...articles.slice(0, 20), fatal, ...articles.slice(20)], contentOf))
      assert.equal(results.length, articles.length + 1)
      assert.equal(reasons(results).length, 1)
      assert.match(reasons(results)[0], new RegExp(`^${dies}\\.txt: its analysis was interrupted`))
    })
  }

  test('gives up the file that a thread does not come to an end with, and no other', { timeout: 60_000 }, async () => {
    const pool = createAnalysisPool({ script: fragileWorker('endless', 'for (;;);'), threads: 1, limit: 4000 })
    const endless = write('endless.txt', 'A text that no thread comes to an end with.')
    const results = await all(pool.run([...articles.slice(0, 20), endless, ...articles.slice(20)], contentOf))
    assert.equal(results.length, articles.length + 1)
    assert.deepEqual(reasons(results), ['endless.txt: its analysis was given up after 4 seconds'])
  })

  test('lets nobody wait for a file that takes for ever', { timeout: 60_000 }, async () => {
    const pool = createAnalysisPool({ script: fragileWorker('endless', 'for (;;);'), threads: 1, limit: 4000 })
    const endless = write('endless.txt', 'A text that no thread comes to an end with.')
    const order: string[] = []
    for await (const { file } of pool.run([endless, ...Array.from({ length: 1000 }, (_, at) => articles[at % 60])], contentOf))
      order.push(file.path)
    assert.equal(order.length, 1001)
    assert.equal(order.at(-1), 'endless.txt')
  })

  test('whoever stops listening stops the work, and the next one is served', async () => {
    const pool = createAnalysisPool({ script: worker, threads: 1 })
    for await (const first of pool.run(articles, contentOf)) {
      assert.ok('article' in first.analysis)
      break
    }
    assert.equal((await all(pool.run(articles.slice(0, 3), contentOf))).length, 3)
  })

  test('what is asked for last goes before what waits', async () => {
    const pool = createAnalysisPool({ script: worker, threads: 1 })
    const order: string[] = []
    const many = Array.from({ length: 40 }, () => articles).flat()
    const listen = async (name: string, files: readonly SourceFile[]): Promise<void> => {
      await all(pool.run(files, contentOf))
      order.push(name)
    }
    await Promise.all([listen('all articles', many), listen('the one that changed', articles.slice(0, 1))])
    assert.deepEqual(order, ['the one that changed', 'all articles'])
  })
})

/** A program that ends before it can work. */
function brokenWorker(): string {
  const path = join(folder, 'broken.js')
  writeFileSync(path, 'throw new Error("not today")')
  return path
}

for (const [what, script] of Object.entries({ 'is missing': join(folder, 'missing.js'), 'does not start': brokenWorker() })) {
  test(`a pool whose program ${what} says that there are no threads`, async () => {
    const pool = createAnalysisPool({ script, threads: 2 })
    await assert.rejects(all(pool.run(articles, contentOf)), NoThreads)
    await assert.rejects(all(pool.run(articles, contentOf)), NoThreads)
  })
}

test('where there are no threads all files are analysed here, with a word in the log', async () => {
  const warnings: string[] = []
  const log = { info() {}, warn: (message: string) => void warnings.push(message), error() {} }
  const analyze = createAnalyzer({ files: diskFiles, log, contentOf, script: brokenWorker() })
  const large = write('large.txt', article(1).repeat(1000))
  const results = await all(analyze([...articles, large]))
  assert.equal(results.length, articles.length + 1)
  assert.deepEqual(reasons(results), [])
  assert.equal(warnings.length, 1)
})
