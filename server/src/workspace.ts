/** The port to the outside: all that the service's shells need from the machine or the editor. */

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
