import { DocumentDiagnosticReportKind, type Connection, type DocumentDiagnosticReport } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Report } from './checking'
import type { Log } from './workspace'

/** How diagnostics reach the client: it asks for them, or they are sent. */
export interface Delivery {
  /** Something that all drafts depend on changed. */
  refresh(): void
  /** A draft was opened, changed or saved. */
  documentChanged(document: TextDocument): void
  documentClosed(document: TextDocument): void
  dispose(): void
}

/** Changes that come in such quick succession are answered once, in milliseconds. */
const SETTLE = 100

/** A timer that a later start takes the place of. */
interface Timer {
  start(milliseconds: number): void
  stop(): void
}

function timer(action: () => void): Timer {
  let handle: NodeJS.Timeout | undefined
  return {
    start(milliseconds) {
      clearTimeout(handle)
      handle = setTimeout(action, milliseconds)
    },
    stop: () => clearTimeout(handle),
  }
}

/** The answer to a client that asks and already has the report with `previousId`, if any. */
export function answerPull(report: Report, previousId: string | undefined): DocumentDiagnosticReport {
  const { resultId } = report
  return resultId === previousId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: report.items() }
}

/** For clients that ask: they are told when to ask again, if they listen to that. */
export function pullDelivery(connection: Connection, canRefresh: boolean): Delivery & { askAgainIn(milliseconds: number): void } {
  const ask = timer(() => void connection.languages.diagnostics.refresh().catch(() => undefined))
  return {
    refresh: () => canRefresh && ask.start(SETTLE),
    askAgainIn: milliseconds => ask.start(milliseconds),
    documentChanged() {},
    documentClosed() {},
    dispose: ask.stop,
  }
}

/** For clients that wait: diagnostics are sent when a draft has not changed for a moment, and cleared when it closes. */
export function pushDelivery(
  connection: Connection,
  log: Log,
  openDocuments: () => readonly TextDocument[],
  reportOn: (document: TextDocument) => Report,
): Delivery {
  const timers = new Map<string, Timer>()

  const send = (uri: string): void => {
    const document = openDocuments().find(each => each.uri === uri)
    if (!document) return
    try {
      const report = reportOn(document)
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics: report.items() })
      if (report.askAgainIn !== undefined) timers.get(uri)?.start(report.askAgainIn)
    } catch (error) {
      log.error(`diagnostics of ${uri}: ${(error as Error).stack ?? String(error)}`)
    }
  }
  const schedule = ({ uri }: TextDocument): void => {
    const known = timers.get(uri) ?? timer(() => send(uri))
    timers.set(uri, known)
    known.start(SETTLE)
  }

  return {
    refresh: () => openDocuments().forEach(schedule),
    documentChanged: schedule,
    documentClosed({ uri }) {
      timers.get(uri)?.stop()
      timers.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
    dispose: () => timers.forEach(each => each.stop()),
  }
}
