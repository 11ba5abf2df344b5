import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { uriOf } from '../../server/src/uris'
import { startServer } from '../bench/scale/client'
import { makeArticles } from '../bench/scale/corpus'
import { spread } from '../bench/scale/measure'

const server = resolve('dist/server.js')
const skip = existsSync(server) && existsSync(resolve('dist/worker.js')) ? false : 'the programs are not built'

/** Text of about so many characters, all of it one article's. */
function longArticle(length: number): string {
  const stories = [...makeArticles(250)].map(({ text }) => text.replace(/^---[^]*?---/, ''))
  const whole = stories.join('\n\n')
  return whole.repeat(Math.ceil(length / whole.length)).slice(0, length)
}

test('requests are answered while a very long article is read', { skip, timeout: 120_000 }, async t => {
  const folder = mkdtempSync(join(tmpdir(), 'groundcheck-responsive-'))
  try {
    mkdirSync(join(folder, 'sources'))
    writeFileSync(join(folder, 'sources', 'short.txt'), 'Berths\n\nThe harbour of Brenholm has 19 berths, said its chairwoman Ada Brand.')
    writeFileSync(join(folder, 'sources', 'long.txt'), longArticle(4_900_000))
    const client = await startServer({ server, folder })
    const began = performance.now()
    let ready = 0
    void client.ready.then(() => (ready = performance.now() - began))
    const draft = client.open(uriOf(join(folder, 'report.md')), 'Brenholm has 17 berths, says Ada Brand.\n')
    const waits: number[] = []
    for (;;) {
      const asked = performance.now()
      await client.hover(draft, { line: 0, character: 2 })
      // what is asked when all is read works with all that was read
      if (ready > 0) break
      waits.push(performance.now() - asked)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    await client.stop()
    const longest = Math.max(...waits)
    t.diagnostic(
      `read in ${ready.toFixed()} ms; ${waits.length} answers meanwhile after ${spread(waits)} ms, the longest after ${longest.toFixed()} ms`,
    )
    // by share and not by time, so that no slow machine breaks it; read in the thread that answers, the longest would be nearly all
    assert.ok(longest < ready / 4, `of ${ready.toFixed()} ms a request waited ${longest.toFixed()} ms`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
