/** The port to the outside: everything the shells around the service need from the machine or the editor, as plain functions and data. */

import type { FileAnalysis } from './core/evidence/analyzeFile'
import type { SourceFolder } from './sources/sourceFolders'

/** A file that could not be used as an article, and why, in words for the writer. */
export interface SkippedFile {
  readonly path: string
  readonly reason: string
}

/** Where messages for troubleshooting go: the output channel, or nowhere. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A file that the source settings name. */
export interface SourceFile {
  readonly uri: string
  /** The path to show: with forward slashes, and relative to the folder it was found from if it is inside. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Changes whenever the file changes, as far as can be told without reading it. */
  readonly stamp: string
  /** Set if the file is open with unsaved changes: what is read is not what is on disk. */
  readonly unsaved?: true
}

/** A source file with its analysis, or why there is none. */
export interface AnalyzedFile {
  readonly file: SourceFile
  readonly analysis: FileAnalysis
}

/** What a look at the source folders finds. */
export interface SourceListing {
  readonly files: readonly SourceFile[]
  readonly skipped: readonly SkippedFile[]
}

/** Files, on disk or open in an editor. URIs are `file:` URIs as `vscode-uri` writes them. */
export interface Files {
  list(folders: readonly SourceFolder[]): Promise<SourceListing>
  /** Looks at one file. Gives the reason if it is skipped, or null if it does not exist or the settings do not name it. */
  look(uri: string, folders: readonly SourceFolder[]): Promise<SourceFile | SkippedFile | null>
  /** Reads a file. Rejects with an `Error` whose message is a reason for the writer. */
  read(uri: string): Promise<Uint8Array>
  /** Reads a file synchronously, for a quote that is needed now; undefined if it cannot be read. */
  readNow(uri: string): Uint8Array | undefined
}

/** Shows how far some work has come, and lets the writer stop it. */
export interface Progress {
  report(done: number, total: number): void
  readonly stopped: boolean
  end(): void
}

/** The machine or the editor. */
export interface Workspace {
  readonly files: Files
  /**
   * Reads and analyses source files, in worker threads where that is worth it, and yields each as soon as it is ready, in any order.
   * Ending the iteration stops the work.
   */
  analyze(files: readonly SourceFile[]): AsyncIterable<AnalyzedFile>
  readonly log: Log
  /** Milliseconds on a clock that only goes forward. */
  now(): number
  /** Lets everything that is waiting run first. */
  breathe(): Promise<void>
  beginProgress(title: string): Progress
}

/** A progress that nobody watches. */
export const silentProgress: Progress = { report() {}, stopped: false, end() {} }

/** Whether a look at a file says to skip it. */
export const isSkipped = (file: SourceFile | SkippedFile): file is SkippedFile => 'reason' in file
