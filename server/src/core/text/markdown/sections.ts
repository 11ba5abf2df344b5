import type { Tree } from '@lezer/common'
import type { Block, BlockKind } from '../blocks'
import { movedProse, type Prose } from '../prose'
import type { Span } from '../span'
import { readLeaf } from './leaf'
import type { LeafBlock } from './leafBlock'
import { forEachChild, type TopLevel } from './topLevel'

/** What precedes a place in a document and says what the text there is about. */
interface Above {
  /** The levels and texts of the headings, innermost first. */
  readonly levels: readonly number[]
  readonly headings: readonly string[]
  /** The paragraph right before, or nothing. */
  readonly paragraph: string
}

const NOTHING_ABOVE: Above = { levels: [], headings: [], paragraph: '' }

/** A block of prose, with its place in its section. */
interface Part {
  readonly kind: BlockKind
  readonly from: number
  readonly to: number
  readonly prose: Prose
  readonly context: readonly string[]
}

/**
 * A top-level block of the Markdown, such as a paragraph or a whole list, with the blocks of prose in it. It stays the same object as
 * long as it and what precedes it do not change, wherever an edit moves it.
 */
export interface Section {
  readonly tree: Tree
  readonly above: Above
  /** What precedes the next section. */
  readonly left: Above
  /** What its leaves hold, in order. */
  readonly leaves: readonly (readonly LeafBlock[])[]
  readonly parts: readonly Part[]
}

/** A block of a section at its place. An edit moves many blocks and few are looked at, so place and prose are computed on demand. */
class PlacedBlock implements Block {
  constructor(
    private readonly part: Part,
    private readonly start: number,
  ) {}
  get kind(): BlockKind {
    return this.part.kind
  }
  get span(): Span {
    return { start: this.start + this.part.from, end: this.start + this.part.to }
  }
  get prose(): Prose {
    return movedProse(this.part.prose, this.start + this.part.prose.origin)
  }
  get context(): readonly string[] {
    return this.part.context
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
  /** Where the top-level block begins that is being read. */
  from: number
  above: Above
  /** The leaves of the same tree before the edit: a tree under another heading is not read again. */
  known: Section['leaves']
  leaves: (readonly LeafBlock[])[]
  parts: Part[]
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

function leafOf(reader: Reader, node: Tree, from: number): readonly LeafBlock[] {
  const leaf = reader.known.at(reader.leaves.length) ?? readLeaf(node, reader.body, from)
  reader.leaves.push(leaf)
  return leaf
}

function readHeading(reader: Reader, node: Tree, from: number): void {
  const level = headingLevel(node.type.name)
  const { levels, headings } = reader.above
  const left = levels.filter(each => each >= level).length
  const outer = { levels: levels.slice(left), headings: headings.slice(left) }
  const leaf = leafOf(reader, node, from)
  for (const block of leaf) addBlock(reader, block, from, block.kind, outer.headings)
  const text = leaf[0]?.prose.text ?? ''
  reader.above = { levels: [level, ...outer.levels], headings: [text, ...outer.headings], paragraph: '' }
}

function readBody(reader: Reader, node: Tree, from: number, place: Place): void {
  const leaf = leafOf(reader, node, from)
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

function addBlock(reader: Reader, { from, to, prose }: LeafBlock, at: number, kind: BlockKind, context: readonly string[]): void {
  const start = at - reader.from
  reader.parts.push({ kind, from: start + from, to: start + to, prose: movedProse(prose, start), context })
}

const sameItems = <T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean => {
  if (a === b) return true
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return a.length === b.length
}

const sameAbove = (a: Above, b: Above): boolean =>
  a === b || (a.paragraph === b.paragraph && sameItems(a.headings, b.headings) && sameItems(a.levels, b.levels))

/** How many of the first trees of a document are those of its first sections before an edit, and of the others those of the last. */
function unchangedEnds(trees: readonly Tree[], previous: readonly Section[]): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(trees.length, previous.length)
  let head = 0
  while (head < shorter && trees[head] === previous[head].tree) head++
  let tail = 0
  while (tail < shorter - head && trees[trees.length - 1 - tail] === previous[previous.length - 1 - tail].tree) tail++
  return { head, tail }
}

const NO_LEAVES: Section['leaves'] = []

/** The leaves of a tree, where a section before the edit was of the same. */
const leavesOf = (tree: Tree, before: Section | undefined): Section['leaves'] | undefined =>
  before?.tree === tree ? before.leaves : undefined

/**
 * Reads the top-level blocks of a document into sections.
 * @param blocks of `body`
 * @param previous the sections before an edit: one that has the same tree and the same above it is taken over
 */
export function readSections({ trees, starts }: TopLevel, body: string, previous: readonly Section[]): readonly Section[] {
  const { head, tail } = unchangedEnds(trees, previous)
  const sections = previous.slice(0, head)
  const reader: Reader = { body, from: 0, above: sections.at(-1)?.left ?? NOTHING_ABOVE, known: NO_LEAVES, leaves: [], parts: [] }
  for (let at = head; at < trees.length; at++) {
    const left = trees.length - at
    // once the same precedes it again, all the rest is the same
    if (left <= tail && sameAbove(previous[previous.length - left].above, reader.above)) return sections.concat(previous.slice(-left))
    const { above } = reader
    const tree = trees[at]
    reader.from = starts[at]
    reader.known = leavesOf(tree, previous.at(at)) ?? leavesOf(tree, previous.at(-left)) ?? NO_LEAVES
    reader.leaves = []
    reader.parts = []
    readNode(reader, tree, starts[at], TOP)
    sections.push({ tree, above, left: reader.above, leaves: reader.leaves, parts: reader.parts })
  }
  return sections
}

/** Sections, and where in the document each begins. */
export interface PlacedSections {
  readonly sections: readonly Section[]
  readonly starts: readonly number[]
}

/**
 * The blocks of a document's sections.
 * @param previous the sections before an edit with their blocks: those of the first ones that stayed where they were are the same objects
 */
export function placedBlocks(
  { sections, starts }: PlacedSections,
  previous?: PlacedSections & { readonly blocks: readonly Block[] },
): Block[] {
  let head = 0
  let count = 0
  if (previous)
    while (head < sections.length && sections[head] === previous.sections[head] && starts[head] === previous.starts[head])
      count += sections[head++].parts.length
  const blocks = previous ? previous.blocks.slice(0, count) : []
  for (let at = head; at < sections.length; at++) {
    const { parts } = sections[at]
    for (let index = 0; index < parts.length; index++) blocks.push(new PlacedBlock(parts[index], starts[at]))
  }
  return blocks
}
