import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPlainText } from '../../server/src/core/text/plainText'
import { toSource } from '../../server/src/core/text/prose'
import { textOf } from '../../server/src/core/text/span'

const blocks = (text: string): string[] => readPlainText(text).map(block => `${block.kind}: ${block.prose.text}`)

const ONE = 'The harbour board said on Tuesday that it had repaired 14 of the 19 berths that were damaged in the storm.'
const TWO = 'The rest would open to fishing boats before the herring season begins in March, the board said in a note.'

describe('plain text', () => {
  it('has a paragraph on each line, as copied pages do', () => {
    assert.deepEqual(blocks(`${ONE}\n${TWO}\n`), [`paragraph: ${ONE}`, `paragraph: ${TWO}`])
  })

  it('has paragraphs set apart by empty lines, lines wrapped by hand joined', () => {
    const wrapped = 'The harbour board said on Tuesday that it had\r\nrepaired 14 of the 19 berths that were damaged\r\nin the storm.'
    assert.deepEqual(blocks(`${wrapped}\r\n\r\n${TWO}`), [`paragraph: ${wrapped.replaceAll('\r\n', ' ')}`, `paragraph: ${TWO}`])
  })

  it('has headings: short lines without an end before longer ones', () => {
    const read = readPlainText(`Berths open again\n${ONE}\n\nWhat comes next\n\n${TWO}`)
    assert.deepEqual(
      read.map(block => block.kind),
      ['heading', 'paragraph', 'heading', 'paragraph'],
    )
    assert.deepEqual(read[1].context, ['Berths open again'])
    assert.deepEqual(read[3].context, ['What comes next'])
  })

  it('has list items, one a line, without their marks', () => {
    assert.deepEqual(blocks('- 14 berths\n• 2 cranes\n3. a slipway'), ['listItem: 14 berths', 'listItem: 2 cranes', 'listItem: a slipway'])
  })

  it('keeps short lines apart', () => {
    assert.deepEqual(blocks('By Jane Doe\nMarch 5, 2024'), ['paragraph: By Jane Doe', 'paragraph: March 5, 2024'])
  })

  it('drops lines without a word, and white space around lines', () => {
    assert.deepEqual(blocks(`\ufeff-\n\t ${ONE}\u00a0\n***\n`), [`paragraph: ${ONE}`])
    assert.deepEqual(blocks(' \n\n'), [])
  })

  it('leaves out what no reader sees, and knows where its words stand', () => {
    const text = '- Aoife Bren\u00adnan\u200b and \u200e14\u200e mil\u00adlion'
    const [{ prose }] = readPlainText(text)
    assert.equal(prose.text, 'Aoife Brennan and 14 million')
    const at = prose.text.indexOf('Brennan')
    assert.equal(textOf(text, toSource(prose, { start: at, end: at + 7 })), 'Bren\u00adnan')
  })

  it('knows where its words stand', () => {
    const text = `x\n\nThe harbour board said on Tuesday that it had\n   repaired 14 of the 19 berths that were dam-\n   aged in the storm.`
    const [, { prose }] = readPlainText(text)
    const at = prose.text.indexOf('had repaired 14')
    assert.equal(textOf(text, toSource(prose, { start: at, end: at + 'had repaired 14'.length })), 'had\n   repaired 14')
  })

  it('is read in linear time, whatever it is', () => {
    const start = performance.now()
    for (const piece of ['a\n', '\n', 'word ', '- ', 'A\n\n', '\r']) readPlainText(piece.repeat(200_000))
    assert.ok(performance.now() - start < 5000)
  })
})
