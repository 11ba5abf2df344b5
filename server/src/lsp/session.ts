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
import { isChecked, reportOn, typingIn, type CheckingState, type Report } from './checking'
import { answerPull, pullDelivery, pushDelivery, type VersionedReport } from './delivery'
import { createDrafts } from './drafts'
import { lspWorkspace } from './lspWorkspace'
import type { OpenDocuments } from './openDocuments'
import type { Requests } from './requests'
import { createSourceKeeper, type SourceKeeper } from './sourceKeeper'

/** One client's work with the server, from its first word to its last. */
export interface Session {
  readonly log: Log
  readonly sources: SourceKeeper
  readonly surroundings: Surroundings
  /** The draft behind a URI; null when it is not open, or an article. */
  view(uri: string): DraftView | null
  /** Resolves when pulled diagnostics can be answered. */
  answerable(): Promise<void>
  /** The diagnostics of a draft; what is worked out is given up when they are not wanted any more. */
  answerPull(uri: string, previousId: string | undefined, isWanted: () => boolean): Promise<DocumentDiagnosticReport>
  documentChanged(document: TextDocument): Promise<void>
  documentSaved(document: TextDocument): Promise<void>
  documentClosed(document: TextDocument): Promise<void>
  dispose(): Promise<void>
}

/** How long a draft is judged before everything else gets its turn, in milliseconds. */
const SLICE = 10

/** The same for work that nobody waits for: a keystroke may come meanwhile. */
const SHORT_SLICE = 5

/** How long after its first report a draft is rehearsed, read for names and kept, in milliseconds: the report goes first. */
const SETTLE = 100

/** How many keystrokes are rehearsed. */
const REHEARSALS = 50

const NO_DRAFT: Report = { resultId: 'no draft', items: [], state: '' }

