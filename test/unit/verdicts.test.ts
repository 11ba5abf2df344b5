import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { formatOf, readArticle } from '../../server/src/core/articles/readArticle'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import type { Verdict } from '../../server/src/core/grounding/judgement'
import type { Groundcheck } from '../../server/src/core/service'

/** A service over articles given by name and text. */
function over(articles: Record<string, string>): Groundcheck {
  const groundcheck = createGroundcheck({ textOf: uri => articles[uri] })
  for (const [uri, text] of Object.entries(articles)) groundcheck.setArticle(readArticle(uri, text, formatOf(uri)))
  return groundcheck
}

const folder = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path)
      .filter(name => /\.(?:md|txt)$/.test(name) && !name.startsWith('README'))
      .map(name => [name, readFileSync(join(path, name), 'utf8')]),
  )

/** The draft again, with marks under what is flagged, followed by the fix: as the expectations below are written. */
function marked(groundcheck: Groundcheck, draft: string): string {
  const judgements = groundcheck.judge(groundcheck.readDraft(draft))
  return draft
    .split('\n')
    .map((line, number, lines) => {
      const start = lines.slice(0, number).reduce((sum, each) => sum + each.length + 1, 0)
      const flags = judgements.filter(
        ({ verdict, span }) =>
          (verdict === 'contradicted' || verdict === 'disputed') && span.start >= start && span.end <= start + line.length,
      )
      const marks = flags.map(({ verdict, span, suggestions }) => {
        const fixes = suggestions.map(({ text }) => text).join(' | ')
        return `${' '.repeat(span.start - start)}${'^'.repeat(span.end - span.start)} ${verdict === 'disputed' ? 'disputed: ' : ''}${fixes}`
      })
      return [line, ...marks].join('\n')
    })
    .join('\n')
}

/** Checks a draft against its own marks: lines of `^^^` and a fix stand under what is to be flagged. */
function check(groundcheck: Groundcheck, expected: string): void {
  const draft = expected
    .split('\n')
    .filter(line => !/^ *\^+ /.test(line))
    .join('\n')
  assert.equal(marked(groundcheck, draft), expected)
}

/** True of the story that both the sample articles and the published ones tell, each in words of our own. */
const right = [
  'Malaysian exports to the United States are taxed at 19 percent.',
  'The American duty on goods from Malaysia is 19%.',
  'The tariff truce runs out on Nov. 10.',
  'The truce between the two countries expires on 10 November.',
  'Unless it is extended, the truce on tariffs will lapse on November 10.',
  'The WTO says a prolonged escalation could cut world output by as much as seven percent.',
  'The World Trade Organization warned of a loss of up to 7 per cent of global output.',
  'Trump called his planned tariff of 100 percent on Chinese goods unsustainable.',
  'On Oct. 10, Trump threatened a further 100 percent duty on Chinese imports.',
  "China's export controls take effect on Nov. 8.",
  "Beijing's new controls on rare earths come into force on 8 November.",
  'He Lifeng was to lead the Chinese delegation in Malaysia from October 24 to 27.',
  'Trump told reporters that the tariff for China stands at 157%.',
  'Rubio will spend four days in Israel.',
  'The talks in Malaysia were planned to last two days.',
  'It is the fifth round of high-level talks since spring.',
  'The 47th ASEAN summit took place in Kuala Lumpur.',
  'Bessent became Treasury Secretary in January 2025.',
  'The two sides met in Kuala Lumpur on Saturday, October 25.',
  'Trump could restrict exports of strategic software by Nov. 1.',
  'On October 13, Bessent hinted that the tariffs might be postponed.',
  'Rubio travels to Malaysia, Japan and South Korea from Sunday to Oct. 30.',
  'Xi and Trump are expected to talk on Thursday in South Korea.',
]

/** False of that story, with the fix. */
const wrong = [
  ['The tariff truce runs out on Nov. 15.', 'Nov. 15', 'Nov. 10'],
  ['The truce between the two countries expires on 12 November.', '12 November', '10 November'],
  ['Unless it is extended, the truce on tariffs will lapse on December 10.', 'December 10', 'November 10'],
  ['The World Trade Organization warned of a loss of up to 17 per cent of global output.', 'up to 17 per cent', 'up to 7 per cent'],
  ['Rubio will spend three days in Israel.', 'three days', 'four days'],
  ['Rubio will make a six-day trip to Israel.', 'six-day', 'four-day'],
  ['It is the sixth round of high-level talks since spring.', 'sixth', 'fifth'],
  ['The 46th ASEAN summit took place in Kuala Lumpur.', '46th', '47th'],
] as const

