import type { Block } from '../text/blocks'
import type { ArticleMetadata, Noise } from './article'
import { findPublicationDay, type DatedTexts } from './publicationDay'

/** How many blocks at the start and end of an article are examined for what it says about itself. */
const HEAD = 12
const TAIL = 8
const LONGEST_TITLE = 180
const LONGEST_LABEL = 300
const LONGEST_BYLINE = 160
const LONGEST_CREDIT = 60
const LONGEST_DATE_LINE = 120
/** How many blocks are searched for a year. */
const YEARS_IN = 60

/** The first and last blocks of an article, where pages say what they are. */
const edgesOf = (blocks: readonly Block[]): readonly Block[] => [
  ...blocks.slice(0, HEAD),
  ...blocks.slice(Math.max(HEAD, blocks.length - TAIL)),
]

type Field = keyof ArticleMetadata

// "Source: The Daily Star", as saved pages often begin
const labels: readonly (readonly [Field, RegExp])[] = [
  ['title', /^(?:title|headline) ?: ?(.+)$/i],
  ['publisher', /^(?:publisher|source|publication|site|outlet|newspaper) ?: ?(.+)$/i],
  ['author', /^(?:authors?|byline|written by|reported by|reporters?) ?:? (.+)$/i],
  ['url', /^(?:url|link|permalink|retrieved from|original url) ?: ?(https?:\/\/\S+)$/i],
]

/** The fields that lines at the start of an article state outright. */
function labelled(blocks: readonly Block[]): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {}
  for (const block of blocks.slice(0, HEAD)) {
    const text = block.prose.text.trim()
    if (text.length > LONGEST_LABEL || text.includes('\n')) continue
    for (const [field, pattern] of labels) found[field] ??= pattern.exec(text)?.[1].trim()
    found.url ??= /^https?:\/\/\S+$/.exec(text)?.[0]
  }
  return found
}

/** The first heading, where it stands before the text: a heading further down is a section's. */
function findTitle(blocks: readonly Block[], noise: readonly (Noise | null)[]): string | null {
  const at = noise.findIndex(each => each === null)
  const text = blocks[at]?.prose.text.trim() ?? ''
  const isTitle = blocks[at]?.kind === 'heading' || (text.length > 0 && text.length <= LONGEST_TITLE && !/[.!?…:]["”’]?$/.test(text))
  return isTitle && at < HEAD && at < blocks.length - 1 && blocks[at].kind !== 'listItem' && text.length <= LONGEST_TITLE ? text : null
}

// words with a capital, or initials, joined by small words
const NAME_WORD = "\\p{Lu}(?:\\.(?:\\p{Lu}\\.){0,3}|[\\p{L}’'&-]*)"
const nameOf = (joints: string): string => `(${NAME_WORD}(?: (?:${joints}|${NAME_WORD})){0,5})`

/** A pattern in which NAMES stands for people's names and PUBLISHER for a publisher's. */
const matcher = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll('NAMES', nameOf('and|de|van|von|&')).replaceAll('PUBLISHER', nameOf('of|the|de|&')), 'u')

const ALL_NAME = matcher('^NAMES$')
const BY_LINE = matcher('^[Bb][Yy] NAMES')
const AGENCY_IN_DATE_LINE = matcher('^[^()\\n]{0,60}\\(PUBLISHER\\) ?(?:[-–—]|--)')
const CREDIT_AT_END = matcher('[.!?”"\\d] [-–—]{1,2} ?PUBLISHER$')
const AGENCY_AT_END = matcher(
  '[.!?]["”’]? \\((AP|AFP|Reuters|Xinhua|Bernama|ANI|PTI|UPI|dpa|EFE|Kyodo|Yonhap|ANSA|TASS|Bloomberg|CNN|BBC)\\)$',
)
const COPYRIGHT = matcher('(?:©|\\([cC]\\)|[Cc]opyright)[ ©]{0,3}(?:\\d{4}(?: ?[-–] ?\\d{4})?,? )?(?:by )?(?:[Tt]he )?PUBLISHER')
const ELSEWHERE = matcher(
  '^(?:This \\w+ )?(?:was )?(?:[Rr]ead (?:more|the full \\w+) (?:at|on)|(?:[Ff]irst|[Oo]riginally) (?:appeared|published) (?:in|on|by)) (?:[Tt]he )?PUBLISHER',
)

const isAbout = (text: string): boolean => text.length <= LONGEST_LABEL

// what papers and agencies are called, to tell them from a second author
const PAPER_WORD =
  /\b(?:agenc(?:y|e)|associated press|bbc|bloomberg|broadcasting|bulletin|chronicle|cnn|courier|daily|dispatch|examiner|express|gazette|guardian|herald|independent|inquirer|journal|magazine|mail|media|mirror|monitor|network|news|npr|observer|post|press|record|register|reuters|review|standard|star|sun|telegraph|times|today|tribune|weekly|world|xinhua|ap|afp|dpa|upi)\b/i

/** "By Jane Doe and John Roe, Reuters": who wrote, and after a comma or bar for whom. */
function readByline(blocks: readonly Block[]): { author: string | null; publisher: string | null } {
  for (const block of edgesOf(blocks)) {
    const text = block.prose.text.trim()
    if (text.length > LONGEST_BYLINE || !BY_LINE.test(text) || /[.!?]$/.test(text)) continue
    const parts = text.slice(3).split(/\s*[|•·,]\s*|\s[-–—]\s/)
    const paper = parts.findIndex((part, at) => at > 0 && PAPER_WORD.test(part))
    const names = parts
      .slice(0, paper < 0 ? undefined : paper)
      .map(part => part.replace(/ (?:in|at|for|from) \p{Lu}.*/u, ''))
      .filter(part => ALL_NAME.test(part))
    return { author: names.join(', ') || null, publisher: parts[paper] ?? null }
  }
  return { author: null, publisher: null }
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1]
    if (found) return found.trim()
  }
  return null
}

