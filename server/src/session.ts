import type { Connection, DocumentDiagnosticReport, InitializeParams } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { createArticleTexts, readArticleText } from './articleTexts'
import { reportOn, type Report } from './checking'
import { readClientProfile } from './clientProfile'
import { createGroundcheck } from './core/groundcheck'
import { answerPull, pullDelivery, pushDelivery } from './delivery'
import { createDrafts } from './drafts'
import type { DraftView, Surroundings } from './features/view'
import { lspWorkspace } from './lspWorkspace'
import type { OpenDocuments } from './openDocuments'
import { statusMethod, type Status } from './protocol'
import type { Requests } from './requests'
import { createSourceKeeper, type SourceKeeper } from './sourceKeeper'
import type { Log } from './workspace'

/** One client's work with the server, from its first word to its last. */
export interface Session {
  readonly log: Log
  readonly sources: SourceKeeper
  readonly surroundings: Surroundings
  /** The draft behind a URI; null when it is not open, or an article. */
  view(uri: string): DraftView | null
  /** Resolves when pulled diagnostics can be answered. */
  answerable(): Promise<void>
  answerPull(uri: string, previousId: string | undefined): DocumentDiagnosticReport
  documentChanged(document: TextDocument): Promise<void>
  documentSaved(document: TextDocument): Promise<void>
  documentClosed(document: TextDocument): Promise<void>
  dispose(): void
}

/** Sets up the work for a client that has said what it can do. Nothing is read yet. */
export function createSession(connection: Connection, documents: OpenDocuments, requests: Requests, params: InitializeParams): Session {
  const client = readClientProfile(params)
  const workspace = lspWorkspace(connection, documents, requests, client)
  const articles = createArticleTexts(uri => readArticleText(workspace.files, uri))
  const groundcheck = createGroundcheck({ textOf: uri => articles.document(uri)?.getText() })
  const drafts = createDrafts(groundcheck)
  const surroundings: Surroundings = { groundcheck, articles, client }
  let isIndexed = false
  let tellIndexed = (): void => {}
  const indexed = new Promise<void>(resolve => (tellIndexed = resolve))

  const sources = createSourceKeeper({
    connection,
    client,
    workspace,
    groundcheck,
    params,
    touched: articles.forget,
    changed() {
      const state = sources.state()
      isIndexed ||= state.phase === 'ready' || state.phase === 'stopped'
      if (isIndexed) tellIndexed()
      const status: Status = { ...state, problems: sources.problems() }
      void connection.sendNotification(statusMethod, status)
      delivery.refresh()
    },
  })

  const viewOf = (document: TextDocument): DraftView => ({
    ...surroundings,
    document,
    draft: drafts.read(document),
    settings: sources.settingsFor(document.uri),
    judgements: () => drafts.judge(document),
  })
  const isDraft = (document: TextDocument): boolean => document.languageId !== 'plaintext' && !sources.isArticle(document.uri)
  const openDrafts = (): TextDocument[] => documents.manager.all().filter(isDraft)

  const canAskAgain = !client.pullDiagnostics || client.refreshDiagnostics
  const report = (document: TextDocument): Report =>
    reportOn(viewOf(document), documents, {
      indexed: isIndexed,
      settingsGeneration: sources.settingsGeneration(),
      now: workspace.now(),
      canAskAgain,
    })
  const pull = pullDelivery(connection, client.refreshDiagnostics)
  const delivery = client.pullDiagnostics ? pull : pushDelivery(connection, workspace.log, openDrafts, report)

  return {
    log: workspace.log,
    sources,
    surroundings,
    view(uri) {
      const document = documents.get(uri)
      return document && isDraft(document) ? viewOf(document) : null
    },
    // a client that cannot be told to ask again has to wait for the sources
    answerable: () => (canAskAgain ? Promise.resolve() : indexed),
    answerPull(uri, previousId) {
      const document = documents.get(uri)
      const made: Report = document && isDraft(document) ? report(document) : { resultId: 'no draft', items: () => [] }
      if (made.askAgainIn !== undefined) pull.askAgainIn(made.askAgainIn)
      return answerPull(made, previousId)
    },
    async documentChanged(document) {
      if (isDraft(document)) delivery.documentChanged(document)
      else await sources.filesChanged([document.uri])
    },
    async documentSaved(document) {
      if (isDraft(document)) delivery.refresh()
      // a client that cannot watch files may have saved more than it says
      if (!client.registersWatchers) await sources.reload()
      else if (!isDraft(document)) await sources.filesChanged([document.uri])
    },
    async documentClosed(document) {
      drafts.close(document.uri)
      delivery.documentClosed(document)
      if (!isDraft(document)) await sources.filesChanged([document.uri])
    },
    dispose() {
      delivery.dispose()
      sources.stop()
    },
  }
}
