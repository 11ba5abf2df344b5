import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMarkdown } from '../../server/src/core/text/markdown'
import { changesTo } from '../../server/src/features/changes'

/** The draft in which a text reads as another one. */
function changed(source: string, before: string, after: string): string {
  const { prose } = readMarkdown(source).blocks.find(block => block.prose.text.includes(before))!
  const start = prose.text.indexOf(before)
  const changes = changesTo(source, prose, { start, end: start + before.length }, after)
  return changes.reduceRight((text, { span, text: by }) => text.slice(0, span.start) + by + text.slice(span.end), source)
}

const FULL = 'A line that is as full as lines are that somebody wrapped by hand:'

test('a fix leaves the markup within what it changes whole', () => {
  const rows: [source: string, before: string, after: string, expected: string][] = [
    ['It is 175 percent.', '175 percent', '157 percent', 'It is 157 percent.'],
    ['It is **175 percent**.', '175 percent', '19 percent', 'It is **19 percent**.'],
    ['It is **175** percent.', '175 percent', '157 percent', 'It is **157** percent.'],
    ['It is **175** percent.', '175 percent', '19 percent', 'It is **19** percent.'],
    ['It is **175**%.', '175%', '157%', 'It is **157**%.'],
    ['It is **5**%.', '5%', '15%', 'It is **15**%.'],
    ['It is **15**%.', '15%', '5%', 'It is **5**%.'],
    ['It is on **Nov.** 12.', 'Nov. 12', 'Dec. 3', 'It is on **Dec.** 3.'],
    ['It is on Nov. 1**2**.', 'Nov. 12', 'Nov. 10', 'It is on Nov. 1**0**.'],
    ['A **five**-day trip.', 'five-day', 'four-day', 'A **four**-day trip.'],
    ['The **6**th round.', '6th', '5th', 'The **5**th round.'],
    ['From **Oct. 24** to 28.', 'Oct. 24 to 28', 'Oct. 24 to 27', 'From **Oct. 24** to 27.'],
    ['Then **Scott** Besent spoke.', 'Scott Besent', 'Scott Bessent', 'Then **Scott** Bessent spoke.'],
    ['Then [Scot](x) Bessent spoke.', 'Scot Bessent', 'Scott Bessent', 'Then [Scott](x) Bessent spoke.'],
    ['It is 175&nbsp;%.', '175\u00a0%', '157\u00a0%', 'It is 157&nbsp;%.'],
    ['From 24&ndash;28 October.', '24–28 October', '24–27 October', 'From 24&ndash;27 October.'],
    ['Then Scott\nBesent spoke.', 'Scott\nBesent', 'Scott Bessent', 'Then Scott\nBessent spoke.'],
    [`${FULL} €1.5\nmillion.`, '€1.5 million', '€1.3 million', `${FULL} €1.3\nmillion.`],
    [`> ${FULL} 175\n> *percent*.`, '175 percent', '157 percent', `> ${FULL} 157\n> *percent*.`],
    [`${FULL} 175\r\npercent.`, '175 percent', '157%', `${FULL} 157%.`],
    ['> It ends on\n> November 12.', 'November 12', 'November 10', '> It ends on\n> November 10.'],
    ['> It ends in November\n> 12.', 'November\n12', 'November 10', '> It ends in November\n> 10.'],
  ]
  for (const [source, before, after, expected] of rows) assert.equal(changed(source, before, after), expected, source)
})