for (const path of ['seeds', '../shared/seeds']) {
  describe(`the talks in Malaysia, by the articles in ${path}`, { skip: existsSync(path) ? false : 'not here' }, () => {
    const groundcheck = existsSync(path) ? over(folder(path)) : over({})

    for (const sentence of right) it(`lets stand: ${sentence}`, () => check(groundcheck, sentence))

    for (const [sentence, flagged, fix] of wrong)
      it(`flags: ${sentence}`, () =>
        check(groundcheck, `${sentence}\n${' '.repeat(sentence.indexOf(flagged))}${'^'.repeat(flagged.length)} ${fix}`))
  })
}

const harbour = `EASTMERE, June 3, 2024 – The north quay of Eastmere harbour will reopen on June 20, harbour master Lena Torvald said on Monday.
Repairs of the quay cost 3.5 million euros and took 14 months. The harbour employs 21 pilots and 6 divers. About 420 ships called at the
harbour in May, a fifth of them ferries.`

describe('what a claim says', () => {
  const groundcheck = over({ 'harbour.txt': harbour })

  it('may be written otherwise', () =>
    check(
      groundcheck,
      'Repairs of the north quay in Eastmere cost €3.5m and lasted fourteen months; the harbour has six divers and twenty-one pilots.',
    ))

  it('is fixed in the style of the draft', () =>
    check(
      groundcheck,
      `Repairs of the north quay of Eastmere harbour cost €5.3m, and it reopens on 12 June.
                                                   ^^^^^ €3.5m
                                                                            ^^^^^^^ 20 June`,
    ))

  it('is in a table what all words of its row say', () =>
    check(
      over({
        'plans.txt': `EASTMERE, May 27, 2024 – Harbour master Lena Torvald took office on March 4. Her first plan was out on April 8.
The market hall will open on June 20. The old ferry leaves Eastmere on June 28.`,
      }),
      `| Where | When | What |
|---|---|---|
| Eastmere | 12 June | opening of the market hall |
             ^^^^^^^ 20 June
| Eastmere | 28 June | departure of the old ferry |`,
    ))

  it('may be when something ends that the source tells from first to last', () =>
    check(
      over({ 'tour.txt': `EASTMERE, May 27, 2024 – Lena Torvald will show the harbour's plans in Norle and Velm from June 3 to 14.` }),
      `Lena Torvald ends her tour of Norle and Velm on 12 June.
                                                ^^^^^^^ 14 June

| Question | Answer |
|---|---|
| Until when does Lena Torvald show the plans in Norle and Velm? | 9 June |
                                                                   ^^^^^^ 14 June

- **12 June**: last day of Lena Torvald's plans in Norle and Velm
    ^^^^^^^ 14 June
- **5 June**: Lena Torvald shows the plans in Norle and Velm`,
    ))

  it('is likely a slip where it is in no source that tells the rest of the draft', () => {
    const groundcheck = over({
      'port.txt': `NORLE, June 3, 2024 – The council of Norle will vote on the new ferry port on June 20, mayor Ada Holm said on Monday.
The port is to cost 85 million crowns, of which the state pays 34 million.
Work on the pier began in March 2022 and will take 29 months, harbour master Lena Torvald told the council.
The old port served 420 ships last year. On May 14, the dockers' union threatened to strike for a pay rise of 9 percent.
A market hall reopens on May 29.`,
    })
    const rest = `The council of Norle votes on the new ferry port on June 20.

The port costs 85 million crowns, and the state pays 34 million of it.

Work on the pier, which began in March 2022, takes 29 months.

The old port served 420 ships.`
    const others = `The ferry of Velm has 12 berths and 3 decks, and costs 19 crowns.

It was built in April 1987, for 41 million crowns, and rebuilt in 2003.`
    const walkout = 'A strike of dockers was announced on May 24, and people got nervous.'
    const fixed = `${walkout}\n                                     ^^^^^^ May 14`
    check(groundcheck, walkout)
    check(groundcheck, `${others}\n\n${walkout}`)
    check(groundcheck, `${rest}\n\n${fixed}`)
    // what the writer knows from elsewhere
    check(groundcheck, `${rest}\n\nThe port of Ostel opened on April 11, and 97 ships came on its first day.`)
    check(groundcheck, `${rest}\n\nNorle has 61,000 people, and a ferry a day since July 1987.`)
  })

  describe('amid what the sources tell', () => {
    const groundcheck = over({
      'spa.txt': `VELM, May 7, 2024 – The council of Velm will sell the old spa to the Orlan group for 14 million crowns, mayor Rhea Stam said on Monday.
Orlan is to open it again on June 21 and will take on 46 of the 83 employees.
The roof alone will cost 3.2 million crowns. The state pays 19 percent of the repairs.
Visitors will pay 27 crowns for a ticket, and children 12 crowns. A museum reopens on June 12.
Stam said that the spa had lost 61 percent of its guests within four years.`,
    })
    const told = `The spa of Velm goes to the Orlan group, for 14 million crowns.

The roof costs 3.2 million crowns. Tickets are 27 crowns, for children 12 crowns.

46 of the 83 employees will be kept. The museum is back on June 12.`
    const opening = 'From June 24 the bath stands open to Orlan.'
    const rows: readonly (readonly [why: string, expected: string])[] = [
      ['what the rest of the draft does not tell is likely meant, in other words too', `${opening}\n     ^^^^^^^ June 21`],
      ['what it does tell is likely not', 'Coffee is 29 crowns.'],
      [
        'a weekday and a day that do not go together are wrong',
        'On Wednesday, June 21, the bath opens.\n   ^^^^^^^^^^^^^^^^^^ Friday, June 21',
      ],
      ['nor is what looks like no value of theirs', 'A night at the inn costs 340 crowns.'],
      [
        'two values that changed places are both wrong',
        `Of its guests the spa had lost 19 percent. Of the repairs the state bears 61 percent.
                               ^^^^^^^^^^ 61 percent
                                                                          ^^^^^^^^^^ 19 percent`,
      ],
    ]
    for (const [why, expected] of rows) it(why, () => check(groundcheck, `${told}\n\n${expected}`))
    it('nothing is said of what stands alone', () => check(groundcheck, opening))
  })

  it('may have its day in a sentence of its own that leads it in', () =>
    check(
      over({
        'fees.txt': `EASTMERE, June 24, 2024 – On June 10, mayor Ada Holm threatened the old ferries with a fee of 200 euros.
Harbour master Lena Torvald suggested on June 13 that the fee might be delayed.`,
      }),
      `**June 10.** Mayor Ada Holm threatens the old ferries with a fee of 200 euros.

**June 19.** Harbour master Lena Torvald suggests that the fee may be delayed.
  ^^^^^^^ June 13`,
    ))

  it('is the last day of a stretch where it says until when', () =>
    check(
      over({
        'tour.txt': `EASTMERE, May 27, 2024 – Lena Torvald will show the harbour's plans in Norle and Velm from June 3 to 14.
The ferry of Norle is laid up from Sunday to June 20.`,
      }),
      `Lena Torvald stays in Norle and Velm with the harbour's plans until 14 June.

Lena Torvald stays in Norle and Velm with the harbour's plans until 16 June.
                                                                    ^^^^^^^ 14 June`,
    ))

  it('is in a table the first or the last day of a stretch by the heading of its column', () =>
    check(
      over({
        'tour.txt': `EASTMERE, May 27, 2024 – Lena Torvald will show the harbour's plans in Norle and Velm from June 3 to 14.
The ferry of Norle is laid up since June 4.`,
      }),
      `| Who | Where | From | To |
|---|---|---|---|
| Lena Torvald | Norle and Velm | June 3 | June 14 |

| Who | Where | From | To |
|---|---|---|---|
| Lena Torvald | Norle and Velm | June 3 | June 24 |
                                           ^^^^^^^ June 14`,
    ))

  it('is in a table whose columns tell of one thing each what all words of its column say', () =>
    check(
      over({
        'rules.txt': `EASTMERE, May 27, 2024 – The port of Norle announced fees for old ferries, set to take effect on June 8.
The port of Velm wants to ban open fires on ships by June 1.`,
      }),
      `| | Velm | Norle |
|---|---|---|
| Measure | ban on open fires | fees for old ferries |
| Takes effect | June 1 | June 8 |`,
    ))

  it('is in the headings of columns what stands under them', () =>
    check(
      over({
        'fees.txt': `EASTMERE, June 24, 2024 – On June 10, mayor Ada Holm threatened the old ferries with a fee of 200 euros.
Harbour master Lena Torvald suggested on June 13 that the fee might be delayed.`,
      }),
      `| Date | June 10 | June 18 |
                   ^^^^^^^ June 13
|---|---|---|
| What happened | Ada Holm threatens old ferries with a fee | Lena Torvald suggests that the fee be delayed |`,
    ))

  it('may be the length of a row of which the source tells the last', () =>
    check(
      over({
        'talks.txt': `NORLE, June 3, 2024 – The ministers of Velm and Norle met for the fifth round of talks on the ferry since March.`,
      }),
      `- Talks of Velm and Norle on the ferry since March: 5 rounds
- Talks of Velm and Norle on the ferry since March: three rounds
                                                    ^^^^^ five`,
    ))

  it('may stand behind words that only name its kind', () =>
    check(
      over({
        'fair.txt': `NORLE, June 3, 2024 – The ferry fair of Norle will last three days. Tickets for the evening concert cost 12 euros.`,
      }),
      `- Length of the ferry fair: 3 days
- Length of the ferry fair: 5 days
                            ^^^^^^ 3 days`,
    ))

  it('is of what is still to come contradicted by no day that was over before', () =>
    check(
      over({
        'fees.txt': `EASTMERE, June 24, 2024 – On June 10, harbour master Lena Torvald threatened to impose a ban on old ferries and higher fees for ships by July 1.`,
      }),
      `The ban on old ferries, which harbour master Lena Torvald wants to impose, is due on July 4.
                                                                                     ^^^^^^ July 1
Higher fees for ships and the ban on old ferries are to be imposed on July 4.
                                                                      ^^^^^^ July 1`,
    ))

  it('may be told by the sentence behind the one that tells another of its days', () =>
    check(
      over({
        'fees.txt': `EASTMERE, June 24, 2024 – On June 10, mayor Ada Holm threatened a fee of 200 euros on old ferries and a ban on smoke by July 1.
However, in a statement on June 13, Lena Torvald suggested a delay.`,
      }),
      'On June 13 a delay of what Ada Holm had threatened on June 10 was suggested: a fee of 200 euros for old ferries and a ban on smoke.',
    ))

  it('is not the time that the draft itself is of', () => {
    const groundcheck = over({
      'truce.txt': `EASTMERE, June 14, 2024 – The truce between the ferry lines is set to expire on June 20, raising the stakes for the meeting next week.`,
    })
    check(groundcheck, '*Week to Sunday 16 June 2024*\n\nThe truce between the ferry lines expires on June 20.')
    check(groundcheck, 'EASTMERE, June 17 – The truce between the ferry lines is set to expire on June 20.')
  })

  it('may be the date of an article', () =>
    check(over({ 'harbour.txt': harbour }), 'According to an article of June 5, the harbour of Eastmere employs 21 pilots and 6 divers.'))

  it('is contradicted by no "earlier this month"', () =>
    check(
      over({
        'quay.txt': `EASTMERE, June 23, 2024 – Earlier in June, harbour master Lena Torvald promised repairs of the quay to the ferries of Eastmere.`,
      }),
      'The repairs of the quay that harbour master Lena Torvald promised to the ferries of Eastmere begin on 2 July.',
    ))

  it('is fixed in a table too, whose headings say what the figures are of', () =>
    check(
      groundcheck,
      `| Eastmere harbour | value |
|---|---|
| cost of the repairs of the north quay | €5.3m |
                                          ^^^^^ €3.5m
| divers of the harbour | 6 |`,
    ))

  it('may rank what happens as a time', () =>
    check(
      over({
        'talks.txt': `NORLE, June 3, 2024 – The ministers of Velm and Norle met for the fourth round of talks on the ferry since March.`,
      }),
      `It was the fourth time since March that the ministers of Velm and Norle talked about the ferry.

It was the sixth time since March that the ministers of Velm and Norle talked about the ferry.
           ^^^^^ fourth`,
    ))

  it('is borne out by the same days, however vaguely the same sentence tells them too', () =>
    check(
      over({
        'visit.txt': `NORLE, June 6, 2024 – Earlier this week, the ministry said that Anna Sund will lead the delegation in Velm from June 5 to 8.`,
      }),
      'The ministry said that Anna Sund was to be in Velm with the delegation between 5 and 8 June.',
    ))

  it('is no sum of a number and some of it', () =>
    check(
      over({ 'brawl.txt': 'Three sailors were arrested in the harbour of Velm. Two of the sailors were later released, police said.' }),
      `Five sailors were arrested in the harbour of Velm, police said.
^^^^ Three`,
    ))

  it('may be a share of what the source counts', () =>
    check(
      over({
        'aid.txt': 'The council of Velm released 45 million crowns in aid for the harbour on Monday, 60 percent of it for the pier.',
      }),
      'The council of Velm released 27 million crowns in aid for the pier of the harbour on Monday.',
    ))

  it('leaves a day alone that another one is counted from', () =>
    check(
      over({
        'strike.txt': `The ferry crews of Velm will strike from Nov. 8 on, their union said.
The pay deal of the ferry crews in Velm expires on Nov. 10, and talks on a new one have not begun.`,
      }),
      'The ferry crews of Velm strike from Nov. 8 on, and two days after that their pay deal expires.',
    ))

  it('is not wrong where the day is that it is counted from', () =>
    check(
      over({
        'strike.txt': `VELM, October 28, 2024 – The pay deal of the ferry crews in Velm expires on Nov. 10.
The ferry crews of Velm will strike from Nov. 8 on, their union said.`,
      }),
      `The pay deal of the ferry crews in Velm expires on Nov. 20, 2024. Two days earlier the ferry crews of Velm will strike, their union said.
                                                   ^^^^^^^^^^^^^ Nov. 10, 2024`,
    ))

  it('may tell a day by its year', () => {
    const groundcheck = over({
      'bridge.txt': `The bridge over the Velm, which the fund was set up for in 2009, is 640 metres long and was to cost 85 million crowns.
It cost 103 million crowns, and it opened in August 2020, two years late.`,
    })
    check(groundcheck, '*The Velm bridge: 640 metres, opened in 2020*')
    check(
      groundcheck,
      `The bridge over the Velm cost 103 million crowns and opened in 2018.
                                                               ^^^^ 2020`,
    )
  })

  it('may count days from the one before, in whatever year', () =>
    check(
      over({
        'strike.txt': `VELM, October 28, 2024 – The pay deal of the ferry crews in Velm expires on Nov. 10.
The ferry crews of Velm will strike from Nov. 8 on, their union said.`,
      }),
      `The pay deal of the ferry crews in Velm expires on Nov. 10. Two days earlier the ferry crews of Velm will strike, their union said.

The pay deal of the ferry crews in Velm expires on Nov. 10. Six days earlier the ferry crews of Velm will strike, their union said.
                                                            ^^^^^^^^^^^^^^^^ Two days earlier`,
    ))

  it('may set a time in other units', () => {
    const groundcheck = over({
      'grid.txt': 'The grid operator of Velm hopes to reconnect the last homes within 48 hours, it said on Monday.',
    })
    check(groundcheck, 'The grid operator of Velm hopes to reconnect the last homes within two days.')
    check(
      groundcheck,
      `The grid operator of Velm hopes to reconnect the last homes within five days.
                                                                   ^^^^^^^^^ 48 hours`,
    )
  })

  it('is contradicted by no "few days ago"', () =>
    check(
      over({ 'strike.md': '---\ndate: 2025-05-20\n---\n\nA few days ago the owner warned the dockers of Velm of a strike.' }),
      '---\ndate: 2025-05-21\n---\n\nThe owner warned the dockers of Velm of a strike on May 12.',
    ))

  it('may tell a day twice, once wrongly', () =>
    check(
      over({ 'strike.md': '---\ndate: 2025-05-20\n---\n\nThe dockers of Velm went on strike on Saturday, May 17, their union said.' }),
      `---
date: 2025-05-21
---

Two days after the vote, on 16 May, the dockers of Velm went on strike, their union said.
                            ^^^^^^ 17 May`,
    ))

  it('may be told a few days before another', () =>
    check(
      over({
        'strike.md': `---
date: 2025-05-20
---

The truce between the dockers and the port of Velm runs out on May 28. New rules for the night shift take effect on May 26.`,
      }),
      `---
date: 2025-05-21
---

In the port of Velm new rules follow on May 26, and two days after that the truce ends.`,
    ))

  it('is not when somebody spoke of it', () =>
    check(
      over({
        'strike.md': `---
date: 2025-05-20
---

The dockers of Velm began a strike of the night shift on Saturday (May 17), the port said.

Union leader Jon Perrin said Wednesday that the dockers of Velm would begin a strike of the night shift this weekend.`,
      }),
      `---
date: 2025-05-21
---

The dockers of Velm began a strike of the night shift on Sunday.
                                                         ^^^^^^ Saturday`,
    ))

  it('may leave out a unit that another has said', () => {
    const groundcheck = over({
      'vote.txt': 'In Velm the Greens raised their share to 21.7 percent from 11.2 percent and now hold 16 seats.',
    })
    check(groundcheck, 'In Velm the Greens raised their share from 11.2 to 21.7 percent.')
    check(
      groundcheck,
      `In Velm the Greens raised their share from 12.1 to 21.7 percent.
                                           ^^^^ 11.2`,
    )
  })

  it('is no sum of a figure and what its rounding swallows', () =>
    check(
      over({ 'yard.txt': 'The yard of Velm earned 400 million crowns last year, or 2.50 crowns a share.' }),
      `The yard of Velm earned 300 million crowns last year, or 2.50 crowns a share.
                        ^^^^^^^^^^^^^^^^^^ 400 million crowns`,
    ))

  it('is compared with no other event of another year', () => {
    const groundcheck = over({ 'open.txt': 'Ana Ruiz of Velm won the 2004 Brite Open after four rounds in the rain, the organisers said.' })
    check(groundcheck, 'Ana Ruiz of Velm won the 2015 Velm Masters in the rain, the organisers said.')
    check(
      groundcheck,
      `Ana Ruiz of Velm won the 2005 Brite Open in the rain, the organisers said.
                         ^^^^ 2004`,
    )
  })

  it('is no more than told of in a season or year that holds the day', () => {
    const [judgement] = over({ 'ferry.txt': 'The ferry Brita of Velm will be repaired in the dock of Eastmere in 2026.' }).judge(
      groundcheck.readDraft('The ferry Brita of Velm will be repaired in the dock of Eastmere on 12 March 2026.'),
    )
    assert.equal(judgement.verdict, 'unverified')
  })

  it('is not when a report of it was sent', () =>
    check(
      over({ 'ferry.txt': 'EASTMERE, Oct 23 (Newsline) – The owner of the ferry Brita sold it to a yard in Velm, he said on Wednesday.' }),
      'The owner of the ferry Brita sold it to a yard in Velm on Wednesday evening, 22 October, he said.',
    ))

  it('may have the value of another claim of the passage', () =>
    check(
      over({
        'duty.txt':
          'The ministry in Velm put a duty of 40% on steel from Eastmere on Monday. It threatened a duty of 40% on timber from Lower Brand.',
      }),
      `The ministry in Velm put a duty of 40% on steel from Eastmere. It threatened a duty of 60% on timber from Lower Brand.
                                                                                       ^^^ 40%`,
    ))

  it('may have changed places with another claim of the passage', () => {
    const groundcheck = over({
      'results.txt':
        'The yard of Velm earned a net profit of 412 million crowns, up from 365 million crowns in the year before, its owner said. Sales of ferries grew by 18%, of tugs by 6% and of buoys by 2%.',
    })
    check(groundcheck, 'The net profit of the yard of Velm rose to 412 million crowns from 365 million crowns in the year before.')
    check(
      groundcheck,
      `The net profit of the yard of Velm rose to 365 million crowns from 412 million crowns in the year before.
                                           ^^^^^^^^^^^^^^^^^^ 412 million crowns
                                                                   ^^^^^^^^^^^^^^^^^^ 365 million crowns`,
    )
    check(
      groundcheck,
      `Sales of ferries of the yard of Velm grew by 18%, of tugs by 2% and of buoys by 6%.
                                                             ^^ 6%
                                                                                ^^ 2%`,
    )
  })

  it('is not what another row of its table says, or another item of its list', () => {
    const groundcheck = over({
      'ban.txt':
        'On May 6, harbour master Lena Torvald of Velm threatened to raise the duty on ferries and to block exports of fishing boats by June 12.',
    })
    check(
      groundcheck,
      `| Date | Event |
|---|---|
| 6 May | Torvald threatens a higher duty on ferries |
| 21 June | Velm blocks exports of fishing boats |
  ^^^^^^^ 12 June`,
    )
    check(
      groundcheck,
      `- **6 May**: Torvald threatens a higher duty on ferries
- **21 June**: Velm blocks exports of fishing boats
    ^^^^^^^ 12 June`,
    )
  })

  it('may tell a change the wrong way round', () => {
    const groundcheck = over({
      'vote.txt': `VELM, June 3, 2024 – The Harbour List of Lena Torvald nearly doubled its share to 21.7 percent from 11.2 percent. Norle's own list
won 14.9 percent, compared with 17.3 percent five years ago.`,
    })
    check(groundcheck, 'The Harbour List rose from 11.2 percent to 21.7. The list of Norle got 14.9 percent instead of 17.3 percent.')
    check(
      groundcheck,
      `The Harbour List rose from 21.7 percent to 11.2 percent. The list of Norle got 17.3 percent instead of 14.9 percent.
                           ^^^^^^^^^^^^ 11.2 percent
                                           ^^^^^^^^^^^^ 21.7 percent
                                                                               ^^^^^^^^^^^^ 14.9 percent
                                                                                                       ^^^^^^^^^^^^ 17.3 percent`,
    )
  })

  it('may repeat what another claim of the passage states', () =>
    check(
      over({
        'fees.txt':
          'Ships from Velm currently pay a fee of 19 percent in Norle, with the mayor also threatening a fee of 80 percent on fish and oil.',
      }),
      `The fee that ships from Velm pay in Norle is 19 percent. The mayor of Norle threatens fish and oil with a fee of 19 percent.
                                                                                                                 ^^^^^^^^^^ 80 percent`,
    ))

  it('names one of a series', () =>
    check(
      over({ 'duty.txt': 'The ministry in Velm raised the duties on steel under Section 301 of the trade law on Monday.' }),
      `The ministry in Velm raised the duties on steel under Section 232 of the trade law.
                                                              ^^^ 301`,
    ))

  it('may be the sum of what the source counts one by one', () =>
    check(
      over({ 'crew.txt': 'The ferry Brita carries 53 sailors on deck and 38 sailors below, the owner said.' }),
      'The ferry Brita carries 91 sailors, the owner said.',
    ))

  it('may be told in one sentence with what the source tells in the next', () => {
    const groundcheck = over({
      'poll.txt':
        'The Harbour Party took 31 of the 70 seats in the council of Velm, up from 26. The Reeds of Ada Holm won 12 seats, the Mill List nine.',
    })
    check(groundcheck, 'In the council of Velm the Harbour Party took 31 of the 70 seats and the Reeds won 12 seats.')
    check(groundcheck, 'The Harbour Party took 31 seats in the council of Velm, and the Mill List won nine.')
  })

  it('is told apart from what another statement of its sentence says', () =>
    check(
      over({
        'poll.txt':
          'The Harbour Party took 31 of the 70 seats in the council of Velm, up from 26. The Reeds of Ada Holm won 12 seats, the Mill List nine.',
      }),
      `The Harbour Party took 31 of the 70 seats in the council of Velm, and the Reeds won 21 seats.
                                                                                    ^^ 12`,
    ))

  it('may be a sum that it says it is', () =>
    check(
      over({ 'poll.txt': 'The Harbour Party took 31 of the 70 seats in the council of Velm. The Reeds of Ada Holm now hold 12 seats.' }),
      'In the council of Velm the Harbour Party and the Reeds together hold 43.',
    ))

  it('may be the share that the source tells in another place', () =>
    check(
      over({
        'power.txt': `VELM, March 4, 2024 – The storm cut power to some 80,000 homes on the coast of Velm. Trains stood still.

The mayor thanked the fire brigade. By noon three quarters of the homes had power again.`,
      }),
      'About 60,000 homes on the coast of Velm had power again by noon.',
    ))

  it('may be about something the sources are silent on', () =>
    check(groundcheck, 'The ferry line to Westmere sold 12,000 tickets in April and wants to hire 40 people by September 1.'))
})

