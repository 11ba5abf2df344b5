import type { KnownFile } from '../cache/articleCache'
import type { Groundcheck } from '../core/service'
import type { Log, SkippedFile, SourceFile } from '../workspace'
import type { LookedAt } from './changedFiles'

/** The files behind the index: which are articles, which are skipped, and which are being analysed. */
export interface FileRegister {
  /** How many files are articles. */
  readonly articles: number
  readonly skipped: Iterable<SkippedFile>
  /** The URIs of all files that are known or being analysed. */
  uris(): string[]
  /** A file as it was when it was last analysed. */
  fileOf(uri: string): KnownFile
  /** Whether a file is not known as it is now. */
  isStale(file: SourceFile): boolean
  /** Expects the outcome of looking at a file; the outcome of an earlier look is then out of date. */
  expect(file: SourceFile): void
  /** Takes in the outcome of looking at a file, unless it is out of date. */
  take(outcome: LookedAt): void
  /** Lists a file as skipped that was not even looked into. */
  skip(uri: string, skipped: SkippedFile): void
  /** Forgets a file and its article. */
  drop(uri: string): void
  /** Whether any file in a folder, at any depth, is known or being analysed. */
  knowsBelow(folderUri: string): boolean
  /** Forgets a file, or everything in a folder. @returns whether there was anything */
  dropAll(uri: string): boolean
  /** Adds the articles of a loaded index. */
  load(files: Iterable<readonly [uri: string, file: KnownFile]>): void
  /** Forgets what the files were like, so that all of them are stale. */
  invalidate(): void
  /** Forgets all files, but not their articles. */
  clear(): void
}

/** What the register works with. */
export interface FileRegisterOptions {
  readonly groundcheck: Groundcheck
  readonly log: Log
  /** Called when anything about a file was taken in or forgotten. */
  registered(): void
  /** Called with the URI of an article that was added, changed or removed. */
  touched(uri: string): void
}

const unknown: KnownFile = { stamp: '', size: 0, digest: '' }

/** Creates a register without files. */
export function createFileRegister({ groundcheck, log, registered, touched }: FileRegisterOptions): FileRegister {
  /** Articles and skipped files alike, as last analysed. */
  const known = new Map<string, KnownFile>()
  const articles = new Set<string>()
  const skipped = new Map<string, SkippedFile>()
  /** The files that are being analysed, as last looked at. */
  const awaited = new Map<string, SourceFile>()

  const fileOf = (uri: string): KnownFile => known.get(uri) ?? unknown
  const uris = (): string[] => [...new Set([...known.keys(), ...awaited.keys()])]
  const below = (folderUri: string): string[] => uris().filter(each => each.startsWith(`${folderUri}/`))

  const drop = (uri: string): void => {
    awaited.delete(uri)
    known.delete(uri)
    skipped.delete(uri)
    articles.delete(uri)
    groundcheck.removeArticle(uri)
    registered()
    touched(uri)
  }

  const skipAnalyzed = ({ uri, path }: SourceFile, reason: string): void => {
    articles.delete(uri)
    groundcheck.removeArticle(uri)
    skipped.set(uri, { path, reason })
    log.warn(`${path}: ${reason}`)
  }

  return {
    get articles() {
      return articles.size
    },
    get skipped() {
      return skipped.values()
    },
    uris,
    fileOf,
    isStale: ({ uri, stamp }) => known.get(uri)?.stamp !== stamp,
    expect: file => void awaited.set(file.uri, file),
    take({ file, analysis }) {
      const { uri, path, stamp, size, unsaved } = file
      if (awaited.get(uri) !== file) return
      awaited.delete(uri)
      registered()
      if (analysis === 'unchanged') return void known.set(uri, { stamp, size, unsaved, digest: fileOf(uri).digest })
      known.set(uri, { stamp, size, unsaved, digest: 'digest' in analysis ? analysis.digest : '' })
      touched(uri)
      if ('skipped' in analysis) return skipAnalyzed(file, analysis.skipped)
      if (analysis.warning !== null) log.warn(`${path}: ${analysis.warning}`)
      skipped.delete(uri)
      articles.add(uri)
      groundcheck.setPackedArticle(analysis.article)
    },
    skip: (uri, file) => void skipped.set(uri, file),
    drop,
    knowsBelow: folderUri => below(folderUri).length > 0,
    dropAll(uri) {
      const gone = known.has(uri) || awaited.has(uri) ? [uri] : below(uri)
      gone.forEach(drop)
      return gone.length > 0
    },
    load(files) {
      for (const [uri, file] of files) {
        known.set(uri, file)
        articles.add(uri)
      }
    },
    invalidate() {
      for (const uri of known.keys()) known.set(uri, unknown)
    },
    clear() {
      uris().forEach(touched)
      known.clear()
      awaited.clear()
      articles.clear()
      skipped.clear()
    },
  }
}
