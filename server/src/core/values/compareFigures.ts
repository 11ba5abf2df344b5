import type { Figure } from '../recognize/figure'

/** How a claimed figure stands to a figure of a source. */
export type FigureRelation = 'equal' | 'compatible' | 'different' | 'incomparable'

/** Compares a claimed figure with one of a source. */
export function compareFigures(claim: Figure, evidence: Figure): FigureRelation {
  if (claim.dimension !== evidence.dimension || claim.unit !== evidence.unit) return 'incomparable'
  return claim.low === evidence.low && claim.high === evidence.high && claim.second === evidence.second ? 'equal' : 'different'
}
