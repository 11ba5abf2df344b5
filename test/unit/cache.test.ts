import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs' // prettier-ignore
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, it } from 'node:test'
import { createArticleCache, type ArticleCache } from '../../server/src/cache/articleCache'
import { serverCacheFolder, tidyCache, userCacheFolder } from '../../server/src/cache/cacheFolder'
import { createRecordFiles } from '../../server/src/cache/recordFiles'
import { checksum, readSealed, writeSealed } from '../../server/src/cache/sealedFile'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Groundcheck } from '../../server/src/core/service'
import { createIndexing, type Indexing } from '../../server/src/sources/indexing'
import { nodeWorkspace } from '../../server/src/cli/nodeWorkspace'
import { diskFiles } from '../../server/src/sources/diskFiles'
import { sourceFolder } from '../../server/src/sources/sourceFolders'
import { makeArticles, makeDraft } from '../bench/scale/corpus'

const places: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'groundcheck-cache-test-'))
  places.push(folder)
  return folder
}
after(() => places.forEach(folder => rmSync(folder, { recursive: true, force: true })))

const made = [...makeArticles(40)]
const draftText = makeDraft(300, 40).text

/** A program at work: its service, its index, what it logged, and how many files it analysed. */
interface Program {
  readonly groundcheck: Groundcheck
  readonly indexing: Indexing
  readonly cache: ArticleCache
  readonly log: string[]
  readonly analysed: string[]
  refresh(): Promise<void>
  verdicts(): unknown
}

/** Starts a program on a folder of articles and, if wanted, waits until it has read them and written down what it knows. */
function program(folder: string, cacheFolder: string): Program {
  const log: string[] = []
  const analysed: string[] = []
  const tell = (message: string): void => void log.push(message)
  const plain = nodeWorkspace({ info: tell, warn: tell, error: tell })
  const workspace: typeof plain = {
    ...plain,
    analyze(files) {
      analysed.push(...files.map(({ path }) => path))
      return plain.analyze(files)
    },
  }
  const cache = createArticleCache({ folder: cacheFolder, log: workspace.log, damaged: () => tell('damaged') })
  const textOf = (uri: string): string | undefined => diskFiles.readNow(uri)?.toString()
  const groundcheck = createGroundcheck({ textOf, bytes: cache.bytes })
  const indexing = createIndexing({ groundcheck, workspace, cache, touched() {}, changed() {} })
  const request = { folders: [sourceFolder(folder, ['sources/**'])], maxFileSize: 1e6 }
  return {
    groundcheck,
    indexing,
    cache,
    log,
    analysed,
    async refresh() {
      analysed.length = 0
      await indexing.refresh(request)
      await indexing.keep()
    },
    verdicts: () => groundcheck.judge(groundcheck.readDraft(draftText)),
  }
}

function archive(count = 12): { readonly folder: string; readonly cache: string; write(name: string, text: string): void } {
  const folder = newFolder()
  mkdirSync(join(folder, 'sources'))
  const write = (name: string, text: string): void => writeFileSync(join(folder, 'sources', name), text)
  for (const { name, text } of made.slice(0, count)) write(name, text)
  return { folder, cache: join(folder, '.cache'), write }
}

async function started(folder: string, cache: string): Promise<Program> {
  const run = program(folder, cache)
  await run.refresh()
  return run
}

/** What a program says that never kept anything. */
async function fresh(folder: string): Promise<unknown> {
  return (await started(folder, newFolder())).verdicts()
}

const filesOf = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
const indexOf = (cache: string): string => filesOf(cache).find(path => path.endsWith('index'))!
const recordsOf = (cache: string): string[] => filesOf(cache).filter(path => path.endsWith('.records'))

describe('a second start', () => {
  it('analyses nothing and says the same', async () => {
    const { folder, cache } = archive()
    const first = await started(folder, cache)
    assert.equal(first.analysed.length, 12)
    const second = await started(folder, cache)
    assert.deepEqual(second.analysed, [])
    assert.equal(second.indexing.state().articles, 12)
    assert.deepEqual(second.verdicts(), first.verdicts())
    assert.deepEqual(second.verdicts(), await fresh(folder))
  })

  it('analyses what changed, came or is gone, and nothing that was only touched', async () => {
    const { folder, cache, write } = archive()
    await started(folder, cache)
    write(made[3].name, made[20].text)
    write(made[21].name, made[21].text)
    rmSync(join(folder, 'sources', made[5].name))
    utimesSync(join(folder, 'sources', made[7].name), new Date(), new Date(1e12))
    const second = await started(folder, cache)
    assert.deepEqual(second.analysed.sort(), [`sources/${made[3].name}`, `sources/${made[21].name}`].sort())
    assert.deepEqual(second.verdicts(), await fresh(folder))
    const third = await started(folder, cache)
    assert.deepEqual(third.analysed, [])
    assert.deepEqual(third.verdicts(), await fresh(folder))
  })

  it('begins anew where the writer says so', async () => {
    const { folder, cache } = archive()
    await started(folder, cache)
    const second = await started(folder, cache)
    second.indexing.invalidate()
    await second.refresh()
    assert.equal(second.analysed.length, 12)
  })

  it('goes through any number of changes and starts', async () => {
    const { folder, cache, write } = archive(30)
    for (let turn = 0; turn < 30; turn++) {
      write(made[turn % 12].name, made[(turn * 7) % 40].text)
      const run = await started(folder, cache)
      if (turn > 0) assert.ok(run.analysed.length <= 1, `turn ${turn}: ${run.analysed.length}`)
      // as if hours lay between two turns
      for (const path of recordsOf(cache)) utimesSync(path, new Date(), new Date(Date.now() - 1e7))
    }
    assert.ok(recordsOf(cache).length < 25, 'files of records are made one')
    assert.deepEqual((await started(folder, cache)).verdicts(), await fresh(folder))
  })
})

