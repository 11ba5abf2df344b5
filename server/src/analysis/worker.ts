// A thread that reads and analyses files, as a program of its own: lists of jobs come in, their results go out as bytes.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { FileAnalysis } from '../core/evidence/analyzeFile'
import { pack, type Packable } from '../core/evidence/storage/packing'
import { reasonOf } from '../fileErrors'
import { analyzeBytes } from './analyzeHere'
import { READY, type Job } from './job'

function bytesOf({ content }: Job): Uint8Array | { readonly skipped: string } {
  try {
    return typeof content === 'string' ? readFileSync(content) : content
  } catch (error) {
    return { skipped: reasonOf(error) }
  }
}

/** Shared with the pool: the job this thread is working on, so that the culprit is known if the thread dies or takes too long. */
const place = workerData as Int32Array

function analyze(job: Job, at: number): FileAnalysis {
  place[0] = at
  const bytes = bytesOf(job)
  return bytes instanceof Uint8Array ? analyzeBytes(job.uri, bytes) : bytes
}

const port = parentPort!
port.on('message', (jobs: readonly Job[]) => {
  const results = pack(jobs.map(analyze) as unknown as Packable)
  port.postMessage(results, [results.buffer as ArrayBuffer])
})
port.postMessage(READY)
