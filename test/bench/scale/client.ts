import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  CodeActionKind,
  createProtocolConnection,
  CodeActionRequest,
  CompletionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type Diagnostic,
  type FileEvent,
  type Position,
  type ProtocolConnection,
  type Range,
} from 'vscode-languageserver/node'

/** What VS Code can do, as far as answers depend on it. */
const capabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown'], labelDetailsSupport: true } },
    diagnostic: { relatedDocumentSupport: false, relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
}

/** A draft as the client keeps it. */
interface OpenDraft {
  readonly uri: string
  version: number
  resultId?: string
}

/** A running server and an editor's side of the conversation. Times are in milliseconds since the process was started. */
export interface ServerClient {
  readonly initializedAt: number
  /** Resolves when the server says that all sources are read. */
  readonly ready: Promise<number>
  sinceStart(): number
  open(uri: string, text: string): OpenDraft
  edit(draft: OpenDraft, range: Range, text: string): void
  /** The diagnostics of a draft; null where the server says that they are as they were. */
  pull(draft: OpenDraft): Promise<Diagnostic[] | null>
  hover(draft: OpenDraft, position: Position): Promise<unknown>
  complete(draft: OpenDraft, position: Position): Promise<unknown>
  fixAll(draft: OpenDraft, whole: Range): Promise<unknown>
  quickFix(draft: OpenDraft, diagnostic: Diagnostic): Promise<unknown>
  fileChanged(path: string): void
  /** Resolves when the server next says that diagnostics are to be asked for again. */
  refreshed(): Promise<void>
  /** Memory that the server occupies, in bytes. */
  memory(): number
  stop(): Promise<void>
}

/** How the server is started. */
export interface ServerOptions {
  readonly server: string
  readonly folder: string
  /** Where analyses are kept from one start to the next; nothing is kept when undefined. */
  readonly storage?: string
}

function residentMemory({ pid }: ChildProcess): number {
  const line = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return line ? Number(line[1]) * 1024 : NaN
}

function answerServer(connection: ProtocolConnection, refresh: () => void): void {
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null))
  connection.onRequest(RegistrationRequest.type, () => undefined)
  connection.onRequest(UnregistrationRequest.type, () => undefined)
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined)
  connection.onRequest(DiagnosticRefreshRequest.type, refresh)
}

/** Starts a server over standard input and output and introduces itself as an editor with one folder open. */
export async function startServer({ server, folder, storage }: ServerOptions): Promise<ServerClient> {
  const started = performance.now()
  const child = spawn(process.execPath, [server, '--stdio', ...(storage === undefined ? ['--no-cache'] : ['--cache-dir', storage])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  const sinceStart = (): number => performance.now() - started
  let refresh = (): void => {}
  answerServer(connection, () => refresh())
  const ready = new Promise<number>(resolve => {
    connection.onNotification('groundcheck/status', ({ phase }: { phase: string }) => {
      if (phase === 'ready') resolve(sinceStart())
    })
  })
  connection.listen()
  const root = pathToFileURL(folder).toString()
  const workspaceFolders = [{ uri: root, name: 'bench' }]
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: root, workspaceFolders, capabilities }) // prettier-ignore
  const initializedAt = sinceStart()
  await connection.sendNotification(InitializedNotification.type, {})

  const document = ({ uri }: OpenDraft) => ({ textDocument: { uri } })
  const notify = (sent: Promise<void>): void => void sent.catch(() => undefined)
  return {
    initializedAt,
    ready,
    sinceStart,
    open(uri, text) {
      notify(connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'markdown', version: 1, text } })) // prettier-ignore
      return { uri, version: 1 }
    },
    edit(draft, range, text) {
      draft.version++
      const textDocument = { uri: draft.uri, version: draft.version }
      notify(connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges: [{ range, text }] }))
    },
    async pull(draft) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { ...document(draft), previousResultId: draft.resultId })
      draft.resultId = report.resultId
      return report.kind === 'full' ? report.items : null
    },
    hover: (draft, position) => connection.sendRequest(HoverRequest.type, { ...document(draft), position }),
    complete: (draft, position) => connection.sendRequest(CompletionRequest.type, { ...document(draft), position }),
    fixAll: (draft, range) =>
      connection.sendRequest(CodeActionRequest.type, { ...document(draft), range, context: { diagnostics: [], only: ['source.fixAll'] } }),
    quickFix: (draft, diagnostic) =>
      connection.sendRequest(CodeActionRequest.type, {
        ...document(draft),
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      }),
    fileChanged(path) {
      const changes: FileEvent[] = [{ uri: pathToFileURL(path).toString(), type: FileChangeType.Changed }]
      notify(connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes }))
    },
    refreshed: () => new Promise(resolve => (refresh = resolve)),
    memory: () => residentMemory(child),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type)
      await connection.sendNotification(ExitNotification.type)
      await new Promise(resolve => child.once('exit', resolve))
      connection.dispose()
    },
  }
}
