import { eachInSteps, type Steps } from '../../steps'
import { rowAt, rowColumns, rowsIn, rowsInSteps, textColumns, textsIn, type Columns, type Rows } from '../storage/columns'
import { placeOf } from '../storage/postings'
import { findText, textAt, textsInSteps, type Texts } from '../storage/texts'
import { entityKinds, packDetails, unpackDetails, type NameDetails, type NameNode } from './nameNode'
import { wordsOfNames, type StoredWords } from './wordIndex'

/** The nodes of a snapshot, in rows. */
export interface StoredNames {
  /** Ids of nodes, ascending. */
  readonly ids: Int32Array
  /** For each node the number of its key in `keys`. */
  readonly ownKeys: Int32Array
  /** For each node its counts of {@link entityKinds}. */
  readonly kinds: Int32Array
  readonly mentions: Int32Array
  readonly documents: Rows
  /** For each node its packed {@link NameDetails}: from `detailStarts` on. */
  readonly details: Uint8Array
  readonly detailStarts: Int32Array
  /** All keys that nodes go by, ascending. */
  readonly keys: Texts
  /** For each key the id of the node that has it for its own; 0 for none. */
  readonly nodeOfKey: Int32Array
  /** For each key the ids of the nodes that go by it. */
  readonly nodesOfKey: Rows
  readonly words: StoredWords
  readonly initials: Texts
  /** For each of the initials the names that have them, by their number in `keys`. */
  readonly namesOfInitials: Rows
}

/** The row of a node; -1 for none. */
export function rowOfNode({ ids }: StoredNames, id: number): number {
  const row = placeOf(ids, id)
  return ids[row] === id ? row : -1
}

/** The key of a node. */
export const keyInRow = ({ keys, ownKeys }: StoredNames, row: number): string => textAt(keys, ownKeys[row])

/** The packed details of a node. */
const detailsInRow = ({ details, detailStarts }: StoredNames, row: number): Uint8Array =>
  details.subarray(detailStarts[row], detailStarts[row + 1])

/** A node of a snapshot; its details are unpacked when they are first asked for. */
class StoredNode implements NameNode {
  readonly id: number
  readonly key: string
  readonly kinds: ArrayLike<number>
  readonly documents: ArrayLike<number>
  readonly mentions: number
  readonly #packed: Uint8Array
  #details: NameDetails | undefined

  constructor(stored: StoredNames, row: number) {
    this.id = stored.ids[row]
    this.key = keyInRow(stored, row)
    this.kinds = stored.kinds.subarray(row * entityKinds.length, (row + 1) * entityKinds.length)
    this.documents = rowAt(stored.documents, row)
    this.mentions = stored.mentions[row]
    this.#packed = detailsInRow(stored, row)
  }

  #unpacked(): NameDetails {
    return (this.#details ??= unpackDetails(this.#packed))
  }

  get forms(): NameDetails['forms'] {
    return this.#unpacked().forms
  }

  get keys(): NameDetails['keys'] {
    return this.#unpacked().keys
  }

  get roles(): NameDetails['roles'] {
    return this.#unpacked().roles
  }
}

/** A node; its details are unpacked when they are first asked for. */
export const nodeInRow = (stored: StoredNames, row: number): NameNode => new StoredNode(stored, row)

/** The number of a key; -1 for none. */
export const numberOfKey = ({ keys }: StoredNames, key: string): number => findText(keys, key)

/** The id of the node that has a key for its own; 0 for none. */
export function nodeWithKey(stored: StoredNames, key: string): number {
  const at = numberOfKey(stored, key)
  return at < 0 ? 0 : stored.nodeOfKey[at]
}

/** The ids of the nodes that go by a key. */
export function nodesWithForm(stored: StoredNames, key: string): ArrayLike<number> {
  const at = numberOfKey(stored, key)
  return at < 0 ? [] : rowAt(stored.nodesOfKey, at)
}

/** The keys of the names with some initials. */
export function namesWithInitials({ keys, initials, namesOfInitials }: StoredNames, letters: string): readonly string[] {
  const at = findText(initials, letters)
  return at < 0 ? [] : Array.from(rowAt(namesOfInitials, at), key => textAt(keys, key))
}

/** A node to be stored, with its details packed. */
export type NodeToStore = Omit<NameNode, keyof NameDetails> & { readonly details: Uint8Array }

