import { Tree } from '@lezer/common'
import { Character, character, classIn, signSet } from '../characters'
import { firstPlace } from '../firstPlace'
import { markdownParser, plainTree } from './grammar'

/** The top-level blocks of a Markdown text, in order: their syntax trees, and where in the text each begins. */
export interface TopLevel {
  readonly trees: readonly Tree[]
  readonly starts: readonly number[]
}

/** The child nodes of a node with their places. The parser groups long lists of children under nameless nodes. */
export function forEachChild(tree: Tree, from: number, visit: (child: Tree, from: number) => void): void {
  for (let at = 0; at < tree.children.length; at++) {
    const child = tree.children[at]
    if (!(child instanceof Tree)) continue
    const start = from + tree.positions[at]
    if (child.type.isAnonymous) forEachChild(child, start, visit)
    else visit(child, start)
  }
}

/** How many characters of marks and indentation may begin a line, which limits how deep quotes and lists nest. */
const DEEPEST = 200
const NESTING = new RegExp(`^[ \\t>*+\\-\\d.)]{${DEEPEST},}`, 'gm')

/** A carriage return that is a line break by itself. */
const LONE_RETURN = /\r(?!\n)/
const hasLoneReturn = (text: string): boolean => text.includes('\r') && LONE_RETURN.test(text)

/** Prepares text for the parser without changing its length: lone carriage returns become line breaks, and nesting is limited. */
function forParser(text: string): string {
  const lines = hasLoneReturn(text) ? text.replace(new RegExp(LONE_RETURN, 'g'), '\n') : text
  return lines.replace(NESTING, marks => marks.slice(0, DEEPEST) + marks.slice(DEEPEST).replace(/[>*+\-.)]/g, ' '))
}

/** Parses a piece that begins `offset` units into the text, where no block is open, and adds its blocks. */
function addParsed(piece: string, offset: number, trees: Tree[], starts: number[]): void {
  forEachChild(markdownParser.parse(forParser(piece)), offset, (tree, from) => {
    trees.push(tree)
    starts.push(from)
  })
}

const NEWLINE = 0x0a
const DOLLAR = 0x24
const HEADING = 0x23

const opensProse = signSet('"\'(“‘')
const endsListNumber = signSet('.)')

const classAt = (text: string, at: number): number => classIn(character(text.charCodeAt(at)))

/** Whether a line belongs to a paragraph, judging by how it begins and whatever is above and below: no list, table, fence or underline. */
function isProseLine(text: string, from: number): boolean {
  const unit = text.charCodeAt(from)
  const kind = classAt(text, from)
  if (kind === Character.lower || kind === Character.upper || opensProse(unit)) return true
  if (unit === DOLLAR) return text.charCodeAt(from + 1) !== DOLLAR
  let end = from
  while (classAt(text, end) === Character.digit) end++
  return end > from && !endsListNumber(text.charCodeAt(end))
}

/**
 * Where a paragraph or heading ends that begins at a place where no block is open: before a blank line or at the end. The place itself
 * if it may be anything else.
 */
function endOfProse(text: string, from: number): number {
  for (let line = from; isProseLine(text, line) || (line === from && text.charCodeAt(from) === HEADING);) {
    const end = text.indexOf('\n', line)
    if (end < 0) return text.length
    line = end + 1
    if (line === text.length || text.charCodeAt(line) === NEWLINE) return end
  }
  return from
}

function behindEmptyLines(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === NEWLINE) at++
  return at
}

/** Adds a paragraph or heading between blank lines. Without inline markup it needs no parser. */
function addLeaf(prose: string, offset: number, trees: Tree[], starts: number[]): void {
  const plain = plainTree(prose)
  if (plain === null) return addParsed(prose, offset, trees, starts)
  trees.push(plain)
  starts.push(offset)
}

/**
 * Adds the paragraphs and headings that a piece begins with, as long as they cannot be anything else. Most articles and drafts are
 * paragraphs without any markup: these need no parser.
 * @returns where in the piece something else begins
 */
function addProse(piece: string, offset: number, trees: Tree[], starts: number[]): number {
  let at = behindEmptyLines(piece, 0)
  for (let end = endOfProse(piece, at); end > at; end = endOfProse(piece, at)) {
    addLeaf(piece.slice(at, end), offset + at, trees, starts)
    at = behindEmptyLines(piece, end)
  }
  return at
}

/** Parses a piece of a text that begins `offset` units into it, at the beginning of a line where no block is open. */
function parsePiece(piece: string, offset: number): TopLevel {
  const trees: Tree[] = []
  const starts: number[] = []
  const at = piece.includes('\r') ? 0 : addProse(piece, offset, trees, starts)
  // from the first other block on, only the parser can tell where blocks end
  if (at < piece.length) addParsed(piece.slice(at), offset + at, trees, starts)
  return { trees, starts }
}

/** Parses a text. */
export const parseTopLevel = (text: string): TopLevel => parsePiece(text, 0)

/** Texts are first compared in pieces of these lengths: comparing pieces is much faster than comparing units. */
const PIECES = [16_384, 512]

/** Length of the longest common prefix. */
function commonPrefix(before: string, after: string): number {
  const limit = Math.min(before.length, after.length)
  let length = 0
  for (const piece of PIECES)
    while (length + piece <= limit && before.slice(length, length + piece) === after.slice(length, length + piece)) length += piece
  while (length < limit && before.charCodeAt(length) === after.charCodeAt(length)) length++
  return length
}

