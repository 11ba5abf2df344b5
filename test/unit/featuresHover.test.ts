import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MarkupContent } from 'vscode-languageserver'
import type { EntityCard } from '../../server/src/core/evidence/entities/entityCard'
import { escapeMarkdown } from '../../server/src/features/card'
import { provideHover } from '../../server/src/features/hover'
import { defaultSettings } from '../../server/src/settings/settings'
import { evidenceOf, judgementOn, quoteOf, viewOf, type FakeArticle, type FakeWorld } from './features.fixture'

const ferries: FakeArticle = {
  uri: 'file:///seeds/ferries%20%281%29.txt',
  text: 'Harbour news\n\nThe ferry carried 120 passengers on Monday. A second ship waits.\n',
  metadata: { publisher: 'Harbour Post', publishedOn: '2024-03-02' },
}
const sentence = 'The ferry carried 120 passengers on Monday.'
const draft = 'The ferry carried 150 passengers, said Ada Quill.'

const against = evidenceOf(ferries, sentence, '120', 'contradicts')
const contradicted = judgementOn(draft, '150', {
  verdict: 'contradicted',
  evidence: [against],
  suggestions: [{ text: '120', evidence: 0 }],
})

const ada: EntityCard = {
  id: 0,
  name: 'Ada Quill',
  kind: 'person',
  aliases: ['Ada Quill', 'Quill'],
  roles: [
    {
      text: 'harbour master',
      former: false,
      uri: ferries.uri,
      publishedOn: '2024-03-02',
      metadata: quoteOf(ferries, 'A second ship waits.', 'second').metadata,
    },
    {
      text: 'captain',
      former: true,
      uri: ferries.uri,
      publishedOn: '2024-03-02',
      metadata: quoteOf(ferries, 'A second ship waits.', 'second').metadata,
    },
  ],
  rolesDisagree: false,
  quotes: [quoteOf(ferries, 'A second ship waits.', 'second')],
  mentions: 4,
  articles: 2,
  firstOn: '2024-03-02',
  latestOn: '2024-03-09',
}

const world: FakeWorld = { draft, articles: [ferries], judgements: [contradicted], cards: [ada] }

function hoverText(over: string, changes: Partial<FakeWorld> = {}): string {
  const view = viewOf({ ...world, ...changes })
  const hover = provideHover(view, view.document.positionAt(view.document.getText().indexOf(over) + 1))
  assert.ok(hover && MarkupContent.is(hover.contents), `no hover on ${over}`)
  assert.equal(view.document.getText(hover.range), over)
  return hover.contents.value
}

const cited =
  '“The ferry carried **120** passengers on Monday\\.” — [Harbour Post, 2024\\-03\\-02](file:///seeds/ferries%20%281%29.txt#L3,19)'

test('a figure shows its verdict and the source sentence with the value in bold and a link to its line', () => {
  const judgements = [{ ...contradicted, verdict: 'supported', evidence: [{ ...against, stance: 'supports' }] } as const]
  assert.equal(hoverText('150', { judgements }), `**Supported** · Sources say 120\n\n${cited}`)
})

test('beside a diagnostic, which says what the sources say, there is only the verdict with its sentence', () => {
  const evidence = [against, { ...against }]
  assert.equal(hoverText('150', { judgements: [{ ...contradicted, evidence }] }), `**Contradicted**\n\n${cited}`)
})

const unflagged: [string, Partial<FakeWorld>][] = [
  ['is turned off', { settings: { severity: { ...defaultSettings.severity, contradicted: 'ignore' } } }],
  ['has no room for sentences', { client: { relatedInformation: false } }],
  ['is not made, as nothing is checked', { settings: { checking: { run: 'off' } } }],
]
for (const [what, changes] of unflagged)
  test(`where the diagnostic ${what}, the card says it all`, () =>
    assert.equal(hoverText('150', changes), `**Contradicted** · Sources say 120, not 150\n\n${cited}`))

