import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Judgement } from './core/grounding/judgement'
import type { Draft, Groundcheck } from './core/service'

/** Open drafts as the service reads them, each read once a version and judged once a version and state of the index. */
export interface Drafts {
  read(document: TextDocument): Draft
  judge(document: TextDocument): readonly Judgement[]
  close(uri: string): void
}

interface Entry {
  readonly version: number
  readonly draft: Draft
  judged?: { readonly generation: number; readonly judgements: readonly Judgement[] }
}

/** Creates the store. */
export function createDrafts(groundcheck: Groundcheck): Drafts {
  const entries = new Map<string, Entry>()

  const entryOf = (document: TextDocument): Entry => {
    const known = entries.get(document.uri)
    if (known?.version === document.version) return known
    const entry: Entry = { version: document.version, draft: groundcheck.readDraft(document.getText(), known?.draft) }
    entries.set(document.uri, entry)
    return entry
  }

  return {
    read: document => entryOf(document).draft,
    judge(document) {
      const entry = entryOf(document)
      if (entry.judged?.generation !== groundcheck.generation)
        entry.judged = { generation: groundcheck.generation, judgements: groundcheck.judge(entry.draft) }
      return entry.judged.judgements
    },
    close: uri => void entries.delete(uri),
  }
}
