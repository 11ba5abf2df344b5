import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Article } from '../../server/src/core/articles/article'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { memoryStore } from '../../server/src/core/evidence/storage/byteStore'
import { readColumns, writeColumns, type Columns } from '../../server/src/core/evidence/storage/columns'
import { findText, placeOfText, textAt, textBegins, textsOf } from '../../server/src/core/evidence/storage/texts'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Judgement } from '../../server/src/core/grounding/judgement'
import type { Groundcheck, PlacedFindings } from '../../server/src/core/service'
import { allSteps } from '../../server/src/core/steps'
import { makeArticles, makeDraft } from '../bench/scale/corpus'
import { seededRandom } from '../bench/scale/random'

/** The same columns, written and read again. */
function writtenAndRead(columns: Columns): Columns {
  const bytes = new Uint8Array(writeColumns(columns).flatMap(part => [...part]))
  return readColumns(bytes.buffer)
}

describe('columns', () => {
  it('are read as they were written', () => {
    const columns: Columns = {
      bytes: Uint8Array.of(1, 2, 255),
      units: Uint16Array.of(0xd800, 7),
      none: new Int32Array(),
      numbers: Int32Array.of(-1, 2 ** 31 - 1, 0),
      places: Float64Array.of(2 ** 45, -1, 0.5),
    }
    assert.deepEqual(writtenAndRead(columns), columns)
  })
})

describe('texts', () => {
  for (const list of [
    ['', 'a', 'ab', 'b', 'ze', 'zè'],
    ['', 'Ω', 'Ωmega', '\ud800', '\uffff'],
  ]) {
    it(`are found among ascending ones: ${JSON.stringify(list)}`, () => {
      const texts = textsOf(list)
      list.forEach((text, at) => {
        assert.equal(textAt(texts, at), text)
        assert.equal(findText(texts, text), at)
        assert.equal(findText(texts, `${text}?`), -1)
        assert.equal(textBegins(texts, at, text.slice(0, 1)), true)
        assert.equal(textBegins(texts, at, `${text}?`), false)
      })
      assert.equal(placeOfText(texts, '\uffff\uffff'), list.length)
    })
  }
  it('may be longer than a call takes arguments', () => {
    const long = 'é'.repeat(300_000)
    assert.equal(textAt(textsOf(['a', long, 'b']), 1), long)
  })
})

const made = [...makeArticles(80)].map(({ name, text }) => readArticle(name, text.slice(0, 1500), 'markdown'))
const draftText = `${makeDraft(700, 60).text}\nMayor Anna Berg spoke to Paul Stone. She said 12 people came, he that 14% left.\n`

/** All that a service says, without the numbers that it gives its entities. */
function answers(groundcheck: Groundcheck): unknown {
  const draft = groundcheck.readDraft(draftText)
  const nameOf = (id: number): string => groundcheck.card(id)!.name
  const names = groundcheck.namesIn(draft)
  return {
    articles: [...groundcheck.articles()].sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    judgements: groundcheck.judge(draft),
    names: names.map(({ span, entity }) => [span, nameOf(entity)]),
    problems: groundcheck
      .findings(draft)
      .flatMap(({ findings }) => findings.problems.map(({ entity, ...problem }) => ({ ...problem, entity: nameOf(entity) }))),
    cards: names.slice(0, 40).map(({ span, entity }) => ({ ...groundcheck.card(entity, { draft, offset: span.start })!, id: 0 })),
    mentions: names.slice(0, 10).map(({ entity }) => [...groundcheck.mentionsOf(entity)]),
    completions: ['M', 'Sa', 'the', 'port', 'co', 'w'].map(typed => {
      const text = `${draftText}\n\n${typed}`
      const offer = groundcheck.complete(groundcheck.readDraft(text), text.length)!
      return { ...offer, items: offer.items.map(item => ({ ...item, id: 0 })) }
    }),
    found: ['', 's', 'mar', 'an co'].map(query => groundcheck.findEntities(query).map(card => ({ ...card, id: 0 }))),
  }
}

