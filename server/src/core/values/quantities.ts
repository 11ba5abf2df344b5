import { EACH, type Dimension, type Figure } from '../recognize/figure'
import { currencyFactor, sameCurrency } from '../recognize/figures/currencies'
import { unitOf } from '../recognize/figures/units'

/** Puts figures on a common scale, so that their values can be compared. */

/** The values that a figure allows, on the scale common to the figures compared; null where open. */
export interface Quantity {
  readonly low: number | null
  readonly high: number | null
  /** The step of the last written digit, and of the last that is no trailing zero. */
  readonly step: number
  readonly roundStep: number
}

type Conversion = (value: number) => number

const same: Conversion = value => value
const times = (factor: number): Conversion => (factor === 1 ? same : value => value * factor)

const shares = new Set<Dimension>(['percent', 'fraction', 'ratio'])
const factors = new Set<Dimension>(['multiple', 'fraction'])

/** Degrees Celsius of a temperature; bare degrees are taken to be of the other figure's scale. */
function celsius(unit: string, other: string): Conversion {
  const scale = unit === '°' ? other : unit
  if (scale === '°F') return value => ((value - 32) * 5) / 9
  return scale === 'K' ? value => value - 273.15 : same
}

function moneyConversion(figure: Figure, other: Figure): Conversion | null {
  return sameCurrency(figure.unit!, other.unit!) ? times(currencyFactor(figure.unit!)) : null
}

/** How a figure's values are brought to the scale it shares with another one, or null where they share none. */
function conversion(figure: Figure, other: Figure): Conversion | null {
  const { dimension, unit } = figure
  if (dimension !== other.dimension) {
    if (factors.has(dimension) && factors.has(other.dimension)) return same
    if (shares.has(dimension) && shares.has(other.dimension)) return dimension === 'percent' ? times(0.01) : same
    // "a triple-digit tariff" says something of any number
    return dimension === 'digits' || other.dimension === 'digits' ? same : null
  }
  if (dimension === 'designation') return figure.series === other.series ? same : null
  if (dimension === 'money') return moneyConversion(figure, other)
  if (dimension === 'temperature') return celsius(unit!, other.unit!)
  if (dimension === 'percentagePoint') return times(unit === 'bp' ? 0.01 : 1)
  const measure = unit === null ? undefined : unitOf(unit)
  return measure ? times(measure.factor) : same
}

const convert = (value: number | null, by: Conversion): number | null => (value === null ? null : by(value))

/** A ratio's value is its quotient, where it is not compared member by member. */
const plain = (figure: Figure): Pick<Figure, 'low' | 'high'> =>
  figure.dimension === 'ratio' && figure.second ? { low: figure.low! / figure.second, high: figure.high! / figure.second } : figure

/** Whether two figures are reckoned by two things: dollars a share and dollars a barrel. */
const areReckonedByOthers = (a: string | null, b: string | null): boolean => a !== b && a !== null && b !== null && a !== EACH && b !== EACH

/**
 * The values of a figure on the scale that it shares with another one.
 * @returns the quantity, or null when the two cannot be compared: other dimensions, other currencies, other denominators
 */
export function quantityBeside(figure: Figure, other: Figure): Quantity | null {
  if (areReckonedByOthers(figure.per, other.per)) return null
  const by = conversion(figure, other)
  if (by === null) return null
  const ends = plain(figure)
  // nothing is to be converted, as with most figures
  if (by === same && ends === figure) return figure
  const unitStep = Math.abs(by(1) - by(0))
  return { low: convert(ends.low, by), high: convert(ends.high, by), step: figure.step * unitStep, roundStep: figure.roundStep * unitStep }
}
