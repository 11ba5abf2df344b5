import { createAnalyzer, workerScript } from '../analysis/analyzer'
import { breathe, monotonicNow } from '../clock'
import { diskFiles } from '../sources/diskFiles'
import { requirePath } from '../uris'
import { silentProgress, type Log, type Workspace } from '../workspace'

/** The machine as the command line sees it: no editor, no progress bar. */
export const nodeWorkspace = (log: Log): Workspace => ({
  files: diskFiles,
  analyze: createAnalyzer({ files: diskFiles, log, contentOf: ({ uri }) => requirePath(uri), script: workerScript() }),
  log,
  now: monotonicNow,
  breathe,
  beginProgress: () => silentProgress,
})
