// Starts the language server with the code that V8 compiled for it at an earlier start: compiling is a good part of every start.
import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { serverCacheFolder } from '../cache/cacheFolder'
import { readSealed, writeSealed } from '../cache/sealedFile'

const program = join(__dirname, 'languageServer.js')
const requireThere = createRequire(program)

// Node's own modules come compiled for the default flags, so those that the server uses are loaded before the flags change
for (const name of ['child_process', 'console', 'net', 'perf_hooks', 'process', 'worker_threads']) requireThere(`node:${name}`)

/** V8's default flags: under others it rejects code that was compiled before. */
const asUsual = ['--heap-growing-percent=0', '--semi-space-growth-factor=2']

/**
 * V8 lets the heap grow to several times its live objects before it collects again: memory that the writer's machine has better uses
 * for. The limit is set only after the start, which saves the start a collection or two.
 */
const growingLess = '--heap-growing-percent=60'

/** How long a start takes at most on a machine that is not busy, in milliseconds. */
const STARTED = 1000

/** V8 doubles the room for short-lived objects as it is used, up to 48 MB. That is allowed only while the program loads: a quarter is enough. */
const roomAsItIs = '--semi-space-growth-factor=1'

// V8 optimises a function, in another thread, once it has run through 66 kB of bytecode. A start and the first keystrokes run thousands of
// functions for the first time, and optimising them takes processor time from the editor: after three times as much is soon enough. Later
// versions count calls instead, and complain in the writer's log of a flag that they do not know
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=200000')

// When V8 optimises a function it inlines what the function calls, up to 920 bytes of bytecode. Many small rules here call many others: a
// quarter of that keeps most of the gain for two thirds of the work, in indexing and typing alike
setFlagsFromString('--max-inlined-bytecode-size-cumulative=250')

// V8 discards code that has not run for a while; what a start runs only once would be missing from the kept code
setFlagsFromString('--no-flush-bytecode')

/**
 * When compiled code is kept after a start without any, in milliseconds: first the code for a start, then also that for most work. It is
 * kept again when the client is done, with everything that its work ran.
 */
const SETTLED = [3000, 60_000]

/** By what factor newly compiled code must be larger than the kept code to replace it. */
const WORTH_KEEPING = 1.02

/** Bytes of a SHA-256. */
const HASH = 32

/** The code kept for exactly this program; V8 itself checks its own version. Undefined if nothing was kept or it is damaged. */
function compiledBefore(path: string, hash: Uint8Array): Buffer | undefined {
  try {
    const content = readSealed(path)
    return content && hash.every((byte, at) => byte === content[at])
      ? Buffer.from(content.buffer, content.byteOffset + HASH, content.length - HASH)
      : undefined
  } catch {
    return undefined
  }
}

function useLittleMemory(): void {
  setFlagsFromString(growingLess)
  setFlagsFromString(roomAsItIs)
}

/** Keeps compiled code if there is more of it than before. If it cannot be kept, the next start only takes a little longer. */
async function keepCompiled(path: string, hash: Uint8Array, script: Script, before: number): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    asUsual.forEach(setFlagsFromString)
    const code = script.createCachedData()
    useLittleMemory()
    if (code.length >= before * WORTH_KEEPING) await writeSealed(path, [hash, code])
  } catch {
    // the folder may not be writable
  }
}

function start(): void {
  const bytes = readFileSync(program)
  const hash = createHash('sha256').update(bytes).digest()
  // with one byte per character it takes half the memory and is read faster; the bundler makes that possible
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')
  const folder = serverCacheFolder(process.argv.slice(2), undefined)
  const path = folder && join(folder, 'code')
  const compiled = path === undefined ? undefined : compiledBefore(path, hash)
  const script = new Script(`(function (require, __filename, __dirname, keepCompiled) {${source}\n})`, {
    filename: program,
    ...(compiled && { cachedData: compiled }),
  })
  const known = compiled && !script.cachedDataRejected ? compiled.length : 0
  const keep = async (): Promise<void> => {
    if (path !== undefined) await keepCompiled(path, hash, script, known)
  }
  if (known === 0) for (const time of SETTLED) setTimeout(() => void keep(), time).unref()
  const run = script.runInThisContext() as (...given: unknown[]) => void
  run(requireThere, program, __dirname, keep)
  setFlagsFromString(roomAsItIs)
  setTimeout(useLittleMemory, STARTED).unref()
}

start()
