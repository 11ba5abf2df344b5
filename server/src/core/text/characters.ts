/** What the tokeniser sees in a UTF-16 code unit. */
export const Character = { symbol: 0, space: 1, newline: 2, digit: 3, lower: 4, upper: 5, mark: 6, surrogate: 7, invisible: 8 } as const

const UNITS = 1 << 16
const PAGE = 256
const UNKNOWN = 255
/** The position of the class in an entry, above the lower case. */
const CLASS = 16
/** The class and the lower case of each unit in one number: the tokeniser needs both at every letter. */
const units = new Int32Array(UNITS).fill(UNKNOWN << CLASS)

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

/** Classifies the units of a page. @returns the entry of one of them */
function fillPage(wanted: number): number {
  const start = wanted - (wanted % PAGE)
  for (let unit = start; unit < start + PAGE; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase()
    units[unit] = (classOf(unit) << CLASS) | (lower.length === 1 ? lower.charCodeAt(0) : unit)
  }
  return units[wanted]
}

/** The entry of a code unit, to be taken apart by {@link classIn} and {@link lowerIn}. The table is filled page by page on first use. */
export function character(unit: number): number {
  const known = units[unit]
  return known >> CLASS === UNKNOWN ? fillPage(unit) : known
}

/** The {@link Character} class of a {@link character}. */
export const classIn = (known: number): number => known >> CLASS

/** A {@link character} in lower case, where its lower case is one unit; the unit itself otherwise. */
export const lowerIn = (known: number): number => known & 0xffff

/** A set of signs, given as one text: whether a code unit is one of them. */
export function signSet(signs: string): (unit: number) => boolean {
  const units = Array.from(signs, sign => sign.charCodeAt(0))
  const members = new Uint8Array(1 + Math.max(...units))
  for (const unit of units) members[unit] = 1
  return unit => unit < members.length && members[unit] === 1
}

/** A code unit in lower case, as {@link lowerIn} has it. */
export const lowerUnit = (unit: number): number => lowerIn(character(unit))
