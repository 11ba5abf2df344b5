import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc, { runs } from './property'
import type { Block } from '../../server/src/core/text/blocks'
import { editMarkdown, isOffLimits, readMarkdown } from '../../server/src/core/text/markdown'
import { toSource } from '../../server/src/core/text/prose'
import { textOf } from '../../server/src/core/text/span'

const lines = (...each: string[]): string => each.join('\n')
const proses = (text: string): string[] => readMarkdown(text).blocks.map(block => block.prose.text)
const kinds = (text: string): string[] => readMarkdown(text).blocks.map(block => `${block.kind}: ${block.prose.text}`)

describe('prose of inline Markdown', () => {
  const examples: [what: string, markdown: string, prose: string][] = [
    ['emphasis', 'expires on **Nov. 10**, a *19* % __duty__', 'expires on Nov. 10, a 19 % duty'],
    ['emphasis within a word', 'un*frigging*believable snake_case_name', 'unfriggingbelievable snake_case_name'],
    ['a link gives its label', 'says [Reuters on 5 May](https://example.org/2024/19 "Title 7")', 'says Reuters on 5 May'],
    ['a reference link gives its label', 'says [Reuters][rtr-2024] and [AP][]', 'says Reuters and AP'],
    ['brackets that are no link stay', 'he said [the tariff] was 19%', 'he said [the tariff] was 19%'],
    ['addresses are no prose', 'see <https://a.example/2024> or https://b.example/19 now', 'see or now'],
    ['code leaves a gap', 'the `x = 5` option', 'the option'],
    ['quotations typed as in TeX are text', "said ``a deal'' and ``no talks'' too", "said a deal'' and no talks'' too"],
    ['an unclosed code span is text', 'the `x option', 'the `x option'],
    ['escapes', '5 \\* 3 \\[a\\] \\$5', '5 * 3 [a] $5'],
    ['entities', '19&nbsp;%, AT&amp;T, 2019&#8209;20, &#x20AC;5, &nosuch;', '19\u00a0%, AT&T, 2019\u201120, €5, &nosuch;'],
    ['an invalid code point stays as written', '&#0; &#xD800; &#99999999;', '&#0; &#xD800; &#99999999;'],
    ['inline tags', 'CO<sub>2</sub> at <b>5</b> km<br>and more', 'CO2 at 5 km\nand more'],
    ['an inline comment', 'nineteen <!-- 24 --> percent', 'nineteen percent'],
    ['struck-out words are withdrawn', 'a duty of ~~24~~ 19 percent', 'a duty of 19 percent'],
    ['words struck out with tags', 'a duty of <del>24</del> 19 <S class="x">*or* 20\n</S>percent', 'a duty of 19 percent'],
    ['tags that strike out and never close', 'a duty of <del>24 <span>percent</span>', 'a duty of 24 percent'],
    ['struck-out markup', '**a <s>b** c</s> [d <del>e](http://x) f</del> `g`', 'a d'],
    ['footnote marks', 'a duty of 19%[^1] holds [^long-name].', 'a duty of 19% holds.'],
    ['a citation group', 'a duty of 19% [see @doe2024, p. 33; -@roe99].', 'a duty of 19%.'],
    ['a citation in the sentence', 'as @doe2024 [p. 3] says; mail a@b.example', 'as [p. 3] says; mail'],
    ['a link whose label has an at sign', '[by @doe](https://a.example)', 'by'],
    ['math', 'where $x^2 + y_1$ and $$a = b$$ hold', 'where and hold'],
    ['money is no math', 'from $5 million to $6 million, US$7 or $8/$9', 'from $5 million to $6 million, US$7 or $8/$9'],
    ['comments of note takers', 'a duty of 19% %%or 24%?%% on shoes', 'a duty of 19% on shoes'],
    ['percent signs that are no comment', 'from 19%% to 24%% and %%', 'from 19%% to 24%% and %%'],
    [
      'marks of an editor',
      'a duty of {--24--}{++19++} percent{>>or 20?<<}, {~~said~>told~~} {==us==} {open',
      'a duty of 19 percent, told us {open',
    ],
    ['tags of a template', '{% raw %}a duty of {# 24? #}19{% endraw %}', 'a duty of 19'],
    ['lines of a paragraph', 'one\n   two  \nthree\\\nfour', 'one\ntwo\nthree\nfour'],
    [
      'a wrapped sentence',
      'The duty on shoes that are made abroad rises to 24\npercent, and the harbour board has set aside $3.5\n   billion.',
      'The duty on shoes that are made abroad rises to 24 percent, and the harbour board has set aside $3.5 billion.',
    ],
    [
      'a long line before one that begins anew',
      'The harbour board repaired the berths that were damaged: 14\nCranes that were repaired as well: 2',
      'The harbour board repaired the berths that were damaged: 14\nCranes that were repaired as well: 2',
    ],
    [
      'what no reader sees',
      '\u2066€1.3\u2069 mil\u00adlion\u200b *Bren\u00adnan* a&shy;b 1\ufe0f\u20e3',
      '€1.3 million Brennan ab 1\u20e3',
    ],
    ['an image is no part of the paragraph', 'before ![a map](m.png) after', 'before after'],
    ['unterminated marks', '**bold [link](http://x *a', '**bold [link](http://x *a'],
    ['surrogate pairs', '𝟙𝟡 % 😀 **😀** 5', '𝟙𝟡 % 😀 😀 5'],
  ]
  for (const [what, markdown, prose] of examples) {
    it(what, () => assert.equal(proses(markdown)[0], prose))
  }
})

