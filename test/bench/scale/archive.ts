import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeArticles } from './corpus'

/** Raised when the generator changes, so that no archive of an older one is measured. */
const GENERATION = 3

/** A made-up archive on disk. */
export interface Archive {
  /** The folder; its articles are in `sources` there. */
  readonly folder: string
  readonly files: readonly string[]
  readonly bytes: number
}

/** The archive of so many articles, made on first use and kept in the folder for temporary files. */
export function archiveOf(articles: number): Archive {
  const folder = join(tmpdir(), `groundcheck-bench-${GENERATION}`, String(articles))
  const sources = join(folder, 'sources')
  if (!existsSync(sources)) {
    const half = join(folder, `half-made-${process.pid}`)
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true })
    for (const { name, text } of makeArticles(articles)) writeFileSync(join(half, name), text)
    renameSync(half, sources)
  }
  const files = readdirSync(sources)
    .sort()
    .map(name => join(sources, name))
  return { folder, files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) }
}
