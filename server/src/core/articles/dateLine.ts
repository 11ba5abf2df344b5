/** Dates as metadata write them; the recognisers' grammar is for prose and needs the document's own date. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const month = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1

function iso(year: number, monthNumber: number, day: number): string | null {
  if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31 || year < 1500 || year > 2200) return null
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const ISO = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i')
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}\\.?,?[ -](\\d{4})\\b`, 'i')

/** The first full date in a text as YYYY-MM-DD, or null. */
export function isoDateIn(text: string): string | null {
  const numeric = ISO.exec(text)
  if (numeric) return iso(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]))
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return iso(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]))
  const dayFirst = DAY_FIRST.exec(text)
  return dayFirst ? iso(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1])) : null
}