describe('blocks', () => {
  const examples: [what: string, markdown: string, blocks: string[]][] = [
    ['headings of both forms', lines('# One **1** #', 'Two', '---', 'text'), ['heading: One 1', 'heading: Two', 'paragraph: text']],
    ['lists and nested lists', '1. one\n2. two\n   - three\n', ['listItem: one', 'listItem: two', 'listItem: three']],
    ['tasks', '- [ ] call 5\n- [x] done 6\n', ['listItem: call 5', 'listItem: done 6']],
    ['quotes over lines', '> a 1\n> b 2\nlazy 3\n', ['quote: a 1\nb 2\nlazy 3']],
    ['list in a quote', '> - a\n', ['listItem: a']],
    ['an image gives a caption', '![Map of 7 states](m.png)\n', ['caption: Map of 7 states']],
    ['a figure line is a caption', 'Figure 3: Exports by year\n', ['caption: Figure 3: Exports by year']],
    ['cells', '| a | b |\n|--|--|\n| 1 | **2** |\n|  | 4 |\n', ['a', 'b', '1', '2', '4'].map(cell => `tableCell: ${cell}`)],
    ['a cell may hold an escaped bar', 'a|b\n-|-\nx\\|y|2\n', ['a', 'b', 'x|y', '2'].map(cell => `tableCell: ${cell}`)],
    ['footnotes', '[^1]: 19%\n[^n]: See\n    more\n\ntext', ['paragraph: 19%', 'paragraph: See\nmore', 'paragraph: text']],
    ['link definitions are no prose', '[a]: http://x.example/2024 "19"\n[b]: <c>\n\ntext', ['paragraph: text']],
    ['fenced code is no prose', '```js\nlet x = 19\n```\ntext\n~~~\nopen 5', ['paragraph: text']],
    ['indented code is no prose', 'text\n\n    let x = 19\n', ['paragraph: text']],
    ['comments are no prose', '<!-- 19%\nof it -->\n\ntext', ['paragraph: text']],
    [
      'HTML gives its text',
      '<div align="5">\n<p>one &amp; <b>two</b></p><p>three</p>\n<style>a{b:1}</style></div>',
      ['one & two', 'three'].map(p => `paragraph: ${p}`),
    ],
    [
      'HTML struck out is no prose',
      '<p>İ <del datetime="1">24 &lt;</del> 19 <s>a</s><i>b</i></p><p><strike>5\n</strike>6 <del>7</p>',
      ['paragraph: İ  19 b', 'paragraph: 6 7'],
    ],
    ['comments over paragraphs are no prose', '%%\nx is 19\n\nor 24\n%%\n\ntext', ['paragraph: text']],
    ['math blocks are no prose', '$$\nx = 19\n$$\n\ntext', ['paragraph: text']],
    ['front matter is no prose', '---\ntitle: Nineteen 19\n---\ntext', ['paragraph: text']],
    ['a rule at the start is no front matter', '---\n\ntext 19', ['paragraph: text 19']],
    ['carriage returns', '# a\r\n\r\nb\r\nc\r\n\r\n- d\r\n', ['heading: a', 'paragraph: b\nc', 'listItem: d']],
    ['lone carriage returns', '# a\rb\r\rc', ['heading: a', 'paragraph: b', 'paragraph: c']],
    ['a byte order mark', '\ufeff# a\n\nb', ['heading: a', 'paragraph: b']],
    ['nothing', '', []],
  ]
  for (const [what, markdown, blocks] of examples) {
    it(what, () => assert.deepEqual(kinds(markdown), blocks))
  }
})

