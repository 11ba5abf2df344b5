import { Tree } from '@lezer/common'
import type { Block, BlockKind } from '../blocks'
import { movedProse } from '../prose'
import { readLeaf, type LeafBlock } from './leaf'

/** What stands above a place in a document and gives what follows its subject. */
interface Above {
  /** The levels and texts of the headings, innermost first. */
  readonly levels: readonly number[]
  readonly headings: readonly string[]
  /** The paragraph right before, or nothing. */
  readonly paragraph: string
}

const NOTHING_ABOVE: Above = { levels: [], headings: [], paragraph: '' }

/** A top-level block of the Markdown, such as a paragraph or a whole list, with the blocks of prose in it. */
export interface Section {
  readonly tree: Tree
  /** Its place in the document. */
  readonly start: number
  readonly above: Above
  /** What stands above the section that follows. */
  readonly left: Above
  readonly blocks: readonly Block[]
}

/** The child nodes of a node with their places. The parser groups long lists of children under nameless nodes. */
function forEachChild(tree: Tree, from: number, visit: (child: Tree, from: number) => void): void {
  for (let at = 0; at < tree.children.length; at++) {
    const child = tree.children[at]
    if (!(child instanceof Tree)) continue
    const start = from + tree.positions[at]
    if (child.type.isAnonymous) forEachChild(child, start, visit)
    else visit(child, start)
  }
}

const containers = new Set(['Blockquote', 'BulletList', 'OrderedList', 'ListItem', 'FootnoteDefinition'])

/** The kind of a paragraph in a container, given the kind that one around the container has. */
function kindWithin(container: string, around: BlockKind): BlockKind {
  if (container === 'Blockquote') return 'quote'
  return container === 'ListItem' ? 'listItem' : around
}

const headingLevel = (name: string): number => (name.includes('Heading') ? Number(name[name.length - 1]) : 0)

/** The last sentence of a paragraph, roughly: what leads a list or table in. */
function lastSentence(text: string): string {
  const trimmed = text.trimEnd()
  const cut = Math.max(...['. ', '? ', '! '].map(end => trimmed.lastIndexOf(end)))
  return cut < 0 ? trimmed : trimmed.slice(cut + 2)
}

/** Reads top-level blocks one after another. */
interface Reader {
  readonly body: string
  readonly bodyStart: number
  above: Above
  blocks: Block[]
}

/** The place of a node in its containers: what a paragraph there is, and the sentences that lead in, nearest first. */
interface Place {
  readonly kind: BlockKind
  readonly leads: readonly string[]
}

const TOP: Place = { kind: 'paragraph', leads: [] }

function leadIn(reader: Reader, leads: readonly string[]): readonly string[] {
  const { paragraph } = reader.above
  return paragraph === '' ? leads : [lastSentence(paragraph), ...leads]
}

function readNode(reader: Reader, node: Tree, from: number, place: Place): void {
  const { name } = node.type
  if (containers.has(name)) readContainer(reader, node, from, place)
  else if (name.includes('Heading')) readHeading(reader, node, from)
  else readBody(reader, node, from, place)
}

function readContainer(reader: Reader, node: Tree, from: number, { kind, leads }: Place): void {
  const { name } = node.type
  const within: Place = { kind: kindWithin(name, kind), leads: name === 'ListItem' ? leads : leadIn(reader, leads) }
  reader.above = { ...reader.above, paragraph: '' }
  forEachChild(node, from, (child, start) => readNode(reader, child, start, within))
  reader.above = { ...reader.above, paragraph: '' }
}

function readHeading(reader: Reader, node: Tree, from: number): void {
  const level = headingLevel(node.type.name)
  const { levels, headings } = reader.above
  const left = levels.filter(each => each >= level).length
  const outer = { levels: levels.slice(left), headings: headings.slice(left) }
  const leaf = readLeaf(node, reader.body, from)
  for (const block of leaf) addBlock(reader, block, from, block.kind, outer.headings)
  const text = leaf[0]?.prose.text ?? ''
  reader.above = { levels: [level, ...outer.levels], headings: [text, ...outer.headings], paragraph: '' }
}

