import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeText } from '../../server/src/core/articles/decode'
import { readArticleBytes } from '../../server/src/core/articles/readArticle'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map(character => character.charCodeAt(0))
  return Uint8Array.from(units.flatMap(unit => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}
const TEXT = 'He said “19 %” – naïve € prices.'

describe('text from bytes', () => {
  const examples: [what: string, bytes: Uint8Array, encoding: string][] = [
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(TEXT)), 'utf-8'],
    ['UTF-16, little end first', utf16(TEXT, false, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(TEXT, true, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(TEXT, false, false), 'utf-16le'],
    ['UTF-16, big end first, without a mark', utf16(TEXT, true, false), 'utf-16be'],
    [
      'Windows-1252',
      Uint8Array.of(
        ...utf8('He said '),
        0x93,
        0x31,
        0x39,
        0x20,
        0x25,
        0x94,
        ...utf8(' '),
        0x96,
        ...utf8(' na'),
        0xef,
        ...utf8('ve '),
        0x80,
        ...utf8(' prices.'),
      ),
      'windows-1252',
    ],
  ]
  for (const [what, bytes, encoding] of examples) it(what, () => assert.deepEqual(decodeText(bytes), { text: TEXT, encoding }))

  it('one damaged character does not make UTF-8 another encoding', () => {
    const damaged = Uint8Array.of(...utf8('“Weather: 14'), 0xb0, ...utf8('C” – naïve “prices”'))
    assert.deepEqual(decodeText(damaged), { text: '“Weather: 14\ufffdC” – naïve “prices”', encoding: 'utf-8' })
  })
})

describe('files that are no article say why', () => {
  const examples: [what: string, bytes: Uint8Array, reason: RegExp][] = [
    ['empty', new Uint8Array(), /is empty/],
    ['only white space', utf8(' \n\t\n'), /is empty/],
    ['PDF', utf8('%PDF-1.7 …'), /PDF/],
    ['ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 20), /ZIP/],
    ['other binary', Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256), /binary/],
  ]
  for (const [what, bytes, reason] of examples) {
    it(what, () => {
      const outcome = readArticleBytes('file:///a.txt', bytes)
      assert.ok('skipped' in outcome)
      assert.match(outcome.skipped, reason)
    })
  }
})

it('a warning tells of front matter that cannot be read, and the article is there', () => {
  const outcome = readArticleBytes('file:///a.md', utf8('---\ntitle: [open\n---\n# Found\n\nText.'))
  assert.ok('article' in outcome)
  assert.match(outcome.warning!, /^Front matter is not read: /)
  assert.equal(outcome.article.metadata.title, 'Found')
})