describe('context of blocks', () => {
  const contextOf = (text: string, prose: string): readonly string[] =>
    readMarkdown(text).blocks.find(block => block.prose.text === prose)!.context

  it('is the headings above, nearest first', () => {
    const text = lines('# Report', '', '## Tariffs', '', 'a', '', '## Truce', '', 'b')
    assert.deepEqual(contextOf(text, 'a'), ['Tariffs', 'Report'])
    assert.deepEqual(contextOf(text, 'b'), ['Truce', 'Report'])
    assert.deepEqual(contextOf(text, 'Truce'), ['Report'])
  })

  it('is row heading, column heading and lead-in of a cell', () => {
    const text = lines('# Report', '', 'Long text. Duties in force:', '', '| country | duty |', '|--|--|', '| Malaysia | 19% |', '| | 5% |')
    assert.deepEqual(contextOf(text, '19%'), ['Malaysia', 'duty', 'Duties in force:', 'Report'])
    assert.deepEqual(contextOf(text, 'Malaysia'), ['19%', 'country', 'Duties in force:', 'Report'])
    assert.deepEqual(contextOf(text, 'country'), ['Duties in force:', 'Report'])
    assert.deepEqual(contextOf(text, '5%'), ['duty', 'Duties in force:', 'Report'])
  })

  it('is the rest of the row for the first cell of a row', () => {
    const text = lines('| date | what | who |', '|--|--|--|', '| 8 May | rules take effect | China |')
    assert.deepEqual(contextOf(text, '8 May'), ['rules take effect, China', 'date'])
    assert.deepEqual(contextOf(text, 'China'), ['rules take effect, 8 May', 'who'])
  })

  it('is what stands below for the heading of a column that tells a date, and what its column says where each tells of one thing', () => {
    const byDate = lines('| date | 8 May | 9 May |', '|--|--|--|', '| what | rules take effect | talks begin |')
    assert.deepEqual(contextOf(byDate, '9 May'), ['talks begin', 'date'])
    const byCountry = lines('| | Norle | Velm |', '|--|--|--|', '| rule | fees | a ban |', '| from | 8 May | 9 May |')
    assert.deepEqual(contextOf(byCountry, '9 May'), ['from', 'Velm, a ban'])
  })

  it('is the sentence that leads a list in, for items within items the outer item too', () => {
    const text = lines('# Report', '', 'First. These will meet:', '', '- Bessent', '  - in Malaysia', '- He', '', 'after')
    assert.deepEqual(contextOf(text, 'Bessent'), ['These will meet:', 'Report'])
    assert.deepEqual(contextOf(text, 'in Malaysia'), ['Bessent', 'These will meet:', 'Report'])
    assert.deepEqual(contextOf(text, 'He'), ['These will meet:', 'Report'])
    assert.deepEqual(contextOf(text, 'after'), ['Report'])
  })
})

describe('the way back to the source', () => {
  const source = (text: string, words: string): string => {
    const block = readMarkdown(text).blocks.find(each => each.prose.text.includes(words))!
    const start = block.prose.text.indexOf(words)
    return textOf(text, toSource(block.prose, { start, end: start + words.length }))
  }
  const examples: [markdown: string, words: string, source: string][] = [
    ['expires on **Nov. 10**, soon', 'Nov. 10', 'Nov. 10'],
    ['a *19* % duty', '19 %', '19* %'],
    ['a 19&nbsp;% duty', '19\u00a0%', '19&nbsp;%'],
    ['a \\*5 b', '*5', '\\*5'],
    ['> up to\n> 7%', 'up to\n7%', 'up to\n> 7%'],
    ['> The duty on shoes that are made abroad rises to 24\r\n> percent', '24 percent', '24\r\n> percent'],
    ['a duty on shoes that are made abroad rises to **24**\r\n\t*percent* now', '24 percent', '24**\r\n\t*percent'],
    ['---\na: b\n---\r\n| x | **157%** |\r\n|--|--|\r\n', '157%', '157%'],
    ['a mil\u00adlion Bren\u00ad\u200bnan\u200b.', 'million Brennan', 'mil\u00adlion Bren\u00ad\u200bnan'],
    ['Ms *Bren\u00adnan* 19&nbsp;% a&shy;b', 'Brennan', 'Bren\u00adnan'],
    ['\ufeffon Nov&#46; 10', 'Nov. 10', 'Nov&#46; 10'],
  ]
  for (const [markdown, words, expected] of examples) {
    it(JSON.stringify(markdown), () => assert.equal(source(markdown, words), expected))
  }
})

