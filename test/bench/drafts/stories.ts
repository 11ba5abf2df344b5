// Stories of invented articles, and reports on them in which mistakes are put in one at a time.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatOf, readArticle } from '../../../server/src/core/articles/readArticle'
import type { Article } from '../../../server/src/core/articles/article'

/** Where the stories are, from the project's root. */
const STORIES = 'test/bench/drafts/stories'

/** A report on a story with its marks, as it stands in its file. */
export interface MarkedDraft {
  readonly name: string
  readonly marked: string
}

/** Articles, reports on them, and sentences that no article tells. */
export interface Story {
  readonly name: string
  /** Whether the verdicts were made with reports on it before eyes: what is found in these says little of others. */
  readonly isFamiliar: boolean
  readonly articles: readonly Article[]
  readonly texts: Readonly<Record<string, string>>
  readonly drafts: readonly MarkedDraft[]
  readonly own: readonly string[]
}

/** A figure or date of a report: what is right, and what is put in its place. */
export interface Mark {
  readonly right: string
  readonly wrong: readonly string[]
  /** Which of the wrong ones are known not to be put right, and nothing else, yet. */
  readonly missed: readonly string[]
}

/** A report with some of its marks wrong, and where its marks stand then. */
export interface Version {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

const MARK = /«([^→»]+)→([^»]+)»/g

/**
 * The marks of a report, in order: `«61→16;81»` is right with 61, and wrong with 16 and with 81; of `«61→~16»` it is known that
 * the fixes do not bring 61 back yet, or change something right as well.
 */
export const marksOf = (marked: string): Mark[] =>
  [...marked.matchAll(MARK)].map(([, right, list]) => {
    const values = list.split(';')
    const missed = values.filter(value => value.startsWith('~')).map(value => value.slice(1))
    return { right, wrong: values.map(value => value.replace('~', '')), missed }
  })

/** A report with other values in the place of some of its marks; right where none is given. */
export function versionOf(marked: string, changes: ReadonlyMap<number, string> = new Map()): Version {
  const spans: { start: number; end: number }[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(last, match.index)
    const start = text.length
    text += changes.get(spans.length) ?? match[1]
    spans.push({ start, end: text.length })
    last = match.index + match[0].length
  }
  return { text: text + marked.slice(last), spans }
}

/** What kind of value a mark holds, as far as two of one kind may be mistaken for each other. */
function kindOf(text: string): string {
  if (/%|per ?cent|\bpc\b/i.test(text)) return 'percent'
  if (/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(text) && !/\d/.test(text)) return 'weekday'
  if (/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)) return /\d/.test(text) ? 'date' : 'month'
  if (/[$€£]/.test(text)) return 'money'
  return /\d/.test(text) ? `digits ${text.replace(/[\d.,]+/g, '').trim()}` : 'words'
}

/** How far apart two values may stand that a writer exchanges, in characters. */
const NEAR = 250

/** The pairs of a report's marks, by their places among them, that a writer may exchange. */
export function swapsOf(marked: string): [number, number][] {
  const marks = marksOf(marked)
  const { spans } = versionOf(marked)
  return marks.flatMap((a, at) =>
    marks.flatMap((b, other): [number, number][] =>
      other > at && a.right !== b.right && kindOf(a.right) === kindOf(b.right) && spans[other].start - spans[at].end <= NEAR
        ? [[at, other]]
        : [],
    ),
  )
}

/** Where a sentence is put between those of a report: as a paragraph of its own, and at the end of the longest one; with its span. */
export function withSentence(text: string, sentence: string): { text: string; span: { start: number; end: number } }[] {
  const paragraphs = text.split('\n\n')
  const middle = Math.floor(paragraphs.length / 2)
  const alone = [...paragraphs.slice(0, middle), sentence, ...paragraphs.slice(middle)].join('\n\n')
  const prose = paragraphs.filter(paragraph => /^[A-Z]/.test(paragraph) && !paragraph.includes('|'))
  const longest = prose.reduce((best, paragraph) => (paragraph.length > best.length ? paragraph : best), '')
  const joined = paragraphs.map(paragraph => (paragraph === longest ? `${paragraph} ${sentence}` : paragraph)).join('\n\n')
  return (longest === '' ? [alone] : [alone, joined]).map(each => {
    const start = each.indexOf(sentence)
    return { text: each, span: { start, end: start + sentence.length } }
  })
}

/** The texts and Markdown files of a folder, by name. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(name => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
      .sort()
      .map(name => [name, readFileSync(join(folder, name), 'utf8')]),
  )

/** Where the parts of a story are. */
interface StoryPlace {
  readonly name: string
  readonly articles: string
  readonly drafts: string
  readonly own: string
}

/** Reports on the sample articles that no weights are learned from, so that they tell how well those fit others. */
const UNSEEN = 'seeds, unseen'

/** The stories that the verdicts were made with. */
const FAMILIAR: ReadonlySet<string> = new Set(['town', 'seeds', UNSEEN, 'news desk'])

/** The sample articles and the articles of the fixtures are stories too. */
const OTHERS: readonly StoryPlace[] = [
  { name: 'seeds', articles: 'seeds', drafts: join(STORIES, 'seeds/drafts'), own: join(STORIES, 'seeds/own.txt') },
  { name: UNSEEN, articles: 'seeds', drafts: join(STORIES, 'seeds/unseen'), own: '' },
  { name: 'news desk', articles: 'test/fixtures/desk', drafts: 'test/fixtures/desk/drafts', own: '' },
]

const placesIn = (folder: string): StoryPlace[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(folder, entry.name, 'articles')))
    .map(({ name }) => name)
    .sort()
    .map(name => {
      const at = (part: string): string => join(folder, name, part)
      return { name, articles: at('articles'), drafts: at('drafts'), own: at('own.txt') }
    })

function readStory({ name, articles, drafts, own }: StoryPlace): Story {
  const texts = filesIn(articles)
  return {
    name,
    isFamiliar: FAMILIAR.has(name),
    texts,
    articles: Object.entries(texts).map(([uri, text]) => readArticle(uri, text, formatOf(uri))),
    drafts: Object.entries(filesIn(drafts)).map(([draft, marked]) => ({ name: draft, marked })),
    own: existsSync(own) ? readFileSync(own, 'utf8').split('\n').filter(Boolean) : [],
  }
}

/**
 * Reads stories: the project's, or of another folder those with the folders `articles` and `drafts` and the file `own.txt`.
 * @param folder of the stories, if they are not the project's
 */
export const readStories = (folder?: string): Story[] =>
  (folder === undefined ? [...placesIn(STORIES), ...OTHERS] : placesIn(folder)).map(readStory)

/** The project's stories that weights are learned from. */
export const storiesToLearnFrom = (): Story[] => readStories().filter(({ name }) => name !== UNSEEN)
