import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Draft, Groundcheck } from '../core/service'
import type { Indexing } from '../sources/indexing'

/** Open drafts as the service reads them. Each version is read once. */
export interface Drafts {
  read(document: TextDocument): Draft
  /** A draft as last read; undefined if it was not read yet. */
  known(uri: string): Draft | undefined
  close(uri: string): void
}

interface Entry {
  readonly version: number
  readonly draft: Draft
}

/**
 * Creates the store.
 * @param kept what was kept of a draft at an earlier start
 */
export function createDrafts(groundcheck: Groundcheck, kept: Indexing['keptDraft']): Drafts {
  const entries = new Map<string, Entry>()
  return {
    read(document) {
      const known = entries.get(document.uri)
      if (known?.version === document.version) return known.draft
      const draft = groundcheck.readDraft(document.getText(), known?.draft, known ? undefined : kept(document.uri))
      entries.set(document.uri, { version: document.version, draft })
      return draft
    },
    known: uri => entries.get(uri)?.draft,
    close: uri => void entries.delete(uri),
  }
}
