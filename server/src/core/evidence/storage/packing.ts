// A compact form of plain data: small whole numbers take one byte, a text or a set of keys that occurred before one or two. Objects of a
// few kinds in long lists, as the values of an article are, take about a tenth of what they take in memory.

/** Bytes below are the whole numbers from 0 on themselves; those from there on tell what follows. */
const TAGS = 0xe0

const Tag = {
  null: TAGS,
  true: TAGS + 1,
  false: TAGS + 2,
  /** A whole number and its negative: a count follows. */
  whole: TAGS + 3,
  negative: TAGS + 4,
  /** Any other number: eight bytes follow. */
  double: TAGS + 5,
  /** A text: its length and its UTF-16 code units follow as counts. */
  text: TAGS + 6,
  /** A text that occurred before: its number follows. */
  sameText: TAGS + 7,
  /** A list: its length and items follow. */
  list: TAGS + 8,
  /** An object: the number of its keys, the keys and the values follow. */
  object: TAGS + 9,
  /** An object with the keys of one before: their number and the values follow. */
  sameObject: TAGS + 10,
  /** Arrays of bytes and of 32-bit numbers: length and bytes follow. */
  bytes: TAGS + 11,
  numbers: TAGS + 12,
} as const

/** What can be packed. Keys without a value are left out, as in JSON. */
export type Packable =
  null | undefined | boolean | number | string | Uint8Array | Int32Array | readonly Packable[] | { readonly [key: string]: Packable }

interface Writer {
  bytes: Uint8Array
  length: number
  readonly texts: Map<string, number>
  /** The sets of keys met, each by its number. */
  readonly shapes: (readonly string[])[]
}

/** Room for so many more bytes. */
function reserve(writer: Writer, count: number): void {
  if (writer.length + count <= writer.bytes.length) return
  const bytes = new Uint8Array(2 * (writer.length + count))
  bytes.set(writer.bytes.subarray(0, writer.length))
  writer.bytes = bytes
}

function writeByte(writer: Writer, byte: number): void {
  reserve(writer, 1)
  writer.bytes[writer.length++] = byte
}

/** Seven bits a byte, the lowest first; all but the last byte have the eighth bit set. */
function writeCount(writer: Writer, count: number): void {
  let rest = count
  while (rest >= 0x80) {
    writeByte(writer, (rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  writeByte(writer, rest)
}

function writeTagged(writer: Writer, tag: number, count: number): void {
  writeByte(writer, tag)
  writeCount(writer, count)
}

function writeNumber(writer: Writer, value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    writeByte(writer, Tag.double)
    writeRaw(writer, new Uint8Array(Float64Array.of(value).buffer))
  } else if (value < 0) writeTagged(writer, Tag.negative, -value)
  else if (value < TAGS) writeByte(writer, value)
  else writeTagged(writer, Tag.whole, value)
}

function writeText(writer: Writer, text: string): void {
  const known = writer.texts.get(text)
  if (known !== undefined) return writeTagged(writer, Tag.sameText, known)
  writer.texts.set(text, writer.texts.size)
  const { length } = text
  writeTagged(writer, Tag.text, length)
  // a unit takes three bytes at most
  reserve(writer, 3 * length)
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) writer.bytes[writer.length++] = unit
    else writeCount(writer, unit)
  }
}

function writeRaw(writer: Writer, raw: Uint8Array): void {
  reserve(writer, raw.length)
  writer.bytes.set(raw, writer.length)
  writer.length += raw.length
}

/** Whether the keys of an object that have a value are these, in this order. */
function hasShape(object: { readonly [key: string]: Packable }, keys: readonly string[]): boolean {
  let at = 0
  for (const key in object) if (object[key] !== undefined && key !== keys[at++]) return false
  return at === keys.length
}

/** The number of an object's keys among the sets of keys met; -1 for new ones. */
function shapeOf({ shapes }: Writer, object: { readonly [key: string]: Packable }): number {
  for (let at = 0; at < shapes.length; at++) if (hasShape(object, shapes[at])) return at
  return -1
}

function writeNewShape(writer: Writer, keys: readonly string[]): void {
  writer.shapes.push(keys)
  writeTagged(writer, Tag.object, keys.length)
  for (const key of keys) writeText(writer, key)
}

function writeObject(writer: Writer, object: { readonly [key: string]: Packable }): void {
  const known = shapeOf(writer, object)
  if (known >= 0) writeTagged(writer, Tag.sameObject, known)
  else
    writeNewShape(
      writer,
      Object.keys(object).filter(key => object[key] !== undefined),
    )
  for (const key in object) {
    const value = object[key]
    if (value !== undefined) write(writer, value)
  }
}

