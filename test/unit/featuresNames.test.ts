import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MarkupContent, type CompletionItem, type LocationLink, type TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { EntityCard, NameCompletion } from '../../server/src/core/evidence/entities/entityCard'
import type { ArticleSummary, Groundcheck } from '../../server/src/core/service'
import { allSteps } from '../../server/src/core/steps'
import { provideCompletion, resolveCompletion } from '../../server/src/features/completion'
import { provideDocumentLinks } from '../../server/src/features/documentLinks'
import { provideDefinition, provideHighlights, provideReferences, provideWorkspaceSymbols } from '../../server/src/features/navigation'
import { caret, evidenceOf, judgementOn, quoteOf, viewOf, type FakeArticle } from './features.fixture'

const article: FakeArticle = { uri: 'file:///seeds/port.md', text: '# Port\n\nAda Quill runs the port. Quill hired 12 people.\n' }
const introduction = quoteOf(article, 'Ada Quill runs the port.', 'Ada Quill')
const hiring = quoteOf(article, 'Quill hired 12 people.', 'Quill')
const ada: EntityCard = {
  id: 0,
  name: 'Ada Quill',
  kind: 'person',
  aliases: ['Quill'],
  roles: [{ text: 'port director', former: false, uri: article.uri, publishedOn: null, metadata: introduction.metadata }],
  rolesDisagree: false,
  quotes: [introduction],
  mentions: 2,
  articles: 1,
  firstOn: null,
  latestOn: null,
}
const draft = 'Ada Quill hired 15 people, and Ada Quill is proud.'
const hired = judgementOn(draft, '15', {
  verdict: 'contradicted',
  evidence: [evidenceOf(article, 'Quill hired 12 people.', '12', 'contradicts')],
})
const world = { draft, articles: [article], cards: [ada], judgements: [hired], mentions: [introduction, hiring] }

/** The texts of an article under locations of it. */
const textsAt = (ranges: readonly { start: unknown; end: unknown }[]): string[] =>
  ranges.map(range => TextDocument.create('', '', 0, article.text).getText(range as never))

const at = (text: string) => ({ line: 0, character: draft.indexOf(text) })

const quill: NameCompletion = {
  id: 0,
  name: 'Ada Quill',
  kind: 'person',
  role: 'port director',
  articles: 1,
  mentions: 2,
  filterText: 'Ada Quill',
  insertText: 'Ada Quill',
}

test('an accepted name takes the place of the part that was typed, with its role in front if so chosen', () => {
  const { text, position } = caret('We met ada qu| today.')
  const items = [quill, { ...quill, insertText: 'Port director Ada Quill' }]
  const complete: Groundcheck['complete'] = (_draft, offset) => ({
    replace: { start: text.indexOf('ada'), end: offset },
    incomplete: false,
    items,
  })
  const view = viewOf({ draft: text, service: { complete } })
  const list = provideCompletion(view, position)!
  const offers = list.items as (CompletionItem & { textEdit: TextEdit })[]
  assert.deepEqual(
    offers.map(item => [item.label, item.labelDetails?.description, TextDocument.applyEdits(view.document, [item.textEdit])]),
    [
      ['Ada Quill', 'port director', 'We met Ada Quill today.'],
      ['Port director Ada Quill', '1 article', 'We met Port director Ada Quill today.'],
    ],
  )
  assert.equal(offers[0].detail, 'port director · 1 article')
  assert.equal(offers[0].filterText, 'Ada Quill')
  assert.ok(offers[0].sortText! < offers[1].sortText!)
  assert.equal(offers[0].documentation, undefined)
  assert.equal(list.isIncomplete, false)
})

test('a name that fits in spite of a slip stays in the list of an editor that sifts it by letters', () => {
  const rows: [string, string, boolean][] = [
    ['ada qu|', 'Ada Quill', false],
    ['aq|', 'Ada Quill', false],
    ['quall|', 'quall', true],
  ]
  for (const [marked, filterText, isIncomplete] of rows) {
    const { text, position } = caret(marked)
    const complete = () => ({ replace: { start: 0, end: text.length }, incomplete: false, items: [quill] })
    const list = provideCompletion(viewOf({ draft: text, service: { complete } }), position)!
    assert.deepEqual([list.items[0].filterText, list.isIncomplete], [filterText, isIncomplete], marked)
  }
})

