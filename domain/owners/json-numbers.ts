const STRINGS_AND_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/**
 * The same JSON with every number as a string, in the very characters it was written in: JSON.parse alone would take
 * 191619.210000000001 for 191619.21, and 1e3 for 1000.
 * @throws SyntaxError when it is no JSON
 */
export function parseWithNumbersAsWritten(json: string): unknown {
  JSON.parse(json)
  return JSON.parse(
    json.replace(STRINGS_AND_NUMBERS, (token) => (token.startsWith('"') ? token : `"${token}"`)),
  )
}
