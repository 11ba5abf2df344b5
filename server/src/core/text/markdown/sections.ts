import { Tree } from '@lezer/common'
import type { Block, BlockKind } from '../blocks'
import { movedProse, type Prose } from '../prose'
import type { Span } from '../span'
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

/** A block of prose by its place in its section, wherever that stands. */
interface Part {
  readonly kind: BlockKind
  readonly from: number
  readonly to: number
  readonly prose: Prose
  readonly context: readonly string[]
}

/**
 * A top-level block of the Markdown, such as a paragraph or a whole list, with the blocks of prose in it. It is the same object as long
 * as it and what stands above it stay, wherever an edit moves it.
 */
export interface Section {
  readonly tree: Tree
  readonly above: Above
  /** What stands above the section that follows. */
  readonly left: Above
  readonly parts: readonly Part[]
}

/** A block of a section that stands somewhere. An edit moves many and few are looked at: place and prose are reckoned when asked for. */
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
  /** Where the top-level block begins that is being read. */
  from: number
  above: Above
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

const samePart = (a: Part, b: Part): boolean =>
  a.kind === b.kind &&
  a.from === b.from &&
  a.to === b.to &&
  a.prose.text === b.prose.text &&
  sameItems(a.prose.runs, b.prose.runs) &&
  sameItems(a.context, b.context)

/** Whether sections have the same content, whatever trees they were read from. */
const sameContent = (a: Section, b: Section): boolean =>
  a.parts.length === b.parts.length &&
  a.parts.every((part, at) => samePart(part, b.parts[at])) &&
  sameAbove(a.above, b.above) &&
  sameAbove(a.left, b.left)

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

/** Sections with their places in the text that they were read from. */
export interface PlacedSections {
  readonly sections: readonly Section[]
  readonly starts: readonly number[]
}

/**
 * Reads the syntax tree of a document into sections.
 * @param tree of `body`
 * @param previous the sections before an edit: one that has the same tree and the same above it is taken over
 */
export function readSections(tree: Tree, body: string, previous: readonly Section[]): PlacedSections {
  const trees: Tree[] = []
  const starts: number[] = []
  forEachChild(tree, 0, (child, from) => {
    trees.push(child)
    starts.push(from)
  })
  const pairOf = pairing(trees, previous)
  const reader: Reader = { body, from: 0, above: NOTHING_ABOVE, parts: [] }
  const sections = trees.map((each, at): Section => {
    const pair = pairOf(at)
    const before = pair < 0 ? undefined : previous[pair]
    if (before && sameAbove(before.above, reader.above)) {
      reader.above = before.left
      return before
    }
    const { above } = reader
    reader.from = starts[at]
    reader.parts = []
    readNode(reader, each, starts[at], TOP)
    return { tree: each, above, left: reader.above, parts: reader.parts }
  })
  const last = sections.at(-1)
  const lastBefore = previous.at(-1)
  if (last && lastBefore && sameContent(last, lastBefore)) sections[sections.length - 1] = lastBefore
  return { sections, starts }
}

/**
 * The blocks of a document's sections.
 * @param start where the text that they were read from begins in the document
 */
export function placedBlocks({ sections, starts }: PlacedSections, start: number): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < sections.length; at++) for (const part of sections[at].parts) blocks.push(new PlacedBlock(part, start + starts[at]))
  return blocks
}
