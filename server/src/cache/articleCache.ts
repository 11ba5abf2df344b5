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

/** A file as it was when an article was read from it. */
export interface KnownFile {
  /** The stamp of its `SourceFile`; empty if unknown. */
  readonly stamp: string
  /** Set if what was read was unsaved text, not what is on disk. */
  readonly unsaved?: true | undefined
  /** In bytes. */
  readonly size: number
  /** Digest of what was read; empty if the file was skipped. */
  readonly digest: string
}

/** An index as kept on disk. */
export interface KeptArticles {
  /** Identifies the state of the articles. */
  readonly id: string
  readonly columns: Columns
  /** The files the articles were read from, by URI. */
  readonly files: ReadonlyMap<string, KnownFile>
}

/** The analyses, the index and the drafts that are kept on disk from one start to the next. */
export interface ArticleCache {
  /** Where analyses are. */
  readonly bytes: ByteStore
  /** The index of some source folders; undefined if there is none, or none that is intact. Must be called first. */
  load(folders: readonly SourceFolder[]): KeptArticles | undefined
  /** Moves the analyses into one new file if they lie in many, or among many that are out of date; undefined if that is not needed. */
  tidied(columns: Columns): Steps<TidiedColumns | undefined>
  /**
   * Adds the files of the articles to the columns of an index.
   * @param fileOf the file that an article was read from
   */
  withFiles(columns: Columns, fileOf: (uri: string) => KnownFile): Steps<Columns>
  /**
   * Writes an index to disk. If that fails, it is logged and everything goes on as before.
   * @returns an id for this state of the articles; undefined if it is not on disk
   */
  save(columns: Columns): Promise<string | undefined>
  /** What was kept of a draft with the articles in the state `id`; undefined if there is nothing. */
  draft(uri: string, id: string): string | undefined
  /** Keeps what is known of a draft with the articles in the state `id`. */
  saveDraft(uri: string, id: string, draft: string): Promise<void>
  /** Removes the index, because it is damaged. */
  discard(): void
}

/** The columns of an index whose analyses were moved. They are valid once `takeOver` has been called. */
export interface TidiedColumns {
  readonly columns: Columns
  takeOver(): void
}

export interface ArticleCacheOptions {
  /** The folder of the cache. */
  readonly folder: string
  readonly log: Log
  /** Called when something on disk turns out to be damaged. */
  damaged(): void
}

/** The description of an index on disk. */
interface Snapshot {
  readonly id: string
  readonly files: readonly RecordFile[]
}

/** The name of the folder for drafts. */
const draftsName = 'drafts'

/** How many drafts are kept. */
const MOST_DRAFTS = 100

/** From this many files on, analyses are moved into one. */
const MANY_FILES = 24

/** They are also moved when there are this many times more records than needed, and {@link SOME_RECORDS} more. */
const MUCH_WASTE = 2
const SOME_RECORDS = 2000

/** How long a file that no index names is left alone, in milliseconds: another window may be about to save one that does. */
const PATIENCE = 60 * 60 * 1000

const placeColumns = ['articles.places', 'documents.places']

/** Removes files that are no longer needed: those of older indexes and those half written. */
function removeOld(folder: string, snapshot: Snapshot): void {
  const needed = new Set([indexName, ...snapshot.files.map(({ name }) => name)])
  for (const name of readdirSync(folder).filter(name => /\.(?:records|tmp)$/.test(name) && !needed.has(name))) {
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > PATIENCE) rmSync(path, { force: true })
  }
}

/** Removes the oldest drafts if there are too many. */
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
  const complain = (problem: string): void => log.warn(`the cache cannot be written: ${problem}`)
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
    // records when it was last used, for `tidyCache`
    utimesSync(path, new Date(), new Date())
    return { id, columns, files: filesIn(columns) }
  }

  const draftPath = (uri: string): string => join(folder, draftsName, createHash('sha256').update(uri).digest('hex').slice(0, 24))

  return {
    bytes: records,
    load(folders) {
      folder = folderFor(cache, folders)
      try {
        // drafts are readable by their writer alone
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        return open()
      } catch (error) {
        log.warn(`the cached articles cannot be used and are rebuilt: ${(error as Error).message}`)
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
        log.warn(`the cached draft cannot be used and is rebuilt: ${(error as Error).message}`)
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
