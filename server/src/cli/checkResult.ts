import type { Range } from 'vscode-languageserver'
import type { Evidence, Verdict } from '../core/grounding/judgement'
import type { Span } from '../core/text/span'
import type { SkippedFile } from '../workspace'

/** What `check --format json` prints. */
export interface CheckResult {
  readonly schemaVersion: 1
  readonly sources: { readonly articles: number; readonly skipped: readonly SkippedFile[] }
  readonly drafts: readonly CheckedDraft[]
}

export interface CheckedDraft {
  readonly path: string
  readonly claims: readonly CheckedClaim[]
}

export interface CheckedClaim {
  readonly offset: Span
  readonly range: Range
  readonly text: string
  readonly kind: 'figure' | 'date'
  readonly verdict: Verdict
  readonly contradiction: number
  readonly suggestion: string | null
  readonly evidence: readonly CheckedEvidence[]
  /** How figures of the sources come to something else, or to just this, where no source states it: "31 + 12 = 43". */
  readonly calculation?: string
  /** With `--explain`. */
  readonly explanation?: readonly string[]
}

export interface CheckedEvidence {
  readonly path: string
  readonly range: Range
  readonly quote: string
  readonly text: string
  readonly stance: Evidence['stance']
}
