import { window, workspace, type ExtensionContext } from 'vscode'
import { statusMethod, trustedMethod, type Status } from '../../server/src/protocol/messages'
import { openNamesWhileTyping } from './automaticCompletion'
import { createClient } from './client'
import { registerCommands } from './commands'
import { createStatusItem } from './statusItem'

let stop: (() => Promise<void>) | undefined

/** What this extension exports to other extensions and to the tests. */
export interface Api {
  /** The latest state of the index; undefined until the server has sent one. */
  status(): Status | undefined
}

/** Starts the server. Resolves once it is ready to answer; indexing continues after that. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const output = window.createOutputChannel('Groundcheck', { log: true })
  const client = createClient(context, output)
  const item = createStatusItem()
  let latest: Status | undefined
  context.subscriptions.push(
    output,
    item,
    registerCommands({ client, output, status: () => latest, starting: item.showStarting }),
    openNamesWhileTyping(client),
    workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(trustedMethod)),
  )
  client.onNotification(statusMethod, (status: Status) => {
    latest = status
    item.show(status)
  })
  stop = () => client.stop()
  try {
    await client.start()
  } catch (error) {
    // VS Code itself does not report that a language server failed to start
    item.showFailure((error as Error).message)
    void window
      .showErrorMessage(`Groundcheck could not start: ${(error as Error).message}`, 'Show Output')
      .then(choice => choice && output.show())
  }
  return { status: () => latest }
}

/** Stops the server. */
export const deactivate = (): Promise<void> | undefined => stop?.()
