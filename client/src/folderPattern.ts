import { isAbsolute, relative, sep } from 'node:path'

const slashes = (path: string): string => path.split(sep).join('/')

/** The glob for everything in a folder: relative to the workspace folder if it is inside, absolute otherwise. */
export function folderPattern(workspacePath: string, folderPath: string): string {
  const way = relative(workspacePath, folderPath)
  if (way === '') return '**'
  const isOutside = isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)
  const path = slashes(isOutside ? folderPath : way)
  // a pattern that begins with ! would leave the folder out
  return `${path.startsWith('!') ? './' : ''}${path}/**`
}

/**
 * The source patterns with one more.
 * @param written those of the workspace; undefined where it has none
 * @param inUse those that count as long as the workspace has none, and are not to be lost
 */
export const withPattern = (written: readonly string[] | undefined, inUse: readonly string[], pattern: string): string[] => [
  ...new Set([...(written ?? inUse), pattern]),
]
