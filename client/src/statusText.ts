import type { Status } from '../../server/src/protocol/messages'

/** A command of the extension, as VS Code takes it. */
interface Command {
  readonly command: string
  readonly title: string
}

/** What the status item says. */
export interface StatusText {
  readonly text: string
  readonly detail: string
  readonly severity: 'information' | 'warning' | 'error'
  readonly busy: boolean
  readonly command: Command
}

const showOutput: Command = { command: 'groundcheck.showOutput', title: 'Show Output' }
const chooseFolder: Command = { command: 'groundcheck.chooseSourceFolder', title: 'Choose Source Folder…' }
const reindex: Command = { command: 'groundcheck.reindex', title: 'Re-index' }
const showSkipped: Command = { command: 'groundcheck.showSkippedFiles', title: 'Show Skipped Files' }
const restart: Command = { command: 'groundcheck.restartServer', title: 'Restart' }

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The status before the server has sent any. */
export const starting: StatusText = { text: 'Groundcheck: starting', detail: '', severity: 'information', busy: true, command: showOutput }

function readyText({ articles, skipped, problems }: Status): StatusText {
  const nothing = articles === 0 && skipped.length === 0
  const notes = [
    ...(nothing ? ['Nothing was found in the source folders'] : []),
    ...(skipped.length > 0 ? [`${counted(skipped.length, 'file')} skipped`] : []),
    // what they are has been shown and logged: the status bar has no room for sentences
    ...(problems.length > 0 ? [`${counted(problems.length, 'problem')} in the settings`] : []),
  ]
  return {
    text: articles === 0 ? 'No source articles' : counted(articles, 'article'),
    detail: notes.join(' · '),
    severity: notes.length > 0 ? 'warning' : 'information',
    busy: false,
    command: nothing ? chooseFolder : skipped.length > 0 ? showSkipped : showOutput,
  }
}

/** The state of the index in words. */
export function statusText(status: Status): StatusText {
  const { phase, done, total } = status
  switch (phase) {
    case 'idle':
      return starting
    case 'indexing':
      return { ...starting, text: total === 0 ? 'Looking for source articles' : `Indexing ${done} of ${total}` }
    case 'stopped':
      return { text: `Indexing stopped at ${done} of ${total}`, detail: '', severity: 'warning', busy: false, command: reindex }
    case 'ready':
      return readyText(status)
  }
}

/** The status of a server that did not start. */
export const failure = (reason: string): StatusText => ({
  text: 'Groundcheck could not start',
  detail: reason,
  severity: 'error',
  busy: false,
  command: restart,
})
