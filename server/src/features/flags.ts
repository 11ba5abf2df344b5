import type { Judgement, Quote, Verdict } from '../core/grounding/judgement'
import type { BlockFindings, Groundcheck, NameProblem } from '../core/service'
import type { Block } from '../core/text/blocks'
import { toSource, type Prose } from '../core/text/prose'
import type { Span } from '../core/text/span'
import type { Level, Settings } from '../settings/settings'
import type { DraftView } from './view'
import { clauseOf, leadEvidence, nameClauseOf, onOneLine, quotedWithSource, sourceOf } from './wording'

/** How long a quote within a message is at most, in code units. */
const LONGEST_IN_MESSAGE = 140

/** A text that may replace a flagged one, and the source sentence it comes from. */
export interface Replacement {
  readonly text: string
  readonly from: Quote | undefined
}

/** Something in a draft that is shown as a diagnostic, with its span in the prose of its block. */
export interface Flag {
  /** Stable: "figure.contradicted", "name.misspelled". */
  readonly code: string
  readonly level: Exclude<Level, 'ignore'>
  readonly span: Span
  readonly message: string
  /** The source sentences behind it, most telling first. */
  readonly quotes: readonly Quote[]
  /** Best first. */
  readonly replacements: readonly Replacement[]
  /** Whether the first replacement is almost certainly what the writer wants. */
  readonly isPlain: boolean
  /** Whether there are reasons to show: verdicts have them, remarks on names do not. */
  readonly hasReasons: boolean
}

/**
 * One plain sentence that ends with the source, if there is one to name. If the client does not show the quoted sentence beside the
 * message, the message includes it.
 */
function message({ client }: DraftView, clause: string, lead: Quote | undefined): string {
  if (!lead) return `${clause}.`
  return `${clause}: ${client.relatedInformation ? onOneLine(sourceOf(lead)) : quotedWithSource(lead, LONGEST_IN_MESSAGE)}`
}

/** How a verdict is shown under the settings; "ignore" if it is not. */
export const levelOf = ({ severity }: Settings, verdict: Verdict): Level => (verdict === 'supported' ? 'ignore' : severity[verdict])

function flagOfJudgement(view: DraftView, judgement: Judgement): Flag[] {
  const level = levelOf(view.settings, judgement.verdict)
  if (level === 'ignore') return []
  const { kind, verdict, span, evidence, suggestions } = judgement
  const lead = verdict === 'contradicted' ? leadEvidence(judgement) : undefined
  return [
    {
      code: `${kind}.${verdict}`,
      level,
      span,
      message: message(view, clauseOf(judgement), lead),
      quotes: evidence,
      replacements: suggestions.map(suggestion => ({ text: suggestion.text, from: evidence[suggestion.evidence] })),
      isPlain: verdict === 'contradicted',
      hasReasons: true,
    },
  ]
}

const nameFindings = {
  misspelled: { code: 'name.misspelled', finding: 'misspelledName' },
  role: { code: 'role.contradicted', finding: 'contradictedRole' },
} as const

/** A quote about the entity that a problem is about, preferably one that contains the suggestion. */
function findQuote(groundcheck: Groundcheck, { entity, suggestion }: NameProblem): Quote | undefined {
  const quotes = groundcheck.card(entity)?.quotes ?? []
  return quotes.find(({ quote }) => quote.toLowerCase().includes(suggestion.toLowerCase())) ?? quotes[0]
}

/** Quotes for problems, as found in a generation of the service. */
interface FoundQuotes {
  readonly generation: number
  readonly byProblem: Map<string, Quote | undefined>
}

const foundQuotes = new WeakMap<Groundcheck, FoundQuotes>()

/** {@link findQuote}, done once for all keystrokes in a paragraph with such a problem. */
function quoteFor({ groundcheck }: DraftView, problem: NameProblem): Quote | undefined {
  const { generation } = groundcheck
  const known = foundQuotes.get(groundcheck)
  const { byProblem } = known?.generation === generation ? known : { byProblem: new Map<string, Quote | undefined>() }
  if (byProblem !== known?.byProblem) foundQuotes.set(groundcheck, { generation, byProblem })
  const key = `${problem.entity} ${problem.suggestion}`
  if (!byProblem.has(key)) byProblem.set(key, findQuote(groundcheck, problem))
  return byProblem.get(key)
}

function flagOfName(view: DraftView, problem: NameProblem): Flag[] {
  const { code, finding } = nameFindings[problem.kind]
  const level = view.settings.severity[finding]
  if (level === 'ignore') return []
  const quote = quoteFor(view, problem)
  return [
    {
      code,
      level,
      span: problem.span,
      message: message(view, nameClauseOf(problem), quote),
      quotes: quote ? [quote] : [],
      replacements: [{ text: problem.suggestion, from: quote }],
      isPlain: true,
      hasReasons: false,
    },
  ]
}

const byPlace = (a: Flag, b: Flag): number => a.span.start - b.span.start

/** The flags of a block, and the settings they were made under. */
interface BlockFlags {
  readonly settings: Settings
  readonly flags: readonly Flag[]
}

const flagsOfBlocks = new WeakMap<BlockFindings, BlockFlags>()

/** The flags of a block, made once: an edit leaves most blocks as they are. */
function flagsOfBlock(view: DraftView, findings: BlockFindings): readonly Flag[] {
  const known = flagsOfBlocks.get(findings)
  if (known?.settings === view.settings) return known.flags
  const flags = [
    ...findings.judgements.flatMap(judgement => flagOfJudgement(view, judgement)),
    ...findings.problems.flatMap(problem => flagOfName(view, problem)),
  ].sort(byPlace)
  flagsOfBlocks.set(findings, { settings: view.settings, flags })
  return flags
}

/** A flag with its span in the draft, which an edit elsewhere moves. */
export interface PlacedFlag {
  readonly flag: Flag
  readonly span: Span
}

/** A block of a draft with what is flagged in it. */
export interface FlaggedBlock {
  readonly block: Block
  /** With spans in the block's prose. */
  readonly flags: readonly Flag[]
}

/** The flags of a draft, block by block. The flags of a block that did not change are the same list. */
export const flaggedBlocks = (view: DraftView): FlaggedBlock[] =>
  view.groundcheck.findings(view.draft).map(({ block, findings }) => ({ block, flags: flagsOfBlock(view, findings) }))

/** A flag with its own span in the draft, and its place in the prose of its block. */
export interface DraftFlag extends Flag {
  readonly prose: Prose
  readonly inProse: Span
}

/** All flags of a draft, in order. */
export const flagsOf = (view: DraftView): DraftFlag[] =>
  flaggedBlocks(view)
    .flatMap(({ block: { prose }, flags }) => flags.map(flag => ({ ...flag, span: toSource(prose, flag.span), prose, inProse: flag.span })))
    .sort(byPlace)
