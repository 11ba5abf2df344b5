/** What the tokeniser sees in a UTF-16 code unit. */
export const Character = { symbol: 0, space: 1, newline: 2, digit: 3, lower: 4, upper: 5, mark: 6, surrogate: 7, invisible: 8 } as const

const UNITS = 1 << 16
const PAGE = 256
const UNKNOWN = 255
const classes = new Uint8Array(UNITS).fill(UNKNOWN)
const lowered = new Uint16Array(UNITS)

function classOf(unit: number): number {
  if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return Character.newline
  if (unit >= 0x30 && unit <= 0x39) return Character.digit
  if (unit >= 0xd800 && unit <= 0xdfff) return Character.surrogate
  const text = String.fromCharCode(unit)
  // soft hyphen, zero-width space and joiners, byte order mark: nothing a reader sees
  if (unit === 0xad || (unit >= 0x200b && unit <= 0x200d) || unit === 0x2060 || unit === 0xfeff) return Character.invisible
  if (/\s/u.test(text) || unit < 0x20) return Character.space
  if (/\p{Lu}|\p{Lt}/u.test(text)) return Character.upper
  if (/\p{L}/u.test(text)) return Character.lower
  if (/\p{M}/u.test(text)) return Character.mark
  return Character.symbol
}

/** Finds out what the units of a page are, and gives the class of one of them. */
function fillPage(wanted: number): number {
  const start = wanted - (wanted % PAGE)
  for (let unit = start; unit < start + PAGE; unit++) {
    classes[unit] = classOf(unit)
    const lower = String.fromCharCode(unit).toLowerCase()
    lowered[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit
  }
  return classes[wanted]
}

/** The {@link Character} class of a code unit. Tables are filled page by page on first use. */
export function characterClass(unit: number): number {
  const known = classes[unit]
  return known === UNKNOWN ? fillPage(unit) : known
}

/** A code unit in lower case, where its lower case is one unit; the unit itself otherwise. */
export function lowerUnit(unit: number): number {
  if (classes[unit] === UNKNOWN) fillPage(unit)
  return lowered[unit]
}
