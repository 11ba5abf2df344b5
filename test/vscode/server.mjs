// Starts the VS Code server and gives the address at which a browser opens a folder in it.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { URLSearchParams } from 'node:url'
import { bringServer } from './install.mjs'

// A quiet workbench: nothing that asks, updates or phones, and room for the text.
const settings = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/**
 * Starts the VS Code server on a free port of this machine. Only who knows the printed address can use it, and it ends with this process.
 * @param {{ data: string, extensions: string, env?: Record<string, string>, overrides?: Record<string, unknown> }} options
 *   data and extensions are its folders; env is added to the environment of the extensions; overrides to the user settings
 * @returns {Promise<{ authority: string, address: (query: Query) => string, ended: Promise<number | null>, output: string[] }>}
 *   address gives the page for a folder, the payload being pairs such as ['extensionDevelopmentPath', folder]
 */
export async function startServer({ data, extensions, env = {}, overrides = {} }) {
  const { node, main } = await bringServer()
  const user = join(data, 'data/User')
  mkdirSync(user, { recursive: true })
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...settings, ...overrides }, null, 2))

  const token = randomUUID()
  // the smoke test driver makes the server honour the development arguments in an address
  const parameters = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--enable-smoke-test-driver']
  parameters.push('--server-data-dir', data, '--extensions-dir', extensions)
  parameters.push('--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust')
  // without a gallery it asks no extension market
  const environment = { ...process.env, EXTENSIONS_GALLERY: '{}', ...env }
  const server = spawn(node, [main, ...parameters], { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  endWithThisProcess(server)

  const output = []
  const ended = new Promise(resolve => server.once('close', resolve))
  const port = await new Promise((resolve, reject) => {
    const read = line => {
      output.push(line)
      const listening = /agent listening on (\d+)/.exec(line)
      if (listening) resolve(Number(listening[1]))
    }
    createInterface({ input: server.stdout }).on('line', read)
    createInterface({ input: server.stderr }).on('line', read)
    server.once('error', reject)
    ended.then(code => reject(new Error(`The VS Code server ended with exit code ${code}:\n${output.join('\n')}`)))
  })
  const authority = `127.0.0.1:${port}`
  const remote = path => `vscode-remote://${authority}${encodeURI(path)}`
  const address = ({ folder, payload }) => {
    const query = { tkn: token, folder, payload: JSON.stringify(payload.map(([name, path]) => [name, remote(path)])) }
    return `http://${authority}/?${new URLSearchParams(query)}`
  }
  return { authority, address, ended, output }
}

/** Ends a child and its own children (it leads a process group) when this process ends in whatever way it can notice. */
function endWithThisProcess(child) {
  process.once('exit', () => {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // already gone
    }
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143))
}