describe('sources that disagree', () => {
  const groundcheck = over({
    'post.txt':
      'VELM, March 4, 2024 – The storm damaged 310 houses in the village of Lower Brand, the mayor of Lower Brand said on Monday.',
    'courier.txt': 'VELM, March 5, 2024 – The storm damaged 270 houses in the village of Lower Brand, the fire brigade said on Tuesday.',
  })

  it('are both offered where the draft says neither', () => {
    const [judgement] = groundcheck.judge(groundcheck.readDraft('The storm damaged 400 houses in the village of Lower Brand.'))
    assert.equal(judgement.verdict, 'contradicted')
    assert.deepEqual(judgement.suggestions.map(({ text }) => text).sort(), ['270', '310'])
  })

  it('make a claim of one of them disputed, and say who says what', () => {
    const [judgement] = groundcheck.judge(groundcheck.readDraft('The storm damaged 310 houses in the village of Lower Brand.'))
    assert.equal(judgement.verdict, 'disputed')
    assert.deepEqual(
      judgement.evidence.map(({ text, stance, uri }) => [text, stance, uri]),
      [
        ['270', 'contradicts', 'courier.txt'],
        ['310', 'supports', 'post.txt'],
      ],
    )
  })
})

describe('tables in articles', () => {
  const article = [
    '# Fees of the harbour',
    '',
    '| from | what | who pays |',
    '|---|---|---|',
    '| 1 March | a mooring fee of 40 crowns | visiting yachts |',
    '| 8 May | a fee for waste of 12 crowns | fishing boats |',
    '',
  ].join('\n')
  for (const draft of [
    'Visiting yachts pay a mooring fee from 1 March.',
    'Visiting yachts pay a mooring fee from 9 March.\n                                       ^^^^^^^ 1 March',
    'The fee for waste, paid by fishing boats, is 12 crowns.',
    'The fee for waste, paid by fishing boats, is 21 crowns.\n                                             ^^^^^^^^^ 12 crowns',
  ])
    it(`a row is read as a sentence: ${draft.split('\n')[0]}`, () => check(over({ 'fees.md': article }), draft))
})

