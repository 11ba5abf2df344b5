import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  createConnection,
  createMessageConnection,
  FileChangeType,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node'
import { startServer } from '../../server/src/lsp/server'
import { statusMethod, type Status } from '../../server/src/protocol/messages'
import { uriOf } from '../../server/src/uris'

/** A client that can do all that the server has a use for. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown'], labelDetailsSupport: true } },
    definition: { linkSupport: true },
    codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
}

/** A client that knows the protocol's beginnings only: text, hover, pushed diagnostics. */
export const plainCapabilities: ClientCapabilities = { textDocument: { publishDiagnostics: {} } }

export interface ClientOptions {
  /** Files of the workspace folder, by relative path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly capabilities?: ClientCapabilities
  /** Without a folder `workspaceFolders` is null. */
  readonly openFolder?: boolean
  /** Whether the writer trusts the workspace. */
  readonly isTrusted?: boolean
  /** The editor's settings under `groundcheck`. */
  readonly settings?: object
}

/** A message from the server. */
interface Received {
  readonly method: string
  readonly params: unknown
}

/** A client at work with a server in this process. */
export interface TestClient {
  readonly folder: string
  readonly connection: MessageConnection
  readonly initialized: InitializeResult
  uri(path: string): string
  /** Writes a file and tells the server, as an editor that watches files does. */
  writeFile(path: string, content: string): Promise<void>
  deleteFile(path: string): Promise<void>
  /** Tells the server of something that has come, a folder for example. */
  fileCame(path: string): Promise<void>
  /** What the server said, from the beginning, and will say: resolves with the first message that fits. */
  received<P>(method: string, fits?: (params: P) => boolean): Promise<P>
  /** Forgets what was said, so that {@link received} waits for something new. */
  forget(): void
  /** The next complete state of the index. */
  ready(): Promise<Status>
  changeSettings(settings: object): Promise<void>
  open(path: string, text: string, languageId?: string): Promise<OpenDraft>
  close(): Promise<void>
}

/** A document that is open in the client. */
export interface OpenDraft {
  readonly uri: string
  text(): string
  /** Replaces the first occurrence of a text by another. */
  edit(before: string, after: string): Promise<void>
  /** Puts in a text behind the first occurrence of another, as a keystroke does. */
  type(behind: string, text: string): Promise<void>
  save(): Promise<void>
  close(): Promise<void>
  /** What a client that asks is told. */
  pull(previousResultId?: string): Promise<DocumentDiagnosticReport>
  diagnostics(): Promise<readonly Diagnostic[]>
  hover(over: string): Promise<Hover | null>
  actions(over: string, only?: string[]): Promise<CodeAction[]>
  /** The text after an action. */
  apply(action: CodeAction): Promise<string>
  position(of: string): Position
}

function streams() {
  const toServer = new PassThrough()
  const toClient = new PassThrough()
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  return { server, client }
}

function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundcheck-lsp-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** How long a message may take, in milliseconds: far longer than any does. */
const PATIENCE = 10_000