function write(writer: Writer, value: Packable): void {
  if (value === null || value === undefined) writeByte(writer, Tag.null)
  else if (typeof value === 'boolean') writeByte(writer, value ? Tag.true : Tag.false)
  else if (typeof value === 'number') writeNumber(writer, value)
  else if (typeof value === 'string') writeText(writer, value)
  else if (value instanceof Uint8Array) {
    writeTagged(writer, Tag.bytes, value.length)
    writeRaw(writer, value)
  } else if (value instanceof Int32Array) {
    writeTagged(writer, Tag.numbers, value.length)
    writeRaw(writer, new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  } else if (isList(value)) {
    writeTagged(writer, Tag.list, value.length)
    for (const item of value) write(writer, item)
  } else writeObject(writer, value)
}

const isList = (value: Packable): value is readonly Packable[] => Array.isArray(value)

/** Room that is written in again and again; what outgrows it much is not kept. */
let scratch: Uint8Array = new Uint8Array(1 << 14)
const LARGEST_SCRATCH = 1 << 20

/** Packs plain data into bytes that stand for themselves: they can be stored and sent. */
export function pack(value: Packable): Uint8Array {
  const writer: Writer = { bytes: scratch, length: 0, texts: new Map(), shapes: [] }
  write(writer, value)
  scratch = writer.bytes.length > LARGEST_SCRATCH ? scratch : writer.bytes
  return writer.bytes.slice(0, writer.length)
}

interface Reader {
  readonly bytes: Uint8Array
  at: number
  readonly texts: string[]
  readonly shapes: (readonly string[])[]
}

function readByte(reader: Reader): number {
  if (reader.at >= reader.bytes.length) throw new RangeError('packed data ends too early')
  return reader.bytes[reader.at++]
}

function readCount(reader: Reader): number {
  let count = 0
  let scale = 1
  for (;;) {
    const byte = readByte(reader)
    count += (byte & 0x7f) * scale
    if (byte < 0x80) return count
    scale *= 0x80
  }
}

/** A copy of the next bytes, so that numbers in it are aligned. */
function readRaw(reader: Reader, length: number): Uint8Array<ArrayBuffer> {
  if (reader.at + length > reader.bytes.length) throw new RangeError('packed data ends too early')
  const raw = new Uint8Array(reader.bytes.subarray(reader.at, reader.at + length))
  reader.at += length
  return raw
}

/** How many units a text or list has that follows: each takes a byte at least, and no more room is made for what is damaged. */
function readLength(reader: Reader): number {
  const length = readCount(reader)
  if (reader.at + length > reader.bytes.length) throw new RangeError('packed data ends too early')
  return length
}

function readText(reader: Reader): string {
  const units = new Array<number>(readLength(reader))
  for (let at = 0; at < units.length; at++) units[at] = readCount(reader)
  const text = textOf(units)
  reader.texts.push(text)
  return text
}

/** How many units a call may be given as arguments. */
const AT_ONCE = 1 << 12

function textOf(units: readonly number[]): string {
  let text = ''
  for (let at = 0; at < units.length; at += AT_ONCE) text += String.fromCharCode(...units.slice(at, at + AT_ONCE))
  return text
}

function readItems<T>(reader: Reader, read: (reader: Reader) => T): T[] {
  // lists are short and many: one that grows takes three times the room
  const items = new Array<T>(readLength(reader))
  for (let at = 0; at < items.length; at++) items[at] = read(reader)
  return items
}

function readObject(reader: Reader, keys: readonly string[]): Packable {
  const object: Record<string, Packable> = {}
  for (const key of keys) object[key] = read(reader)
  return object
}

function readNewObject(reader: Reader): Packable {
  const keys = readItems(reader, read) as string[]
  reader.shapes.push(keys)
  return readObject(reader, keys)
}

function read(reader: Reader): Packable {
  const tag = readByte(reader)
  if (tag < TAGS) return tag
  switch (tag) {
    case Tag.null:
      return null
    case Tag.true:
      return true
    case Tag.false:
      return false
    case Tag.whole:
      return readCount(reader)
    case Tag.negative:
      return -readCount(reader)
    case Tag.double:
      return new Float64Array(readRaw(reader, 8).buffer)[0]
    case Tag.text:
      return readText(reader)
    case Tag.sameText:
      return reader.texts[readCount(reader)]
    case Tag.list:
      return readItems(reader, read)
    case Tag.object:
      return readNewObject(reader)
    case Tag.sameObject:
      return readObject(reader, reader.shapes[readCount(reader)])
    case Tag.bytes:
      return readRaw(reader, readCount(reader))
    case Tag.numbers:
      return new Int32Array(readRaw(reader, 4 * readCount(reader)).buffer)
    default:
      throw new RangeError(`packed data has no tag ${tag}`)
  }
}

/** The data that {@link pack} packed. Throws a RangeError for bytes that end too early. */
export const unpack = (bytes: Uint8Array): Packable => read({ bytes, at: 0, texts: [], shapes: [] })
