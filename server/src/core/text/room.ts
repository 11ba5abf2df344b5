/**
 * Memory for many short-lived arrays, given out piece after piece and cleared as a whole. An array of its own memory costs as much to
 * make as a sentence to read.
 */
export interface Room {
  readonly buffer: ArrayBuffer
  /** Bytes given out. */
  used: number
}

/** Makes room for so many bytes, a multiple of 8. */
export const createRoom = (bytes: number): Room => ({ buffer: new ArrayBuffer(bytes), used: 0 })

/** Where so many bytes begin in the room, all of them zero and at a multiple of 8; -1 where there are not as many left. */
export function takeRoom(room: Room, bytes: number): number {
  const start = room.used
  const end = start + ((bytes + 7) & ~7)
  if (end > room.buffer.byteLength) return -1
  room.used = end
  return start
}

/** Takes everything back: arrays in the room must not be used any more. */
export function clearRoom(room: Room): void {
  new Uint8Array(room.buffer, 0, room.used).fill(0)
  room.used = 0
}

/** So many zero bytes, in the room where there is one with as much left. */
export function bytesIn(room: Room | undefined, count: number): Uint8Array {
  const start = room === undefined ? -1 : takeRoom(room, count)
  return room === undefined || start < 0 ? new Uint8Array(count) : new Uint8Array(room.buffer, start, count)
}

/** So many zero numbers, in the room where there is one with as much left. */
export function numbersIn(room: Room | undefined, count: number): Int32Array {
  const start = room === undefined ? -1 : takeRoom(room, count * 4)
  return room === undefined || start < 0 ? new Int32Array(count) : new Int32Array(room.buffer, start, count)
}
