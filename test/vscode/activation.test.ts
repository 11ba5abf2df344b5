import { describe, it } from 'mocha'
import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { activateExtension, closeAll, openDraft } from './helpers'

describe('activation', () => {
  it('starts with a Markdown file', async () => {
    await openDraft('first.md', 'A draft.\n')
    const extension = await activateExtension()
    assert.ok(extension.isActive)
    await closeAll()
  })

  it('brings the commands that it contributes', async () => {
    const { packageJSON } = await activateExtension()
    const known = new Set(await vscode.commands.getCommands(true))
    const missing = packageJSON.contributes.commands
      .map(({ command }: { command: string }) => command)
      .filter((id: string) => !known.has(id))
    assert.deepEqual(missing, [])
  })
})
