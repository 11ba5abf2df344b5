import { isAbsolute, relative, sep } from 'node:path'

const slashes = (path: string): string => path.split(sep).join('/')

/** The glob for all that is in a folder: relative to the workspace folder where it is inside. */
export function folderPattern(workspacePath: string, folderPath: string): string {
  const way = relative(workspacePath, folderPath)
  if (way === '') return '**'
  const isOutside = isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)
  return `${slashes(isOutside ? folderPath : way)}/**`
}
