import { TreeFragment, type SyntaxNode, type Tree, type TreeCursor } from '@lezer/common'
import type { Block, BlockKind } from './blocks'
import { findFrontMatter } from './markdown/frontMatterSpan'
import { markdownParser } from './markdown/grammar'
import { readLeaf, type LeafBlock } from './markdown/leaf'
import { movedProse, type Prose } from './prose'

/** A Markdown document as read. */
export interface MarkdownDocument {
  readonly text: string
  /** Its blocks of prose in order. */
  readonly blocks: readonly Block[]
  /** Where the Markdown begins, behind front matter and byte order mark; `tree` counts from here. */
  readonly bodyStart: number
  readonly tree: Tree
}

/** Text for the parser, of the same length: a lone carriage return is a line break too. */
const forParser = (body: string): string => (body.includes('\r') ? body.replace(/\r(?!\n)/g, '\n') : body)

function bodyStartOf(text: string): number {
  return findFrontMatter(text)?.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0)
}

/**
 * Reads a Markdown document into blocks of prose. Code, front matter, comments, link targets, citations, footnote marks, math and
 * struck-out words are no prose. Any text is a document; nothing makes it throw.
 */
export function readMarkdown(text: string): MarkdownDocument {
  const bodyStart = bodyStartOf(text)
  return withBlocks(text, bodyStart, markdownParser.parse(forParser(text.slice(bodyStart))), [])
}

/** Length of the longest common prefix. */
function commonPrefix(before: string, after: string): number {
  const limit = Math.min(before.length, after.length)
  let length = 0
  while (length < limit && before.charCodeAt(length) === after.charCodeAt(length)) length++
  return length
}

/** Length of the longest common suffix that leaves `prefix` units of both. */
function commonSuffix(before: string, after: string, prefix: number): number {
  const limit = Math.min(before.length, after.length) - prefix
  let length = 0
  while (length < limit && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)) length++
  return length
}

/**
 * Reads a document that was edited. What the edit does not reach is not read again: its blocks keep the `text` and `runs` of their
 * prose, and blocks before the edit stay the same objects.
 * @param previous the document before
 * @param text the text now
 */
export function editMarkdown(previous: MarkdownDocument, text: string): MarkdownDocument {
  if (text === previous.text) return previous
  const bodyStart = bodyStartOf(text)
  const before = previous.text.slice(previous.bodyStart)
  const body = text.slice(bodyStart)
  const fromA = commonPrefix(before, body)
  const suffix = commonSuffix(before, body, fromA)
  const change = { fromA, toA: before.length - suffix, fromB: fromA, toB: body.length - suffix }
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change])
  return withBlocks(text, bodyStart, markdownParser.parse(forParser(body), fragments), previous.blocks)
}

interface Walk {
  readonly body: string
  readonly bodyStart: number
  readonly previous: readonly Block[]
  readonly blocks: Block[]
  /** The headings above, outermost first. */
  readonly headings: { readonly level: number; readonly text: string }[]
}

function withBlocks(text: string, bodyStart: number, tree: Tree, previous: readonly Block[]): MarkdownDocument {
  const walk: Walk = { body: text.slice(bodyStart), bodyStart, previous, blocks: [], headings: [] }
  addContainer(tree.cursor(), walk, 'paragraph', [])
  return { text, blocks: walk.blocks, bodyStart, tree }
}

const isContainer = (name: string): boolean => /^(?:Blockquote|BulletList|OrderedList|ListItem|FootnoteDefinition)$/.test(name)

/** The kind of a paragraph in a container. */
function kindWithin(name: string, kind: BlockKind): BlockKind {
  if (name === 'Blockquote') return 'quote'
  return name === 'ListItem' ? 'listItem' : kind
}

/** The last sentence of a paragraph, roughly: what leads a list or table in. */
function lastSentence(text: string): string {
  const trimmed = text.trimEnd()
  const cut = Math.max(trimmed.lastIndexOf('. ', trimmed.length - 2), trimmed.lastIndexOf('? '), trimmed.lastIndexOf('! '))
  return cut < 0 ? trimmed : trimmed.slice(cut + 2)
}

/** Adds the blocks of the container under the cursor; `leads` are the sentences that lead it in, nearest first. */
function addContainer(cursor: TreeCursor, walk: Walk, kind: BlockKind, leads: readonly string[]): void {
  let lead: readonly string[] = leads
  if (!cursor.firstChild()) return
  do {
    const { name } = cursor
    if (isContainer(name)) {
      addContainer(cursor, walk, kindWithin(name, kind), name === 'ListItem' ? leads : lead)
      continue
    }
    const leaf = readLeaf(cursor, walk.body)
    const level = headingLevel(name)
    if (level > 0) dropHeadings(walk, level)
    const context = [...(name === 'Table' || kind === 'listItem' ? lead : []), ...headingTexts(walk)]
    for (const block of leaf) addBlock(walk, block, cursor.from, level === 0 && block.kind === 'paragraph' ? kind : block.kind, context)
    const words = leaf.length > 0 ? leaf[0].prose.text : ''
    if (level > 0) walk.headings.push({ level, text: words })
    if (name === 'Paragraph' || name === 'Task') lead = words === '' ? leads : [lastSentence(words), ...leads]
    else if (leaf.length > 0) lead = leads
  } while (cursor.nextSibling())
  cursor.parent()
}

const headingLevel = (name: string): number => (/^(?:ATX|Setext)Heading[1-6]$/.test(name) ? Number(name[name.length - 1]) : 0)

function dropHeadings(walk: Walk, level: number): void {
  while (walk.headings.length > 0 && walk.headings[walk.headings.length - 1].level >= level) walk.headings.pop()
}

const headingTexts = (walk: Walk): string[] => walk.headings.map(heading => heading.text).reverse()

const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, at) => word === b[at])

function addBlock(walk: Walk, leaf: LeafBlock, from: number, kind: BlockKind, around: readonly string[]): void {
  const start = walk.bodyStart + from
  const span = { start: start + leaf.from, end: start + leaf.to }
  const context = leaf.headings.length === 0 ? around : [...leaf.headings, ...around]
  const before: Block | undefined = walk.previous[walk.blocks.length]
  const prose: Prose = movedProse(leaf.prose, start + leaf.prose.origin)
  const stays =
    before !== undefined &&
    before.prose.runs === prose.runs &&
    before.span.start === span.start &&
    before.kind === kind &&
    sameWords(before.context, context)
  walk.blocks.push(stays ? before : { kind, span, prose, context })
}

const offLimits = new Set(
  (
    'CodeBlock FencedCode InlineCode HTMLBlock CommentBlock ProcessingInstructionBlock ProcessingInstruction Comment HTMLTag LinkReference ' +
    'URL LinkTitle LinkLabel Autolink Citation FootnoteReference FootnoteMark Math MathBlock Entity'
  ).split(' '),
)

/** Whether a link target, comment or citation is being written at the end of this part of a line. */
const isUnfinished = (line: string): boolean => /\]\([^()\s]*$/.test(line) || /<!--(?:(?!-->).)*$/.test(line) || /\[[^\][]*@[^\][\s]*$/.test(line)

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
