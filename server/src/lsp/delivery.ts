import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver'
import { breathe } from '../clock'
import { DocumentDiagnosticReportKind } from '../protocol/library'
import type { Log } from '../workspace'
import type { Report } from './checking'

/** How diagnostics reach the client: it pulls them, or they are pushed. */
export interface Delivery {
  /** Something that all drafts depend on changed. */
  refresh(): void
  /** A draft was opened, changed or saved. */
  documentChanged(uri: string): void
  documentClosed(uri: string): void
  dispose(): void
}

/** The shortest time between two refreshes, in milliseconds. The first change of many is announced at once, the rest together. */
const PAUSE = 100

/** A timer; starting it again replaces the start before. */
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

/** Runs an action at once, then not again until {@link PAUSE} is over; after that once for all the starts in between. */
function paced(action: () => void): { start(): void; stop(): void } {
  let isPausing = false
  let isWanted = false
  const pause = timer(() => {
    isPausing = false
    if (isWanted) start()
  })
  const start = (): void => {
    isWanted = isPausing
    if (isPausing) return
    isPausing = true
    pause.start(PAUSE)
    action()
  }
  return { start, stop: pause.stop }
}

/** The answer to a client that asks and already has the report with `previousId`, if any. */
export const answerPull = ({ resultId, items }: Report, previousId: string | undefined): DocumentDiagnosticReport =>
  resultId === previousId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: items as Diagnostic[] }

/** For clients that pull: tells them when to ask again, if they support that. */
export function pullDelivery(connection: Connection, canRefresh: boolean): Delivery & { askAgainIn(milliseconds: number): void } {
  const ask = (): void => void connection.languages.diagnostics.refresh().catch(() => undefined)
  const changes = paced(ask)
  const later = timer(ask)
  return {
    refresh: () => canRefresh && changes.start(),
    askAgainIn: milliseconds => later.start(milliseconds),
    documentChanged() {},
    documentClosed() {},
    dispose() {
      changes.stop()
      later.stop()
    },
  }
}

/** What was last sent for a draft, and what is in progress for it. */
interface Sending {
  /** Counts the reasons to send; the work for all but the latest is abandoned. */
  turn: number
  sentId: string | undefined
  readonly again: Timer
}

/** A draft's version and its report. */
export interface VersionedReport {
  readonly version: number
  readonly report: Report
}

/**
 * For clients that cannot pull: diagnostics are sent as soon as no waiting message may change them, and cleared when a draft closes.
 * @param openDrafts the URIs of all open drafts
 * @param reportOn gives the report on a draft; null when it is not open, or `isWanted` said no meanwhile
 */
export function pushDelivery(
  connection: Connection,
  log: Log,
  openDrafts: () => readonly string[],
  reportOn: (uri: string, isWanted: () => boolean) => Promise<VersionedReport | null>,
): Delivery {
  const sendings = new Map<string, Sending>()

  const send = async (uri: string, sending: Sending, isNews: boolean): Promise<void> => {
    const turn = ++sending.turn
    const isWanted = (): boolean => sending.turn === turn
    // one message is handled per turn of the event loop: an edit that has already arrived goes first
    await breathe()
    await breathe()
    const made = isWanted() ? await reportOn(uri, isWanted) : null
    if (!made || !isWanted()) return
    const { version, report } = made
    if (report.askAgainIn !== undefined) sending.again.start(report.askAgainIn)
    if (!isNews && report.resultId === sending.sentId) return
    sending.sentId = report.resultId
    await connection.sendDiagnostics({ uri, version, diagnostics: report.items as Diagnostic[] })
  }
  const follow = (uri: string, isNews: boolean): void => {
    const known = sendings.get(uri)
    const sending = known ?? { turn: 0, sentId: undefined, again: timer(() => follow(uri, false)) }
    sendings.set(uri, sending)
    send(uri, sending, isNews).catch((error: unknown) => log.error(`diagnostics of ${uri}: ${(error as Error).stack ?? String(error)}`))
  }

  return {
    refresh: () => openDrafts().forEach(uri => follow(uri, false)),
    documentChanged: uri => follow(uri, true),
    documentClosed(uri) {
      const sending = sendings.get(uri)
      if (sending) {
        sending.turn++
        sending.again.stop()
      }
      sendings.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
    dispose: () => sendings.forEach(({ again }) => again.stop()),
  }
}
