// Named references of HTML that prose is likely to hold. A reference that is not listed stays as it is written.
const NAMED =
  'amp & lt < gt > quot " apos \' nbsp \u00a0 ensp \u2002 emsp \u2003 thinsp \u2009 hairsp \u200a numsp \u2007 shy \u00ad zwj \u200d zwnj \u200c ' +
  'ndash \u2013 mdash \u2014 horbar \u2015 minus \u2212 hyphen \u2010 lsquo \u2018 rsquo \u2019 sbquo \u201a ldquo \u201c rdquo \u201d bdquo \u201e ' +
  'laquo \u00ab raquo \u00bb lsaquo \u2039 rsaquo \u203a hellip \u2026 bull \u2022 middot \u00b7 prime \u2032 Prime \u2033 dagger \u2020 Dagger \u2021 ' +
  'percnt % permil \u2030 num # dollar $ cent \u00a2 pound \u00a3 euro \u20ac yen \u00a5 curren \u00a4 sect \u00a7 para \u00b6 copy \u00a9 reg \u00ae trade \u2122 ' +
  'deg \u00b0 plus + plusmn \u00b1 times \u00d7 divide \u00f7 equals = asymp \u2248 ne \u2260 le \u2264 ge \u2265 frac12 \u00bd frac13 \u2153 frac23 \u2154 ' +
  'frac14 \u00bc frac34 \u00be sup1 \u00b9 sup2 \u00b2 sup3 \u00b3 micro \u00b5 ordf \u00aa ordm \u00ba larr \u2190 rarr \u2192 uarr \u2191 darr \u2193 ' +
  'lpar ( rpar ) lsqb [ rsqb ] ast * lowbar _ grave ` colon : semi ; comma , period . sol / bsol \\ vert | excl ! quest ? commat @ hat ^ ' +
  'Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï ' +
  'Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß ETH Ð ' +
  'agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï ' +
  'ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý thorn þ yuml ÿ eth ð ' +
  'OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č cacute ć nacute ń lstrok ł Lstrok Ł sacute ś zacute ź zdot ż'

const named = new Map<string, string>()
// two by two, by hand: a white-space value (nbsp) would be lost in a split on white space of any kind
const words = NAMED.split(' ')
for (let at = 0; at + 1 < words.length; at += 2) named.set(words[at], words[at + 1])

/** A character that may stand in text: not NUL, not half a surrogate pair. */
const isScalar = (point: number): boolean => point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)

/**
 * The text of an HTML character reference.
 * @param reference with `&` and `;`, named, decimal or hexadecimal
 * @returns its text; the reference itself where it is not known
 */
export function decodeEntity(reference: string): string {
  const body = reference.slice(1, -1)
  if (body[0] !== '#') return named.get(body) ?? reference
  const hexadecimal = body[1] === 'x' || body[1] === 'X'
  const point = hexadecimal ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10)
  return isScalar(point) ? String.fromCodePoint(point) : reference
}
