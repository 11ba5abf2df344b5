import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from './property'
import { readPassage } from '../../server/src/core/text/passage'

const sentences = (text: string): string[] => readPassage(text).sentences.map(({ start, end }) => text.slice(start, end))

/** A text with a bar wherever a sentence ends. */
const check = (marked: string): void => {
  const parts = marked.split(/\s*\|\s*/)
  assert.deepEqual(sentences(parts.join(' ')), parts)
}

describe('sentences', () => {
  const examples = [
    'The truce ends soon. | Nobody knows why! | Does he? | Yes.',
    'Nov. 10 is the day. | It ends on Nov. 10. | The rest is open.',
    'They met on Oct. 25, 2025. | It was Nov. | They met again.',
    'Mr. He met Sen. Roe and Dr. Doe in St. Louis. | She was there.',
    'The U.S. Treasury said so. | He left the U.S. | The talks went on.',
    'George W. Bush and J. Doe came. | It rained.',
    'Apple Inc. rose. | It fell at Acme Corp. | The rest held.',
    'It began at 5 p.m. Monday. | It ended at 7 p.m. | Officials left. | Others slept at 9 a.m. EST.',
    'See No. 5 and Fig. 3. | He said no. | Then he left.',
    'It rose 3.5 percent to $1.2bn. | The index lost 7.',
    'He said “Stop.” | Then he left. | “Why?” he asked. | (She knew.) | All was quiet.',
    'He waited... and left. | He waited... | She came.',
    'The toll rose. | 23 people died. | “We know,” he said.',
    '1. The first point. | It has two parts.',
    'No end at all',
    'The cat, e.g. Tom, ran. | Costs, i.e. fees, rose.',
    'King Jr. spoke. | He met John Roe Jr. | The crowd left.',
  ]
  for (const example of examples) it(example, () => check(example))

  it('go over line breaks, as wrapped text has them', () => {
    assert.deepEqual(sentences('The truce\nends soon.\nNobody knows.'), ['The truce\nends soon.', 'Nobody knows.'])
  })

  it('end with a line where the next one has a label, as in a list of facts', () => {
    const facts = 'KEY FACTS\nInjured: 130\nof whom children: 12\nBegan: 10:30 on Friday'
    assert.deepEqual(sentences(facts), facts.split('\n'))
    assert.deepEqual(sentences('He had one\nwish: peace for all\nwho lived there.'), ['He had one\nwish: peace for all\nwho lived there.'])
  })

  it('hold every token of any text, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('No', '.', ' ', '5', 'U', 'a', 'm', '"', '?', 'The', '\n', '…', ')'), { maxLength: 40 }),
        pieces => {
          const { tokens, sentences: found } = readPassage(pieces.join(''))
          assert.equal(found[0]?.first ?? 0, 0)
          assert.equal(found.at(-1)?.last ?? 0, tokens.count)
          found.slice(1).forEach((sentence, at) => assert.equal(sentence.first, found[at].last))
        },
      ),
    )
  })
})