test('the quotes of a name come when they are asked for', () => {
  const view = viewOf(world)
  const item = resolveCompletion(view, { label: 'Ada Quill', data: { entity: 0 } })
  assert.ok(MarkupContent.is(item.documentation))
  assert.match(item.documentation.value, /“\*\*Ada Quill\*\* runs the port/)
})

test('where names are not offered there is no list', () => {
  assert.equal(provideCompletion(viewOf(world), { line: 0, character: 0 }), null)
})

test('the definition of a name is the sentence that introduces it, of a figure its evidence', () => {
  const view = viewOf(world)
  const ofName = provideDefinition(view, at('Quill')) as LocationLink[]
  assert.deepEqual(textsAt(ofName.map(link => link.targetRange)), ['Ada Quill runs the port.'])
  assert.deepEqual(textsAt(ofName.map(link => link.targetSelectionRange)), ['Ada Quill'])
  assert.equal(view.document.getText(ofName[0].originSelectionRange), 'Ada Quill')
  const ofFigure = provideDefinition(view, at('15')) as LocationLink[]
  assert.deepEqual(textsAt(ofFigure.map(link => link.targetSelectionRange)), ['12'])
})

test('a client without links gets plain locations', () => {
  const [location] = provideDefinition(viewOf({ ...world, client: { locationLinks: false } }), at('15')) as { uri: string; range: never }[]
  assert.equal(location.uri, article.uri)
  assert.deepEqual(textsAt([location.range]), ['12'])
})

test('references of a name are all its mentions in the sources', () => {
  assert.deepEqual(textsAt(allSteps(provideReferences(viewOf(world), at('Quill')))!.map(({ range }) => range)), ['Ada Quill', 'Quill'])
})

test('highlights are the other mentions in the draft', () => {
  const starts = provideHighlights(viewOf(world), at('Quill'))!.map(({ range }) => range.start.character)
  assert.deepEqual(starts, [0, draft.lastIndexOf('Ada')])
})

test('where nothing is known there is nothing to go to', () => {
  const view = viewOf(world)
  for (const feature of [provideDefinition, provideHighlights]) assert.equal(feature(view, at('proud')), null)
  assert.equal(allSteps(provideReferences(view, at('proud'))), null)
})

test('names of the sources are workspace symbols for who asks with @', () => {
  const view = viewOf(world)
  assert.deepEqual(provideWorkspaceSymbols(view, 'quill'), [])
  const [symbol] = provideWorkspaceSymbols(view, '@quill')
  assert.equal(symbol.name, '@Ada Quill')
  assert.equal(symbol.containerName, 'port director')
  assert.equal(symbol.location.uri, article.uri)
})

const summary = { title: 'The port', publisher: null, publishedOn: null }

const articleCited = (citekey: string): ArticleSummary | undefined =>
  citekey === 'port24' ? { ...summary, uri: article.uri, citekey } : undefined

test('citations link to the articles with their keys', () => {
  const text = 'Said [see @port24, p. 3; -@{odd key}] and @port24. Mail a@port24 and [@other].'
  const view = viewOf({
    draft: text,
    service: { articleCited },
    blocks: [{ start: 0, end: text.length }],
  })
  const links = provideDocumentLinks(view)
  assert.deepEqual(
    links.map(({ range, target, tooltip }) => [range.start.character, view.document.getText(range), target, tooltip]),
    [text.indexOf('port24'), text.indexOf('port24.')].map(start => [start, 'port24', article.uri, 'The port']),
  )
})

test('what is in no block, code for example, has no links', () => {
  const view = viewOf({ draft: '`@port24`', service: { articleCited } })
  assert.deepEqual(provideDocumentLinks(view), [])
})
