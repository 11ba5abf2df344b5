import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CodeAction, CodeActionContext, TextEdit } from 'vscode-languageserver'
import type { Judgement } from '../../server/src/core/grounding/judgement'
import { fixAllKind, provideCodeActions, resolveCodeAction } from '../../server/src/features/codeActions'
import { provideDiagnostics } from '../../server/src/features/diagnostics'
import { messageOf } from '../../server/src/features/wording'
import { whyCommand } from '../../server/src/protocol'
import { evidenceOf, judgementOn, viewOf, type FakeArticle, type FakeWorld } from './features.fixture'

const post: FakeArticle = {
  uri: 'file:///seeds/post.txt',
  text: 'The bridge cost 3 million.\nIt opened on May 4.\n',
  metadata: { publisher: 'Harbour Post', publishedOn: '2024-03-02' },
}
const echo: FakeArticle = { uri: 'file:///seeds/echo.txt', text: 'The bridge cost 4 million.\n', metadata: { title: 'Bridge echo' } }

const draft = 'The bridge cost 5 million.\nIt opened on May 6.\n'

const cost = judgementOn(draft, '5 million', {
  verdict: 'contradicted',
  evidence: [evidenceOf(post, 'The bridge cost 3 million.', '3 million', 'contradicts')],
  suggestions: [{ text: '3 million', evidence: 0 }],
})
const opening = judgementOn(draft, 'May 6', {
  kind: 'date',
  verdict: 'contradicted',
  evidence: [evidenceOf(post, 'It opened on May 4.', 'May 4', 'contradicts')],
  suggestions: [{ text: 'May 4', evidence: 0 }],
})
const disputed = judgementOn(draft, '5 million', {
  verdict: 'disputed',
  evidence: [
    evidenceOf(post, 'The bridge cost 3 million.', '3 million', 'contradicts'),
    evidenceOf(echo, 'The bridge cost 4 million.', '4 million', 'contradicts'),
  ],
  suggestions: [
    { text: '3 million', evidence: 0 },
    { text: '4 million', evidence: 1 },
  ],
})

const world = (judgements: readonly Judgement[], changes: Partial<FakeWorld> = {}): FakeWorld => ({
  draft,
  articles: [post, echo],
  judgements,
  ...changes,
})

test('a contradicted figure is flagged on its own range, with the source sentence in the message and beside it', () => {
  const view = viewOf(world([cost]))
  const [flag, ...others] = provideDiagnostics(view)
  assert.deepEqual(others, [])
  assert.equal(view.document.getText(flag.range), '5 million')
  assert.equal(flag.code, 'figure.contradicted')
  assert.equal(flag.source, 'groundcheck')
  assert.equal(flag.severity, 2)
  assert.equal(flag.message, 'Sources say 3 million, not 5 million: “The bridge cost 3 million.” (Harbour Post, 2024-03-02)')
  assert.deepEqual(flag.relatedInformation, [
    {
      location: { uri: post.uri, range: { start: { line: 0, character: 16 }, end: { line: 0, character: 25 } } },
      message: '“The bridge cost 3 million.” (Harbour Post, 2024-03-02)',
    },
  ])
})

test('where the sources disagree the message says who says what', () => {
  const [flag] = provideDiagnostics(viewOf(world([disputed])))
  assert.equal(flag.code, 'figure.disputed')
  assert.equal(flag.message, 'Sources disagree on 5 million: Harbour Post says 3 million, Bridge echo says 4 million.')
})

test('severity is a setting for each finding, and "ignore" leaves it out', () => {
  const severity = { contradicted: 'error', disputed: 'ignore', unverified: 'hint' } as const
  const flags = provideDiagnostics(
    viewOf(world([cost, disputed, judgementOn(draft, 'May 6', { kind: 'date' })], { settings: { severity } })),
  )
  assert.deepEqual(
    flags.map(flag => [flag.code, flag.severity]),
    [
      ['figure.contradicted', 1],
      ['date.unverified', 4],
    ],
  )
})

