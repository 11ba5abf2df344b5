// Photographs the extension at work on the sample workspace, in the VS Code server with headless Chromium.
//   node test/vscode/screenshot.mjs [--width 1000] [--height 960] FOLDER
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
  options: { width: { type: 'string', default: '1000' }, height: { type: 'string', default: '960' } },
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
  'editor.hideCursorInOverviewRuler': true,
  'editor.hover.above': false,
  'editor.hover.delay': 200,
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
}

// what the pictures show of the sample report: a wrong figure and a name in it, and what is typed at its end: with the list that
// opens by itself, and in lower case with the list that is asked for
const sample = { figure: '24 percent', name: 'Bessent', beginning: 'Talks were led by Besse', lowerCase: 'Talks were led by life' }

const squiggle = '.squiggly-error, .squiggly-warning, .squiggly-info'
const hover = '.monaco-resizable-hover .monaco-hover:not(.hidden)'
const lightBulbMenu = '.action-widget'
const completionList = '.suggest-widget.visible'
const problems = '.markers-panel .monaco-list-row'

const run = mkdtempSync(join(cacheFolder, 'run-'))

async function openSample() {
  const executablePath = await bringChromium()
  const { folder, report } = makeSampleWorkspace(join(run, 'sample-workspace'))
  const server = await startServer({ data: join(run, 'data'), extensions: join(run, 'extensions'), overrides: plainWindow })
  // after the server's own handler, which ends it: a running server would write on
  process.once('exit', () => rmSync(run, { recursive: true, force: true, maxRetries: 5 }))
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

async function boxOf(page, selector) {
  const element = page.locator(selector).first()
  await element.waitFor()
  return element.boundingBox()
}

/** Points at a box from the margin of its line, so that nothing on the way is pointed at. */
async function pointAt(page, box) {
  await page.mouse.move(2, box.y + box.height / 2)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
}

/** Saves whole lines of the window: those with these boxes and two lines above them. */
async function photograph(page, name, boxes) {
  const { width, height } = page.viewportSize()
  const edges = (
    await page.locator('.view-lines .view-line').evaluateAll(lines => lines.map(line => line.getBoundingClientRect().top))
  ).sort((a, b) => a - b)
  const lineHeight = edges[1] - edges[0]
  const top = edges.findLast(edge => edge <= Math.min(...boxes.map(box => box.y)) - 2 * lineHeight) ?? 0
  const bottom = edges.find(edge => edge >= Math.max(...boxes.map(box => box.y + box.height)) + lineHeight / 2) ?? height
  await page.screenshot({ path: join(target, name), clip: { x: 0, y: top, width, height: bottom - top }, animations: 'disabled' })
  console.log(join(target, name))
}

/** The box of an element that fills bit by bit, once it has stopped to grow. */
async function settledBoxOf(page, selector) {
  let box = await boxOf(page, selector)
  for (;;) {
    await page.waitForTimeout(500)
    const next = await boxOf(page, selector)
    if (next.width === box.width && next.height === box.height) return next
    box = next
  }
}

async function hoverOver(page, box) {
  await pointAt(page, box)
  // until the text itself has come, and not only the word that it is on its way
  await page.waitForFunction(selector => {
    const shown = globalThis.document.querySelector(selector)
    return shown && !/Loading\.\.\.|Checking for quick fixes|No quick fixes/.test(shown.textContent)
  }, hover)
  return settledBoxOf(page, hover)
}

// Each picture: what is done, and which boxes on the screen it must hold.
const pictures = {
  async 'flag.png'(page) {
    const figure = await boxOfText(page, sample.figure)
    return [figure, await hoverOver(page, figure)]
  },

  async 'name.png'(page) {
    const name = await boxOfText(page, sample.name)
    return [name, await hoverOver(page, name)]
  },

  async 'fixes.png'(page) {
    const figure = await boxOfText(page, sample.figure)
    await page.mouse.click(figure.x + figure.width / 2, figure.y + figure.height / 2)
    await page.mouse.move(0, 0)
    await page.keyboard.press('Control+.')
    return [figure, await boxOf(page, lightBulbMenu)]
  },

  async 'completion.png'(page) {
    await page.keyboard.press('Control+End')
    await page.keyboard.type(`\n\n${sample.lowerCase}`)
    await page.keyboard.press('Control+Space')
    const list = await boxOf(page, completionList)
    return [await boxOfText(page, sample.lowerCase), list]
  },

  async 'typing.png'(page) {
    await page.keyboard.press('Control+End')
    await page.keyboard.type(`\n\n${sample.beginning}`, { delay: 80 })
    const list = await boxOf(page, completionList)
    return [await boxOfText(page, sample.beginning), list]
  },

  async 'problems.png'(page) {
    await page.keyboard.press('Control+Shift+m')
    await page.waitForSelector(problems)
    return [page.viewportSize()].map(({ height }) => ({ y: 0, height }))
  },
}

const page = await openSample()
mkdirSync(target, { recursive: true })
for (const [name, take] of Object.entries(pictures)) {
  await photograph(page, name, await take(page))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}
process.exit()