/** Remembers messages and lets tests wait for one. */
function mailbox() {
  let messages: Received[] = []
  const waiting = new Set<() => void>()
  return {
    put(method: string, params: unknown) {
      messages.push({ method, params })
      waiting.forEach(look => look())
    },
    forget: () => void (messages = []),
    received: <P>(method: string, fits: (params: P) => boolean = () => true): Promise<P> =>
      new Promise((resolve, reject) => {
        const heard = (): string => messages.map(message => JSON.stringify(message).slice(0, 300)).join('\n')
        const giveUp = setTimeout(() => reject(new Error(`${method} as expected did not come, but:\n${heard()}`)), PATIENCE)
        const look = (): void => {
          const message = messages.find(each => each.method === method && fits(each.params as P))
          if (!message) return
          clearTimeout(giveUp)
          waiting.delete(look)
          resolve(message.params as P)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** Starts server and client over a pair of streams; the server has been initialized when it resolves. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const { files = {}, capabilities = fullCapabilities, openFolder = true, isTrusted = true } = options
  const folder = makeFolder(files)
  const { server, client } = streams()
  const box = mailbox()
  let settings: object | null = options.settings ?? null
  client.onNotification((method, params) => box.put(method, params))
  client.onUnhandledProgress(params => box.put('$/progress', params))
  client.onRequest((method, params) => {
    box.put(method, params)
    if (method === 'workspace/configuration') return (params as { items: unknown[] }).items.map(() => settings)
    return method === 'window/showDocument' ? { success: true } : null
  })
  startServer(server)
  client.listen()

  const workspaceFolders = openFolder ? [{ uri: uriOf(folder), name: 'test' }] : null
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders,
    initializationOptions: { isTrusted },
  })
  await client.sendNotification('initialized', {})

  const uri = (path: string): string => uriOf(join(folder, path))
  const tell = (path: string, type: FileChangeType): Promise<void> =>
    client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type }] })

  return {
    folder,
    connection: client,
    initialized,
    uri,
    received: box.received,
    forget: box.forget,
    ready: () => box.received<Status>(statusMethod, ({ phase }) => phase === 'ready'),
    writeFile(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
      return tell(path, FileChangeType.Changed)
    },
    deleteFile(path) {
      rmSync(join(folder, path), { recursive: true })
      return tell(path, FileChangeType.Deleted)
    },
    fileCame: path => tell(path, FileChangeType.Created),
    changeSettings(values) {
      settings = values
      return client.sendNotification('workspace/didChangeConfiguration', { settings: { groundcheck: values } })
    },
    open: (path, text, languageId = 'markdown') => openDraft(client, path.includes(':') ? path : uri(path), text, languageId),
    async close() {
      await client.sendRequest('shutdown')
      client.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openDraft(client: MessageConnection, uri: string, text: string, languageId: string): Promise<OpenDraft> {
  let document = TextDocument.create(uri, languageId, 1, text)
  const textDocument = { uri }
  const placeOf = (part: string): number => {
    const start = document.getText().indexOf(part)
    assert.ok(start >= 0, `"${part}" is not in the draft`)
    return start
  }
  const position = (of: string): Position => document.positionAt(placeOf(of) + 1)
  const replace = async (start: number, end: number, text: string): Promise<void> => {
    const range: Range = { start: document.positionAt(start), end: document.positionAt(end) }
    document = TextDocument.update(document, [{ range, text }], document.version + 1)
    const contentChanges = [{ range, text }]
    await client.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges })
  }
  const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.sendRequest('textDocument/diagnostic', { textDocument, ...(previousResultId !== undefined && { previousResultId }) })
  const diagnostics = async (): Promise<readonly Diagnostic[]> => {
    const report = await pull()
    assert.equal(report.kind, 'full')
    return report.kind === 'full' ? report.items : []
  }
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
  return {
    uri,
    text: () => document.getText(),
    position,
    edit(before, after) {
      const start = placeOf(before)
      return replace(start, start + before.length, after)
    },
    type(behind, typed) {
      const end = placeOf(behind) + behind.length
      return replace(end, end, typed)
    },
    save: () => client.sendNotification('textDocument/didSave', { textDocument }),
    close: () => client.sendNotification('textDocument/didClose', { textDocument }),
    pull,
    diagnostics,
    hover: over => client.sendRequest('textDocument/hover', { textDocument, position: position(over) }),
    async actions(over, only) {
      const start = position(over)
      const context = { diagnostics: await diagnostics(), ...(only && { only }) }
      return client.sendRequest('textDocument/codeAction', { textDocument, range: { start, end: start }, context })
    },
    async apply(action) {
      const resolved = action.edit ? action : await client.sendRequest<CodeAction>('codeAction/resolve', action)
      const [change] = resolved.edit!.documentChanges as { edits: TextEdit[] }[]
      return TextDocument.applyEdits(document, change.edits)
    },
  }
}

/** Waits until the diagnostics that are pushed for a document are as they should be. */
export const pushed = (client: TestClient, uri: string, count: number): Promise<PublishDiagnosticsParams> =>
  client.received<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    params => params.uri === uri && params.diagnostics.length === count,
  )

/** A draft whose lines of `^^^` mark what should be flagged in the line above: the text without them, and the marked texts. */
export function marked(draft: string): { readonly text: string; readonly flagged: readonly string[] } {
  const lines: string[] = []
  const flagged: string[] = []
  for (const line of draft.split('\n')) {
    if (!/^ *\^[\^ ]*$/.test(line)) lines.push(line)
    else for (const { index, 0: carets } of line.matchAll(/\^+/g)) flagged.push(lines.at(-1)!.slice(index, index + carets.length))
  }
  return { text: lines.join('\n'), flagged }
}

/** The flagged texts of a draft, in order. */
export const flaggedTexts = (text: string, diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ range }) => TextDocument.create('', '', 0, text).getText(range))

/** The message of a diagnostic, which is always plain text. */
export const messageOf = ({ message }: Diagnostic): string => String(message)