/** Makes a node ready to be stored. */
export const toStore = ({ id, key, kinds, documents, mentions, ...details }: NameNode): NodeToStore => ({
  id,
  key,
  kinds,
  documents,
  mentions,
  details: packDetails(details),
})

/** A node that is stored already: its details stay packed. */
export function fromStore(stored: StoredNames, row: number): NodeToStore {
  const { id, key, kinds, documents, mentions } = nodeInRow(stored, row)
  return { id, key, kinds, documents, mentions, details: detailsInRow(stored, row) }
}

function joined(parts: readonly Uint8Array[]): { readonly bytes: Uint8Array; readonly starts: Int32Array } {
  const starts = new Int32Array(parts.length + 1)
  parts.forEach((part, at) => (starts[at + 1] = starts[at] + part.length))
  const bytes = new Uint8Array(starts[parts.length])
  parts.forEach((part, at) => bytes.set(part, starts[at]))
  return { bytes, starts }
}

/** What goes by one key. */
export interface KeyToStore {
  readonly key: string
  /** Id of the node that has it for its own; 0 for none. */
  readonly own: number
  /** Ids of all nodes that go by it. */
  readonly nodes: ArrayLike<number>
}

/**
 * Nodes and keys as columns.
 * @param nodes in order of their ids
 * @param entries in order of their keys
 * @param initialsOf the initials of a key, by which it can be found
 */
export function* nameColumns(
  nodes: readonly NodeToStore[],
  entries: readonly KeyToStore[],
  initialsOf: (key: string) => string,
): Steps<Columns> {
  const keys = entries.map(({ key }) => key)
  const keyTexts = yield* textsInSteps(keys)
  const { words, names } = yield* wordsOfNames(keys)
  const byInitials = new Map<string, number[]>()
  yield* eachInSteps(keys, (key, number) => {
    const initials = initialsOf(key)
    if (initials.length < 2) return
    const list = byInitials.get(initials)
    if (list) list.push(number)
    else byInitials.set(initials, [number])
  })
  const initials = [...byInitials.keys()].sort()
  const details = joined(nodes.map(node => node.details))
  const ownKeys = new Int32Array(nodes.length)
  yield* eachInSteps(nodes, ({ key }, row) => (ownKeys[row] = findText(keyTexts, key)))
  return {
    'node.ids': Int32Array.from(nodes, ({ id }) => id),
    'node.ownKeys': ownKeys,
    'node.kinds': Int32Array.from(nodes.flatMap(({ kinds }) => Array.from(kinds))),
    'node.mentions': Int32Array.from(nodes, ({ mentions }) => mentions),
    ...rowColumns('node.documents', yield* rowsInSteps(nodes, ({ documents }) => documents)),
    'node.details': details.bytes,
    'node.details.starts': details.starts,
    ...textColumns('key', keyTexts),
    'key.node': Int32Array.from(entries, ({ own }) => own),
    ...rowColumns('key.nodes', yield* rowsInSteps(entries, entry => entry.nodes)),
    ...textColumns('word', yield* textsInSteps(words)),
    ...rowColumns('word.names', yield* rowsInSteps(names, list => list)),
    ...textColumns('initials', yield* textsInSteps(initials)),
    ...rowColumns('initials.names', yield* rowsInSteps(initials, letters => byInitials.get(letters)!)),
  }
}

/** Nodes and keys in columns of {@link nameColumns}. */
export function namesIn(columns: Columns): StoredNames {
  const keys = textsIn(columns, 'key')
  return {
    ids: columns['node.ids'] as Int32Array,
    ownKeys: columns['node.ownKeys'] as Int32Array,
    kinds: columns['node.kinds'] as Int32Array,
    mentions: columns['node.mentions'] as Int32Array,
    documents: rowsIn(columns, 'node.documents'),
    details: columns['node.details'] as Uint8Array,
    detailStarts: columns['node.details.starts'] as Int32Array,
    keys,
    nodeOfKey: columns['key.node'] as Int32Array,
    nodesOfKey: rowsIn(columns, 'key.nodes'),
    words: { words: textsIn(columns, 'word'), names: rowsIn(columns, 'word.names'), keys },
    initials: textsIn(columns, 'initials'),
    namesOfInitials: rowsIn(columns, 'initials.names'),
  }
}
