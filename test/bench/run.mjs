// Measures Groundcheck and prints one table a part.
//   npm run bench [-- [extraction | drafts | recognize | index | server | check | package]... [--articles 100,1000,10000] [--no-build]]
// Without names all parts run. 100,000 articles (400 MB) are measured on demand: --articles 100000.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

/** The programs of each part, in dist/test/bench. */
const parts = {
  extraction: ['recognizersFigures', 'recognizersDates', 'chrono'],
  drafts: ['drafts'],
  recognize: ['recognize'],
  index: ['indexing'],
  server: ['server'],
  check: ['check'],
  package: ['package'],
}

// what others publish of theirs, on their own machines and texts: a scale, not a comparison
const published = `
Published by others, for scale
  Harper                 suggestion in 10 ms; files over 120 kB are not checked
  LanguageTool           suggestion in 650 ms
  Grammarly              suggestion in 4,000 ms
  cspell                 about 10 ms a file of 500 lines; 50 ms of delay before it checks; files over 500 kB are not checked
  marksman               2,800 notes: 68 s to fresh diagnostics; 200 ms of delay before it checks
  markdown-oxide         4,400 notes in daily use; a vault build over 10 ms is logged as slow
  markdown-notes         37.9 s to start on 6,545 files
  texlab                 400 MB of memory as a Java program, 20 MB as a Rust program
  LTeX                   64 MB to 2,048 MB of Java heap
On a draft of 20,000 words, once, side by side: the whole draft, one paragraph, memory
  Harper                 700 ms, 24 ms, 450 MB
  cspell                 61 ms, 2.7 ms, 280 MB
  markdownlint           73 ms, 2.5 ms, 90 MB`

function run(command, parameters) {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' })
  return status === 0
}

const [names, options] = [[], []]
const given = process.argv.slice(2)
for (let at = 0; at < given.length; at++) {
  if (!given[at].startsWith('--')) names.push(given[at])
  else if (given[at] === '--misses') options.push(given[at])
  else if (given[at] !== '--no-build') options.push(given[at], given[++at])
}
const unknown = names.filter(name => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from ${Object.keys(parts).join(', ')}, or name none for all.`)
  process.exit(2)
}

if (!given.includes('--no-build') && !run(process.execPath, ['esbuild.mjs', '--production', '--tests'])) process.exit(1)
const programs = (names.length > 0 ? names : Object.keys(parts)).flatMap(name => parts[name]).map(name => `dist/test/bench/${name}.js`)
const failed = programs.filter(existsSync).filter(program => !run(process.execPath, [program, ...options]))
console.log(published)
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
