import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc, { runs } from './property'
import type { Figure } from '../../server/src/core/recognize/figure'
import { compareFigures } from '../../server/src/core/values/compareFigures'
import type { Comparison } from '../../server/src/core/values/comparison'
import { figureIn } from './figureIn'

type Row = readonly [claim: string, evidence: string, relation: Comparison]

const compare = (claim: string, evidence: string): Comparison => compareFigures(figureIn(claim), figureIn(evidence))

function check(rows: readonly Row[]): void {
  for (const [claim, evidence, relation] of rows)
    it(`"${claim}" against "${evidence}": ${relation}`, () => assert.equal(compare(claim, evidence), relation))
}

describe('the same value in other words', () =>
  check([
    ['24 percent', '24%', 'equal'],
    ['twenty-four per cent', '24%', 'equal'],
    ['$3.5bn', '$3.5 billion', 'equal'],
    ['$3,500,000,000', '$3.5bn', 'equal'],
    ['US$5 million', '$5 million', 'equal'],
    ['50 cents', '$0.50', 'equal'],
    ['half of the voters', '50% of the voters', 'equal'],
    ['a fifth of the cost', '20% of the cost', 'equal'],
    ['the 47th summit', 'number 47', 'equal'],
    ['ranked 302', '302nd', 'equal'],
    ['2-1', '2-1', 'equal'],
    ['lost 1-2', 'won 2-1', 'equal'],
    ['1 in 4 patients', '2 in 8 patients', 'compatible'],
    ['1 in 5 patients', '20% of patients', 'equal'],
    ['1.4 million tons of steel', '1.4 million tonnes of steel', 'compatible'],
    ['25 basis points', '0.25 percentage points', 'equal'],
  ]))

describe('a bare number that may leave out what the other says', () =>
  check([
    ['58', 'aged 58', 'compatible'],
    ['58', 'aged 57', 'incomparable'],
    ['27.4 percent', '27.4', 'compatible'],
    ['27.4 percent', '31.8', 'incomparable'],
    ['27 percent', '27', 'incomparable'],
    ['2.6 billion crowns', '2.6 billion', 'compatible'],
    ['2.6 billion crowns', '3.2 billion', 'incomparable'],
    ['2.6 billion crowns', '2.6 billion people', 'incomparable'],
    ['18 out of 164', '18 jets', 'compatible'],
    ['18 out of 164', '30 jets', 'incomparable'],
  ]))

describe('members of a row', () =>
  check([
    ['five rounds of talks', 'the fifth round of talks', 'compatible'],
    ['Round 5', 'the fifth round', 'compatible'],
    ['Round 5', 'the fourth round', 'different'],
    ['seven rounds', 'the fifth round', 'incomparable'],
    ['four rounds', 'the fifth round', 'different'],
    ['more than four rounds', 'the fifth round', 'incomparable'],
  ]))

describe('a sign and a verb', () =>
  check([
    ['-3%', 'fell 3%', 'compatible'],
    ['fell 3 percent', '-3%', 'compatible'],
    ['-5%', 'fell 3%', 'different'],
    ['-3°C', '3°C', 'different'],
  ]))

describe('other units', () =>
  check([
    ['13 km', '8 miles', 'compatible'],
    ['15 km', '8 miles', 'different'],
    ['57 degrees Fahrenheit', '14°C', 'compatible'],
    ['60 degrees Fahrenheit', '14°C', 'different'],
    ['18 months', '1.5 years', 'equal'],
    ['19 months', '1.5 years', 'different'],
  ]))

describe('ranks within a time', () =>
  check([
    ['for the first time in decades', 'for the third time', 'incomparable'],
    ['the first cup since 1998', 'its third cup', 'incomparable'],
    ['the first cup since 1998', 'its first cup', 'compatible'],
    ['the second fire since Monday', 'the third fire', 'different'],
    ['the fifth round of talks since spring', 'the fourth round', 'different'],
  ]))

describe('rounding is the claim’s alone', () =>
  check([
    ['20%', '19.6%', 'compatible'],
    ['19.6%', '20%', 'different'],
    ['30,000 jobs', '30,900 jobs', 'compatible'],
    ['30,900 jobs', '30,000 jobs', 'different'],
    ['2 million people', '1.95 million people', 'compatible'],
    ['$2bn', '$1.8bn', 'different'],
    ['$3.5 billion', '$3.515 billion', 'compatible'],
    ['$3.500 billion', '$3.515 billion', 'different'],
    ['105 statues', 'about 100 statues', 'different'],
    ['20 people', '19 people', 'different'],
    ['50%', '48%', 'different'],
    ['a third of voters', '34% of voters', 'compatible'],
    ['a third of voters', '40% of voters', 'different'],
    ['33%', 'a third of voters', 'compatible'],
  ]))

