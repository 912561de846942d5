/** With more comments on their way than this the office is behind, until there are few again. */
const MANY = 3_000
const FEW = 500

export interface BacklogPorts {
  /** How many comments are on their way to the desk. */
  waiting: () => Promise<number>
  tell: (isBehind: boolean) => Promise<void>
}

/** Tells at each call whether the office is behind. */
export function openBacklog({ waiting, tell }: BacklogPorts): () => Promise<void> {
  let isBehind = false
  return async () => {
    isBehind = (await waiting()) > (isBehind ? FEW : MANY)
    await tell(isBehind)
  }
}
