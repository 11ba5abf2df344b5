import { lstatSync, readFileSync, statSync, type Stats } from 'node:fs'
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { breathe, monotonicNow } from '../clock'
import { reasonOf } from '../fileErrors'
import { pathOf, requirePath, uriOf } from '../uris'
import { isSkipped, type Files, type SkippedFile, type SourceFile, type SourceListing } from '../workspace'
import {
  displayPath,
  isArticleFormat,
  isCandidate,
  isInside,
  isUnreadDocument,
  isVisibleName,
  rootFor,
  type SourceFolder,
  type SourceRoot,
} from './sourceFolders'

/** The real place of a root; null when there is no such folder. A string says why it may not be read. */
async function realBase(folder: SourceFolder, root: SourceRoot): Promise<{ readonly path: string } | { readonly reason: string } | null> {
  try {
    const path = await realpath(root.base)
    // a pattern that itself names a place outside the folder means it; a link inside that leads there does not
    if (!isInside(folder.folder, root.base) || isInside(await realpath(folder.folder), path)) return { path }
    return { reason: 'it is a symbolic link that leads outside the workspace folder' }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : { reason: reasonOf(error) }
  }
}

/** Follows a symbolic link: the size and stamp of the file behind it, or why it is skipped. */
async function lookBehindLink(path: string, base: string): Promise<{ readonly size: number; readonly stamp: string } | string> {
  try {
    if (!isInside(base, await realpath(path))) return 'it is a symbolic link that leads outside the source folder'
    const behind = await stat(path)
    return behind.isFile() ? stampOf(behind) : 'it is a symbolic link to a folder, which is not followed'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it is a broken symbolic link' : reasonOf(error)
  }
}

const stampOf = (file: { readonly size: number; readonly mtimeMs: number; readonly ino: number }): { size: number; stamp: string } => ({
  size: file.size,
  stamp: `${file.mtimeMs}/${file.size}/${file.ino}`,
})

/** Looks at one candidate under a root whose real place is `base`. */
async function lookAt(path: string, folder: SourceFolder, base: string): Promise<SourceFile | SkippedFile | null> {
  const shown = displayPath(folder.folder, path)
  try {
    const found = await lstat(path)
    // a folder comes here when it could not be looked into: looking again gives the reason
    if (found.isDirectory()) await readdir(path)
    const file = found.isSymbolicLink() ? await lookBehindLink(path, base) : found.isFile() ? stampOf(found) : null
    if (file === null) return null
    if (typeof file === 'string') return { path: shown, reason: file }
    return isArticleFormat(path) ? { uri: uriOf(path), path: shown, ...file } : unreadDocument(path, shown)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return { path: shown, reason: reasonOf(error) }
    // such a name was listed with a replacement character, by which the file cannot be found
    return path.includes('\ufffd') ? { path: shown, reason: 'its name is not valid UTF-8; rename it' } : null
  }
}

function unreadDocument(path: string, shown: string): SkippedFile | null {
  const format = extname(path).slice(1).toUpperCase()
  return isUnreadDocument(path) ? { path: shown, reason: `${format} files are not read; save the text as .txt or .md` } : null
}

/** Something below a root. */
interface Entry {
  readonly path: string
  /** From the root, with forward slashes; empty for the root itself. */
  readonly way: string
  readonly isFile: boolean
}

/**
 * All files and symbolic links in a folder and the folders in it, in the order of their names. Links are not followed. A folder that may
 * not be read is given itself.
 */
