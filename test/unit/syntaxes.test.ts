import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import grammar from '../../syntaxes/groundcheck.tmLanguage.json'

const { directive, footnote } = grammar.repository
const group = grammar.repository['citation-group']

/** What a rule colours in a line, or null. */
const matched = (rule: string, line: string): string | null => new RegExp(rule).exec(line)?.[0] ?? null

describe('colouring of Markdown', () => {
  const rules: [name: string, rule: string, examples: [line: string, coloured: string | null][]][] = [
    [
      'directives',
      directive.match,
      [
        ['19% <!-- groundcheck-ignore -->', '<!-- groundcheck-ignore -->'],
        ['<!--groundcheck-ignore-next-line: own survey-->', '<!--groundcheck-ignore-next-line: own survey-->'],
        ['<!-- groundcheck-disable --> a <!-- groundcheck-enable -->', '<!-- groundcheck-disable -->'],
        ['<!-- groundcheck-ignored -->', null],
        ['<!-- ignore -->', null],
      ],
    ],
    [
      'footnotes',
      footnote.match,
      [
        ['a duty of 19%[^1].', '[^1]'],
        ['[^long-name]: text', '[^long-name]'],
        ['[^ ] [^]', null],
      ],
    ],
    [
      'the start of citations',
      group.begin,
      [
        ['a duty [@doe2024]', '['],
        ['a duty [see @doe2024, p. 3; -@roe99]', '['],
        ['[mail a@b.example](x)', null],
        ['[label] @doe', null],
      ],
    ],
    [
      'citation keys',
      group.patterns[0].match,
      [
        ['[@doe2024, p. 3]', '@doe2024'],
        ['[-@roe:99a.]', '-@roe:99a'],
        ['[@{https://a.example/1}]', '@{https://a.example/1}'],
        ['[a@b]', null],
      ],
    ],
  ]
  for (const [name, rule, examples] of rules) {
    for (const [line, coloured] of examples) it(`${name}: ${line}`, () => assert.equal(matched(rule, line), coloured))
  }

  it('ends citations at their bracket or the line', () => {
    assert.equal(matched(group.end, '@doe] and'), ']')
    assert.equal(matched(group.end, '@doe and'), '')
  })

  it('keeps out of code, and names every rule it includes', () => {
    assert.match(grammar.injectionSelector, /^L:text\.html\.markdown .*-markup\.fenced_code/)
    for (const { include } of grammar.patterns) assert.ok(include.slice(1) in grammar.repository, include)
  })
})
