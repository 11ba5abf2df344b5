import {
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeResult,
  type Range,
  type ServerCapabilities,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import { codeActionKinds, provideCodeActions, resolveCodeAction } from './features/codeActions'
import { completionTriggers, provideCompletion, resolveCompletion } from './features/completion'
import { diagnosticSource } from './features/diagnostics'
import { provideDocumentLinks } from './features/documentLinks'
import { provideExplanation } from './features/explain'
import { provideHover } from './features/hover'
import { provideDefinition, provideHighlights, provideReferences, provideWorkspaceSymbols } from './features/navigation'
import type { DraftView } from './features/view'
import { monotonicNow } from './nodeWorkspace'
import { createOpenDocuments, type OpenDocuments } from './openDocuments'
import { explainMethod, reindexMethod, showSourceCommand, type ExplainParams } from './protocol'
import { runSafe } from './runSafe'
import { createSession, type Session } from './session'
import { version } from './version'

type CurrentSession = () => Session

/** What the server can do for a client. Diagnostics are asked for where the client can, and sent otherwise. */
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

/** Runs what a notification sets off; what goes wrong is logged. */
function run(session: CurrentSession, what: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => session().log.error(`${what}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`))
}

/** A handler for requests about a place or part of a draft. */
function answering<P extends { readonly textDocument: { readonly uri: string } }, R>(
  session: CurrentSession,
  what: string,
  empty: R,
  feature: (view: DraftView, params: P) => R,
) {
  return (params: P, token: CancellationToken) =>
    runSafe(session().log, what, empty, token, () => {
      const view = session().view(params.textDocument.uri)
      return view ? feature(view, params) : empty
    })
}

function registerFeatures(connection: Connection, session: CurrentSession): void {
  connection.onHover(answering(session, 'hover', null, (view, { position }) => provideHover(view, position)))
  connection.onCompletion(answering(session, 'completion', null, (view, { position }) => provideCompletion(view, position)))
  connection.onDefinition(answering(session, 'definition', null, (view, { position }) => provideDefinition(view, position)))
  connection.onReferences(answering(session, 'references', null, (view, { position }) => provideReferences(view, position)))
  connection.onDocumentHighlight(answering(session, 'highlights', null, (view, { position }) => provideHighlights(view, position)))
  connection.onDocumentLinks(answering(session, 'links', [], provideDocumentLinks))
  connection.onCodeAction(answering(session, 'code actions', [], provideCodeActions))
  connection.onRequest(
    explainMethod,
    answering(session, 'explanation', null, (view, { position }: ExplainParams) => provideExplanation(view, position)),
  )
  connection.onCompletionResolve((item, token) =>
    runSafe(session().log, 'completion', item, token, () => resolveCompletion(session().surroundings, item)),
  )
  connection.onCodeActionResolve((action, token) =>
    runSafe(session().log, 'code action', action, token, () => resolveCodeAction(session().surroundings.client, action)),
  )
  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafe(session().log, 'symbols', [], token, () => provideWorkspaceSymbols(session().surroundings, query)),
  )
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    runSafe(session().log, 'diagnostics', { kind: 'full', items: [] }, token, () =>
      session().answerPull(textDocument.uri, previousResultId),
    ),
  )
}

function registerCommands(connection: Connection, session: CurrentSession): void {
  connection.onRequest(reindexMethod, (token: CancellationToken) =>
    runSafe(session().log, 're-index', undefined, token, () => session().sources.reindex()),
  )
  connection.onExecuteCommand(({ command, arguments: args = [] }, token) =>
    runSafe(session().log, command, null, token, async () => {
      const [uri, selection] = args as [string, Range]
      if (command === showSourceCommand) await connection.window.showDocument({ uri, selection, takeFocus: true })
      return null
    }),
  )
}

function followDocuments({ manager }: OpenDocuments, session: CurrentSession): void {
  manager.onDidChangeContent(({ document }) => run(session, 'change', () => session().documentChanged(document)))
  manager.onDidSave(({ document }) => run(session, 'save', () => session().documentSaved(document)))
  manager.onDidClose(({ document }) => run(session, 'close', () => session().documentClosed(document)))
}

function followWorkspace(connection: Connection, session: CurrentSession): void {
  connection.onDidChangeConfiguration(({ settings }) =>
    run(session, 'settings', () => session().sources.settingsChanged((settings as { groundcheck?: unknown } | null)?.groundcheck)),
  )
  connection.onDidChangeWatchedFiles(({ changes }) =>
    run(session, 'file changes', () => session().sources.filesChanged(changes.map(({ uri }) => uri))),
  )
}

const uris = (folders: readonly WorkspaceFolder[]): string[] => folders.map(({ uri }) => uri)

/** What may only be asked of the client once it is initialized. */
async function begin(connection: Connection, session: CurrentSession): Promise<void> {
  const { log, sources, surroundings } = session()
  log.info(`Groundcheck ${version} on Node ${process.versions.node}`)
  if (surroundings.client.registersConfiguration)
    run(session, 'settings', async () => {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'groundcheck' })
    })
  if (surroundings.client.workspaceFolders)
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      run(session, 'folders', () => sources.foldersChanged(uris(added), uris(removed))),
    )
  await sources.reload()
}

/** Serves the client at the other end of a connection. */
export function startServer(connection: Connection): void {
  const documents = createOpenDocuments(monotonicNow)
  let session: Session | undefined
  const current = (): Session => session!

  connection.onInitialize((params): InitializeResult => {
    session = createSession(connection, documents, params)
    return { capabilities: capabilitiesFor(session.surroundings), serverInfo: { name: 'Groundcheck', version } }
  })
  connection.onInitialized(() => run(current, 'start', () => begin(connection, current)))
  connection.onShutdown(() => current().dispose())
  registerFeatures(connection, current)
  registerCommands(connection, current)
  followDocuments(documents, current)
  followWorkspace(connection, current)
  documents.manager.listen(connection)
  connection.listen()
}