async function walk(folder: string, way: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) return [{ path: folder, way, isFile: false }]
  const visible = entries.filter(({ name }) => isVisibleName(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: (Entry | Promise<Entry[]>)[] = visible.map(entry => {
    const path = join(folder, entry.name)
    const wayThere = way === '' ? entry.name : `${way}/${entry.name}`
    return entry.isDirectory() ? walk(path, wayThere) : { path, way: wayThere, isFile: entry.isFile() }
  })
  return (await Promise.all(found)).flat()
}

/** A name that is the same in a URI. */
const isPlainName = (name: string): boolean => /^[\w.~-]+$/.test(name)

/** {@link uriOf} paths one after another: of those in one folder the folder's is made once. */
function createUriOf(): (path: string) => string {
  let folder = ''
  let folderUri = ''
  return path => {
    const name = basename(path)
    if (!isPlainName(name)) return uriOf(path)
    const here = dirname(path)
    if (here !== folder) {
      folder = here
      folderUri = uriOf(here)
    }
    return folderUri.endsWith('/') ? uriOf(path) : `${folderUri}/${name}`
  }
}

/** How long files are looked at before everything else gets its turn, in milliseconds. */
const SLICE = 8

function statsNow(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch {
    // why comes out when it is looked at with care
    return undefined
  }
}

async function listRoot(folder: SourceFolder, root: SourceRoot): Promise<(SourceFile | SkippedFile | null)[]> {
  const base = await realBase(folder, root)
  if (base === null) return []
  const shownBase = displayPath(folder.folder, root.base)
  if ('reason' in base) return [{ path: shownBase, reason: base.reason }]
  const toUri = createUriOf()
  // what is no file, a link to a folder say, has no extension to go by
  const isWanted = ({ path, way, isFile }: Entry): boolean =>
    way === '' || (root.matches(way) && !folder.excludes(path) && (!isFile || isCandidate(path)))
  /** A look at an article without waiting, which takes a fraction of the time; undefined where it is something else. */
  const lookAtOnce = ({ path, way, isFile }: Entry): SourceFile | undefined => {
    const found = isFile && isArticleFormat(path) ? statsNow(path) : undefined
    return found?.isFile() ? { uri: toUri(path), path: shownBase === '' ? way : `${shownBase}/${way}`, ...stampOf(found) } : undefined
  }
  const looks: (SourceFile | SkippedFile | null)[] = []
  const waiting: Promise<void>[] = []
  let sliceEnd = monotonicNow() + SLICE
  for (const entry of (await walk(root.base, '')).filter(isWanted)) {
    const at = looks.push(lookAtOnce(entry) ?? null) - 1
    if (looks[at] === null) waiting.push(lookAt(entry.path, folder, base.path).then(found => void (looks[at] = found)))
    if (monotonicNow() < sliceEnd) continue
    await breathe()
    sliceEnd = monotonicNow() + SLICE
  }
  await Promise.all(waiting)
  return looks
}

/** All files that the folders' patterns name, each once, in the order of the patterns. */
async function list(folders: readonly SourceFolder[]): Promise<SourceListing> {
  const files = new Map<string, SourceFile>()
  const skipped = new Map<string, SkippedFile>()
  for (const folder of folders)
    for (const root of folder.roots)
      for (const found of await listRoot(folder, root)) {
        if (found === null) continue
        if (isSkipped(found)) skipped.set(found.path, found)
        else files.set(found.uri, found)
      }
  return { files: [...files.values()], skipped: [...skipped.values()] }
}

/** Whether there is a folder at a path. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isDirectory(),
    () => false,
  )

/** Whether the folder of a path really is inside a root, symbolic links followed. */
const isReallyInside = (base: string, path: string): Promise<boolean> =>
  realpath(dirname(path)).then(
    folder => isInside(base, folder),
    () => false,
  )

async function look(uri: string, folders: readonly SourceFolder[]): Promise<SourceFile | SkippedFile | null> {
  const path = pathOf(uri)
  if (path === undefined) return null
  for (const folder of folders) {
    const root = rootFor(folder, path)
    const base = root && (await realBase(folder, root))
    if (base && 'path' in base && (await isReallyInside(base.path, path))) return lookAt(path, folder, base.path)
  }
  return null
}

/** The files on the disk of this machine. */
export const diskFiles: Files = {
  list,
  look,
  async read(uri) {
    try {
      return await readFile(requirePath(uri))
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  },
  readNow(uri) {
    try {
      const path = requirePath(uri)
      // a pipe in the place of a file would be waited for
      return statSync(path).isFile() ? readFileSync(path) : undefined
    } catch {
      return undefined
    }
  },
}
