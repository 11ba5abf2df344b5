import type { DocumentHighlight, Location, LocationLink, Position, SymbolInformation } from 'vscode-languageserver'
import type { Quote } from '../core/grounding/judgement'
import type { EntityKind } from '../core/recognize/entity'
import type { Steps } from '../core/steps'
import type { Span } from '../core/text/span'
import { DocumentHighlightKind, SymbolKind } from '../protocol/library'
import { articleRange, judgementAt, locationOf, nameAt, rangeOf, type DraftView, type Surroundings } from './view'

/** A name, figure or date in a draft, and where the sources mention it. */
interface Target {
  readonly origin: Span
  readonly quotes: readonly Quote[]
}

/** The claim or name at a place, and the source sentences that matter most for it. */
function targetAt(view: DraftView, position: Position): Target | null {
  const judgement = judgementAt(view, position)
  if (judgement) return { origin: judgement.span, quotes: judgement.evidence }
  const name = nameAt(view, position)
  const card = name && view.groundcheck.card(name.entity, { draft: view.draft, offset: name.span.start })
  return name && card ? { origin: name.span, quotes: card.quotes } : null
}

/** The source sentences of the name, figure or date at a place of the draft. */
export function provideDefinition(view: DraftView, position: Position): Location[] | LocationLink[] | null {
  const target = targetAt(view, position)
  if (!target) return null
  if (!view.client.locationLinks) return target.quotes.map(locationOf)
  return target.quotes.map(quote => ({
    originSelectionRange: rangeOf(view.document, target.origin),
    targetUri: quote.uri,
    targetRange: articleRange(view.articles, quote.uri, quote.sentence),
    targetSelectionRange: quote.range,
  }))
}

/**
 * Every mention in the sources of the name at a place of the draft, or all evidence for the figure or date there. In steps, because a name
 * may occur in every article of an archive.
 */
export function* provideReferences(view: DraftView, position: Position): Steps<Location[] | null> {
  const judgement = judgementAt(view, position)
  const name = judgement ? undefined : nameAt(view, position)
  const quotes = judgement?.evidence ?? (name && view.groundcheck.mentionsOf(name.entity))
  if (!quotes) return null
  const locations: Location[] = []
  for (const quote of quotes) {
    locations.push(locationOf(quote))
    yield
  }
  return locations
}

/** All mentions in the draft of the name at a place. */
export function provideHighlights(view: DraftView, position: Position): DocumentHighlight[] | null {
  const name = nameAt(view, position)
  if (!name || judgementAt(view, position)) return null
  return view.groundcheck
    .namesIn(view.draft)
    .filter(({ entity }) => entity === name.entity)
    .map(({ span }) => ({ range: rangeOf(view.document, span), kind: DocumentHighlightKind.Text }))
}

const symbolKinds: Record<EntityKind, SymbolKind> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  place: SymbolKind.Namespace,
  other: SymbolKind.Constant,
}

/** A query for names begins with this, so that names stay out of the way of program symbols. */
const NAMES_ONLY = '@'

/** Names that the sources know and that match "@name", each at the sentence that introduces it. */
export function provideWorkspaceSymbols({ groundcheck }: Surroundings, query: string): SymbolInformation[] {
  if (!query.startsWith(NAMES_ONLY)) return []
  return groundcheck.findEntities(query.slice(NAMES_ONLY.length)).flatMap(({ name, kind, quotes, roles }) =>
    quotes.slice(0, 1).map(quote => ({
      name: `${NAMES_ONLY}${name}`,
      kind: symbolKinds[kind],
      location: locationOf(quote),
      ...(roles.length > 0 && { containerName: roles[0].text }),
    })),
  )
}
