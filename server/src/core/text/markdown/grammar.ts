import { Tree, type NodeType } from '@lezer/common'
import { GFM, parser, type BlockContext, type InlineContext, type Line, type MarkdownConfig, type MarkdownParser } from '@lezer/markdown'

const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const AT = 0x40
const DOLLAR = 0x24
const PERCENT = 0x25
const NEWLINE = 0x0a

/** A citation group or math longer than this is taken for plain text. */
const LONGEST_MARK = 500

/** Inline text longer than this is parsed in pieces: resolving emphasis and links takes time that grows with the square of its length. */
const LONGEST_INLINE = 4096
const INLINE_PIECE = 1024

const isNameStart = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f || unit === 0x7b

const wordBefore = (cx: InlineContext, at: number): boolean => at > cx.offset && /[\p{L}\p{N}]/u.test(cx.slice(at - 1, at))

/** `[^1]`: the end of the footnote mark at `at`, or -1. */
function footnoteMark(cx: InlineContext, at: number): number {
  const mark = /^\[\^[^\][\s]{1,200}\]/.exec(cx.slice(at, at + 204))
  return mark ? at + mark[0].length : -1
}

/** `[see @doe, p. 3; -@roe]`: the end of the citation group at `at`, or -1 where it is a link or plain text. */
function citationGroup(cx: InlineContext, at: number): number {
  let cites = false
  for (let end = at + 1; end < at + LONGEST_MARK; end++) {
    const unit = cx.char(end)
    if (unit < 0 || unit === OPEN_BRACKET) return -1
    if (unit === AT && isNameStart(cx.char(end + 1)) && !wordBefore(cx, end)) cites = true
    if (unit !== CLOSE_BRACKET) continue
    const next = cx.char(end + 1)
    return cites && next !== 0x28 && next !== OPEN_BRACKET ? end + 1 : -1
  }
  return -1
}

/** `@doe2024`: the end of a citation that is part of the sentence, or -1. */
function citationInText(cx: InlineContext, at: number): number {
  if (wordBefore(cx, at) || !isNameStart(cx.char(at + 1))) return -1
  const key = /^@(?:\{[^{}\s]{1,200}\}|[\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{N}_]+)*)/u.exec(cx.slice(at, at + 200))
  return key ? at + key[0].length : -1
}

/**
 * `$x^2$`: the end of the math at `at`, or -1. Dollar signs are mostly money in prose: math has no space inside its dollar signs, does
 * not begin with a digit and holds a sign that only formulas have, or a lone letter.
 */
function math(cx: InlineContext, at: number): number {
  const display = cx.char(at + 1) === DOLLAR
  const first = at + (display ? 2 : 1)
  for (let end = first; end < at + LONGEST_MARK; end++) {
    const unit = cx.char(end)
    if (unit < 0 || (unit === NEWLINE && !display)) return -1
    if (unit !== DOLLAR) continue
    if (display) return cx.char(end + 1) === DOLLAR && end > first ? end + 2 : -1
    const formula = cx.slice(first, end)
    const isFormula = /^[^\s\d]/.test(formula) && /\S$/.test(formula) && (/[\\^_={}]/.test(formula) || /^\p{L}$/u.test(formula))
    return isFormula && !wordBefore(cx, at) ? end + 1 : -1
  }
  return -1
}

/** An aside longer than this is taken for plain text. */
const LONGEST_ASIDE = 2000

/**
 * What stands between these is no part of the text: comments of Obsidian, comments, deletions and what is substituted in CriticMarkup,
 * tags and comments of templates.
 */
const asides: readonly (readonly [opening: string, closing: string])[] = [
  ['%%', '%%'],
  ['{>>', '<<}'],
  ['{--', '--}'],
  ['{~~', '~>'],
  ['{%', '%}'],
  ['{#', '#}'],
]

/** Marks of CriticMarkup around what is added, substituted or highlighted. */
const editMarks: readonly string[] = ['{++', '++}', '{==', '==}', '~~}']

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** The end of what begins at `at` and is no part of the text, or -1. */
function aside(cx: InlineContext, at: number): number {
  const sign = cx.slice(at, at + 3)
  if (editMarks.includes(sign)) return at + sign.length
  const found = asides.find(([opening]) => sign.startsWith(opening))
  if (found === undefined || (found[0] === '%%' && at > cx.offset && isDigit(cx.char(at - 1)))) return -1
  const [opening, closing] = found
  const end = cx.slice(at + opening.length, Math.min(cx.end, at + LONGEST_ASIDE)).indexOf(closing)
  return end < 0 ? -1 : at + opening.length + end + closing.length
}

