import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc, { runs } from './property'
import type { Figure } from '../../server/src/core/recognize/figure'
import { figuresIn } from './figureIn'

/** A figure as the tables write it: its text, then value or range, dimension unless it is a count, unit and noun. */
function shown(figure: Figure): string {
  const { low, high, second } = figure
  const value = low === high ? `${low}` : `${low ?? ''}..${high ?? ''}`
  const parts = [second === null ? value : `${value}:${second}`]
  if (figure.unit !== null) parts.push(figure.unit)
  if (figure.dimension !== 'count') parts.push(figure.dimension)
  if (figure.series !== null) parts.push(`of ${figure.series}`)
  if (figure.noun !== null) parts.push(`(${figure.noun})`)
  return `${figure.text} = ${parts.join(' ')}`
}

function check(rows: readonly (readonly [text: string, ...figures: string[]])[]): void {
  for (const [text, ...expected] of rows) it(text, () => assert.deepEqual(figuresIn(text).map(shown), expected))
}

describe('numbers in digits', () =>
  check([
    ['sold 1,234.5 in all', '1,234.5 = 1234.5'],
    ['sold 1 234,5 in all', '1 234,5 = 1234.5'],
    ['sold 12\u00a0345\u00a0678 in all', '12\u00a0345\u00a0678 = 12345678'],
    ['sold 1\u202f500 boats', '1\u202f500 = 1500 (boats)'],
    ['sold 1.234.567 in all', '1.234.567 = 1234567'],
    ["sold 1'234'567 in all", "1'234'567 = 1234567"],
    ['sold 1,00,000 bags', '1,00,000 = 100000 (bags)'],
    ['a mean of .25', '.25 = 0.25'],
    ['a mean of -3.5', '-3.5 = -3.5'],
    ['a mean of minus five', 'minus five = -5'],
    ['a mean of −3.5', '−3.5 = -3.5'],
    ['for 2 1/4 days', '2 1/4 days = 2.25 day duration'],
    ['for 2½ hours', '2½ hours = 2.5 h duration'],
    ['for 3.5 million people', '3.5 million = 3500000 (people)'],
    ['for 105m people', '105m = 105000000 (people)'],
    ['for 120K users', '120K = 120000 (users)'],
    ['for 2 lakh users', '2 lakh = 200000 (users)'],
    ['1 , 234 dogs and 3 . 5 % of cats', '1 , 234 = 1234 (dogs)', '3 . 5 % = 3.5 % percent (cats)'],
  ]))

describe('numbers in words', () =>
  check([
    ['twenty-five dogs', 'twenty-five = 25 (dogs)'],
    ['twenty - five dogs', 'twenty - five = 25 (dogs)'],
    ['two hundred and three dogs', 'two hundred and three = 203 (dogs)'],
    ['one million two hundred thousand dogs', 'one million two hundred thousand = 1200000 (dogs)'],
    ['five trillion dollars', 'five trillion dollars = 5000000000000 $ money'],
    ['two and a half million dogs', 'two and a half million = 2500000 (dogs)'],
    ['half a million dogs', 'half a million = 500000 (dogs)'],
    ['a quarter of a million dogs', 'a quarter of a million = 250000 (dogs)'],
    ['a dozen dogs', 'a dozen = 12 (dogs)'],
    ['two dozen dogs', 'two dozen = 24 (dogs)'],
    ['five point two five percent', 'five point two five percent = 5.25 % percent'],
    ['stole two point three million crowns', 'two point three million crowns = 2300000 krona money'],
    ['twelve dot fifty euros', 'twelve dot fifty euros = 12.5 EUR money'],
    ['twelve euros fifty', 'twelve euros fifty = 12.5 EUR money'],
    ['twelve euros fifty people paid', 'twelve euros = 12 EUR money (paid)', 'fifty = 50 (people)'],
    ['two-thirds of voters', 'two-thirds = 0.6666666666666666 fraction (voters)'],
    ['a fifth of the voters', 'a fifth = 0.2 fraction (voters)'],
    ['half the voters', 'half = 0.5 fraction (voters)'],
  ]))

describe('"over" before a duration', () =>
  check([
    ['stole it over four years', 'four years = 4 year duration'],
    ['sales over the past four years', 'four years = 4 year duration'],
    ['led it for over four years', 'over four years = 4.. year duration'],
    ['a trial of over four weeks', 'over four weeks = 4.. week duration'],
    ['It began over four years ago', 'over four years = 4.. year duration'],
    ['Over four years passed', 'Over four years = 4.. year duration'],
  ]))

