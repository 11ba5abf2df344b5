#!/usr/bin/env node
// Stands in for the desktop VS Code program in tests: takes the same arguments, runs the extension and its tests in the VS Code
// server with headless Chromium as the window, prints what the tests print, and ends with their result.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { format, parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { bringChromium, cacheFolder } from './install.mjs'
import { startServer } from './server.mjs'

const minutes = Number(process.env.GROUNDCHECK_HOST_MINUTES ?? 10)

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
})

/** Opens the workspace with the extension under development and its tests; resolves to the exit code of the tests. */
async function runTests() {
  const executablePath = await bringChromium()
  const server = await startServer({ data: values['user-data-dir'], extensions: values['extensions-dir'] })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })

  const log = []
  await page.exposeFunction('codeAutomationLog', (type, parameters) => {
    const line = format(...parameters)
    log.push(`${type}: ${line}`)
    if (line.startsWith('[test]')) console.log(line)
  })
  const finished = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve))
  const failed = Promise.race([
    server.ended.then(code => `the VS Code server ended (exit code ${code})`),
    new Promise(resolve => page.once('crash', () => resolve('the page crashed'))),
    new Promise(resolve => setTimeout(resolve, minutes * 60_000, `no result after ${minutes} minutes`).unref()),
  ])
  await page.goto(
    server.address({
      folder: positionals[0],
      payload: [
        ['extensionDevelopmentPath', values.extensionDevelopmentPath],
        ['extensionTestsPath', values.extensionTestsPath],
      ],
    }),
  )

  const result = await Promise.race([finished, failed])
  await browser.close()
  if (result !== 0) keepLog(result, [...log, '', 'Server:', ...server.output])
  return typeof result === 'number' ? result : 1
}

function keepLog(result, lines) {
  const file = join(cacheFolder, 'logs', 'host.log')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${lines.join('\n')}\n`)
  console.error(`VS Code host: ${typeof result === 'string' ? result : 'the tests failed'}; its log is in ${file}`)
}

try {
  process.exit(await runTests())
} catch (error) {
  console.error(error)
  process.exit(1)
}