describe('drafts in other forms than sentences', () => {
  const groundcheck = over({
    'ferry.txt': [
      'A new ferry for Skarn',
      '',
      'SKARN, March 3, 2025 – The island council of Skarn has ordered an electric ferry for 46 million crowns, its chairwoman Runa Holt said on Monday.',
      '',
      'The ferry will carry 38 cars and 310 passengers. It begins service on 14 June, and the old ship, the Alma, makes its last trip on 12 September.',
      '',
      'Work on the new pier in Port Skarn starts on 7 April. Holt, who took office in January 2023, said fares would rise by 6 percent.',
    ].join('\n'),
  })
  const drafts: Record<string, string> = {
    'a timeline under a heading': `---
date: 2025-03-04
---

# What happens when

- **7 April** – work on the new pier in Port Skarn starts
- **14 July** – the electric ferry begins service
    ^^^^^^^ 14 June
- **12 September** – last trip of the old ship, the Alma`,
    'a table that begins with dates': `---
date: 2025-03-04
---

| Day | Event |
|---|---|
| 17 April | Work on the new pier in Port Skarn starts |
  ^^^^^^^^ 7 April
| 14 June | The ferry begins service |
| 12 September | Last trip of the Alma |`,
    'questions and answers': `---
date: 2025-03-04
---

**How many cars will the ferry of Skarn carry?** Forty-eight.
                                                 ^^^^^^^^^^^ Thirty-eight

**When does the ferry of Skarn begin service?** On 14 June.

**When did Runa Holt take office?** In January 2021.
                                       ^^^^^^^^^^^^ January 2023`,
  }
  for (const [name, draft] of Object.entries(drafts)) it(name, () => check(groundcheck, draft))
})

