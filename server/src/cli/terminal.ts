/** Where a command runs. */
export interface Terminal {
  /** Writes to standard output, as it is. */
  print(text: string): void
  /** Writes a line to standard error. */
  complain(message: string): void
  /** The absolute path of the current folder. */
  readonly folder: string
  readonly colours: boolean
  /** Where things may be kept from one run to the next. */
  readonly cacheFolder: string
}

/** Something the writer can put right: told without a stack trace. */
export class UserError extends Error {}
