import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findNoise } from '../../server/src/core/articles/noise'
import { readPlainText } from '../../server/src/core/text/plainText'

const LONG =
  'The harbour board said on Tuesday that it had repaired 14 of the 19 berths damaged in the storm, and that the rest would be open to fishing boats before the herring season begins in March.'

/** Lines of an article, those that are noise marked with their kind and a bar before them. */
function check(marked: string): void {
  const lines = marked.trim().split('\n')
  const expected = lines.map(line => /^(share|teaser|credit|comments|boilerplate) +\| (.*)$/.exec(line.trim()))
  const text = lines.map((line, at) => (expected[at] ? expected[at][2] : line.trim())).join('\n\n')
  const blocks = readPlainText(text)
  const noise = findNoise(blocks)
  assert.deepEqual(
    blocks.map((block, at) => `${noise[at] ?? 'story'}: ${block.prose.text}`),
    lines.map((line, at) => (expected[at] ? `${expected[at][1]}: ${expected[at][2]}` : `story: ${line.trim().replace('- ', '')}`)),
  )
}

describe('what pages put around a story', () => {
  it('buttons, calls to follow and subscribe, labels', () =>
    check(`
      share       | Share
      share       | Facebook Twitter WhatsApp Email
      share       | Share this article
      boilerplate | 4 min read
      boilerplate | Advertisement
      ${LONG}
      boilerplate | Subscribe to our morning newsletter
      share       | Follow us on our official Telegram channel for more!
      share       | Join our WhatsApp community
      boilerplate | Sign up for our daily briefing and never miss a story
      boilerplate | © 2024 The Harbour Gazette. All rights reserved.
      boilerplate | Copyright 2024 Harbour Media
      boilerplate | This story was originally published by the Coast Desk.
      boilerplate | Tags: harbour, storm
    `))

  it('links to other stories between paragraphs', () =>
    check(`
      ${LONG}
      teaser      | Read more: Ferry fares to rise by 12 percent
      ${LONG}
      teaser      | ALSO READ: Five crews rescued in 40 hours
      teaser      | Related: How 3 villages rebuilt
      teaser      | Watch: Divers reach the wreck
      ${LONG}
    `))

  it('a list of other stories at the end, figures in its headlines', () =>
    check(`
      ${LONG}
      boilerplate | Norway , Fisheries , Weather
      teaser      | Next In Coast News
      teaser      | Council spends over 2 million crowns on a bridge that no one uses
      teaser      | Why do gulls steal chips? The answer is simpler than it seems.
      teaser      | Storm warning: 9°C and heavy rain expected in the north
      teaser      | Man, 71, swims to the lighthouse
      teaser      | Others Also Read
    `))

  it('a list of other stories in the middle ends with the next paragraph', () =>
    check(`
      ${LONG}
      teaser      | Related stories
      teaser      | Ferry fares to rise by 12 percent
      teaser      | Five crews rescued in 40 hours
      The mayor declined to comment.
      ${LONG}
    `))

  it('comment forms and comments', () =>
    check(`
      share       | 12 Comments
      ${LONG}
      ${LONG}
      comments    | Comments
      comments    | My uncle paid 4,000 crowns for a berth.
      comments    | Post a Comment
    `))

  it('photo credits on lines of their own', () =>
    check(`
      credit      | Photo: Jane Doe/Reuters
      credit      | (AP Photo/John Roe)
      credit      | Image credit: Getty Images
      ${LONG}
    `))
})

describe('the story stays', () => {
  it('captions with a credit', () =>
    check(`
      Workers on the 300-metre pier on Monday, March 4, 2024. (AP Photo/John Roe)
      Photo: two of the 14 repaired berths, seen in March
      ${LONG}
    `))

  it('paragraphs that begin with words of noise', () =>
    check(`
      Copyright claims rose by 19 percent in 2023.
      Related industries lost 4,000 jobs.
      Share prices fell 3 percent.
      Comments by the minister drew 200 letters.
      Like many in the harbour, he paid 40 crowns on Facebook for it.
      Follow-up checks found 3 faults.
      Download speeds reached 40 megabits a second.
      Subscribers numbered 12,000 last year.
      Cookie sales doubled.
      Watch sales fell to 5 million.
      Tag prices vary.
      More than 300 people came.
      Recommended doses are 5 mg a day.
      Getty Images sued the firm for $1.7 billion.
      Register for the vote by May 5, the council said.
      ${LONG}
    `))

  it('short last paragraphs, lists and subheadings', () =>
    check(`
      ${LONG}
      What is open
      - 14 berths
      - 2 slipways, 1 crane
      Oslo, Bergen and Tromsø sent crews.
      He said no.
    `))

  it('headings of sections', () =>
    check(`
      Latest figures show a rise
      ${LONG}
      Background
      ${LONG}
    `))
})