describe('a damaged cache is rebuilt, and the log says so', () => {
  const flipped = (path: string, at: number): void => {
    const bytes = readFileSync(path)
    bytes[at < 0 ? bytes.length + at : at] ^= 0x10
    writeFileSync(path, bytes)
  }
  const damages: Record<string, (cache: string) => void> = {
    'a bit of the index': cache => flipped(indexOf(cache), statSync(indexOf(cache)).size >> 1),
    'the head of the index': cache => flipped(indexOf(cache), 5),
    'the last byte of the index': cache => flipped(indexOf(cache), -1),
    'an index cut off': cache => truncateSync(indexOf(cache), statSync(indexOf(cache)).size - 8),
    'an empty index': cache => truncateSync(indexOf(cache), 0),
    'an index that is something else': cache => writeFileSync(indexOf(cache), 'Not an index at all, but a letter to the editor.'),
    'records cut off': cache => truncateSync(recordsOf(cache)[0], statSync(recordsOf(cache)[0]).size - 100),
    'no records': cache => rmSync(recordsOf(cache)[0]),
    'an index that is a folder': cache => {
      const path = indexOf(cache)
      rmSync(path)
      mkdirSync(path)
    },
  }
  for (const [name, damage] of Object.entries(damages))
    it(name, async () => {
      const { folder, cache } = archive()
      await started(folder, cache)
      damage(cache)
      const second = await started(folder, cache)
      assert.equal(second.analysed.length, 12)
      assert.match(second.log.join('\n'), /cannot be used and are rebuilt/)
      assert.deepEqual(second.verdicts(), await fresh(folder))
    })

  it('a record, which comes out when it is asked for', async () => {
    const { folder, cache } = archive()
    await started(folder, cache)
    const [records] = recordsOf(cache)
    for (let at = 20; at < statSync(records).size; at += 400) flipped(records, at)
    const second = await started(folder, cache)
    assert.throws(() => second.verdicts(), /a record is damaged/)
    assert.ok(second.log.includes('damaged'))
    await second.indexing.rebuild()
    assert.deepEqual(second.verdicts(), await fresh(folder))
    await second.indexing.keep()
    const third = await started(folder, cache)
    assert.deepEqual(third.analysed, [])
    assert.deepEqual(third.verdicts(), await fresh(folder))
  })

  it('half a write, left by a program that was killed', async () => {
    const { folder, cache } = archive()
    await started(folder, cache)
    const index = indexOf(cache)
    writeFileSync(`${index}.999.1.tmp`, readFileSync(index).subarray(0, 1000))
    writeFileSync(join(index, '..', 'killed.records'), 'half a rec')
    const second = await started(folder, cache)
    assert.deepEqual(second.analysed, [])
    assert.deepEqual(second.verdicts(), await fresh(folder))
  })
})

describe('a disk that takes nothing', () => {
  it('changes no answer: everything stays in memory', async () => {
    const { folder } = archive()
    const occupied = join(newFolder(), 'file')
    writeFileSync(occupied, '')
    const run = await started(folder, join(occupied, 'cache'))
    assert.equal(run.analysed.length, 12)
    assert.match(run.log.join('\n'), /the cache cannot be written/)
    assert.deepEqual(run.verdicts(), await fresh(folder))
  })

  it('in the midst of writing, too', { skip: existsSync('/dev/full') ? false : 'there is no /dev/full' }, () => {
    const problems: string[] = []
    const records = createRecordFiles(problem => problems.push(problem), assert.fail)
    const folder = newFolder()
    records.open(folder, [])
    const kept = [records.keep(Uint8Array.of(1, 2, 3))]
    // the file of its own is made one that is always full
    const [name] = readdirSync(folder)
    copyFileSync('/dev/null', join(folder, name))
    for (let at = 0; at < 3; at++) kept.push(records.keep(new Uint8Array(300_000).fill(at)))
    assert.deepEqual([...records.read(kept[0])], [1, 2, 3])
    kept.slice(1).forEach((place, at) => assert.equal(records.read(place)[299_999], at))
  })
})

