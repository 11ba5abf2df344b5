import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { articlePlacesIn, articleUriIn } from '../core/evidence/storage/articleTable'
import type { ByteStore } from '../core/evidence/storage/byteStore'
import { readColumns, textColumns, textsIn, writeColumns, type Columns } from '../core/evidence/storage/columns'
import { pack, unpack } from '../core/evidence/storage/packing'
import { textAt, textsInSteps } from '../core/evidence/storage/texts'
import { eachInSteps, type Steps } from '../core/steps'
import type { SourceFolder } from '../sources/sourceFolders'
import type { Log } from '../workspace'
import { folderFor, indexName, tidyCache } from './cacheFolder'
import { createRecordFiles, type RecordFile } from './recordFiles'
import { readSealed, writeSealed } from './sealedFile'

/** What a file was like that an article was read from. */
export interface KnownFile {
  /** Of {@link SourceFile}; empty where it is not known. */
  readonly stamp: string
  /** Set where what was read was not what was on disk. */
  readonly unsaved?: true | undefined
  /** In bytes. */
  readonly size: number
  /** {@link digestOf} what was read; empty where nothing came of it. */
  readonly digest: string
}

/** What was kept of articles. */
export interface KeptArticles {
  /** Of this state of the articles. */
  readonly id: string
  readonly columns: Columns
  /** What the files were like, by URI. */
  readonly files: ReadonlyMap<string, KnownFile>
}

/** What was analysed, kept on disk from one start to the next. */
export interface ArticleCache {
  /** Where analyses are. */
  readonly bytes: ByteStore
  /** What was kept for some source folders; undefined where nothing was, or nothing that can be trusted. To be called first. */
  load(folders: readonly SourceFolder[]): KeptArticles | undefined
  /** The columns with all that they lead to in one new file, where it lies in many or among much that is out of date. */
  tidied(columns: Columns): Steps<TidiedColumns | undefined>
  /**
   * Columns with what the files of their articles are like.
   * @param fileOf what the file of an article is like
   */
  withFiles(columns: Columns, fileOf: (uri: string) => KnownFile): Steps<Columns>
  /**
   * Keeps what is known of the articles and their files. Where the disk does not take it, all goes on as before.
   * @returns an id of this state of the articles; undefined where it is not on disk
   */
  save(columns: Columns): Promise<string | undefined>
  /** What was kept of a draft for the articles in the state `id`; undefined for nothing. */
  draft(uri: string, id: string): string | undefined
  /** Keeps what is known of a draft with the articles in the state `id`. */
  saveDraft(uri: string, id: string, draft: string): Promise<void>
  /** Removes what was kept: it is damaged. */
  discard(): void
}

/** Columns of which nothing leads to what was there before; they count once that is taken over. */
export interface TidiedColumns {
  readonly columns: Columns
  takeOver(): void
}

export interface ArticleCacheOptions {
  /** The folder of the cache. */
  readonly folder: string
  readonly log: Log
  /** Called when something that was kept is not as it was written. */
  damaged(): void
}

/** What a snapshot says of itself. */
interface Snapshot {
  readonly id: string
  readonly files: readonly RecordFile[]
}

/** The folder for drafts, and how many of them are kept. */
const draftsName = 'drafts'
const MOST_DRAFTS = 100

/** Files of records from which on they are made one, and how many times more records than are needed. */
const MANY_FILES = 24
const MUCH_WASTE = 2
const SOME_RECORDS = 2000

/** How long a file that no snapshot names is left alone, in milliseconds: another window may be about to name it. */
const PATIENCE = 60 * 60 * 1000

const placeColumns = ['articles.places', 'documents.places']

/** Removes files that nobody needs any more: those of older snapshots, those half written. */
function removeOld(folder: string, snapshot: Snapshot): void {
  const needed = new Set([indexName, ...snapshot.files.map(({ name }) => name)])
  for (const name of readdirSync(folder).filter(name => /\.(?:records|tmp)$/.test(name) && !needed.has(name))) {
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > PATIENCE) rmSync(path, { force: true })
  }
}

/** Removes the drafts that were not kept for longest, where there are many. */
function removeOldDrafts(folder: string): void {
  const paths = readdirSync(folder).map(name => join(folder, name))
  if (paths.length <= MOST_DRAFTS) return
  const byAge = paths.map(path => ({ path, keptAt: statSync(path).mtimeMs })).sort((a, b) => b.keptAt - a.keptAt)
  for (const { path } of byAge.slice(MOST_DRAFTS)) rmSync(path, { force: true })
}

