import { Gap, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import type { Dimension } from '../figure'
import { afterHyphen, isDigits, isGlued, isOneOf, isSymbol, isWord, lengthAt, Sign, textAt, wordAt } from '../scan'

/** A unit of measure: its symbol, what it measures, and how many base units of that dimension it makes. */
export interface Unit {
  readonly symbol: string
  readonly dimension: Dimension
  readonly factor: number
}

const POUND = 0.45359237
const MILE = 1609.344
const FOOT = 0.3048
const YEAR = 365.25

/**
 * Units by symbol, dimension and size, then their words and their abbreviations. Sizes follow the SI brochure and the
 * international yard and pound agreement of 1959; base units are metre, square metre, kilogram, litre, metre a second, joule,
 * watt, bit, hertz, pascal and, for durations, the day.
 */
const table: readonly (readonly [symbol: string, dimension: Dimension, factor: number, words: string, abbreviations: string])[] = [
  ['pm', 'length', 1e-12, 'picometre picometres picometer picometers', ''],
  ['nm', 'length', 1e-9, 'nanometre nanometres nanometer nanometers', 'nm'],
  ['μm', 'length', 1e-6, 'micrometre micrometres micrometer micrometers micron microns', 'μm µm'],
  ['mm', 'length', 1e-3, 'millimetre millimetres millimeter millimeters', 'mm'],
  ['cm', 'length', 1e-2, 'centimetre centimetres centimeter centimeters', 'cm cms'],
  ['dm', 'length', 0.1, 'decimetre decimetres decimeter decimeters', 'dm'],
  ['m', 'length', 1, 'metre metres meter meters', 'm'],
  ['km', 'length', 1000, 'kilometre kilometres kilometer kilometers', 'km kms'],
  ['in', 'length', FOOT / 12, 'inch inches', 'in'],
  ['ft', 'length', FOOT, 'foot feet', 'ft'],
  ['yd', 'length', 3 * FOOT, 'yard yards', 'yd yds'],
  ['mi', 'length', MILE, 'mile miles', 'mi'],
  ['fur', 'length', MILE / 8, 'furlong furlongs', ''],
  ['ac', 'area', 4046.8564224, 'acre acres', ''],
  ['ha', 'area', 10_000, 'hectare hectares', 'ha'],
  ['m²', 'area', 1, '', 'sqm'],
  ['ft²', 'area', FOOT ** 2, '', 'sqft'],
  ['μg', 'mass', 1e-9, 'microgram micrograms microgramme microgrammes', 'μg µg mcg'],
  ['mg', 'mass', 1e-6, 'milligram milligrams milligramme milligrammes', 'mg'],
  ['g', 'mass', 1e-3, 'gram grams gramme grammes', 'g'],
  ['kg', 'mass', 1, 'kilogram kilograms kilogramme kilogrammes kilo kilos', 'kg kgs'],
  ['t', 'mass', 1000, 'tonne tonnes', 't'],
  ['ton', 'mass', 907.18474, 'ton tons', ''],
  ['kt', 'mass', 1e6, 'kiloton kilotons kilotonne kilotonnes', ''],
  ['oz', 'mass', POUND / 16, 'ounce ounces', 'oz'],
  ['lb', 'mass', POUND, 'pound pounds', 'lb lbs'],
  ['st', 'mass', 14 * POUND, 'stone', 'st'],
  ['ct', 'mass', 2e-4, 'carat carats', ''],
  ['dr', 'mass', POUND / 256, 'drachm dram drams', ''],
  ['ml', 'volume', 1e-3, 'millilitre millilitres milliliter milliliters', 'ml mL'],
  ['cl', 'volume', 0.01, 'centilitre centilitres centiliter centiliters', 'cl'],
  ['l', 'volume', 1, 'litre litres liter liters', 'l L'],
  ['pt', 'volume', 0.473176473, 'pint pints', ''],
  ['gal', 'volume', 3.785411784, 'gallon gallons', 'gal'],
  ['bbl', 'volume', 158.987294928, 'barrel barrels', 'bbl'],
  ['bu', 'volume', 35.23907016688, 'bushel bushels', ''],
  ['tsp', 'volume', 0.00492892159375, 'teaspoon teaspoons', 'tsp'],
  ['tbsp', 'volume', 0.01478676478125, 'tablespoon tablespoons', 'tbsp'],
  ['cup', 'volume', 0.2365882365, 'cup', ''],
  ['bpd', 'volume', 158.987294928, '', 'bpd'],
  ['mph', 'speed', MILE / 3600, '', 'mph'],
  ['km/h', 'speed', 1 / 3.6, '', 'kph kmh kmph'],
  ['kn', 'speed', 1852 / 3600, 'knot knots', 'kts'],
  ['J', 'energy', 1, 'joule joules', ''],
  ['kJ', 'energy', 1e3, 'kilojoule kilojoules', 'kJ'],
  ['MJ', 'energy', 1e6, 'megajoule megajoules', 'MJ'],
  ['kcal', 'energy', 4184, 'calorie calories', 'kcal cal'],
  ['Wh', 'energy', 3600, '', 'Wh'],
  ['kWh', 'energy', 3.6e6, '', 'kWh'],
  ['MWh', 'energy', 3.6e9, '', 'MWh'],
  ['GWh', 'energy', 3.6e12, '', 'GWh'],
  ['TWh', 'energy', 3.6e15, '', 'TWh'],
  ['W', 'power', 1, 'watt watts', 'W'],
  ['kW', 'power', 1e3, 'kilowatt kilowatts', 'kW'],
  ['MW', 'power', 1e6, 'megawatt megawatts', 'MW'],
  ['GW', 'power', 1e9, 'gigawatt gigawatts', 'GW'],
  ['TW', 'power', 1e12, 'terawatt terawatts', 'TW'],
  ['hp', 'power', 745.69987158227, 'horsepower', 'hp bhp'],
  ['bit', 'data', 1, 'bit bits', ''],
  ['kbit', 'data', 1e3, 'kilobit kilobits', 'kbps Kbps'],
  ['Mbit', 'data', 1e6, 'megabit megabits', 'Mb Mbps'],
  ['Gbit', 'data', 1e9, 'gigabit gigabits', 'Gb Gbps'],
  ['B', 'data', 8, 'byte bytes', ''],
  ['KB', 'data', 8e3, 'kilobyte kilobytes', 'KB kB kb'],
  ['MB', 'data', 8e6, 'megabyte megabytes', 'MB mb'],
  ['GB', 'data', 8e9, 'gigabyte gigabytes', 'GB gb'],
  ['TB', 'data', 8e12, 'terabyte terabytes', 'TB tb'],
  ['PB', 'data', 8e15, 'petabyte petabytes', 'PB'],
  ['Hz', 'frequency', 1, 'hertz', 'Hz'],
  ['kHz', 'frequency', 1e3, 'kilohertz', 'kHz'],
  ['MHz', 'frequency', 1e6, 'megahertz', 'MHz'],
  ['GHz', 'frequency', 1e9, 'gigahertz', 'GHz'],
  ['Pa', 'pressure', 1, 'pascal pascals', 'Pa'],
  ['hPa', 'pressure', 100, 'hectopascal hectopascals millibar millibars', 'hPa mbar'],
  ['psi', 'pressure', 6894.757293168, '', 'psi'],
  ['ms', 'duration', 1 / 86_400_000, 'millisecond milliseconds', 'ms'],
  ['s', 'duration', 1 / 86_400, 'second seconds', 's sec secs'],
  ['min', 'duration', 1 / 1440, 'minute minutes', 'min mins'],
  ['h', 'duration', 1 / 24, 'hour hours', 'h hr hrs'],
  ['day', 'duration', 1, 'day days', ''],
  ['week', 'duration', 7, 'week weeks', 'wk wks'],
  ['fortnight', 'duration', 14, 'fortnight fortnights', ''],
  ['month', 'duration', YEAR / 12, 'month months', ''],
  ['year', 'duration', YEAR, 'year years', 'yr yrs'],
  ['decade', 'duration', 10 * YEAR, 'decade decades', ''],
  ['century', 'duration', 100 * YEAR, 'century centuries', ''],
  ['°C', 'temperature', 1, 'celsius celcius centigrade centigrate', 'C'],
  ['°F', 'temperature', 5 / 9, 'fahrenheit farenheit', 'F'],
  ['K', 'temperature', 1, 'kelvin', ''],
  ['°', 'temperature', 1, 'degree degrees deg', ''],
]

/** Abbreviations that a space before would make another word: "5t", but not "5 t". */
const tightOnly = new Set(['in', 'h', 's', 't', 'l', 'L', 'W', 'C', 'F', 'st', 'ha', 'mb', 'gb', 'tb', 'kb', 'cal', 'gal', 'mi'])

const symbols = new Map<string, Unit>()
const spelled: Record<string, Unit> = {}
const abbreviated: Record<string, Map<string, Unit>> = {}

for (const [symbol, dimension, factor, words, abbreviations] of table) {
  const unit = { symbol, dimension, factor }
  symbols.set(symbol, unit)
  if (words !== '') spelled[words] = unit
  for (const written of abbreviations.split(' ').filter(Boolean)) (abbreviated[written.toLowerCase()] ??= new Map()).set(written, unit)
}
for (const [symbol, { factor }] of [...symbols])
  if (symbols.get(symbol)!.dimension === 'length') {
    symbols.set(`${symbol}²`, { symbol: `${symbol}²`, dimension: 'area', factor: factor ** 2 })
    symbols.set(`${symbol}³`, { symbol: `${symbol}³`, dimension: 'volume', factor: factor ** 3 * 1000 })
  }
for (const [symbol, factor] of [
  ['m/s', 1],
  ['km/s', 1000],
  ['km/h', 1 / 3.6],
  ['mph', MILE / 3600],
  ['ft/s', FOOT],
] as const)
  symbols.set(symbol, { symbol, dimension: 'speed', factor })

const unitWords = wordTable(spelled)
const unitAbbreviations = wordTable(abbreviated)

/** The unit of a symbol as figures carry it, or undefined for one that is no measure (a currency, "%"). */
export const unitOf = (symbol: string): Unit | undefined => symbols.get(symbol)

const isSquare = wordSet('square sq')
const isCubic = wordSet('cubic cu')
const isMetric = wordSet('metric')
const isNautical = wordSet('nautical')
const isTonLike = wordSet('ton tons tonne tonnes')
const isMileLike = wordSet('mile miles')
const isShort = wordSet('short long imperial us fluid troy')
const isPer = wordSet('per a an')
const isHour = wordSet('hour h hr')
const isSecond = wordSet('second s sec')
const isFahrenheit = wordSet('f')
const isCelsius = wordSet('c')

/** A unit as read from a text, up to token `next`. */
export interface UnitReading {
  readonly unit: Unit
  readonly next: number
}

const NAUTICAL_MILE: Unit = { symbol: 'nmi', dimension: 'length', factor: 1852 }
symbols.set('nmi', NAUTICAL_MILE)

const isInch = wordSet('in')

/** "in" after the inches of "5 ft 2 in", where nothing follows that the preposition could lead to. */
export const isInchAbbreviation = (tokens: Tokens, at: number): boolean => isOneOf(tokens, at, isInch) && !isDigits(tokens, at + 1)

const isTonne = wordSet('t')
const isWeighed = wordSet('of co')

/** Whether a lone "t" after a number is tonnes: "1,900 t CO₂", "5,000 t of steel". */
const weighs = (tokens: Tokens, at: number): boolean => isOneOf(tokens, at, isTonne) && isOneOf(tokens, at + 1, isWeighed)

/** The unit whose word or abbreviation is the token at `at`; `tight` when it is written together with the number. */
function simpleUnit(tokens: Tokens, at: number, tight: boolean): Unit | undefined {
  const word = wordAt(tokens, at)
  if (word === 0) return undefined
  const spelledOut = unitWords(word)
  if (spelledOut) return spelledOut
  const abbreviation = unitAbbreviations(word)
  if (abbreviation === undefined) return undefined
  const written = textAt(tokens, at)
  if (!tight && tightOnly.has(written) && !weighs(tokens, at)) return undefined
  return abbreviation.get(written) ?? (written.length > 2 ? abbreviation.values().next().value : undefined)
}

/** "square feet", "sq. km", "cubic metres" */
function powerUnit(tokens: Tokens, at: number): UnitReading | null {
  const exponent = isOneOf(tokens, at, isSquare) ? '²' : isOneOf(tokens, at, isCubic) ? '³' : ''
  if (exponent === '') return null
  const dotted = isSymbol(tokens, at + 1, Sign.point) && isGlued(tokens, at + 1) ? at + 2 : at + 1
  const place = afterHyphen(tokens, dotted)
  const unit = simpleUnit(tokens, place, false)
  const raised = unit && symbols.get(unit.symbol + exponent)
  return raised ? { unit: raised, next: place + 1 } : null
}

/** "km2", "m²", "ft³" after a length */
function raisedUnit(tokens: Tokens, unit: Unit, next: number): UnitReading | null {
  if (unit.dimension !== 'length' || !isGlued(tokens, next)) return null
  const isTwo = isSymbol(tokens, next, 0xb2) || (isDigits(tokens, next) && textAt(tokens, next) === '2')
  const isThree = isSymbol(tokens, next, 0xb3) || (isDigits(tokens, next) && textAt(tokens, next) === '3')
  const raised = isTwo ? symbols.get(`${unit.symbol}²`) : isThree ? symbols.get(`${unit.symbol}³`) : undefined
  return raised ? { unit: raised, next: next + 1 } : null
}

/** "miles per hour", "metres a second", "km/h" */
function speedUnit(tokens: Tokens, unit: Unit, next: number): UnitReading | null {
  if (unit.dimension !== 'length') return null
  const divided = isOneOf(tokens, next, isPer) || isSymbol(tokens, next, Sign.slash)
  if (!divided) return null
  const hourly = isOneOf(tokens, next + 1, isHour)
  if (!hourly && !isOneOf(tokens, next + 1, isSecond)) return null
  const symbol = unit.symbol === 'mi' && hourly ? 'mph' : `${unit.symbol}/${hourly ? 'h' : 's'}`
  const speed = symbols.get(symbol)
  return speed ? { unit: speed, next: next + 2 } : null
}

const energies: Record<string, string> = { W: 'Wh', kW: 'kWh', MW: 'MWh', GW: 'GWh', TW: 'TWh' }
const isHours = wordSet('hour hours')

/** "kilowatt-hours" */
function energyUnit(tokens: Tokens, unit: Unit, next: number): UnitReading | null {
  const symbol = energies[unit.symbol]
  const place = afterHyphen(tokens, next)
  return symbol !== undefined && isOneOf(tokens, place, isHours) ? { unit: symbols.get(symbol)!, next: place + 1 } : null
}

/** "degrees Celsius", "deg. F", "°C", "° F", "degrees" */
function temperatureUnit(tokens: Tokens, unit: Unit, next: number): UnitReading | null {
  if (unit.symbol !== '°') return null
  const dotted = isSymbol(tokens, next, Sign.point) && isGlued(tokens, next) && lengthAt(tokens, next - 1) === 3 ? next + 1 : next
  const scale = simpleUnit(tokens, dotted, false)
  if (scale?.dimension === 'temperature' && scale.symbol !== '°') return { unit: scale, next: dotted + 1 }
  if (isOneOf(tokens, dotted, isCelsius)) return { unit: symbols.get('°C')!, next: dotted + 1 }
  if (isOneOf(tokens, dotted, isFahrenheit)) return { unit: symbols.get('°F')!, next: dotted + 1 }
  return { unit, next: dotted }
}

/**
 * Reads the unit after a number.
 * @param at the token after the number; a hyphen may join them
 * @returns the unit and where it ends, or null
 */
export function readUnit(tokens: Tokens, at: number): UnitReading | null {
  if (at >= tokens.count || tokens.gaps[at] === Gap.newline) return null
  if (isSymbol(tokens, at, Sign.degree)) return temperatureUnit(tokens, symbols.get('°')!, at + 1)
  const place = afterHyphen(tokens, at)
  if (!isWord(tokens, place)) return null
  if (isOneOf(tokens, place, isNautical) && isOneOf(tokens, place + 1, isMileLike)) return { unit: NAUTICAL_MILE, next: place + 2 }
  const qualified = isOneOf(tokens, place, isShort) ? place + 1 : place
  if (isOneOf(tokens, place, isMetric) && isOneOf(tokens, place + 1, isTonLike)) return { unit: symbols.get('t')!, next: place + 2 }
  const power = powerUnit(tokens, place)
  if (power) return power
  const unit = simpleUnit(tokens, qualified, isGlued(tokens, qualified) && qualified === at)
  if (unit === undefined || (qualified !== place && unit.dimension !== 'mass' && unit.dimension !== 'volume')) return null
  const next = qualified + 1
  return (
    temperatureUnit(tokens, unit, next) ??
    raisedUnit(tokens, unit, next) ??
    speedUnit(tokens, unit, next) ??
    energyUnit(tokens, unit, next) ?? { unit, next }
  )
}
