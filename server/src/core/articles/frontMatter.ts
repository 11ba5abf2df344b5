import { parseDocument } from 'yaml'
import { findFrontMatter } from '../text/markdown/frontMatterSpan'
import type { ArticleMetadata } from './article'
import { fullDateIn } from './writtenDay'

/** What front matter says of an article. */
export interface FrontMatter {
  readonly metadata: ArticleMetadata
  /** Why it could not be read, in words for the writer. */
  readonly warning: string | null
  /** Where the text after it begins. */
  readonly end: number
}

/** Aliases may repeat a value so often: a few lines of YAML could otherwise stand for gigabytes. */
const MOST_ALIASES = 20

const NO_METADATA: ArticleMetadata = { title: null, publisher: null, author: null, publishedOn: null, url: null, citekey: null }

// the names in use for each field, most telling first; compared without case, hyphens and underscores
const KEYS: Record<keyof ArticleMetadata, readonly string[]> = {
  title: ['title', 'headline'],
  publisher: ['publisher', 'source', 'site', 'sitename', 'publication', 'outlet', 'containertitle', 'journal', 'newspaper'],
  author: ['author', 'authors', 'byline', 'creator'],
  publishedOn: ['publishedon', 'published', 'publisheddate', 'datepublished', 'publicationdate', 'pubdate', 'date', 'issued'],
  url: ['url', 'link', 'canonicalurl', 'permalink', 'originalurl', 'sourceurl'],
  citekey: ['citekey', 'citationkey', 'citation', 'key', 'id', 'bibkey'],
}

/** A scalar, or list of scalars, as text; null for anything else. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ') || null
  if (value !== null && typeof value === 'object' && 'name' in value) return asText(value.name)
  return null
}

function fieldOf(fields: ReadonlyMap<string, unknown>, field: keyof ArticleMetadata): string | null {
  for (const key of KEYS[field]) {
    const text = asText(fields.get(key))
    if (text !== null) return text
  }
  return null
}

interface Fields {
  readonly fields: ReadonlyMap<string, unknown>
  readonly problem: string | null
}

const broken = (problem: string): Fields => ({ fields: new Map(), problem: `Front matter is not read: ${problem}` })

const nameOf = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '')

/** A field on a line of its own whose value is no more than its words: no quotes, no brackets, no comment, nothing that goes on below. */
const PLAIN_FIELD = /^([a-z][\w-]*): +([\p{L}\p{N}](?:[\p{L}\p{N}_ .,;%&()/'’“”!?+–—-]|:(?=\S))*)$/iu

/** The fields of front matter that has none but plain ones, as nearly all has: read so it takes a fraction of the time. */
function plainFields(yaml: string): Fields | null {
  const fields = new Map<string, unknown>()
  for (const line of yaml.trimEnd().split(/\r?\n/)) {
    const found = PLAIN_FIELD.exec(line)
    if (!found || fields.has(nameOf(found[1]))) return null
    fields.set(nameOf(found[1]), found[2])
  }
  return { fields, problem: null }
}

/** The fields of a YAML mapping; names in lower case without hyphens and the like, values as they are written. */
function parseFields(yaml: string): Fields {
  return plainFields(yaml) ?? parseYaml(yaml)
}

function parseYaml(yaml: string): Fields {
  try {
    // `failsafe` keeps scalars as they are written: no date becomes another, no number loses digits
    const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false })
    if (document.errors.length > 0) return broken(document.errors[0].message.split('\n')[0])
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    if (value === null || value === '') return { fields: new Map(), problem: null }
    if (typeof value !== 'object' || Array.isArray(value)) return broken('it is no list of fields')
    return { fields: new Map(Object.entries(value).map(([name, each]) => [nameOf(name), each])), problem: null }
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'it cannot be parsed')
  }
}

/** The metadata in the YAML front matter of a document; nothing known where there is none or it is broken. */
export function readFrontMatter(text: string): FrontMatter {
  const found = findFrontMatter(text)
  if (!found) return { metadata: NO_METADATA, warning: null, end: 0 }
  const { fields, problem } = parseFields(text.slice(found.yaml.start, found.yaml.end))
  const date = fieldOf(fields, 'publishedOn')
  const metadata = {
    title: fieldOf(fields, 'title'),
    publisher: fieldOf(fields, 'publisher'),
    author: fieldOf(fields, 'author'),
    publishedOn: date === null ? null : fullDateIn(date),
    url: fieldOf(fields, 'url'),
    citekey: fieldOf(fields, 'citekey'),
  }
  return { metadata, warning: problem, end: found.end }
}
