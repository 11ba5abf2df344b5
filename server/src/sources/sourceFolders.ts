import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'

/** What articles may be written in. */
const articleExtensions = ['.txt', '.text', '.md', '.markdown']

/** Documents that writers keep beside articles and that cannot be read: worth a word, unlike pictures and the like. */
const unreadDocuments = new Set(['.pdf', '.doc', '.docx', '.odt', '.rtf', '.htm', '.html', '.epub', '.eml', '.mht'])

/** A part of the file system that one source pattern names: those files under `base` whose way from there it matches. */
export interface SourceRoot {
  /** Absolute path. */
  readonly base: string
  /** Asked with a relative path with forward slashes. */
  matches(way: string): boolean
}

/** The source patterns of one workspace folder, or of the folder a command runs in. */
export interface SourceFolder {
  /** Absolute path. */
  readonly folder: string
  readonly roots: readonly SourceRoot[]
  /** Whether a pattern that begins with `!` takes an absolute path out again. */
  excludes(path: string): boolean
}

const forwardSlashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'))

/** Whether a path is `folder` or inside it. Both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** A path for the writer's eyes: relative to `folder` when inside, absolute otherwise; forward slashes. */
export const displayPath = (folder: string, path: string): string =>
  isInside(folder, path) && dirname(folder) !== folder ? forwardSlashes(relative(folder, path)) : forwardSlashes(path)

/** Whether the name is that of a text or Markdown file. */
export const isArticleFormat = (path: string): boolean => articleExtensions.includes(extname(path).toLowerCase())

/** Whether the name is that of a document which holds text but cannot be read. */
export const isUnreadDocument = (path: string): boolean => unreadDocuments.has(extname(path).toLowerCase())

const isReadme = (path: string): boolean => /^readme(\.|$)/i.test(basename(path))

const everything = (): boolean => true

const fileRoot = (path: string): SourceRoot => ({ base: dirname(path), matches: way => way === basename(path) })

/** A plain path as a root: a folder with all that is in it, or one file. */
export const plainRoot = (path: string, isFolder: boolean): SourceRoot => (isFolder ? { base: path, matches: everything } : fileRoot(path))

/**
 * Whether a part of a pattern between slashes is a name as it stands. Brackets are common in names of folders ("Press (2025)"): round ones
 * mean something behind a sign or around a bar, curly ones around a comma or dots.
 */
const isName = (part: string): boolean => !/[*?[\\]|[!+@]\(|\([^()]*\||\{[^{}]*(?:,|\.\.)/.test(part)

/** Takes a pattern apart: the folder or file it begins with, and the glob for what is below; empty where it names one thing only. */
export function splitPattern(pattern: string): { readonly base: string; readonly glob: string } {
  const parts = forwardSlashes(pattern).split('/')
  const first = parts.findIndex(part => !isName(part))
  const names = first < 0 ? parts : parts.slice(0, first)
  const rest = parts.slice(names.length).map(part => (isName(part) ? part.replace(/[(){}!]/g, '\\$&') : part))
  return { base: names.map(name => `${name}/`).join(''), glob: rest.join('/') }
}

// a name may have a line break in it
const ANY_NAME = { flags: 's' }

function rootOf(folder: string, pattern: string): SourceRoot {
  const { base, glob } = splitPattern(pattern)
  const path = resolve(folder, base)
  if (glob !== '') return { base: path, matches: picomatch(glob, ANY_NAME) }
  return plainRoot(path, !isArticleFormat(path))
}

/**
 * Makes source patterns ready for use.
 * @param folder absolute path that relative patterns start from
 * @param patterns globs or plain paths of files and folders, relative or absolute; one that begins with `!` excludes
 */
export function sourceFolder(folder: string, patterns: readonly string[]): SourceFolder {
  const excluded = patterns.filter(pattern => pattern.startsWith('!')).map(pattern => rootOf(folder, pattern.slice(1)))
  return {
    folder,
    roots: patterns.filter(pattern => !pattern.startsWith('!')).map(pattern => rootOf(folder, pattern)),
    excludes: path => excluded.some(root => holds(root, path)),
  }
}

/** Whether a file or folder of a name is looked at: not hidden, not what a package manager put there. */
export const isVisibleName = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules'

/** Whether a path is below a root, with nothing on the way that is not looked at. */
const isBelow = (root: SourceRoot, path: string): boolean =>
  isInside(root.base, path) && relative(root.base, path).split(sep).every(isVisibleName)

const holds = (root: SourceRoot, path: string): boolean => isBelow(root, path) && root.matches(forwardSlashes(relative(root.base, path)))

/** Whether the name is that of a file to read or to speak of: no README, no picture. */
export const isCandidate = (path: string): boolean => !isReadme(path) && (isArticleFormat(path) || isUnreadDocument(path))

/** Whether a root's pattern names an absolute path and no other pattern excludes it. */
const isNamed = (folder: SourceFolder, root: SourceRoot, path: string): boolean => holds(root, path) && !folder.excludes(path)

/** The folder's root that names an absolute path. */
export const rootFor = (folder: SourceFolder, path: string): SourceRoot | undefined =>
  isCandidate(path) ? folder.roots.find(root => isNamed(folder, root, path)) : undefined

/** Whether a folder at a path would have articles in it, or around them. */
export const mayHoldSources = (folders: readonly SourceFolder[], path: string): boolean =>
  folders.some(({ roots }) => roots.some(root => isInside(path, root.base) || isBelow(root, path)))

/** Whether the name is one that folders have, and files that matter have not. */
export const isFolderName = (path: string): boolean => extname(path) === ''

/** Whether the source settings make the text or Markdown file at an absolute path an article. */
export const isSourcePath = (folders: readonly SourceFolder[], path: string): boolean =>
  isArticleFormat(path) && folders.some(folder => rootFor(folder, path) !== undefined)
