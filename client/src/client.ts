import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode'
import {
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node'
import { whyCommand, type InitializationOptions } from '../../server/src/protocol/messages'

/** What drafts are written in. */
export const draftSelector = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'untitled', language: 'markdown' },
]

/** Drafts, and plain text, so that the server learns of articles that are being edited. */
const documentSelector = [...draftSelector, { scheme: 'file', language: 'plaintext' }]

/** Creates a client for the bundled server, without starting it. */
export function createClient(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js')
  // for the server's compiled code, which is the same in all workspaces
  const args = ['--cache-dir', Uri.joinPath(context.globalStorageUri, 'server').fsPath]
  const serverOptions: ServerOptions = {
    run: { module, args, transport: TransportKind.ipc },
    debug: { module, args, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  }
  // in the workspace's storage, which VS Code removes along with the workspace
  const cacheFolder = Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'articles')
  const clientOptions: LanguageClientOptions = {
    documentSelector,
    initializationOptions: {
      commands: [whyCommand],
      cacheFolder: cacheFolder.fsPath,
      isTrusted: workspace.isTrusted,
    } satisfies InitializationOptions,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    initializationFailedHandler: () => false,
  }
  return new LanguageClient('groundcheck', 'Groundcheck', serverOptions, clientOptions)
}
