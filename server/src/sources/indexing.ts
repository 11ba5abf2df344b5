import type { ArticleCache, KnownFile } from '../cache/articleCache'
import { createIndexStore, type IndexStore } from '../cache/indexStore'
import { digestOf } from '../core/articles/digest'
import type { FileAnalysis } from '../core/evidence/analyzeFile'
import type { Groundcheck } from '../core/service'
import { isSkipped, type Progress, type SkippedFile, type SourceFile, type Workspace } from '../workspace'
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

/** A file and the outcome of looking at it. */
interface LookedAt {
  readonly file: SourceFile
  readonly analysis: FileAnalysis | 'unchanged'
}

const unknown: KnownFile = { stamp: '', size: 0, digest: '' }

/** How many files are read at once to see whether they changed at all. */
const READ_AT_ONCE = 16

/** How long articles are taken in before everything else gets its turn, in milliseconds. */
const SLICE = 4

/** How often progress is announced, in milliseconds. */
const TELLING = 100

/** A file under a size limit: one that is too large counts as changed when the limit changes. */
const limited = (file: SourceFile, maxFileSize: number): SourceFile =>
  file.size > maxFileSize ? { ...file, stamp: `over ${maxFileSize}: ${file.stamp}` } : file

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** Keeps an index. Nothing is read before the first {@link Indexing.refresh}. */
export function createIndexing({ groundcheck, workspace, cache, touched, changed, saved = () => {} }: IndexingOptions): Indexing {
  /** The files behind the index as last seen, articles and skipped ones alike. */
  const known = new Map<string, KnownFile>()
  const skippedFiles = new Map<string, SkippedFile>()
  const articles = new Set<string>()
  /** The files that are being analysed, by URI, as last looked at: the outcome of an earlier look is out of date. */
  const awaited = new Map<string, SourceFile>()
  let skippedByListing: readonly SkippedFile[] = []
  let progressed: Pick<IndexState, 'phase' | 'done' | 'total'> = { phase: 'idle', done: 0, total: 0 }
  let current: Run = { superseded: false }
  let latest: IndexRequest | undefined
  const fileOf = (uri: string): KnownFile => known.get(uri) ?? unknown
  const store = cache && createIndexStore({ groundcheck, cache, workspace, fileOf, saved })

  const state = (): IndexState => ({
    ...progressed,
    articles: articles.size,
    skipped: [...skippedByListing, ...skippedFiles.values()],
  })
  const announce = (phase: IndexPhase, done: number, total: number): void => {
    progressed = { phase, done, total }
    changed(state())
  }

  const drop = (uri: string): void => {
    awaited.delete(uri)
    known.delete(uri)
    store?.touched()
    skippedFiles.delete(uri)
    articles.delete(uri)
    groundcheck.removeArticle(uri)
    touched(uri)
  }

  const skip = (file: SourceFile, reason: string): void => {
    articles.delete(file.uri)
    groundcheck.removeArticle(file.uri)
    skippedFiles.set(file.uri, { path: file.path, reason })
    workspace.log.warn(`${file.path}: ${reason}`)
  }

  const take = ({ file, analysis }: LookedAt): void => {
    if (awaited.get(file.uri) !== file) return
    awaited.delete(file.uri)
    store?.touched()
    const { stamp, size, unsaved } = file
    if (analysis === 'unchanged') return void known.set(file.uri, { stamp, size, unsaved, digest: fileOf(file.uri).digest })
    known.set(file.uri, { stamp, size, unsaved, digest: 'digest' in analysis ? analysis.digest : '' })
    touched(file.uri)
    if ('skipped' in analysis) return skip(file, analysis.skipped)
    if (analysis.warning !== null) workspace.log.warn(`${file.path}: ${analysis.warning}`)
    skippedFiles.delete(file.uri)
    articles.add(file.uri)
    groundcheck.setPackedArticle(analysis.article)
  }

  /** Whether the content of a file is what it was when it was last analysed. */
  const isUnchanged = async ({ uri }: SourceFile): Promise<boolean> => {
    const { digest } = fileOf(uri)
    // a file that cannot be read counts as changed: its analysis gives the reason
    const bytes = await workspace.files.read(uri).catch(() => undefined)
    return bytes !== undefined && digestOf(bytes) === digest
  }

  /** Looks at files. One that is too large is not read, and one whose content is unchanged is not analysed. */
  async function* analyze(list: readonly SourceFile[], maxFileSize: number): AsyncGenerator<LookedAt> {
    const limit = `the limit of ${megabytes(maxFileSize)} (setting groundcheck.maxFileSize)`
    for (const file of list) if (file.size > maxFileSize) yield { file, analysis: { skipped: `${megabytes(file.size)} is over ${limit}` } }
    const readable = list.filter(({ size }) => size <= maxFileSize)
    const mayBeUnchanged = ({ uri, size }: SourceFile): boolean => fileOf(uri).digest !== '' && fileOf(uri).size === size
    const other = readable.filter(file => !mayBeUnchanged(file))
    const alike = readable.filter(mayBeUnchanged)
    for (let at = 0; at < alike.length; at += READ_AT_ONCE) {
      const some = alike.slice(at, at + READ_AT_ONCE)
      const unchanged = await Promise.all(some.map(isUnchanged))
      for (const [index, file] of some.entries()) {
        if (unchanged[index]) yield { file, analysis: 'unchanged' }
        else other.push(file)
      }
    }
    yield* workspace.analyze(other)
  }

  /** Takes in files slice by slice. @returns how many, before it was stopped or superseded */
  const takeAll = async (list: readonly SourceFile[], maxFileSize: number, run: Run, progress: Progress): Promise<number> => {
    let done = 0
    let sliceEnd = workspace.now() + SLICE
    let nextTelling = workspace.now()
    for await (const analyzed of analyze(list, maxFileSize)) {
      if (run.superseded || progress.stopped) break
      take(analyzed)
      done++
      if (store?.isDue()) await store.save()
      if (workspace.now() >= nextTelling) {
        progress.report(done, list.length)
        announce('indexing', done, list.length)
        nextTelling = workspace.now() + TELLING
      }
      if (workspace.now() < sliceEnd) continue
      await workspace.breathe()
      sliceEnd = workspace.now() + SLICE
    }
    return done
  }

  /** Starts from the cache. */
  const load = (folders: readonly SourceFolder[]): void => {
    for (const [uri, file] of store?.load(folders) ?? []) {
      known.set(uri, file)
      articles.add(uri)
    }
  }

  const refresh = async (request: IndexRequest): Promise<void> => {
    const { folders, maxFileSize, except } = request
    const isFirst = latest === undefined
    latest = request
    current.superseded = true
    const run: Run = (current = { superseded: false })
    const began = workspace.now()
    announce('indexing', 0, 0)
    const listed = workspace.files.list(folders)
    if (isFirst) load(folders)
    const listing = await listed
    if (run.superseded) return
    const files = listing.files.filter(file => !except?.has(file.uri)).map(file => limited(file, maxFileSize))
    const wanted = new Set(files.map(file => file.uri))
    for (const uri of [...known.keys(), ...awaited.keys()]) if (!wanted.has(uri)) drop(uri)
    for (const { path, reason } of listing.skipped) workspace.log.warn(`${path}: ${reason}`)
    skippedByListing = listing.skipped
    const stale = files.filter(file => known.get(file.uri)?.stamp !== file.stamp)
    for (const file of stale) awaited.set(file.uri, file)
    const progress = workspace.beginProgress('Indexing source articles')
    const done = await takeAll(stale, maxFileSize, run, progress)
    progress.end()
    if (run.superseded) return
    announce(done === stale.length ? 'ready' : 'stopped', done, stale.length)
    void store?.save()
    const { skipped } = state()
    const seconds = ((workspace.now() - began) / 1000).toFixed(2)
    workspace.log.info(
      `${done} of ${stale.length} files read in ${seconds} s: ${articles.size} articles indexed, ${skipped.length} files skipped`,
    )
  }

  /** Forgets a file, or everything in a folder. @returns whether there was anything */
  const dropAll = (uri: string): boolean => {
    const isFile = known.has(uri) || awaited.has(uri)
    const gone = isFile ? [uri] : [...new Set([...known.keys(), ...awaited.keys()])].filter(each => each.startsWith(`${uri}/`))
    gone.forEach(drop)
    return gone.length > 0
  }

  const update = async (uris: readonly string[], { folders, maxFileSize, except }: IndexRequest): Promise<void> => {
    const stale: SourceFile[] = []
    let changes = false
    for (const uri of uris) {
      const found = except?.has(uri) ? null : await workspace.files.look(uri, folders)
      if (found === null || isSkipped(found)) {
        changes = dropAll(uri) || found !== null || changes
        if (found !== null) skippedFiles.set(uri, found)
        continue
      }
      const file = limited(found, maxFileSize)
      if (known.get(uri)?.stamp === file.stamp) continue
      awaited.set(uri, file)
      stale.push(file)
    }
    for await (const analyzed of analyze(stale, maxFileSize)) take(analyzed)
    if (changes || stale.length > 0) changed(state())
    store?.saveSoon()
  }

  return {
    refresh,
    update,
    invalidate() {
      for (const uri of known.keys()) known.set(uri, unknown)
    },
    async rebuild() {
      store?.discard()
      for (const uri of [...known.keys(), ...awaited.keys()]) touched(uri)
      known.clear()
      awaited.clear()
      articles.clear()
      skippedFiles.clear()
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
