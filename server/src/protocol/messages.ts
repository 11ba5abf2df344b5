/** What the server and its own client say to each other beyond the Language Server Protocol. Names and plain data only. */

import type { Range } from 'vscode-languageserver'
import type { Verdict } from '../core/grounding/judgement'
import type { IndexState } from '../sources/indexing'

/** Server to client, a notification: {@link Status}. */
export const statusMethod = 'groundcheck/status'

/** What the status item shows. */
export interface Status extends IndexState {
  /** Why there are no articles, or what is wrong with the settings; empty when all is well. */
  readonly problems: readonly string[]
}

/** Client to server, a request without parameters: reads all source files again. */
export const reindexMethod = 'groundcheck/reindex'

/** Client to server, a notification: the writer has come to trust the workspace. */
export const trustedMethod = 'groundcheck/trusted'

/** Client to server, a request: {@link ExplainParams}, answered with an {@link Explanation} or null where there is no claim. */
export const explainMethod = 'groundcheck/explain'

/** A place in a draft. */
export interface ExplainParams {
  readonly textDocument: { readonly uri: string }
  readonly position: { readonly line: number; readonly character: number }
}

/** Why a figure or date got its verdict. */
export interface Explanation {
  readonly claim: string
  readonly verdict: Verdict
  /** Plain sentences. */
  readonly reasons: readonly string[]
  readonly evidence: readonly {
    readonly value: string
    readonly stance: 'supports' | 'contradicts'
    /** The source sentence, as far as it fits on a line. */
    readonly quote: string
    /** Publisher or title, and date. */
    readonly source: string
    readonly uri: string
    readonly range: Range
  }[]
}

/** Command of the server: opens a source at a range. Arguments: URI, range. */
export const showSourceCommand = 'groundcheck.showSource'

/** Command of the client: shows the explanation of the claim at a place. Arguments: URI, position. */
export const whyCommand = 'groundcheck.whyThisVerdict'

/** What the client tells the server as it starts. */
export interface InitializationOptions {
  /** Commands that the client has and that code actions may name. */
  readonly commands?: readonly string[]
  /** Settings for clients that cannot be asked for them: as in `groundcheck.json`. */
  readonly settings?: unknown
  /** False where the writer does not trust the workspace: its own settings file may not name sources outside of it then. */
  readonly isTrusted?: boolean
  /** The path of the folder in which to keep analyses from one start to the next. */
  readonly cacheFolder?: string
}
