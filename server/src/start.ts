// Starts the language server with the code that V8 compiled of it before: compiling it is a good part of every start.
import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { serverCacheFolder } from './cache/cacheFolder'
import { readSealed, writeSealed } from './cache/sealedFile'

// V8 lets a heap grow to several times what is alive before it collects again: memory that the editor's machine has better uses for
setFlagsFromString('--heap-growing-percent=60')

/**
 * The room for what is short-lived doubles as it is used, up to 48 MB. It may do so only while the program is loaded: a fourth of that
 * serves.
 */
const growing = '--semi-space-growth-factor=2'
const grown = '--semi-space-growth-factor=1'
setFlagsFromString(growing)

// V8 forgets the code of what has not run for a while, and what a start runs once would be missing in what is kept
setFlagsFromString('--no-flush-bytecode')

/**
 * How long after a start what was compiled is kept, in milliseconds: what a start needs, then what the first keystrokes need as well, then
 * all. A start goes on where an earlier one ended.
 */
const SETTLED = [3000, 10_000, 60_000]

/** Bytes of a SHA-256, and of it with the stage behind. */
const HASH = 32
const HEAD = HASH + 4

const program = join(__dirname, 'languageServer.js')

/** What was compiled of a program. */
interface Compiled {
  readonly code: Buffer
  /** How many of the times of {@link SETTLED} had come when it was kept. */
  readonly stage: number
}

/** What was compiled of just this program; V8 itself sees to it that it is its own. Undefined where nothing was kept or it is damaged. */
function compiledBefore(path: string, hash: Uint8Array): Compiled | undefined {
  try {
    const content = readSealed(path)
    return content && hash.every((byte, at) => byte === content[at])
      ? { stage: content[HASH], code: Buffer.from(content.buffer, content.byteOffset + HEAD, content.length - HEAD) }
      : undefined
  } catch {
    return undefined
  }
}

/** Keeps what was compiled; where it cannot be kept the next start takes a little longer, and that is all. */
async function keepCompiled(path: string, hash: Uint8Array, script: Script, stage: number): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // V8 takes code only under the very flags that it was written under
    setFlagsFromString(growing)
    const code = script.createCachedData()
    setFlagsFromString(grown)
    await writeSealed(path, [hash, Uint8Array.of(stage, 0, 0, 0), code])
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
  const script = new Script(`(function (require, __filename, __dirname) {${source}\n})`, {
    filename: program,
    ...(compiled && { cachedData: compiled.code }),
  })
  const known = compiled && !script.cachedDataRejected ? compiled.stage : 0
  if (path !== undefined)
    for (let stage = known + 1; stage <= SETTLED.length; stage++)
      setTimeout(() => void keepCompiled(path, hash, script, stage), SETTLED[stage - 1]).unref()
  const run = script.runInThisContext() as (...given: unknown[]) => void
  run(createRequire(program), program, __dirname)
  setFlagsFromString(grown)
}

start()
