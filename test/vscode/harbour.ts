import * as vscode from 'vscode'
import { fileUri } from './helpers'

/** An invented article that the tests write among the sources of the sample workspace. */
export const harbourArticle = `---
title: Eastmere reopens its north quay
publisher: Eastmere Gazette
date: 2025-10-20
---

Harbour master Lena Torvald said on Monday that the north quay in Eastmere will reopen on November 10.

The port of Eastmere handled 4.2 million tonnes of cargo in September, Torvald said.

Mooring fees in Eastmere will rise by 19% next year, the harbour master added.
`

export const harbourUri = (): vscode.Uri => fileUri('sources/harbour.md')

export async function writeArticle(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text))
}
