import { readFrontMatter } from './articles/frontMatter'
import type { SearchBasis } from './evidence/articleSearch'
import type { FoundName } from './evidence/entities/findNames'
import type { WrittenNames } from './evidence/entities/writtenNames'
import { endToldByHeading } from './evidence/endTold'
import { headingUnit, UNIT_HEADINGS } from './evidence/headingUnit'
import { dayOfIso } from './evidence/isoDay'
import { analyzeDraftPassage, type DraftPassage } from './evidence/namedReferences'
import type { PassageJudgements } from './grounding/judge'
import { hangsOnDraft } from './grounding/told/standing'
import type { BlockFindings, Draft, NameProblem, Sensitivity } from './service'
import type { Block, BlockKind } from './text/blocks'
import { ignoredSpans } from './text/directives'
import { editMarkdown, readMarkdown, type MarkdownDocument } from './text/markdown'
import type { Section } from './text/markdown/sections'
import { toSource } from './text/prose'
import type { Span } from './text/span'

/** The judgements of a block, their spans in its prose, and what they hold for. */
export interface Judged extends PassageJudgements {
  /** The reading that was judged. */
  readonly of: BlockReading
  readonly sensitivity: Sensitivity
  /** What stood beside it. */
  readonly neighbours: readonly BlockReading[]
  readonly basis: SearchBasis
  /** The generation of the service in which they were made. */
  readonly generation: number
  /** The state of the evidence up to which nothing touched them. */
  revision: number
}

/** Names, or problems with them, as they were in one state of the registry. */
export interface Found<T> {
  readonly revision: number
  readonly found: readonly T[]
}

/**
 * A block as read, with what was last found out about it. The same object as long as text, kind, context and the draft's day stay,
 * wherever it stands.
 */
export interface BlockReading {
  readonly text: string
  readonly context: readonly string[]
  readonly kind: BlockKind
  /** The day that the draft gives itself. */
  readonly documentDay: number | null
  /** What the text says, read when it is first asked for. */
  readonly analysis: () => DraftPassage
  /** Of the same text; of another reading where the block came under other headings since. */
  judged?: Judged
  written?: WrittenNames
  names?: Found<FoundName>
  problems?: Found<NameProblem>
  /** What was last found, null where all is well, in a generation of the service. */
  findings?: { readonly of: BlockFindings | null; readonly generation: number }
  /** What was kept of it with the articles that were on disk under an id. */
  kept?: { readonly id: string; readonly judged: Judged; readonly problems: Found<NameProblem> }
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
  /** The blocks that went when several last went at once: they mostly come back, pasted elsewhere or out of a code block. */
  readonly gone: ReadonlyMap<string, BlockReading>
  /** What single blocks last were, the latest at the end: an edit that is taken back brings it back. */
  readonly edited: ReadonlyMap<string, BlockReading>
}

function documentDayOf(frontMatter: string): number | null {
  const { publishedOn } = readFrontMatter(frontMatter).metadata
  return publishedOn === null ? null : dayOfIso(publishedOn)
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, at) => text === b[at]))

/** The analysis of a block, made once, when it is first asked for. */
export function analysisOf({ text, kind, context, documentDay }: Omit<BlockReading, 'analysis'>): () => DraftPassage {
  let analysis: DraftPassage | undefined
  return () => (analysis ??= analyzeDraftPassage(text, documentDay, headingUnit(kind, context), endToldByHeading(kind, context)))
}

/** A block as read, of which nothing is found out yet. All fields are there from the beginning: to V8 all readings are alike then. */
export const newReading = (
  { text, context, kind, documentDay }: Omit<BlockReading, 'analysis'>,
  analysis: () => DraftPassage,
): BlockReading => ({
  text,
  context,
  kind,
  documentDay,
  analysis,
  judged: undefined,
  written: undefined,
  names: undefined,
  problems: undefined,
  findings: undefined,
  kept: undefined,
})

const isReadingOf = (reading: BlockReading, { kind, context }: Block, documentDay: number | null): boolean =>
  reading.kind === kind && reading.documentDay === documentDay && sameTexts(reading.context, context)

