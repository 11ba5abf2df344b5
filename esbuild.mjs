// Bundles the programs into dist/: the VS Code client, the language server, the command line, and the thread that both analyse with.
//   node esbuild.mjs [--production] [--watch] [--tests]
import { build, context } from 'esbuild'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'

const has = option => process.argv.includes(`--${option}`)
const production = has('production')
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** Changes whenever the core or a package does: what another version analysed and kept is not what this one would. */
function analysisVersion() {
  const hash = createHash('sha256')
  for (const file of [...globSync(['server/src/core/**']).sort(), 'package-lock.json']) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  define: { GROUNDCHECK_VERSION: JSON.stringify(version), GROUNDCHECK_ANALYSIS: JSON.stringify(analysisVersion()) },
  logLevel: 'warning',
  metafile: true,
  // prefer the ES module builds of the language server packages: they bundle smaller
  mainFields: ['module', 'main'],
}

const programs = [
  { ...shared, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...shared, entryPoints: { server: 'server/src/program/start.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { languageServer: 'server/src/program/languageServer.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { worker: 'server/src/analysis/worker.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { cli: 'server/src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
]

const tests = {
  ...shared,
  entryPoints: globSync(['test/**/*.test.ts', 'test/vscode/suite.ts', 'test/bench/*.ts', 'test/bench/*/train.ts']),
  outdir: 'dist/test',
  outbase: 'test',
  minify: false,
  sourcemap: 'inline',
  packages: 'external',
  external: ['vscode'],
}

/** The package that a bundled file comes from, as its folder; undefined for our own files. */
const packageOf = path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]

/** The notice of a package: its name, version and licence text. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`
}

/** Writes the notices of all that is bundled: their licences ask that these go with every copy. */
function writeNotices(results) {
  const bundled = results.flatMap(({ metafile }) => Object.keys(metafile.inputs)).map(packageOf)
  const folders = [...new Set(bundled.filter(folder => folder !== undefined))].sort()
  const wordnet = `WordNet\n\n${readFileSync('server/src/core/words/wordnet-license.txt', 'utf8').trim()}`
  writeFileSync('dist/notices.txt', `${[...folders.map(noticeOf), wordnet].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`)
}

/** Writes programs with nothing but ASCII, as the bundler does but for regular expressions: V8 then keeps them in half the memory. */
function writeAsAscii(results) {
  for (const file of results.flatMap(({ metafile }) => Object.keys(metafile.outputs)).filter(path => path.endsWith('.js'))) {
    const escaped = readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    writeFileSync(file, escaped)
  }
}

if (has('watch')) {
  // info: the editor's build task reads when a build starts and ends
  for (const program of programs) await (await context({ ...program, logLevel: 'info' })).watch()
} else {
  if (has('tests')) rmSync('dist/test', { recursive: true, force: true })
  const [shipped] = await Promise.all([Promise.all(programs.map(build)), has('tests') && build(tests)])
  if (production) writeAsAscii(shipped)
  writeNotices(shipped)
}