function readBody(reader: Reader, node: Tree, from: number, place: Place): void {
  const leaf = readLeaf(node, reader.body, from)
  if (leaf.length === 0) return
  const isTable = node.type.name === 'Table'
  const leads = isTable ? leadIn(reader, place.leads) : place.kind === 'listItem' ? place.leads : []
  const { headings } = reader.above
  const around = leads.length === 0 ? headings : [...leads, ...headings]
  for (const block of leaf) {
    const context = block.headings.length === 0 ? around : [...block.headings, ...around]
    addBlock(reader, block, from, block.kind === 'paragraph' ? place.kind : block.kind, context)
  }
  reader.above = { levels: reader.above.levels, headings, paragraph: isTable ? '' : leaf[0].prose.text }
}

function addBlock(reader: Reader, block: LeafBlock, from: number, kind: BlockKind, context: readonly string[]): void {
  const start = reader.bodyStart + from
  const span = { start: start + block.from, end: start + block.to }
  reader.blocks.push({ kind, span, prose: movedProse(block.prose, start), context })
}

function moved(block: Block, by: number): Block {
  const span = { start: block.span.start + by, end: block.span.end + by }
  return { kind: block.kind, span, prose: movedProse(block.prose, block.prose.origin + by), context: block.context }
}

function movedSection(section: Section, start: number): Section {
  if (section.start === start) return section
  const { tree, above, left, blocks } = section
  const by = start - section.start
  return { tree, start, above, left, blocks: blocks.map(block => moved(block, by)) }
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || (a.length === b.length && a.every((item, at) => item === b[at]))

const sameAbove = (a: Above, b: Above): boolean =>
  a === b || (a.paragraph === b.paragraph && sameItems(a.headings, b.headings) && sameItems(a.levels, b.levels))

/**
 * Pairs the trees of a document with the sections of its previous state: equal runs at both ends belong together. The parser makes the
 * last tree anew each time.
 */
function pairing(trees: readonly Tree[], previous: readonly Section[]): (at: number) => number {
  const shorter = Math.min(trees.length, previous.length)
  let head = 0
  while (head < shorter && trees[head] === previous[head].tree) head++
  const grown = trees.length - previous.length
  const isPair = (at: number): boolean => trees[at] === previous[at - grown].tree
  const limit = Math.max(head, head + grown)
  const end = trees.length > limit && !isPair(trees.length - 1) ? trees.length - 1 : trees.length
  let tail = end
  while (tail > limit && isPair(tail - 1)) tail--
  return at => (at < head ? at : at >= tail && at < end ? at - grown : -1)
}

/**
 * Reads the syntax tree of a document into sections.
 * @param tree of `body`
 * @param body the Markdown behind front matter, and `bodyStart` its place in the document
 * @param previous the sections before an edit: one that has the same tree and the same above it is taken over, moved if need be
 */
export function readSections(tree: Tree, body: string, bodyStart: number, previous: readonly Section[]): Section[] {
  const trees: Tree[] = []
  const starts: number[] = []
  forEachChild(tree, 0, (child, from) => {
    trees.push(child)
    starts.push(from)
  })
  const pairOf = pairing(trees, previous)
  const reader: Reader = { body, bodyStart, above: NOTHING_ABOVE, blocks: [] }
  const sections: Section[] = []
  for (let at = 0; at < trees.length; at++) {
    const start = bodyStart + starts[at]
    const pair = pairOf(at)
    const before = pair < 0 ? undefined : previous[pair]
    if (before && sameAbove(before.above, reader.above)) {
      sections.push(movedSection(before, start))
      reader.above = before.left
      continue
    }
    const { above } = reader
    reader.blocks = []
    readNode(reader, trees[at], starts[at], TOP)
    sections.push({ tree: trees[at], start, above, left: reader.above, blocks: reader.blocks })
  }
  return sections
}
