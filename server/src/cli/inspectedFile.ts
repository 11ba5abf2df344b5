import type { ArticleMetadata } from '../core/articles/article'
import type { Timex } from '../core/recognize/date'
import type { EntityKind } from '../core/recognize/entity'
import type { Dimension } from '../core/recognize/figure'
import type { Span } from '../core/text/span'

/** What the recognisers find in one file: an entry of what `inspect --format json` prints. */
export interface InspectedFile {
  readonly path: string
  readonly article: Partial<ArticleMetadata>
  /** Why the file was not read: it is empty, for example, or a picture. */
  readonly skipped?: string
  readonly figures: readonly InspectedFigure[]
  readonly dates: readonly InspectedDate[]
  readonly entities: readonly InspectedEntity[]
}

/** A stretch of the file that was recognised. */
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
