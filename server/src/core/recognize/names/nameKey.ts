/**
 * The key under which forms of a name are compared: lower case, points dropped, hyphens and runs of space as one space, apostrophes
 * straight, accents kept apart from letters dropped, no leading "the".
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.\u00ad\u200b-\u200d]/g, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\s\-\u2010-\u2015]+/g, ' ')
    .trim()
  return plain.startsWith('the ') ? plain.slice(4) : plain
}