describe('a service that took over what another one wrote down', () => {
  const texts = new Map<string, string>()
  const textOf = (uri: string): string | undefined => texts.get(uri)
  const fresh = (articles: Iterable<Article>): Groundcheck => {
    const groundcheck = createGroundcheck({ textOf })
    for (const article of articles) groundcheck.setArticle(article)
    return groundcheck
  }

  it('says after any changes, before and after that, what a new service says', () => {
    const random = seededRandom(21)
    const kept = new Map<string, Article>()
    const bytes = memoryStore()
    let groundcheck = createGroundcheck({ textOf, bytes })
    const set = (article: Article): void => {
      kept.set(article.uri, article)
      texts.set(article.uri, article.text)
      groundcheck.setArticle(article)
    }
    const change = (): void => {
      const article = random.pick(made)
      if (random.chance(0.35)) {
        kept.delete(article.uri)
        groundcheck.removeArticle(article.uri)
      } else if (random.chance(0.5)) set(article)
      else set(readArticle(article.uri, `${random.pick(made).text.slice(0, 700)}\n\n${article.text.slice(300)}`, 'markdown'))
    }
    made.slice(0, 50).forEach(set)
    for (let turn = 0; turn < 6; turn++) {
      for (let count = random.whole(0, 12); count > 0; count--) change()
      if (random.chance(0.7)) {
        const columns = writtenAndRead(allSteps(groundcheck.columns()))
        if (random.chance(0.4)) groundcheck.settle(columns)
        else {
          groundcheck = createGroundcheck({ textOf, bytes })
          groundcheck.replace(columns)
        }
      }
      for (let count = random.whole(0, 5); count > 0; count--) change()
      assert.deepEqual(answers(groundcheck), answers(fresh([...kept.values()].sort(() => random.next() - 0.5))), `turn ${turn}`)
    }
  })

  it('takes of articles that tell the same the first by URI, whenever they came', () => {
    const random = seededRandom(22)
    const story = (at: number, date = ''): Article =>
      readArticle(
        `${10 + at}.md`,
        `${date}Mayor Anna Berg spoke of the port of Velm.\n\nShe said 14 people came, and 12% left.`,
        'markdown',
      )
    const kept = new Map(Array.from({ length: 30 }, (_, at) => [at, story(at)]))
    const bytes = memoryStore()
    const groundcheck = createGroundcheck({ textOf, bytes })
    for (const article of [...kept.values()].sort(() => random.next() - 0.5)) {
      texts.set(article.uri, article.text)
      groundcheck.setArticle(article)
    }
    for (const change of [0, 3, 29, 1, 30]) {
      groundcheck.settle(writtenAndRead(allSteps(groundcheck.columns())))
      const article = story(change, random.chance(0.5) ? '---\ndate: 2025-01-02\n---\n' : '')
      texts.set(article.uri, article.text)
      groundcheck.setArticle(article)
      groundcheck.removeArticle(`${11 + change}.md`)
      kept.delete(change + 1)
      kept.set(change, article)
      assert.deepEqual(answers(groundcheck), answers(fresh([...kept.values()].sort(() => random.next() - 0.5))), `change of ${change}`)
    }
  })

  it('has nothing left when all articles go', () => {
    const bytes = memoryStore()
    const first = createGroundcheck({ textOf, bytes })
    made.slice(0, 10).forEach(article => first.setArticle(article))
    const second = createGroundcheck({ textOf, bytes })
    second.replace(allSteps(first.columns()))
    for (const { uri } of made.slice(0, 10)) assert.equal(second.removeArticle(uri), true)
    assert.deepEqual(answers(second), answers(fresh([])))
    assert.deepEqual(Object.values(allSteps(second.columns())).reduce((sum, { length }) => sum + length, 0) < 200, true)
  })

  it('keeps the numbers of entities', () => {
    const first = createGroundcheck({ textOf })
    made.slice(0, 20).forEach(article => first.setArticle(article))
    const before = first.findEntities('').map(({ id, name }) => [id, name])
    first.settle(writtenAndRead(allSteps(first.columns())))
    assert.deepEqual(first.findEntities('').map(({ id, name }) => [id, name]), before) // prettier-ignore
  })
})

/** What is found in a draft. */
interface Read {
  readonly findings: readonly PlacedFindings[]
  readonly judgements: readonly Judgement[]
}

