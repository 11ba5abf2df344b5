/**
 * The key under which forms of a name are compared: lower case, points dropped, hyphens and runs of space as one space, apostrophes
 * straight, accents kept apart from letters dropped, no leading "the".
 */
export function nameKey(name: string): string {
  const key = isPlain(name) ? name.toLowerCase() : plainKey(name)
  return key.startsWith('the ') ? key.slice(4) : key
}

const SPACE = 0x20
const HYPHEN = 0x2d
const POINT = 0x2e
const LAST_OF_ASCII = 0x7e

/** Whether of a name nothing but the case changes: it is of ASCII signs and single spaces, without hyphens and points, as nearly all are. */
function isPlain(name: string): boolean {
  let before = SPACE
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    if (unit < SPACE || unit > LAST_OF_ASCII || unit === HYPHEN || unit === POINT || (unit === SPACE && before === SPACE)) return false
    before = unit
  }
  return before !== SPACE
}

function plainKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.\u00ad\u200b-\u200d]/g, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\s\-\u2010-\u2015]+/g, ' ')
    .trim()
}
