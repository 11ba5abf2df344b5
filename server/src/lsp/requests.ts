import type { CancellationToken } from 'vscode-languageserver'
import { breathe } from '../clock'
import { LSPErrorCodes, ResponseError } from '../protocol/library'
import type { Log } from '../workspace'

/** Runs the work of requests and notifications so that no failure reaches the server, and knows which requests are in progress. */
export interface Requests {
  /**
   * Runs the work of a request, after whatever is waiting already, such as its cancellation. An exception is logged and answered with
   * `empty`, unless it is a `ResponseError`, which is the answer itself. The work must not wait for the index: the index waits for it.
   * @param what names the request in the log
   */
  answer<R>(what: string, empty: R, token: CancellationToken, work: () => R | Promise<R>): Promise<R | ResponseError<never>>
  /** Runs the work of a notification. An exception is logged, but a `ResponseError` is not: a notification cannot be answered. */
  follow(what: string, work: () => Promise<void>): void
  /** Lets everything else run first, including all requests in progress or arriving meanwhile, for up to {@link COURTESY}. */
  letThrough(): Promise<void>
  /** Resolves once the client has been silent for {@link REST} and waits for nothing: time for work that nobody asked for. */
  rest(): Promise<void>
}

/** For how long requests take precedence over other work, in milliseconds. */
const COURTESY = 50

/** How long the client has to be silent, in milliseconds: less than the time between two keystrokes. */
const REST = 50

const cancelled = (): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled')

/** Whether an exception is meant as the answer to the client. */
const isRefusal = (error: unknown): error is ResponseError<never> => error instanceof ResponseError

const described = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/**
 * Creates the runner of requests.
 * @param now a clock in milliseconds
 * @param answered called when all answers are out and no request is in progress
 */
export function createRequests(log: Log, now: () => number, answered: () => void = () => {}): Requests {
  let underWay = 0
  let latest = now()

  const run = async <R>(
    what: string,
    empty: R,
    token: CancellationToken,
    work: () => R | Promise<R>,
  ): Promise<R | ResponseError<never>> => {
    await breathe()
    if (token.isCancellationRequested) return cancelled()
    try {
      const result = await work()
      return token.isCancellationRequested ? cancelled() : result
    } catch (error) {
      if (isRefusal(error)) return error
      log.error(`${what}: ${described(error)}`)
      return empty
    }
  }

  return {
    async answer(what, empty, token, work) {
      underWay++
      latest = now()
      try {
        return await run(what, empty, token, work)
      } finally {
        underWay--
        latest = now()
        if (underWay === 0) void breathe().then(() => underWay === 0 && answered())
      }
    },
    follow(what, work) {
      latest = now()
      const begun = async (): Promise<void> => work()
      begun().catch((error: unknown) => {
        if (!isRefusal(error)) log.error(`${what}: ${described(error)}`)
      })
    },
    async letThrough() {
      const end = now() + COURTESY
      do await breathe()
      while (underWay > 0 && now() < end)
    },
    async rest() {
      for (;;) {
        await breathe()
        const left = underWay > 0 ? REST : latest + REST - now()
        if (left <= 0) return
        await new Promise(resolve => setTimeout(resolve, left))
      }
    },
  }
}
