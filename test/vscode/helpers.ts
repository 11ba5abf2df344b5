import * as vscode from 'vscode'

const patience = 15_000

/** The sample workspace's folder. */
export const workspaceFolder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri

/** A file of the sample workspace. */
export const fileUri = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), path)

/** The extension under test, active. */
export async function activateExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('groundcheck.groundcheck')
  if (!extension) throw new Error('The extension is not installed here')
  await extension.activate()
  return extension
}

/** Writes a draft in the sample workspace and opens it in an editor. */
export async function openDraft(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = fileUri(name)
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text))
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
}

/** Opens a file of the sample workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)))
}

/** Closes all editors without saving, and with them the drafts. */
export async function closeAll(): Promise<void> {
  await vscode.workspace.saveAll()
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

/** Where this text first stands in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text)
  if (start < 0) throw new Error(`The document does not hold: ${text}`)
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length))
}

/** Replaces the first occurrence of a text in the editor, as typing does. */
export async function replaceText(editor: vscode.TextEditor, text: string, replacement: string): Promise<void> {
  const range = rangeOf(editor.document, text)
  if (!(await editor.edit(edit => edit.replace(range, replacement)))) throw new Error('The edit was not applied')
}

/**
 * Waits until a value is there: asks now and again after each event.
 * @param what said in the error when it does not come in time
 * @param read gives the value, or undefined as long as it is not there
 */
async function waitFor<T, E>(what: string, event: vscode.Event<E>, read: () => T | undefined): Promise<T> {
  const found = read()
  if (found !== undefined) return found
  return new Promise((resolve, reject) => {
    const subscription = event(() => {
      const value = read()
      if (value === undefined) return
      stop()
      resolve(value)
    })
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`Waited ${patience / 1000} s in vain for ${what}`))
    }, patience)
    const stop = (): void => {
      clearTimeout(timer)
      subscription.dispose()
    }
  })
}

/** Waits until Groundcheck's diagnostics of a document are as wanted, and gives them. */
export async function waitForDiagnostics(
  uri: vscode.Uri,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return waitFor(`diagnostics of ${uri.path}`, vscode.languages.onDidChangeDiagnostics, () => {
    const own = groundcheckDiagnostics(uri)
    return wanted(own) ? own : undefined
  })
}

/** What Groundcheck flags in a document at this moment. */
export function groundcheckDiagnostics(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'groundcheck')
}

/** A diagnostic's code as plain text. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** The hover texts at a place, joined. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position)
  return hovers.flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value))).join('\n\n')
}

/** The quick fixes and source actions at a range, with their edits. */
export async function codeActionsAt(uri: vscode.Uri, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind?.value, 100)
}

/** Applies a code action as a click on it does. */
export async function applyAction({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit && !(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was not applied')
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
}
