/** A file as a thread is asked to analyse it. */
export interface Job {
  readonly uri: string
  /** The path of the file, or its bytes where they are not those on disk. */
  readonly content: string | Uint8Array
}

/** What a thread says when it can work. After that it answers every list of jobs with the packed list of what came of them. */
export const READY = 'ready'