describe('where names are out of place', () => {
  const examples: [draft: string, out: boolean][] = [
    ['He |', false],
    ['see `He|` there', true],
    ['see `He` |there', false],
    ['```\nHe|\n```', true],
    ['[He|](http://x)', false],
    ['[x](http://he|)', true],
    ['[x](http://he|', true],
    ['see https://he|', true],
    ['<!-- He| -->', true],
    ['<!-- He|', true],
    ['said [@he|', true],
    ['said [@he, p. 3]| ', false],
    ['---\ntitle: He|\n---\n', true],
    ['---\ntitle: x\n---\nHe|', false],
    ['| He| | 5 |\n|--|--|', false],
  ]
  for (const [draft, out] of examples) {
    it(JSON.stringify(draft), () => {
      const offset = draft.indexOf('|', draft.startsWith('| ') ? 1 : 0)
      assert.equal(isOffLimits(readMarkdown(draft.slice(0, offset) + draft.slice(offset + 1)), offset), out)
    })
  }
})

describe('edits', () => {
  const draft = lines('# Report', '', 'One **1**.', '', '- two', '- three', '', '| a | b |', '|--|--|', '| c | 4 |', '', 'Five 5.', '')
  const plain = (blocks: readonly Block[]): unknown =>
    blocks.map(({ kind, span, prose, context }) => ({ kind, span, context, prose: { ...prose, runs: [...prose.runs] } }))

  it('leave sections the same objects, and the prose of blocks after them', () => {
    const before = readMarkdown(draft)
    const after = editMarkdown(before, draft.replace('three', 'three and more'))
    assert.equal(after.sections[1], before.sections[1])
    assert.equal(after.sections.at(-1), before.sections.at(-1))
    const [old, moved] = [before.blocks.at(-1)!, after.blocks.at(-1)!]
    assert.equal(moved.prose.runs, old.prose.runs)
    assert.equal(moved.prose.text, old.prose.text)
    assert.equal(moved.span.start, old.span.start + ' and more'.length)
  })

  it('do not read what stands behind them again', () => {
    const text = 'One.\n\nTwo:\n\n- first\n- second\n\nThree.\n\nFour.\n'
    const before = readMarkdown(text)
    const after = editMarkdown(before, text.replace('One', 'One more'))
    assert.equal(after.blocks[2].prose.text, 'first')
    assert.equal(after.blocks[2].context, before.blocks[2].context)
  })

  it('leave all sections of a long draft the same objects but the one that they change and the one that it leads in', () => {
    const text = draft.repeat(20)
    const before = readMarkdown(text)
    const changed = before.sections.findIndex((_, at) => before.starts[at] === text.indexOf('Five 5.', text.length / 2))
    const after = editMarkdown(before, `${text.slice(0, before.starts[changed])}Some ${text.slice(before.starts[changed])}`)
    const other = after.sections.flatMap((section, at) => (section === before.sections[at] ? [] : [at]))
    assert.deepEqual(other, [changed, changed + 1])
    assert.equal(after.starts[changed], before.starts[changed])
    assert.equal(after.starts[changed + 1], before.starts[changed + 1] + 'Some '.length)
  })

  it('that join two blocks, or part one, leave those behind them the same objects', () => {
    const text = lines('# Report', '', ...Array.from({ length: 30 }, (_, at) => `- item ${at}\n\n## Part ${at}\n\nText ${at}.\n`))
    const kept = (from: string, to: string): number => {
      const before = readMarkdown(text)
      const after = editMarkdown(before, text.replace(from, to))
      return after.sections.filter(section => before.sections.includes(section)).length
    }
    const all = readMarkdown(text).sections.length
    assert.equal(kept('\n\nText 9.', '\n7\nText 9.'), all - 2)
    assert.equal(kept('Text 9.', 'Text\n\n9.'), all - 2)
  })

  it('reach as far as they change what blocks are', () => {
    const text = lines('One', '| a | b |', 'Two', '', '- three', '', 'four', '', ...Array.from({ length: 30 }, (_, at) => `Text ${at}.\n`))
    const edited = (from: string, to: string) => editMarkdown(readMarkdown(text), text.replace(from, to)).blocks.map(({ kind }) => kind)
    assert.equal(edited('Two', '|--|--|').filter(kind => kind === 'tableCell').length, 2)
    assert.equal(edited('four', '  four').filter(kind => kind === 'listItem').length, 2)
    assert.equal(edited('Text 0', '```\nText 0').length, 3)
  })

  it('give a changed heading to what stands below it', () => {
    const after = editMarkdown(readMarkdown(draft), draft.replace('Report', 'Notes'))
    assert.deepEqual(after.blocks.at(-1)!.context, ['Notes'])
  })

  it('give the same text no work', () => {
    const before = readMarkdown(draft)
    assert.equal(editMarkdown(before, draft), before)
  })

  it('read the same as the whole text anew, whatever is put where', () => {
    const pieces = [
      '#',
      ' ',
      '\n',
      '\n\n',
      '-',
      '---\n',
      '|',
      '`',
      '```\n',
      '*',
      '**',
      '>',
      '[',
      ']',
      '(',
      '5%',
      'word',
      '<!--',
      '-->',
      '&nbsp;',
      '$',
      '\r\n',
      '\r',
      '[^1]:',
      '    ',
      '😀',
    ]
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(6),
      put: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), edits => {
        let text = draft.repeat(4)
        let document = readMarkdown(text)
        for (const { at, cut, put } of edits) {
          const start = Math.floor(at * text.length)
          text = text.slice(0, start) + put.join('') + text.slice(start + cut)
          document = editMarkdown(document, text)
          assert.deepEqual(plain(document.blocks), plain(readMarkdown(text).blocks))
        }
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('any text', () => {
  it('has blocks in order whose literal prose stands in the source', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '**',
        '*',
        '_',
        '[',
        '](',
        ')',
        '`',
        '\n',
        '\n\n',
        '# ',
        '> ',
        '- ',
        '1. ',
        '|',
        '\n|--|\n',
        '&amp;',
        '<b>',
        '<!--',
        '\\',
        '$',
        '~~',
        '[^1]',
        '[@a]',
        '---\n',
        '\r',
        '\t',
        '![',
        '\ud800',
      ),
      fc.string({ maxLength: 8 }),
      fc.constantFrom('nineteen ', '19% ', 'Nov. 10 '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('')
        for (const { prose, span } of readMarkdown(text).blocks) {
          assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end)
          for (let at = 0; at < prose.text.length; at++) {
            const place = toSource(prose, { start: at, end: at + 1 })
            assert.ok(place.start >= span.start && place.end <= span.end, `${JSON.stringify(text)}: ${at} outside its block`)
            if (place.end - place.start === 1 && /[\w%]/.test(prose.text[at])) assert.equal(text[place.start], prose.text[at])
          }
        }
      }),
      { numRuns: runs(250) },
    )
  })

  const repeated: [what: string, text: string][] = [
    ['opening brackets', '['.repeat(100_000)],
    ['emphasis that never closes', '*a **b _c '.repeat(30_000)],
    ['quotes within quotes', '> '.repeat(50_000)],
    ['lists within lists', '- '.repeat(50_000)],
    ['lists indented ever deeper', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
    ['backticks of many lengths', Array.from({ length: 400 }, (_, size) => '`'.repeat(size + 1)).join(' ')],
    ['bars', '|'.repeat(100_000)],
    ['comments that never close', '<!-- '.repeat(50_000)],
    ['tags that never close', '<a '.repeat(50_000)],
    ['dollar signs', '$a '.repeat(50_000)],
    ['citations that never close', '[@a; '.repeat(50_000)],
    ['footnotes in footnotes', '[^1]: '.repeat(50_000)],
    ['code elements', `<div>${'<code>a</code>b'.repeat(50_000)}</div>`],
    ['comments that never end', '{>> '.repeat(100_000)],
    ['comments that never begin', 'a 5%% '.repeat(50_000)],
    ['struck-out words that never end', 'a <del>b '.repeat(50_000)],
    ['words in emphasis', 'a *b* '.repeat(200_000)],
    ['lines in emphasis', '*a*\n'.repeat(200_000)],
    ['a line of spaces', `a${' '.repeat(50_000)}b`],
    ['front matter that never closes', `---\n${'a: b\n'.repeat(50_000)}`],
  ]
  for (const [what, text] of repeated) {
    it(`is read in time and without failing: ${what}`, () => {
      const start = performance.now()
      readMarkdown(text)
      assert.ok(performance.now() - start < 5000)
    })
  }
})
