import type {
  CancellationToken,
  Connection,
  InitializeResult,
  Location,
  Position,
  Range,
  ServerCapabilities,
  WorkspaceFolder,
} from 'vscode-languageserver'
import { breathe, monotonicNow } from '../clock'
import { codeActionKinds, provideCodeActions, resolveCodeAction } from '../features/codeActions'
import { completionTriggers, provideCompletion, resolveCompletion } from '../features/completion'
import { diagnosticSource } from '../features/diagnostics'
import { provideDocumentLinks } from '../features/documentLinks'
import { provideExplanation } from '../features/explain'
import { provideHover } from '../features/hover'
import { provideDefinition, provideHighlights, provideReferences, provideWorkspaceSymbols } from '../features/navigation'
import type { DraftView } from '../features/view'
import { DidChangeConfigurationNotification, ErrorCodes, ResponseError, TextDocumentSyncKind } from '../protocol/library'
import {
  explainMethod,
  reindexMethod,
  showSourceCommand,
  trustedMethod,
  type ExplainParams,
  type InitializationOptions,
} from '../protocol/messages'
import { doInSlices } from '../slices'
import { version } from '../version'
import { connectionLog } from './lspWorkspace'
import { createOpenDocuments, type OpenDocuments } from './openDocuments'
import { createRequests, type Requests } from './requests'
import { createSession, type Session } from './session'

/** What handlers work with. The session begins with the first request and ends with the last; everything else comes in between. */
interface Handling {
  readonly connection: Connection
  readonly requests: Requests
  /** @throws the protocol's error for a message that comes before the session begins or after it ends */
  session(): Session
}

/** What the server can do for a client. Diagnostics are pulled by clients that can, and pushed to the others. */
function capabilitiesFor({ client }: Session['surroundings']): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    codeActionProvider: { codeActionKinds, resolveProvider: client.resolvesEdits },
    executeCommandProvider: { commands: [showSourceCommand] },
    ...(client.pullDiagnostics && {
      diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: true, workspaceDiagnostics: false },
    }),
    ...(client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  }
}

/** A handler for requests about a place or part of a draft; `empty` is the answer for a document that is not an open draft. */
function answering<P extends { readonly textDocument: { readonly uri: string } }, R>(
  { requests, session }: Handling,
  what: string,
  empty: R,
  feature: (view: DraftView, params: P, token: CancellationToken) => R | Promise<R>,
) {
  return (params: P, token: CancellationToken) =>
    requests.answer(what, empty, token, () => {
      const view = session().view(params.textDocument.uri)
      return view ? feature(view, params, token) : empty
    })
}

/** All references, found in slices so that other requests are answered meanwhile; none if the request was cancelled. */
const findReferences = async (view: DraftView, position: Position, token: CancellationToken): Promise<Location[] | null> =>
  (await doInSlices(provideReferences(view, position), { now: monotonicNow, breathe }, () => !token.isCancellationRequested)) ?? null

function answerForDrafts(handling: Handling): void {
  const { connection } = handling
  connection.onHover(answering(handling, 'hover', null, (view, { position }) => provideHover(view, position)))
  connection.onCompletion(answering(handling, 'completion', null, (view, { position }) => provideCompletion(view, position)))
  connection.onDefinition(answering(handling, 'definition', null, (view, { position }) => provideDefinition(view, position)))
  connection.onReferences(answering(handling, 'references', null, (view, { position }, token) => findReferences(view, position, token)))
  connection.onDocumentHighlight(answering(handling, 'highlights', null, (view, { position }) => provideHighlights(view, position)))
  connection.onDocumentLinks(answering(handling, 'links', [], provideDocumentLinks))
  connection.onCodeAction(answering(handling, 'code actions', [], provideCodeActions))
  connection.onRequest(
    explainMethod,
    answering(handling, 'explanation', null, (view, { position }: ExplainParams) => provideExplanation(view, position)),
  )
}

