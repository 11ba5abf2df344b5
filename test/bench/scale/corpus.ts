import { adjectives, fillers, nouns, storyKinds, writeValue, type FactKind } from './facts'
import { makeCast, type Cast } from './names'
import { seededRandom, type Random } from './random'

/** One article of a made-up archive, as a Markdown file. */
export interface MadeArticle {
  readonly name: string
  readonly text: string
}

/** A draft on the stories of an archive, and the offsets of the values that are wrong in it. */
export interface MadeDraft {
  readonly text: string
  readonly wrong: readonly { readonly start: number; readonly end: number }[]
}

interface StatedFact {
  readonly kind: FactKind
  /** Its value in each article of the story. */
  readonly values: readonly number[]
}

interface Story {
  readonly cast: Cast
  readonly day: number
  readonly facts: readonly StatedFact[]
  readonly articles: number
}

const FIRST_DAY = 20_000
const ARTICLE_LENGTH = { low: 2600, high: 5400 }
const TOPICS = 12
/** Colour without numbers: a draft's made-up ones would contradict the articles'. */
const plainFillers = fillers.filter(wording => !wording.includes('{n}'))

function makeFact(kind: FactKind, day: number, articles: number, random: Random): StatedFact {
  let value = random.whole(kind.low, kind.high) + (kind.style === 'date' ? day : 0)
  const values = [value]
  while (values.length < articles) {
    if (kind.grows && random.chance(0.4)) value = Math.ceil(value * (1 + random.next() / 4)) + 1
    values.push(value)
  }
  return { kind, values }
}

/** Story number `index` of the archive of a seed; each is made by itself, so that drafts need no archive in memory. */
function makeStory(seed: number, index: number): Story {
  const random = seededRandom(seed * 7919 + index)
  const articles = random.whole(1, 8)
  const day = FIRST_DAY + random.whole(0, 700)
  return { cast: makeCast(random), day, articles, facts: random.pick(storyKinds).map(kind => makeFact(kind, day, articles, random)) }
}

/** Fills the braces of a wording. The words of one story keep to a few topics, as words of a real story do. */
function fill(wording: string, { cast }: Story, topics: readonly string[], value: string, random: Random): string {
  const person = (at: number) => cast.people[at % cast.people.length]
  const filled = wording.replace(/\{(\w)(\w*)\}/g, (whole, first: string, rest: string) => {
    const digit = Number(rest)
    if (whole === '{v}') return value
    if (whole === '{n}') return String(random.whole(2, 30))
    if (whole === '{noun}') return random.chance(0.6) ? random.pick(topics) : random.pick(nouns)
    if (whole === '{adj}') return random.pick(adjectives)
    if (first === 'p' && rest !== 'lace') return random.chance(0.3) ? `${person(digit).first} ${person(digit).last}` : person(digit).last
    if (first === 'r' && rest.length === 1) return person(digit).role
    return cast[(first + rest) as 'place' | 'region' | 'company' | 'rival' | 'body']
  })
  return filled.replace(/\b(a) (?=[aeio])/gi, '$1n ')
}

const topicsOf = (random: Random): string[] => Array.from({ length: TOPICS }, () => random.pick(nouns))

