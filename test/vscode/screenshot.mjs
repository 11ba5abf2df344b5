// Photographs the extension at work on the sample workspace, in the VS Code server with headless Chromium.
//   node test/vscode/screenshot.mjs [--width 1000] [--height 640] FOLDER
// The pictures of the README come from here.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { bringChromium, cacheFolder, projectRoot } from './install.mjs'
import { makeSampleWorkspace } from './sample.mjs'
import { startServer } from './server.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { width: { type: 'string', default: '1000' }, height: { type: 'string', default: '640' } },
})
if (positionals.length !== 1) {
  console.error('Usage: node test/vscode/screenshot.mjs [--width PIXELS] [--height PIXELS] FOLDER')
  process.exit(2)
}
const target = resolve(positionals[0])

// nothing in the picture but the text and what Groundcheck says of it
const plainWindow = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.hover.delay': 200,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
}

const squiggle = '.squiggly-error, .squiggly-warning, .squiggly-info'
const hover = '.monaco-hover:not(.hidden) .hover-contents'
const lightBulbMenu = '.action-widget'
const completionList = '.suggest-widget.visible'
const problems = '.markers-panel .monaco-list-row'

const run = mkdtempSync(join(cacheFolder, 'run-'))
process.once('exit', () => rmSync(run, { recursive: true, force: true, maxRetries: 5 }))

async function openSample() {
  const executablePath = await bringChromium()
  const { folder, report } = makeSampleWorkspace(join(run, 'sample-workspace'))
  const server = await startServer({ data: join(run, 'data'), extensions: join(run, 'extensions'), overrides: plainWindow })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  const viewport = { width: Number(options.width), height: Number(options.height) }
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 })
  page.setDefaultTimeout(60_000)
  const payload = [
    ['extensionDevelopmentPath', projectRoot],
    ['openFile', report],
  ]
  await page.goto(server.address({ folder, payload }))
  await page.waitForSelector(squiggle, { state: 'attached' })
  await page.keyboard.press('Control+b')
  await page.waitForSelector('.sidebar', { state: 'hidden' })
  return page
}

/** Where a text stands on the screen: the box of its first occurrence among the visible lines of the editor. */
async function boxOfText(page, text) {
  const box = await page.evaluate(wanted => {
    const { document } = globalThis
    for (const line of document.querySelectorAll('.view-lines .view-line')) {
      const walker = document.createTreeWalker(line, 4)
      const pieces = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) pieces.push(node)
      const start = pieces
        .map(node => node.data)
        .join('')
        .replaceAll('\u00a0', ' ')
        .indexOf(wanted)
      if (start < 0) continue
      const range = document.createRange()
      const place = offset => {
        let left = offset
        for (const node of pieces) {
          if (left <= node.data.length) return [node, left]
          left -= node.data.length
        }
      }
      range.setStart(...place(start))
      range.setEnd(...place(start + wanted.length))
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
  }, text)
  if (!box) throw new Error(`Not on the screen: ${text}`)
  return box
}

async function pointAt(page, box) {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 40)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 })
}

/** Saves the part of the screen that holds these boxes, over the full width of the editor. */
async function photograph(page, name, boxes) {
  const margin = 24
  const { width, height } = page.viewportSize()
  const top = Math.max(0, Math.min(...boxes.map(box => box.y)) - margin)
  const bottom = Math.min(height, Math.max(...boxes.map(box => box.y + box.height)) + margin)
  await page.screenshot({ path: join(target, name), clip: { x: 0, y: top, width, height: bottom - top } })
  console.log(join(target, name))
}

async function hoverOver(page, box) {
  await pointAt(page, box)
  // until the text itself has come, and not only the word that it is on its way
  await page.waitForFunction(selector => {
    const shown = globalThis.document.querySelector(selector)
    return shown && !/loading/i.test(shown.textContent)
  }, hover)
  return page.locator('.monaco-hover:not(.hidden)').first().boundingBox()
}

const page = await openSample()
mkdirSync(target, { recursive: true })
