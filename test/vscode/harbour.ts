import * as vscode from 'vscode'
import { fileUri } from './helpers'

/** An invented article that the tests write among the sources of the sample workspace. */
export const harbourArticle = `---
title: Eastmere reopens its north quay
publisher: Eastmere Gazette
date: 2025-10-20
---

Harbour master Lena Torvald said that the north quay in Eastmere will reopen on November 10. The quay had been closed since a storm
broke its wall. Divers found more cracks than anybody had feared, and the repairs dragged on through the summer.

The port of Eastmere handled 4.2 million tonnes of cargo in September, Torvald said. Most of it was timber and grain from the valley.
Fishing boats moved to the south quay while the builders were at work.

Mooring fees in Eastmere will rise by 19% next year, the harbour master added. The town council agreed to the new fees after a long
evening of debate. Owners of small boats called the decision unfair and want to speak to the mayor about it.
`

/** Another one, which gives a different rise of the fees. */
export const quayArticle = `---
title: Boat owners protest in Eastmere
publisher: Eastmere Courier
date: 2025-10-21
---

Boat owners met in front of the town hall of Eastmere on Tuesday. Many had brought their children and a few had brought their oars.
Mooring fees in Eastmere will rise by 30% next year, said their speaker. The owners fear that small boats will leave the harbour for
good. A spokesman of the council did not want to comment. The next meeting of the council is open to everybody.
`

export const harbourUri = (): vscode.Uri => fileUri('sources/harbour.md')

export const quayUri = (): vscode.Uri => fileUri('sources/quay.md')

export async function writeArticle(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text))
}
