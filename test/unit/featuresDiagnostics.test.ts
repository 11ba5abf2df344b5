import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeAction, CodeActionContext, Diagnostic, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { EntityCard } from '../../server/src/core/evidence/entities/entityCard'
import type { Judgement } from '../../server/src/core/grounding/judgement'
import type { NameProblem } from '../../server/src/core/service'
import { fixAllKind, provideCodeActions, resolveCodeAction } from '../../server/src/features/codeActions'
import { provideDiagnostics } from '../../server/src/features/diagnostics'
import { whyCommand } from '../../server/src/protocol/messages'
import { defaultSettings } from '../../server/src/settings/settings'
import { evidenceOf, judgementOn, quoteOf, viewOf, type FakeArticle, type FakeWorld } from './features.fixture'

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

test('a day that the source tells by its weekday comes with its date, and the other way round', () => {
  const told = { ...post, text: 'It opened on Saturday. It closed on May 10.' }
  const said = (claim: string, sentence: string, value: string, fix: string): Diagnostic['message'] => {
    const judgement = judgementOn(draft, claim, {
      kind: 'date',
      verdict: 'contradicted',
      evidence: [evidenceOf(told, sentence, value, 'contradicts')],
      suggestions: [{ text: fix, evidence: 0 }],
    })
    return provideDiagnostics(viewOf(world([judgement], { articles: [told] })))[0].message
  }
  const rows: [claim: string, sentence: string, value: string, fix: string, message: string][] = [
    ['May 6', 'It opened on Saturday.', 'Saturday', 'May 4', 'Sources say Saturday (May 4), not May 6: Harbour Post, 2024-03-02'],
    ['May 6', 'It closed on May 10.', 'May 10', 'Friday', 'Sources say May 10 (Friday), not May 6: Harbour Post, 2024-03-02'],
    ['May 6', 'It closed on May 10.', 'May 10', '10 May', 'Sources say May 10, not May 6: Harbour Post, 2024-03-02'],
  ]
  for (const [claim, sentence, value, fix, message] of rows) assert.equal(said(claim, sentence, value, fix), message)
})

