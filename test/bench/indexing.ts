// How the index grows: articles in memory, one after another on one core; the time of one changed article; the time to judge a draft
// and a claim of it. Each size runs in a process of its own, so that memory is its own.
//   node dist/test/bench/indexing.js [--articles 100,1000,10000]
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readArticleBytes } from '../../server/src/core/articles/readArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Groundcheck } from '../../server/src/core/service'
import { archiveOf } from './scale/archive'
import { makeDraft, type MadeDraft } from './scale/corpus'
import { numbersOf, percentile, print, processed, shown, spread, table, timed } from './scale/measure'

const DRAFT_WORDS = 20_000
const EDITS = 200

const head = ['articles', 'MB', 'floor ms', 'cold s', 'MB/s/core', 'memory MB', 'change ms', 'draft s', 'claims', 'µs/claim', 'edit p50 / p95 ms', 'found', 'false'] // prettier-ignore

function addFile(groundcheck: Groundcheck, file: string): void {
  const outcome = readArticleBytes(file, readFileSync(file))
  if ('article' in outcome) groundcheck.setArticle(outcome.article)
}

/** Only reading and decoding the same files: what no index can be faster than. */
function floor(files: readonly string[]): number {
  const decoder = new TextDecoder()
  return timed(() => files.reduce((sum, file) => sum + decoder.decode(readFileSync(file)).length, 0)).ms
}

/** Types digits and letters all over a draft, one keystroke a time: times to read and judge it again, in milliseconds. */
function typeInto(groundcheck: Groundcheck, { text }: MadeDraft): number[] {
  let draft = groundcheck.readDraft(text)
  groundcheck.judge(draft)
  return Array.from({ length: EDITS }, (_, at) => {
    const offset = Math.floor(((at * 7919) % EDITS) * (draft.text.length / EDITS))
    const edited = `${draft.text.slice(0, offset)}${'a7 '[at % 3]}${draft.text.slice(offset)}`
    return timed(() => {
      draft = groundcheck.readDraft(edited, draft)
      groundcheck.judge(draft)
    }).ms
  })
}

/** The shares of wrong values that were called contradicted, and of right ones. */
function accuracy(groundcheck: Groundcheck, { text, wrong }: MadeDraft): { found: number; alarms: number } {
  const flagged = groundcheck.judge(groundcheck.readDraft(text)).filter(({ verdict }) => verdict === 'contradicted')
  const isWrong = (start: number, end: number): boolean => wrong.some(span => span.start < end && start < span.end)
  const right = flagged.filter(({ span }) => isWrong(span.start, span.end))
  return { found: right.length / wrong.length, alarms: flagged.length - right.length }
}

function measure(size: number): string[] {
  const { files, bytes } = archiveOf(size)
  const least = floor(files)
  const texts: Record<string, string> = {}
  const groundcheck = createGroundcheck({ textOf: uri => (texts[uri] ??= readFileSync(uri, 'utf8')) })
  const before = process.memoryUsage().rss
  const cold = processed(() => files.forEach(file => addFile(groundcheck, file))).ms
  const memory = process.memoryUsage().rss - before
  const change = percentile(Array.from({ length: 20 }, (_, at) => timed(() => addFile(groundcheck, files[(at * 37) % files.length])).ms), 0.5) // prettier-ignore
  const draft = makeDraft(DRAFT_WORDS, size)
  const read = groundcheck.readDraft(draft.text)
  const whole = processed(() => groundcheck.judge(read))
  const { found, alarms } = accuracy(groundcheck, draft)
  const numbers = [size, bytes / 1e6, least, cold / 1000, bytes / 1000 / cold, memory / 1e6, change, whole.ms / 1000, whole.result.length]
  const edits = spread(typeInto(groundcheck, draft))
  return [...numbers.map(shown), shown((whole.ms * 1000) / whole.result.length), edits, `${shown(found * 100)}%`, String(alarms)]
}

const sizes = numbersOf('--articles', [100, 1000, 10_000])
if (process.argv.includes('--row')) print(JSON.stringify(measure(sizes[0])))
else {
  const rows = sizes.map(size => {
    archiveOf(size)
    const { stdout } = spawnSync(process.execPath, [__filename, '--row', '--articles', String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as string[]
  })
  print(table('The index in memory, and a draft of 20,000 words; seconds and µs are of the processor, ms of the clock', head, rows))
}