// a paper's name begins or ends with one of these; "News" and "World" are sections of pages too
const PAPER_NAME =
  /^(?:the )?(?:daily|times|journal|bulletin) \S|\b(?:bulletin|chronicle|courier|dispatch|examiner|express|gazette|guardian|herald|independent|inquirer|journal|magazine|mail|mirror|monitor|monthly|observer|post|press|quarterly|record|register|review|standard|star|sun|telegraph|times|tribune|weekly)$/i
const ALL_PAPER = matcher('^PUBLISHER$')
const LONGEST_PAPER = 60
const HAS_YEAR = /\b(?:19|20)\d\d\b/

/** Whether a line says when an article is from or whose it is, and no more. */
const isCredit = (text: string): boolean => text.length <= LONGEST_PAPER && (BY_LINE.test(text) || HAS_YEAR.test(text))

/** The paper that a line of its own names, beside the byline or the date: "The Carrow Herald", "Environment Desk, Peat Science Monthly". */
function paperBesideCredit(blocks: readonly Block[]): string | null {
  const lines = blocks.slice(0, HEAD).map(block => block.prose.text.trim())
  for (const [at, line] of lines.entries()) {
    const isBeside = at > 0 && line.length <= LONGEST_PAPER && [lines[at - 1], lines[at + 1] ?? ''].some(isCredit)
    const paper = isBeside ? line.split(/\s*[|•·,]\s*/).find(part => ALL_PAPER.test(part) && PAPER_NAME.test(part)) : undefined
    if (paper !== undefined) return paper
  }
  return null
}

/** The publisher that an article names as its own: agency of the date line, credit at a paragraph's end, copyright line. */
function findPublisher(blocks: readonly Block[], noise: readonly (Noise | null)[]): string | null {
  const story = blocks.filter((_block, at) => noise[at] === null).map(block => block.prose.text)
  const starts = story.slice(0, HEAD).map(text => text.slice(0, LONGEST_DATE_LINE))
  const ends = [...story.slice(-3), ...story.slice(0, 4)].map(text => text.slice(-LONGEST_CREDIT))
  const edges = edgesOf(blocks)
    .map(block => block.prose.text)
    .filter(isAbout)
  return (
    firstMatch(starts, AGENCY_IN_DATE_LINE) ??
    firstMatch(ends, CREDIT_AT_END) ??
    firstMatch(ends, AGENCY_AT_END) ??
    firstMatch(edges, ELSEWHERE) ??
    firstMatch(edges, COPYRIGHT)
  )
}

/** The site of an address: "reuters.com". */
const siteOf = (url: string | null): string | null => /^https?:\/\/(?:www\.)?([^/:?#\s]{3,100})/i.exec(url ?? '')?.[1].toLowerCase() ?? null

/** The texts of an article that may tell its day. */
function datedTexts(addresses: readonly string[], blocks: readonly Block[], noise: readonly (Noise | null)[]): DatedTexts {
  const textOf = (block: Block): string => block.prose.text
  return {
    addresses,
    edges: edgesOf(blocks).map(textOf),
    head: blocks
      .slice(0, HEAD)
      .filter((_block, at) => noise[at] === null)
      .map(textOf),
    all: [...blocks.slice(0, YEARS_IN), ...blocks.slice(Math.max(YEARS_IN, blocks.length - TAIL))].map(textOf),
  }
}

/**
 * Completes what front matter gives of an article from its text.
 * @param given front matter's fields; they go before anything found
 * @param uri the article's address, which may hold its date
 */
export function findMetadata(
  given: ArticleMetadata,
  uri: string,
  blocks: readonly Block[],
  noise: readonly (Noise | null)[],
): ArticleMetadata {
  const stated = labelled(blocks)
  const byline = readByline(blocks)
  const url = given.url ?? stated.url ?? null
  return {
    title: given.title ?? stated.title ?? findTitle(blocks, noise),
    publisher:
      given.publisher ?? stated.publisher ?? byline.publisher ?? paperBesideCredit(blocks) ?? findPublisher(blocks, noise) ?? siteOf(url),
    author: given.author ?? byline.author ?? stated.author ?? null,
    publishedOn: given.publishedOn ?? findPublicationDay(datedTexts(url === null ? [uri] : [url, uri], blocks, noise)),
    url,
    citekey: given.citekey,
  }
}
