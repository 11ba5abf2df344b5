import * as vscode from 'vscode'
import { fileUri } from './helpers'

/** An invented article that the tests write among the sources of the sample workspace. */
export const harbourArticle = `---
title: Eastmere reopens its north quay
publisher: Eastmere Gazette
date: 2025-10-20
---

Mayor Lena Torvald said that the north quay in Eastmere will reopen on November 10. The quay had been closed since a storm broke its
wall. Divers found more cracks than anybody had feared, and the repairs dragged on through the summer.

The port of Eastmere handled 4.2 million tonnes of cargo in September, Torvald said. Most of it was timber and grain from the valley.
Fishing boats moved to the south quay while the builders were at work.

Mooring fees in Eastmere will rise by 19% next year, the mayor added. The town council agreed to the new fees after a long
evening of debate. Owners of small boats called the decision unfair and want to speak to the council about it.
`

/** Another paper's article on the same announcement, which gives a different rise of the fees. */
export const quayArticle = `---
title: North quay in Eastmere to open again
publisher: Eastmere Courier
date: 2025-10-21
---

Mayor Lena Torvald told the council that the north quay in Eastmere will reopen on November 10. Repairs began in spring. They took
longer than planned, as divers found cracks in the wall.

The port of Eastmere handled 4.2 million tonnes of cargo in September. The council thanked the crews for their patience.

Mooring fees in Eastmere will rise by 30% next year, the mayor added. Owners of small boats have announced a protest in front of the
town hall. They fear that many boats will leave the harbour for good.
`

export const harbourUri = (): vscode.Uri => fileUri('sources/harbour.md')

export const quayUri = (): vscode.Uri => fileUri('sources/quay.md')

export async function writeArticle(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text))
}
