import { byPlace, holds, isIgnored } from './draftPlaces'
import { contradictedRoles } from './evidence/entities/contradictedRoles'
import { findNames, type FoundName } from './evidence/entities/findNames'
import { misspeltNames } from './evidence/entities/misspelt'
import type { EntityRegistry } from './evidence/entities/registry'
import { readNames, type WrittenNames } from './evidence/entities/writtenNames'
import { inSource, type BlockReading, type ReadDraft } from './readDraft'
import type { NameInDraft, NameProblem } from './service'
import type { Span } from './text/span'

/** The names in drafts as the sources know them. What is found in a block is kept with it until the registry changes. */
export interface DraftNames {
  /** Whether the names of a block have been found since the registry last changed. */
  areKnown(reading: BlockReading): boolean
  /** The names in a block that the sources know, with spans in its prose. */
  namesOf(reading: BlockReading): readonly FoundName[]
  /** The misspelt names and contradicted roles in a block, with spans in its prose: the same list as long as nothing changes. */
  problemsOf(reading: BlockReading): readonly NameProblem[]
  /** The names in a draft's block, with spans in the draft. */
  inBlock(draft: ReadDraft, at: number): NameInDraft[]
  /** The name at an offset of a draft, its end included; of a misspelt one the name that is meant. */
  at(draft: ReadDraft, offset: number): NameInDraft | undefined
  /** Which entities blocks name: a byte for each id, since a long draft has thousands of names and is asked at every letter. */
  namedIn(readings: readonly BlockReading[]): Uint8Array
}

/** Blocks without problems all have this list. */
const NO_PROBLEMS: readonly never[] = []

function writtenIn(reading: BlockReading): WrittenNames {
  if (reading.written) return reading.written
  const { passage, entities } = reading.analysis()
  return (reading.written = readNames(passage, entities))
}

/** Looks up the names of drafts in a registry. */
export function createDraftNames(registry: EntityRegistry): DraftNames {
  const areKnown = (reading: BlockReading): boolean => reading.names?.revision === registry.revision

  const namesOf = (reading: BlockReading): readonly FoundName[] => {
    const { revision } = registry
    if (reading.names?.revision !== revision) reading.names = { revision, found: findNames(registry, writtenIn(reading)) }
    return reading.names.found
  }

  const findProblems = (reading: BlockReading): readonly NameProblem[] => {
    const written = writtenIn(reading)
    const textOf = (span: Span): string => reading.text.slice(span.start, span.end)
    const misspelt = misspeltNames(registry, written, namesOf(reading))
    const roles = contradictedRoles(registry, written)
    if (misspelt.length + roles.length === 0) return NO_PROBLEMS
    return [
      ...misspelt.map(each => ({ kind: 'misspelled' as const, ...each, text: textOf(each.span) })),
      ...roles.map(each => ({ kind: 'role' as const, ...each, text: textOf(each.span) })),
    ].sort(byPlace)
  }

  const problemsOf = (reading: BlockReading): readonly NameProblem[] => {
    const { revision } = registry
    if (reading.problems?.revision !== revision) reading.problems = { revision, found: findProblems(reading) }
    return reading.problems.found
  }

  const inBlock = ({ blocks, readings }: ReadDraft, at: number): NameInDraft[] =>
    namesOf(readings[at]).map(({ start, end, entity }) => inSource(blocks[at])({ span: { start, end }, entity }))

  const misspeltInBlock = ({ blocks, readings, ignored }: ReadDraft, at: number): NameInDraft[] =>
    problemsOf(readings[at])
      .filter(({ kind }) => kind === 'misspelled')
      .map(inSource(blocks[at]))
      .filter(({ span }) => !isIgnored(ignored, span))

  return {
    areKnown,
    namesOf,
    problemsOf,
    inBlock,
    at(draft, offset) {
      const { blocks } = draft
      const isHere = ({ span }: NameInDraft): boolean => holds(span, offset)
      const here = [...blocks.keys()].filter(at => holds(blocks[at].span, offset))
      return here.flatMap(at => inBlock(draft, at)).find(isHere) ?? here.flatMap(at => misspeltInBlock(draft, at)).find(isHere)
    },
    namedIn(readings) {
      const named = new Uint8Array(registry.nextNode)
      for (const reading of readings) for (const { entity } of namesOf(reading)) named[entity] = 1
      return named
    },
  }
}
