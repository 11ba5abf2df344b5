import { commands, ConfigurationTarget, window, workspace, type Uri, type WorkspaceFolder } from 'vscode'
import { folderPattern } from './folderPattern'

const setting = 'sources'

async function addSource(folder: WorkspaceFolder, chosen: Uri): Promise<void> {
  const configuration = workspace.getConfiguration('groundcheck', folder)
  const { workspaceFolderValue, workspaceValue } = configuration.inspect<string[]>(setting) ?? {}
  const before = workspaceFolderValue ?? workspaceValue ?? []
  const isSingle = workspace.workspaceFolders?.length === 1
  await configuration.update(
    setting,
    [...new Set([...before, folderPattern(folder.uri.fsPath, chosen.fsPath)])],
    isSingle ? ConfigurationTarget.Workspace : ConfigurationTarget.WorkspaceFolder,
  )
}

/** Lets the writer choose a folder of articles and adds it to the workspace's settings. */
export async function chooseSourceFolder(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]
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
  if (chosen) await addSource(workspace.getWorkspaceFolder(chosen[0]) ?? folder, chosen[0])
}