describe('a word between a number and its unit of time', () =>
  check([
    ['two full days of talks', 'two full days = 2 day duration (talks)'],
    ['for three straight weeks', 'three straight weeks = 3 week duration'],
    ['two full houses', 'two = 2 (houses)'],
  ]))

describe('ranks that no noun follows', () =>
  check([
    ['The summit in Eastmere is the 47th.', '47th = 47 ordinal (summit)'],
    ['This victory was the third in a row.', 'third = 3 ordinal (victory)'],
    ['It was the fifth.', 'fifth = 5 ordinal'],
    ['the third in-person meeting of the two', 'third = 3 ordinal (meeting)', 'two = 2'],
  ]))

describe('units that are said once', () =>
  check([
    ['rose from 11.2 to 21.7 percent', '11.2 = 11.2 % percent', '21.7 percent = 21.7 % percent'],
    ['rose from 11.2 percent to 21.7', '11.2 percent = 11.2 % percent', '21.7 = 21.7 % percent'],
    ['approved by 52 to 48 percent', '52 = 52 % percent', '48 percent = 48 % percent'],
    ['takes nine minutes instead of 50', 'nine minutes = 9 min duration', '50 = 50 min duration'],
    ['at sea for 31 years, 14 of them with Orlan', '31 years = 31 year duration', '14 = 14 year duration'],
    ["went from 20 weeks' pay to 26", '20 weeks = 20 week duration', '26 = 26 week duration'],
    ['went from 20 metres to 26 pages', '20 metres = 20 m length', '26 = 26 (pages)'],
    ['21.7 percent, against 11.2', '21.7 percent = 21.7 % percent', '11.2 = 11.2 % percent'],
    ['Moderates at 38.4 percent, Greens at 21.7', '38.4 percent = 38.4 % percent', '21.7 = 21.7 % percent'],
    ['rose 0.5 percent to 102.3', '0.5 percent = 0.5 % percent', '102.3 = 102.3'],
    ["won by 50.9 percent to Ann Hill's 49.1", '50.9 percent = 50.9 % percent', '49.1 = 49.1 % percent'],
    ['Ann Hill won 31.8 per cent, and Joe Bell 27.4.', '31.8 per cent = 31.8 % percent', '27.4 = 27.4 % percent'],
    ['numbered 62,000, or 1.4 percent of all', '62,000 = 62000', '1.4 percent = 1.4 % percent'],
    ['the toll was 9,300, some six times as many', '9,300 = 9300', 'some six times = 6 × multiple'],
    ['came to 29,000, double the toll', '29,000 = 29000', 'double = 2 × multiple (toll)'],
    ['nine minutes against 50 rivals', 'nine minutes = 9 min duration', '50 = 50 (rivals)'],
    ['410 million euros, after 480 million a year ago', '410 million euros = 410000000 EUR money', '480 million = 480000000 EUR money'],
    ['410 million euros for 480 million people', '410 million euros = 410000000 EUR money', '480 million = 480000000 (people)'],
    ['29 of the 64 seats', '29 = 29 (seats)', '64 = 64 (seats)'],
    ['$5 instead of 7 euros', '$5 = 5 $ money', '7 euros = 7 EUR money'],
  ]))

describe('parts that an adjective counts', () =>
  check([
    ['a single-storey house', 'single = 1 (storey)'],
    ['a double-lane road', 'double = 2 (lane)'],
    ['a single story brick house', 'single = 1 (story)'],
    ['every single story matters'],
    ['not a single story of his was true'],
    ['a double bedroom'],
  ]))

describe('labels', () =>
  check([
    ['Seats of the Greens: 16', '16 = 16 (seats)'],
    ['Employees: 27,500', '27,500 = 27500 (employees)'],
    ['High-level rounds since spring: 5', '5 = 5 (rounds)'],
    ['Turnout: 848,000', '848,000 = 848000'],
  ]))

describe('ranks in a list', () =>
  check([['goals in the 14th and 88th minutes', '14th = 14 ordinal (minutes)', '88th = 88 ordinal (minutes)']]))

