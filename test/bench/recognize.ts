// How fast text is read: each step over the same articles, in MB of text a second on one core, and what it found.
//   node dist/test/bench/recognize.js [--articles 1000]
import { readFileSync } from 'node:fs'
import { decodeText } from '../../server/src/core/articles/decode'
import { readArticle } from '../../server/src/core/articles/readArticle'
import { analyzeArticle } from '../../server/src/core/evidence/articleAnalysis'
import { conceptsOf } from '../../server/src/core/words/concepts'
import { recognizeDates } from '../../server/src/core/recognize/dates/recognizeDates'
import { recognizeFigures } from '../../server/src/core/recognize/figures/recognizeFigures'
import { analyzePassage } from '../../server/src/core/evidence/passageAnalysis'
import { recognizeEntities } from '../../server/src/core/recognize/names/recognizeEntities'
import { readPassage, type Passage } from '../../server/src/core/text/passage'
import { tokenize } from '../../server/src/core/text/tokens'
import { archiveOf } from './scale/archive'
import { leastTime, numbersOf, print, shown, table } from './scale/measure'

const DOCUMENT_DAY = 20_300
const TURNS = 5

function decoded(bytes: Uint8Array): string {
  const outcome = decodeText(bytes)
  return 'text' in outcome ? outcome.text : ''
}

const datesOf = ({ tokens, sentences }: Passage) => recognizeDates(tokens, sentences, { documentDay: DOCUMENT_DAY })
const figuresOf = ({ tokens, sentences }: Passage) => recognizeFigures(tokens, sentences, [])

const evidenceOf = (bytes: Uint8Array) => analyzeArticle(readArticle('a.md', decoded(bytes), 'markdown'))

/** How many names, figures and dates the recognisers find in the texts of one article. */
function recognized(texts: readonly string[]): number {
  const passages = texts.map(readPassage)
  const values = total(passages, passage => {
    const dates = datesOf(passage)
    return dates.length + recognizeFigures(passage.tokens, passage.sentences, dates).length
  })
  return values + recognizeEntities(passages).length
}

const total = <T>(list: readonly T[], count: (each: T) => number): number => list.reduce((sum, each) => sum + count(each), 0)

type Row = readonly [name: string, unit: string, work: () => number]

const measured =
  (bytes: number) =>
  ([name, unit, work]: Row): string[] => {
    const found = work()
    const ms = leastTime(TURNS, work)
    return [name, shown(bytes / 1000 / ms), shown(ms), `${found} ${unit}`]
  }

/** The steps one by one, each over what the step before it gave. */
function steps(contents: readonly Uint8Array[]): Row[] {
  const texts = contents.map(decoded)
  const articles = texts.map(text => readArticle('a.md', text, 'markdown'))
  const prose = articles.map(({ blocks }) => blocks.map(block => block.prose.text))
  const passages = prose.map(list => list.map(readPassage))
  return [
    ['decode', 'characters', () => total(contents, each => decoded(each).length)],
    ['Markdown to blocks', 'blocks', () => total(texts, text => readArticle('a.md', text, 'markdown').blocks.length)],
    ['plain text to blocks', 'blocks', () => total(texts, text => readArticle('a.txt', text, 'text').blocks.length)],
    ['tokens', 'tokens', () => total(prose, list => total(list, text => tokenize(text).count))],
    ['tokens and sentences', 'sentences', () => total(prose, list => total(list, text => readPassage(text).sentences.length))],
    ['concepts of words', 'words', () => total(passages, list => total(list, ({ tokens }) => conceptsOf(tokens).length))],
    ['dates', 'dates', () => total(passages, list => total(list, each => datesOf(each).length))],
    ['figures', 'figures, dates among them', () => total(passages, list => total(list, each => figuresOf(each).length))],
    ['figures and dates, from text', 'values', () => total(prose, list => total(list, text => analyzePassage(text, null).values.length))],
    ['names', 'entities', () => total(passages, list => recognizeEntities(list).length)],
    ['names, figures and dates, from text', 'found', () => total(prose, recognized)],
    ['article to evidence', 'values', () => total(articles, article => analyzeArticle(article).values.length)],
  ]
}

for (const size of numbersOf('--articles', [1000])) {
  const { files, bytes } = archiveOf(size)
  const contents = files.map(file => readFileSync(file))
  // first, while nothing else is in memory: what is kept for the single steps makes collecting garbage dearer
  const all = measured(bytes)(['all: bytes to evidence', 'values', () => total(contents, each => evidenceOf(each).values.length)])
  const rows = [...steps(contents).map(measured(bytes)), all]
  print(
    table(`Reading ${size} articles, ${shown(bytes / 1e6)} MB, processor time, best of ${TURNS}`, ['step', 'MB/s', 'ms', 'found'], rows),
  )
}
