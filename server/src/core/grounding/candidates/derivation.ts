import type { ArticleAnalysis, ArticleValue } from '../../evidence/articleAnalysis'
import type { Dimension, Figure } from '../../recognize/figure'
import type { Value } from '../../values/value'
import { conceptNamed } from '../../words/concepts'

/** How a claimed figure comes out of figures that stand together in an article; of a share the whole is the first part. */
export interface Derivation {
  readonly operation: 'sum' | 'difference' | 'share'
  readonly article: ArticleAnalysis
  readonly parts: readonly ArticleValue[]
}

/** More figures than this in one place make sums that mean nothing. */
const MOST_FIGURES = 9

const exactNumber = (figure: Figure): number | null =>
  figure.low !== null && figure.low === figure.high && figure.second === null && !figure.vague ? figure.low : null

/** What adds up without a word that it does. Percentages seldom do: one may be of this, the other of that. */
export const additive: ReadonlySet<Dimension> = new Set<Dimension>([
  'count',
  'money',
  'duration',
  'length',
  'area',
  'mass',
  'volume',
  'energy',
  'power',
  'data',
])

const OF = conceptNamed('of')

/** "two of the men": some of a number that is told elsewhere, which adds nothing to it. */
const isPartOfWhole = ({ concepts }: ArticleAnalysis, { last }: ArticleValue): boolean => concepts[last] === OF

/** The exact figures of one kind among values, with their numbers. */
function likeFigures(
  claim: Figure,
  noun: number,
  article: ArticleAnalysis,
  values: readonly ArticleValue[],
): { value: ArticleValue; number: number }[] {
  return values.flatMap(value => {
    if (value.value.kind !== 'figure' || isPartOfWhole(article, value)) return []
    const { figure } = value.value
    const number = exactNumber(figure)
    // stores and centres make no sum of stores, and bare numbers none of anything
    const countsSame = claim.unit !== null || (noun !== 0 && value.noun === noun)
    const alike = figure.dimension === claim.dimension && figure.unit === claim.unit && countsSame
    return alike && number !== null && number > 0 ? [{ value, number }] : []
  })
}

/** The greatest share of its value that rounding may change a sum by: "$2 billion" is no sum of 1.96 billion. */
const ROUNDING = 0.01

const isEqual = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * a

/** What the claim's own writing leaves open. */
const roundingOf = (claim: Figure, wanted: number): number => (claim.step > 1 ? Math.min(claim.step / 2, ROUNDING * wanted) : 0)

/** Whether two numbers are one, but for the rounding that the claim's own writing allows. */
const meets = (claim: Figure, wanted: number, number: number): boolean =>
  isEqual(wanted, number) || Math.abs(wanted - number) <= roundingOf(claim, wanted)

/** How large a part of a whole a figure says, or null where it says none: 0.6 for 60 percent. */
function partOfWhole({ value }: ArticleValue): number | null {
  if (value.kind !== 'figure' || (value.figure.dimension !== 'percent' && value.figure.dimension !== 'fraction')) return null
  const number = exactNumber(value.figure)
  if (number === null) return null
  const part = value.figure.dimension === 'percent' ? number / 100 : number
  return part > 0 && part < 1 ? part : null
}

/** A whole and the share of it that a figure is, among figures that stand together: 27 million is 60 percent of 45 million. */
function shareFrom(
  claim: Figure,
  wanted: number,
  wholes: readonly { value: ArticleValue; number: number }[],
  values: readonly ArticleValue[],
): ArticleValue[] | null {
  if (claim.dimension === 'percent') return null
  for (const value of values) {
    const part = partOfWhole(value)
    const whole = part === null ? undefined : wholes.find(({ number }) => meets(claim, wanted, part * number))
    if (whole) return [whole.value, value]
  }
  return null
}

/**
 * Finds how a figure can be the sum of two figures that stand together, where the claim says itself that it is a sum ("together hold 45"):
 * numbers that are told as some of a whole ("29 of the 64 seats") add up too, and what they count need not be said again.
 */