describe('percent, money and measures', () =>
  check([
    ['rose 0.5 percentage points', '0.5 percentage points = 0.5 pp percentagePoint'],
    ['rose 25 basis points', '25 basis points = 25 bp percentagePoint'],
    ['rose 61.5pc', '61.5pc = 61.5 % percent'],
    ['half a percent', 'half a percent = 0.5 % percent'],
    ['paid $3.5bn', '$3.5bn = 3500000000 $ money'],
    ['paid US$ 40 million', 'US$ 40 million = 40000000 USD money'],
    ['paid A$5', 'A$5 = 5 AUD money'],
    ['paid RM50,000', 'RM50,000 = 50000 MYR money'],
    ['paid 1 million euros', '1 million euros = 1000000 EUR money'],
    ['paid 530m pounds', '530m pounds = 530000000 GBP money'],
    ['paid 20 Swiss francs', '20 Swiss francs = 20 CHF money'],
    ['paid 50p', '50p = 50 penny money'],
    ['sold it for 40 pounds', '40 pounds = 40 GBP money'],
    ['an offer of 900 pounds-a-week', '900 pounds = 900 GBP money'],
    ['a $20million T20 game', '$20million = 20000000 $ money (game)'],
    ['gained 25 pounds in weight', '25 pounds = 25 lb mass'],
    ['a loan of two hundred thousand pounds', 'two hundred thousand pounds = 200000 GBP money'],
    ['a payload of 50,000 pounds', '50,000 pounds = 50000 lb mass'],
    ['debt of 2.3x sales', '2.3x = 2.3 × multiple (sales)'],
    ['COP30 cost COP 30bn', 'COP 30bn = 30000000000 COP money'],
    ['emitted 1,900 t CO2', '1,900 t = 1900 t mass'],
    ['traffic of 11.4m last year', '11.4m = 11400000'],
    ['rose from 11.2m to 12.5m', '11.2m = 11200000', '12.5m = 12500000'],
    ['a profit of $560–600m', '$560–600m = 560000000..600000000 $ money'],
    ['between £10 and 15m', 'between £10 and 15m = 10000000..15000000 GBP money'],
    ['a gap of 5-7m', '5-7m = 5..7 m length'],
    ['stood 2.1m above normal', '2.1m = 2.1 m length'],
    ['waves of up to 3.5m', 'up to 3.5m = ..3.5 m length'],
    ['moved 30m inland', '30m = 30 m length (inland)'],
    ['weighed 6st, more than the 1st', '6st = 6 st mass', '1st = 1 ordinal'],
    ['ran 500km at 30 miles an hour', '500km = 500 km length', '30 miles an hour = 30 mph speed'],
    ['660 square metres, 12 km², 45-acre', '660 square metres = 660 m² area', '12 km² = 12 km² area', '45-acre = 45 ac area'],
    ['40,000 tonnes, 160GB, 12 kWh', '40,000 tonnes = 40000 t mass', '160GB = 160 GB data', '12 kWh = 12 kWh energy'],
    ['heat of 30C, 98.6 degrees Fahrenheit', '30C = 30 °C temperature', '98.6 degrees Fahrenheit = 98.6 °F temperature'],
    ['a 360-degree view', '360-degree = 360 ° angle (view)'],
    ['5 feet 3 inches tall', '5 feet 3 inches = 5.25 ft length'],
    ['a 2-day stop, four days', '2-day = 2 day duration (stop)', 'four days = 4 day duration'],
  ]))

