import type { Hover, Position } from 'vscode-languageserver'
import type { Evidence, Judgement, Verdict } from '../core/grounding/judgement'
import { cardQuote, renderCard, type Card } from './card'
import { levelOf } from './flags'
import { nameCard } from './nameCard'
import { judgementAt, nameAt, rangeOf, type DraftView } from './view'
import { clauseOf, counted } from './wording'

const MOST_QUOTES = 3

const verdictWords: Record<Verdict, string> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  disputed: 'Disputed',
  unverified: 'Unverified',
}

/** The evidence to show: some from each side if the sources disagree. */
function shownEvidence({ verdict, evidence }: Judgement): readonly Evidence[] {
  if (verdict !== 'disputed') return evidence.slice(0, MOST_QUOTES)
  const against = evidence.find(({ stance }) => stance === 'contradicts')
  const others = evidence.filter(each => each !== against)
  return [...(against ? [against] : []), ...others].slice(0, MOST_QUOTES)
}

/** The verdict on a figure or date, with the evidence for it. */
function verdictCard(judgement: Judgement): Card {
  const shown = shownEvidence(judgement)
  const more = judgement.evidence.length - shown.length
  return {
    heading: verdictWords[judgement.verdict],
    remark: clauseOf(judgement),
    lines: [],
    quotes: shown.map(cardQuote),
    footer: more > 0 ? `${counted(more, 'more sentence')} in the sources` : '',
  }
}

/** One sentence against the claim and, where disputed, one for it. */
const quotesBesideFlag: Partial<Record<Verdict, number>> = { contradicted: 1, disputed: 2 }

/**
 * The card for a claim that is flagged. Editors show the diagnostic with all its sentences above the card, so the card does not repeat
 * its message, and has only the sentences that the verdict rests on, with their values in bold.
 */
function cardBesideFlag(judgement: Judgement): Card {
  const card = verdictCard(judgement)
  return { ...card, remark: '', quotes: card.quotes.slice(0, quotesBesideFlag[judgement.verdict]), footer: '' }
}

/** Whether the client shows a diagnostic with the evidence for this claim. */
const isFlagged = ({ client, settings }: DraftView, { verdict }: Judgement): boolean =>
  client.relatedInformation && settings.checking.run !== 'off' && levelOf(settings, verdict) !== 'ignore'

const claimCard = (view: DraftView, judgement: Judgement): Card =>
  isFlagged(view, judgement) ? cardBesideFlag(judgement) : verdictCard(judgement)

/** What the sources say about the name, figure or date at a place of the draft; null if there is none that they know. */
export function provideHover(view: DraftView, position: Position): Hover | null {
  const { client, document, draft, groundcheck } = view
  const judgement = judgementAt(view, position)
  if (judgement) return { range: rangeOf(document, judgement.span), contents: renderCard(claimCard(view, judgement), client.hoverMarkdown) }
  const name = nameAt(view, position)
  const card = name && groundcheck.card(name.entity, { draft, offset: name.span.start })
  if (!name || !card) return null
  return { range: rangeOf(document, name.span), contents: renderCard(nameCard(card), client.hoverMarkdown) }
}
