import { relative } from 'node:path'
import type { Connection, Disposable, FileSystemWatcher } from 'vscode-languageserver'
import type { ClientProfile } from '../protocol/clientProfile'
import { DidChangeWatchedFilesNotification } from '../protocol/library'
import { settingsFileName } from '../settings/settings'
import { isInside, type SourceFolder } from '../sources/sourceFolders'
import { uriOf } from '../uris'

const slashes = (path: string): string => path.replaceAll('\\', '/')

/** A glob below a folder, in the form that the client takes. */
const watcher = (client: ClientProfile, folder: string, pattern: string): FileSystemWatcher => ({
  globPattern: client.relativePatterns ? { baseUri: uriOf(folder), pattern } : `${asItIs(folder)}/${pattern}`,
})

/** A path as a glob that matches it alone. */
const asItIs = (path: string): string => slashes(path).replace(/[*?[{}]/g, '[$&]')

/** Watchers for a root: everything below it, and the folder itself, which may be created, deleted or renamed as a whole. */
function rootWatchers(client: ClientProfile, folder: string, base: string): FileSystemWatcher[] {
  if (!isInside(folder, base)) return [watcher(client, base, '**')]
  const way = asItIs(relative(folder, base))
  return way === '' ? [watcher(client, folder, '**')] : [watcher(client, folder, way), watcher(client, folder, `${way}/**`)]
}

/**
 * Asks the client to watch the source folders and the settings files.
 * @returns what ends the watching; undefined when the client cannot watch files for a server
 */
export function watchSources(
  connection: Connection,
  client: ClientProfile,
  folders: readonly SourceFolder[],
): Promise<Disposable> | undefined {
  if (!client.registersWatchers || folders.length === 0) return undefined
  const watchers = folders.flatMap(({ folder, roots }) => [
    watcher(client, folder, settingsFileName),
    ...roots.flatMap(({ base }) => rootWatchers(client, folder, base)),
  ])
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
}
