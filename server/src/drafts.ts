import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Draft, Groundcheck } from './core/service'

/** Open drafts as the service reads them, each read once a version. */
export interface Drafts {
  read(document: TextDocument): Draft
  close(uri: string): void
}

interface Entry {
  readonly version: number
  readonly draft: Draft
}

/** Creates the store. */
export function createDrafts(groundcheck: Groundcheck): Drafts {
  const entries = new Map<string, Entry>()
  return {
    read(document) {
      const known = entries.get(document.uri)
      if (known?.version === document.version) return known.draft
      const draft = groundcheck.readDraft(document.getText(), known?.draft)
      entries.set(document.uri, { version: document.version, draft })
      return draft
    },
    close: uri => void entries.delete(uri),
  }
}
