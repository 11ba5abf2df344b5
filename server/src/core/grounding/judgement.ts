import type { ArticleMetadata } from '../articles/article'
import type { TextPlace } from '../text/lines'
import type { Span } from '../text/span'

/** What the sources say of a claim. See `ARCHITECTURE.md`, "Verdicts". */
export type Verdict = 'supported' | 'contradicted' | 'disputed' | 'unverified'

/** What the text of an article has to say of a quote. */
export interface QuotedText {
  /** The sentence as it stands in the article, line breaks folded to spaces. */
  readonly quote: string
  /** The part of `quote` under `span`. */
  readonly within: Span
  /** `span` in lines of the article. */
  readonly range: { readonly start: TextPlace; readonly end: TextPlace }
}

/** A sentence of an article, quoted. Offsets are in the article's text. */
export interface Quote extends QuotedText {
  readonly uri: string
  readonly metadata: ArticleMetadata
  /** The name, figure or date that the quote is about. */
  readonly span: Span
  readonly sentence: Span
}

/** A figure or date of an article that speaks of the same thing as a claim. */
export interface Evidence extends Quote {
  /** The value as the article writes it. */
  readonly text: string
  readonly stance: 'supports' | 'contradicts'
  /** How well it is aligned with the claim, 0 to 1. */
  readonly alignment: number
}

/** A value that could stand in the claim's place, written in the draft's style. */
export interface Suggestion {
  readonly text: string
  /** Index of its evidence in the judgement. */
  readonly evidence: number
}

/** How figures of the sources come to what a claim says, or to something else. */
export interface CalculationText {
  /** "$3.46 billion − $3.08 billion", as the sources write them. */
  readonly expression: string
  /** What they come to, in the draft's style: "$380 million". */
  readonly result: string
}

/** The verdict on one figure or date of a draft. Offsets are in the draft. */
export interface Judgement {
  readonly kind: 'figure' | 'date'
  readonly span: Span
  readonly text: string
  readonly verdict: Verdict
  /** How likely the sources contradict the claim, 0 to 1. */
  readonly contradiction: number
  /** Best first; for a contradicted claim, the evidence for `suggestions[0]` comes first. */
  readonly evidence: readonly Evidence[]
  /** Replacements for `span`, best first; one for each differing source value. Empty unless contradicted or disputed. */
  readonly suggestions: readonly Suggestion[]
  /** Where no source states the claim, but it is worked out from figures that they state. */
  readonly calculation: CalculationText | null
  /** Why, in plain sentences, for "Why this verdict?" and `check --explain`. */
  readonly explanation: readonly string[]
}
