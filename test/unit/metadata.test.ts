import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ArticleMetadata } from '../../server/src/core/articles/article'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { analyzeArticle } from '../../server/src/core/evidence/articleAnalysis'
import { valueText } from '../../server/src/core/values/value'

const STORY =
  'The harbour board has repaired 14 of the 19 berths that the storm damaged, and the rest will be open to fishing boats before the herring season begins, its chairwoman said.'

const metadata = (text: string, uri = 'file:///articles/a.txt'): ArticleMetadata =>
  readArticle(uri, text, uri.endsWith('.md') ? 'markdown' : 'text').metadata

describe('front matter', () => {
  const front = (...lines: string[]): ArticleMetadata => metadata(['---', ...lines, '---', STORY].join('\n'), 'a.md')

  it('gives every field', () => {
    const found = front(
      'title: Berths open',
      'publisher: Harbour Gazette',
      'author: Jane Doe',
      'date: 2024-03-05',
      'url: https://h.example/1',
      'citekey: doe24',
    )
    assert.deepEqual(found, {
      title: 'Berths open',
      publisher: 'Harbour Gazette',
      author: 'Jane Doe',
      publishedOn: '2024-03-05',
      url: 'https://h.example/1',
      citekey: 'doe24',
    })
  })

  for (const title of [
    'Berths open: 14 of 19 repaired',
    'Berths: where now?',
    'Zwölf Liegeplätze offen',
    'Ferry #2 # a remark',
    "Brenholm's berths",
    'berths -- open',
    'x:y',
    'yes',
    '0x1f',
  ]) {
    it(`reads ${title} as YAML does, however plain the other fields are`, () => {
      // a quoted field beside it makes the whole a matter of the YAML parser
      const plain = front(`title: ${title}`, 'publisher: Harbour Gazette')
      assert.deepEqual(plain, front(`title: ${title}`, 'publisher: "Harbour Gazette"'))
    })
  }

  it('gives fields under other names in use', () => {
    const found = front(
      'headline: Berths open',
      'Site-Name: Harbour Gazette',
      'authors: [Jane Doe, John Roe]',
      'published_on: 5 March 2024',
      'link: https://h.example',
      'id: 7',
    )
    assert.deepEqual(Object.values(found), ['Berths open', 'Harbour Gazette', 'Jane Doe, John Roe', '2024-03-05', 'https://h.example', '7'])
  })

  const dates: [written: string, day: string | null][] = [
    ['2024-03-05T23:30:00-05:00', '2024-03-05'],
    ['"2024/03/05"', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['Tue, 05 Mar 2024 10:00:00 GMT', '2024-03-05'],
    ['soon', null],
    ['2024-02-31', null],
  ]
  for (const [written, day] of dates) it(`date: ${written}`, () => assert.equal(front(`date: ${written}`).publishedOn, day))

  it('goes before what the text says', () => {
    const text = '---\ntitle: Given\n---\n# Found\n\nBy Jane Doe\n\n' + STORY
    assert.equal(metadata(text, 'a.md').title, 'Given')
    assert.equal(metadata(text, 'a.md').author, 'Jane Doe')
  })

  it('is read in plain text too', () => assert.equal(metadata('---\ntitle: Given\n---\n' + STORY).title, 'Given'))

  it('that is broken or wild leaves the text to tell, and the article whole', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, at) => `${key}: &${key} [${`*${'abcdefg'[at]},`.repeat(9)}]`),
    ]
    for (const lines of [['title: [open'], ['- a', '- b'], ['just words'], ['title: {a: b}'], bomb, ['? [']]) {
      assert.equal(metadata(['---', ...lines, '---', '# Found', '', STORY].join('\n'), 'a.md').title, 'Found', lines[0])
    }
  })
})

describe('publication day in the text', () => {
  const examples: [what: string, text: string, day: string | null][] = [
    ['a line that states it', `Berths open\nPublished: March 5, 2024\n${STORY}`, '2024-03-05'],
    ['published before updated', `Berths open\nUpdated 8 March 2024, 10:15 pm\nPublished 5 March 2024\n${STORY}`, '2024-03-05'],
    ['a line at the end', `Berths open\n${STORY}\nLast updated on 2024-03-05`, '2024-03-05'],
    ['a byline with a date', `Berths open\nBy Jane Doe | Mar 5, 2024\n${STORY}`, '2024-03-05'],
    ['a date on its own line', `Berths open\nTuesday, 5 March 2024 10:15 AM\n${STORY}`, '2024-03-05'],
    ['a date line with its year', `Berths open\nBERGEN, March 5, 2024 (Reuters) - ${STORY}`, '2024-03-05'],
    ['a date line, the year from another date', `BERGEN, March 5 – ${STORY} The storm came on Jan. 3, 2024.`, '2024-03-05'],
    ['a date line alone does not tell the year', `BERGEN, March 5 – ${STORY} It has a plan up to 2040.`, null],
    ['a date that begins a sentence is no date line', `On March 5, the board – all nine – met. ${STORY} That was in January 2024.`, null],
    ['a life from birth to death is no date line', `Jane Doe (March 5, 1824 – May 4, 1899) was a painter. ${STORY}`, null],
    ['a short sentence does not state it', `The book was published on 5 March 2024.\n${STORY}`, null],
    [
      'weekday and date in brackets',
      `BERGEN: It met on Tuesday morning (March 5). ${STORY} It had last met in January 2024.`,
      '2024-03-05',
    ],
    ['the weekday settles the year', `It met on Tuesday evening (Jan 7). ${STORY} It had last met in December 2024.`, '2025-01-07'],
    ['a caption with a credit', `Berths open\nThe pier in Bergen on Tuesday, March 5, 2024. (AP Photo/Jane Doe)\n${STORY}`, '2024-03-05'],
    [
      'a report a day after its photo',
      `Berths open\nThe pier in Bergen on Monday, March 4, 2024. (AP Photo/Jane Doe)\n${STORY} She spoke on Tuesday.`,
      '2024-03-05',
    ],
    [
      'a day still to come is not the day of the report',
      `Berths open\nThe pier in Bergen on Monday, March 4, 2024. (AP Photo/Jane Doe)\n${STORY} It will meet on Tuesday.`,
      '2024-03-04',
    ],
    ['dates that the story speaks of do not tell', `Berths open\n${STORY} The storm of January 3, 2024 was the worst since 1990.`, null],
  ]
  for (const [what, text, day] of examples) it(what, () => assert.equal(metadata(text).publishedOn, day))

  it('may be in the address', () => {
    assert.equal(metadata(STORY, 'file:///articles/2024/03/05/berths.txt').publishedOn, '2024-03-05')
    assert.equal(metadata(STORY, 'file:///articles/2024-03-05-berths.txt').publishedOn, '2024-03-05')
    assert.equal(metadata(STORY, 'file:///articles/20249999.txt').publishedOn, null)
  })
})

