// What a verdict rests on where the sources tell a draft: of the claims of reports that are right, of mistakes put into them, of values
// exchanged, and of sentences put between theirs that no source tells.
import { searchBlock } from '../../../server/src/core/blockSearch'
import { analyzeArticle } from '../../../server/src/core/evidence/articleAnalysis'
import { addArticle, createEvidenceIndex, type EvidenceIndex } from '../../../server/src/core/evidence/evidenceIndex'
import { areTold } from '../../../server/src/core/grounding/told/amidTold'
import { calculationOf } from '../../../server/src/core/grounding/calculation/calculation'
import { judgeAlone, meantBy } from '../../../server/src/core/grounding/judge'
import type { Meant } from '../../../server/src/core/grounding/told/meant'
import { draftFeatures, type Telling } from '../../../server/src/core/grounding/told/standing'
import { neighboursOf, readDraft, type BlockReading, type ReadDraft } from '../../../server/src/core/readDraft'
import { toSource } from '../../../server/src/core/text/prose'
import { overlaps, type Span } from '../../../server/src/core/text/span'
import { agree } from '../../../server/src/core/values/comparison'
import { compareValues, valueSpan, type Value } from '../../../server/src/core/values/value'
import { marksOf, swapsOf, versionOf, withSentence, type MarkedDraft, type Story } from './stories'

/** A claim of a draft, with the values that it may mean. */
export interface ToldCase {
  readonly story: Story
  /**
   * Right; right beside a mistake, in its passage or with the mistake's right value among what it may mean; a mistake; one of two values
   * exchanged; or of its writer's own knowledge.
   */
  readonly label: 'right' | 'beside' | 'wrong' | 'swapped' | 'own'
  readonly kind: Value['kind']
  readonly isStated: boolean
  /** Whether it is flagged by its passage alone. */
  readonly isFlaggedAlone: boolean
  /** Whether the sources tell its draft. */
  readonly isAmidTold: boolean
  /** What speaks for each value, and whether the claim should have it. */
  readonly meant: readonly { readonly features: readonly number[]; readonly isRight: boolean }[]
}

/** A claim in its draft. */
interface DraftClaim {
  readonly block: BlockReading
  /** In the draft. */
  readonly span: Span
  readonly value: Value
  readonly telling: Telling
  readonly meant: readonly Meant[]
  readonly isFlaggedAlone: boolean
}

function indexOf({ articles }: Story): EvidenceIndex {
  const index = createEvidenceIndex()
  for (const article of articles) addArticle(index, analyzeArticle(article))
  return index
}

/** The claims of a block, their spans in its prose. */
function claimsOfBlock(index: EvidenceIndex, readings: readonly BlockReading[], at: number): DraftClaim[] {
  const block = readings[at]
  const analysis = block.analysis()
  if (analysis.values.length === 0) return []
  const search = searchBlock(index, block, neighboursOf(readings, at))
  const judged = judgeAlone(search, 'balanced')
  return judged.map(({ claim: { value }, verdict }, which) => ({
    block,
    span: valueSpan(value),
    value,
    isFlaggedAlone: verdict === 'contradicted' || verdict === 'disputed',
    ...meantBy(search, judged, which, calculationOf(analysis, judged, which)),
  }))
}

const areSame = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((each, at) => each === b[at])

/** Reads the claims of drafts; those of a block that was read in another version of the draft are taken from there. */
function claimReader(index: EvidenceIndex): (draft: ReadDraft) => readonly DraftClaim[] {
  const known = new WeakMap<BlockReading, { readonly neighbours: readonly BlockReading[]; readonly claims: readonly DraftClaim[] }>()
  const claimsAt = (readings: readonly BlockReading[], at: number): readonly DraftClaim[] => {
    const neighbours = neighboursOf(readings, at)
    const before = known.get(readings[at])
    if (before && areSame(before.neighbours, neighbours)) return before.claims
    const claims = claimsOfBlock(index, readings, at)
    known.set(readings[at], { neighbours, claims })
    return claims
  }
  return ({ readings, blocks }) => {
    return readings.flatMap((reading, at) => {
      const inDraft = ({ start, end }: Span): Span => toSource(blocks[at].prose, { start, end: Math.min(end, reading.text.length) })
      return claimsAt(readings, at).map(claim => ({ ...claim, span: inDraft(claim.span) }))
    })
  }
}

