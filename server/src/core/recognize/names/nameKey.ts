/**
 * The key under which forms of a name are compared: lower case, points dropped, hyphens and runs of space as one space, apostrophes
 * straight, accents kept apart from letters dropped, no leading "the".
 */
export function nameKey(name: string): string {
  const key = isPlain(name) ? name.toLowerCase() : plainKey(name)
  return key.startsWith('the ') ? key.slice(4) : key
}

/** Whether a name is of ASCII letters, digits and single spaces, as nearly all are. */
function isPlain(name: string): boolean {
  let space = true
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    const letter = (unit | 32) >= 0x61 && (unit | 32) <= 0x7a
    if (!letter && (unit < 0x30 || unit > 0x39) && (unit !== 0x20 || space)) return false
    space = unit === 0x20
  }
  return !space
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
