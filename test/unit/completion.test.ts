import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import { typedNames } from '../../server/src/core/completion'
import { bestOf } from '../../server/src/core/evidence/entities/best'
import { completeNames, type CompletionContext } from '../../server/src/core/evidence/entities/completeNames'
import type { LocatedEntity } from '../../server/src/core/evidence/entities/locate'
import { createEntityRegistry, nodeNamed, type EntityRegistry } from '../../server/src/core/evidence/entities/registry'
import { addDocument } from '../../server/src/core/evidence/entities/registryChanges'
import { searchEntities } from '../../server/src/core/evidence/entities/searchEntities'
import { entityInfo } from '../../server/src/core/evidence/entities/entityInfo'
import { beginsWithSlip, isOneSlip, slipsBetween } from '../../server/src/core/evidence/entities/slips'
import type { EntityKind } from '../../server/src/core/recognize/entity'

const entity = (kind: EntityKind, name: string, role?: string): LocatedEntity => ({
  name,
  kind,
  aliases: [],
  roles: role === undefined ? [] : [{ text: role, former: false, start: 0, end: role.length }],
  mentions: Int32Array.of(0, name.length, 0, 50, 0),
})

const bessent = entity('person', 'Scott Bessent', 'US Treasury Secretary')
const he = entity('person', 'He Lifeng', 'Vice Premier')
const wto = entity('organization', 'World Trade Organization')
const malaysia = entity('place', 'Malaysia')
const maldives = entity('place', 'Maldives')

function registryOf(...articles: LocatedEntity[][]): EntityRegistry {
  const registry = createEntityRegistry()
  articles.forEach((entities, index) => addDocument(registry, `article${index}`, entities, { publishedOn: '2025-10-23' }))
  return registry
}

const corpus = registryOf([bessent, he, malaysia], [wto, malaysia], [wto, maldives], [bessent, malaysia])
const idOf = (registry: EntityRegistry, name: string): number => nodeNamed(registry, name.toLowerCase())
const nothing: CompletionContext = { paragraph: [], isNamed: () => false }
/** A draft that names somebody. */
const naming = (name: string): CompletionContext => ({ ...nothing, isNamed: entity => entity === idOf(corpus, name) })
const offers = (typed: string, context = nothing): string[] =>
  completeNames(corpus, typed, context).items.map(({ insertText }) => insertText)

test('names complete by their beginning, any word, initials and with one slip', () => {
  const rows: [string, string | undefined][] = [
    ['sco', 'Scott Bessent'],
    ['Bess', 'Scott Bessent'],
    ['scott b', 'Scott Bessent'],
    ['life', 'He Lifeng'],
    ['wto', 'World Trade Organization'],
    ['sb', 'Scott Bessent'],
    ['WT', 'World Trade Organization'],
    ['wt', undefined],
    ['SB', 'Scott Bessent'],
    ['bessant', 'Scott Bessent'],
    ['organis', 'World Trade Organization'],
    ['mlaaysia', 'Malaysia'],
    ['walaysia', undefined],
    ['mala', 'Malaysia'],
    ['malyasia', 'Malaysia'],
    ['xyz', undefined],
    ['', undefined],
    ['bes nt', undefined],
  ]
  for (const [typed, expected] of rows) assert.equal(offers(typed)[0], expected, typed)
})

test('a person is offered with the role at first mention and by the short name after it', () => {
  assert.deepEqual(offers('bess'), ['Scott Bessent', 'US Treasury Secretary Scott Bessent'])
  assert.deepEqual(offers('bess', naming('Scott Bessent')), ['Bessent', 'Scott Bessent'])
  const named = naming('He Lifeng')
  assert.deepEqual(offers('h', named), ['He', 'He Lifeng'])
  assert.deepEqual(offers('life', named), ['He Lifeng', 'He'])
  assert.deepEqual(offers('He', named), ['He Lifeng', 'He'])
  assert.deepEqual(offers('hl', named), ['He', 'He Lifeng'])
})

