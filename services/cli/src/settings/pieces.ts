/** In characters: a line of the conversation may have a million. */
const LONGEST = 200_000

/** What is too long for one line: taken piece by piece before a question, given piece by piece after its answer. */
export interface Pieces {
  put: (text: string) => true
  /** All that was put since. */
  taken: () => string
  /** Holds what is to be given; answers in how many pieces. */
  give: (value: unknown) => number
  /** The next of them; undefined at the end. */
  get: () => string | undefined
}

/** In order; of nothing one empty piece. */
export const piecesOf = (text: string): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / LONGEST)) }, (_, i) =>
    text.slice(i * LONGEST, (i + 1) * LONGEST)
  )

export function inPieces(): Pieces {
  let put: string[] = []
  let given: string[] = []
  return {
    put: text => {
      put.push(text)
      return true
    },
    taken: () => {
      const whole = put.join('')
      put = []
      return whole
    },
    give: value => {
      given = piecesOf(JSON.stringify(value))
      return given.length
    },
    get: () => given.shift()
  }
}
