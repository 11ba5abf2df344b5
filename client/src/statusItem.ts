import { languages, LanguageStatusSeverity, type Command, type Disposable } from 'vscode'
import type { Status } from '../../server/src/protocol'

/** What the status item says. */
export interface StatusText {
  readonly text: string
  readonly detail: string
  readonly severity: 'information' | 'warning' | 'error'
  readonly busy: boolean
  readonly command: Command
}

/** Shows what Groundcheck is doing, where VS Code shows the state of a language. */
export interface StatusItem extends Disposable {
  show(status: Status): void
  showStarting(): void
  showFailure(reason: string): void
}

const showOutput: Command = { command: 'groundcheck.showOutput', title: 'Show Output' }
const chooseFolder: Command = { command: 'groundcheck.chooseSourceFolder', title: 'Choose Source Folder…' }
const reindex: Command = { command: 'groundcheck.reindex', title: 'Re-index' }
const showSkipped: Command = { command: 'groundcheck.showSkippedFiles', title: 'Show Skipped Files' }
const restart: Command = { command: 'groundcheck.restartServer', title: 'Restart' }

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const starting: StatusText = { text: 'Groundcheck: starting', detail: '', severity: 'information', busy: true, command: showOutput }

function readyText({ articles, skipped, problems }: Status): StatusText {
  const notes = [skipped.length > 0 ? `${counted(skipped.length, 'file')} skipped` : '', ...problems].filter(note => note !== '')
  const severity = notes.length > 0 ? 'warning' : 'information'
  if (articles === 0)
    return {
      text: 'No source articles',
      detail: ['No source folder: choose one…', ...notes].join(' · '),
      severity: 'warning',
      busy: false,
      command: chooseFolder,
    }
  return {
    text: counted(articles, 'article'),
    detail: notes.join(' · '),
    severity,
    busy: false,
    command: skipped.length > 0 ? showSkipped : showOutput,
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

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
}

/** Creates the item, which says that Groundcheck is starting. */
export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem('groundcheck.status', { language: 'markdown' })
  item.name = 'Groundcheck'
  const set = ({ text, detail, severity, busy, command }: StatusText): void => {
    Object.assign(item, { text, detail, severity: severities[severity], busy, command })
  }
  set(starting)
  return {
    show: status => set(statusText(status)),
    showStarting: () => set(starting),
    showFailure: reason => set({ text: 'Groundcheck could not start', detail: reason, severity: 'error', busy: false, command: restart }),
    dispose: () => item.dispose(),
  }
}
