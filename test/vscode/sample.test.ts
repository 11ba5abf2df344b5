import { after, describe, it } from 'mocha'
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type * as vscode from 'vscode'
import { activateExtension, closeAll, codeOf, openFile, waitForDiagnostics, workspaceFolder } from './helpers'

interface Claim {
  readonly text: string
  readonly kind: string
  readonly verdict: string
  readonly range: { readonly start: { readonly line: number; readonly character: number } }
}

describe('the sample report', () => {
  after(closeAll)

  it('gets the verdicts in the editor that the command line gives', async () => {
    const { extensionPath } = await activateExtension()
    const claims = await check(join(extensionPath, 'dist/cli.js'), workspaceFolder().fsPath)
    const expected = claims
      .filter(({ verdict }) => verdict === 'contradicted' || verdict === 'disputed')
      .map(({ kind, verdict, text, range: { start } }) => `${start.line + 1}:${start.character + 1} ${kind}.${verdict} ${text}`)
    assert.ok(expected.length > 0)

    const { document } = await openFile('report.md')
    const describeFlag = (diagnostic: vscode.Diagnostic): string => {
      const { start } = diagnostic.range
      return `${start.line + 1}:${start.character + 1} ${codeOf(diagnostic)} ${document.getText(diagnostic.range)}`
    }
    const flags = await waitForDiagnostics(document.uri, found => found.length >= expected.length)
    assert.deepEqual(flags.map(describeFlag).sort(), expected.sort())
  })

  it('has the source sentence beside each flag', async () => {
    const { document } = await openFile('report.md')
    const flags = await waitForDiagnostics(document.uri, found => found.length > 0)
    for (const { message, relatedInformation } of flags) {
      assert.ok(relatedInformation && relatedInformation.length > 0, message)
      assert.match(relatedInformation[0]!.location.uri.path, /\/seeds\//)
    }
  })
})

/** What `groundcheck check` finds in the report; its exit code 1 only says that it found something. */
function check(program: string, folder: string): Promise<Claim[]> {
  const parameters = [program, 'check', '--no-cache', '--sources', 'seeds', '--format', 'json', 'report.md']
  // inside desktop VS Code the program that runs this is VS Code, which has to be told to be Node
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, parameters, { cwd: folder, env, maxBuffer: 1e8 }, (error, output, errors) => {
      if (error && error.code !== 1) return reject(new Error(errors))
      resolve(JSON.parse(output).drafts[0].claims)
    })
  })
}
