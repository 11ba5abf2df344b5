import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'

// A file that is either as it was written or not there: it is written beside its place and moved there whole, and its head says how long
// it is and what its bytes add up to.

/** "GCK1" */
const MAGIC = 0x314b4347
const HEAD = 16

/** Bytes that are written at once, a multiple of 4. */
const PIECE = 1 << 20

/** One step of FNV-1a for each of some numbers. */
function addAll(numbers: ArrayLike<number>, before: number): number {
  let sum = before
  for (let at = 0; at < numbers.length; at++) sum = Math.imul(sum ^ numbers[at], 0x01000193)
  return sum
}

/**
 * A checksum of bytes, as FNV-1a over 32-bit words: whatever single word differs, it differs.
 * @param before the checksum of the bytes before
 */
export function checksum(bytes: Uint8Array, before = 0x811c9dc5): number {
  if (bytes.byteOffset % 4 !== 0) return checksum(bytes.slice(), before)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
  return addAll(bytes.subarray(words.length * 4), addAll(words, before))
}

async function writeParts(file: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  let length = 0
  let sum = checksum(new Uint8Array())
  for (const part of parts) {
    // piece by piece, so that nothing else has to wait for long
    for (let start = 0; start < part.length; start += PIECE) {
      const piece = part.subarray(start, start + PIECE)
      // writes all of it, however many bytes the system takes at a time
      await file.writeFile(piece)
      sum = checksum(piece, sum)
    }
    length += part.length
  }
  const head = new Uint8Array(Int32Array.of(MAGIC, (length % 2 ** 32) | 0, Math.floor(length / 2 ** 32), sum).buffer)
  await file.write(head, 0, HEAD, 0)
  await file.sync()
}

let written = 0

/**
 * Writes parts as one file in the place of the one at `path`. Rejects where that fails, and leaves everything as it was.
 * @param parts their lengths are multiples of 4, but for the last
 */
export async function writeSealed(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const beside = `${path}.${process.pid}.${++written}.tmp`
  try {
    const file = await open(beside, 'w')
    try {
      await file.write(new Uint8Array(HEAD))
      await writeParts(file, parts)
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Reads so many bytes from a place in a file; fewer where it ends. */
export function readAt(file: number, position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const read = readSync(file, bytes, at, length - at, position + at)
    if (read === 0) return bytes.subarray(0, at)
    at += read
  }
  return bytes
}

function contentOf(file: number): Uint8Array<ArrayBuffer> {
  const head = readAt(file, 0, HEAD)
  if (head.length < HEAD) throw new Error('it ends too early')
  const [magic, low, high, sum] = new Int32Array(head.buffer)
  if (magic !== MAGIC) throw new Error('it is none of ours')
  const length = (low >>> 0) + high * 2 ** 32
  if (fstatSync(file).size !== HEAD + length) throw new Error('it is not as long as it was')
  const content = readAt(file, HEAD, length)
  if (content.length !== length || checksum(content) !== sum) throw new Error('it is damaged')
  return content
}

/** The content of a file that {@link writeSealed} wrote; undefined when there is none. Throws where it is not as it was written. */
export function readSealed(path: string): Uint8Array<ArrayBuffer> | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return contentOf(file)
  } finally {
    closeSync(file)
  }
}
