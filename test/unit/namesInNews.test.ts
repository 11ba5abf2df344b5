import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { entityInfo } from '../../server/src/core/evidence/entities/entityInfo'
import { locateEntities } from '../../server/src/core/evidence/entities/locate'
import { createEntityRegistry, type EntityRegistry } from '../../server/src/core/evidence/entities/registry'
import { addDocument } from '../../server/src/core/evidence/entities/registryChanges'
import { searchEntities } from '../../server/src/core/evidence/entities/searchEntities'
import { recognizeEntities } from '../../server/src/core/recognize/names/recognizeEntities'
import { readPassage } from '../../server/src/core/text/passage'
import { readArticleBytes } from '../../server/src/core/articles/readArticle'
import { plainProse } from '../../server/src/core/text/prose'
import expected from '../fixtures/names/names.expected.json'

/** The names of an article: people with their roles, other names by kind. */
function namesIn(name: string): Record<string, unknown> {
  const outcome = readArticleBytes(`file:///${name}`, readFileSync(join('test/fixtures/names', name)))
  assert.ok('article' in outcome)
  const blocks = outcome.article.blocks.filter(({ noise }) => noise === null)
  const entities = recognizeEntities(
    blocks.map(({ prose }) => readPassage(prose.text)),
    blocks.map(({ kind }) => kind),
  )
  const named = (wanted: string): string[] => entities.flatMap(({ kind, name }) => (kind === wanted ? [name] : []))
  const people = entities.filter(({ kind }) => kind === 'person')
  return {
    person: Object.fromEntries(
      people.map(({ name, roles }) => [name, roles.map(({ text, former }) => (former ? `former: ${text}` : text))]),
    ),
    organization: named('organization'),
    place: named('place'),
    other: named('other'),
  }
}

test('articles of sports, courts, councils and science give every name once, of the right kind, with all roles, and no other', () => {
  for (const [name, names] of Object.entries(expected)) assert.deepEqual(namesIn(name), names, name)
})

const folder = process.env.GROUNDCHECK_SAMPLES ?? join(process.cwd(), '..', 'shared', 'seeds')

/** The lines of a text, each with its offset. */
function linesOf(text: string): { text: string; offset: number }[] {
  let offset = 0
  return text.split('\n').flatMap(line => {
    const start = offset
    offset += line.length + 1
    return line.trim() === '' ? [] : [{ text: line, offset: start }]
  })
}

function registryOf(paths: readonly string[]): EntityRegistry {
  const registry = createEntityRegistry()
  for (const path of paths) {
    const lines = linesOf(readFileSync(path, 'utf8'))
    const passages = lines.map(line => readPassage(line.text))
    const proses = lines.map(line => plainProse(line.text, line.offset))
    addDocument(registry, path, locateEntities(recognizeEntities(passages), passages, proses), { publishedOn: null })
  }
  return registry
}

// what a reader finds in the five sample articles
const people: Record<string, string[]> = {
  'Scott Bessent': ['US Treasury Secretary'],
  'He Lifeng': [
    "China's vice premier",
    'Chinese Vice Premier',
    'a key economic advisor to President Xi Jinping',
    'a longtime associate of President Xi Jinping',
  ],
  'Donald Trump': ['US President'],
  'Xi Jinping': ['Chinese President'],
  'Ngozi Okonjo-Iweala': ['WTO Director-General'],
  'Janet Yellen': ['former Treasury Secretary'],
  'Jamieson Greer': ['U.S. Trade Representative'],
  'Vladimir Putin': ['Russian President'],
  'Marco Rubio': ['Secretary of State'],
  'Li Chenggang': ['Vice Commerce Minister'],
  'Liao Min': ['Vice Finance Minister'],
  'Vincent Thian': [],
  'Chen Zhi': ['scam kingpin'],
}
const organizations = `
  World Trade Organization, Association of Southeast Asian Nations, Asia-Pacific Economic Cooperation, Xinhua News Agency, Fox Business Network, Financial Times,
  Wall Street Journal, Bloomberg, Associated Press, White House, State Department, US Treasury, US Navy, Commerce Ministry, European Union, WhatsApp, Aseanplus News`
const places = `
  United States, China, Malaysia, South Korea, Japan, Russia, Ukraine, Israel, Asia, Beijing, Washington, Kuala Lumpur, Petronas Twin Towers, Thailand, Cambodia, Laos,
  Medan, Philippines, Hokkaido, New Chitose Airport, Singapore, Curiosity Cove, Surin, Asia-Pacific, Mandai`
const others = "ASEAN Summit, Golden Fleet, Air Force One, New Year's Eve, Christmas"

const listed = (list: string): string[] =>
  list
    .split(',')
    .map(name => name.trim())
    .sort()

test('the sample articles give every name once, of the right kind, with all roles, and no other', { skip: !existsSync(folder) }, () => {
  const registry = registryOf(readdirSync(folder).map(name => join(folder, name)))
  const infos = searchEntities(registry, '').map(id => entityInfo(registry, id)!)
  const named = (kind: string): string[] => infos.flatMap(info => (info.kind === kind ? info.name.replaceAll('’', "'") : [])).sort()
  assert.deepEqual(named('person'), Object.keys(people).sort())
  assert.deepEqual(named('organization'), listed(organizations))
  assert.deepEqual(named('place'), listed(places))
  assert.deepEqual(named('other'), listed(others))
  for (const { name, roles } of infos.filter(({ kind }) => kind === 'person'))
    assert.deepEqual(roles.map(({ text, former }) => (former ? `former ${text}` : text)).sort(), people[name], name)
})
