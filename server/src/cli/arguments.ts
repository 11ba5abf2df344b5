import { parseArgs } from 'node:util'
import { UserError } from './terminal'

export type OutputFormat = 'text' | 'json'

/** What the command line asks for. */
export type Request = CheckRequest | InspectRequest | { readonly command: 'help' | 'version' }

export interface CheckRequest {
  readonly command: 'check'
  /** Folders, files or globs of articles; empty for those in the settings. */
  readonly sources: readonly string[]
  readonly format: OutputFormat
  /** Whether to list all claims with the reasons for their verdicts. */
  readonly explain: boolean
  /** Where to keep analyses; undefined for the user's cache folder, null for nowhere. */
  readonly cacheFolder: string | null | undefined
  readonly drafts: readonly string[]
}

export interface InspectRequest {
  readonly command: 'inspect'
  readonly format: OutputFormat
  readonly files: readonly string[]
}

/** What `--help` prints. */
export const usage = `Usage: groundcheck check [--sources DIR|GLOB]... [--format text|json] [--explain]
                         [--cache-dir DIR|--no-cache] DRAFT...
       groundcheck inspect [--format text|json] FILE...

check     lists the figures and dates in Markdown drafts that the source articles contradict, each with the source sentence and the fix
inspect   shows the figures, dates and names that Groundcheck recognises in articles or drafts

  --sources DIR|GLOB  where the articles are (.txt, .text, .md, .markdown); may be given more than once.
                      Default: "sources" in groundcheck.json in the current folder, or else seeds/** and sources/**
  --format FORMAT     text (default) or json
  --explain           list every figure and date, with its verdict and the reasons for it
  --cache-dir DIR     where to keep what was read from the articles, so that the next run is quicker.
                      Default: the user's cache folder
  --no-cache          neither read nor write a cache
  --help, --version

Exit codes: 0 nothing contradicted, 1 something contradicted, 2 usage or internal error.
`

const options = {
  sources: { type: 'string', multiple: true },
  format: { type: 'string' },
  explain: { type: 'boolean' },
  'cache-dir': { type: 'string' },
  'no-cache': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({ args: [...parameters], options, allowPositionals: true })
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${usage}`)
  }
}

function formatOf(written: string | undefined): OutputFormat {
  if (written === undefined || written === 'text' || written === 'json') return written ?? 'text'
  throw new UserError(`--format must be text or json, not ${written}`)
}

function requireFiles(files: readonly string[], what: string): readonly string[] {
  if (files.length === 0) throw new UserError(`name at least one ${what}\n\n${usage}`)
  return files
}

/**
 * Reads command line arguments.
 * @throws {UserError} when they are wrong
 */
export function readArguments(parameters: readonly string[]): Request {
  const { values, positionals } = parse(parameters)
  const [command, ...files] = positionals
  if (values.help) return { command: 'help' }
  if (values.version) return { command: 'version' }
  const format = formatOf(values.format)
  if (command === 'check')
    return {
      command,
      format,
      sources: values.sources ?? [],
      explain: values.explain ?? false,
      cacheFolder: values['no-cache'] ? null : values['cache-dir'],
      drafts: requireFiles(files, 'draft'),
    }
  if (command === 'inspect') {
    if (values.sources || values.explain || values['cache-dir'] || values['no-cache'])
      throw new UserError('inspect does not take --sources, --explain, --cache-dir or --no-cache')
    return { command, format, files: requireFiles(files, 'file') }
  }
  throw new UserError(`${command === undefined ? 'name a command: check or inspect' : `unknown command: ${command}`}\n\n${usage}`)
}
