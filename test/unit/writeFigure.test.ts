import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeFigure } from '../../server/src/core/values/writeFigure'
import { figureIn } from './figureIn'

type Row = readonly [draft: string, source: string, fixed: string]

/** Each row: the draft, what the source says, and the draft with the fix in place. */
function check(rows: readonly Row[]): void {
  for (const [draft, source, fixed] of rows)
    it(`"${draft}" with "${source}": "${fixed}"`, () => {
      const figure = figureIn(draft)
      const text = writeFigure(figureIn(source), source, figure, draft)
      assert.equal(draft.slice(0, figure.start) + text + draft.slice(figure.end), fixed)
    })
}

describe('digits and words', () =>
  check([
    ['a rise of 24 percent', 'a 19% rise', 'a rise of 19 percent'],
    ['a rise of twenty-four percent', 'a 19% rise', 'a rise of nineteen percent'],
    ['a levy of two hundred percent', 'a 100% levy', 'a levy of one hundred percent'],
    ['a levy of two hundred percent', 'a 157% levy', 'a levy of 157 percent'],
    ['a levy of fifty percent', 'a 100% levy', 'a levy of one hundred percent'],
    ['a levy of one hundred and thirty-seven percent', 'a 157% levy', 'a levy of one hundred and fifty-seven percent'],
    ['Asia: -5%', 'fell 3%', 'Asia: -3%'],
    ['It fell 5%', 'Asia: -3%', 'It fell 3%'],
    ['on 62 minutes', 'in the 52nd minute', 'on 52 minutes'],
    ['a crew of seven', 'a crew of 100', 'a crew of 100'],
    ['killed five people', 'killed three', 'killed three people'],
    ['killed five people', '47 people died', 'killed 47 people'],
    ['Five people died', 'three people died', 'Three people died'],
    ['killed 5 people', 'killed seven people', 'killed 7 people'],
    ['some 12,000 jobs', 'about 9,500 jobs', 'some 9,500 jobs'],
    ['cut 1200 jobs', 'cut 15,000 jobs', 'cut 15000 jobs'],
    ['a rate of 4%', 'a rate of 4.75%', 'a rate of 4.75%'],
    ['fell to -36', 'fell to -41', 'fell to -41'],
  ]))

describe('scales', () =>
  check([
    ['a $3.5bn deal', 'worth $4.2 billion', 'a $4.2bn deal'],
    ['1.2 million people', '1,300,000 people', '1.3 million people'],
    ['1,200,000 people', '1.3 million people', '1,300,000 people'],
    ['a £530m charge', 'a charge of £1.1 billion', 'a £1.1bn charge'],
    ['two million people', 'three million people', 'three million people'],
    ['two million people', '3.4 million people', '3.4 million people'],
    ['paid $2 billion', 'paid $750 million', 'paid $750 million'],
    ['sold 500 phones', 'sold 1.2 million phones', 'sold 1.2 million phones'],
  ]))

describe('ordinals, ages, hyphens and units', () =>
  check([
    ['round seven', 'the fifth round', 'round five'],
    ['the seventh round', 'round 5 of the talks', 'the fifth round'],
    ['the seventh round', 'the 5th round', 'the fifth round'],
    ['the 47th summit', 'the twenty-second summit', 'the 22nd summit'],
    ['ranked 402', 'ranked 302', 'ranked 302'],
    ['a 70-year-old woman', 'aged 60', 'a 60-year-old woman'],
    ['a four-day visit', 'a 2-day visit', 'a two-day visit'],
    ['a four-day visit', 'a visit of two weeks', 'a two-week visit'],
    ['lasted one day', 'lasted 3 days', 'lasted three days'],
    ['lasted two days', 'lasted one day', 'lasted one day'],
    ['walked 10 miles', 'walked 12 km', 'walked 12 km'],
    ['costs 1 euro', 'costs 3 euros', 'costs 3 euros'],
    ['an 11,000 square foot suite', 'an area of 1,400 sq ft', 'an 1,400 square foot suite'],
    ['he is 6ft 2in', 'he is 5 feet 3 inches', 'he is 5 feet 3 inches'],
  ]))

describe('bounds', () =>
  check([
    ['up to 9%', 'up to 7%', 'up to 7%'],
    ['up to 9%', 'a rise of 7%', '7%'],
    ['Nearly 24 percent of them', '19% of them', '19 percent of them'],
    ['About five people', 'three people', 'Three people'],
    ['a rise of 9%', 'a rise of up to 7%', 'a rise of up to 7%'],
    ['more than $5m', 'over $6 million', 'more than $6m'],
    ['20 or more people', '30 people', '30 people'],
  ]))

describe('scores, ratios and ranges', () =>
  check([
    ['won 3-1', 'won 2-1', 'won 2-1'],
    ['won 3-1', 'lost 1-2', 'won 2-1'],
    ['a 1-2 win', 'a 4-2 win', 'a 4-2 win'],
    ['lost 3-7', 'lost 3-2', 'lost 3-2'],
    ['1 in 16 people', '1 in 20 people', '1 in 20 people'],
    ['two out of three', '4 out of 5', 'four out of five'],
    ['between $3bn and $4bn', '$3.5 billion to $3.8 billion', 'between $3.5bn and $3.8bn'],
    ['10-12 per cent', 'between 11% and 15%', '11-15 per cent'],
    ['a rise of 10 percent', 'a rise of 11% to 15%', 'a rise of 11 to 15 percent'],
    ['a rise of 10%', 'a rise of 11 to 15 percent', 'a rise of 11% to 15%'],
    ['between $10 and $12', 'a price of $7', '$7'],
  ]))

describe('fractions, multiples and vague figures', () =>
  check([
    ['half of the voters', 'two-thirds of the voters', 'two-thirds of the voters'],
    ['sales doubled', 'sales tripled', 'sales tripled'],
    ['sales doubled', 'sales rose threefold', 'sales tripled'],
    ['twice as many', 'three times as many', 'three times as many'],
    ['dozens of people', '300 people', '300 people'],
    ['300 people', 'dozens of people', 'dozens of people'],
    ['a double-digit tariff', 'a triple-digit tariff', 'a triple-digit tariff'],
    ['half of the voters', '48% of the voters', '48% of the voters'],
  ]))
