// not where the letters continue a word, a number, a path, an address, a citation key or a tag
const beginning = /^[^\p{L}\p{M}\p{N}@#/\\.=&?%$]?\p{Lu}[\p{L}\p{M}]$/u
const word = /^\p{Lu}[\p{L}\p{M}]+$/u

/**
 * Whether a line up to the cursor ends in the first two letters of a capitalised word: the one moment in a word at which names are
 * looked up. A single letter begins too many names to be helpful.
 */
export const isNameBeginning = (line: string): boolean => beginning.test(line.slice(-3))

/** Whether a text is a capitalised word, or the beginning of one, from its second letter on. */
export const isNameWord = (text: string): boolean => word.test(text)

/**
 * Whether VS Code itself opens its list at letters typed in prose.
 * @param quickSuggestions the setting `editor.quickSuggestions` as written: for all text, or by kind of text
 */
export function opensAtLetters(quickSuggestions: unknown): boolean {
  const inProse =
    typeof quickSuggestions === 'object' && quickSuggestions !== null && 'other' in quickSuggestions
      ? quickSuggestions.other
      : quickSuggestions
  return inProse !== false && inProse !== 'off'
}