/** Whether the headings of a block of the same text give it the unit that they gave before, and the same sense to its dates. */
const areHeadingsAlike = (known: BlockReading, { kind, context }: Block): boolean =>
  (known.kind === kind && sameTexts(known.context.slice(0, UNIT_HEADINGS), context.slice(0, UNIT_HEADINGS))) ||
  (headingUnit(known.kind, known.context) === headingUnit(kind, context) &&
    endToldByHeading(known.kind, known.context) === endToldByHeading(kind, context))

/** The reading of a block that was read before by the same text: itself, or with what else the block is now. */
function takenOver(known: BlockReading, block: Block, documentDay: number | null): BlockReading {
  const { judged, written, names, problems } = known
  if (isReadingOf(known, block, documentDay)) return known
  if (judged && isReadingOf(judged.of, block, documentDay)) return judged.of
  const now = { text: known.text, context: block.context, kind: block.kind, documentDay }
  const meansSame = known.documentDay === documentDay && areHeadingsAlike(known, block)
  return Object.assign(newReading(now, meansSame ? known.analysis : analysisOf(now)), { judged, written, names, problems })
}

/** How many of the first things in two lists are the same, and behind those of the last. */
interface SameEnds {
  readonly head: number
  readonly tail: number
}

/** The ends of two lists that are the same; `known` of them are known to be. */
function sameEnds<T>(
  before: readonly T[],
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
  known: SameEnds = { head: 0, tail: 0 },
): SameEnds {
  const shorter = Math.min(before.length, now.length)
  let { head } = known
  while (head < shorter && isSame(before[head], now[head])) head++
  let tail = Math.min(known.tail, shorter - head)
  while (tail < shorter - head && isSame(before[before.length - 1 - tail], now[now.length - 1 - tail])) tail++
  return { head, tail }
}

const blocksIn = (sections: readonly Section[]): number => sections.reduce((sum, { parts }) => sum + parts.length, 0)

/** The blocks at both ends of two documents that are the same but for their place. */
function sameBlocks({ sections: before }: MarkdownDocument, { sections: now }: MarkdownDocument): SameEnds {
  const { head, tail } = sameEnds(before, now, (a, b) => a === b)
  return { head: blocksIn(now.slice(0, head)), tail: blocksIn(now.slice(now.length - tail)) }
}

type Readings = Pick<ReadDraft, 'readings' | 'findings' | 'knownFor' | 'gone' | 'edited'>

const NEVER = -1

/** Instead of a generation, for a block with the findings of the context or day that it had before. */
export const OUTDATED = -2

/** From how many blocks on that go at once they are remembered: the one that is being edited goes with each keystroke. */
const SEVERAL = 2

/** How many former states of single blocks are remembered. */
const EDITED = 16

/** Over how many blocks to either side items of a list and cells of a table are neighbours. */
const BESIDE = 16

/** How far the blocks of one list or table reach from one of them on, in one direction. */
function runFrom(readings: readonly BlockReading[], at: number, step: 1 | -1): number {
  const { kind } = readings[at]
  let end = at
  while (Math.abs(end + step - at) <= BESIDE && readings[end + step]?.kind === kind) end += step
  return end
}

const isInRun = ({ kind }: BlockReading): boolean => kind === 'listItem' || kind === 'tableCell'

const NONE: readonly never[] = []

/** The other items of a block's list, or cells of its table; those near to it if there are many. */
export function neighboursOf(readings: readonly BlockReading[], at: number): readonly BlockReading[] {
  if (!isInRun(readings[at])) return NONE
  return [...readings.slice(runFrom(readings, at, -1), at), ...readings.slice(at + 1, runFrom(readings, at, 1) + 1)]
}

/** Over how many blocks to either side a draft says whether the sources tell it. */
const AROUND = 32

/** The place of the first of the blocks around a block. */
export const firstAround = (at: number): number => Math.max(0, at - AROUND)

/** The place behind the last of the blocks around a block. */
export const endAround = ({ length }: readonly BlockReading[], at: number): number => Math.min(length, at + AROUND + 1)

/** The places of the blocks around a block. */
export function blocksAround(readings: readonly BlockReading[], at: number): number[] {
  const places: number[] = []
  for (let other = firstAround(at); other < endAround(readings, at); other++) if (other !== at) places.push(other)
  return places
}

