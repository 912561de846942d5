const PATIENCE = 5000
const ATTEMPTS = 3

/** One webhook on its way. */
export interface Parcel {
  /** The same in every delivery of it. */
  id: string
  event: string
  url: string
  raw: string
  headers: Record<string, string>
  /** How often it is delivered although it was taken; 1 unless told. */
  times?: number
}

export interface Delivery {
  id: string
  event: string
  /** HTTP status of each attempt in turn; 0: none came within 5 seconds. */
  statuses: number[]
  /** The body of the last answer. */
  answer: string
}

/** Delivers each as often as asked, three attempts at most each time; in disorder the last goes first. */
export async function deliver(
  parcels: readonly Parcel[],
  { disorder = false }: { disorder?: boolean } = {}
): Promise<Delivery[]> {
  const deliveries = parcels.map(({ id, event }): Delivery => ({ id, event, statuses: [], answer: '' }))
  const rounds = parcels.flatMap((parcel, i) =>
    Array.from({ length: parcel.times ?? 1 }, () => ({ parcel, delivery: deliveries[i]! }))
  )
  for (const { parcel, delivery } of disorder ? rounds.reverse() : rounds) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { status, text } = await send(parcel)
      delivery.statuses.push(status)
      delivery.answer = text
      if (status === 200) break
    }
  }
  return deliveries
}

async function send({ url, raw, headers }: Parcel): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: raw,
      signal: AbortSignal.timeout(PATIENCE)
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return { status: 0, text: '' } // the caller sees it among the statuses
  }
}
