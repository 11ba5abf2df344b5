/** A file as a thread is asked to analyse it. */
export interface Job {
  readonly uri: string
  /** The path of the file, or its bytes where they are not those on disk. */
  readonly content: string | Uint8Array
}

/** A thread's first message. After that it answers every list of jobs with the packed list of their analyses. */
export const READY = 'ready'