export function deriveSum(claim: Figure, noun: number, article: ArticleAnalysis, values: readonly ArticleValue[]): Derivation | null {
  const wanted = exactNumber(claim)
  if (wanted === null) return null
  const figures = values.flatMap(value => {
    const number =
      value.value.kind === 'figure' && value.value.figure.dimension === claim.dimension ? exactNumber(value.value.figure) : null
    return number !== null && number > 0 && (noun === 0 || value.noun === 0 || value.noun === noun) ? [{ value, number }] : []
  })
  for (const [at, a] of figures.entries())
    for (const b of figures.slice(at + 1))
      if (isEqual(wanted, a.number + b.number)) return { operation: 'sum', article, parts: [a.value, b.value] }
  return null
}

/**
 * Finds how a figure can be the share that an article tells of what it counts elsewhere: 75,000 homes, where "three quarters of the
 * homes" stands in one place and "100,000 homes" in another.
 * @param wholes values that may be the whole
 */
export function deriveShare(claim: Figure, noun: number, article: ArticleAnalysis, wholes: readonly ArticleValue[]): Derivation | null {
  const wanted = exactNumber(claim)
  if (wanted === null || noun === 0) return null
  const counted = likeFigures(claim, noun, article, wholes)
  const parts = article.values.filter(value => value.noun === noun && isPartOfWhole(article, value))
  const share = counted.length === 0 ? null : shareFrom(claim, wanted, counted, parts)
  return share === null ? null : { operation: 'share', article, parts: share }
}

/**
 * Finds how a figure can be a sum of two or three, a share of one, or a difference of two, like figures that stand in one sentence of an
 * article or in two that follow each other; three only where they give the very number, as some three of many meet a rounded one by chance.
 * @param noun the concept of what the claim counts; parts of a sum of bare counts count the same
 * @param values the values of the sentence, or of the two sentences
 */
export function deriveFrom(claim: Figure, noun: number, article: ArticleAnalysis, values: readonly ArticleValue[]): Derivation | null {
  const wanted = exactNumber(claim)
  if (wanted === null || wanted < 3 || !additive.has(claim.dimension)) return null
  // nothing comes out of a figure by adding what its rounding swallows: "$365 million" is not 365 million and 1.64
  const figures = likeFigures(claim, noun, article, values).filter(({ number }) => number > roundingOf(claim, wanted))
  if (figures.some(({ number }) => meets(claim, wanted, number))) return null
  if (figures.length < 1 || figures.length > MOST_FIGURES) return null
  for (let a = 0; a < figures.length; a++)
    for (let b = a + 1; b < figures.length; b++) {
      const pair = figures[a].number + figures[b].number
      if (meets(claim, wanted, pair)) return { operation: 'sum', article, parts: [figures[a].value, figures[b].value] }
      for (let c = b + 1; c < figures.length; c++)
        if (isEqual(wanted, pair + figures[c].number))
          return { operation: 'sum', article, parts: [figures[a].value, figures[b].value, figures[c].value] }
    }
  const share = shareFrom(claim, wanted, figures, values)
  if (share !== null) return { operation: 'share', article, parts: share }
  for (let a = 0; a < figures.length; a++)
    for (let b = a + 1; b < figures.length; b++)
      if (meets(claim, wanted, Math.abs(figures[a].number - figures[b].number)))
        return { operation: 'difference', article, parts: [figures[a].value, figures[b].value] }
  return null
}

/** The number that a value states exactly in some unit, or null. */
const numberIn = (value: Value, unit: string | null): number | null =>
  value.kind === 'figure' && value.figure.unit === unit ? exactNumber(value.figure) : null

/**
 * Whether a claim is what another figure of the draft leaves of what a source states, or what both make: "18 of the contracts are exempt, 13
 * are not", where the source has 31.
 * @param beside the other values of the claim's sentence
 * @param stated what the source states
 */
export function isLeftOf(claim: Value, beside: readonly Value[], stated: Value): boolean {
  if (claim.kind !== 'figure') return false
  const { unit } = claim.figure
  const [own, whole] = [numberIn(claim, unit), numberIn(stated, unit)]
  if (own === null || whole === null) return false
  return beside.some(other => {
    const part = numberIn(other, unit)
    return part !== null && Math.max(part, own) >= LEAST && (isEqual(own + part, whole) || isEqual(Math.abs(own - part), whole))
  })
}

/** What one of two figures must be at least: small numbers come to one another by chance. */
const LEAST = 10