const asideSigns: ReadonlySet<number> = new Set([...'%{+=~'].map(sign => sign.charCodeAt(0)))

function element(cx: InlineContext, name: string, from: number, to: number): number {
  return to < 0 ? -1 : cx.addElement(cx.elt(name, from, to))
}

const references: MarkdownConfig = {
  defineNodes: ['FootnoteReference', 'Citation', 'Math', 'Aside'],
  parseInline: [
    { name: 'Aside', before: 'Escape', parse: (cx, next, at) => (asideSigns.has(next) ? element(cx, 'Aside', at, aside(cx, at)) : -1) },
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse: (cx, next, at) => (next === OPEN_BRACKET ? element(cx, 'FootnoteReference', at, footnoteMark(cx, at)) : -1),
    },
    {
      name: 'Citation',
      before: 'Link',
      parse(cx, next, at) {
        if (next === OPEN_BRACKET) return element(cx, 'Citation', at, citationGroup(cx, at))
        return next === AT ? element(cx, 'Citation', at, citationInText(cx, at)) : -1
      },
    },
    { name: 'Math', before: 'Emphasis', parse: (cx, next, at) => (next === DOLLAR ? element(cx, 'Math', at, math(cx, at)) : -1) },
  ],
}

const FOOTNOTE = /^\[\^[^\][\s]{1,200}\]:/
const footnoteDefinition = (line: Line): RegExpExecArray | null =>
  line.next === OPEN_BRACKET ? FOOTNOTE.exec(line.text.slice(line.pos, line.pos + 204)) : null

/** `[^1]: text`, going on in lines indented by four. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_cx, line, indent) {
        if (line.next < 0) return true
        if (line.indent < line.baseIndent + indent) return false
        line.moveBaseColumn(line.baseIndent + indent)
        return true
      },
    },
    'FootnoteMark',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(cx, line) {
        const mark = cx.parentType().name === 'Document' ? footnoteDefinition(line) : null
        if (!mark) return false
        const from = cx.lineStart + line.pos
        cx.startComposite('FootnoteDefinition', line.pos, 4)
        cx.addElement(cx.elt('FootnoteMark', from, from + mark[0].length))
        line.moveBase(line.pos + mark[0].length)
        return null
      },
      endLeaf: (_cx, line) => footnoteDefinition(line) !== null,
    },
  ],
}

const LINK_REFERENCE = /^\[[^\][]{1,999}\]:[ \t]*\S+[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\))?[ \t\r]*$/

/** `[label]: target "title"` on one line. The parser's own takes time that grows with the square of an unfinished one. */
const linkReferences: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LinkReference',
      parse(cx: BlockContext, line: Line) {
        if (line.next !== OPEN_BRACKET || !LINK_REFERENCE.test(line.text.slice(line.pos))) return false
        const from = cx.lineStart + line.pos
        const to = cx.lineStart + line.text.length
        cx.nextLine()
        cx.addElement(cx.elt('LinkReference', from, to))
        return true
      },
    },
  ],
}

/** A block from a line that holds only a mark up to the next such line, or to the end. */
const fencedBy = (name: string, sign: number, fence: RegExp): MarkdownConfig => ({
  defineNodes: [{ name, block: true }],
  parseBlock: [
    {
      name,
      before: 'FencedCode',
      parse(cx, line) {
        if (line.next !== sign || !fence.test(line.text.slice(line.pos))) return false
        const from = cx.lineStart + line.pos
        while (cx.nextLine()) {
          if (!fence.test(line.text)) continue
          cx.nextLine()
          break
        }
        cx.addElement(cx.elt(name, from, cx.prevLineEnd()))
        return true
      },
    },
  ],
})

/** `$$` on a line of its own. */
const mathBlocks = fencedBy('MathBlock', DOLLAR, /^\s*\$\$[ \t\r]*$/)

