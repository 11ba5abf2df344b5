import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { usage } from '../../server/src/cli/arguments'
import { showSourceCommand } from '../../server/src/protocol/messages'
import { defaultOf, settingNames } from '../../server/src/settings/settings'

interface Property {
  readonly default: unknown
  readonly scope: string
  readonly markdownDescription: string
  readonly enum?: readonly string[]
  readonly markdownEnumDescriptions?: readonly string[]
}

interface SchemaNode {
  readonly properties?: Record<string, SchemaNode>
  readonly default?: unknown
  readonly enum?: readonly string[]
}

const read = (path: string): string => readFileSync(path, 'utf8')
const manifest = JSON.parse(read('package.json'))
const properties: Record<string, Property> = manifest.contributes.configuration.properties
const schema: SchemaNode = JSON.parse(read('client/groundcheck.schema.json'))

/** Of the editor alone: read by the client, or by the library with which it talks to the server. */
const readByTheClient = ['groundcheck.completion.automatic', 'groundcheck.trace.server']

const clientCode = readdirSync('client/src')
  .map(name => read(`client/src/${name}`))
  .join('\n')

test('every setting that code reads is in the manifest, and the other way round', () => {
  const wanted = settingNames.map(name => `groundcheck.${name}`)
  assert.deepEqual(Object.keys(properties).sort(), [...wanted, ...readByTheClient].sort())
})

test('defaults in the manifest and in code are the same', () => {
  for (const name of settingNames) assert.deepEqual(properties[`groundcheck.${name}`].default, defaultOf(name), name)
})

test('every setting says what it does, for each of its values, and where it may be set', () => {
  for (const [name, property] of Object.entries(properties)) {
    assert.ok(property.markdownDescription, name)
    assert.ok(['resource', 'window'].includes(property.scope), name)
    if (property.markdownEnumDescriptions) assert.equal(property.markdownEnumDescriptions.length, property.enum?.length, name)
  }
})

/** All leaves of a schema by their dotted names. */
function leaves(node: SchemaNode, prefix = ''): [string, SchemaNode][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, value]): [string, SchemaNode][] =>
    value.properties ? leaves(value, `${prefix}${key}.`) : [[prefix + key, value]],
  )
}

test('the schema of groundcheck.json has the same settings with the same values', () => {
  const found = Object.fromEntries(leaves(schema))
  assert.deepEqual(Object.keys(found).sort(), ['$schema', ...settingNames].sort())
  for (const name of settingNames) {
    assert.deepEqual(found[name].default, defaultOf(name), name)
    assert.deepEqual(found[name].enum, properties[`groundcheck.${name}`].enum, name)
  }
})

test('every command in the manifest is registered, and the other way round', () => {
  const declared: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command)
  const registered = [...clientCode.matchAll(/registerCommand\((?:'(groundcheck\.\w+)'|whyCommand)/g)].map(
    ([, name]) => name ?? 'groundcheck.whyThisVerdict',
  )
  assert.deepEqual(registered.sort(), [...declared].sort())
  assert.ok(!declared.includes(showSourceCommand), 'the server registers its own command')
})

test('commands that are named anywhere exist', () => {
  const declared = new Set(manifest.contributes.commands.map(({ command }: { command: string }) => command))
  const named = [...`${clientCode}${JSON.stringify(manifest.contributes)}`.matchAll(/command(?:'|")?:\s?'?"?(groundcheck\.\w+)/g)].map(
    ([, name]) => name,
  )
  assert.deepEqual(
    named.filter(name => !declared.has(name)),
    [],
  )
})

const readme = read('README.md')

/** A default as the README writes it. */
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value).replaceAll(',', ', '))

test('the README explains every setting, with its default and values, and no other', () => {
  const explained = [...readme.matchAll(/^\| `(groundcheck\.[\w.]+)` \| `([^`]+)` \| (.+) \|$/gm)].map(([, name, value]) => [name, value])
  assert.deepEqual(
    Object.fromEntries(explained),
    Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, written(property.default)])),
  )
  for (const value of Object.values(properties).flatMap(property => property.enum ?? [])) assert.ok(readme.includes(`\`${value}\``), value)
})

test('the README explains every command, and no other', () => {
  const explained = [...readme.matchAll(/^\| \*(Groundcheck: .+?)\* \(`(groundcheck\.\w+)`\) \|/gm)].map(([, title, command]) => [
    command,
    title,
  ])
  const declared: { command: string; category: string; title: string }[] = manifest.contributes.commands
  assert.deepEqual(
    Object.fromEntries(explained),
    Object.fromEntries(declared.map(({ command, category, title }) => [command, `${category}: ${title}`])),
  )
})

test('the README explains what the command line takes', () => {
  for (const option of usage.match(/--[a-z]+/g) ?? []) assert.ok(readme.includes(option), option)
})

test('pictures and files that the documents link to are there', () => {
  for (const document of ['README.md', 'CHANGELOG.md', 'ARCHITECTURE.md']) {
    const targets = [...read(document).matchAll(/\]\(([^)#\s]+)(?:#[\w-]*)?\)/g)].map(([, target]) => target)
    assert.deepEqual(
      targets.filter(target => !target.startsWith('https:') && !existsSync(target)),
      [],
      document,
    )
  }
})

test('what the manifest refers to is there', () => {
  const { contributes } = manifest
  const media = contributes.walkthroughs.flatMap(({ steps }: { steps: { media: { markdown: string } }[] }) =>
    steps.map(step => step.media.markdown),
  )
  for (const path of [manifest.icon, ...media, ...contributes.grammars.map(({ path }: { path: string }) => path)])
    assert.ok(existsSync(path), path)
  for (const { url } of contributes.jsonValidation) assert.ok(existsSync(url), url)
})

test('the grammar has the scope that the manifest names', () => {
  for (const { path, scopeName } of manifest.contributes.grammars) assert.equal(JSON.parse(read(path)).scopeName, scopeName)
})

test('the icon is a PNG of 256 by 256 pixels', () => {
  const icon = readFileSync(manifest.icon)
  assert.equal(icon.toString('latin1', 1, 4), 'PNG')
  assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256])
})

test('the package leaves out everything but what it names', () => {
  const [first, ...rest] = read('.vscodeignore').trim().split('\n')
  assert.equal(first, '**')
  assert.deepEqual(
    rest.filter(line => !line.startsWith('!')),
    [],
  )
  for (const needed of ['!package.json', '!dist/client.js', '!dist/server.js', '!dist/languageServer.js', '!dist/notices.txt', '!LICENSE'])
    assert.ok(rest.includes(needed), needed)
})
