import { AbstractMessageWriter, type DocumentDiagnosticReport, type Message, type MessageWriter } from 'vscode-languageserver/node'

// The library's writer makes the JSON of every message from scratch and sends head and body separately, each in a turn of the event loop. A
// long draft's diagnostics are a hundred kilobytes, of which a keystroke changes or moves only a few.

const BETWEEN = Buffer.from(',')
const END = Buffer.from(']}}')

/** The JSON of objects that were sent before. What is sent is never changed afterwards. */
const sentBefore = new WeakMap<object, Uint8Array>()

function jsonOf(item: object): Uint8Array {
  const known = sentBefore.get(item)
  if (known) return known
  const json = Buffer.from(JSON.stringify(item))
  sentBefore.set(item, json)
  return json
}

/** The full report in the answer to a pull for diagnostics; undefined for all other messages. */
function fullReportIn(message: Message & { readonly result?: unknown }): (DocumentDiagnosticReport & { kind: 'full' }) | undefined {
  const report = message.result as DocumentDiagnosticReport | null | undefined
  return report?.kind === 'full' && Array.isArray(report.items) ? report : undefined
}

/** A message as JSON, in pieces. */
function piecesOf(message: Message): Uint8Array[] {
  const report = fullReportIn(message)
  if (!report) return [Buffer.from(JSON.stringify(message))]
  const { items, ...rest } = report
  const around = JSON.stringify({ ...message, result: { ...rest, items: [] } })
  const pieces: Uint8Array[] = [Buffer.from(around.slice(0, -END.length))]
  for (const [at, item] of items.entries()) {
    if (at > 0) pieces.push(BETWEEN)
    pieces.push(jsonOf(item))
  }
  pieces.push(END)
  return pieces
}

/** Sends messages over a stream, each in one piece. The JSON of a diagnostic is made only once for the same object. */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0

  constructor(private readonly stream: NodeJS.WritableStream) {
    super()
    stream.on('error', error => this.fireError(error))
    stream.on('close', () => this.fireClose())
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const pieces = piecesOf(message)
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
      const bytes = Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...pieces])
      this.stream.write(bytes, error => {
        if (!error) return resolve()
        this.fireError(error, message, ++this.failures)
        reject(error)
      })
    })
  }

  end(): void {
    this.stream.end()
  }
}
