// Bundles the three programs into dist/: the VS Code client, the language server and the command line.
//   node esbuild.mjs [--production] [--watch] [--tests]
import { build, context } from 'esbuild'
import { readFileSync, rmSync } from 'node:fs'
import { globSync } from 'tinyglobby'

const has = option => process.argv.includes(`--${option}`)
const production = has('production')
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  define: { GROUNDCHECK_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
  // prefer the ES module builds of the language server packages: they bundle smaller
  mainFields: ['module', 'main'],
}

const programs = [
  { ...shared, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...shared, entryPoints: { server: 'server/src/main.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
]

const tests = {
  ...shared,
  entryPoints: globSync(['test/**/*.test.ts', 'test/vscode/suite.ts', 'test/bench/*.ts']),
  outdir: 'dist/test',
  outbase: 'test',
  minify: false,
  sourcemap: 'inline',
  packages: 'external',
  external: ['vscode'],
}

if (has('watch')) {
  // info: the editor's build task reads when a build starts and ends
  for (const program of programs) await (await context({ ...program, logLevel: 'info' })).watch()
} else {
  if (has('tests')) rmSync('dist/test', { recursive: true, force: true })
  await Promise.all((has('tests') ? [...programs, tests] : programs).map(build))
}