function capitalised(text: string): string {
  return text.replace(/^"?[a-z]/, letters => letters.toUpperCase())
}

function introduction({ cast }: Story, random: Random): string {
  const { first, last, role } = random.pick(cast.people)
  return `${first} ${last}, ${role}, spoke to reporters in ${cast.place}`
}

/** Writes article `at` of a story: every fact once, in one of its wordings, among sentences of colour. */
function writeArticle(story: Story, at: number, random: Random): string {
  const topics = topicsOf(random)
  const length = random.whole(ARTICLE_LENGTH.low, ARTICLE_LENGTH.high)
  const sentences = [introduction(story, random)]
  for (const { kind, values } of story.facts) {
    const written = writeValue(kind.style, values[at], random)
    sentences.push(fill(random.pick(kind.article), story, topics, written, random))
  }
  for (let size = 100 * sentences.length; size < length; size += sentences[sentences.length - 1].length + 2) {
    sentences.splice(random.whole(1, sentences.length), 0, fill(random.pick(fillers), story, topics, '', random))
  }
  const paragraphs: string[] = []
  for (let first = 0; first < sentences.length;) {
    const next = first + random.whole(1, 4)
    paragraphs.push(sentences.slice(first, next).map(sentence => `${capitalised(sentence)}.`).join(' ')) // prettier-ignore
    first = next
  }
  return paragraphs.join('\n\n')
}

const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

function withFrontMatter(title: string, day: number, text: string): string {
  return `---\ntitle: ${title}\npublisher: The Daily Bench\ndate: ${isoDate(day)}\n---\n\n# ${title}\n\n${text}\n`
}

/** A copy as another paper prints it: the first or last paragraphs are gone, a sentence stands elsewhere. */
function nearDuplicate(text: string, random: Random): string {
  const paragraphs = text.split('\n\n')
  const kept = paragraphs.slice(random.whole(0, 1), paragraphs.length - random.whole(0, 2))
  return kept.concat(kept.splice(random.whole(1, kept.length - 1), 1)).join('\n\n')
}

/**
 * The articles of a made-up archive, one after another: stories with updates, about 4 kB an article; one in ten is a near-duplicate of
 * the article before it and one in fifty an exact one.
 * @param count how many
 * @param seed equal seeds give equal archives, and a smaller archive is the beginning of a greater one
 */
export function* makeArticles(count: number, seed = 1): Generator<MadeArticle> {
  let made = 0
  for (let index = 0; made < count; index++) {
    const story = makeStory(seed, index)
    const random = seededRandom(seed * 104729 + index)
    for (let at = 0; at < story.articles && made < count; at++) {
      const title = capitalised(`${random.pick(adjectives)} ${random.pick(nouns)} in ${story.cast.place}`)
      const text = writeArticle(story, at, random)
      const day = story.day + at
      const name = () => `${String(made).padStart(6, '0')}-${story.cast.place.toLowerCase()}.md`
      yield { name: name(), text: withFrontMatter(title, day, text) }
      made++
      const copy = random.next() < 0.02 ? text : random.chance(0.1) ? nearDuplicate(text, random) : null
      if (copy === null || made >= count) continue
      yield { name: name(), text: withFrontMatter(title, day, copy) }
      made++
    }
  }
}

/** A value that the story never has. */
function wrongValue({ kind, values }: StatedFact, random: Random): number {
  for (;;) {
    const value = Math.max(2, values[0] + random.pick([-1, 1]) * random.whole(1, Math.max(3, Math.ceil(values[0] / 3))))
    if (kind.style === 'date' ? Math.abs(value - values[0]) < 20 && value !== values[0] : !values.includes(value)) return value
  }
}

/**
 * A report on the first stories of an archive: headings, paragraphs, lists and a table; one value in ten is wrong.
 * @param words about how many words
 * @param articles how many articles the archive has, so that the report tells of no other story
 * @param seed the archive's
 */
export function makeDraft(words: number, articles: number, seed = 1): MadeDraft {
  const random = seededRandom(seed * 31337 + words)
  const wrong: { start: number; end: number }[] = []
  const stories = storiesWithin(articles, seed)
  let text = '# Report\n'
  let count = 1
  const add = (part: string): void => {
    text += part
    count += part.split(/\s+/).length - 1
  }
  const addFact = (story: Story, stated: StatedFact, before: string, after: string): void => {
    const isWrong = random.chance(0.1)
    const value = isWrong ? wrongValue(stated, random) : stated.values[stated.values.length - 1]
    const written = writeValue(stated.kind.style, value, random)
    const sentence = capitalised(fill(random.pick(stated.kind.draft), story, nouns, written, random))
    const start = text.length + before.length + sentence.indexOf(written)
    if (isWrong && sentence.includes(written)) wrong.push({ start, end: start + written.length })
    add(`${before}${sentence}${after}`)
  }
  for (let round = 0; count < words; round++) {
    const story = stories[round % stories.length]
    const topics = topicsOf(random)
    const colour = (): string => capitalised(fill(random.pick(plainFillers), story, topics, '', random))
    add(`\n## ${capitalised(topics[0])} in ${story.cast.place}\n\n`)
    for (const stated of story.facts.slice(0, 3)) {
      addFact(story, stated, '', '. ')
      add(`${colour()}. `)
    }
    add(`\n\n${colour()}. ${colour()}.\n\n`)
    for (const stated of story.facts.slice(3)) addFact(story, stated, '- ', '\n')
    if (random.chance(0.2)) add(`\n| Place | ${topics[1]} |\n| --- | --- |\n| ${story.cast.place} | ${topics[2]} |\n`)
  }
  return { text, wrong }
}

/** The stories whose articles are all within the first `articles` of the archive; at least the first story, at most 400. */
function storiesWithin(articles: number, seed: number): Story[] {
  const stories = [makeStory(seed, 0)]
  // near-duplicates take room too
  for (let taken = stories[0].articles * 1.2; stories.length < 400;) {
    const story = makeStory(seed, stories.length)
    taken += story.articles * 1.2
    if (taken > articles) break
    stories.push(story)
  }
  return stories
}