describe('a draft that was kept', () => {
  const texts = new Map(made.map(({ uri, text }) => [uri, text]))
  let quoted = 0
  const textOf = (uri: string): string | undefined => {
    quoted++
    return texts.get(uri)
  }
  const bytes = memoryStore()
  const first = createGroundcheck({ textOf, bytes })
  made.slice(0, 50).forEach(article => first.setArticle(article))
  const draft = first.readDraft(draftText)
  first.findings(draft)
  // some of the quotes were shown
  const shown = first.judge(draft).flatMap(({ evidence }) => evidence.slice(0, 1).map(({ quote }) => quote))
  const columns = allSteps(first.columns())
  const kept = first.keepDraft(draft, 'first')!

  /** A service that starts with what was kept. */
  const restarted = (): { readonly groundcheck: Groundcheck; read(text: string): Read } => {
    const groundcheck = createGroundcheck({ textOf, bytes })
    groundcheck.replace(columns)
    const state = groundcheck.state()
    return {
      groundcheck,
      read(text) {
        const read = groundcheck.readDraft(text, undefined, { draft: kept, id: 'first', ...state })
        return { findings: groundcheck.findings(read), judgements: groundcheck.judge(read) }
      },
    }
  }
  const anew = (groundcheck: Groundcheck, text: string): Read => {
    const read = groundcheck.readDraft(text)
    return { findings: groundcheck.findings(read), judgements: groundcheck.judge(read) }
  }

  it('comes out the same, and nothing is looked up again', () => {
    const { read } = restarted()
    quoted = 0
    const found = read(draftText)
    assert.deepEqual(
      found.judgements.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ quote }) => quote)),
      shown,
    )
    assert.equal(quoted, 0)
    assert.ok(shown.length > 0)
    assert.deepEqual(found, anew(first, draftText))
  })

  it('is kept again only with other articles, or when something is new', () => {
    const { groundcheck } = restarted()
    const read = groundcheck.readDraft(draftText, undefined, { draft: kept, id: 'first', ...groundcheck.state() })
    assert.equal(groundcheck.keepDraft(read, 'first'), undefined)
    assert.deepEqual(JSON.parse(groundcheck.keepDraft(read, 'second')!), JSON.parse(kept))
    const edited = groundcheck.readDraft(`${draftText}\n\nSome 12 people came.\n`, read)
    groundcheck.findings(edited)
    assert.ok(groundcheck.keepDraft(edited, 'first')!.includes('Some 12 people came.'))
    groundcheck.setSensitivity('sensitive')
    groundcheck.findings(read)
    assert.ok(groundcheck.keepDraft(read, 'first')!.includes('"sensitive"'))
  })

  it('is judged again where it has changed', () => {
    const words = draftText.split('\n\n')
    for (const text of [`A new start with 7 people.\n\n${draftText}`, [...words].reverse().join('\n\n'), draftText.replaceAll('1', '2')])
      assert.deepEqual(restarted().read(text), anew(first, text))
  })

  it('is judged again where articles, settings or names have changed', () => {
    const changes: ((groundcheck: Groundcheck) => void)[] = [
      groundcheck => made.slice(40, 60).forEach(article => groundcheck.setArticle(article)),
      groundcheck => made.slice(0, 25).forEach(({ uri }) => groundcheck.removeArticle(uri)),
      groundcheck => groundcheck.setSensitivity('sensitive'),
      groundcheck => groundcheck.setAliases([[made[0].metadata.title ?? 'a', 'b']]),
    ]
    for (const change of changes) {
      const { groundcheck, read } = restarted()
      change(groundcheck)
      assert.deepEqual(read(draftText), anew(groundcheck, draftText))
    }
  })

  it('has its pronouns read as the names they stand for when it is judged again', () => {
    const article = (name: string, text: string): Article => readArticle(name, text, 'markdown')
    const text = 'Harbour master Ada Quill met Tom Hale on Monday. She said that 300 ships had called at the port last year.'
    const sources = [
      article('quill.md', 'Harbour master Ada Quill spoke on Monday. Ada Quill said that 300 ships had called at the port last year.'),
      article('hale.md', 'Tom Hale said on Monday that 250 ships had called at the port last year.'),
    ]
    const begun = createGroundcheck({ textOf, bytes })
    sources.forEach(source => begun.setArticle(source))
    const read = begun.readDraft(text)
    begun.findings(read)
    const written = { columns: allSteps(begun.columns()), draft: begun.keepDraft(read, 'begun')! }
    const next = createGroundcheck({ textOf, bytes })
    next.replace(written.columns)
    const taken = next.readDraft(text, undefined, { draft: written.draft, id: 'begun', ...next.state() })
    next.setSensitivity('sensitive')
    assert.deepEqual(next.judge(taken), next.judge(next.readDraft(text)))
  })
})
