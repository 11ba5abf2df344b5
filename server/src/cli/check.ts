import { resolve } from 'node:path'
import type { Range } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { createArticleCache, type ArticleCache } from '../cache/articleCache'
import { DamagedRecord } from '../cache/recordFiles'
import { createGroundcheck } from '../core/groundcheck'
import type { Evidence, Judgement } from '../core/grounding/judgement'
import type { Groundcheck } from '../core/service'
import type { Span } from '../core/text/span'
import { folderSettings } from '../settings/settingsStore'
import { createArticleTexts, readArticleText } from '../sources/articleTexts'
import { diskFiles } from '../sources/diskFiles'
import { createIndexing, type IndexState } from '../sources/indexing'
import { displayPath, sourceFolder, type SourceFolder } from '../sources/sourceFolders'
import { pathOf, uriOf } from '../uris'
import type { Log } from '../workspace'
import type { CheckRequest } from './arguments'
import type { CheckedClaim, CheckedDraft, CheckedEvidence, CheckResult } from './checkResult'
import { namedSources, readDraftText } from './files'
import { nodeWorkspace } from './nodeWorkspace'
import type { Terminal } from './terminal'
import { textReport } from './textReport'

const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
})

/** What a checked claim is made of besides its judgement. */
interface Shown {
  readonly folder: string
  readonly explain: boolean
}

const evidenceOf = ({ folder }: Shown, { uri, range, quote, text, stance }: Evidence): CheckedEvidence => ({
  path: displayPath(folder, pathOf(uri) ?? uri),
  range,
  quote,
  text,
  stance,
})

const claimOf = (shown: Shown, draft: TextDocument, judgement: Judgement): CheckedClaim => ({
  offset: { start: judgement.span.start, end: judgement.span.end },
  range: rangeOf(draft, judgement.span),
  text: judgement.text,
  kind: judgement.kind,
  verdict: judgement.verdict,
  contradiction: judgement.contradiction,
  suggestion: judgement.suggestions[0]?.text ?? null,
  evidence: judgement.evidence.map(evidence => evidenceOf(shown, evidence)),
  ...(judgement.calculation && { calculation: `${judgement.calculation.expression} = ${judgement.calculation.result}` }),
  ...(shown.explain && { explanation: judgement.explanation }),
})

function checkDraft(groundcheck: Groundcheck, shown: Shown, path: string, text: string): CheckedDraft {
  const document = TextDocument.create(path, 'markdown', 0, text)
  const judgements = groundcheck.judge(groundcheck.readDraft(text))
  return { path, claims: judgements.map(judgement => claimOf(shown, document, judgement)) }
}

/** The articles to check against: those named on the command line, or else those in the settings. */
const sourcesOf = ({ sources }: CheckRequest, folder: string, fromSettings: readonly string[]): Promise<SourceFolder> =>
  sources.length > 0 ? namedSources(folder, sources) : Promise.resolve(sourceFolder(folder, fromSettings))

// skipped files are part of the result, and nobody watches the rest
const silentLog: Log = { info() {}, warn() {}, error() {} }

/** Indexes the articles. A draft among them is not a source for itself. */
async function indexArticles(
  groundcheck: Groundcheck,
  cache: ArticleCache | undefined,
  folder: SourceFolder,
  maxFileSize: number,
  drafts: readonly string[],
): Promise<IndexState> {
  const indexing = createIndexing({ groundcheck, workspace: nodeWorkspace(silentLog), cache, touched() {}, changed() {} })
  const except = new Set(drafts.map(path => uriOf(resolve(folder.folder, path))))
  await indexing.refresh({ folders: [folder], maxFileSize, except })
  return indexing.state()
}

/** Checks drafts against articles. */
async function check(request: CheckRequest, { folder, complain }: Terminal, cache: ArticleCache | undefined): Promise<CheckResult> {
  const { settings, problems } = folderSettings(diskFiles, folder, undefined)
  problems.forEach(complain)
  const articles = createArticleTexts(uri => readArticleText(diskFiles, uri))
  const groundcheck = createGroundcheck({ textOf: uri => articles.document(uri)?.getText(), ...(cache && { bytes: cache.bytes }) })
  groundcheck.setSensitivity(settings.sensitivity)
  groundcheck.setAliases(settings.aliases)
  const sources = await sourcesOf(request, folder, settings.sources)
  const index = await indexArticles(groundcheck, cache, sources, settings.maxFileSize * 1e6, request.drafts)
  const shown: Shown = { folder, explain: request.explain }
  const drafts: CheckedDraft[] = []
  for (const path of request.drafts) drafts.push(checkDraft(groundcheck, shown, path, await readDraftText(folder, path)))
  return { schemaVersion: 1, sources: { articles: index.articles, skipped: index.skipped }, drafts }
}

const isContradicted = ({ verdict }: CheckedClaim): boolean => verdict === 'contradicted'

/** {@link check} with the cache of earlier runs, or without it if it turns out to be damaged. */
async function checkWithCache(request: CheckRequest, terminal: Terminal): Promise<CheckResult> {
  if (request.cacheFolder === null) return check(request, terminal, undefined)
  const folder = request.cacheFolder === undefined ? terminal.cacheFolder : resolve(terminal.folder, request.cacheFolder)
  const cache = createArticleCache({ folder, log: silentLog, damaged() {} })
  try {
    return await check(request, terminal, cache)
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error
    cache.discard()
    return check(request, terminal, undefined)
  }
}

/** Runs `groundcheck check`. @returns the exit code */
export async function runCheck(request: CheckRequest, terminal: Terminal): Promise<number> {
  const result = await checkWithCache(request, terminal)
  if (result.sources.articles === 0)
    terminal.complain('no source articles were found: name their folder with --sources or under "sources" in groundcheck.json')
  terminal.print(request.format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : textReport(result, terminal.colours))
  return result.drafts.some(({ claims }) => claims.some(isContradicted)) ? 1 : 0
}
