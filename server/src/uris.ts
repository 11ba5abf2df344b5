import { URI } from 'vscode-uri'

/** The URI of an absolute path, in the one spelling that Groundcheck uses throughout. */
export const uriOf = (path: string): string => URI.file(path).toString()

/** The absolute path of a `file:` URI; undefined for any other. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri)
  return parsed.scheme === 'file' ? parsed.fsPath : undefined
}

/**
 * The path of a source file.
 * @throws {Error} with a reason for the writer, when the URI is not one of a file on disk
 */
export function requirePath(uri: string): string {
  const path = pathOf(uri)
  if (path === undefined) throw new Error('it is not a file on disk')
  return path
}

/** Any URI in the one spelling that Groundcheck uses throughout. */
export const sameSpelling = (uri: string): string => URI.parse(uri).toString()
