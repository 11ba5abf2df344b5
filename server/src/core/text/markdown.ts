import type { SyntaxNode, Tree } from '@lezer/common'
import type { Block } from './blocks'
import { findFrontMatter } from './markdown/frontMatterSpan'
import { placedBlocks, readSections, type Section } from './markdown/sections'
import { parseEdited, parseTopLevel, type TopLevel } from './markdown/topLevel'

/** A Markdown document as read. */
export interface MarkdownDocument {
  readonly text: string
  /** Its blocks of prose in order. */
  readonly blocks: readonly Block[]
  /** Its top-level parts, each with its blocks. */
  readonly sections: readonly Section[]
  /** Where each section begins in the text. */
  readonly starts: readonly number[]
  /** Where the Markdown begins, after front matter and byte order mark. */
  readonly bodyStart: number
}

function bodyStartOf(text: string): number {
  return findFrontMatter(text)?.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0)
}

/** Places counted from a different origin; most drafts have no front matter, and theirs stay as they are. */
const shifted = (places: readonly number[], by: number): readonly number[] => (by === 0 ? places : places.map(place => place + by))

function asDocument(text: string, bodyStart: number, topLevel: TopLevel, previous?: MarkdownDocument): MarkdownDocument {
  const sections = readSections(topLevel, text.slice(bodyStart), previous?.sections ?? [])
  const starts = shifted(topLevel.starts, bodyStart)
  return { text, blocks: placedBlocks({ sections, starts }, previous), sections, starts, bodyStart }
}

/**
 * Reads a Markdown document into blocks of prose. Code, front matter, comments, link targets, citations, footnote marks, math and
 * struck-out words are no prose. Any text is a document; nothing makes it throw.
 */
export function readMarkdown(text: string): MarkdownDocument {
  const bodyStart = bodyStartOf(text)
  return asDocument(text, bodyStart, parseTopLevel(text.slice(bodyStart)))
}

/**
 * Reads a document that was edited. What the edit does not reach is not read again: there, blocks keep the `text` and `runs` of their
 * prose, and sections stay the same objects.
 * @param previous the document before
 * @param text the text now
 */
export function editMarkdown(previous: MarkdownDocument, text: string): MarkdownDocument {
  if (text === previous.text) return previous
  const bodyStart = bodyStartOf(text)
  const before = {
    trees: previous.sections.map(({ tree }) => tree),
    starts: shifted(previous.starts, -previous.bodyStart),
  }
  const topLevel = parseEdited(previous.text.slice(previous.bodyStart), before, text.slice(bodyStart))
  return asDocument(text, bodyStart, topLevel, previous)
}

const offLimits = new Set(
  (
    'CodeBlock FencedCode InlineCode HTMLBlock CommentBlock ProcessingInstructionBlock ProcessingInstruction Comment HTMLTag LinkReference ' +
    'URL LinkTitle LinkLabel Autolink Citation FootnoteReference FootnoteMark Math MathBlock Aside AsideBlock Entity'
  ).split(' '),
)

/** Whether a link target, comment or citation is being written at the end of this part of a line. */
const isUnfinished = (line: string): boolean =>
  /\]\([^()\s]*$/.test(line) ||
  line.lastIndexOf('<!--') > line.lastIndexOf('-->') ||
  /https?:\/\/\S*$/.test(line) ||
  /\[[^\][]*@[^\][\s]*$/.test(line)

/** The section that begins last before an offset. */
function sectionBefore(
  { sections, starts }: MarkdownDocument,
  offset: number,
): { readonly tree: Tree; readonly start: number } | undefined {
  let at = starts.length - 1
  while (at >= 0 && starts[at] >= offset) at--
  return at < 0 ? undefined : { tree: sections[at].tree, start: starts[at] }
}

/** Whether names are out of place at an offset: in code, front matter, a comment, a link's target, a citation, math. */
export function isOffLimits(document: MarkdownDocument, offset: number): boolean {
  if (offset < document.bodyStart) return document.bodyStart > 1
  const section = sectionBefore(document, offset)
  if (section) {
    const at = offset - section.start
    for (let node: SyntaxNode | null = section.tree.resolveInner(at, -1); node; node = node.parent)
      if (offLimits.has(node.name) && (at < node.to || /Block|Code|URL/.test(node.name))) return true
  }
  const lineStart = document.text.lastIndexOf('\n', offset - 1) + 1
  return isUnfinished(document.text.slice(Math.max(lineStart, offset - 500), offset))
}
