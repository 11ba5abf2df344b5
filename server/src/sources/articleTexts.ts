import { TextDocument } from 'vscode-languageserver-textdocument'
import { decodeText } from '../core/articles/decode'
import type { Files } from '../workspace'

/** The texts of articles, for quotes and their line numbers. The most recently used are kept; the rest are read when asked for. */
export interface ArticleTexts {
  /** The article as a document with line numbers; undefined when it cannot be read. */
  document(uri: string): TextDocument | undefined
  /** Forgets the text of an article that may have changed. */
  forget(uri: string): void
}

/** How much text is kept, in UTF-16 code units: enough for the sources of all but the largest projects. */
const CAPACITY = 8_000_000

/** Reads the text of an article as the index read it; undefined if it no longer has any. */
export function readArticleText(files: Files, uri: string): string | undefined {
  const bytes = files.readNow(uri)
  const decoded = bytes && decodeText(bytes)
  return decoded && 'text' in decoded ? decoded.text : undefined
}

/**
 * Creates the store.
 * @param read gives the decoded text of an article by URI
 * @param capacity how many code units are kept before the least recently used are forgotten
 */
export function createArticleTexts(read: (uri: string) => string | undefined, capacity = CAPACITY): ArticleTexts {
  // a Map keeps insertion order: the first is the least recently used
  const kept = new Map<string, TextDocument>()
  let size = 0

  const forget = (uri: string): void => {
    size -= kept.get(uri)?.getText().length ?? 0
    kept.delete(uri)
  }
  const keep = (document: TextDocument): void => {
    kept.set(document.uri, document)
    size += document.getText().length
    while (size > capacity && kept.size > 1) forget(kept.keys().next().value!)
  }

  return {
    document(uri) {
      const known = kept.get(uri)
      const text = known?.getText() ?? read(uri)
      if (text === undefined) return undefined
      const document = known ?? TextDocument.create(uri, 'plaintext', 0, text)
      forget(uri)
      keep(document)
      return document
    },
    forget,
  }
}
