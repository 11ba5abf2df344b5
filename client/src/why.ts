import { QuickPickItemKind, Range, Uri, window, type QuickPickItem } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { explainMethod, type ExplainParams, type Explanation } from '../../server/src/protocol/messages'
import { whyItems, type WhyItem } from './whyItems'

type Evidence = Explanation['evidence'][number]

const pickItem = ({ isSeparator, ...item }: WhyItem): WhyItem & QuickPickItem =>
  isSeparator ? { ...item, kind: QuickPickItemKind.Separator } : item

async function open({ uri, range: { start, end } }: Evidence): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character)
  await window.showTextDocument(Uri.parse(uri), { selection, preview: true })
}

/** The position of the cursor in the active editor. */
function caret(): ExplainParams | undefined {
  const editor = window.activeTextEditor
  return editor && { textDocument: { uri: editor.document.uri.toString() }, position: editor.selection.active }
}

/**
 * Shows why the figure or date at a place got its verdict, and opens the evidence that is chosen.
 * @param uri the draft; the active editor's cursor is used if `uri` or `position` is missing
 */
export async function whyThisVerdict(client: LanguageClient, uri?: string, position?: ExplainParams['position']): Promise<void> {
  const params = uri && position ? { textDocument: { uri }, position } : caret()
  const explanation = params && (await client.sendRequest<Explanation | null>(explainMethod, params))
  if (!explanation) return void window.showInformationMessage('Place the cursor on a figure or date to see what the sources say about it.')
  const chosen = await window.showQuickPick(whyItems(explanation).map(pickItem), {
    title: `${explanation.claim}: ${explanation.verdict}`,
    placeHolder: explanation.evidence.length > 0 ? 'Choose a source sentence to open it' : 'No source sentence to open',
    matchOnDetail: true,
  })
  if (chosen?.evidence) await open(chosen.evidence)
}
