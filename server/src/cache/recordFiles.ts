import { closeSync, existsSync, fstatSync, fsync, openSync, rmSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { ByteStore } from '../core/evidence/storage/byteStore'
import { checksum, readAt } from './sealedFile'

/** What was kept is not what is read: the file was changed by somebody else. */
export class DamagedRecord extends Error {}

/** A file of records as a snapshot names it. */
export interface RecordFile {
  readonly name: string
  /** Bytes of it that hold records. */
  readonly size: number
  /** How many records these are. */
  readonly records: number
}

/**
 * Records in files of one folder. Files that others wrote are only read, new records go to a file of our own, so that two programs that
 * keep records in one folder never write to the same file. Without a folder, or when the disk takes no more, records stay in memory.
 */
export interface RecordFiles extends ByteStore {
  /**
   * Opens the files that a snapshot names, in its order, so that its places lead to the same records again. To be called before anything
   * is kept.
   * @throws where one is missing or too short
   */
  open(folder: string, files: readonly RecordFile[]): void
  /** Writes down everything to the last byte. @returns the files; undefined where some of it cannot be on disk */
  settle(): Promise<readonly RecordFile[] | undefined>
  /** How many records there are, and in how many files. */
  count(): { readonly records: number; readonly files: number }
  /** Takes over all records of another store, in the place of all of its own. */
  become(other: RecordFiles): void
  /** Forgets all records and the files of its own. */
  clear(): void
}

interface OpenFile {
  readonly path: string
  readonly file: number
  size: number
  records: number
}

/** The file that is written to, its number, and what is still to be written to it. */
interface OwnFile {
  readonly number: number
  pending: Uint8Array[]
  pendingSize: number
}

/** All that a store is. */
interface State {
  folder: string | undefined
  files: OpenFile[]
  own: OwnFile | undefined
  /** Records that are in memory alone. */
  memory: Uint8Array[]
}

const states = new WeakMap<RecordFiles, State>()

/** Places are the number of a file and an offset in it; records in memory have a number of file that no file gets. */
const FILE_SHIFT = 2 ** 40
const MEMORY = 4096 * FILE_SHIFT

/** Length and checksum of a record. */
const HEAD = 8

/** Bytes that are read at once: most records have fewer. */
const READ = 8192

/** New records are written in pieces of about this size, in bytes. */
const PIECE = 1 << 18

const sync = promisify(fsync)

function framed(bytes: Uint8Array): Uint8Array {
  const record = new Uint8Array(HEAD + bytes.length)
  record.set(bytes, HEAD)
  new Int32Array(record.buffer, 0, 2).set([bytes.length, checksum(bytes)])
  return record
}

/**
 * The content of a record in a file.
 * @param room how long the record can be at the most
 */
function readRecord(file: number, offset: number, room: number): Uint8Array {
  const start = readAt(file, offset, Math.min(READ, room))
  if (start.length < HEAD) throw new DamagedRecord('a record ends too early')
  const [length, sum] = new Int32Array(start.buffer, 0, 2)
  if (length < 0 || length > room - HEAD) throw new DamagedRecord('a record is damaged')
  const content = length <= start.length - HEAD ? start.slice(HEAD, HEAD + length) : readAt(file, offset + HEAD, length)
  if (content.length !== length || checksum(content) !== sum) throw new DamagedRecord('a record is damaged')
  return content
}

/**
 * Creates the store.
 * @param complain called when the disk takes no more
 * @param damaged called when a record is not as it was written; whoever asked for it gets a {@link DamagedRecord}
 */
export function createRecordFiles(complain: (problem: string) => void, damaged: () => void): RecordFiles {
  const state: State = { folder: undefined, files: [], own: undefined, memory: [] }

  /** From now on records stay in memory. */
  const giveUp = ({ message }: Error): void => {
    state.folder = undefined
    complain(message)
  }

  const ownFile = (folder: string): OwnFile | undefined => {
    if (state.own !== undefined) return state.own
    try {
      const path = join(folder, `${Date.now().toString(36)}-${process.pid.toString(36)}-${Math.random().toString(36).slice(2)}.records`)
      state.files.push({ path, file: openSync(path, 'wx+'), size: 0, records: 0 })
      state.own = { number: state.files.length - 1, pending: [], pendingSize: 0 }
    } catch (error) {
      giveUp(error as Error)
    }
    return state.own
  }

  const writePending = (): void => {
    const { own, files } = state
    if (own === undefined || own.pendingSize === 0 || state.folder === undefined) return
    const piece = Buffer.concat(own.pending)
    const target = files[own.number]
    try {
      for (let at = 0; at < piece.length;) at += writeSync(target.file, piece, at, piece.length - at, target.size + at)
      target.size += piece.length
      target.records += own.pending.length
      own.pending = []
      own.pendingSize = 0
    } catch (error) {
      // what waits can be read where it is
      giveUp(error as Error)
    }
  }

  const keepInMemory = (bytes: Uint8Array): number => MEMORY + state.memory.push(bytes) - 1

  const pendingRecord = ({ pending }: OwnFile, offset: number): Uint8Array => {
    let start = 0
    for (const record of pending) {
      if (start === offset) return record.subarray(HEAD)
      start += record.length
    }
    throw new DamagedRecord('there is no such record')
  }

  const readPlace = (place: number): Uint8Array => {
    const { files, own, memory } = state
    if (place >= MEMORY) return memory[place - MEMORY]
    const file = files[Math.floor(place / FILE_SHIFT)]
    const offset = place % FILE_SHIFT
    return own !== undefined && offset >= file.size
      ? pendingRecord(own, offset - file.size)
      : readRecord(file.file, offset, file.size - offset)
  }

  const store: RecordFiles = {
    keep(bytes) {
      const own = state.folder === undefined ? undefined : ownFile(state.folder)
      if (own === undefined) return keepInMemory(bytes)
      const record = framed(bytes)
      const place = own.number * FILE_SHIFT + state.files[own.number].size + own.pendingSize
      own.pending.push(record)
      own.pendingSize += record.length
      if (own.pendingSize >= PIECE) writePending()
      return place
    },
    read(place) {
      try {
        return readPlace(place)
      } catch (error) {
        damaged()
        throw error
      }
    },
    open(folder, names) {
      state.folder = folder
      for (const { name, size, records } of names) {
        const path = join(folder, basename(name))
        const file = openSync(path, 'r')
        state.files.push({ path, file, size, records })
        if (fstatSync(file).size < size) throw new Error(`${name} ends too early`)
      }
    },
    async settle() {
      writePending()
      const { folder, files, own, memory } = state
      const written = files.map(({ path, size, records }) => ({ name: basename(path), size, records }))
      if (folder === undefined || memory.length > 0) return undefined
      if (own !== undefined) await sync(files[own.number].file)
      return files.every(({ path }) => existsSync(path)) ? written : undefined
    },
    count: () => ({
      records: state.files.reduce((sum, { records }) => sum + records, state.own?.pending.length ?? 0),
      files: state.files.length,
    }),
    become(other) {
      for (const { file } of state.files) closeSync(file)
      Object.assign(state, states.get(other))
    },
    clear() {
      for (const { file } of state.files) closeSync(file)
      if (state.own !== undefined) rmSync(state.files[state.own.number].path, { force: true })
      Object.assign(state, { files: [], own: undefined, memory: [] })
    },
  }
  states.set(store, state)
  return store
}
