import type { ArticleAnalysis, ArticleValue } from '../../evidence/articleAnalysis'
import { WordRole, type PassageAnalysis, type PlacedValue } from '../../evidence/passageAnalysis'
import type { Figure } from '../../recognize/figure'
import { valueText, type Value } from '../../values/value'
import { formerOf } from '../decision/change'
import { sidesOf, supports, type Weighed } from '../decision/decision'
import { additive, type Derivation } from '../candidates/derivation'
import type { Verdict } from '../judgement'
import { conceptNamed, conceptSet } from '../../words/concepts'

/** Figures that are worked out from others: what the sources' figures come to, and how. */

/** A claim with the verdict on it alone. */
export interface JudgedClaim extends Weighed {
  readonly verdict: Verdict
}

/** What a claim is worked out from. */
export interface Calculation {
  /** Whether the sources' figures come to what the claim says. */
  readonly agrees: boolean
  /** "53 + 38", as the sources write them. */
  readonly expression: string
  /** What they come to, as a value that takes the claim's place. */
  readonly result: Value
  readonly parts: readonly Part[]
}

/** A figure of an article that a claim is worked out from. */
export interface Part {
  readonly article: ArticleAnalysis
  readonly value: ArticleValue
  /** How likely it is what the draft speaks of, 0 to 1. */
  readonly share: number
}

const together = conceptSet('together combined jointly altogether')

/** "together they average": no sum. */
const averages = conceptSet('average mean median')

/** "together with the Reeds", "together all five": more is added up than the draft tells. */
const addsMore = conceptSet('with all')

const risen = conceptSet('more higher')
const fallen = conceptSet('fewer less lower')

/** How many words may stand between a difference and what says that it is one: "13 seats more". */
const REACH = 2

const OF = conceptNamed('of')

const figureOf = ({ value }: PlacedValue | ArticleValue): Figure | null => (value.kind === 'figure' ? value.figure : null)

/** The number that a figure states exactly, or null. */
const exactNumber = ({ low, high, second, vague, bound }: Figure): number | null =>
  low === high && second === null && !vague && bound === 'exact' ? low : null

/** Where a claim's sentence says that the claim adds up figures: the place of the word, or -1. */
function placeOfSum({ concepts, passage }: PassageAnalysis, { sentence, first: claim }: PlacedValue): number {
  const { first, last } = passage.sentences[sentence]
  if (concepts.subarray(first, last).some(concept => averages.has(concept))) return -1
  for (let at = first; at < last; at++) if (together.has(concepts[at]) && (at < claim || at + REACH >= last)) return at
  return -1
}

/** Whether more is added up than a draft tells before. */
const isSumOfMore = ({ concepts }: PassageAnalysis, place: number): boolean =>
  concepts.subarray(place + 1, place + 1 + REACH).some(concept => addsMore.has(concept))

/** Which way a claim says that something differs from what stands before it: 1 for more, -1 for less, 0 where it does not say. */
function directionOf({ concepts, roles, passage }: PassageAnalysis, { sentence, last: end }: PlacedValue): -1 | 0 | 1 {
  const { last } = passage.sentences[sentence]
  for (let at = end; at < Math.min(end + REACH, last) && roles[at] < WordRole.border; at++) {
    if (risen.has(concepts[at])) return 1
    if (fallen.has(concepts[at])) return -1
  }
  return 0
}

/** Whether a value is the whole of which another is told: "64" of "29 of the 64 seats". */
const isWhole = ({ concepts }: PassageAnalysis, { first }: PlacedValue): boolean =>
  concepts[first - 1] === OF || (concepts[first - 1] !== 0 && concepts[first - 2] === OF)

/** Whether figures like a claim add up to more of the same, as ages and temperatures do not. */
function canAddUp(claim: PlacedValue): boolean {
  const dimension = figureOf(claim)?.dimension
  return dimension !== undefined && (dimension === 'percent' || additive.has(dimension))
}

/** Whether two figures count the same. */
function countSame(a: PlacedValue, b: PlacedValue): boolean {
  const [mine, theirs] = [figureOf(a), figureOf(b)]
  if (mine === null || theirs === null || mine.dimension !== theirs.dimension || mine.unit !== theirs.unit) return false
  return mine.unit !== null || a.noun === b.noun || a.noun === 0 || b.noun === 0
}

/** Indices of the figures before a claim, in its sentence or else in the one before, that it may be worked out from. */
function partsBefore(analysis: PassageAnalysis, claims: readonly PlacedValue[], at: number): readonly number[] {
  const claim = claims[at]
  const mayBePart = (other: PlacedValue): boolean =>
    countSame(claim, other) && !isWhole(analysis, other) && exactNumber(figureOf(other)!) !== null
  const before = [...claims.keys()].slice(0, at).filter(other => mayBePart(claims[other]))
  const inSentence = (sentence: number): number[] => before.filter(other => claims[other].sentence === sentence)
  const here = inSentence(claim.sentence)
  return here.length > 0 ? here : inSentence(claim.sentence - 1)
}

/**
 * Whether a draft says that a claim adds up figures that it tells before: what a source tells of one of them is then no evidence against it.
 * @param claims the values of the passage, in their order
 * @param at which of them is asked for
 */