function answerForAll({ connection, requests, session }: Handling): void {
  connection.onCompletionResolve((item, token) =>
    requests.answer('completion', item, token, () => resolveCompletion(session().surroundings, item)),
  )
  connection.onCodeActionResolve((action, token) =>
    requests.answer('code action', action, token, () => resolveCodeAction(session().surroundings.client, action)),
  )
  connection.onWorkspaceSymbol(({ query }, token) =>
    requests.answer('symbols', [], token, () => provideWorkspaceSymbols(session().surroundings, query)),
  )
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await session().answerable()
    return requests.answer('diagnostics', { kind: 'full', items: [] }, token, () =>
      session().answerPull(textDocument.uri, previousResultId, () => !token.isCancellationRequested),
    )
  })
}

function obeyCommands({ connection, requests, session }: Handling): void {
  connection.onNotification(trustedMethod, () => requests.follow('trust the workspace', () => session().sources.trusted()))
  connection.onRequest(reindexMethod, () => requests.follow('re-index', () => session().sources.reindex()))
  connection.onExecuteCommand(({ command, arguments: args = [] }, token) =>
    requests.answer(command, null, token, async () => {
      const [uri, selection] = args as [string, Range]
      if (command === showSourceCommand) await connection.window.showDocument({ uri, selection, takeFocus: true })
      return null
    }),
  )
}

function followDocuments({ manager }: OpenDocuments, { requests, session }: Handling): void {
  manager.onDidChangeContent(({ document }) => requests.follow('change', () => session().documentChanged(document)))
  manager.onDidSave(({ document }) => requests.follow('save', () => session().documentSaved(document)))
  manager.onDidClose(({ document }) => requests.follow('close', () => session().documentClosed(document)))
}

function followWorkspace({ connection, requests, session }: Handling): void {
  connection.onDidChangeConfiguration(({ settings }) =>
    requests.follow('settings', () => session().sources.settingsChanged((settings as { groundcheck?: unknown } | null)?.groundcheck)),
  )
  connection.onDidChangeWatchedFiles(({ changes }) =>
    requests.follow('file changes', () => session().sources.filesChanged(changes.map(({ uri }) => uri))),
  )
}

const uris = (folders: readonly WorkspaceFolder[]): string[] => folders.map(({ uri }) => uri)

/** Starts what needs a client that is fully initialized. */
function begin({ connection, requests, session }: Handling): void {
  const { log, sources, surroundings } = session()
  log.info(`Groundcheck ${version} on Node ${process.versions.node}`)
  if (surroundings.client.registersConfiguration)
    requests.follow('settings', async () => {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'groundcheck' })
    })
  if (surroundings.client.workspaceFolders)
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      requests.follow('folders', () => sources.foldersChanged(uris(added), uris(removed))),
    )
  requests.follow('start', () => sources.reload())
}

/**
 * Serves the client at the other end of a connection.
 * @param cacheFolder where analyses are kept from one start to the next, given what the client asks for; nowhere by default
 * @param ended awaited when the client shuts the server down
 * @param answered called when all answers are out and no request is in progress
 */
export function startServer(
  connection: Connection,
  cacheFolder: (asked: InitializationOptions) => string | undefined = () => undefined,
  ended: () => Promise<void> = () => Promise.resolve(),
  answered: () => void = () => {},
): void {
  const documents = createOpenDocuments(monotonicNow)
  const requests = createRequests(connectionLog(connection), monotonicNow, answered)
  let session: Session | undefined
  let isOver = false
  const handling: Handling = {
    connection,
    requests,
    session() {
      if (isOver) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down')
      if (!session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized')
      return session
    },
  }

  connection.onInitialize((params): InitializeResult => {
    if (session) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been initialized before')
    session = createSession(
      connection,
      documents,
      requests,
      params,
      cacheFolder((params.initializationOptions ?? {}) as InitializationOptions),
    )
    return { capabilities: capabilitiesFor(session.surroundings), serverInfo: { name: 'Groundcheck', version } }
  })
  connection.onInitialized(() => begin(handling))
  connection.onShutdown(async () => {
    isOver = true
    await session?.dispose()
    await ended()
  })
  answerForDrafts(handling)
  answerForAll(handling)
  obeyCommands(handling)
  followDocuments(documents, handling)
  followWorkspace(handling)
  documents.manager.listen(connection)
  connection.listen()
}
