import { analyzeBytes } from '../analysis/analyzeHere'
import type { Draft, Groundcheck } from '../core/service'
import type { Workspace } from '../workspace'
import type { Drafts } from './drafts'
import type { Requests } from './requests'

/** Work on open drafts that nobody waits for. It is done while the client is silent. */
export interface DraftUpkeep {
  /** Rehearses work on a draft that was just reported on, reads it for names and keeps it: soon, so that the report goes out first. */
  settleSoon(uri: string): void
  /** Keeps a draft for the next start, as far as it is judged. */
  keep(uri: string): Promise<void>
}

/** What the upkeep works with. */
export interface UpkeepOptions {
  readonly groundcheck: Groundcheck
  readonly drafts: Drafts
  readonly requests: Requests
  readonly workspace: Pick<Workspace, 'now'>
  keepDraft(uri: string, draft: Draft): Promise<void>
}

/** How long work goes on at a time, in milliseconds: a keystroke may come meanwhile. */
const SLICE = 5

/** How long after its first report a draft is settled, in milliseconds. */
const SETTLE = 100

/** How many keystrokes are rehearsed. */
const REHEARSALS = 50

/** How much of a draft is read as if it were an article: so many stretches, each of so many characters. */
const READ = { stretches: 4, length: 1000 }

/** Creates the upkeep of a client's drafts. */
export function createDraftUpkeep({ groundcheck, drafts, requests, workspace, keepDraft }: UpkeepOptions): DraftUpkeep {
  /** Whether a slice that begins now is over. */
  const slice = (): (() => boolean) => {
    const end = workspace.now() + SLICE
    return () => workspace.now() >= end
  }

  /** Types here and there in a draft where nobody sees it, so that the first real keystrokes find the code they need compiled. */
  const rehearse = async (uri: string): Promise<void> => {
    for (let turn = 0; turn < REHEARSALS; turn++) {
      await requests.rest()
      const draft = drafts.known(uri)
      if (!draft) return
      const at = Math.floor((turn / REHEARSALS) * draft.text.length)
      const edited = groundcheck.readDraft(`${draft.text.slice(0, at)}7${draft.text.slice(at)}`, draft)
      groundcheck.prepareEdited(edited, slice())
    }
  }

  /** Reads some of a draft as if it were an article, so that the first article that changes finds the code it needs compiled. */
  const rehearseReading = async (uri: string): Promise<void> => {
    for (let at = 0; at < READ.stretches; at++) {
      await requests.rest()
      const draft = drafts.known(uri)
      if (!draft) return
      analyzeBytes(uri, Buffer.from(draft.text.slice(at * READ.length, (at + 1) * READ.length)))
    }
  }

  /** Reads a draft for names, so that the first list of names need not. */
  const readNames = async (uri: string): Promise<void> => {
    for (;;) {
      await requests.rest()
      const draft = drafts.known(uri)
      if (!draft || groundcheck.prepareNames(draft, slice())) return
    }
  }

  const keep = async (uri: string): Promise<void> => {
    const draft = drafts.known(uri)
    if (draft) await keepDraft(uri, draft)
  }

  const settle = async (uri: string): Promise<void> => {
    await rehearse(uri)
    await rehearseReading(uri)
    await readNames(uri)
    await requests.rest()
    await keep(uri)
  }

  return {
    settleSoon: uri => void setTimeout(() => requests.follow('settle a draft', () => settle(uri)), SETTLE).unref(),
    keep,
  }
}
