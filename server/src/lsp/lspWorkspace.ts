import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver'
import { createAnalyzer, workerScript } from '../analysis/analyzer'
import { monotonicNow } from '../clock'
import type { ClientProfile } from '../protocol/clientProfile'
import { diskFiles } from '../sources/diskFiles'
import { requirePath } from '../uris'
import {
  isSkipped,
  silentProgress,
  type Files,
  type Log,
  type Progress,
  type SkippedFile,
  type SourceFile,
  type Workspace,
} from '../workspace'
import type { OpenDocuments } from './openDocuments'
import type { Requests } from './requests'

/** The output channel of the client. */
export const connectionLog = (connection: Connection): Log => ({
  info: message => connection.console.info(message),
  warn: message => connection.console.warn(message),
  error: message => connection.console.error(message),
})

/** The bytes of a file that is edited and not yet saved. */
function editedBytes(documents: OpenDocuments, uri: string): Uint8Array | undefined {
  const document = documents.get(uri)
  return document && documents.isEdited(document) ? new TextEncoder().encode(document.getText()) : undefined
}

/** Files as the writer sees them: unsaved text takes precedence over what is on disk. */
function openFirst(files: Files, documents: OpenDocuments): Files {
  const asOpen = <F extends SourceFile | SkippedFile | null>(file: F): F | SourceFile => {
    const document = file && !isSkipped(file) ? documents.get(file.uri) : undefined
    if (!file || isSkipped(file) || !document || !documents.isEdited(document)) return file
    return { ...file, size: document.getText().length, stamp: `version ${document.version}`, unsaved: true }
  }
  return {
    async list(folders) {
      const { files: found, skipped } = await files.list(folders)
      return { files: found.map(asOpen), skipped }
    },
    look: async (uri, folders) => asOpen(await files.look(uri, folders)),
    read: async uri => editedBytes(documents, uri) ?? files.read(uri),
    readNow: uri => editedBytes(documents, uri) ?? files.readNow(uri),
  }
}

const percentage = (done: number, total: number): number => (total === 0 ? 100 : Math.floor((done / total) * 100))

/** Progress as the client shows it, with a way to stop. The work does not wait for the client to set it up. */
function beginProgress(connection: Connection, title: string): Progress {
  let reporter: WorkDoneProgressServerReporter | undefined
  const begun = connection.window.createWorkDoneProgress().then(created => {
    created.begin(title, 0, undefined, true)
    reporter = created
  })
  begun.catch(() => undefined)
  return {
    report: (done, total) => reporter?.report(percentage(done, total), `${done} of ${total}`),
    get stopped() {
      return reporter?.token.isCancellationRequested ?? false
    },
    end: () => void begun.then(() => reporter?.done()).catch(() => undefined),
  }
}

/** The editor and the machine behind it. */
export function lspWorkspace(connection: Connection, documents: OpenDocuments, requests: Requests, client: ClientProfile): Workspace {
  const files = openFirst(diskFiles, documents)
  const log = connectionLog(connection)
  const contentOf = ({ uri }: SourceFile): Uint8Array | string => editedBytes(documents, uri) ?? requirePath(uri)
  return {
    files,
    analyze: createAnalyzer({ files, log, contentOf, script: workerScript() }),
    log,
    now: monotonicNow,
    breathe: requests.letThrough,
    beginProgress: title => (client.workDoneProgress ? beginProgress(connection, title) : silentProgress),
  }
}
