import { commands, Disposable, window, type LogOutputChannel } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { reindexMethod, whyCommand, type Status } from '../../server/src/protocol/messages'
import { plainLabel } from './plainLabel'
import { chooseSourceFolder } from './sourceFolder'
import { whyThisVerdict } from './why'

/** What the commands work with. */
export interface CommandContext {
  readonly client: LanguageClient
  readonly output: LogOutputChannel
  status(): Status | undefined
  /** Shows that the server is starting. */
  starting(): void
}

async function restartServer({ client, starting }: CommandContext): Promise<void> {
  starting()
  client.diagnostics?.clear()
  await client.restart()
}

async function showSkippedFiles({ status }: CommandContext): Promise<void> {
  const skipped = status()?.skipped ?? []
  if (skipped.length === 0) return void window.showInformationMessage('No source files were skipped.')
  await window.showQuickPick(
    skipped.map(({ path, reason }) => ({ label: plainLabel(path), detail: plainLabel(reason) })),
    { title: 'Source files that Groundcheck skipped', matchOnDetail: true },
  )
}

/** Registers all commands of the extension. */
export function registerCommands(context: CommandContext): Disposable {
  const { client, output } = context
  return Disposable.from(
    commands.registerCommand('groundcheck.restartServer', () => restartServer(context)),
    commands.registerCommand('groundcheck.showOutput', () => output.show()),
    commands.registerCommand('groundcheck.chooseSourceFolder', () => chooseSourceFolder((context.status()?.articles ?? 0) > 0)),
    commands.registerCommand('groundcheck.reindex', () => client.sendRequest(reindexMethod)),
    commands.registerCommand('groundcheck.showSkippedFiles', () => showSkippedFiles(context)),
    commands.registerCommand('groundcheck.goToSource', () => commands.executeCommand('editor.action.revealDefinition')),
    commands.registerCommand(whyCommand, (uri?: string, position?: { line: number; character: number }) =>
      whyThisVerdict(client, uri, position),
    ),
  )
}
