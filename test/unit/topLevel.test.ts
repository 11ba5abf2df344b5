import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Tree } from '@lezer/common'
import { markdownParser } from '../../server/src/core/text/markdown/grammar'
import { forEachChild, parseEdited, parseTopLevel, type TopLevel } from '../../server/src/core/text/markdown/topLevel'
import fc, { runs } from './property'

/** The top-level blocks of a text as the parser alone has them: what each is, where it begins and how long it is. */
function parsed(text: string): string[] {
  const blocks: string[] = []
  forEachChild(markdownParser.parse(text), 0, (tree, from) => blocks.push(shown(tree, from)))
  return blocks
}

const shown = (tree: Tree, from: number): string => `${from}+${tree.length} ${tree}`

const shownAll = ({ trees, starts }: TopLevel): string[] => trees.map((tree, at) => shown(tree, starts[at]))

const read = (text: string): string[] => shownAll(parseTopLevel(text))

/** Pieces of text that may make a paragraph of what is no paragraph, and the other way round. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', 'word', 'It rose. ', '“Go,” ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['# ', '#', ' ', '- ', '1. ', '2) ', '19', '> ', '---\n', '===\n', '|', '|-|\n', '```\n', '~~~\n', '*', '<b>', '<!--', '-->'],
      ...[
        '%%',
        '%%\n',
        '{>>',
        '<<}',
        '$',
        '$x^2$',
        '$5 ',
        '$$\n',
        '[^1]: ',
        '[a]: b\n',
        '    ',
        '\t',
        '\u00a0',
        'É',
        '+ ',
        'www.a.b',
        '  \n',
        ':',
        '0',
      ],
    ),
  },
)

describe('the top-level blocks of a text', () => {
  const texts: [what: string, text: string, blocks: string[]][] = [
    ['paragraphs without marks', 'One.\n\nTwo,\nthree.\n\n\nFour\n', ['0+4 Paragraph', '6+11 Paragraph', '20+4 Paragraph']],
    ['a heading', '# One\n\nTwo', ['0+5 ATXHeading1(HeaderMark)', '7+3 Paragraph']],
    ['a heading right above', '# One\nTwo\n\nThree', ['0+5 ATXHeading1(HeaderMark)', '6+3 Paragraph', '11+5 Paragraph']],
    ['an underlined heading', 'One\n===\n\nTwo', ['0+7 SetextHeading1(HeaderMark)', '9+3 Paragraph']],
    ['marks', 'One\n\n*Two*', ['0+3 Paragraph', '5+5 Paragraph(Emphasis(EmphasisMark,EmphasisMark))']],
    ['a year that opens a line', '2024 began.\n\n2024. One', ['0+11 Paragraph', '13+9 OrderedList(ListItem(ListMark,Paragraph))']],
    ['money that opens a line', '$5m.\n\n$$\nx\n$$', ['0+4 Paragraph', '6+7 MathBlock']],
    ['a fence that goes on', 'One\n\n```\nTwo\n\nThree\n```', ['0+3 Paragraph', '5+18 FencedCode(CodeMark,CodeText,CodeMark)']],
  ]
  for (const [what, text, blocks] of texts) it(`are found: ${what}`, () => assert.deepEqual(read(text), blocks))

  it('are those of the parser', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        assert.deepEqual(read(text), parsed(text))
      }),
      { numRuns: runs(500) },
    )
  })

  const edits: [what: string, before: string, after: string][] = [
    ['a letter in a paragraph between lists', '- One\n\nTwo\n\n- Three\n', '- One\n\nTwos\n\n- Three\n'],
    ['a paragraph becomes a list', 'One\n\nTwo\n\nThree', 'One\n\n- Two\n\nThree'],
    ['a paragraph joins the item above it', '- One\n\nTwo\n\nThree', '- One\n\n  Two\n\nThree'],
    ['a paragraph joins the one below', 'One\n\nTwo\n\nThree', 'One\n\nTwo\nThree'],
    ['an empty line parts a paragraph', 'One\nTwo\n\nThree', 'One\n\nTwo\n\nThree'],
    ['a line is underlined', 'One\n\nTwo\n--x\n\nThree', 'One\n\nTwo\n---\n\nThree'],
    ['a row becomes the head of a table', 'One | 1\nx\n\nTwo', 'One | 1\n-|-\n\nTwo'],
    ['a fence opens', 'One\n\nTwo\n\nThree', 'One\n\n```Two\n\nThree'],
  ]
  for (const [what, before, after] of edits)
    it(`are those of the text after an edit: ${what}`, () =>
      assert.deepEqual(shownAll(parseEdited(before, parseTopLevel(before), after)), parsed(after)))

  it('are those of the text after any edits', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(3), put: fc.array(piece, { maxLength: 2 }) })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.array(edit, { maxLength: 8 }), (pieces, all) => {
        let text = pieces.join('')
        let topLevel = parseTopLevel(text)
        for (const { at, cut, put } of all) {
          const start = Math.floor(at * text.length)
          const edited = text.slice(0, start) + put.join('') + text.slice(start + cut)
          topLevel = parseEdited(text, topLevel, edited)
          text = edited
          assert.deepEqual(shownAll(topLevel), parsed(text))
        }
      }),
      { numRuns: runs(300) },
    )
  })
})
