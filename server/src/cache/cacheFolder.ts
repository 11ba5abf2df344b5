import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { SourceFolder } from '../sources/sourceFolders'

declare const GROUNDCHECK_ANALYSIS: string | undefined

/** Set by the bundler; changes with the code that analyses articles, so that a cache is only used by the version that wrote it. */
const analysisVersion = typeof GROUNDCHECK_ANALYSIS === 'string' ? GROUNDCHECK_ANALYSIS : 'development'

/** Groundcheck's folder among the user's caches, by the conventions of the operating system. */
export function userCacheFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment
  if (platform === 'win32') return join(local || join(homedir(), 'AppData', 'Local'), 'groundcheck', 'cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'groundcheck')
  return join(xdg?.startsWith('/') ? xdg : join(homedir(), '.cache'), 'groundcheck')
}

/**
 * Where the server keeps its cache; undefined for nowhere.
 * @param parameters of the command line: `--cache-dir DIR`, `--no-cache`
 * @param asked the folder that the client asks for, unchecked
 */
export function serverCacheFolder(parameters: readonly string[], asked: unknown): string | undefined {
  if (parameters.includes('--no-cache')) return undefined
  if (typeof asked === 'string' && asked !== '') return asked
  const at = parameters.indexOf('--cache-dir')
  return (at < 0 ? undefined : parameters[at + 1]) ?? userCacheFolder(process.platform, process.env)
}

/** The folder within a cache for some source folders. */
export function folderFor(cache: string, folders: readonly SourceFolder[]): string {
  const hash = createHash('sha256').update(analysisVersion)
  for (const { folder, roots } of folders) hash.update(JSON.stringify([folder, roots.map(({ base }) => base)]))
  return join(cache, hash.digest('hex').slice(0, 24))
}

/** The size limit for the caches of all source folders together, in bytes. */
const MOST_BYTES = 3e9

/** How long an unused cache is kept, in milliseconds. */
const LONGEST = 60 * 24 * 60 * 60 * 1000

/** For how many sets of source folders a cache is kept. */
const MOST_FOLDERS = 100

/** The name of the file that holds an index. It is written or touched whenever the index is used. */
export const indexName = 'index'

interface Use {
  readonly path: string
  readonly bytes: number
  /** When it was last used, in milliseconds since 1970. */
  readonly usedAt: number
}

function useOf(path: string): Use {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const stats = files.map(({ parentPath, path: folder, name }) => statSync(join(parentPath ?? folder, name)))
  return {
    path,
    bytes: stats.reduce((sum, { size }) => sum + size, 0),
    usedAt: Math.max(0, ...stats.map(({ mtimeMs }) => mtimeMs)),
  }
}

/** Removes caches that have not been used for long, and the least recently used if there are too many or they are too large; never `inUse`. */
export function tidyCache(cache: string, inUse: string, now = Date.now(), most = MOST_BYTES): void {
  const others = readdirSync(cache, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^[0-9a-f]{24}$/.test(entry.name))
    .map(({ name }) => useOf(join(cache, name)))
    .sort((a, b) => b.usedAt - a.usedAt)
  let bytes = 0
  for (const [at, each] of others.entries()) {
    bytes += each.bytes
    if (each.path !== inUse && (at >= MOST_FOLDERS || bytes > most || now - each.usedAt > LONGEST))
      rmSync(each.path, { recursive: true, force: true })
  }
}
