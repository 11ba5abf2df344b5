import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findDirectives, ignoredSpans } from '../../server/src/core/text/directives'
import { readMarkdown } from '../../server/src/core/text/markdown'
import { textOf } from '../../server/src/core/text/span'

const ignored = (...lines: string[]): string[] => {
  const text = lines.join('\n')
  return ignoredSpans(readMarkdown(text)).map(span => textOf(text, span).trim())
}

describe('directives take out of judgement', () => {
  it('the line they end', () => {
    assert.deepEqual(ignored('One.', 'Two 2. <!-- groundcheck-ignore -->', 'Three.'), ['Two 2. <!-- groundcheck-ignore -->'])
  })

  it('the paragraph under them', () => {
    assert.deepEqual(ignored('One.', '', '<!-- groundcheck-ignore -->', 'Two 2', 'goes on.', '', 'Three.'), ['Two 2\ngoes on.'])
  })

  it('the paragraph under them, an empty line between', () => {
    assert.deepEqual(ignored('<!-- groundcheck-ignore -->', '', 'Two 2.', '', 'Three.'), ['Two 2.'])
  })

  it('the list item or table row under them', () => {
    assert.deepEqual(ignored('- one', '<!-- groundcheck-ignore -->', '- two', '- three'), ['- two'])
    assert.deepEqual(ignored('| a |', '|--|', '| 1 | <!-- groundcheck-ignore -->', '| 2 |'), ['| 1 | <!-- groundcheck-ignore -->'])
  })

  it('the next line only', () => {
    assert.deepEqual(ignored('<!-- groundcheck-ignore-next-line -->', 'Two 2', 'goes on.'), ['Two 2'])
  })

  it('what stands between disable and enable, or up to the end', () => {
    const text = [
      'One.',
      '<!-- groundcheck-disable -->',
      'Two.',
      '<!-- groundcheck-enable -->',
      'Three.',
      '<!-- groundcheck-disable -->',
      'Four.',
    ]
    assert.deepEqual(ignored(...text), ['Two.', 'Four.'])
  })

  it('nothing where they are misspelt, unclosed or no comment', () => {
    assert.deepEqual(ignored('2 <!-- groundcheck-ignored -->', '3 groundcheck-ignore', '4 <!-- groundcheck-ignore'), [])
    assert.deepEqual(ignored('Two.', '<!-- groundcheck-enable -->'), [])
  })
})

it('directives may give a reason and be written tight', () => {
  const text = 'a <!--groundcheck-ignore: own survey--> b <!-- groundcheck-enable -->'
  assert.deepEqual(
    findDirectives(text).map(({ name, span }) => [name, textOf(text, span)]),
    [
      ['ignore', '<!--groundcheck-ignore: own survey-->'],
      ['enable', '<!-- groundcheck-enable -->'],
    ],
  )
})
