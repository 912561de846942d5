/** What the tabs of one browser tell each other: who is signed in now; they all share a cookie. */

const NAME = 'huiyin.session'

/** Null: nobody is any more. */
export type Told = { person: string | null }

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME)

/** Tells all other tabs of this browser. */
export function tellTabs(person: string | null): void {
  channel?.postMessage({ person } satisfies Told)
}

/** Calls back with what another tab tells; answers how to stop that. */
export function hearTabs(listener: (person: string | null) => void): () => void {
  const hear = ({ data }: MessageEvent<Told>) => listener(data.person)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