describe('a day within a stay', () => {
  it('is no excuse for another day', () =>
    check(
      over({
        'visit.md':
          '---\ndate: 2025-10-24\n---\n\nThe envoy Lin Hao visits Malaysia from October 24 to 27, the ministry said. His talks with the Americans in Kuala Lumpur begin on Saturday, October 25.',
      }),
      `# Talks

The talks of Lin Hao with the Americans in Kuala Lumpur begin on 26 October.
                                                                 ^^^^^^^^^^ 25 October`,
    ))
})

describe('quotations of several sentences', () => {
  const article = `Torvald wants a second crane

"They keep us waiting, and everybody knows it. We need 94 minutes for one lorry here. I doubt that this can go on," harbour master Lena
Torvald told reporters on Tuesday aboard the ferry Brita.

The harbour of Eastmere needs 35 minutes for one lorry. "It was 50 before," said its owner, Jon Perrin. "We want to be at 30 by May."`
  const groundcheck = over({ 'crane.txt': article })

  it('are the words of whoever the last of them names', () =>
    check(
      groundcheck,
      `Lena Torvald told reporters aboard the ferry Brita that they need 49 minutes for one lorry.
                                                                  ^^^^^^^^^^ 94 minutes`,
    ))

  it('are so in the draft too', () =>
    check(
      groundcheck,
      `"I doubt that this can go on. We need 49 minutes for one lorry," Lena Torvald told reporters aboard the ferry Brita.
                                      ^^^^^^^^^^ 94 minutes`,
    ))
})

