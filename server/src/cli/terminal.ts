/** The surroundings of a command. */
export interface Terminal {
  /** Writes to standard output, as it is. */
  print(text: string): void
  /** Writes a line to standard error. */
  complain(message: string): void
  /** The absolute path of the current folder. */
  readonly folder: string
  readonly colours: boolean
  /** The folder for a cache. */
  readonly cacheFolder: string
}

/** An error that the user can put right: reported without a stack trace. */
export class UserError extends Error {}
