import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSettings, readSettings, readSettingsFile, type SettingsLayer } from '../../server/src/settings/settings'

const editor = (values: unknown): SettingsLayer => ({ origin: 'the editor settings', values })
const file = (values: unknown): SettingsLayer => ({ origin: 'groundcheck.json', values })

test('with nothing written everything has its default', () => {
  assert.deepEqual(readSettings([]), { settings: defaultSettings, problems: [] })
  assert.deepEqual(readSettings([editor(null), editor(undefined), editor('nonsense')]).settings, defaultSettings)
  assert.deepEqual(defaultSettings.sources, ['seeds/**', 'sources/**'])
  assert.equal(defaultSettings.maxFileSize, 5)
})

test('the stronger layer wins, value by value', () => {
  const { settings } = readSettings([
    file({ severity: { contradicted: 'error' } }),
    editor({ severity: { contradicted: 'hint', disputed: 'hint' } }),
  ])
  assert.deepEqual(settings.severity, { ...defaultSettings.severity, contradicted: 'error', disputed: 'hint' })
})

test('lists add up', () => {
  const { settings } = readSettings([file({ sources: ['articles/**', 'shared/**'] }), editor({ sources: ['shared/**', 'mine/**'] })])
  assert.deepEqual(settings.sources, ['articles/**', 'shared/**', 'mine/**'])
  const { aliases } = readSettings([file({ aliases: [['PRC', ' China ']] }), editor({ aliases: [['WTO', 'Trade Body']] })]).settings
  assert.deepEqual(aliases, [
    ['PRC', 'China'],
    ['WTO', 'Trade Body'],
  ])
})

test('an editor that repeats the default list adds nothing', () => {
  const { settings } = readSettings([file({ sources: ['articles/**'] }), editor({ sources: ['seeds/**', 'sources/**'] })])
  assert.deepEqual(settings.sources, ['articles/**'])
})

test('names with dots are read like nested ones', () => {
  assert.equal(readSettings([file({ 'checking.run': 'onSave' })]).settings.checking.run, 'onSave')
})

const bad: [unknown, string][] = [
  [{ sources: 'articles' }, 'groundcheck.sources in groundcheck.json must be a list of file patterns, not "articles"; it is ignored'],
  [{ sources: ['a', 1] }, 'groundcheck.sources in groundcheck.json must be a list of file patterns, not ["a",1]; it is ignored'],
  [
    { aliases: ['WTO'] },
    'groundcheck.aliases in groundcheck.json must be a list of lists of two or more names, not ["WTO"]; it is ignored',
  ],
  [
    { aliases: [['WTO']] },
    'groundcheck.aliases in groundcheck.json must be a list of lists of two or more names, not [["WTO"]]; it is ignored',
  ],
  [{ maxFileSize: -1 }, 'groundcheck.maxFileSize in groundcheck.json must be a number of megabytes above 0, not -1; it is ignored'],
  [{ maxFileSize: '5' }, 'groundcheck.maxFileSize in groundcheck.json must be a number of megabytes above 0, not "5"; it is ignored'],
  [
    { sensitivity: 'high' },
    'groundcheck.sensitivity in groundcheck.json must be one of balanced, strict, sensitive, not "high"; it is ignored',
  ],
  [
    { sensitivity: 'x'.repeat(100_000) },
    `groundcheck.sensitivity in groundcheck.json must be one of balanced, strict, sensitive, not "${'x'.repeat(59)}…; it is ignored`,
  ],
  [{ checking: { run: true } }, 'groundcheck.checking.run in groundcheck.json must be one of onType, onSave, off, not true; it is ignored'],
]
for (const [values, problem] of bad)
  test(`a bad value is named and its default used: ${JSON.stringify(values).slice(0, 80)}`, () => {
    const { settings, problems } = readSettings([file(values)])
    assert.deepEqual(problems, [problem])
    assert.deepEqual(settings, defaultSettings)
  })

test('a bad value leaves room for a sound one in a weaker layer', () => {
  assert.equal(readSettings([file({ sensitivity: 1 }), editor({ sensitivity: 'strict' })]).settings.sensitivity, 'strict')
})

const files: [string, string, RegExp[]][] = [
  ['nothing wrong', '{ "$schema": "x", "sources": ["a/**"], "severity": { "disputed": "error" } }', []],
  ['not JSON', '{ sources: [] }', [/^groundcheck\.json is not valid JSON/]],
  ['empty', '', [/^groundcheck\.json is not valid JSON/]],
  ['a list', '[]', [/^groundcheck\.json must hold a JSON object/]],
  ['misspelt', '{ "source": [], "severity": { "contradict": "error" } }', [/sets source, which/, /sets severity\.contradict, which/]],
]
for (const [what, text, expected] of files)
  test(`a settings file: ${what}`, () => {
    const { problems } = readSettingsFile(text)
    assert.equal(problems.length, expected.length)
    expected.forEach((pattern, at) => assert.match(problems[at], pattern))
  })
