import { articlePlacesIn } from '../core/evidence/storage/articleTable'
import { createGroundcheck } from '../core/groundcheck'
import type { StateOnDisk } from '../core/keptDraft'
import type { Draft, Groundcheck } from '../core/service'
import { allSteps } from '../core/steps'
import { doInSlices } from '../slices'
import type { SourceFolder } from '../sources/sourceFolders'
import type { Workspace } from '../workspace'
import type { ArticleCache, KnownFile } from './articleCache'

/** Keeps the articles of a service on disk: loads them at the start, and writes them down when they have changed. */
export interface Keeping {
  /** Loads what was kept for some source folders into a service without articles. @returns what their files were like, by URI */
  load(folders: readonly SourceFolder[]): ReadonlyMap<string, KnownFile>
  /** Says that a file was taken in, or is gone. */
  touched(): void
  /** Writes down what is known, where it is worth it, while others have their turn; resolves when that is done. */
  save(): Promise<void>
  /** The same a little later, with all that happens until then. */
  saveSoon(): void
  /** What was kept of a draft, where nothing but what the service can tell has changed of the articles since; undefined for nothing. */
  draft(uri: string): (StateOnDisk & { readonly draft: string }) | undefined
  /** Keeps a draft, where the articles are written down as they are now. */
  saveDraft(uri: string, draft: Draft): Promise<void>
  /** Whether so much was taken in since it was last written down that it should be before more comes. */
  isMuch(): boolean
  /** Forgets all articles, here and on disk. */
  discard(): void
}

export interface KeepingOptions {
  readonly groundcheck: Groundcheck
  readonly cache: ArticleCache
  readonly workspace: Pick<Workspace, 'log' | 'now' | 'breathe'>
  /** What the file of an article is like. */
  fileOf(uri: string): KnownFile
  /** Called when what is known of the articles is on disk. */
  saved(): void
}

/** Files after which what is known is written down and taken from memory. */
const MUCH = 4000
/** In an archive of many, so many of it more: all that is known is written each time. What waits for it takes about 10 kB a file. */
const SHARE = 1 / 2
const MOST = 12_000

/** How long to wait for more changes before they are written down, in milliseconds. */
const SETTLE = 3000

/** Creates the keeping. Nothing is loaded yet. */
export function createKeeping({ groundcheck, cache, workspace, fileOf, saved }: KeepingOptions): Keeping {
  let touched = 0
  /** Articles that were written down, or loaded, last time. */
  let written = 0
  /** The state of the articles on disk. */
  let onDisk: StateOnDisk | undefined
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> = Promise.resolve()

  const columnsToSave = function* () {
    const columns = yield* cache.withFiles(yield* groundcheck.columns(), fileOf)
    const tidied = yield* cache.tidied(columns)
    return tidied ?? { columns, takeOver() {} }
  }

  const saveNow = async (): Promise<void> => {
    if (touched === 0) return
    const began = workspace.now()
    try {
      const { revision } = groundcheck
      const ready = await doInSlices(columnsToSave(), workspace, () => groundcheck.revision === revision)
      // what changed them will ask again
      if (ready === undefined) return
      touched = 0
      written = articlePlacesIn(ready.columns).length
      ready.takeOver()
      groundcheck.settle(ready.columns)
      const state = groundcheck.state()
      const id = await cache.save(ready.columns)
      onDisk = id === undefined ? undefined : { id, ...state }
      if (onDisk === undefined) return
      saved()
      workspace.log.info(`what is known of the articles was written down in ${Math.round(workspace.now() - began)} ms`)
    } catch (error) {
      workspace.log.error(`what is known of the articles could not be written down: ${(error as Error).message}`)
    }
  }

  const save = (): Promise<void> => {
    clearTimeout(timer)
    saving = saving.then(saveNow)
    return saving
  }

  return {
    load(folders) {
      const began = workspace.now()
      const kept = cache.load(folders)
      if (kept === undefined) return new Map()
      groundcheck.replace(kept.columns)
      onDisk = { id: kept.id, ...groundcheck.state() }
      written = kept.files.size
      workspace.log.info(`${kept.files.size} articles were known already, loaded in ${Math.round(workspace.now() - began)} ms`)
      return kept.files
    },
    touched: () => void touched++,
    save,
    saveSoon() {
      clearTimeout(timer)
      if (touched > 0) timer = setTimeout(() => void save(), SETTLE).unref()
    },
    draft(uri) {
      const draft = onDisk && cache.draft(uri, onDisk.id)
      return onDisk && draft !== undefined ? { ...onDisk, draft } : undefined
    },
    async saveDraft(uri, draft) {
      if (onDisk?.revision !== groundcheck.revision) return
      const { id } = onDisk
      const kept = groundcheck.keepDraft(draft, id)
      if (kept !== undefined) await cache.saveDraft(uri, id, kept)
    },
    isMuch: () => touched >= Math.min(MOST, Math.max(MUCH, written * SHARE)),
    discard() {
      onDisk = undefined
      cache.discard()
      groundcheck.replace(allSteps(createGroundcheck({ textOf: () => undefined }).columns()))
    },
  }
}
