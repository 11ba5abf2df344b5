import { basename, isAbsolute, join, resolve } from 'node:path'
import { isInside, sourceFolder, splitPattern, type SourceFolder } from '../sources/sourceFolders'
import { pathOf, uriOf } from '../uris'
import type { Files } from '../workspace'
import {
  defaultSettings,
  readSettings,
  isObject,
  readSettingsFile,
  settingsFileName,
  type Settings,
  type SettingsLayer,
  type SettingsFileRead,
  type SettingsRead,
} from './settings'

/** Settings of all workspace folders, as last read. */
export interface SettingsStore {
  /** Reads all settings again. */
  load(folders: readonly string[]): Promise<void>
  /** The settings for a document: those of its folder, or else of the first folder, or else the editor's. */
  settingsFor(uri: string): Settings
  /** The settings that cannot differ between folders: of those that several folders set in their files the first one's. */
  common(): Settings
  sourceFolders(): readonly SourceFolder[]
  /** What is wrong with the settings, in words for the writer. */
  problems(): readonly string[]
  /** Grows with every load. */
  generation(): number
}

/** The text of a folder's `groundcheck.json`; undefined when there is none. */
function settingsFile(files: Files, folder: string): string | undefined {
  const bytes = files.readNow(uriOf(join(folder, settingsFileName)))
  return bytes && new TextDecoder().decode(bytes)
}

/** The settings of a folder, and the layer that its file gives them. */
interface FolderSettings extends SettingsRead {
  readonly layers: readonly SettingsLayer[]
}

const editorLayer = (values: unknown): SettingsLayer => ({ origin: 'the editor settings', values })

const isOutside = (folder: string, pattern: unknown): boolean =>
  typeof pattern === 'string' && !isInside(folder, resolve(folder, splitPattern(pattern.replace(/^!/, '')).base))

/** What a settings file says that nobody vouches for: sources outside of its folder are left out, with a word for the writer. */
export function confinedTo(folder: string, file: SettingsFileRead): SettingsFileRead {
  const { layer, problems } = file
  const patterns = isObject(layer.values) ? layer.values.sources : undefined
  const outside = Array.isArray(patterns) ? patterns.filter(pattern => isOutside(folder, pattern)) : []
  if (outside.length === 0) return file
  const sources = (patterns as unknown[]).filter(pattern => !outside.includes(pattern))
  const problem = `${layer.origin}: sources outside the workspace folder are read only when you trust the workspace: ${outside.join(', ')}`
  return { layer: { ...layer, values: { ...(layer.values as object), sources } }, problems: [...problems, problem] }
}

/**
 * The settings of one folder from its file and from the editor.
 * @param shownName what the file is called in messages
 * @param admitted what is taken of the file
 */
export function folderSettings(
  files: Files,
  folder: string,
  editorValues: unknown,
  shownName = settingsFileName,
  admitted = (read: SettingsFileRead): SettingsFileRead => read,
): FolderSettings {
  const text = settingsFile(files, folder)
  const file = text === undefined ? undefined : admitted(readSettingsFile(text, shownName))
  const layers = file ? [file.layer] : []
  const { settings, problems } = readSettings([...layers, editorLayer(editorValues)])
  return { settings, problems: [...(file?.problems ?? []), ...problems], layers }
}

interface Loaded {
  readonly folder: string
  readonly settings: Settings
}

/** The sources of all folders. With no folder open, only absolute patterns mean anything. */
const sourceFoldersOf = (loaded: readonly Loaded[], base: Settings): SourceFolder[] =>
  loaded.length > 0
    ? loaded.map(({ folder, settings }) => sourceFolder(folder, settings.sources))
    : [sourceFolder(resolve('/'), base.sources.filter(isAbsolute))]

/**
 * Creates the store. Until the first load all settings have their defaults.
 * @param editorValues the editor's settings under `groundcheck`, for a folder or for none
 * @param isTrusted whether the writer trusts the workspace, and so its settings files
 */
export function createSettingsStore(
  files: Files,
  editorValues: (folder: string | null) => Promise<unknown>,
  isTrusted: () => boolean,
): SettingsStore {
  let loaded: readonly Loaded[] = []
  let base = defaultSettings
  let common = defaultSettings
  let sources: readonly SourceFolder[] = []
  let problems: readonly string[] = []
  let generation = 0

  const folderOf = (uri: string): Loaded | undefined => {
    const path = pathOf(uri)
    const holding = path === undefined ? [] : loaded.filter(({ folder }) => isInside(folder, path))
    return holding.reduce<Loaded | undefined>((best, each) => (best && best.folder.length >= each.folder.length ? best : each), undefined)
  }

  return {
    async load(folders) {
      const editors = await Promise.all(folders.map(editorValues))
      const general = readSettings([editorLayer(await editorValues(null))])
      const shownName = (folder: string): string => (folders.length > 1 ? `${basename(folder)}/${settingsFileName}` : settingsFileName)
      const read = folders.map((folder, at) => {
        const admitted = (file: SettingsFileRead): SettingsFileRead => (isTrusted() ? file : confinedTo(folder, file))
        return { folder, ...folderSettings(files, folder, editors[at], shownName(folder), admitted) }
      })
      base = general.settings
      loaded = read
      common = read.length > 0 ? readSettings([...read.flatMap(({ layers }) => layers), editorLayer(editors[0])]).settings : base
      sources = sourceFoldersOf(loaded, base)
      problems = [...new Set([general, ...read].flatMap(each => each.problems))]
      generation++
    },
    settingsFor: uri => (folderOf(uri) ?? loaded[0])?.settings ?? base,
    common: () => common,
    sourceFolders: () => sources,
    problems: () => problems,
    generation: () => generation,
  }
}
