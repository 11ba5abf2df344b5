import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { AnalyzedFile, Files, Log, SourceFile } from '../workspace'
import { analyzeHere } from './analyzeHere'
import type { Job } from './job'
import { createAnalysisPool, NoThreads, type AnalysisPool } from './pool'

/** Up to so many threads: the thread that takes in their results is busy then. */
const MOST_THREADS = 6

/**
 * As many threads as there are processors, but for one: it has the results to take in, and the code of the others to compile. One thread
 * more makes nothing faster there, and takes 60 MB.
 */
const threadCount = (): number => Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1))

/** Files that together have fewer bytes are analysed sooner here than a thread begins to work; one of them keeps nobody waiting. */
const FEW_BYTES = 400_000
const SMALL_FILE = 40_000

/** What an analyzer works with. */
export interface AnalyzerOptions {
  readonly files: Files
  readonly log: Log
  /** Where the bytes of a file are. */
  readonly contentOf: (file: SourceFile) => Job['content']
  /** The program of a thread. */
  readonly script: string
}

/** The program of a thread, where the bundles lie. */
export const workerScript = (): string => join(__dirname, 'worker.js')

const areFew = (list: readonly SourceFile[]): boolean =>
  list.every(({ size }) => size <= SMALL_FILE) && list.reduce((sum, { size }) => sum + size, 0) <= FEW_BYTES

/** Creates what reads and analyses files: a few small ones here, others in threads where these can be had. */
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