describe('ordinals, ages, scores, ratios, multiples', () =>
  check([
    ['the 47th summit', '47th = 47 ordinal (summit)'],
    ['the fifth round', 'fifth = 5 ordinal (round)'],
    ['ranked 302, number 47, No. 1', '302 = 302 ordinal', 'number 47 = 47 ordinal', 'No. 1 = 1 ordinal'],
    ['an 11-year-old boy', '11-year-old = 11 year age'],
    ['Ann Hill, 44, of Leeds', '44 = 44 year age'],
    ['died aged 86', '86 = 86 year age'],
    ['led by Ann Hill, 54.', '54 = 54 year age'],
    ['under Ann Hill (58, there for long)', '58 = 58 year age'],
    ["she's forty-six", 'forty-six = 46 year age'],
    ['our mayor, Hill, is now 58', '58 = 58 year age'],
    ['the index is now 58', '58 = 58'],
    ['she was 36 in April', '36 = 36 year age'],
    ['a boy of 17', '17 = 17 year age'],
    ['aged 24 and 25', '24 = 24 year age', '25 = 25 year age'],
    ['by the time she is 30, he turns 41', '30 = 30 year age', '41 = 41 year age'],
    ['she is 30 minutes late', '30 minutes = 30 min duration (late)'],
    ['to reach 100 by then', '100 = 100'],
    ['a sixth-minute goal', 'sixth = 6 ordinal (minute)'],
    ['women over 60', 'over 60 = 60.. year age'],
    ['they won 2-1', '2-1 = 2:1 score'],
    ['Leeds 4-1 on Saturday', '4-1 = 4:1 score'],
    ['about 1 in 16 births', 'about 1 in 16 = 1:16 ratio (births)'],
    ['two out of three', 'two out of three = 2:3 ratio'],
    ['backed 3:1', '3:1 = 3:1 ratio'],
    ['sales doubled', 'doubled = 2 × multiple'],
    ['three times as many', 'three times = 3 × multiple'],
    ['won it three times', 'three = 3 (times)'],
  ]))

describe('bounds, ranges, lists and vague figures', () =>
  check([
    ['up to 7% of output', 'up to 7% = ..7 % percent (output)'],
    ['no more than 5 boats', 'no more than 5 = ..5 (boats)'],
    ['more than 1 million euros', 'more than 1 million euros = 1000000.. EUR money'],
    ['20 or more boats', '20 or more = 20.. (boats)'],
    ['290+ seats', '290+ = 290.. (seats)'],
    ['between 10% and 15%', 'between 10% and 15% = 10..15 % percent'],
    ['10-12 per cent', '10-12 per cent = 10..12 % percent'],
    ['$60-$65 a share', '$60-$65 = 60..65 $ money'],
    ['25,000 to 30,000 jobs', '25,000 to 30,000 = 25000..30000 (jobs)'],
    ['$2-3 million', '$2-3 million = 2000000..3000000 $ money'],
    ['rose from 15 to 20 boats', '15 = 15', '20 = 20 (boats)'],
    ['5, 7 and 9 percent', '5 = 5 % percent', '7 = 7 % percent', '9 percent = 9 % percent'],
    ['102 and 21 people', '102 = 102 (people)', '21 = 21 (people)'],
    ['dozens of boats', 'dozens of = 24..199 (boats)'],
    ['tens of thousands of boats', 'tens of thousands of = 20000..99000 (boats)'],
    ['several hundred boats', 'several hundred = 300..900 (boats)'],
    ['a triple-digit tariff', 'triple-digit = 100..999 digits (tariff)'],
  ]))

describe('what is counted', () =>
  check([
    ['47 marginal seats in the north', '47 = 47 (seats)'],
    ['two Spanish citizens were held', 'two = 2 (citizens)'],
    ['six of the ships sank', 'six = 6 (ships)'],
    ['the number of ships rose to 12', '12 = 12 (ships)'],
    ['a five-bedroom house', 'five = 5 (bedroom)'],
    ['one gunman raises a hand', 'one = 1 (gunman)'],
    ['a 19% US duty on cars', '19% = 19 % percent (duty)'],
    ['30 craftsmen work there', '30 = 30 (craftsmen)'],
  ]))

describe('numbers that name one of a series', () =>
  check([
    ['holds 98 seats, the Civic Union 71 and the Greens 34', '98 = 98 (seats)', '71 = 71', '34 = 34'],
    ['tariffs under Section 301', '301 = 301 designation of section'],
    ['the Under 23 coach', '23 = 23 designation of under'],
    ['at the Under-21s', '21s = 21 designation of under'],
    ['the SARS-CoV-2 virus', '2 = 2 designation of cov'],
    ['in round five since spring', 'five = 5 designation of round'],
    ['round 12 of the talks', '12 = 12 designation of round'],
    ['in each round five players leave', 'five = 5 (players)'],
    ['a Boeing 737', '737 = 737 designation of boeing'],
    ['Boeing sold 737 jets', '737 = 737 (jets)'],
    ['the games of Beijing 2008'],
  ]))

