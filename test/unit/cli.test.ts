import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { readArguments } from '../../server/src/cli/arguments'
import { runCheck } from '../../server/src/cli/check'
import type { CheckResult } from '../../server/src/cli/checkResult'
import { runInspect } from '../../server/src/cli/inspect'
import type { InspectedFile } from '../../server/src/cli/inspectedFile'
import { UserError, type Terminal } from '../../server/src/cli/terminal'

const bridge = `---
title: The Harbour Bridge
publisher: Harbour Post
date: 2024-03-04
---

The new Harbour Bridge in Port Ellis cost 31 million dollars, the city council said on Monday.
`
const report = `# The bridge

The Harbour Bridge in Port Ellis cost 36 million dollars, the city council said.
`

/** A folder with files, and a terminal in it that remembers. */
function at(context: TestContext, files: Record<string, string | Uint8Array>) {
  const folder = mkdtempSync(join(tmpdir(), 'groundcheck-cli-'))
  context.after(() => rmSync(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const output: string[] = []
  const complaints: string[] = []
  const terminal: Terminal = {
    folder,
    cacheFolder: join(folder, '.cache'),
    colours: false,
    print: text => void output.push(text),
    complain: text => void complaints.push(text),
  }
  return { terminal, printed: () => output.join(''), complaints }
}

async function check(terminal: Terminal, ...parameters: string[]): Promise<number> {
  const request = readArguments(['check', ...parameters])
  assert.equal(request.command, 'check')
  return runCheck(request as Parameters<typeof runCheck>[0], terminal)
}

test('check prints the flagged claim with its place, the source sentence and the fix, and exits with 1', async context => {
  const { terminal, printed } = at(context, { 'seeds/bridge.md': bridge, 'report.md': report })
  assert.equal(await check(terminal, 'report.md'), 1)
  assert.match(printed(), /^report\.md:3:39 contradicted 36 million dollars → 31 million dollars\n/)
  assert.match(printed(), /“The new Harbour Bridge in Port Ellis cost 31 million dollars, the city council said on Monday\.”/)
  assert.match(printed(), /contradicts · seeds\/bridge\.md:7:43/)
  assert.match(printed(), /1 contradicted/)
})

test('check --format json prints what other programs read', async context => {
  const { terminal, printed } = at(context, { 'seeds/bridge.md': bridge, 'seeds/empty.txt': '', 'report.md': report })
  assert.equal(await check(terminal, '--format', 'json', 'report.md'), 1)
  const result: CheckResult = JSON.parse(printed())
  assert.equal(result.schemaVersion, 1)
  assert.equal(result.sources.articles, 1)
  assert.deepEqual(
    result.sources.skipped.map(({ path }) => path),
    ['seeds/empty.txt'],
  )
  const [{ path, claims }] = result.drafts
  assert.equal(path, 'report.md')
  const [claim] = claims
  assert.equal(report.slice(claim.offset.start, claim.offset.end), claim.text)
  assert.deepEqual(claim.range, { start: { line: 2, character: 38 }, end: { line: 2, character: 56 } })
  assert.deepEqual([claim.kind, claim.verdict, claim.suggestion], ['figure', 'contradicted', '31 million dollars'])
  assert.ok(claim.contradiction > 0.5 && claim.contradiction <= 1)
  const [evidence] = claim.evidence
  assert.deepEqual([evidence.path, evidence.stance, evidence.range.start.line], ['seeds/bridge.md', 'contradicts', 6])
})

test('a draft that says what the sources say exits with 0', async context => {
  const { terminal, printed } = at(context, { 'seeds/bridge.md': bridge, 'report.md': report.replace('36', '31') })
  assert.equal(await check(terminal, 'report.md'), 0)
  assert.match(printed(), /nothing contradicted/)
})

test('--explain shows every claim and why, each reason on one line', async context => {
  const wrapped = bridge.replace('million dollars', 'million\ndollars')
  const { terminal, printed } = at(context, { 'seeds/bridge.md': wrapped, 'report.md': report.replace('36', '31') })
  await check(terminal, '--explain', 'report.md')
  assert.match(printed(), /report\.md:3:39 supported 31 million dollars/)
  assert.match(printed(), /^ {4}Agrees: “31 million dollars” is about the same thing with \d+% likelihood; its sentence has .+\.$/m)
})

const sourceCases: [string, string[]][] = [
  ['a folder', ['--sources', 'articles']],
  ['a folder that ends with a slash', ['--sources', 'articles/']],
  ['a glob', ['--sources', 'art*/**/*.md']],
  ['a file', ['--sources', 'articles/bridge.md']],
  ['several', ['--sources', 'nothing/**', '--sources=articles']],
]
for (const [what, parameters] of sourceCases)
  test(`sources may be ${what}`, async context => {
    const { terminal } = at(context, { 'articles/bridge.md': bridge, 'report.md': report })
    assert.equal(await check(terminal, ...parameters, 'report.md'), 1)
  })

test('a folder whose name looks like a glob is that folder', async context => {
  const { terminal } = at(context, { 'a[b] {c}/bridge.md': bridge, 'report.md': report })
  assert.equal(await check(terminal, '--sources', 'a[b] {c}', 'report.md'), 1)
})

test('a link that is named as sources is followed', async context => {
  const elsewhere = at(context, { 'bridge.md': bridge })
  const { terminal, printed } = at(context, { 'report.md': report })
  symlinkSync(elsewhere.terminal.folder, join(terminal.folder, 'linked'))
  assert.equal(await check(terminal, '--sources', 'linked', 'report.md'), 1)
  assert.match(printed(), /contradicts · .*bridge\.md:7:43/)
})

test('groundcheck.json says where the sources are, as in the editor', async context => {
  const files = {
    'articles/bridge.md': bridge,
    'report.md': report,
    'groundcheck.json': '{ "sources": ["articles"], "sensitivity": "no" }',
  }
  const { terminal, complaints } = at(context, files)
  assert.equal(await check(terminal, 'report.md'), 1)
  assert.match(complaints[0], /^groundcheck\.sensitivity in groundcheck\.json must be one of/)
})

test('a draft among the sources is no source of itself', async context => {
  const { terminal, printed } = at(context, { 'bridge.md': bridge, 'report.md': report })
  assert.equal(await check(terminal, '--sources', '.', '--format', 'json', 'report.md'), 1)
  assert.equal(JSON.parse(printed()).sources.articles, 1)
})

test('without articles nothing is contradicted, and it is said', async context => {
  const { terminal, complaints } = at(context, { 'report.md': report })
  assert.equal(await check(terminal, 'report.md'), 0)
  assert.match(complaints[0], /^no source articles were found/)
})

test('many drafts are checked in the order they are named', async context => {
  const names = Array.from({ length: 50 }, (_, number) => `draft-${number}.md`)
  const { terminal, printed } = at(context, { 'seeds/bridge.md': bridge, ...Object.fromEntries(names.map(name => [name, report])) })
  await check(terminal, '--format', 'json', ...names)
  const { drafts }: CheckResult = JSON.parse(printed())
  assert.deepEqual(
    drafts.map(({ path }) => path),
    names,
  )
})

const unusable: [string, string[], RegExp][] = [
  ['a draft that is not there', ['nowhere.md'], /^nowhere\.md: there is no such file/],
  ['a draft that is a folder', ['seeds'], /^seeds: it is a folder/],
  ['a draft that is a picture', ['picture.md'], /^picture\.md: it is a PNG image, not text/],
  ['sources that are not there', ['--sources', 'nowhere', 'report.md'], /^--sources nowhere: there is no such file or folder/],
]
for (const [what, parameters, message] of unusable)
  test(`check cannot work with ${what}`, async context => {
    const { terminal } = at(context, {
      'seeds/bridge.md': bridge,
      'report.md': report,
      'picture.md': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    })
    await assert.rejects(check(terminal, ...parameters), error => error instanceof UserError && message.test(error.message))
  })

test('an empty draft is fine', async context => {
  const { terminal } = at(context, { 'seeds/bridge.md': bridge, 'empty.md': '' })
  assert.equal(await check(terminal, 'empty.md'), 0)
})

const misuses: [string[], RegExp][] = [
  [[], /^name a command/],
  [['chek', 'a.md'], /^unknown command: chek/],
  [['check'], /^name at least one draft/],
  [['inspect'], /^name at least one file/],
  [['check', '--format', 'xml', 'a.md'], /^--format must be text or json, not xml/],
  [['check', '--source', 'x', 'a.md'], /Unknown option '--source'/],
  [['inspect', '--explain', 'a.md'], /^inspect does not take/],
]
for (const [parameters, message] of misuses)
  test(`usage: groundcheck ${parameters.join(' ')}`, () =>
    assert.throws(
      () => readArguments(parameters),
      error => error instanceof UserError && message.test(error.message),
    ))

test('help and version are asked for in either way', () => {
  assert.equal(readArguments(['--help']).command, 'help')
  assert.equal(readArguments(['check', '-h']).command, 'help')
  assert.equal(readArguments(['-v']).command, 'version')
})

test('inspect gives what the recognisers see, with offsets in the file', async context => {
  const { terminal, printed } = at(context, { 'bridge.md': bridge })
  const request = readArguments(['inspect', '--format', 'json', 'bridge.md'])
  assert.equal(await runInspect(request as Parameters<typeof runInspect>[0], terminal), 0)
  const { files }: { files: InspectedFile[] } = JSON.parse(printed())
  const [{ path, article, figures, dates, entities }] = files
  assert.equal(path, 'bridge.md')
  assert.deepEqual([article.title, article.publisher, article.publishedOn], ['The Harbour Bridge', 'Harbour Post', '2024-03-04'])
  const found = [...figures, ...dates, ...entities.flatMap(({ mentions }) => mentions)]
  for (const { offset, text } of found) assert.equal(bridge.slice(offset.start, offset.end), text)
  const [cost] = figures
  assert.deepEqual([cost.text, cost.dimension, cost.low, cost.high], ['31 million dollars', 'money', 31e6, 31e6])
  assert.deepEqual(
    dates.map(({ text, timex }) => [text, timex.value]),
    [['Monday', '2024-03-04']],
  )
  assert.ok(entities.some(({ name, kind }) => name === 'Port Ellis' && kind === 'place'))
})

test('inspect says why it sees nothing in a file', async context => {
  const { terminal, printed } = at(context, { 'empty.md': '' })
  const request = readArguments(['inspect', 'empty.md'])
  await runInspect(request as Parameters<typeof runInspect>[0], terminal)
  assert.match(printed(), /skipped: the file is empty/)
})
