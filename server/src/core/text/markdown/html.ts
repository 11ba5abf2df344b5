import { proseBuilder, type ProseBuilder } from '../prose'
import { decodeEntity } from './entities'
import type { LeafBlock } from './leafBlock'

const CHARACTER_REFERENCE = /^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});/
// between these the words before and after belong to one line of text
const inlineTags = new Set(
  'a abbr b bdi bdo cite del dfn em font i ins kbd mark q s small span strike strong sub sup time u var'.split(' '),
)
// what stands between these tags is not text
const opaqueTags = new Set('script style pre code textarea svg template'.split(' '))
// what stands between these is withdrawn
const struckTags = new Set('del s strike'.split(' '))

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly end: number
}

/** The tag or comment that begins at `at`, or null where `<` is a sign like any other. */
function tagAt(html: string, at: number): Tag | null {
  if (html.startsWith('<!--', at)) {
    const close = html.indexOf('-->', at + 4)
    return { name: '!', closing: false, end: close < 0 ? html.length : close + 3 }
  }
  const head = /^<(\/?)([A-Za-z][A-Za-z0-9-]{0,30}|[!?])/.exec(html.slice(at, at + 40))
  if (!head) return null
  const close = html.indexOf('>', at)
  return { name: head[2].toLowerCase(), closing: head[1] === '/', end: close < 0 ? html.length : close + 1 }
}

/** Finds where elements end. */
export interface Closings {
  /** Where the first closing tag of a name begins from a place on; -1 where there is none. */
  from(name: string, at: number): number
}

/** Closing tags in a text up to `end`. What is not there is looked for once. */
export function closingsIn(html: string, end = html.length): Closings {
  const missing = new Set<string>()
  return {
    from(name, at) {
      if (missing.has(name)) return -1
      const found = html.slice(at, end).search(new RegExp(`</${name}(?![a-z0-9-])`, 'i'))
      if (found < 0) missing.add(name)
      return found < 0 ? -1 : at + found
    },
  }
}

/** The name of the element that an opening tag begins where its content is withdrawn: "del" for `<del datetime="…">`. */
export function struckBy(opening: string): string | undefined {
  const name = /^<([a-z]{1,6})\b/i.exec(opening)?.[1].toLowerCase()
  return name !== undefined && struckTags.has(name) ? name : undefined
}

/** Where reading goes on behind a tag: behind what it holds, where that is not text. */
function behind(html: string, { name, closing, end }: Tag, closings: Closings): number {
  if (closing || !(opaqueTags.has(name) || struckTags.has(name))) return end
  const place = closings.from(name, end)
  if (place >= 0) return place
  return opaqueTags.has(name) ? html.length : end
}

/**
 * The prose of an HTML block: its text without tags, a block of its own for each paragraph, cell, heading or other element that is
 * no part of a line.
 */
export function readHtml(html: string): LeafBlock[] {
  const blocks: LeafBlock[] = []
  const closings = closingsIn(html)
  let out: ProseBuilder = proseBuilder()
  let from = 0
  const close = (to: number): void => {
    const prose = out.finish()
    if (/[\p{L}\p{N}]/u.test(prose.text)) blocks.push({ kind: 'paragraph', from, to, prose, headings: [] })
    out = proseBuilder()
  }
  for (let at = 0; at < html.length;) {
    const stop = html.slice(at).search(/[<&]/)
    const end = stop < 0 ? html.length : at + stop
    if (end > at) out.literal(html.slice(at, end), at)
    at = end
    if (html[at] === '<') {
      const tag = tagAt(html, at)
      if (tag && !inlineTags.has(tag.name) && tag.name !== '!') {
        close(at)
        from = tag.end
      }
      if (!tag) out.literal('<', at)
      at = tag === null ? at + 1 : behind(html, tag, closings)
    } else if (html[at] === '&') {
      const reference = CHARACTER_REFERENCE.exec(html.slice(at, at + 34))?.[0]
      if (reference) out.replacement(decodeEntity(reference), at, reference.length)
      else out.literal('&', at)
      at += reference?.length ?? 1
    }
  }
  close(html.length)
  return blocks
}
