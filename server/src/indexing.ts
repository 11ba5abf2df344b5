import type { Groundcheck } from './core/service'
import type { SourceFolder } from './sources'
import { isSkipped, type AnalyzedFile, type Progress, type SkippedFile, type SourceFile, type Workspace } from './workspace'

/** How far the index is: not begun, under way, complete, or stopped by the writer. */
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
  /** Called with the URI of an article that came, changed or went. */
  touched(uri: string): void
  /** Called when the state changed; after any number of touched articles. */
  changed(state: IndexState): void
}

/** What to index. */
export interface IndexRequest {
  readonly folders: readonly SourceFolder[]
  /** In bytes. */
  readonly maxFileSize: number
  /** URIs that are no articles whatever the folders say: the drafts under check. */
  readonly except?: ReadonlySet<string>
}

/** Keeps the index in line with the source files. */
export interface Indexing {
  /**
   * Lists the files, reads the new and the changed ones, drops the articles whose files are gone. A later call takes the place of one
   * under way. Resolves when done, stopped or superseded.
   */
  refresh(request: IndexRequest): Promise<void>
  /** Looks at single files again: reads, re-reads or drops them. What lies inside a folder that is gone goes with it. */
  update(uris: readonly string[], request: IndexRequest): Promise<void>
  /** Forgets which files are unchanged, so that the next refresh reads all of them. */
  invalidate(): void
  /** Ends a refresh under way. */
  stop(): void
  state(): IndexState
}

interface Run {
  superseded: boolean
}

/** How long articles are taken in before everything else gets its turn, in milliseconds. */
const SLICE = 4
/** How often it is told how far the work has come, in milliseconds. */
const TELLING = 100

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** Creates the keeper of an index. Nothing is read before the first {@link Indexing.refresh}. */
export function createIndexing({ groundcheck, workspace, touched, changed }: IndexingOptions): Indexing {
  /** Stamps of the files behind the index, articles and skipped ones alike. */
  const stamps = new Map<string, string>()
  const skippedFiles = new Map<string, SkippedFile>()
  const articles = new Set<string>()
  /** The files whose analysis is waited for, by URI, as they were last looked at: what comes of an earlier look is out of date. */
  const awaited = new Map<string, SourceFile>()
  let skippedByListing: readonly SkippedFile[] = []
  let progressed: Pick<IndexState, 'phase' | 'done' | 'total'> = { phase: 'idle', done: 0, total: 0 }
  let current: Run = { superseded: false }

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
    stamps.delete(uri)
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

  const take = ({ file, analysis }: AnalyzedFile): void => {
    if (awaited.get(file.uri) !== file) return
    awaited.delete(file.uri)
    stamps.set(file.uri, file.stamp)
    touched(file.uri)
    if ('skipped' in analysis) return skip(file, analysis.skipped)
    if (analysis.warning !== null) workspace.log.warn(`${file.path}: ${analysis.warning}`)
    skippedFiles.delete(file.uri)
    articles.add(file.uri)
    groundcheck.setPackedArticle(analysis.article)
  }

  /** What comes of files; one that is too large is not read. */
  async function* analyze(list: readonly SourceFile[], maxFileSize: number): AsyncGenerator<AnalyzedFile> {
    const limit = `the limit of ${megabytes(maxFileSize)} (setting groundcheck.maxFileSize)`
    for (const file of list) if (file.size > maxFileSize) yield { file, analysis: { skipped: `${megabytes(file.size)} is over ${limit}` } }
    yield* workspace.analyze(list.filter(({ size }) => size <= maxFileSize))
  }

  /** Takes in files slice by slice; how many before it was stopped or superseded. */
  const takeAll = async (list: readonly SourceFile[], maxFileSize: number, run: Run, progress: Progress): Promise<number> => {
    let done = 0
    let sliceEnd = workspace.now() + SLICE
    let nextTelling = workspace.now()
    for await (const analyzed of analyze(list, maxFileSize)) {
      if (run.superseded || progress.stopped) break
      take(analyzed)
      done++
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

  const refresh = async ({ folders, maxFileSize, except }: IndexRequest): Promise<void> => {
    current.superseded = true
    const run: Run = (current = { superseded: false })
    const began = workspace.now()
    announce('indexing', 0, 0)
    const listing = await workspace.files.list(folders)
    if (run.superseded) return
    const files = listing.files.filter(file => !except?.has(file.uri))
    const wanted = new Set(files.map(file => file.uri))
    for (const uri of [...stamps.keys(), ...awaited.keys()]) if (!wanted.has(uri)) drop(uri)
    for (const { path, reason } of listing.skipped) workspace.log.warn(`${path}: ${reason}`)
    skippedByListing = listing.skipped
    const stale = files.filter(file => stamps.get(file.uri) !== file.stamp)
    for (const file of stale) awaited.set(file.uri, file)
    const progress = workspace.beginProgress('Indexing source articles')
    const done = await takeAll(stale, maxFileSize, run, progress)
    progress.end()
    if (run.superseded) return
    announce(done === stale.length ? 'ready' : 'stopped', done, stale.length)
    const { skipped } = state()
    const seconds = ((workspace.now() - began) / 1000).toFixed(2)
    workspace.log.info(
      `${done} of ${stale.length} files read in ${seconds} s: ${articles.size} articles indexed, ${skipped.length} files skipped`,
    )
  }

  /** Forgets a file, and what lies in it when it is a folder; whether there was anything. */
  const dropAll = (uri: string): boolean => {
    const gone = [...new Set([...stamps.keys(), ...awaited.keys()])].filter(known => known === uri || known.startsWith(`${uri}/`))
    gone.forEach(drop)
    return gone.length > 0
  }

  const update = async (uris: readonly string[], { folders, maxFileSize, except }: IndexRequest): Promise<void> => {
    const stale: SourceFile[] = []
    let changes = false
    for (const uri of uris) {
      const file = except?.has(uri) ? null : await workspace.files.look(uri, folders)
      if (file === null || isSkipped(file)) {
        changes = dropAll(uri) || file !== null || changes
        if (file !== null) skippedFiles.set(uri, file)
      } else if (stamps.get(uri) !== file.stamp) {
        awaited.set(uri, file)
        stale.push(file)
      }
    }
    for await (const analyzed of analyze(stale, maxFileSize)) take(analyzed)
    if (changes || stale.length > 0) changed(state())
  }

  return {
    refresh,
    update,
    invalidate() {
      for (const uri of stamps.keys()) stamps.set(uri, '')
    },
    stop() {
      current.superseded = true
    },
    state,
  }
}
