import { basename, resolve } from 'node:path'
import type { Connection, Disposable, InitializeParams } from 'vscode-languageserver'
import type { ArticleCache } from '../cache/articleCache'
import type { Groundcheck } from '../core/service'
import type { ClientProfile } from '../protocol/clientProfile'
import { MessageType, ShowMessageNotification } from '../protocol/library'
import type { InitializationOptions } from '../protocol/messages'
import { defaultSettings, settingsFileName, type Settings } from '../settings/settings'
import { createSettingsStore } from '../settings/settingsStore'
import { isFolder } from '../sources/diskFiles'
import { createIndexing, type Indexing, type IndexRequest, type IndexState } from '../sources/indexing'
import { isArticleFormat, isFolderName, isSourcePath, isUnreadDocument, mayHoldSources } from '../sources/sourceFolders'
import { pathOf, uriOf } from '../uris'
import { sameSpelling } from '../uris'
import type { Workspace } from '../workspace'
import { watchSources } from './watching'

/** Keeps settings and index in line with the client's folders, settings and files. */
export interface SourceKeeper {
  /** Reads all settings, and the sources that are new or changed. A later call supersedes one in progress. */
  reload(): Promise<void>
  /** The same, but reads every source again. */
  reindex(): Promise<void>
  /** The writer has come to trust the workspace. */
  trusted(): Promise<void>
  foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void>
  /** `pushed` are the settings sent by a client that cannot be asked for them. */
  settingsChanged(pushed: unknown): Promise<void>
  filesChanged(uris: readonly string[]): Promise<void>
  isArticle(uri: string): boolean
  settingsFor(uri: string): Settings
  settingsGeneration(): number
  problems(): readonly string[]
  state(): IndexState
  /** Forgets all articles, here and on disk, and reads them again. */
  rebuild(): Promise<void>
  keptDraft: Indexing['keptDraft']
  keepDraft: Indexing['keepDraft']
  /** Stops work in progress, and saves what is known for the next start. */
  stop(): Promise<void>
}

/** What the keeper works with. */
export interface KeeperOptions {
  readonly connection: Connection
  readonly client: ClientProfile
  readonly workspace: Workspace
  readonly groundcheck: Groundcheck
  readonly cache: ArticleCache | undefined
  readonly params: InitializeParams
  /** Called with the URI of an article that was added, changed or removed. */
  touched(uri: string): void
  /** Called when index or settings changed. */
  changed(): void
  /** Called when what is known of the articles has been saved. */
  saved(): void
}

const isPath = (path: string | undefined): path is string => path !== undefined

/** The paths of folders on disk, one spelling for each: some clients end them with a slash. */
const foldersAt = (uris: readonly string[]): string[] =>
  uris
    .map(pathOf)
    .filter(isPath)
    .map(path => resolve(path))

/** The paths of the folders that the client has open as it starts, if any. Older clients know only one. */
export function initialFolders({
  workspaceFolders,
  rootUri,
  rootPath,
}: Pick<InitializeParams, 'workspaceFolders' | 'rootUri' | 'rootPath'>): string[] {
  if (workspaceFolders) return foldersAt(workspaceFolders.map(({ uri }) => uri))
  if (rootUri) return foldersAt([rootUri])
  return rootPath ? [resolve(rootPath)] : []
}

/** Asks the client for its settings, or takes those that it sent if it cannot be asked. */
function editorSettings({ connection, client, workspace }: KeeperOptions, pushed: () => unknown) {
  return async (folder: string | null): Promise<unknown> => {
    if (!client.configuration) return pushed()
    try {
      return await connection.workspace.getConfiguration({ section: 'groundcheck', ...(folder !== null && { scopeUri: uriOf(folder) }) })
    } catch (error) {
      workspace.log.warn(`the editor gave no settings: ${(error as Error).message}`)
      return undefined
    }
  }
}

