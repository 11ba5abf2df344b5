import { Worker } from 'node:worker_threads'
import type { FileAnalysis } from '../core/evidence/analyzeFile'
import { unpack } from '../core/evidence/storage/packing'
import type { AnalyzedFile, SourceFile } from '../workspace'
import { READY, type Job } from './job'

/** Worker threads are not available: the host forbids them, or their program is missing. */
export class NoThreads extends Error {}

/** Threads that analyse files. They start with the first file and end when there has been none for a while. */
export interface AnalysisPool {
  /**
   * Analyses files and yields each as soon as it is ready, in any order. Ending the iteration stops the work. A file that kills its
   * thread, or never finishes, is skipped, and another thread takes over.
   * @param contentOf {@link Job.content} of a file, asked for when its turn comes
   * @throws {NoThreads} at any time; files not yielded by then are not analysed
   */
  run(files: readonly SourceFile[], contentOf: (file: SourceFile) => Job['content']): AsyncGenerator<AnalyzedFile>
}

export interface PoolOptions {
  /** The program of a thread. */
  readonly script: string
  /** The most threads at once. */
  readonly threads: number
  /** What a thread may keep in memory, in megabytes. */
  readonly memory?: number
  /** How long the analysis of a small file may take, in milliseconds. */
  readonly limit?: number
}

/** What a thread is sent at a time, in bytes of files: enough that messages cost nothing, little enough that all threads finish together. */
const BATCH = 64_000

/** How many batches a thread has at once, so that it has work while the results of one are taken in. */
const BATCHES = 2

/** How many results may wait to be taken in before no more files are started. */
const MOST_WAITING = 500

/** How long a thread without work is kept, in milliseconds: it occupies some 50 MB, and few files are analysed faster without one. */
const PATIENCE = 100

/** What a thread may keep in memory, in megabytes: several times what the largest article takes. */
const MEMORY = 1024

/** When the analysis of a small file is abandoned, in milliseconds: after thousands of times what one takes. */
const LIMIT = 30_000

/** Another {@link LIMIT} is allowed for every so many bytes. */
const BYTES_IN_LIMIT = 1_000_000

/** Files that somebody waits for. */
interface Order {
  readonly files: readonly SourceFile[]
  readonly contentOf: (file: SourceFile) => Job['content']
  /** How many of the files were started. */
  begun: number
  readonly done: AnalyzedFile[]
  /** Called when a file is done, or none ever will be. */
  wake(): void
}

interface Task {
  readonly order: Order
  readonly file: SourceFile
}

interface Thread {
  readonly worker: Worker
  /** What it was sent and has not answered yet, in order. */
  readonly batches: (readonly Task[])[]
  /** Index in its first batch of the file it is working on. */
  readonly place: Int32Array
  canWork: boolean
  /** Why it ends, if it does. */
  reason: string
  patience?: NodeJS.Timeout
  /** Ends the thread if its first batch takes too long. */
  limit?: NodeJS.Timeout
}

const jobOf = ({ order, file }: Task): Job => ({ uri: file.uri, content: order.contentOf(file) })

function finish({ order, file }: Task, analysis: FileAnalysis): void {
  order.done.push({ file, analysis })
  order.wake()
}

