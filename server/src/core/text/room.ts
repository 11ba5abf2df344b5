/**
 * Memory for many short-lived arrays, handed out piece by piece and cleared as a whole. An array with memory of its own costs as much
 * to create as a sentence to read.
 */
export interface Room {
  readonly buffer: ArrayBuffer
  /** How many bytes are handed out. */
  used: number
}

/** Creates a room of `size` bytes, a multiple of 8. */
export const createRoom = (bytes: number): Room => ({ buffer: new ArrayBuffer(bytes), used: 0 })

/** Reserves bytes in the room, all zero. @returns where they begin, at a multiple of 8; -1 if not enough are left */
export function takeRoom(room: Room, bytes: number): number {
  const start = room.used
  const end = start + ((bytes + 7) & ~7)
  if (end > room.buffer.byteLength) return -1
  room.used = end
  return start
}

/** Takes all memory back: arrays in the room must no longer be used. */
export function clearRoom(room: Room): void {
  new Uint8Array(room.buffer, 0, room.used).fill(0)
  room.used = 0
}

/** An array of zero bytes, in the room if there is one with enough left. */
export function bytesIn(room: Room | undefined, count: number): Uint8Array {
  const start = room === undefined ? -1 : takeRoom(room, count)
  return room === undefined || start < 0 ? new Uint8Array(count) : new Uint8Array(room.buffer, start, count)
}

/** An array of zeros, in the room if there is one with enough left. */
export function numbersIn(room: Room | undefined, count: number): Int32Array {
  const start = room === undefined ? -1 : takeRoom(room, count * 4)
  return room === undefined || start < 0 ? new Int32Array(count) : new Int32Array(room.buffer, start, count)
}
