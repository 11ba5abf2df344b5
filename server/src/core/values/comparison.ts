/**
 * How two values relate: `equal`; `compatible`, where one allows the other (rounding, bounds, granularity, units); `different`;
 * `incomparable`, where they are of different kinds and neither speaks for or against the other.
 */
export type Comparison = 'equal' | 'compatible' | 'different' | 'incomparable'

/** Whether two values that compare so agree. */
export const agree = (comparison: Comparison): boolean => comparison === 'equal' || comparison === 'compatible'