function filesIn(columns: Columns): Map<string, KnownFile> {
  const texts = textsIn(columns, 'files')
  const files = new Map<string, KnownFile>()
  for (let slot = 0; slot < articlePlacesIn(columns).length; slot++) {
    const uri = articleUriIn(columns, slot)
    if (uri === null) continue
    const [digest, size, stamp] = textAt(texts, slot).split(' ')
    files.set(uri, { digest, size: Number(size), stamp })
  }
  return files
}

function* fileColumns(columns: Columns, fileOf: (uri: string) => KnownFile): Steps<Columns> {
  const texts: string[] = []
  yield* eachInSteps(articlePlacesIn(columns), (_, slot) => {
    const uri = articleUriIn(columns, slot)
    const file = uri === null ? undefined : fileOf(uri)
    texts.push(file === undefined ? '' : `${file.digest} ${file.size} ${file.unsaved ? '' : file.stamp}`)
  })
  return textColumns('files', yield* textsInSteps(texts))
}

/** Creates the cache. Nothing is read before {@link ArticleCache.load}. */
export function createArticleCache({ folder: cache, log, damaged }: ArticleCacheOptions): ArticleCache {
  const complain = (problem: string): void => log.warn(`what is analysed cannot be kept on disk: ${problem}`)
  const records = createRecordFiles(complain, damaged)
  let folder = ''

  const discard = (): void => {
    records.clear()
    if (folder !== '') rmSync(join(folder, indexName), { force: true })
  }

  const open = (): KeptArticles | undefined => {
    const path = join(folder, indexName)
    const content = readSealed(path)
    if (content === undefined) {
      records.open(folder, [])
      return undefined
    }
    const columns = readColumns(content.buffer)
    const { id, files } = unpack(columns.snapshot as Uint8Array) as unknown as Snapshot
    records.open(folder, files)
    // says when it was last used
    utimesSync(path, new Date(), new Date())
    return { id, columns, files: filesIn(columns) }
  }

  const draftPath = (uri: string): string => join(folder, draftsName, createHash('sha256').update(uri).digest('hex').slice(0, 24))

  return {
    bytes: records,
    load(folders) {
      folder = folderFor(cache, folders)
      try {
        // drafts are nobody else's business
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        return open()
      } catch (error) {
        log.warn(`what was kept of the articles cannot be used and is made anew: ${(error as Error).message}`)
        try {
          discard()
          records.open(folder, [])
        } catch (problem) {
          complain((problem as Error).message)
        }
        return undefined
      }
    },
    *tidied(columns) {
      const { records: count, files } = records.count()
      const places = placeColumns.map(name => columns[name] as Float64Array)
      const needed = places.reduce((sum, list) => sum + list.reduce((live, place) => (place < 0 ? live : live + 1), 0), 0)
      if (files < MANY_FILES && count < MUCH_WASTE * needed + SOME_RECORDS) return undefined
      const fresh = createRecordFiles(complain, damaged)
      fresh.open(folder, [])
      const moved: Record<string, Float64Array> = {}
      for (const name of placeColumns) {
        const list = (columns[name] as Float64Array).slice()
        for (let at = 0; at < list.length; at++) {
          if (list[at] >= 0) list[at] = fresh.keep(records.read(list[at]))
          if (at % 50 === 0) yield
        }
        moved[name] = list
      }
      return { columns: { ...columns, ...moved }, takeOver: () => records.become(fresh) }
    },
    *withFiles(columns, fileOf) {
      return { ...columns, ...(yield* fileColumns(columns, fileOf)) }
    },
    async save(columns) {
      try {
        const files = await records.settle()
        if (files === undefined) return undefined
        const snapshot: Snapshot = { id: randomUUID(), files }
        const description = { snapshot: pack(snapshot as unknown as Parameters<typeof pack>[0]) }
        await writeSealed(join(folder, indexName), writeColumns({ ...columns, ...description }))
        removeOld(folder, snapshot)
        tidyCache(cache, folder)
        return snapshot.id
      } catch (error) {
        complain((error as Error).message)
        return undefined
      }
    },
    draft(uri, id) {
      try {
        const content = readSealed(draftPath(uri))
        const text = content && new TextDecoder().decode(content)
        return text?.startsWith(id) ? text.slice(id.length) : undefined
      } catch (error) {
        log.warn(`what was kept of a draft cannot be used and is made anew: ${(error as Error).message}`)
        return undefined
      }
    },
    async saveDraft(uri, id, draft) {
      try {
        mkdirSync(join(folder, draftsName), { recursive: true, mode: 0o700 })
        await writeSealed(draftPath(uri), [new TextEncoder().encode(id + draft)])
        removeOldDrafts(join(folder, draftsName))
      } catch (error) {
        complain((error as Error).message)
      }
    },
    discard,
  }
}
