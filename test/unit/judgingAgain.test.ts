import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Article } from '../../server/src/core/articles/article'
import { readArticle } from '../../server/src/core/articles/readArticle'
import type { Verdict } from '../../server/src/core/grounding/judgement'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { ReadDraft } from '../../server/src/core/readDraft'
import type { Draft, Groundcheck } from '../../server/src/core/service'
import { toSource } from '../../server/src/core/text/prose'
import { makeArticles, makeDraft } from '../bench/scale/corpus'
import { seededRandom } from '../bench/scale/random'

/** A service and the texts of its articles; it counts how often a text is asked for to be quoted. */
function serviceOver(articles: Iterable<Article>): { groundcheck: Groundcheck; texts: Map<string, string>; quoted: () => number } {
  const texts = new Map<string, string>()
  let quoted = 0
  const textOf = (uri: string): string | undefined => {
    quoted++
    return texts.get(uri)
  }
  const groundcheck = createGroundcheck({ textOf })
  for (const article of articles) {
    texts.set(article.uri, article.text)
    groundcheck.setArticle(article)
  }
  return { groundcheck, texts, quoted: () => quoted }
}

/** All that is said of a draft, in order, each with the text that it is said of. */
const saidOf = (groundcheck: Groundcheck, draft: Draft): unknown[] =>
  groundcheck.findings(draft).flatMap(({ block, findings: { judgements, problems } }) =>
    [...judgements, ...problems].map(each => {
      const { start, end } = toSource(block.prose, each.span)
      assert.equal(draft.text.slice(start, end), each.text)
      return { ...each, start }
    }),
  )

const made = [...makeArticles(90)].map(({ name, text }) => readArticle(name, text.slice(0, 1400), 'markdown'))
const draftText = makeDraft(900, 60).text