test('supported claims are never flagged', () => {
  assert.deepEqual(provideDiagnostics(viewOf(world([judgementOn(draft, '5 million', { verdict: 'supported' })]))), [])
})

test('a client that cannot show related information gets none', () => {
  const [flag] = provideDiagnostics(viewOf(world([cost], { client: { relatedInformation: false } })))
  assert.equal(flag.relatedInformation, undefined)
})

test('a quote of a long sentence is cut around the value', () => {
  const long = `${'Before the storm came the town was quiet. '.repeat(12)}It cost 3 million ${'and nobody knew why that was so '.repeat(12)}.`
  const article: FakeArticle = { uri: post.uri, text: long }
  const judgement: Judgement = { ...cost, evidence: [evidenceOf(article, long, '3 million', 'contradicts')] }
  const message = messageOf(judgement)
  assert.match(message, /“… .*It cost 3 million and nobody.* …” \(post\.txt\)$/)
  assert.ok(message.length < 230, `${message.length} characters`)
})

const everything: CodeActionContext = { diagnostics: [] }

/** All actions for a claim in the draft. */
function actionsFor(view: ReturnType<typeof viewOf>, claim: string, context = everything): CodeAction[] {
  const start = view.document.positionAt(view.document.getText().indexOf(claim))
  return provideCodeActions(view, { textDocument: view.document, range: { start, end: start }, context })
}

/** The draft after an action. */
function after(view: ReturnType<typeof viewOf>, action: CodeAction): string {
  const [change] = action.edit!.documentChanges as { textDocument: { version: number }; edits: TextEdit[] }[]
  assert.equal(change.textDocument.version, view.document.version)
  return TextDocument.applyEdits(view.document, change.edits)
}

test('the preferred fix puts in what the sources say', () => {
  const view = viewOf(world([cost, opening]))
  const [fix] = actionsFor(view, '5 million')
  assert.equal(fix.title, 'Replace with “3 million” (Harbour Post, 2024-03-02)')
  assert.equal(fix.isPreferred, true)
  assert.equal(after(view, fix), 'The bridge cost 3 million.\nIt opened on May 6.\n')
})

test('where sources disagree there is a fix for each of their values, and none is preferred', () => {
  const actions = actionsFor(viewOf(world([disputed])), '5 million').filter(({ title }) => title.startsWith('Replace'))
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ['Replace with “3 million” (Harbour Post, 2024-03-02)', undefined],
      ['Replace with “4 million” (Bridge echo)', undefined],
    ],
  )
})

test('the whole menu, most useful first', () => {
  const view = viewOf(world([opening], { client: { commands: new Set([whyCommand]) } }))
  assert.deepEqual(
    actionsFor(view, 'May 6').map(({ title }) => title),
    [
      'Replace with “May 4” (Harbour Post, 2024-03-02)',
      'Go to the source: Harbour Post, 2024-03-02',
      'Why this verdict?',
      'Ignore on this line',
      'Ignore in this whole block',
    ],
  )
})

test('a client that has neither command nor showDocument is offered neither', () => {
  const titles = actionsFor(viewOf(world([cost], { client: { showsDocuments: false } })), '5 million').map(({ title }) => title)
  assert.deepEqual(
    titles.filter(title => /source|Why/.test(title)),
    [],
  )
})

test('an action carries the diagnostics that it answers', () => {
  const view = viewOf(world([cost]))
  const diagnostics = provideDiagnostics(view)
  const other = { ...diagnostics[0], source: 'spelling' }
  const [fix] = actionsFor(view, '5 million', { diagnostics: [...diagnostics, other] })
  assert.deepEqual(fix.diagnostics, diagnostics)
})

