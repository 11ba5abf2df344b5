import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver'
import type { NameCompletion } from '../core/evidence/entities/entityCard'
import type { EntityKind } from '../core/recognize/entity'
import { CompletionItemKind } from '../protocol/library'
import { renderCard } from './card'
import { nameCard } from './nameCard'
import { rangeOf, type DraftView, type Surroundings } from './view'
import { counted } from './wording'

// the protocol has no kinds for people and places: these have the most fitting icons
const kinds: Record<EntityKind, CompletionItemKind> = {
  person: CompletionItemKind.Reference,
  organization: CompletionItemKind.Module,
  place: CompletionItemKind.Field,
  other: CompletionItemKind.Text,
}

/** What a client sends back when it asks for an item's documentation. */
interface ItemData {
  readonly entity: number
}

/**
 * Names begin with a capital letter, so typing one asks for names, in editors that accept letters as trigger characters (Neovim, Helix,
 * Emacs). VS Code ignores them and leaves letters to its quick suggestions; there the client opens the list.
 */
export const completionTriggers = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function itemOf(name: NameCompletion, rank: number, labelDetails: boolean): CompletionItem {
  const sources = counted(name.articles, 'article')
  const data: ItemData = { entity: name.id }
  // a name is also offered with its role in front: then the role need not be shown beside it
  const remark = name.insertText === name.name ? (name.role ?? sources) : sources
  return {
    label: name.insertText,
    ...(labelDetails && { labelDetails: { description: remark } }),
    detail: name.role === null ? sources : `${name.role} · ${sources}`,
    kind: kinds[name.kind],
    sortText: String(rank).padStart(4, '0'),
    data,
  }
}

/** Whether the letters of one text occur in another in the same order: the test by which editors filter a list while typing. */
function isWithin(letters: string, text: string): boolean {
  let at = 0
  for (const letter of text) if (at < letters.length && letter === letters[at]) at++
  return at === letters.length
}

/** The text by which an editor filters an item. A name that fits despite a slip must not be filtered out. */
const filteredBy = (typed: string, filterText: string): string =>
  isWithin(typed.toLowerCase(), filterText.toLowerCase()) ? filterText : typed

/** The names that fit at a place of the draft, by use; null where names are not offered. */
export function provideCompletion(view: DraftView, position: Position): CompletionList | null {
  const offer = view.groundcheck.complete(view.draft, view.document.offsetAt(position))
  if (!offer) return null
  const range = rangeOf(view.document, offer.replace)
  const typed = view.document.getText(range)
  const items = offer.items.map((name, rank) => ({
    ...itemOf(name, rank, view.client.labelDetails),
    filterText: filteredBy(typed, name.filterText),
    textEdit: { range, newText: name.insertText },
  }))
  // a name that fits despite a slip is filtered by the text typed so far: the next letter needs a new answer
  return { isIncomplete: offer.incomplete || items.some(({ filterText }) => filterText === typed), items }
}

/** Adds what the sources say of the name to a completion item. */
export function resolveCompletion({ groundcheck, client }: Surroundings, item: CompletionItem): CompletionItem {
  const card = groundcheck.card((item.data as ItemData).entity)
  return card ? { ...item, documentation: renderCard(nameCard(card), client.completionMarkdown) } : item
}
