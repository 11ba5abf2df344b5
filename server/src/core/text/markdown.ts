import { TreeFragment, type SyntaxNode, type Tree } from '@lezer/common'
import type { Block } from './blocks'
import { findFrontMatter } from './markdown/frontMatterSpan'
import { markdownParser } from './markdown/grammar'
import { placedBlocks, readSections, type Section } from './markdown/sections'

/** A Markdown document as read. */
export interface MarkdownDocument {
  readonly text: string
  /** Its blocks of prose in order. */
  readonly blocks: readonly Block[]
  /** Its top-level parts, each with its blocks. */
  readonly sections: readonly Section[]
  /** Where the Markdown begins, behind front matter and byte order mark; `tree` counts from here. */
  readonly bodyStart: number
  readonly tree: Tree
}

/** Quotes and lists nest no deeper than the marks and indentation that fit in so many characters. */
const DEEPEST = 200
const NESTING = new RegExp(`^[ \\t>*+\\-\\d.)]{${DEEPEST},}`, 'gm')

/** Text for the parser, of the same length: a lone carriage return is a line break too, and nesting has an end. */
function forParser(body: string): string {
  const lines = body.includes('\r') ? body.replace(/\r(?!\n)/g, '\n') : body
  return lines.replace(NESTING, marks => marks.slice(0, DEEPEST) + marks.slice(DEEPEST).replace(/[>*+\-.)]/g, ' '))
}

function bodyStartOf(text: string): number {
  return findFrontMatter(text)?.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0)
}

function asDocument(text: string, bodyStart: number, tree: Tree, previous: readonly Section[]): MarkdownDocument {
  const placed = readSections(tree, text.slice(bodyStart), previous)
  return { text, blocks: placedBlocks(placed, bodyStart), sections: placed.sections, bodyStart, tree }
}

/**
 * Reads a Markdown document into blocks of prose. Code, front matter, comments, link targets, citations, footnote marks, math and
 * struck-out words are no prose. Any text is a document; nothing makes it throw.
 */
export function readMarkdown(text: string): MarkdownDocument {
  const bodyStart = bodyStartOf(text)
  return asDocument(text, bodyStart, markdownParser.parse(forParser(text.slice(bodyStart))), [])
}

/** A stretch this long that did not change is worth keeping. */
const SMALLEST_FRAGMENT = 2

/** Texts are compared in pieces of these lengths first: comparing pieces is much faster than units. */
const PIECES = [16_384, 512]

/** Length of the longest common prefix. */
function commonPrefix(before: string, after: string): number {
  const limit = Math.min(before.length, after.length)
  let length = 0
  for (const piece of PIECES)
    while (length + piece <= limit && before.startsWith(after.slice(length, length + piece), length)) length += piece
  while (length < limit && before.charCodeAt(length) === after.charCodeAt(length)) length++
  return length
}

/** Length of the longest common suffix that leaves `prefix` units of both. */
function commonSuffix(before: string, after: string, prefix: number): number {
  const limit = Math.min(before.length, after.length) - prefix
  let length = 0
  for (const piece of PIECES) {
    while (
      length + piece <= limit &&
      before.endsWith(after.slice(after.length - length - piece, after.length - length), before.length - length)
    ) {
      length += piece
    }
  }
  while (length < limit && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)) length++
  return length
}

/** How much of a suffix is whole lines. */
function linesOf(suffix: number, text: string): number {
  const lineEnd = text.indexOf('\n', text.length - suffix)
  return lineEnd < 0 ? 0 : text.length - lineEnd
}

/**
 * Reads a document that was edited. What the edit does not reach is not read again: its blocks keep the `text` and `runs` of their
 * prose, and its sections stay the same objects.
 * @param previous the document before
 * @param text the text now
 */
export function editMarkdown(previous: MarkdownDocument, text: string): MarkdownDocument {
  if (text === previous.text) return previous
  const bodyStart = bodyStartOf(text)
  const before = previous.text.slice(previous.bodyStart)
  const body = text.slice(bodyStart)
  // whole lines: what a line is depends on all that it begins with
  const prefix = commonPrefix(before, body)
  const fromA = prefix === 0 ? 0 : body.lastIndexOf('\n', prefix - 1) + 1
  const suffix = linesOf(commonSuffix(before, body, prefix), body)
  const change = { fromA, toA: before.length - suffix, fromB: fromA, toB: body.length - suffix }
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change], SMALLEST_FRAGMENT)
  return asDocument(text, bodyStart, markdownParser.parse(forParser(body), fragments), previous.sections)
}

const offLimits = new Set(
  (
    'CodeBlock FencedCode InlineCode HTMLBlock CommentBlock ProcessingInstructionBlock ProcessingInstruction Comment HTMLTag LinkReference ' +
    'URL LinkTitle LinkLabel Autolink Citation FootnoteReference FootnoteMark Math MathBlock Entity'
  ).split(' '),
)

/** Whether a link target, comment or citation is being written at the end of this part of a line. */
const isUnfinished = (line: string): boolean =>
  /\]\([^()\s]*$/.test(line) ||
  line.lastIndexOf('<!--') > line.lastIndexOf('-->') ||
  /https?:\/\/\S*$/.test(line) ||
  /\[[^\][]*@[^\][\s]*$/.test(line)

/** Whether names are out of place at an offset: in code, front matter, a comment, a link's target, a citation, math. */
export function isOffLimits(document: MarkdownDocument, offset: number): boolean {
  if (offset < document.bodyStart) return document.bodyStart > 1
  const at = offset - document.bodyStart
  for (let node: SyntaxNode | null = document.tree.resolveInner(at, -1); node; node = node.parent) {
    if (offLimits.has(node.name) && (at < node.to || /Block|Code|URL/.test(node.name))) return true
  }
  const lineStart = document.text.lastIndexOf('\n', offset - 1) + 1
  return isUnfinished(document.text.slice(Math.max(lineStart, offset - 500), offset))
}