/** Remembers answers about URIs until the settings change: they are needed at every keystroke. */
function knownBySettings<T>(generation: () => number, reckon: (uri: string) => T): (uri: string) => T {
  const known = new Map<string, T>()
  let of = generation()
  return uri => {
    if (of !== generation()) known.clear()
    of = generation()
    let answer = known.get(uri)
    if (answer === undefined) known.set(uri, (answer = reckon(uri)))
    return answer
  }
}

/** Creates the keeper. Nothing is read before {@link SourceKeeper.reload}. */
export function createSourceKeeper(options: KeeperOptions): SourceKeeper {
  const { connection, client, workspace, groundcheck, cache, params, touched, changed, saved } = options
  const initial = (params.initializationOptions ?? {}) as InitializationOptions
  let folders = initialFolders(params)
  let pushed = initial.settings
  let isTrusted = initial.isTrusted ?? true
  let watch: Promise<Disposable> | undefined
  let told: readonly string[] = []
  let aliases = defaultSettings.aliases
  const settings = createSettingsStore(
    workspace.files,
    editorSettings(options, () => pushed),
    () => isTrusted,
  )
  const indexing = createIndexing({ groundcheck, workspace, cache, touched, changed, saved })

  const request = (): IndexRequest => ({ folders: settings.sourceFolders(), maxFileSize: settings.common().maxFileSize * 1e6 })

  const watchAgain = async (): Promise<void> => {
    const before = watch
    watch = watchSources(connection, client, settings.sourceFolders())
    await watch
    ;(await before)?.dispose()
  }

  /** Says what is wrong with the settings, each problem once. */
  const tellProblems = (): void => {
    const problems = settings.problems().filter(problem => !told.includes(problem))
    told = settings.problems()
    for (const message of problems) {
      workspace.log.warn(message)
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    }
  }

  /** Passes on the settings that the service itself uses. Setting aliases invalidates all verdicts, so it is done only if they changed. */
  const applyToAll = (): void => {
    const { sensitivity, aliases: wanted } = settings.common()
    groundcheck.setSensitivity(sensitivity)
    if (JSON.stringify(wanted) === JSON.stringify(aliases)) return
    aliases = wanted
    groundcheck.setAliases(wanted)
  }

  const reload = async (): Promise<void> => {
    await settings.load(folders)
    applyToAll()
    tellProblems()
    changed()
    await Promise.all([watchAgain(), indexing.refresh(request())])
  }

  const isFileName = (path: string): boolean => isArticleFormat(path) || isUnreadDocument(path)

  /** Whether a path is, or was, that of a folder with articles: a name may tell, but "2025.10" looks like a file's. */
  const holdsSources = async (path: string): Promise<boolean> => {
    if (isFileName(path) || !mayHoldSources(settings.sourceFolders(), path)) return false
    return isFolderName(path) || indexing.knowsBelow(uriOf(path)) || (await isFolder(path))
  }

  return {
    reload,
    reindex() {
      indexing.invalidate()
      return reload()
    },
    trusted() {
      isTrusted = true
      return reload()
    },
    foldersChanged(added, removed) {
      const gone = foldersAt(removed)
      folders = [...folders.filter(folder => !gone.includes(folder)), ...foldersAt(added)]
      return reload()
    },
    settingsChanged(values) {
      pushed = values ?? pushed
      return reload()
    },
    async filesChanged(uris) {
      const paths = uris.map(pathOf).filter(isPath)
      if (paths.some(path => basename(path) === settingsFileName)) return reload()
      for (const path of paths) if (await holdsSources(path)) return indexing.refresh(request())
      return indexing.update(paths.filter(isFileName).map(uriOf), request())
    },
    isArticle: knownBySettings(settings.generation, uri => {
      const path = pathOf(sameSpelling(uri))
      return path !== undefined && isSourcePath(settings.sourceFolders(), path)
    }),
    settingsFor: knownBySettings(settings.generation, settings.settingsFor),
    settingsGeneration: settings.generation,
    problems: settings.problems,
    state: indexing.state,
    rebuild: indexing.rebuild,
    keptDraft: indexing.keptDraft,
    keepDraft: indexing.keepDraft,
    stop() {
      indexing.stop()
      return indexing.keep()
    },
  }
}