/** Takes a reading of the same text, kind and context out of those that were kept. */
function keptReadingsByText(kept: readonly BlockReading[]): (block: Block) => BlockReading | undefined {
  const byText = new Map<string, BlockReading[]>()
  for (const reading of kept) {
    const alike = byText.get(reading.text)
    if (alike) alike.push(reading)
    else byText.set(reading.text, [reading])
  }
  return block => {
    const alike = byText.get(block.prose.text) ?? []
    const at = alike.findIndex(known => isReadingOf(known, block, known.documentDay))
    return at < 0 ? undefined : alike.splice(at, 1)[0]
  }
}

const doesHang = ({ judged }: BlockReading): boolean => judged !== undefined && judged.standings.some(hangsOnDraft)

/**
 * Marks what is known of the neighbours of blocks from `first` to before `last`, or of what stood there, as outdated. Some of these may
 * be as they were, with others beside them.
 */
function outdateNeighbours(readings: readonly BlockReading[], knownFor: number[], first: number, last: number): void {
  const before = first > 0 && isInRun(readings[first - 1]) ? runFrom(readings, first - 1, -1) : first
  const behind = last < readings.length && isInRun(readings[last]) ? runFrom(readings, last, 1) : last - 1
  for (let at = Math.max(0, before - AROUND); at <= Math.min(readings.length - 1, behind + AROUND); at++)
    if (knownFor[at] !== NEVER && doesHang(readings[at])) knownFor[at] = OUTDATED
  for (let at = before; at <= behind; at++) if (knownFor[at] !== NEVER && isInRun(readings[at])) knownFor[at] = OUTDATED
}

/**
 * Reads the blocks of a draft; what was read before by the same text is taken over, even where it has moved.
 * @param kept readings to begin with where there is no draft before
 */
function readBlocks(
  document: MarkdownDocument,
  documentDay: number | null,
  previous: ReadDraft | undefined,
  kept: readonly BlockReading[],
): Readings {
  const { blocks } = document
  const readAnew = ({ prose: { text }, context, kind }: Block): BlockReading => {
    const block = { text, context, kind, documentDay }
    return newReading(block, analysisOf(block))
  }
  if (!previous) {
    const known = keptReadingsByText(kept)
    return {
      readings: blocks.map(block => known(block) ?? readAnew(block)),
      findings: blocks.map(() => null),
      knownFor: blocks.map(() => NEVER),
      gone: new Map(),
      edited: new Map(),
    }
  }
  const same = sameBlocks(previous.document, document)
  const { head, tail } = sameEnds(previous.blocks, blocks, (a, b) => a.prose.text === b.prose.text, same)
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
    places.map((place, at) => {
      const block = blocks[head + at]
      return place === undefined
        ? (previous.edited.get(block.prose.text) ?? previous.gone.get(block.prose.text) ?? readAnew(block))
        : previous.readings[place]
    }),
  )
  const findings = around(
    previous.findings,
    places.map(place => (place === undefined ? null : previous.findings[place])),
  )
  const knownFor = around(
    previous.knownFor,
    places.map(place => (place === undefined ? NEVER : previous.knownFor[place])),
  )
  const isSameDay = previous.documentDay === documentDay
  for (let at = isSameDay ? same.head : 0; at < blocks.length - (isSameDay ? same.tail : 0); at++) {
    const reading = takenOver(readings[at], blocks[at], documentDay)
    if (reading === readings[at]) continue
    if (knownFor[at] !== NEVER) knownFor[at] = reading.judged?.of === reading ? NEVER : OUTDATED
    readings[at] = reading
  }
  const unchanged = sameEnds(previous.readings, readings, (a, b) => a === b, same)
  outdateNeighbours(readings, knownFor, unchanged.head, blocks.length - unchanged.tail)
  const left = [...placeOf].map(([text, at]) => [text, previous.readings[at]] as const)
  const gone = left.length < SEVERAL ? previous.gone : new Map(left)
  const edited = left.length === 1 ? new Map([...previous.edited, ...left].slice(-EDITED)) : previous.edited
  return { readings, findings, knownFor, gone, edited }
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
  const readings = readBlocks(document, documentDay, previous, kept?.documentDay === documentDay ? kept.readings : [])
  return { text, document, blocks, frontMatter, documentDay, ignored: ignoredSpans(document), ...readings }
}

/** The same thing with its span in the document instead of its block's prose. */
export const inSource =
  ({ prose }: Block) =>
  <T extends { readonly span: Span }>(found: T): T => ({ ...found, span: toSource(prose, found.span) })
