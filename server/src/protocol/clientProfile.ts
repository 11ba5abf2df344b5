import type { InitializeParams } from 'vscode-languageserver'
import { MarkupKind } from './library'
import type { InitializationOptions } from './messages'

/** What the client can do, as far as answers depend on it. */
export interface ClientProfile {
  readonly hoverMarkdown: boolean
  readonly completionMarkdown: boolean
  readonly labelDetails: boolean
  readonly pullDiagnostics: boolean
  readonly refreshDiagnostics: boolean
  readonly relatedInformation: boolean
  readonly locationLinks: boolean
  readonly documentChanges: boolean
  readonly resolvesEdits: boolean
  readonly showsDocuments: boolean
  readonly workDoneProgress: boolean
  readonly configuration: boolean
  readonly registersConfiguration: boolean
  readonly registersWatchers: boolean
  readonly relativePatterns: boolean
  readonly workspaceFolders: boolean
  readonly commands: ReadonlySet<string>
}

const includesMarkdown = (formats: readonly MarkupKind[] | undefined): boolean => formats?.includes(MarkupKind.Markdown) ?? false

/** Reads the capabilities that the client declares as it starts. Whatever it does not mention it cannot do. */
export function readClientProfile({ capabilities, initializationOptions }: InitializeParams): ClientProfile {
  const { textDocument, workspace, window } = capabilities
  const { commands } = (initializationOptions ?? {}) as InitializationOptions
  const has = (value: unknown): boolean => value !== undefined && value !== null && value !== false
  return {
    hoverMarkdown: includesMarkdown(textDocument?.hover?.contentFormat),
    completionMarkdown: includesMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    labelDetails: has(textDocument?.completion?.completionItem?.labelDetailsSupport),
    pullDiagnostics: has(textDocument?.diagnostic),
    refreshDiagnostics: has(workspace?.diagnostics?.refreshSupport),
    relatedInformation: has(textDocument?.diagnostic?.relatedInformation) || has(textDocument?.publishDiagnostics?.relatedInformation),
    locationLinks: has(textDocument?.definition?.linkSupport),
    documentChanges: has(workspace?.workspaceEdit?.documentChanges),
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    showsDocuments: has(window?.showDocument?.support),
    workDoneProgress: has(window?.workDoneProgress),
    configuration: has(workspace?.configuration),
    registersConfiguration: has(workspace?.didChangeConfiguration?.dynamicRegistration),
    registersWatchers: has(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    relativePatterns: has(workspace?.didChangeWatchedFiles?.relativePatternSupport),
    workspaceFolders: has(workspace?.workspaceFolders),
    commands: new Set(Array.isArray(commands) ? commands : []),
  }
}