/**
 * Sets up the work for a client that has said what it can do. Nothing is read yet.
 * @param cacheFolder where what is analysed is kept from one start to the next; nowhere when undefined
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
  let isIndexed = false
  let isRebuilding = false

  /** What was kept is damaged, as came out in the midst of something: it is made anew once that is over. */
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
  let tellIndexed = (): void => {}
  const indexed = new Promise<void>(resolve => (tellIndexed = resolve))

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
      // before that nothing is shown, so nothing changes
      if (isIndexed) delivery.refresh()
    },
    saved: () => requests.follow('keep drafts', keepDrafts),
  })

  const viewOf = (document: TextDocument): DraftView => ({
    ...surroundings,
    document,
    get draft() {
      return drafts.read(document)
    },
    settings: sources.settingsFor(document.uri),
  })
  const isDraft = (document: TextDocument): boolean => document.languageId !== 'plaintext' && !sources.isArticle(document.uri)
  const openDraft = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri)
    return document && isDraft(document) ? document : undefined
  }
  const openDrafts = (): string[] =>
    documents.manager
      .all()
      .filter(isDraft)
      .map(({ uri }) => uri)

  /** Keeps a draft for the next start, as far as it is judged. */
  const keepDraft = async (uri: string): Promise<void> => {
    const draft = drafts.known(uri)
    if (draft) await sources.keepDraft(uri, draft)
  }

  /** Reads an open draft for names, in slices, so that the first list of names need not. */
  const readNames = async (uri: string): Promise<void> => {
    for (;;) {
      await requests.rest()
      const draft = drafts.known(uri)
      const end = workspace.now() + SHORT_SLICE
      if (!draft || groundcheck.prepareNames(draft, () => workspace.now() >= end)) return
    }
  }

  /** Types here and there in a draft where nobody sees it, so that the first real keystrokes find all that they need compiled. */
  const rehearse = async (uri: string): Promise<void> => {
    for (let turn = 0; turn < REHEARSALS; turn++) {
      await requests.rest()
      const draft = drafts.known(uri)
      if (!draft) return
      const at = Math.floor((turn / REHEARSALS) * draft.text.length)
      const edited = groundcheck.readDraft(`${draft.text.slice(0, at)}7${draft.text.slice(at)}`, draft)
      const end = workspace.now() + SHORT_SLICE
      groundcheck.prepareEdited(edited, () => workspace.now() >= end)
    }
  }
  const settleSoon = (uri: string): void => {
    const settle = async (): Promise<void> => {
      await rehearse(uri)
      await readNames(uri)
      await requests.rest()
      await keepDraft(uri)
    }
    setTimeout(() => requests.follow('settle a draft', settle), SETTLE).unref()
  }
  const keepDrafts = async (): Promise<void> => {
    for (const uri of openDrafts()) await keepDraft(uri)
  }

  const canAskAgain = !client.pullDiagnostics || client.refreshDiagnostics
  const reports = new Map<string, Report>()
  /** The drafts that were checked against all sources since they were opened. */
  const checked = new Set<string>()
  let reportsMade = 0
  const began = Date.now().toString(36)

  const checkingState = (): CheckingState => ({
    indexed: isIndexed,
    settingsGeneration: sources.settingsGeneration(),
    now: workspace.now(),
    canAskAgain,
  })

  const report = (view: DraftView, state: CheckingState): VersionedReport => {
    const { uri, version } = view.document
    const made = reportOn(view, documents, state, reports.get(uri), () => `${began}.${++reportsMade}`)
    if (isIndexed && !checked.has(uri)) {
      checked.add(uri)
      settleSoon(uri)
    }
    reports.set(uri, made)
    return { version, report: made }
  }

  /**
   * The report on a draft as it is when all is judged, but for what an edit of a heading would have judged again while it is typed;
   * null when the draft is not open, or the report not wanted any more. It is judged in slices, unless the sources change meanwhile:
   * while they keep changing it would never end.
   */
  const reportInSlices = async (uri: string, isWanted: () => boolean): Promise<VersionedReport | null> => {
    const { generation } = groundcheck
    for (;;) {
      const document = openDraft(uri)
      if (!document || !isWanted()) return null
      const view = viewOf(document)
      const state = checkingState()
      const end = state.now + SLICE
      const isSliceOver = (): boolean => groundcheck.generation === generation && workspace.now() >= end
      const prepare = typingIn(view, documents, state) ? groundcheck.prepareEdited : groundcheck.prepare
      if (!isChecked(view, documents, isIndexed) || prepare(view.draft, isSliceOver)) return report(view, state)
      await breathe()
    }
  }
  const pull = pullDelivery(connection, client.refreshDiagnostics)
  const delivery = client.pullDiagnostics ? pull : pushDelivery(connection, workspace.log, openDrafts, reportInSlices)

  return {
    log: workspace.log,
    sources,
    surroundings,
    view(uri) {
      const document = openDraft(uri)
      return document ? viewOf(document) : null
    },
    // a client that cannot be told to ask again has to wait for the sources
    answerable: () => (canAskAgain ? Promise.resolve() : indexed),
    async answerPull(uri, previousId, isWanted) {
      const { report: made } = (await reportInSlices(uri, isWanted)) ?? { report: NO_DRAFT }
      if (made.askAgainIn !== undefined) pull.askAgainIn(made.askAgainIn)
      return answerPull(made, previousId)
    },
    async documentChanged(document) {
      if (isDraft(document)) delivery.documentChanged(document.uri)
      else await sources.filesChanged([document.uri])
    },
    async documentSaved(document) {
      if (isDraft(document)) {
        delivery.refresh()
        await keepDraft(document.uri)
      }
      // a client that cannot watch files may have saved more than it says
      if (!client.registersWatchers) await sources.reload()
      else if (!isDraft(document)) await sources.filesChanged([document.uri])
    },
    async documentClosed(document) {
      requests.follow('keep a draft', () => keepDraft(document.uri))
      drafts.close(document.uri)
      reports.delete(document.uri)
      checked.delete(document.uri)
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