test('a name shows who it is, what the sources say of it and how much more there is', () => {
  assert.equal(
    hoverText('Ada Quill'),
    [
      '**Ada Quill** · person  ',
      'harbour master \\(Harbour Post, 2024\\-03\\-02\\)  ',
      'former captain \\(Harbour Post, 2024\\-03\\-02\\)  ',
      'Also\\: Quill  ',
      '1 of 4 mentions in 2 articles, 2024\\-03\\-02 to 2024\\-03\\-09',
      '',
      '“A **second** ship waits\\.” — [Harbour Post, 2024\\-03\\-02](file:///seeds/ferries%20%281%29.txt#L3,47)',
    ].join('\n'),
  )
})

test('of roles that say the same the fullest is shown, once', () => {
  const roles = ['harbour master', 'Port Ellis harbour master', 'P.O.R.T. Ellis harbour master', 'captain', 'captain'].map(text => ({
    ...ada.roles[0],
    text,
  }))
  assert.match(hoverText('Ada Quill', { cards: [{ ...ada, roles }] }), /\nPort Ellis harbour master \\\(.*\n.*captain \\\(.*\nAlso/)
})

test('roles that deny each other are said to', () => {
  assert.match(
    hoverText('Ada Quill', { cards: [{ ...ada, rolesDisagree: true }] }),
    /\nSources disagree on the role\\: {2}\nharbour master/,
  )
})

test('a client without Markdown gets plain text without markup', () => {
  assert.equal(
    hoverText('150', { client: { hoverMarkdown: false, relatedInformation: false } }),
    'Contradicted · Sources say 120, not 150\n\n“The ferry carried 120 passengers on Monday.” — Harbour Post, 2024-03-02',
  )
})

test('the hover says so where no source mentions a figure', () => {
  assert.equal(hoverText('150', { judgements: [judgementOn(draft, '150', {})] }), '**Unverified** · No source mentions 150')
})

test('at most three sentences are shown, and how many more there are', () => {
  const evidence = Array.from({ length: 5 }, () => evidenceOf(ferries, sentence, '120', 'supports'))
  const text = hoverText('150', { judgements: [judgementOn(draft, '150', { verdict: 'supported', evidence })] })
  assert.equal(text.split('” — [').length - 1, 3)
  assert.match(text, /\*2 more sentences in the sources\*$/)
})

test('a misspelt name shows who is meant', () => {
  const text = 'The ferry carried 150 passengers, said Ada Quil.'
  const start = text.indexOf('Ada Quil')
  const misspelt = { kind: 'misspelled', span: { start, end: start + 8 }, text: 'Ada Quil', entity: 0, suggestion: 'Ada Quill' } as const
  assert.match(hoverText('Ada Quil', { draft: text, problems: [misspelt] }), /^\*\*Ada Quill\*\* · person/)
})

test('a place without name, figure or date shows nothing', () => {
  const view = viewOf(world)
  assert.equal(provideHover(view, { line: 0, character: 6 }), null)
})

test('a source whose text cannot be read any more is still quoted', () => {
  assert.match(hoverText('150', { articles: [] }), /Harbour Post, 2024\\-03\\-02\]\(.*#L3,19\)$/)
})

const hostile = [
  ['markup', '*a* _b_ `c` ~~d~~', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~'],
  ['a command link', '[run](command:x)', '\\[run\\]\\(command\\:x\\)'],
  ['an image', '![x](http://y/z.png)', '\\!\\[x\\]\\(http\\:\\/\\/y\\/z\\.png\\)'],
  ['a bare address', 'www.example.org', 'www\\.example\\.org'],
  ['HTML', '<img src=x>&amp;', '\\<img src\\=x\\>\\&amp;'],
  ['a theme icon', '$(alert)', '\\$\\(alert\\)'],
  ['line breaks and indents', '\n\n    # code', '\\# code'],
  ['marks that turn the direction of writing', 'a\u202eb\u2066c', 'abc'],
] as const

for (const [what, text, expected] of hostile)
  test(`source text can render nothing: ${what}`, () => assert.equal(escapeMarkdown(text), expected))
