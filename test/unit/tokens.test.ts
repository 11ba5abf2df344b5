import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from './property'
import { Gap, LetterCase, TokenKind, tokenize } from '../../server/src/core/text/tokens'
import { hashWord, internWord } from '../../server/src/core/text/vocabulary'

const words = (text: string): string[] => {
  const tokens = tokenize(text)
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.starts[at], tokens.ends[at]))
}

describe('tokens', () => {
  const examples: [text: string, tokens: string[]][] = [
    ["China's 3.5bn", ['China', "'", 's', '3', '.', '5', 'bn']],
    ['U.S.', ['U', '.', 'S', '.']],
    ['19%\u00a0up', ['19', '%', 'up']],
    ['naïve e\u0301t\u00e9', ['naïve', 'e\u0301t\u00e9']],
    ['rare\u00adearth \u200bx', ['rare', 'earth', 'x']],
    ['习近平 😀', ['习近平', '😀']],
    ['\ud800 a', ['\ud800', 'a']],
    ['5 1⃣ 2', ['5', '1⃣', '2']],
    ['', []],
  ]
  for (const [text, tokens] of examples) it(JSON.stringify(text), () => assert.deepEqual(words(text), tokens))

  it('know their kind, case and what stands before them', () => {
    const tokens = tokenize('He won\n5 NATO eBay')
    const column = (values: ArrayLike<number>): number[] => Array.from({ length: tokens.count }, (_, at) => values[at])
    assert.deepEqual(column(tokens.kinds), [TokenKind.word, TokenKind.word, TokenKind.digits, TokenKind.word, TokenKind.word])
    assert.deepEqual(column(tokens.cases), [LetterCase.capitalised, LetterCase.lower, LetterCase.none, LetterCase.upper, LetterCase.mixed])
    assert.deepEqual(column(tokens.gaps), [Gap.none, Gap.space, Gap.newline, Gap.space, Gap.space])
  })

  it('know words of the rules in any case, and hash every word without it', () => {
    const id = internWord('tariff')
    const tokens = tokenize('Tariff TARIFF duty-xyz')
    assert.deepEqual([tokens.words[0], tokens.words[1]], [id, id])
    assert.equal(tokens.hashes[0], hashWord('tariff'))
    assert.equal(tokens.words[4], 0)
  })

  it('leave out white space and invisible characters only, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const tokens = tokenize(text)
        let end = 0
        for (let at = 0; at < tokens.count; at++) {
          assert.match(text.slice(end, tokens.starts[at]), /^[\s\p{Cc}\u00ad\u200b-\u200d\u2060\ufeff]*$/u)
          assert.ok(tokens.ends[at] > tokens.starts[at])
          end = tokens.ends[at]
        }
        assert.equal(tokens.starts[tokens.count], text.length)
      }),
    )
  })
})
