import { parseDocument } from 'yaml'
import { findFrontMatter } from '../text/markdown/frontMatterSpan'
import type { ArticleMetadata } from './article'
import { isoDateIn } from './dateLine'

/** What front matter says of an article; `warning` where it cannot be read. */
export interface FrontMatter {
  readonly metadata: ArticleMetadata
  readonly warning: string | null
}

export const NO_METADATA: ArticleMetadata = { title: null, publisher: null, author: null, publishedOn: null, url: null, citekey: null }

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

/** The metadata in the YAML front matter of a document; nothing known where there is none. */
export function readFrontMatter(text: string): FrontMatter {
  const found = findFrontMatter(text)
  if (!found) return { metadata: NO_METADATA, warning: null }
  try {
    // the `failsafe` schema keeps every scalar as it is written: no dates, no numbers with lost digits
    const document = parseDocument(text.slice(found.yaml.start, found.yaml.end), {
      schema: 'failsafe',
      logLevel: 'silent',
      uniqueKeys: false,
    })
    const problem = document.errors[0]
    const value: unknown = problem ? null : document.toJS({ maxAliasCount: 20 })
    if (problem || value === null || typeof value !== 'object') {
      return {
        metadata: NO_METADATA,
        warning: `Front matter is not read: ${problem ? problem.message.split('\n')[0] : 'it is no list of fields'}`,
      }
    }
    const fields = new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase().replace(/[-_ ]/g, ''), each as unknown]))
    const date = fieldOf(fields, 'publishedOn')
    return {
      metadata: {
        title: fieldOf(fields, 'title'),
        publisher: fieldOf(fields, 'publisher'),
        author: fieldOf(fields, 'author'),
        publishedOn: date === null ? null : isoDateIn(date),
        url: fieldOf(fields, 'url'),
        citekey: fieldOf(fields, 'citekey'),
      },
      warning: null,
    }
  } catch (problem) {
    return { metadata: NO_METADATA, warning: `Front matter is not read: ${problem instanceof Error ? problem.message : 'unknown reason'}` }
  }
}
