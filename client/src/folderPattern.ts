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