/** A comment of Obsidian: `%%` on a line of its own. */
const asideBlocks = fencedBy('AsideBlock', PERCENT, /^\s*%%[ \t\r]*$/)

const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)

/** Words hold no markup after their first letter; passing over them spares every other rule a question for each letter. */
const words: MarkdownConfig = {
  parseInline: [
    {
      name: 'Word',
      before: 'Escape',
      parse(cx, next, at) {
        if (!isWordUnit(next) || at === cx.offset || !isWordUnit(cx.char(at - 1))) return -1
        let end = at + 1
        while (isWordUnit(cx.char(end))) end++
        return end
      },
    },
  ],
}

/** What an ASCII sign says of its text: 0 for nothing, that it may hold an inline mark, or that it may where what stands beside it fits. */
const MARK = 1
const PART_OF_MARK = 2

const markSigns = new Uint8Array(128)
for (const sign of '\\`*_[]<&~@{') markSigns[sign.charCodeAt(0)] = MARK
for (const sign of ':.$%\n') markSigns[sign.charCodeAt(0)] = PART_OF_MARK

const LONGER_MARK = /:\/\/|www\.|mailto:|xmpp:| \n/i
/** How much of a mark stands before its sign, and how much with and after it. */
const [BEFORE_SIGN, FROM_SIGN] = ['mailto'.length, '://'.length]

const LOWER_CASE = 0x20
const POINT = 0x2e
const W = 0x77

const isDigitOrSpace = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || unit === 0x20

/** Whether the dollar sign at `at` is that of math, which begins with neither a digit nor a space, and ends with another: others are money. */
const mayOpenMath = (text: string, at: number): boolean => !isDigitOrSpace(text.charCodeAt(at + 1)) && text.includes('$', at + 1)

/** Whether a text may hold an inline mark. A loop with a table: a pattern takes several times as long, and most prose has none. */
function mayHoldMark(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= markSigns.length || markSigns[unit] === 0) continue
    if (markSigns[unit] === MARK) return true
    if (unit === POINT && (text.charCodeAt(at - 1) | LOWER_CASE) !== W) continue
    if (unit === DOLLAR && mayOpenMath(text, at)) return true
    if (unit === PERCENT) {
      if (text.charCodeAt(at + 1) === PERCENT) return true
      continue
    }
    if (LONGER_MARK.test(text.slice(Math.max(0, at - BEFORE_SIGN), at + FROM_SIGN))) return true
  }
  return false
}

/** The parser with inline text cut into pieces of bounded length, at white space. */
function bounded(whole: MarkdownParser): MarkdownParser {
  const parseInline = whole.parseInline.bind(whole)
  whole.parseInline = (text, offset) => {
    if (!mayHoldMark(text)) return []
    if (text.length <= LONGEST_INLINE) return parseInline(text, offset)
    const elements = []
    for (let start = 0; start < text.length;) {
      const limit = Math.min(text.length, start + INLINE_PIECE)
      const space = limit < text.length ? text.lastIndexOf(' ', limit) : limit
      const end = space > start ? space : limit
      elements.push(...parseInline(text.slice(start, end), offset + start))
      start = end
    }
    return elements
  }
  return whole
}

/** Markdown as drafts have it: CommonMark and GitHub's tables, with footnotes, citations as Pandoc writes them, and math. */
export const markdownParser = bounded(parser.configure([GFM, words, footnotes, linkReferences, references, mathBlocks, asideBlocks]))

const typeNamed = (wanted: string): NodeType => markdownParser.nodeSet.types.find(({ name }) => name === wanted)!

const paragraph = typeNamed('Paragraph')
const headings = [1, 2, 3, 4, 5, 6].map(level => typeNamed(`ATXHeading${level}`))
const headerMark = typeNamed('HeaderMark')

const HEADING_LINE = /^(#{1,6}) [^#\n]*$/

/** The tree of a paragraph, or of a heading that nothing follows, where it has no inline mark; null where the parser has to see. */
export function plainTree(text: string): Tree | null {
  if (mayHoldMark(text)) return null
  if (!text.startsWith('#')) return new Tree(paragraph, [], [], text.length)
  const marks = HEADING_LINE.exec(text)?.[1].length
  return marks === undefined ? null : new Tree(headings[marks - 1], [new Tree(headerMark, [], [], marks)], [0], text.length)
}
