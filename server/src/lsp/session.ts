import type { Connection, DocumentDiagnosticReport, InitializeParams } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { createArticleCache } from '../cache/articleCache'
import { breathe } from '../clock'
import { createGroundcheck } from '../core/groundcheck'
import type { DraftView, Surroundings } from '../features/view'
import { readClientProfile } from '../protocol/clientProfile'
import { statusMethod, type Status } from '../protocol/messages'
import { createArticleTexts, readArticleText } from '../sources/articleTexts'
import type { Log } from '../workspace'
import type { Report } from './checking'
import { answerPull, pullDelivery, pushDelivery } from './delivery'
import { createDrafts } from './drafts'
import { createDraftUpkeep } from './draftUpkeep'
import { lspWorkspace } from './lspWorkspace'
import type { OpenDocuments } from './openDocuments'
import { createReporter } from './reporting'
import type { Requests } from './requests'
import { createSourceKeeper, type SourceKeeper } from './sourceKeeper'

/** One client's work with the server, from `initialize` to `shutdown`. */
export interface Session {
  readonly log: Log
  readonly sources: SourceKeeper
  readonly surroundings: Surroundings
  /** The draft behind a URI; null when it is not open, or an article. */
  view(uri: string): DraftView | null
  /** Resolves when pulled diagnostics can be answered. */
  answerable(): Promise<void>
  /** The diagnostics of a draft. The work on them is abandoned once `isWanted` says no. */
  answerPull(uri: string, previousId: string | undefined, isWanted: () => boolean): Promise<DocumentDiagnosticReport>
  documentChanged(document: TextDocument): Promise<void>
  documentSaved(document: TextDocument): Promise<void>
  documentClosed(document: TextDocument): Promise<void>
  dispose(): Promise<void>
}

const NO_DRAFT: Report = { resultId: 'no draft', items: [], state: '' }

/**
 * Sets up the work for a client that has said what it can do. Nothing is read yet.
 * @param cacheFolder where analyses are kept from one start to the next; nowhere when undefined
 */
export function createSession(
  connection: Connection,
  documents: OpenDocuments,
  requests: Requests,
  params: InitializeParams,
  cacheFolder: string | undefined,
): Session {
  const client = readClientProfile(params)
  const workspace = lspWorkspace(connection, documents, requests, client)
  const articles = createArticleTexts(uri => readArticleText(workspace.files, uri))
  const cache = cacheFolder === undefined ? undefined : createArticleCache({ folder: cacheFolder, log: workspace.log, damaged: rebuild })
  const groundcheck = createGroundcheck({ textOf: uri => articles.document(uri)?.getText(), ...(cache && { bytes: cache.bytes }) })
  const drafts = createDrafts(groundcheck, uri => sources.keptDraft(uri))
  const surroundings: Surroundings = { groundcheck, articles, client }
  /** Clients that pull but cannot be told to ask again have to be given final answers. */
  const canAskAgain = !client.pullDiagnostics || client.refreshDiagnostics
  let isIndexed = false
  let tellIndexed = (): void => {}
  const indexed = new Promise<void>(resolve => (tellIndexed = resolve))
  let isRebuilding = false

  /** Rebuilds a damaged cache. The damage shows in the middle of some other work, which is finished first. */
  function rebuild(): void {
    if (isRebuilding) return
    isRebuilding = true
    workspace.log.warn('the cached articles are damaged and are rebuilt')
    requests.follow('rebuild', async () => {
      await breathe()
      isRebuilding = false
      await sources.rebuild()
    })
  }

  const sources = createSourceKeeper({
    connection,
    client,
    workspace,
    groundcheck,
    cache,
    params,
    touched: articles.forget,
    changed() {
      const state = sources.state()
      isIndexed ||= state.phase === 'ready' || state.phase === 'stopped'
      if (isIndexed) tellIndexed()
      const status: Status = { ...state, problems: sources.problems() }
      void connection.sendNotification(statusMethod, status)
      // until then no draft has diagnostics that could change
      if (isIndexed) delivery.refresh()
    },
    saved: () => requests.follow('keep drafts', keepDrafts),
  })

  const isDraft = (document: TextDocument): boolean => document.languageId !== 'plaintext' && !sources.isArticle(document.uri)
  const openDrafts = (): string[] =>
    documents.manager
      .all()
      .filter(isDraft)
      .map(({ uri }) => uri)
  const view = (uri: string): DraftView | null => {
    const document = documents.get(uri)
    if (!document || !isDraft(document)) return null
    return {
      ...surroundings,
      document,
      get draft() {
        return drafts.read(document)
      },
      settings: sources.settingsFor(document.uri),
    }
  }

  const upkeep = createDraftUpkeep({ groundcheck, drafts, requests, workspace, keepDraft: sources.keepDraft })
  const keepDrafts = async (): Promise<void> => {
    for (const uri of openDrafts()) await upkeep.keep(uri)
  }

  const reporter = createReporter({
    documents,
    groundcheck,
    workspace,
    canAskAgain,
    view,
    isIndexed: () => isIndexed,
    settingsGeneration: sources.settingsGeneration,
    reported: upkeep.settleSoon,
  })
  const pull = pullDelivery(connection, client.refreshDiagnostics)
  const delivery = client.pullDiagnostics ? pull : pushDelivery(connection, workspace.log, openDrafts, reporter.report)

  return {
    log: workspace.log,
    sources,
    surroundings,
    view,
    answerable: () => (canAskAgain ? Promise.resolve() : indexed),
    async answerPull(uri, previousId, isWanted) {
      const { report } = (await reporter.report(uri, isWanted)) ?? { report: NO_DRAFT }
      if (report.askAgainIn !== undefined) pull.askAgainIn(report.askAgainIn)
      return answerPull(report, previousId)
    },
    async documentChanged(document) {
      if (isDraft(document)) delivery.documentChanged(document.uri)
      else await sources.filesChanged([document.uri])
    },
    async documentSaved(document) {
      if (isDraft(document)) {
        delivery.refresh()
        await upkeep.keep(document.uri)
      }
      // a client that cannot watch files may have saved other files, too
      if (!client.registersWatchers) await sources.reload()
      else if (!isDraft(document)) await sources.filesChanged([document.uri])
    },
    async documentClosed(document) {
      requests.follow('keep a draft', () => upkeep.keep(document.uri))
      drafts.close(document.uri)
      reporter.forget(document.uri)
      delivery.documentClosed(document.uri)
      if (!isDraft(document)) await sources.filesChanged([document.uri])
    },
    async dispose() {
      delivery.dispose()
      await sources.stop()
      await keepDrafts()
    },
  }
}