describe('judging again', () => {
  it('gives after every change of the articles what a new service gives, whatever the order they came in', () => {
    const random = seededRandom(11)
    const kept = new Map(made.slice(0, 60).map(article => [article.uri, article]))
    const { groundcheck, texts } = serviceOver(kept.values())
    const draft = groundcheck.readDraft(draftText)
    groundcheck.judge(draft)
    const change = (): void => {
      const { uri, text } = random.pick(made)
      if (random.chance(0.3)) {
        kept.delete(uri)
        groundcheck.removeArticle(uri)
        return
      }
      const words = text.split(' ')
      words.splice(random.whole(20, words.length - 1), random.whole(0, 3), random.pick(words), String(random.whole(2, 90)))
      const article = readArticle(uri, words.join(' '), 'markdown')
      kept.set(uri, article)
      texts.set(uri, article.text)
      groundcheck.setArticle(article)
    }
    for (let turn = 0; turn < 24; turn++) {
      for (let count = random.whole(1, 3); count > 0; count--) change()
      const fresh = serviceOver([...kept.values()].sort(() => random.next() - 0.5)).groundcheck
      assert.deepEqual(groundcheck.judge(draft), fresh.judge(fresh.readDraft(draftText)), `turn ${turn}`)
      assert.equal(saidOf(groundcheck, draft).length, saidOf(fresh, fresh.readDraft(draftText)).length, `turn ${turn}`)
    }
  })

  it('gives after every edit of the draft what reading it anew gives', () => {
    const random = seededRandom(12)
    const { groundcheck } = serviceOver(made.slice(0, 40))
    let draft = groundcheck.readDraft(draftText)
    for (let turn = 0; turn < 60; turn++) {
      const at = random.whole(0, draft.text.length)
      const cut = random.pick([0, 0, 1, 40])
      const text = draft.text.slice(0, at) + random.pick(['7', 'a', ' ', '\n\n', '## ', '']) + draft.text.slice(at + cut)
      draft = groundcheck.readDraft(text, draft)
      assert.deepEqual(groundcheck.judge(draft), groundcheck.judge(groundcheck.readDraft(text)), `turn ${turn}`)
    }
  })

  it('finds after every edit what it finds in the draft read anew, headings, front matter, directives and moved blocks included', () => {
    const random = seededRandom(13)
    const { groundcheck } = serviceOver(made.slice(0, 40))
    let draft = groundcheck.readDraft(draftText)
    const edits: ((text: string) => string)[] = [
      text => `---\ndate: 2024-0${random.whole(1, 9)}-11\n---\n\n${text.replace(/^---[^]*?---\n\n/, '')}`,
      text => text.replace(/^(#+) \w+/m, `$1 ${random.pick(['Ferry', 'Harbour', 'Vote'])}`),
      text => text.replace('\n\n', `\n\n<!-- groundcheck-${random.pick(['disable', 'enable', 'ignore'])} -->\n\n`),
      text => {
        const blocks = text.split('\n\n')
        return [...blocks.slice(0, 2), ...blocks.splice(random.whole(2, blocks.length - 1), 1), ...blocks.slice(2)].join('\n\n')
      },
      text => text.replace(/\d+/g, number => (random.chance(0.05) ? String(Number(number) + 1) : number)),
      text => `${text}\n\n${text.split('\n\n').at(-1)}`,
    ]
    for (let turn = 0; turn < 60; turn++) {
      const text = random.pick(edits)(draft.text)
      draft = groundcheck.readDraft(text, draft)
      // now and then the next edit comes before all is judged
      if (random.chance(0.3)) groundcheck.findings(draft)
      if (random.chance(0.3)) continue
      groundcheck.prepare(draft, () => false)
      assert.deepEqual(saidOf(groundcheck, draft), saidOf(groundcheck, groundcheck.readDraft(text)), `turn ${turn}`)
    }
  })

  it('is done bit by bit, with the same end', () => {
    const { groundcheck } = serviceOver(made.slice(0, 40))
    const draft = groundcheck.readDraft(draftText)
    let slices = 0
    let blocks = 0
    while (!groundcheck.prepare(draft, () => blocks++ % 2 === 1)) slices++
    assert.ok(slices > 3)
    assert.equal(
      groundcheck.prepare(draft, () => true),
      true,
      'all is known',
    )
    assert.deepEqual(saidOf(groundcheck, draft), saidOf(groundcheck, groundcheck.readDraft(draftText)))
  })

  it('keeps what is known of names, and quotes their articles as they are now', () => {
    const { groundcheck, texts } = serviceOver([readArticle('quill.txt', 'Talks\n\nThe mayor, Ada Quillan, spoke at length.', 'text')])
    const draft = groundcheck.readDraft('A word of Ada Quilan is enough.')
    const quoted = (): string => {
      const [{ findings }] = groundcheck.findings(draft)
      return groundcheck.card(findings.problems[0].entity)!.quotes[0].quote
    }
    const before = groundcheck.findings(draft)[0].findings
    assert.equal(quoted(), 'The mayor, Ada Quillan, spoke at length.')
    const edited = readArticle('quill.txt', 'Talks\n\nIt rained. The mayor, Ada Quillan, spoke at noon.', 'text')
    texts.set(edited.uri, edited.text)
    groundcheck.setArticle(edited)
    assert.equal(quoted(), 'The mayor, Ada Quillan, spoke at noon.')
    assert.notEqual(groundcheck.findings(draft)[0].findings, before, 'what was made of the quotes is made anew')
  })

  it('leaves the findings of blocks as they are that an edit only moves', () => {
    const { groundcheck } = serviceOver(made.slice(0, 40))
    const draft = groundcheck.readDraft(draftText)
    const before = groundcheck.findings(draft)
    const after = groundcheck.findings(groundcheck.readDraft(`Here is a line more.\n\n${draftText}`, draft))
    assert.ok(before.length > 3)
    assert.deepEqual(after.length, before.length)
    after.forEach(({ findings }, at) => assert.equal(findings, before[at].findings))
  })

  it('judges the items of a list again when one of them changes, once it is asked to: what one says, another does not mean', () => {
    const text = 'On May 6, Lena Torvald of Velm threatened a duty on ferries and a stop to exports of fishing boats by June 12.'
    const { groundcheck } = serviceOver([readArticle('ban.txt', text, 'text')])
    const fixes = (draft: Draft): (string | undefined)[] =>
      groundcheck.findings(draft).flatMap(({ findings: { judgements } }) => judgements.map(({ suggestions: [fix] }) => fix?.text))
    const list = (day: string): string => `- 21 June: Velm stops exports of fishing boats\n- ${day}: Torvald threatens a duty on ferries`
    const before = groundcheck.readDraft(list('7 July'))
    assert.deepEqual(fixes(before), ['6 May', '6 May'])
    const after = groundcheck.readDraft(list('6 May'), before)
    let judged = 0
    assert.ok(groundcheck.prepareEdited(after, () => ++judged > 1))
    assert.deepEqual(fixes(after), ['6 May'])
    groundcheck.prepare(after, () => false)
    assert.deepEqual(fixes(after), ['12 June'])
  })

  it('judges items and rows again whatever way others came to stand beside them', () => {
    const text = 'On May 6, Lena Torvald of Velm threatened a duty on ferries and a stop to exports of fishing boats by June 12.'
    const { groundcheck } = serviceOver([readArticle('ban.txt', text, 'text')])
    const stop = '21 June: Velm stops exports of fishing boats'
    const duty = 'Torvald threatens a duty on ferries'
    const edits: [what: string, before: string, after: string][] = [
      ['the items on both sides at once', `- Dates:\n- ${stop}\n- 7 July: ${duty}`, `- Days:\n- ${stop}\n- 6 May: ${duty}`],
      ['the rows on both sides at once', `|Dates|\n|-|\n|${stop}|\n|7 July: ${duty}|`, `|Days|\n|-|\n|${stop}|\n|6 May: ${duty}|`],
      ['an item becomes a paragraph', `- ${stop}\n- 6 May: ${duty}`, `- ${stop}\n\n6 May: ${duty}`],
      ['a paragraph becomes an item', `- ${stop}\n\n6 May: ${duty}`, `- ${stop}\n- 6 May: ${duty}`],
      ['items change places', `- ${stop}\n- Dates\n\nAnd:\n\n- 6 May: ${duty}`, `- Dates\n\nAnd:\n\n- ${stop}\n- 6 May: ${duty}`],
    ]
    for (const [what, before, after] of edits) {
      const known = groundcheck.readDraft(before)
      groundcheck.prepare(known, () => false)
      const edited = groundcheck.readDraft(after, known)
      groundcheck.prepare(edited, () => false)
      assert.deepEqual(saidOf(groundcheck, edited), saidOf(groundcheck, groundcheck.readDraft(after)), what)
    }
  })

  it('finds again what hangs on whether the sources tell the rest of the draft, once it is asked to', () => {
    const lines = [
      'The council of Norle will vote on the new ferry port on June 20.',
      'The port is to cost 85 million crowns, of which the state pays 34 million.',
      'Work on the pier began in March 2022 and will take 29 months.',
      'The old port served 420 ships last year.',
    ]
    const strike = 'On May 14, the dockers threatened to strike for a pay rise of 9 percent.'
    const { groundcheck } = serviceOver([readArticle('port.txt', `Port\n\n${[...lines, strike].join(' ')}`, 'text')])
    const fixes = (draft: Draft): (string | undefined)[] =>
      groundcheck.findings(draft).flatMap(({ findings: { judgements } }) => judgements.flatMap(({ suggestions: [fix] }) => fix?.text ?? []))
    const told = [...lines, 'A strike of dockers was announced on May 24, and people got nervous.'].join('\n\n')
    const other = told.replace('85 million crowns', '12 ferries').replace('420 ships', '17 boats').replace('29 months', '3 crowns')
    const before = groundcheck.readDraft(told)
    assert.deepEqual(fixes(before), ['May 14'])
    const after = groundcheck.readDraft(other, before)
    assert.ok(fixes(after).includes('May 14'), 'as it was, while the writer types')
    groundcheck.prepare(after, () => false)
    assert.ok(!fixes(after).includes('May 14'))
    const again = groundcheck.readDraft(told, after)
    groundcheck.prepare(again, () => false)
    assert.deepEqual(fixes(again), ['May 14'])
  })

  it('judges nothing again for a title that is being typed, until it is asked to', () => {
    const { groundcheck } = serviceOver(made.slice(0, 40))
    const before = groundcheck.readDraft(draftText)
    const verdicts = (draft: Draft): Verdict[] => groundcheck.findings(draft).flatMap(({ findings }) => findings.judgements.map(each => each.verdict)) // prettier-ignore
    const said = verdicts(before)
    const titled = draftText.replace(/^# .*/, title => `${title} on Ferries`)
    const after = groundcheck.readDraft(titled, before)
    let judged = 0
    assert.ok(groundcheck.prepareEdited(after, () => ++judged > 1))
    assert.equal(judged, 1, 'the title itself')
    assert.deepEqual(verdicts(after), said)
    const back = groundcheck.readDraft(draftText, after)
    assert.ok(groundcheck.prepare(back, () => false))
    assert.equal(groundcheck.findings(back)[0].findings, groundcheck.findings(before)[0].findings, 'a title taken back')
  })

  it('judges only the paragraph that is being typed, by what was said around it before, where the title has just changed', () => {
    const { groundcheck } = serviceOver(made.slice(0, 40))
    const before = groundcheck.readDraft(draftText)
    groundcheck.prepare(before, () => false)
    const titled = draftText.replace(/^# .*/, title => `${title} on Ferries`)
    const after = groundcheck.readDraft(titled, before)
    groundcheck.findings(after)
    const middle = titled.indexOf('\n\n', titled.length / 2)
    const typed = groundcheck.readDraft(`${titled.slice(0, middle)} At last.${titled.slice(middle)}`, after)
    groundcheck.findings(typed)
    const { readings } = typed as ReadDraft
    const judged = readings.filter(reading => reading.judged?.of === reading)
    assert.ok(readings.length > 10)
    assert.deepEqual(
      judged.map(({ text }) => text.split(' ').slice(-2).join(' ')),
      ['on Ferries', 'At last.'],
    )
    groundcheck.prepare(typed, () => false)
    assert.deepEqual(saidOf(groundcheck, typed), saidOf(groundcheck, groundcheck.readDraft(typed.text)))
  })

  it('knows blocks again that come back', () => {
    const { groundcheck } = serviceOver(made.slice(0, 40))
    const whole = groundcheck.readDraft(draftText)
    const judgementsIn = (draft: Draft) => groundcheck.findings(draft).map(({ findings }) => findings.judgements)
    const before = judgementsIn(whole)
    const half = draftText.slice(0, draftText.indexOf('\n\n', draftText.length / 2))
    const inCode = `${half}\n\n\`\`\`\n${draftText.slice(half.length)}`
    for (const other of [half, inCode]) {
      const without = groundcheck.readDraft(other, whole)
      assert.ok(judgementsIn(without).length < before.length)
      const again = judgementsIn(groundcheck.readDraft(draftText, without))
      again.forEach((judgements, at) => assert.equal(judgements, before[at]))
      assert.equal(again.length, before.length)
    }
  })

  it('knows a block again that an edit is taken back in', () => {
    const { groundcheck, quoted } = serviceOver(made.slice(0, 40))
    const whole = groundcheck.readDraft(draftText)
    const [{ findings }] = groundcheck.findings(whole)
    const at = groundcheck.findings(whole)[0].block.span.end - 1
    const typed = (letters: string, before: Draft): Draft => {
      const draft = groundcheck.readDraft(`${draftText.slice(0, at)}${letters}${draftText.slice(at)}`, before)
      groundcheck.findings(draft)
      return draft
    }
    const word = typed('th', typed('t', whole))
    const before = quoted()
    const back = typed('', typed('t', word))
    assert.equal(groundcheck.findings(back)[0].findings.judgements, findings.judgements)
    assert.equal(quoted(), before)
  })

  it('leaves alone what a change has nothing to do with', () => {
    const moon = readArticle('moon.txt', 'Basalt\n\nTwelve basalt samples of the lunar maria were weighed.', 'text')
    const ferry = readArticle('ferry.txt', 'Ferry\n\nThe ferry to Brenholm carried 340 passengers on its first day.', 'text')
    const { groundcheck, quoted } = serviceOver([moon, ferry])
    const draft = groundcheck.readDraft('The ferry to Brenholm carried 430 passengers on its first day.')
    assert.equal(groundcheck.judge(draft).length > 0, true)
    const before = quoted()
    groundcheck.setArticle(readArticle('moon.txt', 'Basalt\n\nThirteen basalt samples of the lunar maria were weighed.', 'text'))
    groundcheck.judge(draft)
    assert.equal(quoted(), before)
    groundcheck.setArticle(readArticle('ferry.txt', 'Ferry\n\nThe ferry to Brenholm carried 350 passengers on its first day.', 'text'))
    assert.match(JSON.stringify(groundcheck.judge(draft)), /350/)
    assert.ok(quoted() > before)
  })
})