describe('headings of tables and lists', () => {
  const groundcheck = over({
    'results.md': `---
date: 2025-08-06
---

The yard of Velm said that revenue rose to 346 million crowns in the three months to June 30. A year earlier it had taken in 308 million crowns.

Its net profit climbed to 41 million crowns, from 36 million crowns in the same quarter of 2024. It employs 2,750 workers, and the board approved a buyback of 75 million crowns.`,
  })

  it('may be dates, which say what time the figures are of', () =>
    check(
      groundcheck,
      `# Results of the yard of Velm

| Million crowns | Q2 2025 | Q2 2024 |
|---|---|---|
| Net profit | 47 million crowns | 36 million crowns |
               ^^^^^^^^^^^^^^^^^ 41 million crowns | 346 million crowns`,
    ))

  it('may give bare numbers their unit', () =>
    check(
      groundcheck,
      `# The yard of Velm

| | Q2 2025 | Q2 2024 |
|---|---|---|
| Revenue of the yard, million crowns | 364 | 308 |
                                        ^^^ 346
| Net profit (crowns) | 41 million | 36 million |`,
    ))

  it('may say that a bare number is an age', () =>
    check(
      over({
        'crew.md':
          '---\ndate: 2025-08-06\n---\n\nThe lifeboat Orva is led by Ann Hill, 54. Her helmsman, Joe Bell, who is 31, joined in 2019.',
      }),
      `# The lifeboat Orva

| | Ann Hill | Joe Bell |
|---|---|---|
| Age | 45 | 31 |
        ^^ 54`,
    ))

  it('may announce figures and say nothing of them', () =>
    check(
      groundcheck,
      `# The yard of Velm

Key figures:

- Buyback: 57 million crowns
           ^^^^^^^^^^^^^^^^^ 75 million crowns
- Workers: 2,750`,
    ))
})