test('a role that is typed stays, and is not put there twice', () => {
  assert.deepEqual(offers('Treasury Secretary Sco'), ['Treasury Secretary Scott Bessent', 'US Treasury Secretary Scott Bessent'])
  assert.deepEqual(offers('US Treasury Secretary Sco'), ['US Treasury Secretary Scott Bessent'])
  assert.deepEqual(offers('secretary bess'), ['secretary Scott Bessent', 'US Treasury Secretary Scott Bessent'])
  assert.deepEqual(offers('Secretary Scott Be'), ['Secretary Scott Bessent', 'US Treasury Secretary Scott Bessent'])
  assert.deepEqual(offers('Secretary Bessant'), ['Secretary Scott Bessent', 'US Treasury Secretary Scott Bessent'])
  assert.deepEqual(offers('Secretary Bess', naming('Scott Bessent')), ['Secretary Bessent', 'Secretary Scott Bessent'])
  assert.deepEqual(offers('Secretary Mal'), [])
  const king = entity('person', 'Ada King')
  assert.equal(completeNames(registryOf([king], [bessent]), 'King', nothing).items[0].insertText, 'Ada King')
})

test('of those who fit, the one with the role that is typed stands first', () => {
  const scott = entity('person', 'Scott Morrison')
  const both = registryOf([bessent], [scott], [scott], [scott])
  const first = (typed: string): string => completeNames(both, typed, nothing).items[0].name
  assert.equal(first('Sco'), 'Scott Morrison')
  assert.equal(first('Secretary Sco'), 'Scott Bessent')
})

test('the words before the caret that may be the beginning of a name', () => {
  const rows: [string, string[]][] = [
    ['We met Sco|', ['Sco']],
    ['We met Scott Be|', ['Scott Be', 'Be']],
    ['Under Treasury Secretary Sco|', ['Treasury Secretary Sco', 'Secretary Sco', 'Sco']],
    ['We met treasury secretary Sco|', ['treasury secretary Sco', 'secretary Sco', 'Sco']],
    ['The vice premier, He Li|', ['He Li', 'Li']],
    ['For 3 bess|', ['bess']],
    ['The U.S. and |', []],
    ['|', []],
  ]
  for (const [marked, expected] of rows) {
    const offset = marked.indexOf('|')
    const text = marked.replace('|', '')
    assert.deepEqual(
      typedNames(text, offset).map(({ start, end }) => text.slice(start, end)),
      expected,
      marked,
    )
  }
})

test('names rank by how often the sources use them, and by who is written of in the paragraph', () => {
  assert.deepEqual(offers('mal'), ['Malaysia', 'Maldives'])
  const even = registryOf([malaysia, bessent], [maldives, wto])
  const first = (name: string): string => completeNames(even, 'mal', { ...nothing, paragraph: [idOf(even, name)] }).items[0].name
  assert.equal(first('Scott Bessent'), 'Malaysia')
  assert.equal(first('World Trade Organization'), 'Maldives')
})

test('what is being typed does not name anybody yet: the role is offered until the name stands elsewhere', () => {
  const groundcheck = createGroundcheck({ textOf: () => undefined })
  groundcheck.setArticle(readArticle('a.md', 'Treasury Secretary Scott Bessent met Vice Premier He Lifeng. Bessent left.', 'markdown'))
  const rows: [string, string[]][] = [
    ['Then Bessent', ['Scott Bessent', 'Treasury Secretary Scott Bessent']],
    ['Then He L', ['He Lifeng', 'Vice Premier He Lifeng']],
    ['Scott Bessent spoke. Then Bess', ['Bessent', 'Scott Bessent']],
    ['Scott Bessent spoke.\n\nThen Bess', ['Bessent', 'Scott Bessent']],
  ]
  for (const [text, expected] of rows) {
    const { items } = groundcheck.complete(groundcheck.readDraft(text), text.length)!
    assert.deepEqual(items.map(({ insertText }) => insertText), expected, text) // prettier-ignore
  }
})