/** Creates a pool. No thread is started before there is a file. */
export function createAnalysisPool({ script, threads: most, memory = MEMORY, limit = LIMIT }: PoolOptions): AnalysisPool {
  const threads = new Set<Thread>()
  /** The latest comes last and is served first: somebody is waiting for what was changed just now. */
  const orders: Order[] = []
  /** Files that threads were working on when they died: each is tried again alone, after all others. */
  const suspects: Task[] = []
  /** The other files that those threads had been sent, in batches. */
  const returned: Task[][] = []
  let areThreads = true

  const isWaitedFor = ({ order }: Task): boolean => orders.includes(order)

  const nextBatch = (): Task[] => {
    while (returned.length > 0) {
      const again = returned.shift()!.filter(isWaitedFor)
      if (again.length > 0) return again
    }
    if (orders.every(({ files, begun }) => begun === files.length)) {
      const [next, ...others] = suspects.splice(0).filter(isWaitedFor)
      suspects.push(...others)
      return next === undefined ? [] : [next]
    }
    const batch: Task[] = []
    const order = orders.findLast(({ files, begun, done }) => begun < files.length && done.length < MOST_WAITING)
    for (let size = 0; order && order.begun < order.files.length && size < BATCH;) {
      const file = order.files[order.begun++]
      batch.push({ order, file })
      size += file.size
    }
    return batch
  }

  const giveUp = (): void => {
    areThreads = false
    for (const order of orders) order.wake()
  }

  /** Starts the time limit for a thread's first batch. */
  const expectAnswer = (thread: Thread): void => {
    clearTimeout(thread.limit)
    if (thread.batches.length === 0) return
    const bytes = thread.batches[0].reduce((sum, { file }) => sum + file.size, 0)
    const allowed = limit * (1 + Math.floor(bytes / BYTES_IN_LIMIT))
    thread.limit = setTimeout(() => {
      thread.reason = `its analysis was given up after ${allowed / 1000} seconds`
      void thread.worker.terminate()
    }, allowed)
  }

  /** Ends a thread that has had no work for a while, unless results are still being taken in: then there will be more. */
  const endWhenIdle = (thread: Thread): void => {
    clearTimeout(thread.patience)
    thread.patience = setTimeout(() => (orders.length > 0 ? endWhenIdle(thread) : void thread.worker.terminate()), PATIENCE).unref()
  }

  const whenAnswered = (thread: Thread, analyses: readonly FileAnalysis[]): void => {
    thread.batches.shift()!.forEach((task, at) => finish(task, analyses[at]))
    expectAnswer(thread)
    shareOut()
    if (thread.batches.length > 0) return
    // a thread without work keeps no program alive
    thread.worker.unref()
    endWhenIdle(thread)
  }

  const whenEnded = (thread: Thread): void => {
    clearTimeout(thread.patience)
    clearTimeout(thread.limit)
    threads.delete(thread)
    if (!thread.canWork) return giveUp()
    const [current = [], ...others] = thread.batches
    const culprit = current.at(thread.place[0]) ?? current.at(0)
    if (culprit && current.length === 1) finish(culprit, { skipped: thread.reason })
    else if (culprit) suspects.push(culprit)
    const rest = [current.filter(task => task !== culprit), ...others.map(batch => [...batch])]
    returned.push(...rest.filter(batch => batch.length > 0))
    shareOut()
  }

  const begin = (): Thread => {
    const place = new Int32Array(new SharedArrayBuffer(4))
    const thread: Thread = {
      worker: new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memory }, workerData: place }),
      batches: [],
      place,
      canWork: false,
      reason: 'its analysis was interrupted',
    }
    thread.worker.on('message', (message: typeof READY | Uint8Array) => {
      if (message === READY) thread.canWork = true
      else whenAnswered(thread, unpack(message) as unknown as readonly FileAnalysis[])
    })
    thread.worker.on('error', (error: Error) => (thread.reason += `: ${error.message}`))
    thread.worker.on('exit', () => whenEnded(thread))
    threads.add(thread)
    return thread
  }

  /** The thread to get the next batch: an idle one, else a new one, else one with a single batch; undefined when all are busy. */
  const nextThread = (): Thread | undefined => {
    const known = [...threads]
    const idle = known.find(({ batches }) => batches.length === 0)
    if (idle || threads.size >= most) return idle ?? known.find(({ batches }) => batches.length < BATCHES)
    try {
      return begin()
    } catch {
      giveUp()
      return undefined
    }
  }

  const hasWork = (): boolean =>
    suspects.length + returned.length > 0 || orders.some(({ files, begun, done }) => begun < files.length && done.length < MOST_WAITING)

  const shareOut = (): void => {
    while (areThreads && hasWork()) {
      const thread = nextThread()
      const batch = thread ? nextBatch() : []
      if (!thread || batch.length === 0) return
      clearTimeout(thread.patience)
      thread.batches.push(batch)
      if (thread.batches.length === 1) expectAnswer(thread)
      thread.worker.ref()
      thread.worker.postMessage(batch.map(jobOf))
    }
  }

  return {
    async *run(files, contentOf) {
      const order: Order = { files, contentOf, begun: 0, done: [], wake() {} }
      orders.push(order)
      try {
        for (let left = files.length; left > 0; left--) {
          shareOut()
          while (order.done.length === 0) {
            if (!areThreads) throw new NoThreads()
            await new Promise<void>(resolve => (order.wake = resolve))
          }
          yield order.done.shift()!
        }
      } finally {
        orders.splice(orders.indexOf(order), 1)
      }
    },
  }
}
