import { keyInitials } from '../../recognize/names/nameForms'
import { eachInSteps, type Steps } from '../../steps'
import { rowAt, type Columns } from '../storage/columns'
import { settleLists } from '../storage/lists'
import { settleSlots, slotColumns } from '../storage/slotTable'
import { allTexts, byUnits } from '../storage/texts'
import { nodeNamed, type EntityRegistry } from './registry'
import {
  fromStore,
  nameColumns,
  namesIn,
  namesWithInitials,
  nodesWithForm,
  toStore,
  type KeyToStore,
  type NodeToStore,
} from './storedNames'
import { settleWords } from './wordIndex'

/** All nodes, in order of their ids. */
function* nodesToStore({ stored, changed }: EntityRegistry): Steps<NodeToStore[]> {
  const nodes: NodeToStore[] = []
  if (stored !== null)
    yield* eachInSteps(stored.ids, (id, row) => {
      if (!changed.has(id)) nodes.push(fromStore(stored, row))
    })
  yield* eachInSteps(changed.values(), node => {
    if (node !== null) nodes.push(toStore(node))
  })
  return nodes.sort((a, b) => a.id - b.id)
}

/** All keys, in order. */
function* keysToStore(registry: EntityRegistry): Steps<KeyToStore[]> {
  const { stored, byForm } = registry
  const entries: KeyToStore[] = []
  const enter = (key: string, nodes: ArrayLike<number>): void => void entries.push({ key, own: nodeNamed(registry, key), nodes })
  if (stored !== null)
    yield* eachInSteps(allTexts(stored.keys), (key, at) => {
      if (!byForm.changed.has(key)) enter(key, rowAt(stored.nodesOfKey, at))
    })
  yield* eachInSteps(byForm.changed, ([key, nodes]) => {
    if (nodes.length > 0) enter(key, nodes)
  })
  return entries.sort((a, b) => byUnits(a.key, b.key))
}

/** The registry as columns. */
export function* registryColumns(registry: EntityRegistry): Steps<Columns> {
  const nodes = yield* nodesToStore(registry)
  const keys = yield* keysToStore(registry)
  return {
    'node.next': Int32Array.of(registry.nextNode),
    ...(yield* nameColumns(nodes, keys, keyInitials)),
    ...(yield* slotColumns(registry.documents)),
  }
}

/** Adopts columns that include all changes. Remembered answers stay valid. */
export function settleRegistry(registry: EntityRegistry, columns: Columns): void {
  const stored = namesIn(columns)
  registry.stored = stored
  registry.nextNode = (columns['node.next'] as Int32Array)[0]
  registry.changed.clear()
  registry.opened.clear()
  registry.changedKeys.clear()
  registry.changedForms.clear()
  settleLists(registry.byForm, key => nodesWithForm(stored, key))
  settleLists(registry.byInitials, initials => namesWithInitials(stored, initials))
  settleWords(registry.words, stored.words)
  settleSlots(registry.documents, columns)
  registry.texts.clear()
  registry.names.clear()
}