test('a rare name that the draft has, or that goes with the paragraph, stands before many common ones', () => {
  const common = Array.from({ length: 100 }, (_, at) =>
    entity('place', `Mal${String.fromCharCode(97 + (at % 26))}${'y'.repeat(at / 26)}ton`),
  )
  const crowded = registryOf(common, common, [entity('place', 'Malzin'), bessent], [entity('person', 'Ada Malwood')])
  const first = (context: CompletionContext): string => completeNames(crowded, 'mal', context).items[0].name
  assert.equal(first(nothing), 'Malaton')
  assert.equal(first({ ...nothing, paragraph: [idOf(crowded, 'Scott Bessent')] }), 'Malzin')
  const items = completeNames(crowded, 'mal', { ...nothing, isNamed: entity => entity === idOf(crowded, 'Malzin') }).items
  assert.equal(items[0].name, 'Malzin')
})

test('a completion says who is meant and how often the sources do', () => {
  const [{ name, kind, role, articles, mentions, filterText }] = completeNames(corpus, 'bess', nothing).items
  assert.deepEqual(
    [name, kind, role, articles, mentions, filterText],
    ['Scott Bessent', 'person', 'US Treasury Secretary', 2, 2, 'Scott Bessent'],
  )
})

test('a role that is no title is told but not put before the name', () => {
  const quill = entity('person', 'Ada Quill', 'harbour master')
  const offered = completeNames(registryOf([quill]), 'quil', nothing).items.map(({ role, insertText }) => [role, insertText])
  assert.deepEqual(offered, [['harbour master', 'Ada Quill']])
})

test('symbols are found by all their words in any order', () => {
  const rows: [string, string[]][] = [
    ['bessent scott', ['Scott Bessent']],
    ['trade', ['World Trade Organization']],
    ['wto', ['World Trade Organization']],
    ['trade group', []],
    ['m', ['Malaysia', 'Maldives']],
  ]
  for (const [query, expected] of rows)
    assert.deepEqual(
      searchEntities(corpus, query).map(id => entityInfo(corpus, id)!.name),
      expected,
      query,
    )
})

test('slips are counted as writers make them', () => {
  const rows: [string, string, number][] = [
    ['bessent', 'bessent', 0],
    ['bessant', 'bessent', 1],
    ['besent', 'bessent', 1],
    ['bessennt', 'bessent', 1],
    ['bessnet', 'bessent', 1],
    ['iwaela', 'iweala', 1],
    ['okonyo', 'okonjoo', 2],
    ['trump', 'tramps', 2],
    ['china', 'chile', 2],
    ['xi', 'malaysia', 3],
  ]
  for (const [typed, word, slips] of rows) assert.equal(isOneSlip(typed, word), slips === 1, `${typed} ${word}`)
  for (const [a, b, slips] of rows) {
    assert.equal(slipsBetween(a, b, 2), slips, `${a} ${b}`)
    assert.equal(slipsBetween(b, a, 2), slips, `${b} ${a}`)
  }
  assert.equal(beginsWithSlip('malyas', 'malaysia'), true)
  assert.equal(beginsWithSlip('maleysi', 'malaysia'), true)
  assert.equal(beginsWithSlip('walay', 'malaysia'), false)
  assert.equal(beginsWithSlip('mylya', 'malaysia'), false)
})

test('the best few of many come in order', () => {
  const numbers = [5, 3, 9, 1, 7, 3, 8]
  assert.deepEqual(
    bestOf(numbers, 3, (a, b) => a - b),
    [1, 3, 3],
  )
  assert.deepEqual(
    bestOf(numbers, 99, (a, b) => b - a),
    [9, 8, 7, 5, 3, 3, 1],
  )
})
