/** What the tokeniser sees in a UTF-16 code unit. */
export const Character = { symbol: 0, space: 1, newline: 2, digit: 3, lower: 4, upper: 5, mark: 6, surrogate: 7, invisible: 8 } as const

const PAGE = 256
const classes: (Uint8Array | undefined)[] = new Array(65536 / PAGE)
const lowered: (Uint16Array | undefined)[] = new Array(65536 / PAGE)

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

function page(number: number): Uint8Array {
  const known = classes[number]
  if (known) return known
  const made = new Uint8Array(PAGE)
  const low = new Uint16Array(PAGE)
  for (let index = 0; index < PAGE; index++) {
    const unit = number * PAGE + index
    made[index] = classOf(unit)
    const lower = String.fromCharCode(unit).toLowerCase()
    low[index] = lower.length === 1 ? lower.charCodeAt(0) : unit
  }
  classes[number] = made
  lowered[number] = low
  return made
}

/** The {@link Character} class of a code unit. Tables are filled page by page on first use. */
export const characterClass = (unit: number): number => (classes[unit >> 8] ?? page(unit >> 8))[unit & 255]

/** A code unit in lower case, where its lower case is one unit; the unit itself otherwise. */
export function lowerUnit(unit: number): number {
  if (lowered[unit >> 8] === undefined) page(unit >> 8)
  return lowered[unit >> 8]![unit & 255]
}
