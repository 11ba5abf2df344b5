// Starts the language server with the code that V8 compiled of it before: compiling it is a good part of every start.
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

// what the server takes of Node comes compiled, for flags as they usually are: it is loaded before they change
for (const name of ['child_process', 'console', 'net', 'perf_hooks', 'process', 'worker_threads']) requireThere(`node:${name}`)

/** Flags as V8 has them: under others it takes no code that was compiled before. */
const asUsual = ['--heap-growing-percent=0', '--semi-space-growth-factor=2']

/**
 * V8 lets a heap grow to several times what is alive before it collects again: memory that the editor's machine has better uses for. The
 * start goes without, which spares it a collection or two.
 */
const growingLess = '--heap-growing-percent=60'

/** How long a start takes at the most on a machine that is not busy, in milliseconds. */
const STARTED = 1000

/** The room for what is short-lived doubles as it is used, up to 48 MB. It may do so only while the program is loaded: a fourth serves. */
const roomAsItIs = '--semi-space-growth-factor=1'

// V8 optimises a function, in another thread, once it has run through 66 kB of bytecode. A start and the first keystrokes run thousands of
// functions for the first time, and optimising them takes processors from the editor: three times as much is soon enough
setFlagsFromString('--interrupt-budget=200000')

// To optimise a function V8 compiles what it calls along with it, up to 920 bytes of bytecode. There are many small rules here that call
// many others: with a quarter of that most of the gain is left, for two thirds of the work, in indexing and typing alike
setFlagsFromString('--max-inlined-bytecode-size-cumulative=250')

// V8 forgets the code of what has not run for a while, and what a start runs once would be missing in what is kept
setFlagsFromString('--no-flush-bytecode')

/**
 * How long after the first start what was compiled is kept, in milliseconds: what a start needs, then what most work needs as well. When a
 * client is done it is kept with all that its work took. A start goes on where an earlier one ended.
 */
const SETTLED = [3000, 60_000]

/** How much larger what was compiled has to be to be worth keeping instead, as a factor. */
const WORTH_KEEPING = 1.02

/** Bytes of a SHA-256. */
const HASH = 32

/** What was compiled of just this program; V8 itself sees to it that it is its own. Undefined where nothing was kept or it is damaged. */
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

/** Keeps what was compiled in the place of less; where it cannot be kept the next start takes a little longer, and that is all. */
async function keepCompiled(path: string, hash: Uint8Array, script: Script, before: number): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    asUsual.forEach(setFlagsFromString)
    const code = script.createCachedData()
    useLittleMemory()
    if (code.length >= before * WORTH_KEEPING) await writeSealed(path, [hash, code])
  } catch {
    // it may be a folder that nobody may write to
  }
}

function start(): void {
  const bytes = readFileSync(program)
  const hash = createHash('sha256').update(bytes).digest()
  // as one byte a character it takes half the memory and is read sooner; the bundler sees to it that it can be
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