describe('bounds excuse in their direction, as far as their last digit', () =>
  check([
    ['more than 1 million euros', '1.2 million euros', 'compatible'],
    ['more than 1 million euros', '0.9 million euros', 'different'],
    ['more than 1 million euros', '3 million euros', 'different'],
    ['up to 7%', '7%', 'compatible'],
    ['up to 7%', '9%', 'different'],
    ['over 250 people', '267 people', 'compatible'],
    ['at least 5 people', '6 people', 'different'],
    ['at least 5 people', '50 people', 'different'],
    ['nearly half of voters', '48% of voters', 'compatible'],
    ['nearly 30%', '31%', 'different'],
    ['nearly 15,000 cars', 'nearly 13,000 cars', 'different'],
    ['nearly 15,000 cars', '14,600 cars', 'compatible'],
    ['about 870 infections', '870 infections', 'compatible'],
    ['about 871 infections', '870 infections', 'different'],
    ['under 21%', '23%', 'different'],
    ['under 15 euros', 'under 12 euros', 'different'],
    ['up to 10 percent', 'up to 7%', 'different'],
    ['more than 1 million euros', 'more than 1.2 million euros', 'compatible'],
    ['more than 1 million euros', 'more than 1.2 million euros', 'compatible'],
    ['at least 12 people', 'more than 11 people', 'different'],
    ['more than 20 years', 'at least 20 years', 'compatible'],
    ['more than 20 years', 'more than 20 years', 'equal'],
  ]))

describe('ranges, vague figures and orders of magnitude', () =>
  check([
    ['between 10% and 15%', '12%', 'compatible'],
    ['between 10% and 15%', '16%', 'different'],
    ['$3.5 to $3.6 billion', '$3.515 billion to $3.575 billion', 'compatible'],
    ['$3.515 billion to $3.650 billion', '$3.515 billion to $3.575 billion', 'different'],
    ['12%', 'between 10% and 15%', 'compatible'],
    ['dozens of people', '47 people', 'compatible'],
    ['dozens of people', '3,000 people', 'different'],
    ['tens of thousands of people', '34,000 people', 'compatible'],
    ['a triple-digit tariff', '157%', 'compatible'],
    ['a double-digit tariff', '157%', 'different'],
  ]))

describe('units are converted within a dimension', () =>
  check([
    ['2 days', '48 hours', 'equal'],
    ['one year', '12 months', 'equal'],
    ['62 miles', '100 km', 'compatible'],
    ['70 miles', '100 km', 'different'],
    ['30C', '86F', 'equal'],
    ['5 ft', '60 inches', 'equal'],
    ['60 mph', '60 km/h', 'different'],
  ]))

describe('other kinds of value say nothing of each other', () =>
  check([
    ['30', 'aged 30', 'compatible'],
    ['30', 'aged 44', 'incomparable'],
    ['after six minutes', 'a sixth-minute goal', 'compatible'],
    ['after six minutes', 'in the seventh minute', 'compatible'],
    ['after sixty minutes', 'a sixth-minute goal', 'different'],
    ['after six days', 'on the ninth day', 'incomparable'],
    ['three years after the move', 'a five-year deal', 'incomparable'],
    ['three years after the move', 'three years', 'equal'],
    ['Section 301', 'Section 232', 'different'],
    ['Section 301', 'Section 301', 'equal'],
    ['Section 301', 'Article 301', 'incomparable'],
    ['Section 301', '301 goods', 'incomparable'],
    ['$5 million', '£5 million', 'incomparable'],
    ['€5 million', '£4 million', 'incomparable'],
    ['5%', '5 km', 'incomparable'],
    ['47 seats', '47%', 'incomparable'],
    ['five days', '5 km', 'incomparable'],
    ['0.5%', '0.25 percentage points', 'incomparable'],
    ['$5 per share', '$7 per tonne', 'incomparable'],
    ['$5 per share', '$5 each', 'equal'],
    ['$5 a share', '$7 each', 'different'],
  ]))

describe('laws', () => {
  const units = [
    '%',
    ' percent',
    ' km',
    ' miles',
    ' days',
    ' hours',
    ' kg',
    ' pounds',
    ' million euros',
    ' dollars',
    ' seats',
    '°C',
    '°F',
    'th',
    ' percentage points',
  ]
  const bounds = ['', 'about ', 'more than ', 'up to ', 'nearly ', 'at least ']
  const phrase = fc
    .tuple(fc.constantFrom(...bounds), fc.integer({ min: 2, max: 99_999 }), fc.constantFrom(...units))
    .filter(([bound, , unit]) => unit !== 'th' || bound === '')
    // "1657 seats" may be those of a year
    .filter(([, value, unit]) => unit !== ' seats' || value < 1500 || value > 2100)
    .map(([bound, value, unit]) => `${bound}${value}${unit}`)
  const figure: fc.Arbitrary<Figure> = phrase.map(figureIn)

  it('every figure equals itself', () => fc.assert(fc.property(figure, each => compareFigures(each, each) === 'equal')))

  it('equal and incomparable hold both ways', () =>
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        const there = compareFigures(one, other)
        const back = compareFigures(other, one)
        for (const relation of ['equal', 'incomparable']) assert.equal(there === relation, back === relation)
      }),
      { numRuns: runs(500) },
    ))

  it('a value converted to another unit stays equal', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(['days', 24, 'hours'], ['km', 1000, 'metres'], ['feet', 12, 'inches'], ['kg', 1000, 'grams']),
        (value, [large, factor, small]) => {
          assert.equal(compare(`${value} ${large}`, `${value * Number(factor)} ${small}`), 'equal')
          assert.equal(compare(`${value * Number(factor)} ${small}`, `${value} ${large}`), 'equal')
        },
      ),
    ))

  it('a range holds its members and nothing else', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 12_000 }),
        (low, width, value) => {
          const range = `between ${low}% and ${low + width}%`
          const isMember = low <= value && value <= low + width
          assert.equal(compare(range, `${value}%`), isMember ? 'compatible' : 'different')
        },
      ),
    ))
})