describe('what is no figure', () =>
  check([
    ['an F-16 near the A320s'],
    ['the T20 final, the 3D film'],
    ['the Group of Seven met on Air Force One'],
    ['Wales won the Six Nations'],
    ['they helped to win the Six Nations Grand Slam'],
    ['as was said of the S&P 500'],
    ['call 555-123-4567 or +44 20 7946 0958, or (020) 7946-0958 and (555) 123 4567'],
    ['see https://example.org/2/34 and mail b12@example.org'],
    ['version 1.2.3 at 10:30 and 6pm, version 10.4, the class of ’98'],
    ['1. Small things'],
    ['3/ Small things'],
    ['3/12 Small things'],
    ['as was shown [1] before [2,3]'],
    ['no one saw one of the boats, the one in the bay'],
    ['at first a split second of second-hand smoke'],
    ['since 9/11, 24/7, nine-to-five, in the 2019/20 season'],
    ['the 1998 treaty, the 1980s and the 60s'],
    ['an all-in-one tool'],
  ]))

describe('offsets are exact in any input', () => {
  const rows: readonly (readonly [text: string, marks: string])[] = [
    ['a\r\n47 seats', '   ^^      '],
    ['🎉 up to 7% 🎉', '   ^^^^^^^^   '],
    ['café 19\u00a0% off', '     ^^^^    '],
    ['“$3.5bn” deal', ' ^^^^^^       '],
    ['(more than 5 km)', ' ^^^^^^^^^^^^^^ '],
  ]
  for (const [text, marks] of rows)
    it(JSON.stringify(text), () => {
      const drawn = [...Array(text.length).keys()]
        .map(at => (figuresIn(text).some(({ start, end }) => start <= at && at < end) ? '^' : ' '))
        .join('')
      assert.equal(drawn.trimEnd(), marks.trimEnd())
    })
})

describe('fields for alignment', () => {
  const only = (text: string): Figure => figuresIn(text)[0]

  it('names what it is reckoned by', () => {
    assert.equal(only('$5 per share').per, 'share')
    assert.equal(only('£8.25 an hour').per, 'hour')
    assert.equal(only('$100/month').per, 'month')
    assert.equal(only('£100 each').per, 'each')
    assert.equal(only('£100 apiece').per, 'each')
    assert.equal(only('£100 each month').per, 'month')
    assert.equal(only('£100 in all').per, null)
  })
  it('knows the time between two events from a length of time', () => {
    assert.equal(only('three years after the flood').isLapse, true)
    assert.equal(only('a three-year deal').isLapse, false)
    assert.equal(only('for three years after the flood').isLapse, false)
    assert.equal(only('on 26 days since the flood').isLapse, false)
  })
  it('marks words that often count nothing', () =>
    assert.deepEqual(
      figuresIn('one boat, the first boat, two boats').map(({ weak }) => weak),
      [true, true, false],
    ))
  it('keeps the step of the last digit', () => {
    const steps = figuresIn('$3.5bn, 0.50%, 2,000,000 cars').map(({ step, roundStep }) => [step, roundStep])
    assert.deepEqual(steps, [
      [1e8, 1e8],
      [0.01, 0.01],
      [1, 1e6],
    ])
  })
})

describe('any text', () => {
  const pieces =
    `1 12 2025 007 1,234 .5 1/2 ½ % $ US$ € £ - – − , . ( ) [ ] / : ' ° one two hundred million dozen dozens half third second and or
    to of in out the a between from up about more than least over days km m per cent percent year old aged pounds times Boeing Six p K bn é 🎉`
      .split(/\s+/)
      .flatMap(piece => [piece, `${piece} `, ` ${piece}`])
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map(parts => parts.join(''))

  it('gives figures in order, apart, within the text, their parts within them', () =>
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), each => {
        let last = 0
        for (const figure of figuresIn(each)) {
          assert.ok(figure.start >= last && figure.end > figure.start && figure.end <= each.length)
          assert.equal(figure.text, each.slice(figure.start, figure.end))
          for (const part of [figure.amount, figure.number, figure.lastNumber ?? figure.number])
            assert.ok(figure.start <= part.start && part.start < part.end && part.end <= figure.end, figure.text)
          assert.ok(figure.low !== null || figure.high !== null)
          assert.ok(![figure.low, figure.high, figure.second, figure.step, figure.roundStep].some(Number.isNaN))
          if (figure.low !== null && figure.high !== null) assert.ok(figure.low <= figure.high, figure.text)
          last = figure.end
        }
      }),
      { numRuns: runs(3000) },
    ))
})
