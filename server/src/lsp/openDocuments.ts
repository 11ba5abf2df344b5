import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { TextDocuments } from '../protocol/library'
import { sameSpelling } from '../uris'

/** Where the writer is typing: just after an edit of a character or two. */
export interface Typing {
  readonly version: number
  readonly offset: number
  /** When, in milliseconds on the store's clock. */
  readonly at: number
}

/** The documents that are open in the editor. */
export interface OpenDocuments {
  readonly manager: TextDocuments<TextDocument>
  /** The open document of a URI, in the client's spelling or in Groundcheck's. */
  get(uri: string): TextDocument | undefined
  /** Whether the text differs, or may differ, from what is on disk. */
  isEdited(document: TextDocument): boolean
  /** Where the writer typed to make this version of the document; undefined if it came about differently, by pasting for example. */
  typing(document: TextDocument): Typing | undefined
}

/** A longer change was pasted or made by a fix, in code units. */
const LONGEST_KEYSTROKE = 2

function typedAt(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): number | undefined {
  const [change] = changes
  if (changes.length !== 1 || !('range' in change)) return undefined
  const replaced = document.offsetAt(change.range.end) - document.offsetAt(change.range.start)
  const isKeystroke = change.text.length <= LONGEST_KEYSTROKE && replaced <= LONGEST_KEYSTROKE
  return isKeystroke ? document.offsetAt(change.range.start) + change.text.length : undefined
}

/**
 * Creates the store. It learns of documents once its manager listens to a connection.
 * @param now a clock in milliseconds
 */
export function createOpenDocuments(now: () => number): OpenDocuments {
  const typings = new Map<string, Typing>()
  const versionsOnDisk = new Map<string, number>()
  const clientSpelling = new Map<string, string>()

  const manager = new TextDocuments<TextDocument>({
    create: (uri, languageId, version, text) => TextDocument.create(uri, languageId, version, text),
    update(document, changes, version) {
      const offset = typedAt(document, changes)
      if (offset === undefined) typings.delete(document.uri)
      else typings.set(document.uri, { version, offset, at: now() })
      return TextDocument.update(document, changes, version)
    },
  })
  manager.onDidOpen(({ document }) => {
    versionsOnDisk.set(document.uri, document.version)
    clientSpelling.set(sameSpelling(document.uri), document.uri)
  })
  manager.onDidSave(({ document }) => void versionsOnDisk.set(document.uri, document.version))
  manager.onDidClose(({ document }) => {
    versionsOnDisk.delete(document.uri)
    clientSpelling.delete(sameSpelling(document.uri))
    typings.delete(document.uri)
  })

  return {
    manager,
    get: uri => manager.get(uri) ?? manager.get(clientSpelling.get(uri) ?? ''),
    isEdited: document => versionsOnDisk.get(document.uri) !== document.version,
    typing(document) {
      const typing = typings.get(document.uri)
      return typing?.version === document.version ? typing : undefined
    },
  }
}