export const isAddedUp = (analysis: PassageAnalysis, claims: readonly PlacedValue[], at: number): boolean =>
  placeOfSum(analysis, claims[at]) >= 0 && partsBefore(analysis, claims, at).length > 0

/** What the writing of a figure leaves open: whole numbers are exact, unless they end in zeros. */
function slackOf({ step, roundStep }: Figure): number {
  if (step !== 1) return step / 2
  return roundStep >= 100 ? roundStep / 2 : 0
}

const rounded = (number: number, step: number): number => Number((Math.round(number / step) * step).toPrecision(12))

/** A claim's figure with another number in it, written as finely as what it is worked out from. */
function withNumber(claim: Figure, parts: readonly Figure[], number: number): Figure {
  const step = Math.min(...parts.map(part => part.step))
  const exact = rounded(number, step)
  return { ...claim, low: exact, high: exact, step, roundStep: step }
}

/** What figures of a draft come to. */
interface Sum {
  /** Indices of the claims that are added up, or of the two of which the second is taken from the first. */
  readonly parts: readonly number[]
  readonly number: number
  readonly sign: '+' | '−'
}

const numberOf = (claim: PlacedValue): number => exactNumber(figureOf(claim)!)!

/** What the figures before a claim come to, where it says that it adds them up. */
function sumBefore(analysis: PassageAnalysis, claims: readonly PlacedValue[], at: number): Sum | null {
  const place = canAddUp(claims[at]) ? placeOfSum(analysis, claims[at]) : -1
  const parts = place < 0 || isSumOfMore(analysis, place) ? [] : partsBefore(analysis, claims, at)
  if (parts.length < 2) return null
  return { parts, number: parts.reduce((sum, part) => sum + numberOf(claims[part]), 0), sign: '+' }
}

/** The change that a claim says it is, of two figures of which one came before the other: "to 46 from 38, eight more". */
function changeBefore(analysis: PassageAnalysis, claims: readonly PlacedValue[], at: number): Sum | null {
  const direction = directionOf(analysis, claims[at])
  const parts = direction === 0 ? [] : partsBefore(analysis, claims, at)
  if (parts.length !== 2) return null
  const { concepts, passage } = analysis
  const starts = [...passage.sentences.map(({ first }) => first), concepts.length]
  const former = formerOf({ concepts, starts }, claims[parts[0]], claims[parts[1]])
  if (former === 0) return null
  const [older, newer] = former < 0 ? parts : [parts[1], parts[0]]
  const number = numberOf(claims[newer]) - numberOf(claims[older])
  if (Math.sign(number) !== direction) return null
  return { parts: direction > 0 ? [newer, older] : [older, newer], number: Math.abs(number), sign: '−' }
}

/** What figures come to that a draft tells and the sources bear out, where the draft says that a claim is their sum or what parts them. */
function calculatedInDraft(analysis: PassageAnalysis, judged: readonly JudgedClaim[], at: number): Calculation | null {
  const claims = judged.map(({ claim }) => claim)
  const claim = figureOf(claims[at])
  const said = claim && exactNumber(claim)
  const sum = sumBefore(analysis, claims, at) ?? changeBefore(analysis, claims, at)
  if (!claim || said === null || sum === null || sum.parts.some(part => judged[part].verdict !== 'supported')) return null
  const figures = sum.parts.map(part => figureOf(claims[part])!)
  const slack = figures.reduce((total, figure) => total + slackOf(figure), slackOf(claim))
  const parts = sum.parts.map(part => sidesOf(judged[part].candidates).supporting!)
  return {
    agrees: Math.abs(said - sum.number) <= slack,
    expression: parts.map(({ value }) => valueText(value.value)).join(` ${sum.sign} `),
    result: { kind: 'figure', figure: withNumber(claim, figures, sum.number) },
    parts,
  }
}

/** From which match of words of their sentence on figures that a claim comes out of are held to be what it speaks of. */
const SPOKEN_OF = 0.5

const partText = ({ value }: ArticleValue): string => valueText(value)

function expressionOf({ operation, parts }: Derivation): string {
  if (operation === 'share') return `${partText(parts[1])} of ${partText(parts[0])}`
  return parts.map(partText).join(' + ')
}

/** How a claim that no source states comes out of figures that stand together in a sentence that speaks of the same. */
function calculatedInSource({ claim, candidates, derivation }: JudgedClaim): Calculation | null {
  if (derivation === null || derivation.operation === 'difference' || candidates.some(supports)) return null
  const { article, parts } = derivation
  const sentence = candidates.find(candidate => candidate.article === article && candidate.value.sentence === parts[0].sentence)
  if (sentence === undefined || sentence.match.coverage < SPOKEN_OF) return null
  return {
    agrees: true,
    expression: expressionOf(derivation),
    result: claim.value,
    parts: parts.map(value => ({ article, value, share: sentence.share })),
  }
}

/**
 * How a claim is worked out from figures of the sources, where no source says so itself.
 * @param judged the claims of a passage, each as it is judged alone
 * @param at which of them is asked for
 * @returns null for a claim that is not worked out
 */
export function calculationOf(analysis: PassageAnalysis, judged: readonly JudgedClaim[], at: number): Calculation | null {
  const { verdict } = judged[at]
  if (verdict === 'supported' || verdict === 'disputed') return null
  return calculatedInDraft(analysis, judged, at) ?? (verdict === 'unverified' ? calculatedInSource(judged[at]) : null)
}