describe('publisher in the text', () => {
  const examples: [what: string, text: string, publisher: string | null][] = [
    ['the agency of the date line', `BERGEN, March 5 (Reuters) - ${STORY}`, 'Reuters'],
    ['a credit at the end', `${STORY}\nThe board meets again. - Bloomberg`, 'Bloomberg'],
    ['an agency in brackets at the end', `${STORY} (AFP)`, 'AFP'],
    ['a copyright line', `${STORY}\n© 2024 The Harbour Gazette. All rights reserved.`, 'Harbour Gazette'],
    ['where to read on', `${STORY}\nRead more at Coast Weekly`, 'Coast Weekly'],
    ['where it was first', `${STORY}\nThis article was originally published on The Coast Weekly.`, 'Coast Weekly'],
    ['a byline', `Berths open\nBy Jane Doe, Reuters\n${STORY}`, 'Reuters'],
    ['a line that states it', `Source: Harbour Gazette\nBerths open\n${STORY}`, 'Harbour Gazette'],
    ['the site of the address', `https://www.harbour-gazette.example/2024/1\n${STORY}`, 'harbour-gazette.example'],
    ['a line between byline and date', `Bog work approved\nBy Ada Quill\nMidland Gazette\n20 March 2026\n\n${STORY}`, 'Midland Gazette'],
    ['a line before the date', `Bog work approved\nThe Carrow Herald\n6 April 2026\n\n${STORY}`, 'The Carrow Herald'],
    ['a desk and its paper', `Bog work approved\nScience Desk, Peat Monthly\n2 April 2026\n\n${STORY}`, 'Peat Monthly'],
    ['a section of a page', `Bog work approved\nWorld News\n2 April 2026\n\n${STORY}`, null],
    ['a title that ends like a paper', `Fishers find lost mail\n2 April 2026\n\n${STORY}`, null],
    ['a line that stands elsewhere', `Bog work approved\nThe Carrow Herald\n\n${STORY}`, null],
    ['another paper quoted is not the publisher', `${STORY} The plan is sound, she told the Coast Times.`, null],
    ['what the story is about is not its publisher', `It was first published in English and French in 1943.\n${STORY}`, null],
    ['an aside is no credit', `${STORY} The crews – Bergen and Oslo – met.`, null],
  ]
  for (const [what, text, publisher] of examples) it(what, () => assert.equal(metadata(text).publisher, publisher))
})

describe('title and author in the text', () => {
  it('title is the first line, where it is one', () => {
    assert.equal(metadata(`Berths open again\n\n${STORY}`).title, 'Berths open again')
    assert.equal(metadata(`${STORY}\nWhat comes next\n${STORY}`).title, null)
    assert.equal(metadata(`Share\nBerths open again\n${STORY}`).title, 'Berths open again')
    assert.equal(metadata(`# Berths **open**\n\n${STORY}`, 'a.md').title, 'Berths open')
  })

  it('author is in the byline', () => {
    assert.equal(metadata(`Berths open\nBy Jane Doe and John Roe\n${STORY}`).author, 'Jane Doe and John Roe')
    assert.equal(metadata(`Berths open\nBY JANE DOE | COAST WEEKLY\n${STORY}`).author, 'JANE DOE')
    assert.equal(metadata(`Berths open\nBy Jane Doe in Bergen\n${STORY}`).author, 'Jane Doe')
    assert.equal(metadata(`Author: Jane Doe\n${STORY}`).author, 'Jane Doe')
    assert.equal(metadata(`By March all was open.\n${STORY}`).author, null)
  })
})

describe('the date of publication', () => {
  const datesIn = (text: string): string[] =>
    analyzeArticle(readArticle('a.txt', text, 'text'))
      .values.filter(({ value }) => value.kind === 'date')
      .map(({ value }) => valueText(value))

  it('is no evidence where it stands beside the paper, or in a date line', () => {
    assert.deepEqual(datesIn(`Berths open\nHarbour Gazette, Tuesday 5 March 2024\nBy Jane Doe\n\n${STORY}`), [])
    assert.deepEqual(datesIn(`BERGEN, March 5, 2024 (Reuters) - ${STORY}`), [])
  })

  it('is evidence where it says when something happened', () => {
    assert.deepEqual(datesIn(`Berths open on March 5, 2024\n\nHarbour Gazette, 5 March 2024\n\n${STORY}`), ['March 5, 2024'])
  })
})
