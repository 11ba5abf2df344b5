import { readFrontMatter } from './articles/frontMatter'
import type { SearchBasis } from './evidence/articleSearch'
import type { FoundName } from './evidence/entities/findNames'
import type { WrittenNames } from './evidence/entities/writtenNames'
import { dayOfIso } from './evidence/isoDay'
import { analyzeDraftPassage } from './evidence/namedReferences'
import type { PassageAnalysis } from './evidence/passageAnalysis'
import type { PassageJudgement } from './grounding/judge'
import type { BlockFindings, Draft, NameProblem, Sensitivity } from './service'
import type { Block, BlockKind } from './text/blocks'
import { ignoredSpans } from './text/directives'
import { editMarkdown, readMarkdown, type MarkdownDocument } from './text/markdown'
import { toSource } from './text/prose'
import type { Span } from './text/span'

/** The judgements of a block, their spans in its prose, and what they hold for. */
export interface Judged {
  readonly judgements: readonly PassageJudgement[]
  readonly sensitivity: Sensitivity
  readonly basis: SearchBasis
  /** The state of the evidence up to which nothing touched them. */
  revision: number
}

/** Names, or problems with them, as they were in one state of the registry. */
export interface Found<T> {
  readonly revision: number
  readonly found: readonly T[]
}

/** A block as read, with what was last found out about it. The same object as long as text, kind and context stay, wherever it stands. */
export interface BlockReading {
  readonly text: string
  readonly context: readonly string[]
  readonly kind: BlockKind
  readonly analysis: PassageAnalysis
  judged?: Judged
  written?: WrittenNames
  names?: Found<FoundName>
  problems?: Found<NameProblem>
  /** What was kept of it with the articles that were on disk under an id. */
  readonly kept?: { readonly id: string; readonly judged: Judged; readonly problems: Found<NameProblem> }
}

/** A draft with the readings of its blocks, so that an edit reads only what it touches. */
export interface ReadDraft extends Draft {
  readonly document: MarkdownDocument
  readonly frontMatter: string
  readonly documentDay: number | null
  /** What directives take out of judgement. */
  readonly ignored: readonly Span[]
  /** One for each of `blocks`. */
  readonly readings: readonly BlockReading[]
  /** The findings of each of `blocks`, null where all is well, and the generation of the service that they are known for. */
  readonly findings: (BlockFindings | null)[]
  readonly knownFor: number[]
}

function documentDayOf(frontMatter: string): number | null {
  const { publishedOn } = readFrontMatter(frontMatter).metadata
  return publishedOn === null ? null : dayOfIso(publishedOn)
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, at) => text === b[at]))

/** The reading of a block that was read before by the same text: itself, or with what else the block is now. */
function takenOver(known: BlockReading, { context, kind }: Block): BlockReading {
  if (known.kind === kind && sameTexts(known.context, context)) return known
  return { text: known.text, context, kind, analysis: known.analysis, written: known.written }
}

/** How many of the first blocks of two drafts are the same, and behind those of the last. */
function unchangedEnds(before: readonly Block[], now: readonly Block[]): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, now.length)
  const isSame = (a: Block, b: Block): boolean => a === b || a.prose.text === b.prose.text
  let head = 0
  while (head < shorter && isSame(before[head], now[head])) head++
  let tail = 0
  while (tail < shorter - head && isSame(before[before.length - 1 - tail], now[now.length - 1 - tail])) tail++
  return { head, tail }
}

type Readings = Pick<ReadDraft, 'readings' | 'findings' | 'knownFor'>

const NEVER = -1

/** Takes a reading of the same text, kind and context out of those that were kept. */
function keptReadingsByText(kept: readonly BlockReading[]): (block: Block) => BlockReading | undefined {
  const byText = new Map<string, BlockReading[]>()
  for (const reading of kept) {
    const alike = byText.get(reading.text)
    if (alike) alike.push(reading)
    else byText.set(reading.text, [reading])
  }
  return ({ prose, kind, context }) => {
    const alike = byText.get(prose.text) ?? []
    const at = alike.findIndex(known => known.kind === kind && sameTexts(known.context, context))
    return at < 0 ? undefined : alike.splice(at, 1)[0]
  }
}

/**
 * Reads the blocks of a draft; what was read before by the same text is taken over, even where it has moved.
 * @param kept readings to begin with where there is no draft before
 */
function readBlocks(
  blocks: readonly Block[],
  documentDay: number | null,
  previous: ReadDraft | undefined,
  kept: readonly BlockReading[],
): Readings {
  const readAnew = (block: Block): BlockReading => {
    const { text } = block.prose
    return { text, context: block.context, kind: block.kind, analysis: analyzeDraftPassage(text, documentDay) }
  }
  if (previous?.documentDay !== documentDay) {
    const known = keptReadingsByText(kept)
    return {
      readings: blocks.map(block => known(block) ?? readAnew(block)),
      findings: blocks.map(() => null),
      knownFor: blocks.map(() => NEVER),
    }
  }
  const { head, tail } = unchangedEnds(previous.blocks, blocks)
  const tailStart = previous.blocks.length - tail
  const around = <T>(list: readonly T[], middle: readonly T[]): T[] => list.slice(0, head).concat(middle, list.slice(tailStart))
  const placeOf = new Map<string, number>()
  for (let at = head; at < tailStart; at++) placeOf.set(previous.readings[at].text, at)
  /** The place of each edited block in the draft before, if it was there. */
  const places = blocks.slice(head, blocks.length - tail).map(({ prose: { text } }) => {
    const place = placeOf.get(text)
    placeOf.delete(text)
    return place
  })
  const readings = around(
    previous.readings,
    places.map((place, at) => (place === undefined ? readAnew(blocks[head + at]) : previous.readings[place])),
  )
  const findings = around(
    previous.findings,
    places.map(place => (place === undefined ? null : previous.findings[place])),
  )
  const knownFor = around(
    previous.knownFor,
    places.map(place => (place === undefined ? NEVER : previous.knownFor[place])),
  )
  for (let at = 0; at < blocks.length; at++) {
    if (blocks[at] === previous.blocks[at]) continue
    const reading = takenOver(readings[at], blocks[at])
    if (reading !== readings[at]) knownFor[at] = NEVER
    readings[at] = reading
  }
  return { readings, findings, knownFor }
}

/** Readings of a draft that were kept from an earlier start. */
export interface KeptReadings {
  readonly documentDay: number | null
  readonly readings: readonly BlockReading[]
}

/** Reads a draft; with the draft as it was before, or what was kept of it, only what is new. */
export function readDraft(text: string, previous?: ReadDraft, kept?: KeptReadings): ReadDraft {
  const document = previous ? editMarkdown(previous.document, text) : readMarkdown(text)
  const frontMatter = text.slice(0, document.bodyStart)
  const documentDay = previous?.frontMatter === frontMatter ? previous.documentDay : documentDayOf(frontMatter)
  const { blocks } = document
  const readings = readBlocks(blocks, documentDay, previous, kept?.documentDay === documentDay ? kept.readings : [])
  return { text, document, blocks, frontMatter, documentDay, ignored: ignoredSpans(document), ...readings }
}

/** The same thing with its span in the document instead of its block's prose. */
export const inSource =
  ({ prose }: Block) =>
  <T extends { readonly span: Span }>(found: T): T => ({ ...found, span: toSource(prose, found.span) })