test('a contradicted figure is flagged on its own range, with the source in the message and its sentence beside it', () => {
  const view = viewOf(world([cost]))
  const [flag, ...others] = provideDiagnostics(view)
  assert.deepEqual(others, [])
  assert.equal(view.document.getText(flag.range), '5 million')
  assert.equal(flag.code, 'figure.contradicted')
  assert.equal(flag.source, 'groundcheck')
  assert.equal(flag.severity, 2)
  assert.equal(flag.message, 'Sources say 3 million, not 5 million: Harbour Post, 2024-03-02')
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
  const severity = { ...defaultSettings.severity, contradicted: 'error', disputed: 'ignore', unverified: 'hint' } as const
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

const withoutQuotesBeside: Partial<FakeWorld> = { client: { relatedInformation: false } }

test('a client that cannot show sentences beside the message gets the first one in it', () => {
  const [flag] = provideDiagnostics(viewOf(world([cost], withoutQuotesBeside)))
  assert.equal(flag.relatedInformation, undefined)
  assert.equal(flag.message, 'Sources say 3 million, not 5 million: “The bridge cost 3 million.” (Harbour Post, 2024-03-02)')
})

test('a quote of a long sentence is cut around the value', () => {
  const long = `${'Before the storm came the town was quiet. '.repeat(12)}It cost 3 million ${'and nobody knew why that was so '.repeat(12)}.`
  const article: FakeArticle = { uri: post.uri, text: long }
  const judgement: Judgement = { ...cost, evidence: [evidenceOf(article, long, '3 million', 'contradicts')] }
  const [{ message }] = provideDiagnostics(viewOf({ draft, articles: [article], judgements: [judgement], ...withoutQuotesBeside }))
  assert.ok(typeof message === 'string')
  assert.match(message, /“… .*It cost 3 million and nobody.* …” \(post\.txt\)$/)
  assert.ok(message.length < 230, `${message.length} characters`)
})

const naming = 'Treasurer Ada Quil spoke. Costs were 5 million.\n'
const council: FakeArticle = { uri: 'file:///seeds/council.txt', text: 'Ada Quill smiled. Mayor Ada Quill spoke.\n' }
const ada: EntityCard = {
  id: 0,
  name: 'Ada Quill',
  kind: 'person',
  aliases: [],
  roles: [],
  rolesDisagree: false,
  quotes: [quoteOf(council, 'Ada Quill smiled.', 'Ada Quill'), quoteOf(council, 'Mayor Ada Quill spoke.', 'Ada Quill')],
  mentions: 2,
  articles: 1,
  firstOn: null,
  latestOn: null,
}
const problem = (kind: NameProblem['kind'], text: string, suggestion: string): NameProblem => {
  const start = naming.indexOf(text)
  return { kind, span: { start, end: start + text.length }, text, entity: 0, suggestion }
}
const misspelt = problem('misspelled', 'Ada Quil', 'Ada Quill')
const wrongRole = problem('role', 'Treasurer', 'Mayor')

const namingWorld = (changes: Partial<FakeWorld> = {}): FakeWorld => ({
  draft: naming,
  articles: [council],
  problems: [misspelt, wrongRole],
  service: { card: () => ada },
  judgements: [judgementOn(naming, '5 million', { ...cost, span: judgementOn(naming, '5 million', {}).span })],
  ...changes,
})

test('names and roles that the sources write otherwise are remarks, in order with the rest, the telling sentence first', () => {
  const view = viewOf(namingWorld())
  assert.deepEqual(
    provideDiagnostics(view).map(flag => [
      view.document.getText(flag.range),
      flag.code,
      flag.severity,
      flag.message,
      flag.relatedInformation?.[0]?.message,
    ]),
    [
      ['Treasurer', 'role.contradicted', 3, 'Sources say Mayor, not Treasurer: council.txt', '“Mayor Ada Quill spoke.” (council.txt)'],
      [
        'Ada Quil',
        'name.misspelled',
        3,
        'Sources write Ada Quill, not Ada Quil (one letter away): council.txt',
        '“Ada Quill smiled.” (council.txt)',
      ],
      [
        '5 million',
        'figure.contradicted',
        2,
        'Sources say 3 million, not 5 million: Harbour Post, 2024-03-02',
        '“The bridge cost 3 million.” (Harbour Post, 2024-03-02)',
      ],
    ],
  )
})

test('each kind of remark on names can be turned off', () => {
  const codesWith = (severity: Partial<typeof defaultSettings.severity>) =>
    provideDiagnostics(viewOf(namingWorld({ judgements: [], settings: { severity: { ...defaultSettings.severity, ...severity } } }))).map(
      ({ code }) => code,
    )
  assert.deepEqual(codesWith({ misspelledName: 'ignore' }), ['role.contradicted'])
  assert.deepEqual(codesWith({ contradictedRole: 'ignore' }), ['name.misspelled'])
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

test('a misspelt name is fixed in one keystroke; it has no verdict to ask about', () => {
  const view = viewOf(namingWorld({ client: { commands: new Set([whyCommand]) } }))
  const [fix, ...others] = actionsFor(view, 'Ada Quil')
  assert.equal(fix.isPreferred, true)
  assert.equal(after(view, fix), naming.replace('Ada Quil', 'Ada Quill'))
  assert.deepEqual(
    others.map(({ title }) => title),
    ['Go to the source: council.txt', 'Ignore this line', 'Ignore with a comment above this line', 'Ignore this whole block'],
  )
})

test('of two flags on one place fix all mends the first', () => {
  const within = problem('misspelled', 'Quil', 'Quill')
  const view = viewOf(namingWorld({ judgements: [], problems: [misspelt, within] }))
  const [action] = actionsFor(view, 'spoke', { diagnostics: [], only: [fixAllKind] })
  assert.equal(after(view, action), naming.replace('Ada Quil', 'Ada Quill'))
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
      'Ignore this line',
      'Ignore this whole block',
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
  const ignore = { ...defaultSettings.severity, contradicted: 'ignore' } as const
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
    'Ignore this line': 'One.\n\nTwo 5 here. <!-- groundcheck-ignore -->\nMore.\n\nThree.\n',
    'Ignore with a comment above this line': 'One.\n\n<!-- groundcheck-ignore-next-line -->\nTwo 5 here.\nMore.\n\nThree.\n',
    'Ignore this whole block': 'One.\n\n<!-- groundcheck-disable -->\nTwo 5 here.\nMore.\n<!-- groundcheck-enable -->\n\nThree.\n',
  })
})

test('in a table the directive stays inside a cell, and none tears the table apart', () => {
  assert.deepEqual(ignored('| a | b |\n|---|---|\n| 5 | 6 |\n', '5'), {
    'Ignore this line': '| a | b |\n|---|---|\n| 5 | 6 <!-- groundcheck-ignore --> |\n',
    'Ignore this whole block': '<!-- groundcheck-disable -->\n| a | b |\n|---|---|\n| 5 | 6 |\n<!-- groundcheck-enable -->\n',
  })
})

test('Windows line ends and trailing spaces are no hindrance', () => {
  assert.equal(ignored('Two 5 here.  \r\nMore.\r\n', '5')['Ignore this line'], 'Two 5 here. <!-- groundcheck-ignore -->  \r\nMore.\r\n')
})
