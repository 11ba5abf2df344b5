import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver'
import { breathe } from './nodeWorkspace'
import type { Log } from './workspace'

const cancelled = <R>(): ResponseError<R> => new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled')

/**
 * Runs the work of a request so that nothing goes wrong with the server: whatever waits, a cancellation above all, comes first; an
 * exception is logged and answered with an empty result.
 * @param what the request, for the log
 */
export async function runSafe<R>(
  log: Log,
  what: string,
  empty: R,
  token: CancellationToken,
  work: () => R | Promise<R>,
): Promise<R | ResponseError<never>> {
  await breathe()
  if (token.isCancellationRequested) return cancelled()
  try {
    const result = await work()
    return token.isCancellationRequested ? cancelled() : result
  } catch (error) {
    log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return empty
  }
}
