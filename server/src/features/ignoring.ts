import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver'
import type { Span } from '../core/text/span'

/** A comment to put into the draft, so that Groundcheck does not judge something. */
export interface IgnoreChoice {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

const comment = (directive: string): string => `<!-- groundcheck-${directive} -->`

const lineText = (document: TextDocument, line: number): string =>
  document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '')

const isBlank = (document: TextDocument, line: number): boolean =>
  line < 0 || line >= document.lineCount || lineText(document, line).trim() === ''

const insertion = (line: number, character: number, newText: string): TextEdit => ({
  range: { start: { line, character }, end: { line, character } },
  newText,
})

const isTableRow = (text: string): boolean => text.trimStart().startsWith('|')

/** At the end of the line; in a table row before its last bar, so that the comment is part of a cell. */
function onThisLine(document: TextDocument, line: number): IgnoreChoice {
  const text = lineText(document, line)
  const bar = isTableRow(text) ? text.trimEnd().lastIndexOf('|') : -1
  const edit =
    bar > text.indexOf('|')
      ? insertion(line, bar, `${comment('ignore')} `)
      : insertion(line, text.trimEnd().length, ` ${comment('ignore')}`)
  return { title: 'Ignore this line', edits: [edit] }
}

/** Above the line, unless a comment there would tear a paragraph, list or table apart. */
function aboveThisLine(document: TextDocument, line: number): IgnoreChoice[] {
  if (!isBlank(document, line - 1) || isTableRow(lineText(document, line))) return []
  const indent = /^[ \t]*/.exec(lineText(document, line))![0]
  return [{ title: 'Ignore with a comment above this line', edits: [insertion(line, 0, `${indent}${comment('ignore-next-line')}\n`)] }]
}

/** Around the lines between two blank ones. */
function aroundTheBlock(document: TextDocument, line: number): IgnoreChoice {
  let first = line
  let last = line
  while (!isBlank(document, first - 1)) first--
  while (!isBlank(document, last + 1)) last++
  return {
    title: 'Ignore this whole block',
    edits: [insertion(first, 0, `${comment('disable')}\n`), insertion(last, lineText(document, last).length, `\n${comment('enable')}`)],
  }
}

/** The comments that would keep the text under a span from being judged, narrowest first. */
export function ignoreEdits(document: TextDocument, span: Span): IgnoreChoice[] {
  const { line } = document.positionAt(span.start)
  return [onThisLine(document, line), ...aboveThisLine(document, line), aroundTheBlock(document, line)]
}
