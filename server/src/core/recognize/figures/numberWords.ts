import { cardinalWords, ordinalWords } from '../../text/englishNumbers'
import { wordSet, wordTable } from '../../text/vocabulary'

/** The words that English numbers are made of. */

export const cardinals = wordTable<number>({ ...cardinalWords, 'zero nought naught nil': 0, fourty: 40 })

export const ordinals = wordTable<number>({ ...ordinalWords, nineth: 9 })

/** Words that multiply the number before them. */
export const scales = wordTable<number>({
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  quadrillion: 1e15,
  'lakh lakhs': 1e5,
  'crore crores': 1e7,
  'dozen dozens doz dozs dzs': 12,
})

export const scaleOrdinals = wordTable<number>({ hundredth: 1e2, thousandth: 1e3, millionth: 1e6, billionth: 1e9, trillionth: 1e12 })

/** Abbreviated scales; `letter` ones are units too ("5 m"), so they count only where nothing speaks against it. */
export const shortScales = wordTable<number>({
  'mn mln mil mio mm': 1e6,
  'bn bln mrd': 1e9,
  'tn tln trn': 1e12,
})
export const letterScales = wordTable<number>({ k: 1e3, m: 1e6, b: 1e9, t: 1e12 })

/** Words that divide: the plurals do so after any number, the singulars only after "a" and "one". */
export const pluralDenominators = wordTable<number>({
  halves: 2,
  thirds: 3,
  'quarters fourths': 4,
  fifths: 5,
  sixths: 6,
  sevenths: 7,
  eighths: 8,
  ninths: 9,
  tenths: 10,
  elevenths: 11,
  twelfths: 12,
  fifteenths: 15,
  sixteenths: 16,
  twentieths: 20,
  thirtieths: 30,
  hundredths: 1e2,
  thousandths: 1e3,
  millionths: 1e6,
})
export const singularDenominators = wordTable<number>({
  half: 2,
  third: 3,
  'quarter fourth': 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  fifteenth: 15,
  sixteenth: 16,
  twentieth: 20,
  thirtieth: 30,
  hundredth: 1e2,
  thousandth: 1e3,
  millionth: 1e6,
  trillionth: 1e12,
})

/** Plurals that name an order of magnitude: "dozens of", "tens of thousands". Least and greatest number meant. */
export const magnitudes = wordTable<{ readonly low: number; readonly high: number }>({
  tens: { low: 20, high: 99 },
  dozens: { low: 24, high: 199 },
  scores: { low: 40, high: 199 },
  hundreds: { low: 200, high: 1_999 },
  thousands: { low: 2_000, high: 99_999 },
  millions: { low: 2e6, high: 999e6 },
  billions: { low: 2e9, high: 999e9 },
  trillions: { low: 2e12, high: 999e12 },
})

/** Vague quantifiers before a scale: "several hundred", "a few thousand". */
export const quantifiers = wordTable<{ readonly low: number; readonly high: number }>({
  several: { low: 3, high: 9 },
  few: { low: 2, high: 9 },
  couple: { low: 2, high: 3 },
  many: { low: 2, high: 9 },
})

/** First parts of "double-digit", "six-figure". */
export const digitCounts = wordTable<number>({ ...cardinalWords, single: 1, double: 2, triple: 3 })

export const isArticle = wordSet('a an')
export const isAnd = wordSet('and')
export const isHalf = wordSet('half')
export const isOf = wordSet('of')
