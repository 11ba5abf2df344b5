import { commands, ConfigurationTarget, window, workspace, type Uri, type WorkspaceFolder } from 'vscode'
import { folderPattern, withPattern } from './folderPattern'

const setting = 'sources'

async function addSource(folder: WorkspaceFolder, chosen: Uri, hasArticles: boolean): Promise<void> {
  const configuration = workspace.getConfiguration('groundcheck', folder)
  const { workspaceFolderValue, workspaceValue, globalValue, defaultValue = [] } = configuration.inspect<string[]>(setting) ?? {}
  const inUse = globalValue ?? (hasArticles ? defaultValue : [])
  const isSingle = workspace.workspaceFolders?.length === 1
  await configuration.update(
    setting,
    withPattern(workspaceFolderValue ?? workspaceValue, inUse, folderPattern(folder.uri.fsPath, chosen.fsPath)),
    isSingle ? ConfigurationTarget.Workspace : ConfigurationTarget.WorkspaceFolder,
  )
}

/** The workspace folder of the active document, or else the first one. */
function folderInFront(): WorkspaceFolder | undefined {
  const document = window.activeTextEditor?.document
  return (document && workspace.getWorkspaceFolder(document.uri)) ?? workspace.workspaceFolders?.[0]
}

/**
 * Lets the writer choose a folder of articles and adds it to the workspace's settings.
 * @param hasArticles whether the source folders in use hold any articles
 */
export async function chooseSourceFolder(hasArticles: boolean): Promise<void> {
  const folder = folderInFront()
  if (!folder) {
    const choice = await window.showInformationMessage(
      'Open your report’s folder first: its settings record where the sources are.',
      'Open Folder…',
    )
    if (choice) await commands.executeCommand('vscode.openFolder')
    return
  }
  const chosen = await window.showOpenDialog({
    title: 'Folder of Source Articles',
    openLabel: 'Use as Sources',
    defaultUri: folder.uri,
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  })
  if (chosen) await addSource(workspace.getWorkspaceFolder(chosen[0]) ?? folder, chosen[0], hasArticles)
}