/** A claim as a case; `right` is what it should tell, if it is a mistake. */
function caseOf(
  story: Story,
  label: ToldCase['label'],
  claim: DraftClaim,
  claims: readonly DraftClaim[],
  right: readonly Value[] = [],
): ToldCase {
  const { value, telling, isFlaggedAlone } = claim
  const draft = claims.map(each => each.telling)
  const beside = claims.filter(({ block }) => block === claim.block).map(each => each.telling)
  const isAmidTold = areTold(claims.filter(({ block }) => block !== claim.block).map(each => each.telling))
  const meant = claim.meant.map(({ key, candidate, features }) => ({
    features: [...features, ...draftFeatures(telling, { key, fit: candidate.alignment }, draft, beside)],
    isRight: right.some(each => agree(compareValues(each, candidate.value.value))),
  }))
  return { story, label, kind: value.kind, isStated: telling.fit !== null, isFlaggedAlone, isAmidTold, meant }
}

/** The cases that one report makes. */
function casesOfDraft(story: Story, { marked }: MarkedDraft, read: (draft: ReadDraft) => readonly DraftClaim[]): ToldCase[] {
  const right = versionOf(marked)
  const draft = readDraft(right.text)
  const known = read(draft)
  const marks = marksOf(marked)
  const rightAt = right.spans.map(mark => known.filter(({ span }) => overlaps(span, mark)))
  const changed = (label: ToldCase['label'], changes: ReadonlyMap<number, string>): ToldCase[] => {
    const version = versionOf(marked, changes)
    const now = read(readDraft(version.text, draft))
    const mistakes = [...changes.keys()].flatMap(mark => {
      const claim = now.find(({ span }) => overlaps(span, version.spans[mark]))
      return claim ? [{ claim, right: rightAt[mark] }] : []
    })
    const untold = mistakes.flatMap(mistake => mistake.right.flatMap(({ telling }) => telling.told))
    const isBeside = (claim: DraftClaim): boolean =>
      mistakes.every(mistake => mistake.claim !== claim) &&
      (mistakes.some(mistake => mistake.claim.block === claim.block) || claim.meant.some(({ key }) => untold.includes(key)))
    return [
      ...mistakes.map(mistake =>
        caseOf(
          story,
          label,
          mistake.claim,
          now,
          mistake.right.map(({ value }) => value),
        ),
      ),
      ...now.filter(isBeside).map(claim => caseOf(story, 'beside', claim, now)),
    ]
  }
  return [
    ...known.map(claim => caseOf(story, 'right', claim, known)),
    ...marks.flatMap(({ wrong }, mark) => wrong.flatMap(value => changed('wrong', new Map([[mark, value]])))),
    ...swapsOf(marked).flatMap(([a, b]) => changed('swapped', new Map([[a, marks[b].right], [b, marks[a].right]]))), // prettier-ignore
    ...story.own.flatMap(sentence =>
      withSentence(right.text, sentence).flatMap(({ text, span }) => {
        const now = read(readDraft(text, draft))
        return now.filter(each => overlaps(each.span, span)).map(claim => caseOf(story, 'own', claim, now))
      }),
    ),
  ]
}

/** The claims of a story's reports, as they are and with mistakes in them, one at a time. */
export function toldCases(story: Story): ToldCase[] {
  const read = claimReader(indexOf(story))
  return story.drafts.flatMap(draft => casesOfDraft(story, draft, read))
}