test('fix all puts in every value that the sources contradict, and leaves disputed ones', () => {
  const both = judgementOn(draft, 'bridge', { ...disputed, span: { start: 4, end: 10 } })
  const view = viewOf(world([both, cost, opening]))
  for (const only of [[fixAllKind], ['source.fixAll'], ['source']]) {
    const [action, ...others] = actionsFor(view, 'The', { diagnostics: [], only })
    assert.deepEqual(others, [])
    assert.equal(after(view, action), 'The bridge cost 3 million.\nIt opened on May 4.\n')
  }
})

test('what is not shown is not offered to be fixed', () => {
  const ignore = { contradicted: 'ignore', disputed: 'ignore', unverified: 'ignore' } as const
  assert.deepEqual(actionsFor(viewOf(world([cost], { settings: { severity: ignore } })), '5 million'), [])
  assert.deepEqual(actionsFor(viewOf(world([cost], { settings: { checking: { run: 'off' } } })), '5 million'), [])
})

const kindCases: [string[] | undefined, boolean][] = [
  [undefined, true],
  [['quickfix'], true],
  [['quickfix.other'], false],
  [['refactor'], false],
  [['source.fixAll.other'], false],
  [[], false],
]
for (const [only, offered] of kindCases)
  test(`quick fixes are ${offered ? '' : 'not '}offered to who asks for ${JSON.stringify(only)}`, () => {
    const actions = actionsFor(viewOf(world([cost])), '5 million', { diagnostics: [], ...(only && { only }) })
    assert.equal(actions.length > 0, offered)
  })

test('a client that can ask for edits later gets them later, and the same', () => {
  const now = viewOf(world([cost]))
  const later = viewOf(world([cost], { client: { resolvesEdits: true } }))
  const [action] = actionsFor(later, '5 million')
  assert.equal(action.edit, undefined)
  assert.deepEqual(resolveCodeAction(later.client, action), actionsFor(now, '5 million')[0])
})

test('a client without versioned edits gets plain ones', () => {
  const view = viewOf(world([cost], { client: { documentChanges: false } }))
  const [{ edit }] = actionsFor(view, '5 million')
  assert.equal(
    TextDocument.applyEdits(view.document, edit!.changes![view.document.uri]),
    'The bridge cost 3 million.\nIt opened on May 6.\n',
  )
})

/** The draft after each way to ignore a claim in it. */
function ignored(text: string, claim: string): Record<string, string> {
  const judgement = judgementOn(text, claim, { verdict: 'contradicted' })
  const view = viewOf({ draft: text, judgements: [judgement] })
  const actions = actionsFor(view, claim).filter(({ title }) => title.startsWith('Ignore'))
  return Object.fromEntries(actions.map(action => [action.title, after(view, action)]))
}

test('directives go where they do not disturb the Markdown', () => {
  assert.deepEqual(ignored('One.\n\nTwo 5 here.\nMore.\n\nThree.\n', '5'), {
    'Ignore on this line': 'One.\n\nTwo 5 here. <!-- groundcheck-ignore -->\nMore.\n\nThree.\n',
    'Ignore with a comment above the line': 'One.\n\n<!-- groundcheck-ignore-next-line -->\nTwo 5 here.\nMore.\n\nThree.\n',
    'Ignore in this whole block': 'One.\n\n<!-- groundcheck-disable -->\nTwo 5 here.\nMore.\n<!-- groundcheck-enable -->\n\nThree.\n',
  })
})

test('in a table the directive stays inside a cell, and none tears the table apart', () => {
  assert.deepEqual(ignored('| a | b |\n|---|---|\n| 5 | 6 |\n', '5'), {
    'Ignore on this line': '| a | b |\n|---|---|\n| 5 | 6 <!-- groundcheck-ignore --> |\n',
    'Ignore in this whole block': '<!-- groundcheck-disable -->\n| a | b |\n|---|---|\n| 5 | 6 |\n<!-- groundcheck-enable -->\n',
  })
})

test('Windows line ends and trailing spaces are no hindrance', () => {
  assert.equal(ignored('Two 5 here.  \r\nMore.\r\n', '5')['Ignore on this line'], 'Two 5 here. <!-- groundcheck-ignore -->  \r\nMore.\r\n')
})
