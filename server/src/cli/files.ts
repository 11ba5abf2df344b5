import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { decodeText } from '../core/articles/decode'
import { plainRoot, sourceFolder, splitPattern, type SourceFolder } from '../sources/sourceFolders'
import { UserError } from './terminal'

const problemOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'permission denied' : message

/**
 * The bytes of a file named on the command line.
 * @throws {UserError} when it cannot be read
 */
export async function readNamedFile(folder: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(folder, path))
  } catch (error) {
    throw new UserError(`${path}: ${problemOf(error as NodeJS.ErrnoException)}`, { cause: error })
  }
}

/**
 * The text of a draft, which may be empty.
 * @throws {UserError} when it cannot be read, or is not text
 */
export async function readDraftText(folder: string, path: string): Promise<string> {
  const decoded = decodeText(await readNamedFile(folder, path))
  if ('problem' in decoded) throw new UserError(`${path}: ${decoded.problem}`)
  return decoded.text
}

const isLink = async (path: string): Promise<boolean> => (await lstat(path)).isSymbolicLink()

/** The roots that one `--sources` names: a folder, a file, or a glob. */
async function namedRoots(folder: string, source: string): Promise<SourceFolder['roots']> {
  const path = resolve(folder, source)
  const found = await stat(path).catch(() => undefined)
  // a link that is named means what it leads to
  if (found) return [plainRoot((await isLink(path)) ? await realpath(path) : path, found.isDirectory())]
  if (splitPattern(source).glob === '') throw new UserError(`--sources ${source}: there is no such file or folder`)
  return sourceFolder(folder, [source]).roots
}

/** The articles named on the command line. */
export async function namedSources(folder: string, sources: readonly string[]): Promise<SourceFolder> {
  const roots = await Promise.all(sources.map(source => namedRoots(folder, source)))
  return { folder, roots: roots.flat(), excludes: () => false }
}
