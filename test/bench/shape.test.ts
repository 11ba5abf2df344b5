import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import { conceptsOf } from '../../server/src/core/words/concepts'
import { recognizeDates } from '../../server/src/core/recognize/dates/recognizeDates'
import { recognizeFigures } from '../../server/src/core/recognize/figures/recognizeFigures'
import { recognizeEntities } from '../../server/src/core/recognize/names/recognizeEntities'
import type { Draft, Groundcheck } from '../../server/src/core/service'
import { readPassage } from '../../server/src/core/text/passage'
import { makeArticles, makeDraft } from './scale/corpus'
import { processed } from './scale/measure'

// How time grows with size, within one run, so that a slow or busy machine cannot break it: a step that is quadratic in the length of a
// text, of the archive or of the draft fails here.

const LEAST_TURNS = 2
const MOST_TURNS = 12

/**
 * Fails when a work takes more than `limit` times as long on the large input as on the small one. Both are measured in turns, and again
 * while the least times say so: only what is slow every time fails.
 */
function assertGrowth(limit: number, small: () => unknown, large: () => unknown): void {
  const least = { small: Infinity, large: Infinity }
  for (let turn = 0; turn < LEAST_TURNS || (turn < MOST_TURNS && least.large > limit * least.small); turn++) {
    least.small = Math.min(least.small, processed(small).ms)
    least.large = Math.min(least.large, processed(large).ms)
  }
  const growth = (least.large / least.small).toFixed(1)
  const times = `${least.small.toFixed(1)} and ${least.large.toFixed(1)} ms`
  assert.ok(least.large <= limit * least.small, `${growth} times as long, more than ${limit} (${times})`)
}

/** Fails when reading one text of sixteen times the length takes far longer than reading sixteen of them. */
function assertLinear(read: (text: string) => unknown, text: string): void {
  const long = text.repeat(16)
  const sixteen = (): void => {
    for (let at = 0; at < 16; at++) read(text)
  }
  assertGrowth(6, sixteen, () => read(long))
}

const prose = [...makeArticles(4)].map(({ text }) => text.replace(/^---[^]*?---|\n|#/g, ' ')).join(' ')
const kept = (length: number, part: string): string => part.repeat(Math.ceil(length / part.length)).slice(0, length)

/** Texts that lead grammars astray, each from one short part over and over. */
const traps = [
  '1,1', '1 ', '1.', '1-', '1/', '12:', '$', '$1 ', '%', '(', '(1', ')', '"', "'", "a'", '-', '–', 'a-', 'a ', 'A ', 'A. ', 'A', '. ', '1st ',
  'one ', 'hundred ', 'million and ', 'twenty-', 'May ', 'May 1 ', 'Monday, ', 'the ', 'of the ', 'more than ', 'between 1 and ', 'up to ', 'last ',
  'in 2020 ', '2020-', 'to ', 'from ', 'Dr ', 'President ', 'of A ', 'A of ', 'A (B) ', 'he ', 'US ', 'point ', '½', '\u00a0', 'é', '\ud83d', '😀',
  '*', '**a', '_', '`', '[', '![', '](', '<', '<a', '> ', '- ', '1. ', '|', '| a ', '#', '\n', '\n\n', '\n- ', '\n> ', '\n|', '\\', '&', 'http://a ',
  '---\n', 'a: ', '[^1]', '~~', '==', '<!-- ',
] // prettier-ignore

const readers: Record<string, (text: string) => unknown> = {
  'tokens and sentences': readPassage,
  'concepts of words': text => conceptsOf(readPassage(text).tokens),
  dates(text) {
    const { tokens, sentences } = readPassage(text)
    return recognizeDates(tokens, sentences, { documentDay: 20_000 })
  },
  figures(text) {
    const { tokens, sentences } = readPassage(text)
    return recognizeFigures(tokens, sentences, [])
  },
  names: text => recognizeEntities([readPassage(text)]),
  Markdown: text => readArticle('a.md', text, 'markdown'),
  'plain text': text => readArticle('a.txt', text, 'text'),
}

describe('reading takes time in proportion to the length of the text', () => {
  for (const [name, read] of Object.entries(readers)) {
    test(`${name}, of news`, () => assertLinear(read, prose))
    test(`${name}, of traps`, () => {
      for (const trap of traps) {
        // a first look without patience: only what seems slow is measured
        if (processed(() => read(kept(32_000, trap))).ms < 60) continue
        assert.doesNotThrow(() => assertLinear(read, kept(2000, trap)), `a text of ${JSON.stringify(trap)} over and over`)
      }
    })
  }
})

/** An archive of so many articles, cut to their first `length` characters. */
function archive(articles: number, length = Infinity): Groundcheck {
  const texts = new Map<string, string>()
  const groundcheck = createGroundcheck({ textOf: uri => texts.get(uri) })
  for (const { name, text } of makeArticles(articles)) {
    texts.set(name, text.slice(0, length))
    groundcheck.setArticle(readArticle(name, text.slice(0, length), 'markdown'))
  }
  return groundcheck
}

describe('the archive', () => {
  let few: Groundcheck
  let many: Groundcheck
  before(() => {
    // short articles, so that what an archive costs is not lost in what its articles cost
    few = archive(150, 400)
    many = archive(2400, 400)
  })

  test('indexing takes time in proportion to the number of articles', () => {
    const small = (): unknown => archive(10)
    assertGrowth(8 * 2.5, small, () => archive(80))
  })

  test('changing an article takes hardly longer in an archive sixteen times as large', () => {
    const changed = [...makeArticles(60)].map(({ name, text }) => readArticle(name, text.slice(0, 400), 'markdown'))
    const change = (groundcheck: Groundcheck) => () => changed.forEach(groundcheck.setArticle)
    assertGrowth(5, change(few), change(many))
  })

  test('judging a draft takes hardly longer against an archive sixteen times as large', () => {
    const { text } = makeDraft(600, 40)
    const judge = (groundcheck: Groundcheck) => () => groundcheck.judge(groundcheck.readDraft(text))
    assertGrowth(5, judge(few), judge(many))
  })
})

describe('the draft', () => {
  let groundcheck: Groundcheck
  before(() => {
    groundcheck = archive(40)
  })
  const short = makeDraft(1000, 40).text
  const long = makeDraft(8000, 40).text

  test('reading and judging take time in proportion to its length', () => {
    const judge = (text: string) => () => groundcheck.judge(groundcheck.readDraft(text))
    assertGrowth(8 * 3, judge(short), judge(long))
  })

  /** Presses a key twenty times in the middle of a text, each time with all that is found then. */
  const typing = (text: string): (() => void) => {
    let draft: Draft = groundcheck.readDraft(text)
    groundcheck.findings(draft)
    const middle = text.indexOf('. ', text.length / 2)
    return () => {
      for (let key = 0; key < 20; key++) {
        const typed = draft.text.length > text.length ? text : `${text.slice(0, middle)}x${text.slice(middle)}`
        draft = groundcheck.readDraft(typed, draft)
        groundcheck.findings(draft)
      }
    }
  }
  // what is left of the draft's length are passes over its text and its list of blocks, and the blocks around the edited one, of which the
  // short draft has fewer than are asked whether the sources tell it
  test('a keystroke takes no more than in proportion longer in a draft eight times as long', () =>
    assertGrowth(8 * 1.5, typing(short), typing(long)))
})