/** Length of the longest common suffix that does not reach into the first `prefix` units of either. */
function commonSuffix(before: string, after: string, prefix: number): number {
  const limit = Math.min(before.length, after.length) - prefix
  const pieceOf = (text: string, length: number, piece: number): string => text.slice(text.length - length - piece, text.length - length)
  let length = 0
  for (const piece of PIECES)
    while (length + piece <= limit && pieceOf(before, length, piece) === pieceOf(after, length, piece)) length += piece
  while (length < limit && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)) length++
  return length
}

const lineStart = (text: string, offset: number): number => (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1)

/** The lines that differ between two texts: from `from` up to the line breaks at `toBefore` and `toAfter`, or the ends. */
interface Change {
  readonly from: number
  readonly toBefore: number
  readonly toAfter: number
}

/** What an edit changed, in whole lines: what a line is depends on how it begins. */
function changeOf(before: string, after: string): Change {
  const prefix = commonPrefix(before, after)
  const suffix = commonSuffix(before, after, prefix)
  const lineEnd = after.indexOf('\n', after.length - suffix)
  const same = lineEnd < 0 ? 0 : after.length - lineEnd
  return { from: lineStart(after, prefix), toBefore: before.length - same, toAfter: after.length - same }
}

/** Index of the first of some ascending numbers that is not below `limit`. */
function firstFrom(numbers: readonly number[], limit: number): number {
  return firstPlace(numbers.length, place => numbers[place] >= limit)
}

/** How many blocks before a change are parsed with it: the end of a block depends on at most two lines after it. */
const BEFORE = 2

/** How many blocks after a change are parsed with it at first; then more and more, until it is clear where the change ends. */
const BEHIND = 2
const FURTHER = 4

const isEmptyLineBefore = (text: string, at: number): boolean =>
  at === 0 || (text.charCodeAt(at - 1) === NEWLINE && (at === 1 || text.charCodeAt(at - 2) === NEWLINE))

/**
 * The tree of a paragraph or heading between blank lines that begins at `start`. Undefined if it may be anything else or longer, or if
 * it is not followed by the block at `next`.
 */
function proseAlone(text: string, start: number, next: number): Tree | undefined {
  if (!isEmptyLineBefore(text, start)) return undefined
  const end = endOfProse(text, start)
  const prose = text.slice(start, end)
  if (end === start || behindEmptyLines(text, end) !== next || prose.includes('\r')) return undefined
  const trees: Tree[] = []
  addLeaf(prose, start, trees, [])
  return trees.length === 1 ? trees[0] : undefined
}

const isAlike = (a: Tree, b: Tree): boolean => a.type === b.type && a.length === b.length

/**
 * Parses the blocks around an edit, up to one that begins where one began before. No block is open there, so everything after it is
 * unchanged. A block that did not change keeps its tree.
 * @param before the text before, and what it was parsed to
 */
export function parseEdited(before: string, { trees, starts }: TopLevel, after: string): TopLevel {
  if (hasLoneReturn(after)) return parseTopLevel(after)
  const { from, toBefore, toAfter } = changeOf(before, after)
  const grown = toAfter - toBefore
  const first = Math.max(0, firstFrom(starts, from) - 1 - BEFORE)
  const pieceStart = first === 0 ? 0 : lineStart(before, starts[first])
  const behind = firstFrom(starts, toBefore)

  // most edits are within a paragraph: if it begins and ends where it did, nothing around it becomes another block
  const own = behind - 1
  if (own >= 0 && starts[own] <= from) {
    const tree = proseAlone(after, starts[own], behind < starts.length ? starts[behind] + grown : after.length)
    if (tree) return { trees: trees.with(own, tree), starts: starts.map((start, at) => (at > own ? start + grown : start)) }
  }

  /** The parsed blocks; those that did not change with their former trees. */
  const unchanged = ({ trees: parsed, starts: places }: TopLevel): Tree[] =>
    parsed.map((tree, at) => {
      const old = trees[first + at] as Tree | undefined
      return old && places[at] === starts[first + at] && places[at] + tree.length < from && isAlike(tree, old) ? old : tree
    })
  const around = (piece: TopLevel, rest: number): TopLevel => ({
    trees: trees.slice(0, first).concat(unchanged(piece), trees.slice(rest)),
    starts: starts.slice(0, first).concat(
      piece.starts,
      starts.slice(rest).map(start => start + grown),
    ),
  })

  for (let reach = BEHIND; ; reach *= FURTHER) {
    const isLast = behind + reach >= starts.length
    const pieceEnd = isLast ? after.length : lineStart(before, starts[behind + reach]) + grown
    const piece = parsePiece(after.slice(pieceStart, pieceEnd), pieceStart)
    for (let at = 0; at < piece.starts.length; at++) {
      const place = piece.starts[at] - grown
      const rest = firstFrom(starts, place)
      if (rest >= behind && starts[rest] === place && isAlike(piece.trees[at], trees[rest]))
        return around({ trees: piece.trees.slice(0, at), starts: piece.starts.slice(0, at) }, rest)
    }
    if (isLast) return around(piece, starts.length)
  }
}
