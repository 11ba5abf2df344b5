// Counts in how many articles each common word stands, for word weights that do not depend on the writer's folder alone.
//   node dist/test/tools/countWords.js SOURCES.jsonl... > server/src/core/words/commonWords.json
import { readFileSync } from 'node:fs'
import { TokenKind, tokenize } from '../../server/src/core/text/tokens'
import { stem } from '../../server/src/core/words/stem'
import { isFunctionWord } from '../../server/src/core/words/stopwords'

/** Words in fewer articles than this are not common. */
const LEAST_SHARE = 0.006

const counts = new Map<string, number>()
let articles = 0
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const tokens = tokenize((JSON.parse(line) as { text: string }).text)
    const seen = new Set<string>()
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.kinds[at] !== TokenKind.word || (tokens.words[at] !== 0 && isFunctionWord(tokens.words[at]))) continue
      seen.add(stem(tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase()))
    }
    for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1)
    articles++
  }
}
const common = [...counts].filter(([word, count]) => count / articles >= LEAST_SHARE && /^[a-z]{2,}$/.test(word))
common.sort((a, b) => (a[0] < b[0] ? -1 : 1))
process.stdout.write(`{\n${common.map(([word, count]) => `"${word}": ${Math.round((1000 * count) / articles)}`).join(',\n')}\n}\n`)