describe('two windows on one workspace', () => {
  it('both keep, and a third start trusts the later one', async () => {
    const { folder, cache, write } = archive()
    const [one, other] = [program(folder, cache), program(folder, cache)]
    await Promise.all([one.refresh(), other.refresh()])
    write(made[1].name, made[30].text)
    await one.refresh()
    write(made[2].name, made[31].text)
    await other.refresh()
    await one.refresh()
    const expected = await fresh(folder)
    assert.deepEqual(one.verdicts(), expected)
    assert.deepEqual(other.verdicts(), expected)
    const third = await started(folder, cache)
    assert.deepEqual(third.analysed, [])
    assert.deepEqual(third.verdicts(), expected)
  })

  it('goes on where the other one removed all that was kept', async () => {
    const { folder, cache, write } = archive()
    const one = await started(folder, cache)
    rmSync(cache, { recursive: true })
    write(made[1].name, made[30].text)
    await one.refresh()
    assert.deepEqual(one.verdicts(), await fresh(folder))
    assert.deepEqual((await started(folder, cache)).verdicts(), await fresh(folder))
  })
})

describe('a program that is killed at any moment', () => {
  const script = resolve('dist/cli.js')
  it('leaves what can be used or is made anew', { skip: existsSync(script) ? false : 'the command line is not built' }, () => {
    const { folder, cache } = archive(40)
    writeFileSync(join(folder, 'draft.md'), draftText)
    const check = (timeout?: number) =>
      spawnSync(process.execPath, [script, 'check', '--cache-dir', cache, '--format', 'json', 'draft.md'], { cwd: folder, encoding: 'utf8', timeout, killSignal: 'SIGKILL' }) // prettier-ignore
    const whole = check()
    assert.notEqual(whole.stdout, '')
    rmSync(cache, { recursive: true })
    for (let timeout = 150; timeout < 900; timeout += 150) check(timeout)
    assert.equal(check().stdout, whole.stdout)
    assert.equal(check().stdout, whole.stdout)
  })
})

describe('the folder of the cache', () => {
  it('is where the system has such folders', () => {
    assert.equal(userCacheFolder('linux', { XDG_CACHE_HOME: '/var/cache/me' }), join('/var/cache/me', 'groundcheck'))
    assert.match(userCacheFolder('linux', { XDG_CACHE_HOME: 'relative' }), /\.cache.groundcheck$/)
    assert.match(userCacheFolder('darwin', {}), /Library.Caches.groundcheck$/)
    assert.equal(userCacheFolder('win32', { LOCALAPPDATA: 'L' }), join('L', 'groundcheck', 'cache'))
  })

  it('is what the client asks for, else what the command line names, else that of the user; or none', () => {
    assert.equal(serverCacheFolder(['--stdio', '--cache-dir', '/c'], '/asked'), '/asked')
    assert.equal(serverCacheFolder(['--stdio', '--cache-dir', '/c'], undefined), '/c')
    assert.match(serverCacheFolder(['--stdio'], 7)!, /groundcheck/)
    assert.equal(serverCacheFolder(['--stdio', '--no-cache'], '/asked'), undefined)
  })

  it('is bounded: what was not used for longest goes first, what is in use stays', () => {
    const cache = newFolder()
    const kept = ['a', 'b', 'c', 'd'].map((letter, at) => {
      const folder = join(cache, letter.repeat(24))
      mkdirSync(folder)
      writeFileSync(join(folder, 'index'), new Uint8Array(1000))
      utimesSync(join(folder, 'index'), at, at)
      return folder
    })
    writeFileSync(join(cache, 'something else'), '')
    tidyCache(cache, kept[0], 5000, 2500)
    assert.deepEqual(readdirSync(cache).sort(), ['a'.repeat(24), 'c'.repeat(24), 'd'.repeat(24), 'something else'].sort())
    tidyCache(cache, kept[0], 1e12, 2500)
    assert.deepEqual(readdirSync(cache).sort(), ['a'.repeat(24), 'something else'].sort())
  })
})

describe('sealed files', () => {
  it('are read as they were written, whatever single byte differs is found', async () => {
    const path = join(newFolder(), 'sealed')
    await writeSealed(path, [Uint8Array.of(1, 2, 3, 4), new Uint8Array(12).fill(7)])
    assert.deepEqual([...readSealed(path)!], [1, 2, 3, 4, ...new Array<number>(12).fill(7)])
    const bytes = readFileSync(path)
    for (let at = 0; at < bytes.length; at++) {
      const wrong = Uint8Array.from(bytes)
      wrong[at] ^= 1
      writeFileSync(path, wrong)
      assert.throws(() => readSealed(path), /none of ours|not as long|damaged/, `byte ${at}`)
    }
    assert.equal(readSealed(`${path}2`), undefined)
  })

  it('are not touched by a write that fails', async () => {
    const folder = newFolder()
    await assert.rejects(writeSealed(join(folder, 'gone', 'sealed'), [Uint8Array.of(1)]))
    assert.deepEqual(readdirSync(folder), [])
  })

  it('have a checksum that does not depend on where bytes lie', () => {
    const bytes = Uint8Array.from({ length: 23 }, (_, at) => at * 11)
    const shifted = new Uint8Array([0, ...bytes]).subarray(1)
    assert.equal(checksum(shifted), checksum(bytes))
  })
})
