import { analyzeFile, type FileAnalysis } from '../core/evidence/analyzeFile'
import type { AnalyzedFile, Files, SourceFile } from '../workspace'

/** How many files are read ahead while articles are analysed one by one. */
const READ_AHEAD = 16

/** {@link analyzeFile}, except that a bug of ours is only a reason to skip the file. */
export function analyzeBytes(uri: string, bytes: Uint8Array): FileAnalysis {
  try {
    return analyzeFile(uri, bytes)
  } catch (error) {
    return { skipped: `it could not be analysed: ${(error as Error).message}` }
  }
}

async function readBytes(files: Files, uri: string): Promise<Uint8Array | { readonly skipped: string }> {
  try {
    return await files.read(uri)
  } catch (error) {
    return { skipped: (error as Error).message }
  }
}

/** Reads and analyses files in this thread, one after another, in order: for a few files, or where worker threads are not available. */
export async function* analyzeHere(files: Files, list: readonly SourceFile[]): AsyncGenerator<AnalyzedFile> {
  const ahead: { readonly file: SourceFile; readonly read: ReturnType<typeof readBytes> }[] = []
  for (let next = 0; next < list.length || ahead.length > 0;) {
    for (; next < list.length && ahead.length < READ_AHEAD; next++) ahead.push({ file: list[next], read: readBytes(files, list[next].uri) })
    const { file, read } = ahead.shift()!
    const bytes = await read
    yield { file, analysis: bytes instanceof Uint8Array ? analyzeBytes(file.uri, bytes) : bytes }
  }
}
