/** The port to the outside: all that the service's shells need from the machine or the editor, as plain functions and data. */

import type { FileAnalysis } from './core/evidence/analyzeFile'
import type { SourceFolder } from './sources/sourceFolders'

/** A file that could not be used as an article, and why, in words for the writer. */
export interface SkippedFile {
  readonly path: string
  readonly reason: string
}

/** Where messages for the curious go: the output channel, or standard error. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A file that the source settings name. */
export interface SourceFile {
  readonly uri: string
  /** For the writer's eyes: relative to the folder it was found from where it is inside, with forward slashes. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Changes whenever the file does, as far as can be told without reading it. */
  readonly stamp: string
  /** Set where it is open and not saved: what is read is not what is on disk. */
  readonly unsaved?: true
}

/** A source file with what came of it. */
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
  /** Looks at one file that the settings name; why it is skipped, or null when it is not there or not named. */
  look(uri: string, folders: readonly SourceFolder[]): Promise<SourceFile | SkippedFile | null>
  /** Rejects with an `Error` whose message is a reason for the writer. */
  read(uri: string): Promise<Uint8Array>
  /** The same at once, for a quote that is asked for now; undefined where it cannot be read. */
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
   * Reads and analyses source files, in other threads where that is worth it, and gives each as soon as it is ready, in any order.
   * Whoever stops listening stops the work.
   */
  analyze(files: readonly SourceFile[]): AsyncIterable<AnalyzedFile>
  readonly log: Log
  /** Milliseconds on a clock that only goes forward. */
  now(): number
  /** Lets everything that waits run first. */
  breathe(): Promise<void>
  beginProgress(title: string): Progress
}

/** A progress that nobody watches. */
export const silentProgress: Progress = { report() {}, stopped: false, end() {} }

/** Whether a look at a file says to skip it. */
export const isSkipped = (file: SourceFile | SkippedFile): file is SkippedFile => 'reason' in file
