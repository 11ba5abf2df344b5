import type { KnownFile } from '../cache/articleCache'
import { digestOf } from '../core/articles/digest'
import type { FileAnalysis } from '../core/evidence/analyzeFile'
import type { Files, SourceFile, Workspace } from '../workspace'

/** A file and the outcome of looking at it. */
export interface LookedAt {
  readonly file: SourceFile
  readonly analysis: FileAnalysis | 'unchanged'
}

/** How many files are read at once to see whether they changed at all. */
const READ_AT_ONCE = 16

/** A file under a size limit, in bytes: one that is too large counts as changed when the limit changes. */
export const limited = (file: SourceFile, maxFileSize: number): SourceFile =>
  file.size > maxFileSize ? { ...file, stamp: `over ${maxFileSize}: ${file.stamp}` } : file

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

function tooLarge(file: SourceFile, maxFileSize: number): LookedAt {
  const limit = `the limit of ${megabytes(maxFileSize)} (setting groundcheck.maxFileSize)`
  return { file, analysis: { skipped: `${megabytes(file.size)} is over ${limit}` } }
}

/** Whether the content of a file is what it was when it was last analysed. */
async function isUnchanged(files: Files, { uri }: SourceFile, { digest }: KnownFile): Promise<boolean> {
  // a file that cannot be read counts as changed: its analysis gives the reason
  const bytes = await files.read(uri).catch(() => undefined)
  return bytes !== undefined && digestOf(bytes) === digest
}

/**
 * Looks at files whose stamp changed. One that is too large is not read, and one whose content is unchanged is not analysed.
 * @param maxFileSize in bytes
 * @param fileOf a file as it was when it was last analysed
 */
export async function* lookAtChanged(
  list: readonly SourceFile[],
  maxFileSize: number,
  { files, analyze }: Pick<Workspace, 'files' | 'analyze'>,
  fileOf: (uri: string) => KnownFile,
): AsyncGenerator<LookedAt> {
  for (const file of list) if (file.size > maxFileSize) yield tooLarge(file, maxFileSize)
  const readable = list.filter(({ size }) => size <= maxFileSize)
  const mayBeUnchanged = ({ uri, size }: SourceFile): boolean => fileOf(uri).digest !== '' && fileOf(uri).size === size
  const changed = readable.filter(file => !mayBeUnchanged(file))
  const ofSameSize = readable.filter(mayBeUnchanged)
  for (let at = 0; at < ofSameSize.length; at += READ_AT_ONCE) {
    const some = ofSameSize.slice(at, at + READ_AT_ONCE)
    const unchanged = await Promise.all(some.map(file => isUnchanged(files, file, fileOf(file.uri))))
    for (const [index, file] of some.entries()) {
      if (unchanged[index]) yield { file, analysis: 'unchanged' }
      else changed.push(file)
    }
  }
  yield* analyze(changed)
}
