import type { ArticleCache } from '../cache/articleCache'
import { createIndexStore, type IndexStore } from '../cache/indexStore'
import type { Groundcheck } from '../core/service'
import { isSkipped, type Progress, type SkippedFile, type SourceFile, type SourceListing, type Workspace } from '../workspace'
import { limited, lookAtChanged } from './changedFiles'
import { createFileRegister } from './fileRegister'
import type { SourceFolder } from './sourceFolders'

/** How far indexing is: not begun, in progress, complete, or stopped by the writer. */
export type IndexPhase = 'idle' | 'indexing' | 'ready' | 'stopped'

/** The state of the index, for the status item. */
export interface IndexState {
  readonly phase: IndexPhase
  /** Files looked at, of those to look at. */
  readonly done: number
  readonly total: number
  readonly articles: number
  readonly skipped: readonly SkippedFile[]
}

/** What indexing needs besides the workspace. */
export interface IndexingOptions {
  readonly groundcheck: Groundcheck
  readonly workspace: Workspace
  /** Where analyses are kept from one start to the next; nowhere when undefined. */
  readonly cache?: ArticleCache | undefined
  /** Called with the URI of an article that was added, changed or removed. */
  touched(uri: string): void
  /** Called when the state changed, after any number of touched articles. */
  changed(state: IndexState): void
  /** Called when what is known of the articles has been saved. */
  saved?(): void
}

/** What to index. */
export interface IndexRequest {
  readonly folders: readonly SourceFolder[]
  /** In bytes. */
  readonly maxFileSize: number
  /** URIs that are not articles even if the folders contain them: the drafts being checked. */
  readonly except?: ReadonlySet<string>
}

/** Keeps the index in line with the source files. */
export interface Indexing {
  /**
   * Lists the files, reads the new and the changed ones, and drops the articles whose files are gone. A later call supersedes one in
   * progress. Resolves when done, stopped or superseded.
   */
  refresh(request: IndexRequest): Promise<void>
  /** Looks at single files again: reads, re-reads or drops them. The URI of a folder that is gone drops everything in it. */
  update(uris: readonly string[], request: IndexRequest): Promise<void>
  /** Whether a file that was looked at lies in a folder. */
  knowsBelow(folderUri: string): boolean
  /** Forgets which files are unchanged, so that the next refresh reads all of them. */
  invalidate(): void
  /** Forgets everything and starts over, because the cache turned out to be damaged. */
  rebuild(): Promise<void>
  /** Saves what is known, for the next start. */
  keep(): Promise<void>
  /** What was kept of a draft at an earlier start. */
  keptDraft: IndexStore['draft']
  /** Keeps a draft for the next start. */
  keepDraft: IndexStore['saveDraft']
  /** Stops a refresh in progress. */
  stop(): void
  state(): IndexState
}

interface Run {
  superseded: boolean
}

/** How long articles are taken in before everything else gets its turn, in milliseconds. */
const SLICE = 4

/** How often progress is announced, in milliseconds. */
const TELLING = 100

/** Keeps an index. Nothing is read before the first {@link Indexing.refresh}. */
export function createIndexing({ groundcheck, workspace, cache, touched, changed, saved = () => {} }: IndexingOptions): Indexing {
  const { log, now } = workspace
  const register = createFileRegister({ groundcheck, log, touched, registered: () => store?.touched() })
  const store = cache && createIndexStore({ groundcheck, cache, workspace, fileOf: register.fileOf, saved })
  let skippedByListing: readonly SkippedFile[] = []
  let progressed: Pick<IndexState, 'phase' | 'done' | 'total'> = { phase: 'idle', done: 0, total: 0 }
  let current: Run = { superseded: false }
  let latest: IndexRequest | undefined

  const state = (): IndexState => ({
    ...progressed,
    articles: register.articles,
    skipped: [...skippedByListing, ...register.skipped],
  })
  const announce = (phase: IndexPhase, done: number, total: number): void => {
    progressed = { phase, done, total }
    changed(state())
  }

  /** Takes in files slice by slice. @returns how many, before it was stopped or superseded */
  const takeAll = async (list: readonly SourceFile[], maxFileSize: number, run: Run, progress: Progress): Promise<number> => {
    let done = 0
    let sliceEnd = now() + SLICE
    let nextTelling = now()
    for await (const outcome of lookAtChanged(list, maxFileSize, workspace, register.fileOf)) {
      if (run.superseded || progress.stopped) break
      register.take(outcome)
      done++
      if (store?.isDue()) await store.save()
      if (now() >= nextTelling) {
        progress.report(done, list.length)
        announce('indexing', done, list.length)
        nextTelling = now() + TELLING
      }
      if (now() < sliceEnd) continue
      await workspace.breathe()
      sliceEnd = now() + SLICE
    }
    return done
  }

  /** Drops the articles whose files are not listed any more. @returns the files that are new or changed */
  const registerListing = ({ files, skipped }: SourceListing, { maxFileSize, except }: IndexRequest): SourceFile[] => {
    const wanted = files.filter(file => !except?.has(file.uri)).map(file => limited(file, maxFileSize))
    const wantedUris = new Set(wanted.map(file => file.uri))
    for (const uri of register.uris()) if (!wantedUris.has(uri)) register.drop(uri)
    for (const { path, reason } of skipped) log.warn(`${path}: ${reason}`)
    skippedByListing = skipped
    const stale = wanted.filter(register.isStale)
    stale.forEach(register.expect)
    return stale
  }

  const refresh = async (request: IndexRequest): Promise<void> => {
    const isFirst = latest === undefined
    latest = request
    current.superseded = true
    const run: Run = (current = { superseded: false })
    const began = now()
    announce('indexing', 0, 0)
    const listed = workspace.files.list(request.folders)
    if (isFirst && store) register.load(store.load(request.folders))
    const listing = await listed
    if (run.superseded) return
    const stale = registerListing(listing, request)
    const progress = workspace.beginProgress('Indexing source articles')
    const done = await takeAll(stale, request.maxFileSize, run, progress)
    progress.end()
    if (run.superseded) return
    announce(done === stale.length ? 'ready' : 'stopped', done, stale.length)
    void store?.save()
    const { articles, skipped } = state()
    const seconds = ((now() - began) / 1000).toFixed(2)
    log.info(`${done} of ${stale.length} files read in ${seconds} s: ${articles} articles indexed, ${skipped.length} files skipped`)
  }

  const update = async (uris: readonly string[], { folders, maxFileSize, except }: IndexRequest): Promise<void> => {
    const stale: SourceFile[] = []
    let changes = false
    for (const uri of uris) {
      const found = except?.has(uri) ? null : await workspace.files.look(uri, folders)
      if (found === null || isSkipped(found)) {
        changes = register.dropAll(uri) || found !== null || changes
        if (found !== null) register.skip(uri, found)
        continue
      }
      const file = limited(found, maxFileSize)
      if (!register.isStale(file)) continue
      register.expect(file)
      stale.push(file)
    }
    for await (const outcome of lookAtChanged(stale, maxFileSize, workspace, register.fileOf)) register.take(outcome)
    if (changes || stale.length > 0) changed(state())
    store?.saveSoon()
  }

  return {
    refresh,
    update,
    knowsBelow: register.knowsBelow,
    invalidate: register.invalidate,
    async rebuild() {
      store?.discard()
      register.clear()
      if (latest !== undefined) await refresh(latest)
    },
    keep: async () => store?.save(),
    keptDraft: uri => store?.draft(uri),
    keepDraft: async (uri, draft) => store?.saveDraft(uri, draft),
    stop() {
      current.superseded = true
    },
    state,
  }
}