describe('sample drafts', () => {
  const flags = (path: string, articles: Record<string, string>, flagged: readonly Verdict[] = ['contradicted']): string[] => {
    const groundcheck = over(articles)
    return groundcheck
      .judge(groundcheck.readDraft(readFileSync(path, 'utf8')))
      .filter(({ verdict }) => flagged.includes(verdict))
      .map(({ text, suggestions }) => `${text} → ${suggestions[0].text}`)
  }

  it('the report on the talks: all seven mistakes are flagged, and nothing that is right', () =>
    assert.deepEqual(flags('test/fixtures/report.md', folder('seeds'), ['contradicted', 'disputed']), [
      'October 24 to 29 → October 24 to 27',
      'Nov. 15 → Nov. 10',
      '24 percent → 19 percent',
      '175 percent → 157 percent',
      'January 2024 → January 2025',
      'three-day → four-day',
      'up to 9% → up to 7%',
    ]))

  // "June 10 at first" is disputed, as two articles still say so; of homes the sources have three counts
  it('the report on a flood whose toll rises: its five mistakes are flagged; old, new and disputed figures are not called wrong', () => {
    const articles = Object.fromEntries(Object.entries(folder('test/fixtures/toll')).filter(([name]) => /^\d/.test(name)))
    assert.deepEqual(flags('test/fixtures/toll/draft.md', articles), [
      '32 → 23',
      '19 → 17',
      'Some 720 → 480',
      '41 → 14',
      '5.8 million crowns → 8.5 million crowns',
    ])
  })
})
