import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ArticleMetadata } from '../../server/src/core/articles/article'
import type { EntityCard } from '../../server/src/core/evidence/entities/entityCard'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Evidence, Judgement, Quote } from '../../server/src/core/grounding/judgement'
import type { Groundcheck, NameProblem } from '../../server/src/core/service'
import { placeOf } from '../../server/src/core/text/lines'
import { plainProse } from '../../server/src/core/text/prose'
import type { Span } from '../../server/src/core/text/span'
import type { DraftView } from '../../server/src/features/view'
import type { ClientProfile } from '../../server/src/protocol/clientProfile'
import { defaultSettings } from '../../server/src/settings/settings'
import { createArticleTexts } from '../../server/src/sources/articleTexts'

/** A client that can do everything. */
const fullClient: ClientProfile = {
  hoverMarkdown: true,
  completionMarkdown: true,
  labelDetails: true,
  pullDiagnostics: true,
  refreshDiagnostics: true,
  relatedInformation: true,
  locationLinks: true,
  documentChanges: true,
  resolvesEdits: false,
  showsDocuments: true,
  workDoneProgress: true,
  configuration: true,
  registersConfiguration: true,
  registersWatchers: true,
  relativePatterns: true,
  workspaceFolders: true,
  commands: new Set(),
}

/** An article of one text, and what is known of it. */
export interface FakeArticle {
  readonly uri: string
  readonly text: string
  readonly metadata?: Partial<ArticleMetadata>
}

const noMetadata: ArticleMetadata = { title: null, publisher: null, author: null, publishedOn: null, url: null, citekey: null }

/** A quote of an article: `sentence` and in it `value`, both found by their text. */
export function quoteOf({ uri, text, metadata }: FakeArticle, sentence: string, value: string): Quote {
  const start = text.indexOf(sentence)
  const within = sentence.indexOf(value)
  return {
    uri,
    metadata: { ...noMetadata, ...metadata },
    span: { start: start + within, end: start + within + value.length },
    sentence: { start, end: start + sentence.length },
    quote: sentence.replace(/\s+/g, ' '),
    within: { start: within, end: within + value.length },
    range: { start: placeOf(text, start + within), end: placeOf(text, start + within + value.length) },
  }
}

/** Evidence for or against a claim. */
export const evidenceOf = (article: FakeArticle, sentence: string, value: string, stance: Evidence['stance']): Evidence => ({
  ...quoteOf(article, sentence, value),
  text: value,
  stance,
  alignment: 0.9,
})

/** A judgement on the words of a draft. */
export function judgementOn(draft: string, claim: string, rest: Partial<Judgement>): Judgement {
  const start = draft.indexOf(claim)
  return {
    kind: 'figure',
    span: { start, end: start + claim.length },
    text: claim,
    verdict: 'unverified',
    contradiction: 0,
    evidence: [],
    suggestions: [],
    calculation: null,
    explanation: [],
    ...rest,
  }
}

const nothing: Groundcheck = {
  generation: 1,
  setArticle() {},
  setPackedArticle() {},
  columns: () => createGroundcheck({ textOf: () => undefined }).columns(),
  settle() {},
  replace() {},
  keepDraft: () => '',
  revision: 0,
  state: () => ({ revision: 0, namesRevision: 0 }),
  removeArticle: () => false,
  articles: () => [],
  articleCited: () => undefined,
  setSensitivity() {},
  readDraft: text => ({ text, blocks: [] }),
  judge: () => [],
  judgementAt: () => undefined,
  namesIn: () => [],
  nameAt: () => undefined,
  prepare: () => true,
  prepareEdited: () => true,
  prepareNames: () => true,
  findings: () => [],
  card: () => null,
  mentionsOf: () => [],
  complete: () => null,
  setAliases() {},
  findEntities: () => [],
}

/** What a test says of a draft; the rest is empty. */
export interface FakeWorld {
  readonly draft: string
  readonly articles?: readonly FakeArticle[]
  readonly judgements?: readonly Judgement[]
  readonly problems?: readonly NameProblem[]
  /** Names in the draft with their cards; card ids are their places in the list. */
  readonly cards?: readonly EntityCard[]
  readonly mentions?: readonly Quote[]
  /** Where the draft has blocks of prose. */
  readonly blocks?: readonly Span[]
  readonly service?: Partial<Groundcheck>
  readonly client?: Partial<ClientProfile>
  readonly settings?: Partial<DraftView['settings']>
}

/** All places where the names of cards stand in a text. */
function namesIn(text: string, cards: readonly EntityCard[]): { span: { start: number; end: number }; entity: number }[] {
  return cards.flatMap(({ id, name }) => {
    const places = []
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      places.push({ span: { start: at, end: at + name.length }, entity: id })
    return places
  })
}

const holds =
  (offset: number) =>
  ({ span }: { readonly span: Span }): boolean =>
    span.start <= offset && offset <= span.end

/** A draft as features see it, over a service that answers what the test says. */
export function viewOf(world: FakeWorld): DraftView {
  const { draft, articles = [], judgements = [], problems = [], cards = [], mentions = [], blocks = [] } = world
  const span = { start: 0, end: draft.length }
  const groundcheck: Groundcheck = {
    ...nothing,
    judgementAt: (_, offset) => judgements.find(holds(offset)),
    namesIn: () => namesIn(draft, cards),
    nameAt: (_, offset) => namesIn(draft, cards).find(holds(offset)) ?? problems.find(holds(offset)),
    findings: () => [{ block: { kind: 'paragraph', span, prose: plainProse(draft, 0), context: [] }, findings: { judgements, problems } }],
    card: id => cards.find(card => card.id === id) ?? null,
    mentionsOf: () => mentions,
    findEntities: query => cards.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())),
    ...world.service,
  }
  return {
    groundcheck,
    articles: createArticleTexts(uri => articles.find(article => article.uri === uri)?.text),
    client: { ...fullClient, ...world.client },
    document: TextDocument.create('file:///draft.md', 'markdown', 7, draft),
    draft: { text: draft, blocks: blocks.map(span => ({ kind: 'paragraph', span, prose: plainProse(draft, 0), context: [] })) },
    settings: { ...defaultSettings, ...world.settings },
  }
}

/** The place of the `|` in a text, and the text without it. */
export function caret(marked: string): { readonly text: string; readonly position: { line: number; character: number } } {
  const at = marked.indexOf('|')
  const text = marked.slice(0, at) + marked.slice(at + 1)
  return { text, position: TextDocument.create('', '', 0, text).positionAt(at) }
}
