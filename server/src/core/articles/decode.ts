/** Text decoded from bytes, or why the bytes are no text. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly problem: string }

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How many bytes at the start are examined to see what a file is. */
const SAMPLE = 64_000

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte)

// what well-known binary formats begin with
const formats: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
]

/** UTF-16 without a mark: text of mostly Latin letters has a zero byte in every pair, on one side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const end = Math.min(bytes.length, SAMPLE) & ~1
  if (end < 4 || bytes.indexOf(0) < 0) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) evenZeros++
    if (bytes[at + 1] === 0) oddZeros++
  }
  const pairs = end / 2
  if (oddZeros > pairs * 0.6 && evenZeros < pairs * 0.02) return 'utf-16le'
  if (evenZeros > pairs * 0.6 && oddZeros < pairs * 0.02) return 'utf-16be'
  return null
}

/** Control characters that text does not have: all but tab, line feed, form feed, carriage return and escape. */
function controlCount(bytes: Uint8Array): number {
  let count = 0
  const end = Math.min(bytes.length, SAMPLE)
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0b && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b && byte !== 0x1a)
      count++
  }
  return count
}

/** Decoders by encoding: to make one takes longer than to decode an article. */
const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>()

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  let decoder = decoders.get(encoding)
  if (decoder === undefined) decoders.set(encoding, (decoder = new TextDecoder(encoding)))
  return decoder.decode(bytes)
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  return null
}

// bytes 0x80 to 0x9f; the five that Windows-1252 leaves open stay as they are
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Some Node versions decode Windows-1252 as Latin-1, which has control characters for these bytes. */
const decodeWindows1252 = (bytes: Uint8Array): string =>
  decodeAs('windows-1252', bytes).replace(/[\x80-\x9f]/g, control => C1[control.charCodeAt(0) - 0x80])

/**
 * Whether text decoded as UTF-8 was UTF-8, give or take a damaged character: in text of another encoding nearly every character
 * beyond ASCII fails, in damaged UTF-8 few do.
 */
function isMostlyUtf8(text: string): boolean {
  if (!text.includes('\ufffd')) return true
  let failed = 0
  let beyondAscii = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) failed++
    else if (unit > 0x7f) beyondAscii++
  }
  return failed * 4 < beyondAscii
}

/**
 * Decodes a text file: UTF-8 and UTF-16 with or without byte order mark, and Windows-1252 for what is no valid UTF-8.
 * @returns the text, without byte order mark, or in words why the bytes are no text
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes)
  const encoding = marked ?? unmarkedUtf16(bytes)
  if (encoding) return { text: decodeAs(encoding, bytes), encoding }
  const format = formats.find(([, start]) => startsWith(bytes, ...start))
  if (format) return { problem: `it is ${format[0]}, not text` }
  if (controlCount(bytes) > Math.min(bytes.length, SAMPLE) * 0.001) return { problem: 'it is a binary file, not text' }
  const utf8 = decodeAs('utf-8', bytes)
  if (isMostlyUtf8(utf8)) return { text: utf8, encoding: 'utf-8' }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
}
