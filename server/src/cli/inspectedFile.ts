import type { ArticleMetadata } from '../core/articles/article'
import type { Timex } from '../core/recognize/date'
import type { EntityKind } from '../core/recognize/entity'
import type { Dimension } from '../core/recognize/figure'
import type { Span } from '../core/text/span'

/** What the recognisers see in one file. */
export interface InspectedFile {
  readonly path: string
  readonly article: Partial<ArticleMetadata>
  /** Why nothing is seen in the file: it is empty, say, or a picture. */
  readonly skipped?: string
  readonly figures: readonly InspectedFigure[]
  readonly dates: readonly InspectedDate[]
  readonly entities: readonly InspectedEntity[]
}

export interface Found {
  /** UTF-16 code units in the file's text. */
  readonly offset: Span
  readonly text: string
}

export interface InspectedFigure extends Found {
  readonly dimension: Dimension
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
}

export interface InspectedDate extends Found {
  readonly timex: Timex
}

export interface InspectedEntity {
  readonly name: string
  readonly kind: EntityKind
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly mentions: readonly Found[]
}
