/** Text of a file or draft for a list of VS Code, which takes $(name) for an icon. */
export const plainLabel = (text: string): string => text.replaceAll('$(', '$ (')
