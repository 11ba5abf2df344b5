const small = new Set(['of', 'the', 'for', 'and'])

/** Whether a role is written as a title that may stand before a name: "US Treasury Secretary", not "a longtime associate of Xi". */
export const isTitle = (role: string): boolean =>
  !/['’]/.test(role) && role.split(' ').every(word => small.has(word) || word[0] !== word[0]?.toLowerCase())
