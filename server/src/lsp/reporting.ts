import { breathe } from '../clock'
import type { Groundcheck } from '../core/service'
import type { DraftView } from '../features/view'
import type { Workspace } from '../workspace'
import { isChecked, reportOn, typingIn, type CheckingState, type Report } from './checking'
import type { VersionedReport } from './delivery'
import type { OpenDocuments } from './openDocuments'

/** Makes reports on drafts and remembers the last one of each. */
export interface Reporter {
  /**
   * The report on a draft once all of it is judged, apart from what an edited heading affects while it is being typed. Judging goes on in
   * slices, so that other requests come between, but without a pause if the sources change meanwhile: while they keep changing it would
   * never end.
   * @returns null when the draft is not open, or `isWanted` said no meanwhile
   */
  report(uri: string, isWanted: () => boolean): Promise<VersionedReport | null>
  /** Forgets a draft that was closed. */
  forget(uri: string): void
}

/** What the reporter works with. */
export interface ReporterOptions {
  readonly documents: OpenDocuments
  readonly groundcheck: Groundcheck
  readonly workspace: Pick<Workspace, 'now'>
  /** Whether the client can be told to ask again. */
  readonly canAskAgain: boolean
  /** The draft behind a URI; null when it is not open, or an article. */
  view(uri: string): DraftView | null
  isIndexed(): boolean
  settingsGeneration(): number
  /** Called after the first report on a draft since it was opened that was made with all sources indexed. */
  reported(uri: string): void
}

/** How long a draft is judged before everything else gets its turn, in milliseconds. */
const SLICE = 10

/** Creates the reporter. */
export function createReporter(options: ReporterOptions): Reporter {
  const { documents, groundcheck, workspace, canAskAgain } = options
  const reports = new Map<string, Report>()
  /** The drafts that were reported on with all sources indexed. */
  const reported = new Set<string>()
  let count = 0
  const began = Date.now().toString(36)
  const newId = (): string => `${began}.${++count}`

  const checkingState = (): CheckingState => ({
    indexed: options.isIndexed(),
    settingsGeneration: options.settingsGeneration(),
    now: workspace.now(),
    canAskAgain,
  })

  const make = (view: DraftView, state: CheckingState): VersionedReport => {
    const { uri, version } = view.document
    const report = reportOn(view, documents, state, reports.get(uri), newId)
    if (state.indexed && !reported.has(uri)) {
      reported.add(uri)
      options.reported(uri)
    }
    reports.set(uri, report)
    return { version, report }
  }

  return {
    async report(uri, isWanted) {
      const { generation } = groundcheck
      for (;;) {
        const view = options.view(uri)
        if (!view || !isWanted()) return null
        const state = checkingState()
        const end = state.now + SLICE
        const isSliceOver = (): boolean => groundcheck.generation === generation && workspace.now() >= end
        const prepare = typingIn(view, documents, state) ? groundcheck.prepareEdited : groundcheck.prepare
        if (!isChecked(view, documents, state.indexed) || prepare(view.draft, isSliceOver)) return make(view, state)
        await breathe()
      }
    },
    forget(uri) {
      reports.delete(uri)
      reported.delete(uri)
    },
  }
}
