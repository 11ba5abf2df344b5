// The command line over a hundred drafts of 500 words at once, from the start of the process to its end.
//   node dist/test/bench/check.js [--articles 1000]
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { archiveOf } from './scale/archive'
import { makeDraft } from './scale/corpus'
import { numbersOf, print, shown, table, timed } from './scale/measure'

const DRAFTS = 100
const WORDS = 500

interface Report {
  readonly drafts: readonly { readonly claims: readonly { readonly verdict: string }[] }[]
}

function checkDrafts(articles: number): string[] {
  const { folder } = archiveOf(articles)
  const drafts = join(folder, 'drafts')
  mkdirSync(drafts, { recursive: true })
  const paths = Array.from({ length: DRAFTS }, (_, at) => join(drafts, `draft-${at}.md`))
  paths.forEach((path, at) => writeFileSync(path, makeDraft(WORDS + at, articles).text))
  const parameters = [resolve('dist/cli.js'), 'check', '--no-cache', '--sources', join(folder, 'sources'), '--format', 'json', ...paths]
  const { ms, result } = timed(() => spawnSync(process.execPath, parameters, { encoding: 'utf8', maxBuffer: 1e9, cwd: folder }))
  const verdicts = (JSON.parse(result.stdout) as Report).drafts.flatMap(({ claims }) => claims.map(({ verdict }) => verdict))
  const count = (wanted: string): string => String(verdicts.filter(verdict => verdict === wanted).length)
  return [shown(articles), shown(ms / 1000), String(verdicts.length), ...['supported', 'contradicted', 'disputed', 'unverified'].map(count)]
}

const rows = numbersOf('--articles', [100, 1000]).map(checkDrafts)
print(
  table(
    `check of ${DRAFTS} drafts of ${WORDS} words`,
    ['articles', 's', 'claims', 'supported', 'contradicted', 'disputed', 'unverified'],
    rows,
  ),
)
