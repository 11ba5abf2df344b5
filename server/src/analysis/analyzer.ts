import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { AnalyzedFile, Files, Log, SourceFile } from '../workspace'
import { analyzeHere } from './analyzeHere'
import type { Job } from './job'
import { createAnalysisPool, NoThreads, type AnalysisPool } from './pool'

/** The most threads: more would only wait for the one that takes in their results. */
const MOST_THREADS = 6

/**
 * One thread fewer than there are processors: the last one takes in the results and compiles the code for the others. One more thread
 * would make nothing faster and take 60 MB.
 */
const threadCount = (): number => Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1))

/** Up to so many bytes together, files are analysed here sooner than a thread gets going; a small one keeps nobody waiting. */
const FEW_BYTES = 400_000
const SMALL_FILE = 40_000

/** What an analyzer works with. */
export interface AnalyzerOptions {
  readonly files: Files
  readonly log: Log
  /** Where a thread finds the bytes of a file. */
  readonly contentOf: (file: SourceFile) => Job['content']
  /** The program of a thread. */
  readonly script: string
}

/** The program of a thread, where the bundles lie. */
export const workerScript = (): string => join(__dirname, 'worker.js')

const areFew = (list: readonly SourceFile[]): boolean =>
  list.every(({ size }) => size <= SMALL_FILE) && list.reduce((sum, { size }) => sum + size, 0) <= FEW_BYTES

/** Creates the function that reads and analyses files: a few small ones in this thread, others in worker threads if available. */
export function createAnalyzer({
  files,
  log,
  contentOf,
  script,
}: AnalyzerOptions): (list: readonly SourceFile[]) => AsyncGenerator<AnalyzedFile> {
  let pool: AnalysisPool | undefined
  if (existsSync(script)) pool = createAnalysisPool({ script, threads: threadCount() })

  return async function* (list) {
    if (!pool || areFew(list)) return yield* analyzeHere(files, list)
    const left = new Set(list)
    try {
      for await (const analyzed of pool.run(list, contentOf)) {
        left.delete(analyzed.file)
        yield analyzed
      }
    } catch (error) {
      if (!(error instanceof NoThreads)) throw error
      log.warn('worker threads are not available: articles are analysed one at a time')
      pool = undefined
      yield* analyzeHere(files, [...left])
    }
  }
}
