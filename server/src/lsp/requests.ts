import type { CancellationToken } from 'vscode-languageserver'
import { breathe } from '../clock'
import { LSPErrorCodes, ResponseError } from '../protocol/library'
import type { Log } from '../workspace'

/** Answers requests so that nothing goes wrong with the server, and knows of those under way. */
export interface Requests {
  /**
   * Runs the work of a request. Whatever waits, a cancellation above all, comes first; an exception is logged and answered with an
   * empty result, but for one that is an answer itself. The work must not wait for the index: the index waits for it.
   * @param what the request, for the log
   */
  answer<R>(what: string, empty: R, token: CancellationToken, work: () => R | Promise<R>): Promise<R | ResponseError<never>>
  /** Runs what a notification sets off; what goes wrong is logged. What would be refused if it could be is passed over. */
  follow(what: string, work: () => Promise<void>): void
  /** Lets other things run, and every request that is under way or comes meanwhile, but not for ever. */
  letThrough(): Promise<void>
  /** Resolves when for a moment the client has said nothing and waits for nothing: work that nobody asked for fits in. */
  rest(): Promise<void>
}

/** How long requests go before other work, in milliseconds. */
const COURTESY = 50

/** How long nothing has to come from the client before there is rest, in milliseconds: less than between two keystrokes. */
const REST = 50

const cancelled = (): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled')

/** Whether what was thrown is an answer to the client. */
const isRefusal = (error: unknown): error is ResponseError<never> => error instanceof ResponseError

const described = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/**
 * Creates the keeper of requests.
 * @param now a clock in milliseconds
 * @param answered called when answers are out and no request is under way
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
