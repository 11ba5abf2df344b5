import { languages, LanguageStatusSeverity, type Disposable } from 'vscode'
import type { Status } from '../../server/src/protocol/messages'
import { failure, starting, statusText, type StatusText } from './statusText'

/** Shows what Groundcheck is doing, in VS Code's language status. */
export interface StatusItem extends Disposable {
  show(status: Status): void
  showStarting(): void
  showFailure(reason: string): void
}

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
}

/** Creates the item, which at first says that Groundcheck is starting. */
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
    showFailure: reason => set(failure(reason)),
    dispose: () => item.dispose(),
  }
}
