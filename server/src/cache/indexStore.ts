import { articlePlacesIn } from '../core/evidence/storage/articleTable'
import { createGroundcheck } from '../core/groundcheck'
import type { StateOnDisk } from '../core/service'
import type { Draft, Groundcheck } from '../core/service'
import { allSteps } from '../core/steps'
import { doInSlices } from '../slices'
import type { SourceFolder } from '../sources/sourceFolders'
import type { Workspace } from '../workspace'
import type { ArticleCache, KnownFile } from './articleCache'

/** Keeps a service's index on disk: loads it at the start, and saves it when it has changed. */
export interface IndexStore {
  /** Loads the index of some source folders into a service without articles. @returns the files it was made from, by URI */
  load(folders: readonly SourceFolder[]): ReadonlyMap<string, KnownFile>
  /** Tells the store that a file was taken in, or is gone. */
  touched(): void
  /** Saves the index if it has changed, in slices. Resolves when that is done. */
  save(): Promise<void>
  /** The same after a pause, together with further changes. */
  saveSoon(): void
  /** What was kept of a draft with the articles that are on disk now; undefined if there is nothing. */
  draft(uri: string): (StateOnDisk & { readonly draft: string }) | undefined
  /** Keeps a draft, if the index on disk is up to date. */
  saveDraft(uri: string, draft: Draft): Promise<void>
  /** Whether so much has changed since the last save that the index should be saved before more is taken in. */
  isDue(): boolean
  /** Forgets all articles, here and on disk. */
  discard(): void
}

export interface IndexStoreOptions {
  readonly groundcheck: Groundcheck
  readonly cache: ArticleCache
  readonly workspace: Pick<Workspace, 'log' | 'now' | 'breathe'>
  /** The file that an article was read from. */
  fileOf(uri: string): KnownFile
  /** Called when the index has been saved. */
  saved(): void
}

/** After how many files the index is saved, which frees the memory they take: about 10 kB each. */
const MUCH = 4000

/** A large index is saved less often, since all of it is written each time: after so many more files for each file in it, … */
const SHARE = 1 / 2

/** … but never after more than this. */
const MOST = 12_000

/** How long to wait for more changes before saving, in milliseconds. */
const SETTLE = 3000

/** Creates the store. Nothing is loaded yet. */
export function createIndexStore({ groundcheck, cache, workspace, fileOf, saved }: IndexStoreOptions): IndexStore {
  let touched = 0
  /** How many articles were last saved or loaded. */
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
      // whatever changed the articles will save again
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
      workspace.log.info(`the index was saved in ${Math.round(workspace.now() - began)} ms`)
    } catch (error) {
      workspace.log.error(`the index could not be saved: ${(error as Error).message}`)
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
      workspace.log.info(`${kept.files.size} articles loaded from the cache in ${Math.round(workspace.now() - began)} ms`)
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
    isDue: () => touched >= Math.min(MOST, Math.max(MUCH, written * SHARE)),
    discard() {
      onDisk = undefined
      cache.discard()
      groundcheck.replace(allSteps(createGroundcheck({ textOf: () => undefined }).columns()))
    },
  }
}
